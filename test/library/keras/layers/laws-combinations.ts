/**
 * Combinations of the parameters of convolutions and recurrences, for the laws on every backend: every pair of values,
 * in training and outside, as traced steps and as loops.
 */
import type { Configuration } from './laws-calls.ts';
import type { Inputs, LawCase, Sizes } from './laws-cases.ts';
import { type Factors, pairwise, type Row } from './pairwise.ts';

export interface Combinations {
  /** Its name, with `#` for the number of spatial axes. */
  readonly layer: string;
  readonly factors: Factors;
  allowed(row: Partial<Row>): boolean;
  readonly rows: readonly Row[];
}

/** A configuration with the inputs that it is called on. */
export interface Combined {
  readonly configuration: Configuration;
  readonly sample: LawCase;
  readonly sizes: Sizes;
}

/** Steps that are traced one by one, and the fewest that run as a loop. */
const [FEW, MANY] = ['3', '17'];

/** What the making of a layer does not say. */
const surroundings = ['rank', 'training', 'steps'];

const flag = ['False', 'True'];
const dropped = ['0.0', '0.3'];

const calls: Factors = { training: flag, activity_regularizer: ['None', '"l2"'] };

const recurrent: Factors = {
  ...calls,
  steps: [FEW, MANY],
  activation: ['"tanh"', '"sigmoid"'],
  use_bias: ['True', 'False'],
  return_sequences: flag,
  return_state: flag,
  go_backwards: flag,
  dropout: dropped,
  recurrent_dropout: dropped,
};

const gated: Factors = { ...recurrent, recurrent_activation: ['"sigmoid"', '"tanh"'] };

const window: Factors = {
  strides: ['1', '2'],
  padding: ['"valid"', '"same"'],
  data_format: ['"channels_last"', '"channels_first"'],
  dilation_rate: ['1', '2'],
};

const convolutional: Factors = { ...gated, ...window, unit_forget_bias: ['True', 'False'] };

const convolution: Factors = {
  ...calls,
  ...window,
  use_bias: ['True', 'False'],
  activation: ['None', '"tanh"'],
};

/** Keras refuses strides together with dilation. */
const allowsWindow = ({ strides = '1', dilation_rate = '1' }: Partial<Row>): boolean =>
  strides === '1' || dilation_rate === '1';

/** What is added to the output must be less than a stride. */
const allowsPadding = ({
  strides = '2',
  dilation_rate = '1',
  output_padding = 'None',
}: Partial<Row>): boolean => output_padding === 'None' || (strides === '2' && dilation_rate === '1');

/** Steps that draw random numbers are traced one by one, and many of them make programs of thousands of operations. */
const allowsLoop = ({ steps, training, dropout = '0.0', recurrent_dropout = '0.0', unroll }: Partial<Row>) =>
  steps !== MANY ||
  (unroll !== 'True' && (training !== 'True' || (dropout === '0.0' && recurrent_dropout === '0.0')));

const allowsBoth = (row: Partial<Row>) => allowsWindow(row) && allowsLoop(row);

function combine(layer: string, factors: Factors, allowed: Combinations['allowed']): Combinations {
  return { layer, factors, allowed, rows: pairwise(factors, allowed) };
}

const spatial: Factors = { rank: ['2', '1', '3'], ...convolution };
const unroll: Factors = { unroll: flag };

export const combinations: readonly Combinations[] = [
  combine('SimpleRNN', { ...recurrent, ...unroll }, allowsLoop),
  combine('LSTM', { ...gated, ...unroll, unit_forget_bias: ['True', 'False'] }, allowsLoop),
  combine('GRU', { ...gated, ...unroll, reset_after: ['True', 'False'] }, allowsLoop),
  combine(
    'Bidirectional',
    {
      ...calls,
      steps: [FEW, MANY],
      cell: ['SimpleRNN', 'LSTM', 'GRU'],
      merge_mode: ['"concat"', '"sum"', '"mul"', '"ave"', 'None'],
      return_sequences: flag,
      return_state: flag,
      dropout: dropped,
    },
    row => allowsLoop(row) && !(row.merge_mode === 'None' && row.activity_regularizer === '"l2"'),
  ),
  combine('ConvLSTM#', { rank: ['2', '1', '3'], ...convolutional }, allowsBoth),
  combine('Conv#', { ...spatial, groups: ['1', '2'] }, allowsWindow),
  combine(
    'Conv#Transpose',
    { ...spatial, output_padding: ['None', '1'] },
    row => allowsWindow(row) && allowsPadding(row),
  ),
  ...['DepthwiseConv#', 'SeparableConv#'].map(layer =>
    combine(layer, { ...spatial, rank: ['2', '1'], depth_multiplier: ['1', '2'] }, allowsWindow),
  ),
];

const sequence: Inputs = ({ steps, features }) => [[steps, features]];

/** Small images that a window of two still fits in when it is spread, whichever axis holds the channels. */
const image = (rank: number): number[] => (rank === 3 ? [4, 3, 3, 4] : [4, 4, 4].slice(0, rank + 1));

function inputsOf(layer: string, rank: number): Inputs {
  if (rank === 0) return sequence;
  if (layer.startsWith('ConvLSTM')) return ({ steps }) => [[steps, ...image(rank)]];
  return () => [image(rank)];
}

/** What a layer takes before its keywords. */
function positional(layer: string): string {
  return layer.includes('Conv') && !layer.startsWith('Depthwise') ? '2, 2' : '2';
}

function textOf(layer: string, row: Row): string {
  const keywords = (names: readonly string[]) => names.map(name => `, ${name}=${row[name]}`).join('');
  const names = Object.keys(row).filter(name => !surroundings.includes(name));
  if (layer !== 'Bidirectional') return `${layer}(${positional(layer)}${keywords(names)})`;
  const inside = names.filter(name => !['cell', 'merge_mode'].includes(name));
  return `Bidirectional(${row.cell}(2${keywords(inside)})${keywords(['merge_mode'])})`;
}

/** Every combination as a layer to call. */
export function combined(): Combined[] {
  return combinations.flatMap(({ layer, rows }) =>
    rows.map((row): Combined => {
      const name = layer.replace('#', `${row.rank}D`);
      const make = textOf(name, row);
      const sizes = { batch: 2, steps: Number(row.steps ?? FEW), height: 4, width: 4, features: 2 };
      return {
        configuration: { make, flags: [], training: row.training === 'True' },
        sample: { makes: [make], inputs: inputsOf(name, Number(row.rank ?? 0)) },
        sizes,
      };
    }),
  );
}
