/** How the real numbers of an array are written: with a point or an exponent, alike in width, as NumPy 1.24 does. */
import type { Value } from '../../python/values.ts';
import { roundTiesToEven } from './casting.ts';
import type { DTypeName } from './dtypes.ts';
import { shortestExponential } from './elementText.ts';
import type { PrintOptions } from './printOptions.ts';

type NumberText = (element: Value) => string;

/** NumPy's FloatingFormat. */
export function floatFormat(shown: readonly number[], dtype: DTypeName, options: PrintOptions): NumberText {
  const finite = shown.filter(Number.isFinite);
  const nonZero = finite.map(Math.abs).filter(value => value !== 0);
  let exponential = false;
  if (nonZero.length > 0) {
    const largest = Math.max(...nonZero);
    const smallest = Math.min(...nonZero);
    // Small numbers may be suppressed, large ones are not.
    exponential = largest >= 1e8 || (!options.suppress && (smallest < 0.0001 || largest / smallest > 1000));
  }
  const { precision, floatMode } = options;
  const format = exponential
    ? exponentialFormat(finite, dtype, precision ?? (dtype === 'float64' ? 8 : 8), floatMode, options)
    : positionalFormat(finite, dtype, precision, floatMode, options);
  let { left } = format;
  const { right } = format;
  const hasSign = finite.some(value => value < 0 || Object.is(value, -0));
  if (options.sign === ' ' && !hasSign && finite.length > 0) left++;
  if (finite.length !== shown.length) {
    const negativeInfinity = shown.some(value => value === Number.NEGATIVE_INFINITY);
    const nanLength = options.nanText.length;
    const infinityLength = options.infinityText.length + (options.sign !== '-' || negativeInfinity ? 1 : 0);
    const offset = right + 1;
    left = Math.max(left, nanLength - offset, infinityLength - offset);
  }
  return element => {
    const value = element as number;
    if (!Number.isFinite(value)) {
      const sign = options.sign === '+' ? '+' : '';
      const text = Number.isNaN(value)
        ? sign + options.nanText
        : (value < 0 ? '-' : sign) + options.infinityText;
      return text.padStart(left + right + 1);
    }
    return format.write(value, left);
  };
}

interface NumberFormat {
  /** Characters before the point (with the sign) and after it. */
  readonly left: number;
  readonly right: number;
  write(value: number, left: number): string;
}

function signed(text: string, options: PrintOptions): string {
  return options.sign === '+' && !text.startsWith('-') ? `+${text}` : text;
}

function exponentialFormat(
  finite: readonly number[],
  dtype: DTypeName,
  precision: number,
  mode: PrintOptions['floatMode'],
  options: PrintOptions,
): NumberFormat {
  const unique = mode !== 'fixed';
  const parts = finite.map(value => splitExponential(exponentialDigits(value, dtype, precision, unique)));
  const exponentSize = Math.max(2, ...parts.map(part => part.exponent.length - 1));
  const maximumFraction = Math.max(0, ...parts.map(part => part.fraction.length));
  const digits = mode === 'fixed' ? precision : maximumFraction;
  const left = Math.max(1, ...parts.map(part => signed(part.whole, options).length));
  // NumPy pads the fraction to the longest one and right-justifies by the width of the whole part.
  const right = exponentSize + 2 + digits;
  return {
    left,
    right,
    write: (value, width) => {
      const part = splitExponential(minusKept(value, value.toExponential(Math.min(100, digits))));
      const exponent = part.exponent[0] + part.exponent.slice(1).padStart(exponentSize, '0');
      return `${signed(part.whole, options)}.${part.fraction.padEnd(digits, '0')}e${exponent}`.padStart(
        width + right + 1,
      );
    },
  };
}

/** `-0` keeps its sign, which JavaScript's texts drop. */
function minusKept(value: number, text: string): string {
  return Object.is(value, -0) && !text.startsWith('-') ? `-${text}` : text;
}

