// What recurrent layers compute, in plain loops over steps and units.
import { at, type Numbers } from './layer-harness.ts';

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
export type Weights = ReadonlyMap<string, Numbers>;
export type State = number[][];
export type Cell = (x: number[], states: State, weights: Weights) => State;

/** x times the columns of a matrix, plus a bias row. */
function product(x: readonly number[], matrix: Numbers, bias: readonly number[] | null = null): number[] {
  return Array.from({ length: matrix.shape[1] }, (_, column) =>
    x.reduce((sum, value, row) => sum + value * at(matrix, row, column), bias?.[column] ?? 0),
  );
}

const plus = (a: readonly number[], b: readonly number[]) => a.map((value, index) => value + b[index]);
const gate = (all: readonly number[], index: number, units: number) =>
  all.slice(index * units, (index + 1) * units);

export const simpleCell: Cell = (x, [h], weights) => [
  plus(
    product(x, weights.get('kernel')!, weights.get('bias')!.data),
    product(h, weights.get('recurrent_kernel')!),
  ).map(Math.tanh),
];

export const lstmCell: Cell = (x, [h, c], weights) => {
  const all = plus(
    product(x, weights.get('kernel')!, weights.get('bias')!.data),
    product(h, weights.get('recurrent_kernel')!),
  );
  const [i, f, g, o] = [0, 1, 2, 3].map(index => gate(all, index, h.length));
  const carry = c.map((value, u) => sigmoid(f[u]) * value + sigmoid(i[u]) * Math.tanh(g[u]));
  return [carry.map((value, u) => sigmoid(o[u]) * Math.tanh(value)), carry];
};

export const gruCell: Cell = (x, [h], weights) => {
  const units = h.length;
  const bias = weights.get('bias')!;
  const input = product(x, weights.get('kernel')!, bias.data.slice(0, 3 * units));
  const state = product(h, weights.get('recurrent_kernel')!, bias.data.slice(3 * units));
  return [
    h.map((value, u) => {
      const z = sigmoid(input[u] + state[u]);
      const r = sigmoid(input[units + u] + state[units + u]);
      return z * value + (1 - z) * Math.tanh(input[2 * units + u] + r * state[2 * units + u]);
    }),
  ];
};

/** Runs a cell over a sample; masked steps keep what was. */
export function loop(
  cell: Cell,
  x: Numbers,
  sample: number,
  weights: Weights,
  start: State,
  options: { mask?: Numbers; backwards?: boolean } = {},
) {
  const [, steps, features] = x.shape;
  let states = start;
  let output = start[0].map(() => 0);
  const outputs: number[][] = [];
  for (let turn = 0; turn < steps; turn++) {
    const t = options.backwards ? steps - 1 - turn : turn;
    if (options.mask === undefined || at(options.mask, sample, t) === 1) {
      states = cell(
        Array.from({ length: features }, (_, f) => at(x, sample, t, f)),
        states,
        weights,
      );
      output = states[0];
    }
    outputs.push(output);
  }
  return { outputs, states };
}
