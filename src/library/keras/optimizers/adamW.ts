/** The optimizer `AdamW`. */

import { adamRule } from './adamRule.ts';
import type { OptimizerDefinition } from './definition.ts';

export const adamW: OptimizerDefinition = {
  name: 'AdamW',
  parameters: 'learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, amsgrad=False',
  defaultName: 'adamw',
  weightDecay: 0.004,
  documentation: 'Adam with decoupled weight decay (Loshchilov and Hutter 2019).',
  source: 'https://keras.io/api/optimizers/adamw/',
  init: adamRule,
};
