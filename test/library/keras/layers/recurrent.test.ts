// Recurrent layers: shapes, parameters, and every step against plain loops.
import { describe, expect, test } from 'vitest';
import { evaluateReference } from '../../../../src/graph/reference/index.ts';
import { constant } from '../../../../src/graph/tensor.ts';
import { callLayer } from '../../../../src/library/keras/layers/base/callLayer.ts';
import { wrap } from '../../../../src/library/keras/tensors/conversion.ts';
import { Trace, withTrace } from '../../../../src/library/keras/trace.ts';
import {
  at,
  checkLayer,
  expectClose,
  fill,
  type LayerCase,
  type Numbers,
  numbers,
  raised,
  runLayer,
  tensorIn,
  withLayer,
} from './layer-harness.ts';
import { type Cell, gruCell, loop, lstmCell, sigmoid, simpleCell } from './recurrent-loops.ts';

const seq = [null, 5, 3];
const cases: readonly LayerCase[] = [
  { make: 'SimpleRNN(4)', input: seq, output: [null, 4], weights: [[3, 4], [4, 4], [4]] },
  { make: 'LSTM(4)', input: seq, output: [null, 4], weights: [[3, 16], [4, 16], [16]] },
  {
    make: 'LSTM(4, return_sequences=True, use_bias=False)',
    input: seq,
    output: [null, 5, 4],
    weights: [
      [3, 16],
      [4, 16],
    ],
  },
  {
    make: 'LSTM(4, return_sequences=True, return_state=True)',
    input: seq,
    output: [
      [null, 5, 4],
      [null, 4],
      [null, 4],
    ],
    weights: [[3, 16], [4, 16], [16]],
  },
  {
    make: 'GRU(4)',
    input: seq,
    output: [null, 4],
    weights: [
      [3, 12],
      [4, 12],
      [2, 12],
    ],
  },
  {
    make: 'GRU(4, reset_after=False, return_state=True)',
    input: seq,
    output: [
      [null, 4],
      [null, 4],
    ],
    weights: [[3, 12], [4, 12], [12]],
  },
  {
    make: 'LSTM(4, dropout=0.3, recurrent_dropout=0.2)',
    input: seq,
    output: [null, 4],
    weights: [[3, 16], [4, 16], [16]],
    training: true,
  },
  {
    make: 'RNN([LSTMCell(4), GRUCell(2)], return_sequences=True)',
    input: seq,
    output: [null, 5, 2],
    weights: [[3, 16], [4, 16], [16], [4, 6], [2, 6], [2, 6]],
  },
  {
    make: 'RNN(SimpleRNNCell(4), unroll=True)',
    input: seq,
    output: [null, 4],
    weights: [[3, 4], [4, 4], [4]],
  },
  {
    make: 'Bidirectional(LSTM(4))',
    input: seq,
    output: [null, 8],
    weights: [[3, 16], [4, 16], [16], [3, 16], [4, 16], [16]],
  },
  {
    make: 'Bidirectional(GRU(2, return_sequences=True), merge_mode="sum")',
    input: seq,
    output: [null, 5, 2],
    weights: [
      [3, 6],
      [2, 6],
      [2, 6],
      [3, 6],
      [2, 6],
      [2, 6],
    ],
  },
  {
    make: 'Bidirectional(SimpleRNN(2), merge_mode=None)',
    input: seq,
    output: [
      [null, 2],
      [null, 2],
    ],
    weights: [[3, 2], [2, 2], [2], [3, 2], [2, 2], [2]],
  },
  {
    make: 'Bidirectional(RNN(LSTMCell(2)), merge_mode="mul")',
    input: seq,
    output: [null, 2],
    weights: [[3, 8], [2, 8], [8], [3, 8], [2, 8], [8]],
  },
  { make: 'TimeDistributed(Dense(4))', input: seq, output: [null, 5, 4], weights: [[3, 4], [4]] },
  {
    make: 'TimeDistributed(Conv2D(2, 3))',
    input: [null, 3, 5, 5, 1],
    output: [null, 3, 3, 3, 2],
    weights: [[3, 3, 1, 2], [2]],
  },
  {
    make: 'TimeDistributed(BatchNormalization())',
    input: seq,
    output: [null, 5, 3],
    weights: [[3], [3], [3], [3]],
  },
  {
    make: 'ConvLSTM1D(2, 3)',
    input: [null, 3, 6, 2],
    output: [null, 4, 2],
    weights: [[3, 2, 8], [3, 2, 8], [8]],
  },
  {
    make: 'ConvLSTM2D(2, 3, padding="same", return_sequences=True)',
    input: [null, 3, 4, 5, 1],
    output: [null, 3, 4, 5, 2],
    weights: [[3, 3, 1, 8], [3, 3, 2, 8], [8]],
  },
  {
    make: 'ConvLSTM2D(2, 3, data_format="channels_first")',
    input: [null, 3, 1, 5, 4],
    output: [null, 2, 3, 2],
    weights: [[3, 3, 1, 8], [3, 3, 2, 8], [8]],
  },
  {
    make: 'ConvLSTM3D(1, 2, return_state=True)',
    input: [null, 2, 3, 3, 3, 1],
    output: [
      [null, 2, 2, 2, 1],
      [null, 2, 2, 2, 1],
      [null, 2, 2, 2, 1],
    ],
    weights: [[2, 2, 2, 1, 4], [2, 2, 2, 1, 4], [4]],
  },
];

