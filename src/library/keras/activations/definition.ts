/** How an activation function is described: one file each, collected in index.ts. */
import type { Tensor } from '../../../graph/tensor.ts';
import type { NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyFloat, type Value } from '../../../python/values.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { tensorFunction } from '../tensors/operation.ts';

export interface ActivationDefinition {
  readonly name: string;
  /** Other names that a string may use. */
  readonly aliases?: readonly string[];
  /** Parameters after `x`, as Python writes them. */
  readonly parameters?: string;
  readonly documentation: string;
  readonly source: string;
  /** `settings`: the numbers passed for the parameters after `x`; null for None. */
  readonly compute: (x: Tensor, ...settings: (number | null)[]) => Tensor;
}

/** The Python function of an activation. */
export function activationFunction(definition: ActivationDefinition): NativeFunction {
  const parameters = definition.parameters ? `x, ${definition.parameters}` : 'x';
  return tensorFunction(
    `${definition.name}(${parameters})`,
    ([x, ...settings], py) =>
      wrap(py, definition.compute(tensorOf(py, x), ...settings.map(value => settingOf(value, py)))),
    definition.documentation,
  );
}

function settingOf(value: Value, _py: Interpreter): number | null {
  if (value instanceof PyFloat) return value.value;
  return value === null ? null : Number(value);
}
