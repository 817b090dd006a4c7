/** `format(Decimal, specification)`. */
import { assemble, parseSpecification } from '../../../python/builtins/format.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { type Context, type Rounding, roundTo } from './context.ts';
import { adjusted, type DecimalNumber, isZero, numberText } from './number.ts';

/** Rounded to so many significant digits. */
function significant(number: DecimalNumber, places: number, rounding: Rounding): DecimalNumber {
  if (isZero(number)) return number;
  const rounded = roundTo(number, adjusted(number) + 1 - places, rounding);
  if (adjusted(rounded) === adjusted(number)) return rounded;
  return roundTo(rounded, adjusted(rounded) + 1 - places, rounding);
}

/** The number as it is shown for a type and a precision: rounded, and scaled for a percentage. */
function shown(
  given: DecimalNumber,
  type: string,
  precision: number | null,
  rounding: Rounding,
): DecimalNumber {
  let number = type === '%' ? { ...given, exponent: given.exponent + 2 } : given;
  if (precision !== null) {
    if ('eE'.includes(type)) number = significant(number, precision + 1, rounding);
    else if ('fF%'.includes(type)) number = roundTo(number, -precision, rounding);
    else if (number.digits.toString().length > Math.max(precision, 1)) {
      number = significant(number, Math.max(precision, 1), rounding);
    }
  }
  return isZero(number) && number.exponent > 0 && 'fF%'.includes(type) ? { ...number, exponent: 0 } : number;
}

export function formatDecimal(given: DecimalNumber, specification: string, context: Context): string {
  const spec = parseSpecification(specification, 'decimal.Decimal');
  const type = spec.type === '' ? (context.capitals ? 'G' : 'g') : spec.type === 'n' ? 'g' : spec.type;
  if (!'eEfFgG%'.includes(type) || spec.grouping === '_') throw raise(ValueError, 'invalid format string');
  if (given.special !== '') {
    const fill = spec.zeroPadded ? { ...spec, fill: ' ', align: '>' as const } : spec;
    const digits = numberText({ ...given, negative: false }) + (type === '%' ? '%' : '');
    return assemble(fill, { negative: given.negative, prefix: '', digits: '', rest: digits, groupSize: 3 });
  }
  const number = shown(given, type, spec.precision, context.rounding);
  const digits = number.digits.toString();
  const left = number.exponent + digits.length;
  let place: number;
  if ('eE'.includes(type)) place = isZero(number) && spec.precision !== null ? 1 - spec.precision : 1;
  else if ('fF%'.includes(type)) place = left;
  else place = number.exponent <= 0 && left > -6 ? left : 1;
  let [whole, fraction] = ['', ''];
  if (place < 0) [whole, fraction] = ['0', '0'.repeat(-place) + digits];
  else if (place > digits.length) whole = digits + '0'.repeat(place - digits.length);
  else [whole, fraction] = [digits.slice(0, place) || '0', digits.slice(place)];
  const power = left - place;
  let rest = fraction === '' ? (spec.alternate ? '.' : '') : `.${fraction}`;
  if (power !== 0 || 'eE'.includes(type)) {
    rest += `${'EG'.includes(type) ? 'E' : 'e'}${power < 0 ? '' : '+'}${power}`;
  }
  if (type === '%') rest += '%';
  const negative = given.negative && !(spec.noNegativeZero && isZero(number));
  return assemble(spec, { negative, prefix: '', digits: whole, rest, groupSize: 3 });
}
