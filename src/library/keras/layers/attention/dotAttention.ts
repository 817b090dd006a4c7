/** The layers Attention and AdditiveAttention, which differ in how a query and a key are scored. */
import { ops } from '../../../../graph/index.ts';
import { formatShape, type Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { raiseInWords } from '../../versionWords.ts';
import type { LayerCall, LayerDefinition } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { type DropoutSettings, dropOut } from '../regularization/dropping.ts';
import { causalMask, joinMasks } from './scores.ts';

export interface DotAttentionSettings {
  readonly useScale: boolean;
  readonly dropout: DropoutSettings;
  /** `dot`, `concat`, or `additive` for AdditiveAttention. */
  readonly mode: 'dot' | 'concat' | 'additive';
}

type Shared = Pick<LayerDefinition<DotAttentionSettings>, 'callParameters' | 'masking' | 'call' | 'mask'>;

export function checkInputs(
  py: Interpreter,
  layer: LayerObject,
  shapes: readonly Shape[],
  isList: boolean,
): void {
  const count = shapes.length;
  const name = layer.cls.name;
  const explanation = message('`{0}` takes a list of two or three tensors: queries, values and keys.', name);
  if (!isList) {
    const told = `${name} layer must be called on a list of inputs, namely [query, value] or [query, value, key].`;
    throw raiseInWords(
      py,
      {
        3: `${told} Received: inputs=${formatShape(shapes[0] ?? [])}.`,
        2: `${told} Received: Tensor("Placeholder:0", shape=${formatShape(shapes[0] ?? [])}, dtype=${layer.computeDtype}).`,
      },
      { code: 'input-count', explanation },
    );
  }
  if (count < 2 || count > 3) {
    throw raise(
      ValueError,
      `${name} layer accepts inputs list of length 2 or 3, namely [query, value] or [query, value, key]. Received length: ${count}.`,
      { code: 'input-count', explanation },
    );
  }
}

/** (batch, queries, keys). */
function scoresOf(
  layer: LayerObject<DotAttentionSettings>,
  query: Tensor,
  key: Tensor,
  call: LayerCall,
): Tensor {
  const { mode, useScale } = layer.settings;
  const weights = layer.ownWeights.map(weight => weight.read(call.trace));
  const scale = useScale ? weights[0] : null;
  if (mode === 'dot') {
    const product = ops.matmul(query, key, { transposeB: true });
    return scale === null ? product : ops.mul(product, scale);
  }
  const sum = ops.add(ops.expandDims(query, -2), ops.expandDims(key, -3));
  if (mode === 'additive') {
    const bent = ops.tanh(sum);
    return ops.sum(scale === null ? bent : ops.mul(scale, bent), [-1]);
  }
  const bent = ops.tanh(scale === null ? sum : ops.mul(scale, sum));
  return ops.mul(weights[weights.length - 1], ops.sum(bent, [-1]));
}

/** Scores of masked places fall by this much, as in Keras. */
const fall = 1e9;

export const dotAttentionDefinition: Shared = {
  callParameters: 'inputs, mask=None, training=False, return_attention_scores=False, use_causal_mask=False',
  masking: 'stop',
  call(layer, call) {
    const { inputs, masks, isList, training, args, py } = call;
    checkInputs(
      py,
      layer as LayerObject,
      inputs.map(input => input.shape),
      isList,
    );
    const [query, value] = inputs.map(input => ops.toFloat(input));
    const key = inputs.length > 2 ? ops.toFloat(inputs[2]) : value;
    const scores = scoresOf(layer, query, key, call);
    const causal = py.truth(args.get('use_causal_mask') ?? false);
    const valueMask = masks[1] === null || masks[1] === undefined ? null : ops.expandDims(masks[1], -2);
    const mask = joinMasks([valueMask, causal ? causalMask(scores.shape[1], scores.shape[2]) : null]);
    const kept =
      mask === null ? scores : ops.sub(scores, ops.mul(ops.cast(ops.logicalNot(mask), scores.dtype), fall));
    const shares = ops.softmax(kept, -1);
    const dropped =
      training && layer.settings.dropout.rate > 0 ? dropOut(shares, layer.settings.dropout) : shares;
    const result = ops.matmul(dropped, value);
    const queryMask = masks[0];
    const output =
      queryMask === null ? result : ops.mul(result, ops.cast(ops.expandDims(queryMask, -1), result.dtype));
    return py.truth(args.get('return_attention_scores') ?? false) ? [output, dropped] : output;
  },
  mask: (_layer, { masks }) => masks[0],
};
