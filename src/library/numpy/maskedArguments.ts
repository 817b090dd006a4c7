/** What NumPy's own functions make of masked arrays: what `numpy.ma` makes of them, or nothing, never a wrong number. */
import { PyDict } from '../../python/collections.ts';
import { NativeFunction } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { classOf } from '../../python/types.ts';
import { NotKnown, PyObject, type Value } from '../../python/values.ts';

const isMasked = (value: Value): boolean =>
  value instanceof PyObject && classOf(value).name === 'MaskedArray';

/** These look at the elements alone, hidden ones as well, as NumPy's do. */
const unaware = new Set(
  (
    'array asarray asarray_chkfinite ascontiguousarray asfortranarray array_equal array_repr array_str atleast_1d ' +
    'bincount copy digitize histogram histogram_bin_edges interp isscalar iterable ndim shape size where ' +
    'may_share_memory shares_memory'
  ).split(' '),
);

/** These ask the array's own method, or the function of `numpy.ma`. */
const asked = new Set(
  (
    'all any amax amin argmax argmin argsort around clip compress cumprod cumsum diagonal max mean median min nonzero ' +
    'prod ptp ravel repeat reshape round squeeze std sum swapaxes take transpose var'
  ).split(' '),
);

const otherNames: Readonly<Record<string, string>> = { amax: 'max', amin: 'min', around: 'round' };

/** A function that gives masked arrays to `numpy.ma`. */
export function awareOfMasks(item: NativeFunction): NativeFunction {
  const { name, signature, body, isMethod, documentation } = item;
  if (body === null || unaware.has(name)) return item;
  return new NativeFunction({
    name,
    signature,
    isMethod,
    documentation: documentation ?? undefined,
    body: (args, py) => {
      if (!isMasked(args[0]) && !(args.length > 1 && isMasked(args[1]))) return body(args, py);
      if (!asked.has(name) || !isMasked(args[0])) throw unknown(name);
      const given = signature.parameters.flatMap((parameter, index): [string, Value][] =>
        index === 0 || args[index] === parameter.default ? [] : [[parameter.name, args[index]]],
      );
      return ofMasked(otherNames[name] ?? name, [args[0]], PyDict.fromStrings(given), py);
    },
  });
}

/** A ufunc's result where an operand is masked; null where none is. */
export function maskedResult(
  name: string,
  args: readonly Value[],
  keywords: PyDict,
  py: Interpreter,
): Value | null {
  return args.some(isMasked) ? ofMasked(name, args, keywords, py) : null;
}

function ofMasked(name: string, args: readonly Value[], keywords: PyDict, py: Interpreter): Value {
  const found = py.getAttributeOrUndefined(py.importModule('numpy.ma'), name);
  if (found === undefined) throw unknown(name);
  return py.call(found, args, keywords);
}

const unknown = (name: string): NotKnown =>
  new NotKnown(`np.${name} of a masked array is not modelled; np.ma has functions that heed the mask`);