describe('shapes, weights and gradients', () => {
  for (const sample of cases)
    test(`${sample.make} on ${JSON.stringify(sample.input)}`, () => checkLayer(sample));
});

const x = numbers([2, 4, 3]);
const zero = (count: number) => Array.from({ length: count }, () => [0, 0]);

describe('steps', () => {
  const layers: readonly [string, Cell, number][] = [
    ['SimpleRNN', simpleCell, 1],
    ['LSTM', lstmCell, 2],
    ['GRU', gruCell, 1],
  ];
  for (const [name, cell, states] of layers) {
    test(`${name} computes each step and its last states`, async () => {
      const { outputs, weights } = await runLayer(`${name}(2, return_sequences=True, return_state=True)`, [
        x,
      ]);
      const samples = [0, 1].map(b => loop(cell, x, b, weights, zero(states)));
      expectClose(
        outputs[0],
        fill([2, 4, 2], (b, t, u) => samples[b].outputs[t][u]),
      );
      for (let state = 0; state < states; state++) {
        expectClose(
          outputs[state + 1],
          fill([2, 2], (b, u) => samples[b].states[state][u]),
        );
      }
    });

    test(`${name} skips masked steps, also backwards`, async () => {
      const mask = { shape: [2, 4], data: [1, 1, 0, 1, 1, 0, 0, 0] };
      for (const backwards of [false, true]) {
        const make = `${name}(2, return_sequences=True, go_backwards=${backwards ? 'True' : 'False'})`;
        const { outputs, weights, masks } = await runLayer(make, [x], { masks: [mask] });
        const samples = [0, 1].map(b => loop(cell, x, b, weights, zero(states), { mask, backwards }));
        expectClose(
          outputs[0],
          fill([2, 4, 2], (b, t, u) => samples[b].outputs[t][u]),
        );
        expect(masks[0]).toEqual(mask);
      }
      const last = await runLayer(`${name}(2)`, [x], { masks: [mask] });
      expect(last.masks[0]).toBeNull();
    });

    test(`${name} starts from given states`, async () => {
      const start = Array.from({ length: states }, (_, state) => numbers([2, 2], 7 + state));
      const { outputs, weights } = await runLayer(`${name}(2)`, [x], { keywords: { initial_state: start } });
      const startOf = (b: number) => start.map(state => [at(state, b, 0), at(state, b, 1)]);
      const samples = [0, 1].map(b => loop(cell, x, b, weights, startOf(b)));
      expectClose(
        outputs[0],
        fill([2, 2], (b, u) => samples[b].states[0][u]),
      );
    });
  }

  test('Bidirectional joins both directions in the order of the steps', async () => {
    const { outputs, ordered } = await runLayer('Bidirectional(SimpleRNN(2, return_sequences=True))', [x]);
    const names = ['kernel', 'recurrent_kernel', 'bias'];
    const own = (first: number) => new Map(names.map((name, index) => [name, ordered[first + index]]));
    const samples = [false, true].map(backwards =>
      [0, 1].map(b => loop(simpleCell, x, b, own(backwards ? 3 : 0), zero(1), { backwards }).outputs),
    );
    const wanted = fill([2, 4, 4], (b, t, u) => (u < 2 ? samples[0][b][t][u] : samples[1][b][3 - t][u - 2]));
    expectClose(outputs[0], wanted);
  });

  test('a stateful layer goes on from where it was, until its states are reset', async () => {
    await withLayer('SimpleRNN(2, stateful=True)', (layer, py) => {
      const input = wrap(py, constant(x.data, x.shape));
      const store = ({ assigned }: Trace) => {
        const values = evaluateReference([...assigned.values()]);
        [...assigned.keys()].forEach((variable, index) => {
          variable.setInitial(values[index] as Float32Array);
        });
      };
      const pass = () => {
        const trace = new Trace('step');
        const result = withTrace(py, trace, () => callLayer(py, layer, [input], null));
        const data = [...evaluateReference([tensorIn(result).tensor])[0]];
        store(trace);
        return { shape: [2, 2], data };
      };
      const first = pass();
      const second = pass();
      const weights = new Map(
        layer.weights.map(({ name, variable }) => [
          name,
          { shape: variable!.shape, data: [...variable!.initialValue()] },
        ]),
      );
      expect(weights.size).toBe(3);
      const starts = [0, 1].map(b => loop(simpleCell, x, b, weights, zero(1)).states);
      expectClose(
        first,
        fill([2, 2], (b, u) => starts[b][0][u]),
      );
      expectClose(
        second,
        fill([2, 2], (b, u) => loop(simpleCell, x, b, weights, starts[b]).states[0][u]),
      );
      const trace = new Trace('step');
      withTrace(py, trace, () => py.callMethod(layer, 'reset_states'));
      store(trace);
      expectClose(pass(), first);
    });
  });

  test('LSTM begins with a forget bias of 1', async () => {
    const { weights } = await runLayer('LSTM(2)', [x], { keepWeights: true });
    expect(weights.get('bias')!.data).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
  });

  test('ConvLSTM2D convolves input and state', async () => {
    const images = numbers([1, 2, 3, 3, 1]);
    const { outputs, weights } = await runLayer('ConvLSTM2D(1, 2, padding="same")', [images]);
    const [kernel, recurrent, bias] = ['kernel', 'recurrent_kernel', 'bias'].map(name => weights.get(name)!);
    const convolve = (
      image: (i: number, j: number) => number,
      k: Numbers,
      g: number,
      i: number,
      j: number,
    ) => {
      let sum = 0;
      for (let p = 0; p < 2; p++)
        for (let q = 0; q < 2; q++)
          sum += (i + p < 3 && j + q < 3 ? image(i + p, j + q) : 0) * at(k, p, q, 0, g);
      return sum;
    };
    let [h, c] = [fill([3, 3], () => 0), fill([3, 3], () => 0)];
    for (let t = 0; t < 2; t++) {
      const before = h;
      const all = (g: number, i: number, j: number) =>
        convolve((a, b) => at(images, 0, t, a, b, 0), kernel, g, i, j) +
        bias.data[g] +
        convolve((a, b) => at(before, a, b), recurrent, g, i, j);
      const carried = c;
      c = fill(
        [3, 3],
        (i, j) => sigmoid(all(1, i, j)) * at(carried, i, j) + sigmoid(all(0, i, j)) * Math.tanh(all(2, i, j)),
      );
      const now = c;
      h = fill([3, 3], (i, j) => sigmoid(all(3, i, j)) * Math.tanh(at(now, i, j)));
    }
    expectClose(outputs[0], { shape: [1, 3, 3, 1], data: h.data });
  });
});

