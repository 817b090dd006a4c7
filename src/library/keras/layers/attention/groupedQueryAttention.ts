/** The layer `GroupedQueryAttention`. */
import { ops } from '../../../../graph/index.ts';
import type { Shape } from '../../../../graph/shapes.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import type { Value } from '../../../../python/values.ts';
import { maskedSoftmax } from '../activationLayers/softmax.ts';
import { defineLayer, type LayerCall, type LayerResult } from '../base/definition.ts';
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
  readonly width: number;
  readonly queryHeads: number;
  readonly keyHeads: number;
  readonly useBias: boolean;
  readonly dropout: DropoutSettings;
  readonly options: readonly (readonly [string, Value])[];
}

function makeProjections(
  layer: LayerObject<Settings>,
  py: Interpreter,
  query: Shape,
  value: Shape,
  key: Shape,
): void {
  if (layer.attributes.has('_query_dense')) return;
  const { width, queryHeads, keyHeads, useBias, options } = layer.settings;
  const owner = layer as LayerObject;
  const inputs = [
    ['query', query, queryHeads],
    ['key', key, keyHeads],
    ['value', value, keyHeads],
  ] as const;
  for (const [name, input, heads] of inputs) {
    const plan = {
      name,
      equation: 'bqm,muh->bquh',
      biasAxes: 'uh',
      outputShape: [null, heads, width],
      input,
    };
    makeProjection(py, owner, plan, useBias, options);
  }
  const input = [...query.slice(0, 2), queryHeads, width];
  const plan = { equation: 'bquh,uhm->bqm', biasAxes: 'm', outputShape: [null, query.at(-1) ?? null], input };
  makeProjection(py, owner, { name: 'attention_output', ...plan }, useBias, options);
}

function attend(layer: LayerObject<Settings>, call: LayerCall): LayerResult {
  const {
    inputs: [query],
    trace,
    training,
    args,
    py,
  } = call;
  const { width, queryHeads, keyHeads, dropout } = layer.settings;
  const owner = layer as LayerObject;
  const value = tensorArgument(call, 'value') ?? query;
  const key = tensorArgument(call, 'key') ?? value;
  if (trace.purpose === 'shapes' && trace.depth === 1)
    checkAttentionShapes(py, owner, query.shape, value.shape, key.shape);
  makeProjections(layer, py, query.shape, value.shape, key.shape);
  const mask = attentionMask(call, query, value);
  const repeats = queryHeads / keyHeads;
  const q = ops.mul(project(owner, 'query', query, call), 1 / Math.sqrt(width));
  const k = ops.repeat(project(owner, 'key', key, call), repeats, 2);
  const v = ops.repeat(project(owner, 'value', value, call), repeats, 2);
  const products = ops.einsum('bquh,bkuh->buqk', q, k);
  const shares = maskedSoftmax(products, [-1], mask === null ? null : ops.expandDims(mask, 1));
  const dropped = training && dropout.rate > 0 ? dropOut(shares, dropout) : shares;
  const output = project(owner, 'attention_output', ops.einsum('buqk,bkuh->bquh', dropped, v), call);
  return py.truth(args.get('return_attention_scores') ?? false) ? [output, shares] : output;
}

export const groupedQueryAttention = defineLayer<Settings>({
  name: 'GroupedQueryAttention',
  aliases: ['GroupQueryAttention'],
  module: 'attention.grouped_query_attention',
  parameters: `head_dim, num_query_heads, num_key_value_heads, dropout=0.0, use_bias=True, ${projectionParameters}, seed=None`,
  documentation: 'Multi-head attention where groups of query heads share a head of keys and values.',
  source: 'https://keras.io/api/layers/attention_layers/group_query_attention/',
  masking: 'pass',
  callParameters:
    'query, value, key=None, query_mask=None, value_mask=None, key_mask=None, attention_mask=None, return_attention_scores=False, training=None, use_causal_mask=False',
  init(args, _layer, py) {
    const [queryHeads, keyHeads] = [
      args.positiveInteger('num_query_heads'),
      args.positiveInteger('num_key_value_heads'),
    ];
    if (queryHeads % keyHeads !== 0) {
      args.fail('num_query_heads', '`num_query_heads` must be divisible by `num_key_value_heads`.');
    }
    return {
      width: args.positiveInteger('head_dim'),
      queryHeads,
      keyHeads,
      useBias: args.boolean('use_bias'),
      dropout: { rate: readRate(args, 'dropout'), stream: seedStream(args, py) },
      options: readPassedOn(args),
    };
  },
  build(layer, [query, value, key], py) {
    if (value !== undefined) makeProjections(layer, py, query, value, key ?? value);
  },
  call: attend,
});
