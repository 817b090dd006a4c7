/** Every optimizer. */
import { adadelta } from './adadelta.ts';
import { adafactor } from './adafactor.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamax } from './adamax.ts';
import { adamW } from './adamW.ts';
import type { OptimizerDefinition } from './definition.ts';
import { ftrl } from './ftrl.ts';
import { lion } from './lion.ts';
import { nadam } from './nadam.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';

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
