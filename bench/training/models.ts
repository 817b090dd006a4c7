// The benchmark's models, written as graph programs: one training step with Adam and a mean loss.
import {
  constant,
  gradients,
  ops,
  type Program,
  placeholder,
  type Tensor,
  Variable,
} from '../../src/graph/index.ts';

export interface BenchModel {
  readonly name: string;
  readonly rows: number;
  readonly batch: number;
  readonly inputShape: readonly number[];
  readonly classes: number;
  /** Inputs are indices below this; null for numbers in [0, 1). */
  readonly vocabulary: number | null;
  /** The batch on backends that would take minutes for a step; null where the usual one will do. */
  readonly smallBatch: number | null;
  /** The training step for a batch of so many rows; variables are shared between sizes. */
  step(rows: number): Program;
}

let seed = 1;

export function weights(name: string, shape: readonly number[]): Variable {
  const fan = shape.slice(0, -1).reduce((a, b) => a * b, 1) + shape[shape.length - 1];
  const limit = shape.length === 1 ? 0 : Math.sqrt(6 / fan);
  const initial = () =>
    Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
      return ((seed >>> 8) / 2 ** 24 - 0.5) * 2 * limit;
    });
  return new Variable({ name, shape, initial });
}

/** Adam's update of each variable, with the step count as a variable. */
export function adam(
  loss: Tensor,
  variables: readonly Variable[],
  slots: Map<Variable, [Variable, Variable]>,
  count: Variable,
) {
  const found = gradients(
    loss,
    variables.map(variable => variable.read()),
  );
  const next = ops.add(count.read(), 1);
  const rate = ops.div(
    ops.mul(0.001, ops.sqrt(ops.sub(1, ops.pow(0.999, next)))),
    ops.sub(1, ops.pow(0.9, next)),
  );
  const updates: { variable: Variable; value: Tensor }[] = [{ variable: count, value: next }];
  variables.forEach((variable, index) => {
    const gradient = found[index] as Tensor;
    let pair = slots.get(variable);
    if (pair === undefined) {
      pair = [0, 1].map(
        () =>
          new Variable({
            name: `${variable.name}/slot`,
            shape: variable.shape,
            initial: 0,
            trainable: false,
          }),
      ) as [Variable, Variable];
      slots.set(variable, pair);
    }
    const [m, v] = pair;
    const first = ops.flush(ops.add(m.read(), ops.mul(ops.sub(gradient, m.read()), 0.1)));
    const second = ops.flush(ops.add(v.read(), ops.mul(ops.sub(ops.square(gradient), v.read()), 0.001)));
    const value = ops.sub(variable.read(), ops.div(ops.mul(first, rate), ops.add(ops.sqrt(second), 1e-7)));
    updates.push({ variable: m, value: first }, { variable: v, value: second }, { variable, value });
  });
  return updates;
}

export function model(
  name: string,
  options: {
    rows: number;
    batch: number;
    inputShape: readonly number[];
    classes: number;
    vocabulary?: number;
    smallBatch?: number;
  },
  variables: readonly Variable[],
  forward: (x: Tensor) => Tensor,
): BenchModel {
  const slots = new Map<Variable, [Variable, Variable]>();
  const count = new Variable({ name: 'count', shape: [], initial: 0, trainable: false });
  return {
    name,
    vocabulary: null,
    smallBatch: null,
    ...options,
    step(rows) {
      const x = placeholder([rows, ...options.inputShape]);
      const y = placeholder([rows, options.classes]);
      const logits = forward(x);
      const loss = ops.mean(ops.softmaxCrossEntropy(logits, y));
      const accuracy = ops.mean(ops.sameArgMax(logits, y));
      return { inputs: [x, y], outputs: [loss, accuracy], updates: adam(loss, variables, slots, count) };
    },
  };
}

export function dense(x: Tensor, kernel: Variable, bias: Variable): Tensor {
  return ops.add(ops.matmul(x, kernel.read()), bias.read());
}

export function smallDense(): BenchModel {
  const [a, b, c, d] = [weights('a', [10, 32]), weights('b', [32]), weights('c', [32, 3]), weights('d', [3])];
  const options = { rows: 100, batch: 32, inputShape: [10], classes: 3 };
  return model('10-32-3', options, [a, b, c, d], x => dense(ops.relu(dense(x, a, b)), c, d));
}

export function perceptron(): BenchModel {
  const [a, b, c, d] = [
    weights('a', [784, 128]),
    weights('b', [128]),
    weights('c', [128, 10]),
    weights('d', [10]),
  ];
  const options = { rows: 4096, batch: 128, inputShape: [784], classes: 10 };
  return model('784-128-10', options, [a, b, c, d], x => dense(ops.relu(dense(x, a, b)), c, d));
}

