/** What a layer expects of its inputs' shapes, checked before each call with Keras's messages. */
import { formatShape, type Shape } from '../../../../graph/shapes.ts';
import type { ErrorDetail, PythonError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { ofVersion, raiseInWords } from '../../versionWords.ts';

export interface InputSpec {
  readonly ndim?: number;
  readonly minNdim?: number;
  readonly maxNdim?: number;
  /** Sizes by axis, negative axes counted from the end. */
  readonly axes?: ReadonlyMap<number, number>;
  readonly shape?: Shape;
  /** The input's name, for data in a dict. */
  readonly name?: string;
  /** Whether a last axis of 1 may be missing or too much (inputs of functional models). */
  readonly allowLastAxisSqueeze?: boolean;
  /** What Keras 1 expected instead. */
  readonly inKeras1?: InputSpec;
}

/** What the script's version expects. */
export function specsOf(py: Interpreter, specs: readonly InputSpec[]): readonly InputSpec[] {
  return py.state(kerasVersionKey).current === 1 ? specs.map(spec => spec.inKeras1 ?? spec) : specs;
}

/** The error for inputs that do not fit, or null. `detail` is asked only for an error. */
export function checkInputs(
  py: Interpreter,
  specs: readonly InputSpec[],
  shapes: readonly Shape[],
  layerName: string,
  detail: () => ErrorDetail,
): PythonError | null {
  if (specs.length !== shapes.length) {
    const [wanted, given] = [specs.length, shapes.length];
    const words = {
      3: `Layer "${layerName}" expects ${wanted} input(s), but it received ${given} input tensors.`,
      2: `Layer "${layerName}" expects ${wanted} input(s), but it received ${given} input tensors. Inputs received: [${shapes.map(shownInput).join(', ')}]`,
      1: `Layer ${layerName} expects ${wanted} inputs, but it received ${given} input tensors.`,
    };
    return raiseInWords(py, words, { code: 'input-count', ...detail() });
  }
  for (let index = 0; index < specs.length; index++) {
    const found = problem(py, specs[index], shapes[index]);
    if (found === null) continue;
    const words = {
      3: `Input ${index} of layer "${layerName}" is incompatible with the layer: ${found.text}`,
      1: `Input ${index} is incompatible with layer ${layerName}: ${found.text}`,
    };
    return raiseInWords(py, words, { code: found.code, ...detail() });
  }
  return null;
}

function shownInput(shape: Shape): string {
  return `<tf.Tensor 'Placeholder:0' shape=${formatShape(shape)} dtype=float32>`;
}

interface Problem {
  readonly code: string;
  readonly text: string;
}

function problem(py: Interpreter, spec: InputSpec, given: Shape): Problem | null {
  const found = `found ndim=${given.length}`;
  const full = ofVersion(py, { 3: `. Full shape received: ${formatShape(given)}`, 1: '' });
  if (spec.ndim !== undefined && !spec.allowLastAxisSqueeze && given.length !== spec.ndim) {
    return { code: 'input-rank', text: `expected ndim=${spec.ndim}, ${found}${full}` };
  }
  if (spec.maxNdim !== undefined && given.length > spec.maxNdim) {
    return { code: 'input-rank', text: `expected max_ndim=${spec.maxNdim}, ${found}` };
  }
  if (spec.minNdim !== undefined && given.length < spec.minNdim) {
    const wanted = ofVersion(py, { 3: `min_ndim=${spec.minNdim}`, 1: `ndim >= ${spec.minNdim}` });
    return { code: 'input-rank', text: `expected ${wanted}, ${found}${full}` };
  }
  for (const [axis, size] of spec.axes ?? []) {
    const dim = given.at(axis);
    if (dim !== undefined && dim !== null && dim !== size) {
      const wanted = given.map((_, index) => (index === (axis + given.length) % given.length ? size : null));
      return {
        code: 'input-shape',
        text: ofVersion(py, {
          3: `expected axis ${axis} of input shape to have value ${size}, but received input with shape ${formatShape(given)}`,
          1: `expected shape=${formatShape(wanted)}, found shape=${formatShape(given)}`,
        }),
      };
    }
  }
  return spec.shape === undefined ? null : shapeProblem(py, spec, spec.shape, given);
}

function shapeProblem(py: Interpreter, spec: InputSpec, wanted: Shape, given: Shape): Problem | null {
  const squeeze = (shape: Shape): Shape =>
    spec.allowLastAxisSqueeze && shape.length > 0 && shape.at(-1) === 1 ? shape.slice(0, -1) : shape;
  const [left, right] = [squeeze(wanted), squeeze(given)];
  for (let axis = 0; axis < Math.min(left.length, right.length); axis++) {
    if (left[axis] === null || right[axis] === null || left[axis] === right[axis]) continue;
    const shown = ofVersion(py, { 3: right, 2: given });
    return {
      code: 'input-shape',
      text: `expected shape=${formatShape(wanted)}, found shape=${formatShape(shown)}`,
    };
  }
  return null;
}
