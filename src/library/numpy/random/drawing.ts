import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyFloat, touch, Unknown, type Value } from '../../../python/values.ts';
import { shapeArgument } from '../arguments.ts';
import { toArray } from '../conversion.ts';
import { type DTypeName, kindOf } from '../dtypes.ts';
import { type Facts, facts, noFacts } from '../facts.ts';
import { abstractArray, concreteArray, type NdArray, requireNumbers, type Shape } from '../ndarray.ts';
import { broadcastShapes } from '../shapes.ts';
import { allocate, type NumberItems } from '../storage.ts';
import { broadcastTo, copyArray } from '../views.ts';
import type { Draws } from './distributions.ts';
import type { RandomStream } from './streams.ts';

/** The shape of a result: `size=`, else what the parameters broadcast to; null stands for a scalar. */
export function resultShape(size: Value, parameters: readonly NdArray[], py: Interpreter): Shape | null {
  if (size !== null) return shapeArgument(size, py);
  const shape = broadcastShapes(parameters.map(parameter => parameter.shape));
  return shape.length === 0 ? null : shape;
}

export interface Recipe {
  readonly dtype?: DTypeName;
  readonly facts: (parameters: readonly NdArray[]) => Facts;
  readonly draw: (draws: Draws, parameters: readonly number[]) => number;
  readonly check?: (parameters: readonly number[]) => void;
}

/** A single draw as analysis knows it: a plain Python number. */
export function unknownNumber(dtype: DTypeName): Unknown {
  return new Unknown('a random number is not known before it runs', kindOf(dtype) === 'f' ? 'float' : 'int');
}

/** Draws one number per element, with parameters that may be arrays. */
export function drawArray(
  stream: RandomStream,
  recipe: Recipe,
  values: readonly Value[],
  size: Value,
  py: Interpreter,
): Value {
  const parameters = values.map(value => toArray(value, py));
  const shape = resultShape(size, parameters, py);
  const dtype = recipe.dtype ?? 'float64';
  touch(stream);
  if (!py.running) {
    if (recipe.check && parameters.every(parameter => parameter.rank === 0 && parameter.data !== null)) {
      recipe.check(parameters.map(parameter => requireNumbers(parameter)[0]));
    }
    if (shape === null) return unknownNumber(dtype);
    return abstractArray(shape, dtype, recipe.facts(parameters));
  }
  const { draws } = stream;
  const data = allocate((shape ?? []) as number[], dtype);
  const items = data.items as NumberItems;
  if (parameters.every(parameter => parameter.size === 1)) {
    const constants = parameters.map(parameter => requireNumbers(parameter)[0]);
    recipe.check?.(constants);
    for (let i = 0; i < items.length; i++) items[i] = recipe.draw(draws, constants);
  } else {
    const columns = parameters.map(parameter =>
      requireNumbers(copyArray(broadcastTo(parameter, shape ?? []))),
    );
    for (let i = 0; i < items.length; i++) {
      const row = columns.map(column => column[i]);
      recipe.check?.(row);
      items[i] = recipe.draw(draws, row);
    }
  }
  if (shape !== null) return concreteArray(data);
  // Legacy and new functions give plain Python numbers for a single draw.
  return kindOf(dtype) === 'f' ? new PyFloat(items[0]) : items[0];
}

export const unit = (): Facts => facts({ minimum: 0, maximum: 1, finite: true });
export const nonNegative = (): Facts => ({ ...noFacts });
export const counts = (): Facts => ({ ...noFacts, integers: true, finite: true, minimum: 0 });

export function positive(name: string, index: number) {
  return (parameters: readonly number[]): void => {
    if (parameters[index] < 0) throw raise(ValueError, `${name} < 0`);
  };
}