function exponentialDigits(value: number, dtype: DTypeName, precision: number, unique: boolean): string {
  const cut = minusKept(value, value.toExponential(Math.min(100, precision)));
  if (!unique) return cut;
  const short = minusKept(value, shortestExponential(value, dtype));
  const fraction = /\.(\d+)e/.exec(short)?.[1].length ?? 0;
  if (fraction <= precision) return short;
  const [mantissa, exponent] = cut.split('e');
  return `${mantissa.replace(/\.?0+$/, '')}e${exponent}`;
}

function splitExponential(text: string): { whole: string; fraction: string; exponent: string } {
  const [mantissa, exponent] = text.split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return { whole, fraction, exponent: sign + exponent.replace(/[+-]/, '').padStart(2, '0') };
}

function positionalFormat(
  finite: readonly number[],
  dtype: DTypeName,
  precision: number | null,
  mode: PrintOptions['floatMode'],
  options: PrintOptions,
): NumberFormat {
  const unique = mode !== 'fixed';
  const limit = mode === 'unique' ? null : precision;
  const parts = finite.map(value => positionalDigits(value, dtype, limit, unique).split('.'));
  const left = Math.max(0, ...parts.map(([whole]) => signed(whole, options).length));
  const longest = Math.max(0, ...parts.map(([, fraction]) => fraction.length));
  const right = mode === 'fixed' ? (precision ?? longest) : longest;
  const zeros = mode === 'fixed' || mode === 'maxprec_equal';
  const nothing = finite.length === 0;
  return {
    left,
    right: nothing ? 0 : right,
    write: (value, width) => {
      const [whole, fraction] = positionalDigits(value, dtype, limit, unique).split('.');
      const padded = zeros ? fraction.padEnd(right, '0') : fraction.padEnd(right, ' ');
      return `${signed(whole, options).padStart(width)}.${padded}`;
    },
  };
}

/** Digits of a number with at most `precision` after the point (trailing zeros dropped): `12.5`, `3.`. */
export function positionalDigits(
  value: number,
  dtype: DTypeName,
  precision: number | null,
  unique: boolean,
  significant = false,
): string {
  if (significant && precision !== null && value !== 0) {
    const rounded = Number(value.toPrecision(Math.max(1, precision)));
    const text = expand(rounded.toExponential());
    return text.includes('.') ? text : `${text}.`;
  }
  const short = unique ? expand(shortestExponential(value, dtype)) : null;
  const shortFraction = short?.split('.')[1]?.length ?? 0;
  let text: string;
  if (short !== null && (precision === null || shortFraction <= precision)) text = short;
  else text = fixedDigits(value, precision ?? 8);
  text = minusKept(value, text);
  if (!text.includes('.')) return `${text}.`;
  return unique ? text.replace(/0+$/, '') : text;
}

/** `toFixed` with halves to even, for any size. */
export function fixedDigits(value: number, digits: number): string {
  if (Math.abs(value) >= 1e21) return BigInt(value).toString();
  const text = value.toFixed(digits);
  const negative = value < 0 || Object.is(value, -0) ? '-' : '';
  const unsigned = text.replace('-', '');
  // Exactly in the middle (only possible for short binary fractions): to the even digit.
  const scaled = Math.abs(value) * 10 ** digits;
  if (scaled < 2 ** 52 && scaled % 1 === 0.5 && scaled / 10 ** digits === Math.abs(value) && digits < 16) {
    const even = roundTiesToEven(scaled);
    return negative + placePoint(String(even), digits);
  }
  return negative + unsigned;
}

function placePoint(digits: string, fraction: number): string {
  if (fraction === 0) return digits;
  const padded = digits.padStart(fraction + 1, '0');
  return `${padded.slice(0, -fraction)}.${padded.slice(-fraction)}`;
}

/** Writes `1.25e+3` out as `1250`. */
function expand(text: string): string {
  const [mantissa, exponentText] = text.split('e');
  const exponent = Number(exponentText);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, '0');
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}
