/** What a layer expects of its inputs' shapes, checked before each call with Keras's messages. */
import { formatShape, type Shape } from '../../../../graph/shapes.ts';
import type { PythonError } from '../../../../python/errors.ts';
import { type ErrorDetail, raise, ValueError } from '../../../../python/errors.ts';

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
}

/** The error for inputs that do not fit, or null. `detail` is asked only for an error. */
export function checkInputs(
  specs: readonly InputSpec[],
  shapes: readonly Shape[],
  layerName: string,
  detail: () => ErrorDetail,
): PythonError | null {
  if (specs.length !== shapes.length) {
    return raise(
      ValueError,
      `Layer "${layerName}" expects ${specs.length} input(s), but it received ${shapes.length} input tensors.`,
      {
        code: 'input-count',
        ...detail(),
      },
    );
  }
  for (let index = 0; index < specs.length; index++) {
    const found = problem(specs[index], shapes[index]);
    if (found === null) continue;
    const text = `Input ${index} of layer "${layerName}" is incompatible with the layer: ${found.text}`;
    return raise(ValueError, text, { code: found.code, ...detail() });
  }
  return null;
}

function problem(spec: InputSpec, given: Shape): { code: string; text: string } | null {
  const found = `found ndim=${given.length}`;
  const full = () => `Full shape received: ${formatShape(given)}`;
  if (spec.ndim !== undefined && !spec.allowLastAxisSqueeze && given.length !== spec.ndim) {
    return { code: 'input-rank', text: `expected ndim=${spec.ndim}, ${found}. ${full()}` };
  }
  if (spec.maxNdim !== undefined && given.length > spec.maxNdim) {
    return { code: 'input-rank', text: `expected max_ndim=${spec.maxNdim}, ${found}` };
  }
  if (spec.minNdim !== undefined && given.length < spec.minNdim) {
    return { code: 'input-rank', text: `expected min_ndim=${spec.minNdim}, ${found}. ${full()}` };
  }
  for (const [axis, size] of spec.axes ?? []) {
    const dim = given.at(axis);
    if (dim !== undefined && dim !== null && dim !== size) {
      return {
        code: 'input-shape',
        text: `expected axis ${axis} of input shape to have value ${size}, but received input with shape ${formatShape(given)}`,
      };
    }
  }
  return spec.shape === undefined ? null : shapeProblem(spec, spec.shape, given);
}

function shapeProblem(spec: InputSpec, wanted: Shape, given: Shape): { code: string; text: string } | null {
  const squeeze = (shape: Shape): Shape =>
    spec.allowLastAxisSqueeze && shape.length > 0 && shape.at(-1) === 1 ? shape.slice(0, -1) : shape;
  const [left, right] = [squeeze(wanted), squeeze(given)];
  for (let axis = 0; axis < Math.min(left.length, right.length); axis++) {
    if (left[axis] === null || right[axis] === null || left[axis] === right[axis]) continue;
    return {
      code: 'input-shape',
      text: `expected shape=${formatShape(wanted)}, found shape=${formatShape(right)}`,
    };
  }
  return null;
}
