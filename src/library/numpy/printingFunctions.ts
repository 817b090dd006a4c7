/** Print options and the functions that turn arrays into text. */
import type { PyDict } from '../../python/collections.ts';
import { PyDict as Dictionary } from '../../python/collections.ts';
import { raise, ValueError } from '../../python/errors.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import type { Value } from '../../python/values.ts';
import { integerArgument, numberArgument, optionalInteger } from './arguments.ts';
import { toArray } from './conversion.ts';
import { define } from './definition.ts';
import { kindOf } from './dtypes.ts';
import { requireData } from './ndarray.ts';
import { positionalDigits } from './numberPrinting.ts';
import { arrayRepr, arrayText } from './printing.ts';
import { defaultPrintOptions, type PrintOptions } from './printOptions.ts';

const optionsKey = new StateKey<PrintOptions>('numpy.printoptions', defaultPrintOptions);

/** The print options in force. */
export function printOptions(py: Interpreter): PrintOptions {
  return py.state(optionsKey);
}

/** Sets the options that are given (not None). */
export function applyPrintOptions(
  target: PrintOptions,
  given: (name: string) => Value,
  py: Interpreter,
): void {
  const set = (name: string, use: (value: Value) => void): void => {
    const value = given(name);
    if (value !== null && value !== undefined) use(value);
  };
  set('precision', value => {
    target.precision = optionalInteger(value, py);
  });
  set('threshold', value => {
    target.threshold = numberArgument(value, py);
  });
  set('edgeitems', value => {
    target.edgeItems = integerArgument(value, py);
  });
  set('linewidth', value => {
    target.lineWidth = integerArgument(value, py);
  });
  set('suppress', value => {
    target.suppress = py.truth(value);
  });
  set('nanstr', value => {
    target.nanText = String(value);
  });
  set('infstr', value => {
    target.infinityText = String(value);
  });
  set('sign', value => {
    target.sign = value as PrintOptions['sign'];
  });
  set('floatmode', value => {
    target.floatMode = value as PrintOptions['floatMode'];
  });
  set('formatter', value => {
    const table = new Map<string, (element: Value) => string>();
    for (const [key, callback] of (value as PyDict).entries()) {
      table.set(key as string, element => py.str(py.call(callback, [element])));
    }
    target.formatter = table;
  });
}

const names = [
  'precision',
  'threshold',
  'edgeitems',
  'linewidth',
  'suppress',
  'nanstr',
  'infstr',
  'formatter',
  'sign',
  'floatmode',
];
const parameters =
  'precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, formatter=None, sign=None, floatmode=None';

const arrayStringParameters =
  "a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *, formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix=''";

/** All functions of this file. */
export const printingFunctions = [
  define(`set_printoptions(${parameters}, *, legacy=None)`, 'Sets how arrays are printed.', (args, py) => {
    const options = printOptions(py);
    if (args[names.indexOf('formatter')] === null) options.formatter = null;
    applyPrintOptions(options, name => args[names.indexOf(name)], py);
    return null;
  }),
  define('get_printoptions()', 'How arrays are printed.', (_args, py) => {
    const options = printOptions(py);
    return Dictionary.fromStrings([
      ['edgeitems', options.edgeItems],
      ['threshold', options.threshold],
      ['floatmode', options.floatMode],
      ['precision', options.precision],
      ['suppress', options.suppress],
      ['linewidth', options.lineWidth],
      ['nanstr', options.nanText],
      ['infstr', options.infinityText],
      ['sign', options.sign],
      ['formatter', null],
      ['legacy', false],
    ]);
  }),
  define(
    `array2string(${arrayStringParameters})`,
    'An array as text.',
    (
      [a, width, precision, suppress, separator, prefix, formatter, threshold, edge, sign, mode, suffix],
      py,
    ) => {
      const options = { ...printOptions(py) };
      const given: Record<string, Value> = {
        linewidth: width,
        precision,
        suppress,
        formatter,
        threshold,
        edgeitems: edge,
        sign,
        floatmode: mode,
      };
      applyPrintOptions(options, name => given[name] ?? null, py);
      const data = requireData(toArray(a, py));
      return arrayText(data, options, String(prefix), String(separator), String(suffix), value =>
        py.repr(value),
      );
    },
  ),
  define(
    'array_repr(arr, max_line_width=None, precision=None, suppress_small=None)',
    "An array's repr.",
    ([a, width, precision, suppress], py) => {
      const options = { ...printOptions(py) };
      const given: Record<string, Value> = { linewidth: width, precision, suppress };
      applyPrintOptions(options, name => given[name] ?? null, py);
      return arrayRepr(toArray(a, py), options, value => py.repr(value));
    },
  ),
  define(
    'array_str(a, max_line_width=None, precision=None, suppress_small=None)',
    "An array's str.",
    ([a, width, precision, suppress], py) => {
      const options = { ...printOptions(py) };
      const given: Record<string, Value> = { linewidth: width, precision, suppress };
      applyPrintOptions(options, name => given[name] ?? null, py);
      return arrayText(requireData(toArray(a, py)), options, '', ' ', '', value => py.repr(value));
    },
  ),
  define(
    "format_float_positional(x, precision=None, unique=True, fractional=True, trim='k', sign=False, pad_left=None, pad_right=None, min_digits=None)",
    'A number without exponent.',
    ([x, precision, unique, fractional, trim, sign, left, right, least], py) => {
      const array = toArray(x, py);
      const value = numberArgument(x, py);
      if (!Number.isFinite(value)) return py.str(x);
      const dtype = kindOf(array.dtype) === 'f' ? array.dtype : 'float64';
      const digits = optionalInteger(precision, py);
      const text = positionalDigits(value, dtype, digits, py.truth(unique), !py.truth(fractional));
      let [whole, fraction] = text.split('.');
      const wanted = optionalInteger(least, py) ?? 0;
      fraction = fraction.padEnd(wanted, '0');
      if (trim === '-' || trim === '0' || trim === '.') fraction = fraction.replace(/0+$/, '');
      if (trim === '0' && fraction === '') fraction = '0';
      if (py.truth(sign) && !whole.startsWith('-')) whole = `+${whole}`;
      const point = trim === '-' && fraction === '' ? '' : '.';
      const padding = optionalInteger(right, py);
      const end = padding === null ? '' : ' '.repeat(Math.max(0, padding - fraction.length));
      return `${whole.padStart(optionalInteger(left, py) ?? 0)}${point}${fraction}${end}`;
    },
  ),
  define(
    'base_repr(number, base=2, padding=0)',
    'A number in another base.',
    ([number, base, padding], py) => {
      const value = integerArgument(number, py);
      const radix = integerArgument(base, py);
      if (radix > 36) throw raise(ValueError, 'Bases greater than 36 not handled in base_repr.');
      if (radix < 2) throw raise(ValueError, 'Bases less than 2 not handled in base_repr.');
      const text = Math.abs(value).toString(radix).toUpperCase();
      const padded = (value === 0 ? '' : text).padStart(0) || '0';
      return (value < 0 ? '-' : '') + '0'.repeat(integerArgument(padding, py)) + padded;
    },
  ),
  define(
    'binary_repr(num, width=None)',
    'A number in binary, negative ones in two’s complement when a width is given.',
    ([number, width], py) => {
      const value = integerArgument(number, py);
      const digits = optionalInteger(width, py);
      if (value >= 0) return value.toString(2).padStart(digits ?? 0, '0');
      return digits === null
        ? `-${(-value).toString(2)}`
        : BigInt.asUintN(digits, BigInt(value)).toString(2).padStart(digits, '1');
    },
  ),
];
