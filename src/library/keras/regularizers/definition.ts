/** How a regularizer is described: one file each, collected in index.ts. */
import type { Tensor } from '../../../graph/tensor.ts';
import type { ArgumentReader } from '../objects/arguments.ts';

export interface RegularizerDefinition {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly parameters: string;
  readonly documentation: string;
  readonly source: string;
  /** The penalty on a variable's (or an output's) value. */
  readonly init: (args: ArgumentReader) => (value: Tensor) => Tensor;
}

/** A strength that must be a number of 0 or more. */
export function strength(args: ArgumentReader, name: string): number {
  const value = args.value(name) === null ? 0 : args.number(name);
  if (value < 0 || !Number.isFinite(value)) {
    args.fail(
      name,
      `Invalid value for argument ${name}: expected a non-negative float. Received: ${name}=${value}`,
    );
  }
  return value;
}
