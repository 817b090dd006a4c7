/** What the attention layers share: masks of keys and queries, the causal mask, tensors among the arguments. */
import { ops } from '../../../../graph/index.ts';
import { constant, type Tensor } from '../../../../graph/tensor.ts';
import type { Value } from '../../../../python/values.ts';
import { tensorOf } from '../../tensors/conversion.ts';
import { TensorObject } from '../../tensors/tensorObject.ts';
import type { LayerCall } from '../base/definition.ts';

/** A tensor argument of the call; null where it was not passed. */
export function tensorArgument({ args, py }: LayerCall, name: string): Tensor | null {
  const value = args.get(name) ?? null;
  return value === null ? null : tensorOf(py, value);
}

/** A mask argument, or the mask that the tensor argument brings along. */
export function maskArgument({ args, py }: LayerCall, name: string, of: Value): Tensor | null {
  const given = args.get(name) ?? null;
  if (given !== null) return tensorOf(py, given, 'bool');
  return of instanceof TensorObject && of.mask !== null ? tensorOf(py, of.mask, 'bool') : null;
}

/** (1, queries, keys): a query sees keys up to its own place. */
export function causalMask(queries: number | null, keys: number | null): Tensor {
  if (queries === null || keys === null)
    return ops.abstractValue('causalMask', [], [1, queries, keys], 'bool');
  const seen = Uint8Array.from({ length: queries * keys }, (_, place) =>
    place % keys <= Math.floor(place / keys) ? 1 : 0,
  );
  return constant(seen, [1, queries, keys], 'bool');
}

/** The masks that are there, joined by and. */
export function joinMasks(masks: readonly (Tensor | null)[]): Tensor | null {
  const given = masks.filter(mask => mask !== null);
  return given.length === 0 ? null : given.reduce((a, b) => ops.logicalAnd(a, b));
}

/** The mask (batch, queries, keys) of an attention call with `query`, `value` and `key` arguments. */
export function attentionMask(call: LayerCall, query: Tensor, value: Tensor): Tensor | null {
  const { args, py } = call;
  const queryMask = maskArgument(call, 'query_mask', args.get('query') ?? null) ?? call.masks[0] ?? null;
  const valueMask = maskArgument(call, 'value_mask', args.get('value') ?? null);
  const keyMask = maskArgument(call, 'key_mask', args.get('key') ?? null);
  const causal = py.truth(args.get('use_causal_mask') ?? false);
  const given = tensorArgument(call, 'attention_mask');
  return joinMasks([
    queryMask === null ? null : ops.expandDims(queryMask, -1),
    valueMask === null ? null : ops.expandDims(valueMask, -2),
    keyMask === null ? null : ops.expandDims(keyMask, -2),
    causal ? causalMask(query.shape[1], value.shape[1]) : null,
    given === null ? null : ops.cast(given, 'bool'),
  ]);
}
