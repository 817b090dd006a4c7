/** The layer `HashedCrossing`. */
import type { Shape } from '../../../../graph/shapes.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { PyList, PyTuple, type Value } from '../../../../python/values.ts';
import { defineLayer } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { farmFingerprint, joinFingerprints } from './fingerprints.ts';
import { hostCall, shapedValue, shapeOnly } from './hostLayer.ts';
import { numberTensor, type Token, type Tokens, tokensOf } from './hostTokens.ts';
import { encodeIndices } from './vocabulary.ts';
import { outputModeOf } from './vocabularyLayer.ts';

interface Settings {
  readonly bins: number;
  readonly mode: 'int' | 'one_hot';
}

/** What TensorFlow starts every crossing with. */
const start = 0xdecafcaffen;

function fingerprint(token: Token): bigint {
  return typeof token === 'string' ? farmFingerprint(token) : BigInt.asUintN(64, BigInt(token));
}

function fail(py: Interpreter, text: string, inputs: Value): never {
  throw raise(ValueError, `${text} Received: inputs=${py.str(inputs)}`, { code: 'layer-shape' });
}

function checkInputs(py: Interpreter, features: readonly Tokens[], inputs: Value): void {
  const [{ shape }] = features;
  if (shape.length > 2 || (shape.length === 2 && shape[1] !== 1)) {
    fail(
      py,
      'All `HashedCrossing` inputs should have shape `()`, `(batch_size)` or `(batch_size, 1)`.',
      inputs,
    );
  }
  const isEqual = (other: Shape) =>
    other.length === shape.length &&
    other.every((dim, axis) => dim === null || shape[axis] === null || dim === shape[axis]);
  if (!features.every(feature => isEqual(feature.shape)))
    fail(py, 'All `HashedCrossing` inputs should have equal shape.', inputs);
  const isWhole = (token: Token) => typeof token === 'string' || Number.isInteger(token);
  if (!features.every(({ items }) => items === null || items.every(isWhole)))
    fail(py, 'All `HashedCrossing` inputs should have an integer or string dtype.', inputs);
}

function encodedShape({ mode, bins }: Settings, shape: Shape): Shape {
  if (mode === 'int') return shape;
  return shape[shape.length - 1] === 1 ? [...shape.slice(0, -1), bins] : [...shape, bins];
}

function cross(py: Interpreter, layer: LayerObject<Settings>, inputs: Value): Value {
  const { settings } = layer;
  if (!(inputs instanceof PyList) && !(inputs instanceof PyTuple))
    return fail(py, '`HashedCrossing` should be called on a list or tuple of inputs.', inputs);
  if (inputs.items.length < 2)
    return fail(py, '`HashedCrossing` should be called on at least two inputs.', inputs);
  const features = inputs.items.map(item => tokensOf(py, item));
  checkInputs(py, features, inputs);
  const [{ shape }] = features;
  const dtype = settings.mode === 'int' ? 'int64' : 'float32';
  const columns = features.map(({ items }) => items);
  if (!columns.every(items => items !== null))
    return shapedValue(py, layer.cls.name, encodedShape(settings, shape), dtype);
  const bins = columns[0].map((_, row) => {
    const crossed = columns.reduce((hash, items) => joinFingerprints(hash, fingerprint(items[row])), start);
    return Number(crossed % BigInt(settings.bins));
  });
  const known = shape as readonly number[];
  if (settings.mode === 'int') return numberTensor(py, bins, known, dtype);
  const encoded = encodeIndices(bins, known, settings.bins, settings.mode);
  return numberTensor(py, encoded.data, encoded.shape, dtype);
}

export const hashedCrossing = defineLayer<Settings>({
  name: 'HashedCrossing',
  module: 'preprocessing.hashed_crossing',
  parameters: 'num_bins, output_mode="int", sparse=False',
  documentation: 'Several features crossed: each combination as the bin of its hash.',
  source: 'https://keras.io/api/layers/preprocessing_layers/categorical/hashed_crossing/',
  masking: 'stop',
  methods: [hostCall(cross)],
  init: args => ({
    bins: args.positiveInteger('num_bins'),
    mode: outputModeOf(args, ['int', 'one_hot']),
  }),
  call(layer, { inputs, py }) {
    const { settings } = layer;
    const dtype = settings.mode === 'int' ? 'int64' : 'float32';
    return shapeOnly(py, layer as never, inputs, encodedShape(settings, inputs[0].shape), dtype, cross);
  },
});
