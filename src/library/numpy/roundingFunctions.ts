/** `np.round`: to decimals, halves to the even digit. */
import { raise, TypeError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { PyComplex, Value } from '../../python/values.ts';
import { integerArgument } from './arguments.ts';
import { castArray, itemsOf, roundTiesToEven, roundToHalf } from './casting.ts';
import { byParts } from './complexNumbers.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define, troubleListener } from './definition.ts';
import { type DTypeName, kindOf } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { elementFacts, type Facts, facts } from './facts.ts';
import { abstractArray, concreteArray, inOrder, type NdArray } from './ndarray.ts';
import { operation } from './operations.ts';
import { deliver } from './reductionOptions.ts';
import { contiguousItems, fromItems, type NumberItems } from './storage.ts';

/** Rounds in the precision of a type: every step of the calculation is rounded to it. */
function rounderFor(dtype: DTypeName, digits: number): (value: number) => number {
  const fit =
    { float32: Math.fround, float16: roundToHalf, complex64: Math.fround }[dtype] ?? ((x: number) => x);
  const factor = fit(10 ** Math.abs(digits));
  return value => {
    if (!Number.isFinite(value)) return value;
    return digits >= 0
      ? fit(roundTiesToEven(fit(value * factor)) / factor)
      : fit(roundTiesToEven(fit(value / factor)) * factor);
  };
}

function roundedFacts({ minimum, maximum, finite }: Facts, digits: number): Facts {
  const step = 10 ** -digits;
  if (minimum === null || maximum === null) return elementFacts(facts({ integers: digits <= 0 && finite }));
  return facts({
    integers: digits <= 0,
    minimum: Math.floor(minimum - step),
    maximum: Math.ceil(maximum + step),
  });
}

function rounded(array: NdArray, digits: number, py: Interpreter): NdArray {
  const kind = kindOf(array.dtype);
  if ('iub'.includes(kind) && digits >= 0) return kind === 'b' ? castArray(array, 'float16') : array;
  if (digits === 0 && 'OUS'.includes(kind)) return applyElementwise(operation('rint'), [array], { py });
  if ('OUSVMm'.includes(kind)) {
    const scaled = applyElementwise(operation('multiply'), [array, toArray(10 ** digits)], { py });
    const whole = applyElementwise(operation('rint'), [scaled], { py, warn: troubleListener(py) });
    return applyElementwise(operation('divide'), [whole, toArray(10 ** digits)], { py });
  }
  if (kind === 'b') throw raise(TypeError, 'boolean arrays cannot be rounded to tens');
  if (array.data === null) return abstractArray(array.shape, array.dtype, roundedFacts(array.facts, digits));
  const round = rounderFor(array.dtype, digits);
  const items = contiguousItems(array.data);
  if (kind === 'c') {
    const parts = (items as PyComplex[]).map(byParts(round));
    return concreteArray(fromItems(parts, array.data.shape, array.dtype));
  }
  const values = Array.from(items as NumberItems, value => round(Number(value)));
  return concreteArray(fromItems(itemsOf(values, array.dtype), array.data.shape, array.dtype));
}

/** All functions of this file. */
export const roundingFunctions = ['round', 'around', 'round_'].map(name =>
  define(
    `${name}(a, decimals=0, out=None)`,
    'Rounded to decimals, halves to the even digit.',
    ([a, decimals, out], py): Value => {
      const array = toArray(a, py);
      const digits = integerArgument(decimals, py);
      const result = rounded(array, digits, py);
      // Floats are rounded to whole numbers by a ufunc, whose result is native.
      const kept = array.bigEndian && (digits !== 0 || 'iu'.includes(kindOf(array.dtype)));
      if (result.bigEndian !== kept && result !== array) inOrder(result, kept);
      return out === null ? arrayOrScalar(result) : deliver(result, out);
    },
  ),
);
