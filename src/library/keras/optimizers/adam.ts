/** The optimizer `Adam`. */

import { adamRule } from './adamRule.ts';
import type { OptimizerDefinition } from './definition.ts';

export const adam: OptimizerDefinition = {
  name: 'Adam',
  parameters: 'learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, amsgrad=False',
  defaultName: 'adam',
  documentation:
    'Running means of gradients and of their squares, corrected for their start (Kingma and Ba 2014).',
  source: 'https://keras.io/api/optimizers/adam/',
  init: adamRule,
};
