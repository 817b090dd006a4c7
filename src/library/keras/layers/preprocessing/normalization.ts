/** The layer `Normalization`. */
import { ops } from '../../../../graph/index.ts';
import { evaluateReference } from '../../../../graph/reference/index.ts';
import { formatShape, type Shape } from '../../../../graph/shapes.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import { suspendableMethod } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { touch, Unknown, type Value } from '../../../../python/values.ts';
import { writeVariables } from '../../session.ts';
import { tensorOf } from '../../tensors/conversion.ts';
import { isSymbolic, shapeTuple } from '../../tensors/tensorObject.ts';
import { buildLayer } from '../base/callLayer.ts';
import { defineLayer } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';

interface Settings {
  readonly axes: readonly number[];
  readonly mean: Value;
  readonly variance: Value;
  readonly invert: boolean;
}

/** Axes that keep a mean of their own, counted from the front. */
function keptAxes({ axes }: Settings, shape: Shape): number[] {
  const rank = shape.length;
  if (axes.some(axis => axis < -rank || axis >= rank)) {
    const text = `All \`axis\` values must be in the range [-ndim, ndim). Received inputs with ndim=${rank}, while axis=${formatShape(axes)}`;
    throw raise(ValueError, text, { code: 'axis-out-of-range' });
  }
  return axes.map(axis => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b);
}

const adapt = suspendableMethod('adapt(self, data)', function* ([self, data], py: Interpreter) {
  const layer = self as LayerObject<Settings>;
  if (!py.running && layer.settings.mean === null) {
    touch(layer);
    for (const name of ['mean', 'variance'])
      layer.attributes.set(name, new Unknown('it is learnt from the data of adapt'));
  }
  const values = tensorOf(py, data, 'float32');
  if (!layer.built) buildLayer(py, layer as LayerObject, shapeTuple([null, ...values.shape.slice(1)]));
  if (!py.running || isSymbolic(values) || layer.settings.mean !== null) return null;
  const kept = keptAxes(layer.settings, values.shape);
  const reduced = values.shape.map((_, axis) => axis).filter(axis => !kept.includes(axis));
  const [mean, variance] = evaluateReference([ops.mean(values, reduced), ops.variance(values, reduced)]);
  yield* writeVariables(py, [
    { variable: layer.ownWeights[0].variable!, value: mean },
    { variable: layer.ownWeights[1].variable!, value: variance },
  ]);
  return null;
});

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
      args.fail(
        mean === null ? 'variance' : 'mean',
        `When setting values directly, both \`mean\` and \`variance\` must be set. Received: mean=${py.str(mean)} and variance=${py.str(variance)}`,
      );
    }
    return {
      axes: args.value('axis') === null ? [] : args.integers('axis'),
      mean,
      variance,
      invert: args.boolean('invert'),
    };
  },
  build(layer, [shape], py) {
    const kept = keptAxes(layer.settings, shape).map(axis => shape[axis]);
    if (layer.settings.mean !== null) return;
    layer.makeWeight(py, { name: 'mean', shape: kept, initializer: 0, trainable: false });
    layer.makeWeight(py, { name: 'variance', shape: kept, initializer: 1, trainable: false });
    layer.makeWeight(py, { name: 'count', shape: [], initializer: 0, trainable: false, dtype: 'int32' });
  },
  call(layer, { inputs: [input], trace, py }) {
    const { mean, variance, invert } = layer.settings;
    const x = ops.toFloat(input);
    const kept = keptAxes(layer.settings, x.shape);
    const wide = x.shape.map((dim, axis) => (kept.includes(axis) ? dim : 1));
    const [first, second] =
      mean === null
        ? layer.ownWeights.map(weight => weight.read(trace))
        : [tensorOf(py, mean, 'float32'), tensorOf(py, variance, 'float32')];
    const centre = ops.reshape(first, wide);
    const deviation = ops.maximum(ops.sqrt(ops.reshape(second, wide)), 1e-7);
    return invert ? ops.add(centre, ops.mul(x, deviation)) : ops.div(ops.sub(x, centre), deviation);
  },
});
