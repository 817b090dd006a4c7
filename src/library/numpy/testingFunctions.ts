/** `numpy.testing`: assertions on arrays. */
import { AssertionError, raise } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyFloat, type Value } from '../../python/values.ts';
import { toArray } from './conversion.ts';
import { define } from './definition.ts';
import { applyElementwise } from './elementwise.ts';
import { type NdArray, numbersOf } from './ndarray.ts';
import { operation } from './operations.ts';
import { closeTo } from './typeFunctions.ts';

function requireAll(result: NdArray, text: string): null {
  const numbers = numbersOf(result);
  if (numbers === null) throw new NotKnown('these elements cannot be compared');
  if (numbers.some((value: number) => value === 0)) throw raise(AssertionError, text);
  return null;
}

function assertClose(actual: Value, desired: Value, relative: Value, absolute: Value, py: Interpreter): null {
  const close = closeTo(toArray(actual, py), toArray(desired, py), relative, absolute, true, py);
  return requireAll(close, `\nNot equal to tolerance rtol=${py.str(relative)}, atol=${py.str(absolute)}\n`);
}

/** All functions of the module. */
export const testingFunctions = [
  define(
    'assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True)',
    'Raises unless equal within a tolerance.',
    ([a, b, r, t], py) => assertClose(a, b, r, t, py),
  ),
  ...['assert_array_equal', 'assert_equal'].map(name =>
    define(`${name}(x, y, err_msg="", verbose=True)`, 'Raises unless all elements are equal.', ([a, b], py) =>
      requireAll(
        applyElementwise(operation('equal'), [toArray(a, py), toArray(b, py)], { py }),
        '\nArrays are not equal\n',
      ),
    ),
  ),
  ...['assert_array_almost_equal', 'assert_almost_equal'].map(name =>
    define(
      `${name}(x, y, decimal=6, err_msg="", verbose=True)`,
      'Raises unless equal to some decimals.',
      ([a, b, decimal], py) => assertClose(a, b, 0, new PyFloat(1.5 * 10 ** -Number(decimal)), py),
    ),
  ),
];
