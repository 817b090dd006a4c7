/** Every activation function, and how an `activation` argument names one. */

import type { NativeFunction } from '../../../python/functions.ts';
import { type ActivationDefinition, activationFunction } from './definition.ts';
import { elu } from './elu.ts';
import { exponential } from './exponential.ts';
import { gelu } from './gelu.ts';
import { hardSigmoid } from './hardSigmoid.ts';
import { hardSilu } from './hardSilu.ts';
import { leakyRelu } from './leakyRelu.ts';
import { linear } from './linear.ts';
import { logSoftmax } from './logSoftmax.ts';
import { mish } from './mish.ts';
import { relu } from './relu.ts';
import { relu6 } from './relu6.ts';
import { selu } from './selu.ts';
import { sigmoid } from './sigmoid.ts';
import { silu } from './silu.ts';
import { softmax } from './softmax.ts';
import { softplus } from './softplus.ts';
import { softsign } from './softsign.ts';
import { tanh } from './tanh.ts';

/** The registry. */
export const activations: readonly ActivationDefinition[] = [
  relu,
  leakyRelu,
  relu6,
  softmax,
  elu,
  selu,
  softplus,
  softsign,
  silu,
  gelu,
  tanh,
  sigmoid,
  exponential,
  hardSigmoid,
  hardSilu,
  linear,
  mish,
  logSoftmax,
];

/** The Python functions by every name. */
export const activationFunctions: ReadonlyMap<string, NativeFunction> = new Map(
  activations.flatMap(definition => {
    const made = activationFunction(definition);
    return [definition.name, ...(definition.aliases ?? [])].map(name => [name, made] as const);
  }),
);

const definitions = new Map<unknown, ActivationDefinition>(
  activations.map(definition => [activationFunctions.get(definition.name), definition]),
);

/** The definition behind a function of keras.activations; undefined for the user's own. */
export function activationDefinitionOf(value: unknown): ActivationDefinition | undefined {
  return definitions.get(value);
}
