/** How a regularizer is described: one file each, collected in index.ts. */
import type { ArgumentReader } from '../objects/arguments.ts';
import type { TensorFunctionDefinition } from '../objects/tensorFunctions.ts';

/** Its function gives the penalty on a variable's (or an output's) value. */
export type RegularizerDefinition = TensorFunctionDefinition;

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
