/** The layer `Normalization`. */
import { fullFloat } from '../../../../graph/dtypes.ts';
import { ops } from '../../../../graph/index.ts';
import { evaluateReference } from '../../../../graph/reference/index.ts';
import { formatShape, isStatic, type Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { suspendableMethod } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import type { Suspendable } from '../../../../python/suspension.ts';
import { NotKnown, touch, Unknown, type Value } from '../../../../python/values.ts';
import { DatasetObject } from '../../data/datasetObject.ts';
import { writeVariables } from '../../session.ts';
import { tensorOf, wrap } from '../../tensors/conversion.ts';
import { isSymbolic, shapeTuple } from '../../tensors/tensorObject.ts';
import { Trace } from '../../trace.ts';
import { raiseInWords } from '../../versionWords.ts';
import { buildLayer } from '../base/callLayer.ts';
import { defineLayer } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';

interface Settings {
  readonly axes: readonly number[];
  readonly mean: Value;
  readonly variance: Value;
  readonly invert: boolean;
}

/** Raises for axes that the input does not have. */
function checkAxes(py: Interpreter, { axes }: Settings, { length: rank }: Shape): void {
  if (!axes.some(axis => axis < -rank || axis >= rank)) return;
  const told = 'All `axis` values must be in the range [-ndim, ndim).';
  throw raiseInWords(
    py,
    {
      2: `${told} Found ndim: \`${rank}\`, axis: ${formatShape(axes)}`,
      3: `${told} Received inputs with ndim=${rank}, while axis=${formatShape(axes)}`,
    },
    { code: 'axis-out-of-range' },
  );
}

/** Axes that keep a mean of their own, counted from the front. */
function keptAxes({ axes }: Settings, { length: rank }: Shape): number[] {
  return axes.map(axis => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b);
}

/** The axes that means and variances are taken over. */
function reducedAxes(settings: Settings, shape: Shape): number[] {
  const kept = keptAxes(settings, shape);
  return shape.map((_, axis) => axis).filter(axis => !kept.includes(axis));
}

/** Mean and variance of what a layer has seen so far, and how many values went into each. */
interface Moments {
  readonly mean: readonly number[];
  readonly variance: readonly number[];
  readonly count: number;
}

function momentsOf(settings: Settings, values: Tensor): Moments {
  const reduced = reducedAxes(settings, values.shape);
  const moments = evaluateReference([ops.mean(values, reduced), ops.variance(values, reduced)]);
  const [mean, variance] = moments.map(cells => Array.from(cells, Number));
  return { mean, variance, count: reduced.reduce((count, axis) => count * (values.shape[axis] ?? 0), 1) };
}

/** The moments of both together, in the steps in which Keras adds a batch. */
function joined(before: Moments, next: Moments): Moments {
  const count = before.count + next.count;
  const share = next.count / count;
  const mean = before.mean.map((value, at) => value * (1 - share) + next.mean[at] * share);
  const spread = ({ mean: own, variance }: Moments, at: number) => variance[at] + (own[at] - mean[at]) ** 2;
  const variance = before.variance.map(
    (_value, at) => spread(before, at) * (1 - share) + spread(next, at) * share,
  );
  return { mean, variance, count };
}

/** What `adapt` sees: an array, or the batches of a data set; rows of one without batches are taken one by one. */
export function* batchesOf(py: Interpreter, data: Value): Suspendable<Tensor[]> {
  if (!(data instanceof DatasetObject)) return [tensorOf(py, data, 'float32')];
  const next = data.stream(py).start(true);
  const batches: Tensor[] = [];
  for (;;) {
    const item = yield* next();
    if (item === undefined) return batches;
    batches.push(tensorOf(py, item, 'float32'));
  }
}

const adapt = suspendableMethod('adapt(self, data)', function* ([self, data], py: Interpreter) {
  const layer = self as LayerObject<Settings>;
  if (!py.running && layer.settings.mean === null) {
    touch(layer);
    for (const name of ['mean', 'variance'])
      layer.attributes.set(name, new Unknown('it is learnt from the data of adapt'));
  }
  if (!py.running && data instanceof DatasetObject)
    throw new NotKnown('data sets are read when the script runs');
  const batches = yield* batchesOf(py, data);
  if (batches.length === 0) return null;
  const isFlat = data instanceof DatasetObject && batches[0].shape.length < 2;
  const rows = isFlat ? [ops.stack(batches, 0)] : batches;
  if (!layer.built) buildLayer(py, layer as LayerObject, shapeTuple([null, ...rows[0].shape.slice(1)]));
  if (!py.running || rows.some(isSymbolic) || layer.settings.mean !== null) return null;
  const { mean, variance } = rows.map(batch => momentsOf(layer.settings, batch)).reduce(joined);
  yield* writeVariables(py, [
    { variable: layer.ownWeights[0].variable!, value: mean },
    { variable: layer.ownWeights[1].variable!, value: variance },
  ]);
  return null;
});

/** The layer's numbers in the rank of its inputs, as `mean` and `variance` show them. */
function wideShape(settings: Settings, shape: Shape): Shape {
  const kept = keptAxes(settings, shape);
  return shape.map((dim, axis) => (kept.includes(axis) ? dim : 1));
}

/** Numbers in the rank of the inputs; a single one serves everywhere. */
function arranged(value: Tensor, wide: Shape): Tensor {
  const isSingle = value.shape.every(dim => dim === 1);
  if (!isSingle) return ops.reshape(value, wide);
  const ones = ops.reshape(
    value,
    wide.map(() => 1),
  );
  return isStatic(wide) ? ops.broadcastTo(ones, wide) : ones;
}

export const normalization = defineLayer<Settings>({
  name: 'Normalization',
  module: 'preprocessing.normalization',
  parameters: 'axis=-1, mean=None, variance=None, invert=False',
  documentation: '(inputs - mean) / sqrt(variance), by numbers given or learnt with adapt().',
  source: 'https://keras.io/api/layers/preprocessing_layers/numerical/normalization/',
  masking: 'pass',
  methods: [adapt],
  init(args, _layer, py) {
    const [mean, variance] = [args.value('mean'), args.value('variance')];
    if ((mean === null) !== (variance === null)) {
      const told = 'When setting values directly, both `mean` and `variance` must be set.';
      args.fail(mean === null ? 'variance' : 'mean', {
        2: `${told} Got mean: ${py.str(mean)} and variance: ${py.str(variance)}`,
        3: `${told} Received: mean=${py.str(mean)} and variance=${py.str(variance)}`,
      });
    }
    return {
      axes: args.value('axis') === null ? [] : args.integers('axis'),
      mean,
      variance,
      invert: args.boolean('invert'),
    };
  },
  build(layer, [shape], py) {
    checkAxes(py, layer.settings, shape);
    const kept = keptAxes(layer.settings, shape).map(axis => shape[axis]);
    const wide = wideShape(layer.settings, shape);
    const { mean, variance } = layer.settings;
    const float = fullFloat(layer.computeDtype);
    const show = (name: string, value: Tensor) => layer.attributes.set(name, wrap(py, arranged(value, wide)));
    if (mean !== null) {
      show('mean', tensorOf(py, mean, float));
      show('variance', tensorOf(py, variance, float));
      return;
    }
    const weights = ['mean', 'variance'].map((name, index) => {
      const weight = layer.addWeight(py, { name, shape: kept, initializer: index, trainable: false });
      layer.attributes.set(`adapt_${name}`, weight);
      return weight;
    });
    if (py.running) {
      show('mean', weights[0].read(new Trace('shapes')));
      show('variance', weights[1].read(new Trace('shapes')));
    }
    layer.makeWeight(py, { name: 'count', shape: [], initializer: 0, trainable: false, dtype: 'int32' });
  },
  call(layer, { inputs: [input], trace, py }) {
    const { mean, variance, invert } = layer.settings;
    const x = ops.toFloat(input);
    const wide = wideShape(layer.settings, x.shape);
    const float = fullFloat(layer.computeDtype);
    const [first, second] =
      mean === null
        ? layer.ownWeights.map(weight => weight.read(trace))
        : [tensorOf(py, mean, float), tensorOf(py, variance, float)];
    const centre = arranged(first, wide);
    const deviation = ops.maximum(ops.sqrt(arranged(second, wide)), 1e-7);
    return invert ? ops.add(centre, ops.mul(x, deviation)) : ops.div(ops.sub(x, centre), deviation);
  },
});