export function convolutional(): BenchModel {
  const [k1, b1, k2, b2] = [
    weights('k1', [3, 3, 1, 32]),
    weights('b1', [32]),
    weights('k2', [3, 3, 32, 64]),
    weights('b2', [64]),
  ];
  const [w, b] = [weights('w', [1600, 10]), weights('b', [10])];
  const options = { rows: 512, batch: 64, inputShape: [28, 28, 1], classes: 10 };
  return model('CNN', options, [k1, b1, k2, b2, w, b], x => {
    const first = ops.maxPool(ops.relu(ops.add(ops.convolution(x, k1.read()), b1.read())), { size: 2 });
    const second = ops.maxPool(ops.relu(ops.add(ops.convolution(first, k2.read()), b2.read())), { size: 2 });
    return dense(ops.reshape(second, [-1, 1600]), w, b);
  });
}

/** The last state of an LSTM over all steps, as the layer traces it: one step in a loop. */
function lstm(x: Tensor, units: number, [kernel, recurrence, bias]: readonly Variable[]): Tensor {
  const start = constant(0, [x.shape[0] as number, units]);
  const projected = ops.add(ops.matmul(ops.transpose(x, [1, 0, 2]), kernel.read()), bias.read());
  const made = ops.loop({
    sequences: [projected],
    starts: [start, start],
    backwards: false,
    step([input], [hidden, cell]) {
      const gates = ops.split(ops.add(input, ops.matmul(hidden, recurrence.read())), 4, 1);
      const carry = ops.add(
        ops.mul(ops.sigmoid(gates[1]), cell),
        ops.mul(ops.sigmoid(gates[0]), ops.tanh(gates[2])),
      );
      return { next: [ops.mul(ops.sigmoid(gates[3]), ops.tanh(carry)), carry], emitted: [] };
    },
  });
  if (made === null) throw new TypeError('the steps make no loop');
  return made.states[0];
}

function recurrentModel(
  name: string,
  units: number,
  options: { rows: number; batch: number; inputShape: readonly [number, number]; classes: number },
): BenchModel {
  const weightsOfCell = [
    weights('k', [options.inputShape[1], 4 * units]),
    weights('r', [units, 4 * units]),
    weights('b', [4 * units]),
  ];
  const [w, b] = [weights('w', [units, options.classes]), weights('b', [options.classes])];
  return model(name, options, [...weightsOfCell, w, b], x => dense(lstm(x, units, weightsOfCell), w, b));
}

export function recurrent(): BenchModel {
  return recurrentModel('LSTM', 64, { rows: 256, batch: 32, inputShape: [32, 16], classes: 10 });
}

export function longRecurrent(): BenchModel {
  return recurrentModel('LSTM 500', 32, { rows: 64, batch: 32, inputShape: [500, 8], classes: 10 });
}

/** Normalization over the last axis, with scale and shift. */
function normalize(x: Tensor, scale: Variable, shift: Variable): Tensor {
  const centred = ops.sub(x, ops.mean(x, [-1], true));
  const variance = ops.mean(ops.square(centred), [-1], true);
  return ops.add(ops.mul(ops.mul(centred, ops.rsqrt(ops.add(variance, 1e-3))), scale.read()), shift.read());
}

/** One block of one head: attention, a dense pair, residuals and normalization around both; then a pooled head. */
export function transformer(): BenchModel {
  const [steps, width, inner] = [32, 64, 128];
  const square = ['q', 'k', 'v', 'o'].map(name => weights(name, [width, width]));
  const biases = ['qb', 'kb', 'vb', 'ob'].map(name => weights(name, [width]));
  const [up, upBias, down, downBias] = [
    weights('up', [width, inner]),
    weights('ub', [inner]),
    weights('down', [inner, width]),
    weights('db', [width]),
  ];
  const scales = ['s1', 'h1', 's2', 'h2'].map(
    (name, index) => new Variable({ name, shape: [width], initial: index % 2 === 0 ? 1 : 0 }),
  );
  const [w, b] = [weights('w', [width, 10]), weights('b', [10])];
  const options = { rows: 256, batch: 32, inputShape: [steps, width], classes: 10 };
  const all = [...square, ...biases, up, upBias, down, downBias, ...scales, w, b];
  return model('transformer', options, all, x => {
    const [q, k, v] = [0, 1, 2].map(index => dense(x, square[index], biases[index]));
    const attention = ops.softmax(ops.matmul(q, k, { transposeB: true }));
    const attended = dense(ops.matmul(attention, v), square[3], biases[3]);
    const first = normalize(ops.add(x, attended), scales[0], scales[1]);
    const fed = dense(ops.relu(dense(first, up, upBias)), down, downBias);
    const second = normalize(ops.add(first, fed), scales[2], scales[3]);
    return dense(ops.mean(second, [1]), w, b);
  });
}

/** An embedding of 5,000 words, averaged over 64 of them, and two dense layers. */
export function textClassifier(): BenchModel {
  const [words, width] = [5000, 32];
  const table = weights('table', [words, width]);
  const [a, b, c, d] = [
    weights('a', [width, 16]),
    weights('b', [16]),
    weights('c', [16, 2]),
    weights('d', [2]),
  ];
  const options = { rows: 1024, batch: 64, inputShape: [64], classes: 2, vocabulary: words };
  return model('embedding', options, [table, a, b, c, d], x => {
    const pooled = ops.mean(ops.gather(table.read(), ops.cast(x, 'int32'), 0), [1]);
    return dense(ops.relu(dense(pooled, a, b)), c, d);
  });
}
