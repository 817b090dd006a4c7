/** `keras.layers.add`, `concatenate` and the others: a merge layer made and called at once. */

import type { PyDict } from '../../../../python/collections.ts';
import { type NativeFunction, native } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import type { Value } from '../../../../python/values.ts';
import { makeLayer } from '../registry.ts';

function called(
  py: Interpreter,
  name: string,
  own: readonly (readonly [string, Value])[],
  inputs: Value,
  rest: Value,
): Value {
  const keywords = [...(rest as PyDict).entries()].map(([key, value]) => [String(key), value] as const);
  return py.call(makeLayer(py, name, [...own, ...keywords]), [inputs]);
}

function elementwise(name: string): NativeFunction {
  return native(`${name.toLowerCase()}(inputs, **kwargs)`, ([inputs, rest], py) =>
    called(py, name, [], inputs, rest),
  );
}

export const mergeFunctions: readonly NativeFunction[] = [
  ...['Add', 'Subtract', 'Multiply', 'Average', 'Maximum', 'Minimum'].map(elementwise),
  native('concatenate(inputs, axis=-1, **kwargs)', ([inputs, axis, rest], py) =>
    called(py, 'Concatenate', [['axis', axis]], inputs, rest),
  ),
  native('dot(inputs, axes=-1, **kwargs)', ([inputs, axes, rest], py) =>
    called(py, 'Dot', [['axes', axes]], inputs, rest),
  ),
];
