// Models whose steps are long: what they cost must not be more than in tfjs either.
import { ops, type Tensor, Variable } from '../../src/graph/index.ts';
import { type BenchModel, dense, model, weights } from './models.ts';

/** Two wide layers; 6.3 million weights. */
export function wide(): BenchModel {
  const sizes = [1024, 2048, 2048, 10];
  const pairs = sizes
    .slice(1)
    .map((units, index): [Variable, Variable] => [
      weights(`w${index}`, [sizes[index], units]),
      weights(`b${index}`, [units]),
    ]);
  const options = { rows: 512, batch: 128, smallBatch: 8, inputShape: [1024], classes: 10 };
  return model('wide', options, pairs.flat(), x =>
    pairs.reduce((value, [w, b], index) => {
      const next = dense(value, w, b);
      return index === pairs.length - 1 ? next : ops.relu(next);
    }, x),
  );
}

interface Normalized {
  readonly kernel: Variable;
  readonly scale: Variable;
  readonly shift: Variable;
}

function normalized(name: string, size: number, from: number, to: number): Normalized {
  return {
    kernel: weights(`${name}/kernel`, [size, size, from, to]),
    scale: new Variable({ name: `${name}/scale`, shape: [to], initial: 1 }),
    shift: new Variable({ name: `${name}/shift`, shape: [to], initial: 0 }),
  };
}

/** A convolution and the normalization of its channels over the batch. */
function convolve(x: Tensor, { kernel, scale, shift }: Normalized, strides = 1): Tensor {
  const y = ops.convolution(x, kernel.read(), { strides, padding: 'same' });
  const centred = ops.sub(y, ops.mean(y, [0, 1, 2], true));
  const variance = ops.mean(ops.square(centred), [0, 1, 2], true);
  return ops.add(ops.mul(ops.mul(centred, ops.rsqrt(ops.add(variance, 1e-3))), scale.read()), shift.read());
}

/** A residual network as for CIFAR-10: a stem, three stages of one block each, of 16, 32 and 64 channels. */
export function residual(): BenchModel {
  const stem = normalized('stem', 3, 3, 16);
  const stages = [16, 32, 64].map((to, index) => {
    const from = index === 0 ? 16 : to / 2;
    return {
      strides: index === 0 ? 1 : 2,
      first: normalized(`first${to}`, 3, from, to),
      second: normalized(`second${to}`, 3, to, to),
      skip: index === 0 ? null : normalized(`skip${to}`, 1, from, to),
    };
  });
  const [w, b] = [weights('w', [64, 10]), weights('b', [10])];
  const layers = [
    stem,
    ...stages.flatMap(({ first, second, skip }) => [first, second, ...(skip ? [skip] : [])]),
  ];
  const variables = [...layers.flatMap(({ kernel, scale, shift }) => [kernel, scale, shift]), w, b];
  const options = { rows: 256, batch: 64, smallBatch: 4, inputShape: [32, 32, 3], classes: 10 };
  return model('residual', options, variables, x => {
    let value = ops.relu(convolve(x, stem));
    for (const { first, second, skip, strides } of stages) {
      const through = convolve(ops.relu(convolve(value, first, strides)), second);
      value = ops.relu(ops.add(through, skip === null ? value : convolve(value, skip, strides)));
    }
    return dense(ops.mean(value, [1, 2]), w, b);
  });
}
