/** How a regularizer is described: one file each, collected in index.ts. */
import { type ArgumentReader, numberOf } from '../objects/arguments.ts';
import type { TensorFunctionDefinition } from '../objects/tensorFunctions.ts';
import { ofVersion } from '../versionWords.ts';

/** Its function gives the penalty on a variable's (or an output's) value. */
export type RegularizerDefinition = TensorFunctionDefinition;

/** The strength of a penalty. Keras 3 wants it to be 0 or more, earlier versions take any number. */
export function strength(args: ArgumentReader, name: string): number {
  const value = args.value(name);
  if (value === null) return 0;
  const number = numberOf(value);
  const shown = args.py.str(value);
  const told = `Value ${shown} is not a valid regularization penalty number,`;
  const isNumber = number !== undefined && Number.isFinite(number);
  if (!isNumber || ofVersion(args.py, { 2: false, 3: number < 0 })) {
    args.fail(name, {
      1: `could not convert string to float: ${args.py.repr(value)}`,
      2:
        number === undefined
          ? `${told} expected an int or float value.`
          : `${told} an infinite number or NaN are not valid values.`,
      3: `Invalid value for argument ${name}: expected a non-negative float.Received: ${name}=${shown}`,
    });
  }
  return number;
}
