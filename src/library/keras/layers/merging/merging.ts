/** What the merge layers share: checks of the shapes with Keras's messages, masks, and bringing to one rank. */
import { ops } from '../../../../graph/index.ts';
import { type Dim, formatShape, type Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { type PythonError, raise, ValueError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { ofVersion } from '../../versionWords.ts';
import { defineLayer, type LayerCall, type LayerDefinition } from '../base/definition.ts';

/** Shapes as a Python list of tuples. */
export function formatShapes(shapes: readonly Shape[]): string {
  return `[${shapes.map(formatShape).join(', ')}]`;
}

export function mergeError(text: string, shapes: readonly Shape[]): PythonError {
  return raise(ValueError, text, {
    code: 'merge-shapes',
    explanation:
      shapes.length === 1
        ? message(
            'Merging takes a list of tensors, and this is one alone, of shape {0}.',
            formatShape(shapes[0]),
          )
        : message(
            'The inputs have shapes {0}, which do not fit together.',
            shapes.map(formatShape).join(', '),
          ),
  });
}

/** Keras's rule for two shapes without their batch axis. */
function broadcastPair(a: Shape, b: Shape, all: readonly Shape[]): Dim[] {
  const [long, short] = a.length < b.length ? [b, a] : [a, b];
  const lead = long.length - short.length;
  return long.map((dim, index) => {
    if (index < lead) return dim;
    const other = short[index - lead];
    if (dim === null || other === null) return null;
    if (dim === 1) return other;
    if (other === 1 || dim === other) return dim;
    throw mergeError(
      `Inputs have incompatible shapes. Received shapes ${formatShape(long)} and ${formatShape(short)}`,
      all,
    );
  });
}

/** Checks the shapes of an elementwise merge. */
export function checkMerge(py: Interpreter, shapes: readonly Shape[]): void {
  const batches = new Set(shapes.map(shape => shape[0]).filter(dim => dim !== null && dim !== undefined));
  if (batches.size > 1) {
    throw mergeError(
      `Cannot merge tensors with different batch sizes. ${ofVersion(py, { 3: 'Received', 2: 'Got' })} tensors with shapes ${formatShapes(shapes)}`,
      shapes,
    );
  }
  let merged: Shape = shapes[0].slice(1);
  for (const shape of shapes.slice(1)) merged = broadcastPair(merged, shape.slice(1), shapes);
}

/** Keras's error for a single tensor where a list belongs. */
export function requireList({ inputs, isList }: LayerCall): void {
  if (isList) return;
  const shape = formatShape(inputs[0]?.shape ?? []);
  throw mergeError(
    `A merge layer should be called on a list of inputs. Received: input_shape=${shape} (not a list of shapes)`,
    inputs.map(input => input.shape),
  );
}

/** Where all masks keep; null without any. */
export function jointMask({ masks }: LayerCall): Tensor | null {
  const given = masks.filter(mask => mask !== null);
  return given.length === 0 ? null : given.reduce((a, b) => ops.logicalAnd(a, b));
}

/** Inputs of lower rank gain axes after the batch. */
function sameRank(inputs: readonly Tensor[]): readonly Tensor[] {
  const rank = Math.max(...inputs.map(input => input.shape.length));
  return inputs.map(input => {
    let result = input;
    while (result.shape.length < rank) result = ops.expandDims(result, 1);
    return result;
  });
}

export interface ElementwiseMerge {
  readonly name: string;
  readonly documentation: string;
  /** Null where any number of inputs will do. */
  readonly inputs: number | null;
  readonly merge: (inputs: readonly Tensor[]) => Tensor;
}

/** A layer that merges a list of tensors element by element, with broadcasting. */
export function elementwiseMerge({
  name,
  documentation,
  inputs: count,
  merge,
}: ElementwiseMerge): LayerDefinition {
  return defineLayer<null>({
    name,
    module: `merging.${name.toLowerCase()}`,
    parameters: '',
    documentation,
    source: `https://keras.io/api/layers/merging_layers/${name.toLowerCase()}/`,
    masking: 'pass',
    init: () => null,
    build(_layer, shapes, py) {
      if (shapes.length === 0) return;
      checkMerge(py, shapes);
    },
    call(_layer, call) {
      requireList(call);
      const shapes = call.inputs.map(input => input.shape);
      if (count !== null && shapes.length !== count) {
        throw mergeError(
          `A \`${name}\` layer should be called on exactly ${count} inputs. Received: input_shape=${formatShapes(shapes)}`,
          shapes,
        );
      }
      checkMerge(call.py, shapes);
      return merge(sameRank(call.inputs));
    },
    mask: (_layer, call) => jointMask(call),
    flops(_layer, _input, output) {
      return output
        .slice(1)
        .reduce<Dim>((size, dim) => (size === null || dim === null ? null : size * dim), 1);
    },
  });
}
