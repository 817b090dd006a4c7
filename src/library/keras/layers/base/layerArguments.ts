/** Constructor arguments that layers share: activations, initializers, regularizers, constraints, windows. */

import { AssertionError } from '../../../../python/errors.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { type Activation, resolveActivation } from '../../activations/resolve.ts';
import { resolveConstraint } from '../../constraints/index.ts';
import { imageDataFormatKey } from '../../imageDataFormat.ts';
import { type Initializer, resolveInitializer } from '../../initializers/resolve.ts';
import type { ArgumentReader } from '../../objects/arguments.ts';
import { resolveRegularizer } from '../../regularizers/index.ts';
import type { Constraint, Regularizer } from '../../tensors/variableObject.ts';

export function activationOf(args: ArgumentReader, name = 'activation'): Activation {
  return resolveActivation(args.py, args.value(name), name);
}

export function initializerOf(args: ArgumentReader, name: string): Initializer {
  return resolveInitializer(args.py, args.value(name), name);
}

export function regularizerOf(args: ArgumentReader, name: string): Regularizer | null {
  return resolveRegularizer(args.py, args.value(name), name);
}

export function constraintOf(args: ArgumentReader, name: string): Constraint | null {
  return resolveConstraint(args.py, args.value(name), name);
}

/** How a weight begins, is penalised and is kept in bounds. */
export interface WeightSettings {
  readonly initializer: Initializer;
  readonly regularizer: Regularizer | null;
  readonly constraint: Constraint | null;
}

/** `{prefix}_initializer`, `{prefix}_regularizer` and `{prefix}_constraint` together. */
export function weightSettings(args: ArgumentReader, prefix: string): WeightSettings {
  return {
    initializer: initializerOf(args, `${prefix}_initializer`),
    regularizer: regularizerOf(args, `${prefix}_regularizer`),
    constraint: constraintOf(args, `${prefix}_constraint`),
  };
}

/** What Keras 1 called the two orders (`dim_ordering`). */
const orderings: Readonly<Record<string, 'channels_last' | 'channels_first'>> = {
  tf: 'channels_last',
  th: 'channels_first',
};

/** `channels_last` or `channels_first`; for None what the program has set. */
export function dataFormatOf(args: ArgumentReader): 'channels_last' | 'channels_first' {
  const value = args.value('data_format');
  const older = args.py.state(kerasVersionKey).current < 3 ? orderings[String(value)] : undefined;
  if (older !== undefined) return older;
  if (value === null) return args.py.state(imageDataFormatKey).current;
  const { className } = args;
  const isPool = className.includes('Pooling');
  const isDropout = className.startsWith('SpatialDropout');
  return args.oneOf('data_format', ['channels_last', 'channels_first'], given => ({
    3: `The \`data_format\` argument must be one of {'channels_last', 'channels_first'}. Received: data_format=${given}`,
    2: isDropout
      ? `\`data_format\` must be "channels_last" or "channels_first". Received: data_format=${args.py.str(args.value('data_format'))}.`
      : `The \`data_format\` argument must be one of "channels_first", "channels_last". Received: ${args.py.str(args.value('data_format'))}`,
    1: isDropout
      ? [AssertionError, 'dim_ordering must be in {tf, th}']
      : `${isPool ? '`dim_ordering`' : 'dim_ordering'} must be in {tf, th}.`,
  }));
}