test('a cell written in Python runs over the steps', async () => {
  const before = `
class Sum(Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.state_size), name="kernel")
        self.built = True

    def call(self, inputs, states):
        output = states[0] + inputs @ self.kernel
        return output, [output]
`;
  const { outputs, weights } = await runLayer('RNN(Sum(2), return_sequences=True)', [x], { before });
  const kernel = weights.get('kernel')!;
  const sum = (b: number, t: number, u: number) => {
    let total = 0;
    for (let step = 0; step <= t; step++)
      for (let f = 0; f < 3; f++) total += at(x, b, step, f) * at(kernel, f, u);
    return total;
  };
  expectClose(outputs[0], fill([2, 4, 2], sum));
});

describe('errors', () => {
  const errors: readonly [string, readonly (number | null)[] | null, string, string][] = [
    [
      'LSTM(4)',
      [null, 10],
      'ValueError',
      'Input 0 of layer "lstm" is incompatible with the layer: expected ndim=3, found ndim=2. Full shape received: (None, 10)',
    ],
    [
      'GRU(-1)',
      null,
      'ValueError',
      'Received an invalid value for argument `units`, expected a positive integer, got -1.',
    ],
    [
      'Bidirectional(Dense(3))',
      null,
      'TypeError',
      "<class 'keras.src.layers.core.dense.Dense'> could not be deserialized properly.",
    ],
    ['Bidirectional(LSTM(3), merge_mode="max")', null, 'ValueError', 'Invalid merge mode. Received: max.'],
    [
      'Bidirectional(3)',
      null,
      'ValueError',
      'Please initialize `Bidirectional` layer with a `keras.layers.Layer` instance. Received: 3',
    ],
    [
      'TimeDistributed(Dense(3))',
      [null, 10],
      'ValueError',
      '`TimeDistributed` Layer should be passed an `input_shape` with at least 3 dimensions, received: (None, 10)',
    ],
    ['RNN(3)', null, 'ValueError', 'Argument `cell` should have a `call` method. Received: cell=3'],
    [
      'LSTM(4, stateful=True)',
      [null, 5, 3],
      'ValueError',
      'When using `stateful=True` in a RNN, the batch size must be static.',
    ],
  ];
  for (const [make, shape, type, text] of errors) {
    test(`${make} on ${JSON.stringify(shape)}`, async () => {
      const error = shape === null ? await raised(make) : await raised(make, shape);
      expect(error?.type).toBe(type);
      expect(error?.message).toContain(text);
    });
  }

  test('unknown lengths raise nothing', async () => {
    expect(await raised('LSTM(4, return_sequences=True)', [null, null, 3])).toBeNull();
    expect(await raised('Bidirectional(GRU(4, return_sequences=True))', [null, null, 3])).toBeNull();
    expect(await raised('TimeDistributed(Dense(4))', [null, null, 3])).toBeNull();
    expect(await raised('GRU(4)', [null, 4, null])).toBeNull();
  });
});
