/** How a metric is described: one file each, collected in index.ts. */

import type { Shape } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { ArgumentReader } from '../objects/arguments.ts';

/** State that a metric adds up over batches. */
export interface MetricState {
  /** Makes (at the first use) and reads a running value. */
  read(name: string, shape?: Shape, initial?: number): Tensor;
  assign(name: string, value: Tensor): void;
}

/** What a metric does with batches and how it sums them up. */
export interface MetricRule {
  update(state: MetricState, yTrue: Tensor, yPred: Tensor, weight: Tensor | null): void;
  result(state: MetricState): Tensor;
}

export interface MetricDefinition {
  /** The class's name; strings name it also in snake case. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** The metric as a function of labels and outputs, where Keras has one. */
  readonly functionName?: string;
  /** Parameters of its own, as Python writes them; `name` and `dtype` follow. */
  readonly parameters: string;
  readonly defaultName: string;
  readonly documentation: string;
  readonly source: string;
  readonly init: (args: ArgumentReader) => MetricRule;
  /** Values per sample, for metrics that are means of a function. */
  readonly values?: (args: ArgumentReader) => (yTrue: Tensor, yPred: Tensor) => Tensor;
}
