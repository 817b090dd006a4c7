/** What ends a model: the logits behind its probabilities, and a temperature that divides them. */

import { ops } from '../../../graph/index.ts';
import type { Shape } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { Span } from '../../../python/syntax.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import type { ModelObject } from './modelObject.ts';

export interface HeadTemperature {
  readonly value: number;
  /** The layer's constructor call or the division, where known. */
  readonly span: Span | null;
}

export interface ClassifierHead {
  /** `none`: not a classifier, or its output is not known. `logits`: no activation at the end. */
  readonly kind: 'softmax' | 'sigmoid' | 'logits' | 'other' | 'none';
  /** The values before softmax and before the temperature; null for `none`. */
  readonly logits: Tensor | null;
  readonly probabilities: Tensor | null;
  readonly temperature: HeadTemperature | null;
  /** Size of the last axis; null when unknown. */
  readonly units: number | null;
  /** The layer that ends the model. */
  readonly layer: LayerObject | null;
}

const noHead: ClassifierHead = {
  kind: 'none',
  logits: null,
  probabilities: null,
  temperature: null,
  units: null,
  layer: null,
};

/** Operations that only pass a value on. */
function through(tensor: Tensor): Tensor {
  let current = tensor;
  while (
    current.op === 'identity' ||
    current.op === 'cast' ||
    (current.op === 'reshape' && sameElements(current))
  )
    current = current.inputs[0];
  return current;
}

function sameElements(tensor: Tensor): boolean {
  const [a, b]: [Shape, Shape] = [tensor.shape, tensor.inputs[0].shape];
  return a.at(-1) === b.at(-1);
}

/** A division of logits by a constant (or a product with one): the value below it and the temperature. */
export function splitTemperature(tensor: Tensor): { logits: Tensor; temperature: number | null } {
  let logits = through(tensor);
  let temperature: number | null = null;
  for (;;) {
    if (logits.op !== 'div' && logits.op !== 'mul') return { logits, temperature };
    const factor = ops.uniformConstant(through(logits.inputs[1]));
    const swapped = logits.op === 'mul' ? ops.uniformConstant(through(logits.inputs[0])) : undefined;
    const value = factor ?? swapped;
    if (value === undefined || value === 0) return { logits, temperature };
    temperature = (temperature ?? 1) * (logits.op === 'div' ? value : 1 / value);
    logits = through(logits.inputs[factor === undefined ? 1 : 0]);
  }
}

/** What ends the graph at `output`. */
export function headOf(output: Tensor, layer: LayerObject | null = null): ClassifierHead {
  const end = through(output);
  const units = output.shape.at(-1) ?? null;
  const kind = end.op === 'softmax' ? 'softmax' : end.op === 'sigmoid' ? 'sigmoid' : null;
  if (kind !== null) {
    const { logits, temperature } = splitTemperature(end.inputs[0]);
    return {
      kind,
      logits,
      probabilities: output,
      temperature: temperature === null ? null : { value: temperature, span: layer?.madeAt ?? null },
      units,
      layer,
    };
  }
  const linear =
    end.op === 'matmul' ||
    end.op === 'add' ||
    end.op === 'convolution' ||
    end.op === 'div' ||
    end.op === 'mul';
  return {
    kind: linear ? 'logits' : 'other',
    logits: linear ? splitTemperature(end).logits : null,
    probabilities: null,
    temperature: null,
    units,
    layer,
  };
}

/** The head of a model with one output; `none` where the output is not known yet or there are several. */
export function classifierHead(model: ModelObject): ClassifierHead {
  const { graph } = model;
  if (graph === null || graph.outputs.length !== 1) return noHead;
  const output = graph.outputs[0];
  const operation = output.history?.node.operation ?? null;
  const layer = graph.layers.find(item => item === operation) ?? null;
  return headOf(output.tensor, layer);
}
