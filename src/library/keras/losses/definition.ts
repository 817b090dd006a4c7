/** How a loss is described: one file each, collected in index.ts. */
import type { Tensor } from '../../../graph/tensor.ts';
import type { ArgumentReader } from '../objects/arguments.ts';

/** Keras's epsilon: probabilities are kept this far from 0 and 1. */
export const epsilon = 1e-7;

export interface LossDefinition {
  /** The class's name; null for a plain function. */
  readonly className: string;
  readonly functionName: string;
  /** Other names of the function. */
  readonly aliases?: readonly string[];
  /** Parameters of its own, as Python writes them: `from_logits=False, axis=-1`. */
  readonly parameters: string;
  /** The class's default `name`, where it is not the function's. */
  readonly defaultName?: string;
  /** What the class's default `reduction` is, where it is not the usual one. */
  readonly defaultReduction?: string;
  readonly documentation: string;
  readonly source: string;
  /** What labels and output must be to each other, for checks and hovers. */
  readonly expects: 'one-hot' | 'sparse' | 'binary' | 'same' | 'plus-minus-one' | 'distribution';
  /** Whether the output must be probabilities unless `from_logits` is set. */
  readonly probabilities: boolean;
  /** Losses per sample from labels and outputs of the same dtype; reads its own parameters from `args`. */
  readonly compute: (args: ArgumentReader) => (yTrue: Tensor, yPred: Tensor) => Tensor;
}
