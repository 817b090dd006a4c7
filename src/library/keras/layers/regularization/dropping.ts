/** What the dropout layers share: the rate, the random stream, and the mask of kept elements. */

import { ops } from '../../../../graph/index.ts';
import { SeedStream } from '../../../../graph/random.ts';
import type { Dim } from '../../../../graph/shapes.ts';
import { isStatic } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { TypeError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { classOf } from '../../../../python/types.ts';
import { NotKnown } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { nextSeed } from '../../naming.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import { raiseInWords } from '../../versionWords.ts';

export interface DropoutSettings {
  readonly rate: number;
  readonly stream: SeedStream;
}

/** Layers that take any rate in Keras 2; attention hands it on to TensorFlow. */
const unchecked: ReadonlySet<string> = new Set([
  'GaussianDropout',
  'AlphaDropout',
  'Attention',
  'AdditiveAttention',
]);

/** A rate between 0 and 1; Keras's error for anything else. */
export function readRate(args: ArgumentReader, name = 'rate'): number {
  const value = args.value(name);
  const rate = numberOf(value);
  if (rate === undefined || rate < 0 || rate > 1) {
    const { current: version } = args.py.state(kerasVersionKey);
    // Keras 1 drops nothing then, nor do the layers of Keras 2 that do not look at it.
    if (rate !== undefined && (version === 1 || (version === 2 && unchecked.has(args.className)))) return 0;
    if (version === 2 && rate === undefined) throw new NotKnown('Keras 2 looks at the rate when it trains');
    const shown = args.py.str(value);
    throw raiseInWords(
      args.py,
      {
        3: `Invalid value received for argument \`${name}\`. Expected a float value between 0 and 1. Received: ${name}=${shown}`,
        2: `Invalid value ${shown} received for \`rate\`, expected a value between 0 and 1.`,
        1: [TypeError, `'<' not supported between instances of 'float' and '${classOf(value).name}'`],
      },
      {
        code: 'invalid-argument',
        blame: { kind: 'argument', name },
        explanation: message('The rate is a share between 0 and 1, and {0} is not.', args.py.str(value)),
      },
    );
  }
  return rate;
}

/** A stream of random numbers from the `seed` argument, or its own seed. */
export function seedStream(args: ArgumentReader, py: Interpreter): SeedStream {
  const seed = args.value('seed');
  return new SeedStream(typeof seed === 'number' ? seed : nextSeed(py));
}

/** x with elements dropped at random and the rest scaled up; `noise` may hold 1 for axes that share a draw. */
export function dropOut(
  x: Tensor,
  { rate, stream }: DropoutSettings,
  noise: readonly Dim[] = x.shape,
): Tensor {
  const input = ops.toFloat(x);
  if (rate === 0) return input;
  const shape = noise.map((dim, axis) => dim ?? x.shape[axis]);
  if (!isStatic(shape)) return ops.identity(input);
  if (rate === 1) return ops.mul(input, 0);
  const keep = ops.bernoulli(shape, 1 - rate, stream);
  return ops.mul(ops.mul(input, ops.cast(keep, input.dtype)), 1 / (1 - rate));
}
