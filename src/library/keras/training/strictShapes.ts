/**
 * Keras 1 compares the shapes of all data with those of the model's inputs and outputs before anything runs
 * (`standardize_input_data` in keras/engine/training.py of 1.2.2): no axis is added, dropped or repeated there.
 * tf.keras compares the inputs when the model is called.
 */
import { formatShape, type Shape } from '../../../graph/shapes.ts';
import { type ErrorDetail, type PythonError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Span } from '../../../python/syntax.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { toldShapeError } from '../models/toldShapes.ts';
import { ofVersion } from '../versionWords.ts';
import { orderOutputs } from './compileState.ts';
import { asWritten, DataLeaf, type Template } from './dataSource.ts';

/** What Keras 1 raises where data of a shape meets a place for another; null where they fit, and in later versions. */
export function strictShapeError(
  py: Interpreter,
  name: string,
  kind: 'input' | 'target',
  given: Shape,
  wanted: Shape,
  detail: () => ErrorDetail,
): PythonError | null {
  if (py.state(kerasVersionKey).current !== 1) return null;
  const shape = given.length === 1 ? [...given, 1] : given;
  const isOther = (dim: number | null, axis: number) =>
    axis > 0 && dim !== null && wanted[axis] !== null && dim !== wanted[axis];
  if (shape.length === wanted.length && !shape.some(isOther)) return null;
  const place =
    shape.length === wanted.length
      ? `shape ${formatShape([null, ...wanted.slice(1)])} but`
      : `${wanted.length} dimensions, but`;
  return raise(
    ValueError,
    `Error when checking model ${kind}: expected ${name} to have ${place} got array with shape ${formatShape(shape)}`,
    detail(),
  );
}

/**
 * Checks the inputs of a training call.
 * @param placeOf where the script writes the inputs
 * @throws ValueError of Keras 1 and 2, blamed on them
 */
export function checkInputShapes(
  py: Interpreter,
  model: ModelObject,
  template: Template,
  argument: string,
  placeOf: () => Span | null,
): void {
  const inputs = model.graph?.inputs ?? [];
  const leaves = orderOutputs(template.x, model.graph?.inputNames ?? null);
  const isTold = ofVersion(py, { 1: true, 2: true, 3: false });
  if (!isTold || leaves.length !== inputs.length) return;
  for (const [index, leaf] of leaves.entries()) {
    if (!(leaf instanceof DataLeaf) || leaf.shape.length === 0) continue;
    const wanted = inputs[index]!.shape;
    const name = model.graph?.inputNames[index] ?? `input_${index + 1}`;
    const traced = [template.traceRows ?? null, ...leaf.shape.slice(1)];
    const detail = (): ErrorDetail => {
      const whole = formatShape(leaf.array === null ? leaf.shape : asWritten(leaf.array).shape);
      const taken = formatShape([null, ...wanted.slice(1)]);
      const span = placeOf();
      const text = span === null ? argument : py.site!.source.slice(span.start.offset, span.end.offset);
      return {
        code: leaf.shape.length === wanted.length ? 'input-shape' : 'input-rank',
        blame: span === null ? { kind: 'argument', name: argument } : { kind: 'span', span },
        explanation:
          leaves.length === 1
            ? message('`{0}` is {1}, and the model takes {2}.', text, whole, taken)
            : message('The model takes input of shape {0} and receives {1}.', taken, whole),
      };
    };
    const error = ofVersion(py, {
      1: () => strictShapeError(py, name, 'input', leaf.shape, wanted, detail),
      2: () => toldShapeError(model, index, traced, detail),
      3: () => null,
    })();
    if (error !== null) throw error;
  }
}
