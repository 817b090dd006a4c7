/**
 * What a step computes on the host before its graph: text is looked up batch by batch, and the numbers that come of
 * it are further inputs of the traced program.
 */

import type { HostData } from '../../graph/attributes.ts';
import type { HostArray } from '../../graph/engine.ts';
import { topologicalOrder } from '../../graph/program.ts';
import { evaluateReference, toHost } from '../../graph/reference/index.ts';
import { isStatic } from '../../graph/shapes.ts';
import { attributesOf, constant, placeholder, type Tensor } from '../../graph/tensor.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { Value } from '../../python/values.ts';
import { wrap } from './tensors/conversion.ts';
import { mapStructure } from './tensors/graphNode.ts';
import { TensorObject } from './tensors/tensorObject.ts';
import { currentTrace } from './trace.ts';

/** Ends a trace whose host part is done; never seen by scripts. */
export class HostPartDone extends Error {}

export class HostInputs {
  /** Further inputs of the program, in the order in which the host computed them. */
  readonly placeholders: Tensor[] = [];
  /** What they hold for the batch that was traced. */
  readonly values: HostArray[] = [];
  private readonly known = new Map<Tensor, Tensor>();
  private readonly most: number;

  /** @param most after so many results the trace ends with {@link HostPartDone} */
  constructor(most: number = Number.POSITIVE_INFINITY) {
    this.most = most;
  }

  /** Remembers what a placeholder holds for this batch. */
  remember(tensor: Tensor, value: Tensor): void {
    this.known.set(tensor, value);
  }

  /** The numbers that a placeholder, or what is computed of placeholders alone, holds for this batch. */
  valueOf(tensor: Tensor): Tensor | undefined {
    const { shape, dtype } = tensor;
    const direct = this.known.get(tensor);
    if (direct !== undefined || !isStatic(shape)) return direct;
    const given = new Map<Tensor, HostData>();
    for (const leaf of topologicalOrder([tensor])) {
      if (leaf.inputs.length > 0 || leaf.op === 'constant') continue;
      const value = this.known.get(leaf);
      // Weights and random numbers change from step to step.
      if (value?.op !== 'constant') return undefined;
      given.set(leaf, attributesOf(value, 'constant').data);
    }
    const [cells] = evaluateReference([tensor], given);
    return constant(toHost(cells, dtype), shape, dtype);
  }

  /** A constant that the host computed, as an input of the program. */
  feed(value: Tensor): Tensor {
    const { data } = attributesOf(value, 'constant');
    const input = placeholder(value.shape, value.dtype, 'host');
    this.placeholders.push(input);
    this.values.push({ data, shape: value.shape as readonly number[], dtype: value.dtype } as HostArray);
    this.remember(input, value);
    if (this.placeholders.length >= this.most) throw new HostPartDone();
    return input;
  }
}

/** Computes on the host; inside a step that takes text, numbers become inputs of the step. */
export function onHost(py: Interpreter, compute: () => Value): Value {
  const trace = currentTrace(py);
  const { host } = trace;
  if (host === null) return compute();
  // What the computation itself calls stays on the host.
  trace.host = null;
  let made: Value;
  try {
    made = compute();
  } finally {
    trace.host = host;
  }
  return mapStructure(made, leaf =>
    leaf instanceof TensorObject && leaf.tensor.op === 'constant' ? wrap(py, host.feed(leaf.tensor)) : leaf,
  );
}
