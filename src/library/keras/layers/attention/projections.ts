/** The projections of multi-head attention: EinsumDense layers named as Keras names them. */
import { formatShape, type Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { NotKnown, PyTuple, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { brackets } from '../../errors/graphWords.ts';
import type { ArgumentReader } from '../../objects/arguments.ts';
import { raiseInWords } from '../../versionWords.ts';
import type { LayerCall } from '../base/definition.ts';
import { LayerObject } from '../base/layerObject.ts';
import { makeLayer } from '../registry.ts';
import { buildInner, callInner } from '../wrappers/wrapping.ts';

/** Arguments of the projections that the attention layer passes on. */
const passedOn = [
  'kernel_initializer',
  'bias_initializer',
  'kernel_regularizer',
  'bias_regularizer',
  'kernel_constraint',
  'bias_constraint',
];

export const projectionParameters =
  'kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None';

export function readPassedOn(args: ArgumentReader): [string, Value][] {
  return passedOn.map(name => [name, args.value(name)]);
}

export interface Projection {
  readonly name: 'query' | 'key' | 'value' | 'attention_output';
  readonly equation: string;
  /** The output without its batch axis. */
  readonly outputShape: Shape;
  readonly biasAxes: string;
  readonly input: Shape;
}

/** Makes and builds a projection and keeps it as `_query_dense` and so on. */
export function makeProjection(
  py: Interpreter,
  layer: LayerObject,
  { name, equation, outputShape, biasAxes, input }: Projection,
  useBias: boolean,
  options: readonly (readonly [string, Value])[],
): void {
  const dense = makeLayer(py, 'EinsumDense', [
    ['equation', equation],
    ['output_shape', new PyTuple(outputShape)],
    ['bias_axes', useBias ? biasAxes : null],
    ['name', name],
    ['dtype', layer.policy],
    ['trainable', layer.trainable],
    ...options,
  ]);
  buildInner(py, dense, input);
  layer.attributes.set(name === 'attention_output' ? '_output_dense' : `_${name}_dense`, dense);
}

/** A tensor through one of the projections. */
export function project(layer: LayerObject, name: Projection['name'], x: Tensor, { py }: LayerCall): Tensor {
  const dense = layer.attributes.get(name === 'attention_output' ? '_output_dense' : `_${name}_dense`);
  if (!(dense instanceof LayerObject)) throw new Error(`the projection ${name} was not built`);
  return callInner(py, dense, x)[0];
}

/** What TensorFlow says in Keras 2 of the product of scores by keys with values that are not as many. */
function unequalSteps(layer: LayerObject, query: Shape, value: Shape, key: Shape): string {
  const { name } = layer;
  const heads = layer.attributes.get('_value_dense');
  const width = heads instanceof LayerObject ? heads.ownWeights[0].shape.slice(1) : [null, null];
  const scores = [query[0], width[0], query[1], key[1]];
  const node = `{{node ${name}/einsum_1/Einsum}} = Einsum[N=2, T=DT_FLOAT, equation="acbe,aecd->abcd"](${name}/dropout/Identity, ${name}/value/add)`;
  return `Dimensions must be equal, but are ${key[1]} and ${value[1]} for '${node}' with input shapes: ${brackets(scores)}, ${brackets([value[0], value[1], ...width])}.`;
}

/** The checks that Keras makes when attention becomes part of a functional model. */
export function checkAttentionShapes(
  py: Interpreter,
  layer: LayerObject,
  query: Shape,
  value: Shape,
  key: Shape,
): void {
  const isKeras3 = py.state(kerasVersionKey).current === 3;
  // Keras 2 leaves the shapes to its products: queries may be of any width.
  if (!isKeras3 && (value.length !== query.length || key.length !== query.length))
    throw new NotKnown('only TensorFlow judges products of tensors with other numbers of axes');
  if (!isKeras3 && query.length !== 3) return;
  const [a, b] = [query.at(-1) ?? null, value.at(-1) ?? null];
  const explanation = message(
    'Queries have shape {0}, values {1} and keys {2}.',
    formatShape(query),
    formatShape(value),
    formatShape(key),
  );
  if (isKeras3 && a !== null && b !== null && a !== b) {
    throw raise(
      ValueError,
      `The last dimension of \`query_shape\` and \`value_shape\` must be equal, but are ${a}, ${b}. Received: query_shape={query_shape}, value_shape={value_shape}`,
      { code: 'attention-shapes', explanation },
    );
  }
  const differ = value.slice(1, -1).some((dim, axis) => {
    const other = key[axis + 1];
    return other === undefined || (dim !== null && other !== null && dim !== other);
  });
  if (differ) {
    throw raiseInWords(
      py,
      {
        3: `All dimensions of \`value\` and \`key\`, except the last one, must be equal. Received: value_shape=${formatShape(value)} and key_shape=${formatShape(key)}`,
        2: unequalSteps(layer, query, value, key),
      },
      { code: 'attention-shapes', explanation },
    );
  }
}
