/** The layer `Discretization`. */
import { ops } from '../../../../graph/index.ts';
import { evaluateReference } from '../../../../graph/reference/index.ts';
import { constant } from '../../../../graph/tensor.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import { suspendableMethod } from '../../../../python/functions.ts';
import { NotKnown, PyFloat, PyList } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import { isSymbolic } from '../../tensors/tensorObject.ts';
import { defineLayer } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { batchesOf } from './normalization.ts';
import { boundariesFor, emptySummary, merged, summarized } from './quantileSummary.ts';
import { encodeTokens, type OutputMode } from './tokenEncoding.ts';
import { refuseWord } from './unknownWord.ts';

interface Settings {
  readonly bins: number | null;
  /** Keras's `epsilon`. */
  readonly precision: number;
  readonly mode: OutputMode;
}

function boundariesOf(layer: LayerObject<Settings>): number[] | null {
  const list = layer.attributes.get('bin_boundaries');
  return list instanceof PyList ? list.items.map(item => numberOf(item) as number) : null;
}

const adapt = suspendableMethod('adapt(self, data, steps=None)', function* ([self, data, steps], py) {
  const layer = self as LayerObject<Settings>;
  const { bins } = layer.settings;
  if (bins === null) {
    throw raise(
      ValueError,
      'Cannot adapt a Discretization layer that has been initialized with `bin_boundaries`, use `num_bins` instead.',
      { code: 'invalid-argument' },
    );
  }
  if (!py.running) throw new NotKnown('bins are learnt when the script runs');
  const all = yield* batchesOf(py, data);
  const batches = all.slice(0, numberOf(steps) ?? all.length);
  if (batches.some(isSymbolic)) throw new NotKnown('bins are learnt when the script runs');
  const { precision } = layer.settings;
  const summary = evaluateReference(batches)
    .map(cells => summarized(Array.from(cells, Number), precision))
    .reduce((before, next) => merged(next, before, precision), emptySummary);
  const found = boundariesFor(summary, bins);
  layer.attributes.set('bin_boundaries', new PyList(found.map(value => new PyFloat(value))));
  return null;
});

const modes = ['int', 'one_hot', 'multi_hot', 'count'] as const;

function readMode(args: ArgumentReader): (typeof modes)[number] {
  const given = args.value('output_mode');
  const mode = modes.find(name => name === given);
  return (
    mode ??
    refuseWord(args, 'output_mode', {
      words: modes,
      words3: `The \`output_mode\` argument must be one of {'int', 'one_hot', 'multi_hot', 'count'}. Received: output_mode=${args.py.str(given)}`,
    })
  );
}

export const discretization = defineLayer<Settings>({
  name: 'Discretization',
  module: 'preprocessing.discretization',
  parameters: 'bin_boundaries=None, num_bins=None, epsilon=0.01, output_mode="int", sparse=False',
  renamed: { bins: 'bin_boundaries' },
  isRenamedIn3: true,
  documentation: 'Numbers as the index of the bin they fall into.',
  source: 'https://keras.io/api/layers/preprocessing_layers/numerical/discretization/',
  masking: 'stop',
  methods: [adapt],
  init(args, layer, py) {
    const given = args.value('bin_boundaries');
    const bins = args.optionalInteger('num_bins');
    if (given !== null && bins !== null) {
      args.fail('num_bins', {
        3: `Both \`num_bins\` and \`bin_boundaries\` should not be set. Received: num_bins=${bins} and bin_boundaries=${py.str(given)}`,
        2: `Both \`num_bins\` and \`bin_boundaries\` should not be set. You passed \`num_bins=${bins}\` and \`bin_boundaries=${py.str(given)}\``,
      });
    }
    if (given === null && bins === null) {
      if (py.state(kerasVersionKey).current < 3)
        throw new NotKnown('Keras 2 looks for boundaries where the layer is used');
      args.fail('bin_boundaries', 'You need to set either `num_bins` or `bin_boundaries`.');
    }
    if (bins !== null && bins < 0) {
      args.fail('num_bins', {
        3: `\`num_bins\` must be greater than or equal to 0. Received: \`num_bins=${bins}\``,
        2: `\`num_bins\` must be greater than or equal to 0. You passed \`num_bins=${bins}\``,
      });
    }
    const sorted =
      given === null
        ? null
        : py
            .collect(given)
            .map(item => numberOf(item) ?? 0)
            .sort((a, b) => a - b);
    layer.attributes.set(
      'bin_boundaries',
      sorted === null ? null : new PyList(sorted.map(value => new PyFloat(value))),
    );
    return {
      bins,
      precision: args.number('epsilon'),
      mode: readMode(args),
    };
  },
  call(layer, { inputs: [x] }) {
    const { bins, mode } = layer.settings;
    const boundaries = boundariesOf(layer);
    const classes = boundaries === null ? (bins ?? 1) : boundaries.length + 1;
    const edges = boundaries ?? [];
    const index =
      edges.length === 0
        ? ops.cast(ops.mul(ops.toFloat(x), 0), 'int32')
        : ops.sum(
            ops.cast(
              ops.greaterEqual(ops.expandDims(ops.toFloat(x), -1), constant(edges, [edges.length])),
              'int32',
            ),
            [-1],
          );
    return mode === 'int' ? ops.cast(index, 'int64') : encodeTokens(index, classes, mode);
  },
});
