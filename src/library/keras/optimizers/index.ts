/** Every optimizer. */
import { adadelta } from './adadelta.ts';
import { adafactor } from './adafactor.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamW } from './adamW.ts';
import { adamax } from './adamax.ts';
import { ftrl } from './ftrl.ts';
import { lion } from './lion.ts';
import { nadam } from './nadam.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';
import type { OptimizerDefinition } from './definition.ts';

/** The registry. */
export const optimizers: readonly OptimizerDefinition[] = [
  sgd,
  rmsprop,
  adam,
  adamW,
  adagrad,
  adadelta,
  adamax,
  nadam,
  lion,
  ftrl,
  adafactor,
];
