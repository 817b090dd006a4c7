/** The layer `MultiHeadAttention`. */

import { ops } from '../../../../graph/index.ts';
import type { Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import type { Value } from '../../../../python/values.ts';
import { maskedSoftmax } from '../activationLayers/softmax.ts';
import { defineLayer, type LayerCall, type LayerResult } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { type DropoutSettings, dropOut, readRate, seedStream } from '../regularization/dropping.ts';
import {
  checkAttentionShapes,
  makeProjection,
  project,
  projectionParameters,
  readPassedOn,
} from './projections.ts';
import { attentionMask, tensorArgument } from './scores.ts';

interface Settings {
  readonly heads: number;
  readonly keyDim: number;
  readonly valueDim: number;
  readonly useBias: boolean;
  readonly outputShape: Shape | null;
  readonly axes: readonly number[] | null;
  readonly dropout: DropoutSettings;
  readonly options: readonly (readonly [string, Value])[];
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** (free axes, bound axes) by (bound axes, new axes) to (free axes, new axes), as an equation. */
function projection(free: number, bound: number, made: number): { equation: string; biasAxes: string } {
  const [a, b, c] = [
    letters.slice(0, free),
    letters.slice(free, free + bound),
    letters.slice(free + bound, free + bound + made),
  ];
  return { equation: `${a}${b},${b}${c}->${a}${c}`, biasAxes: c };
}

/** The equations for scores (keys, queries) and for what they gather (scores, values), by the rank with heads. */
function equations(rank: number, axes: readonly number[]): { scores: string; gather: string } {
  const target = [...letters.slice(0, rank)];
  let next = rank;
  const source = target.map((letter, axis) => (axes.includes(axis) ? letters[next++] : letter));
  const batch = target.filter((_, axis) => !axes.includes(axis) && axis !== rank - 1);
  const product = [...batch, ...axes.map(axis => target[axis]), ...axes.map(axis => source[axis])].join('');
  return {
    scores: `${source.join('')},${target.join('')}->${product}`,
    gather: `${product},${source.join('')}->${target.join('')}`,
  };
}

function makeProjections(
  layer: LayerObject<Settings>,
  py: Interpreter,
  query: Shape,
  value: Shape,
  key: Shape,
): void {
  if (layer.attributes.has('_query_dense')) return;
  const { heads, keyDim, valueDim, useBias, outputShape, options } = layer.settings;
  const owner = layer as LayerObject;
  const inputs = [
    ['query', query, keyDim],
    ['key', key, keyDim],
    ['value', value, valueDim],
  ] as const;
  for (const [name, input, width] of inputs) {
    const free = new Array<null>(input.length - 2).fill(null);
    const plan = { name, ...projection(input.length - 1, 1, 2), outputShape: [...free, heads, width], input };
    makeProjection(py, owner, plan, useBias, options);
  }
  const own = outputShape ?? [query.at(-1) ?? null];
  const free = new Array<null>(query.length - 2).fill(null);
  const plan = projection(query.length - 1, 2, own.length);
  const input = [...query.slice(0, -1), heads, valueDim];
  makeProjection(
    py,
    owner,
    { name: 'attention_output', ...plan, outputShape: [...free, ...own], input },
    useBias,
    options,
  );
}

/** A mask (batch, queries, keys) with axes of size 1 before the attention axes, up to the rank of the scores. */
function widen(mask: Tensor, rank: number, axes: number): Tensor {
  let result = mask;
  while (result.shape.length < rank) result = ops.expandDims(result, -axes * 2 - 1);
  return result;
}

function attend(layer: LayerObject<Settings>, call: LayerCall): LayerResult {
  const {
    inputs: [query],
    trace,
    training,
    args,
    py,
  } = call;
  const { keyDim, dropout } = layer.settings;
  const owner = layer as LayerObject;
  const value = tensorArgument(call, 'value') ?? query;
  const key = tensorArgument(call, 'key') ?? value;
  makeProjections(layer, py, query.shape, value.shape, key.shape);
  if (trace.purpose === 'shapes' && trace.depth === 1)
    checkAttentionShapes(py, owner, query.shape, value.shape, key.shape);
  const mask = attentionMask(call, query, value);
  const [q, k, v] = [
    project(owner, 'query', query, call),
    project(owner, 'key', key, call),
    project(owner, 'value', value, call),
  ];
  const rank = q.shape.length;
  const axes = layer.settings.axes ?? Array.from({ length: rank - 3 }, (_, axis) => axis + 1);
  const { scores, gather } = equations(
    rank,
    axes.map(axis => (axis < 0 ? axis + query.shape.length : axis)),
  );
  const products = ops.einsum(scores, k, ops.mul(q, 1 / Math.sqrt(keyDim)));
  const wide = mask === null ? null : widen(mask, products.shape.length, axes.length);
  const shares = maskedSoftmax(
    products,
    axes.map((_, index) => index - axes.length),
    wide,
  );
  const dropped = training && dropout.rate > 0 ? dropOut(shares, dropout) : shares;
  const output = project(owner, 'attention_output', ops.einsum(gather, dropped, v), call);
  return py.truth(args.get('return_attention_scores') ?? false) ? [output, shares] : output;
}

export const multiHeadAttention = defineLayer<Settings>({
  name: 'MultiHeadAttention',
  module: 'attention.multi_head_attention',
  parameters: `num_heads, key_dim, value_dim=None, dropout=0.0, use_bias=True, output_shape=None, attention_axes=None, ${projectionParameters}, seed=None`,
  documentation: 'Several heads of scaled dot-product attention side by side, joined by a projection.',
  source: 'https://keras.io/api/layers/attention_layers/multi_head_attention/',
  masking: 'pass',
  callParameters:
    'query, value, key=None, query_mask=None, value_mask=None, key_mask=None, attention_mask=None, return_attention_scores=False, training=None, use_causal_mask=False',
  init(args, _layer, py) {
    const keyDim = args.positiveInteger('key_dim');
    return {
      heads: args.positiveInteger('num_heads'),
      keyDim,
      valueDim: args.value('value_dim') === null ? keyDim : args.positiveInteger('value_dim'),
      useBias: args.boolean('use_bias'),
      outputShape: args.value('output_shape') === null ? null : args.dims('output_shape'),
      axes: args.value('attention_axes') === null ? null : args.integers('attention_axes'),
      dropout: { rate: readRate(args, 'dropout'), stream: seedStream(args, py) },
      options: readPassedOn(args),
    };
  },
  // The shapes of a call are those of its first argument; the graph knows the others.
  derive: (layer, [query], output) =>
    message(
      '{0} heads: each of {1} queries looks at {2} values; the last axis is {3}',
      layer.settings.heads,
      dimText(query[1]),
      dimText(layer.nodes.at(-1)?.inputs[1]?.shape[1]),
      dimText(output.at(-1)),
    ),
  build(layer, [query, value, key], py) {
    if (value !== undefined) makeProjections(layer, py, query, value, key ?? value);
  },
  call: attend,
});
