/**
 * The shapes that a model was told to take: tf.keras compares its inputs with them when it is called, as far as both
 * have axes (`assert_input_compatibility` in keras/engine/input_spec.py of 2.15).
 */
import { formatShape, type Shape } from '../../../graph/shapes.ts';
import { type ErrorDetail, type PythonError, raise, ValueError } from '../../../python/errors.ts';
import { isMadeForData } from '../layers/base/openAxes.ts';
import type { ModelObject } from './modelObject.ts';

/** Whether tf.keras was told what the model takes; else its layers tell what they were built for. */
function isToldInputs(model: ModelObject): boolean {
  const [first] = model.stack;
  return model.kind === 'functional' || (first !== undefined && !isMadeForData(first));
}

/** What tf.keras raises where an input has another shape than the model was told; null where it fits. */
export function toldShapeError(
  model: ModelObject,
  index: number,
  given: Shape,
  detail: () => ErrorDetail,
): PythonError | null {
  const wanted = model.graph?.inputs[index]?.shape;
  if (wanted === undefined || !isToldInputs(model)) return null;
  const squeezed = (shape: Shape) => (shape.at(-1) === 1 ? shape.slice(0, -1) : shape);
  const [dims, reference] = [squeezed(given), squeezed(wanted)];
  const differs = dims.some((dim, axis) => {
    const other = reference[axis] ?? null;
    return axis > 0 && dim !== null && other !== null && dim !== other;
  });
  return differs
    ? raise(
        ValueError,
        `Input ${index} of layer "${model.name}" is incompatible with the layer: expected shape=${formatShape([null, ...wanted.slice(1)])}, found shape=${formatShape(given)}`,
        detail(),
      )
    : null;
}
