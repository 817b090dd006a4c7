/** What a layer does at its end, and where the script says so. */

import type { Tensor } from '../graph/tensor.ts';
import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import { throughReshapes } from '../library/keras/layers/madeBy.ts';
import { isOfVariable } from '../library/keras/tensors/variableObject.ts';
import type { Span } from '../python/syntax.ts';
import type { CheckContext } from './check.ts';
import { argumentOf } from './edits.ts';

export { throughReshapes };

/** Layers that are an activation and nothing else. */
const activationLayers: ReadonlyMap<string, string> = new Map([
  ['Softmax', 'softmax'],
  ['ReLU', 'relu'],
  ['LeakyReLU', 'leaky_relu'],
  ['ELU', 'elu'],
  ['PReLU', 'prelu'],
]);

/** What layers keep of their activation: convolutions keep it beside their bias. */
interface Settings {
  readonly name?: unknown;
  readonly activation?: { readonly name?: unknown };
  readonly output?: { readonly activation?: { readonly name?: unknown } };
}

/** The name of Keras's activation at the end of a layer; null for the user's own and for layers without one. */
export function activationName(layer: LayerObject | null): string | null {
  if (layer === null || layer.definition === null || layer.unknown !== null) return null;
  const own = activationLayers.get(layer.definition.name);
  if (own !== undefined) return own;
  const settings = layer.settingsIfMade as Settings | undefined | null;
  const activation = settings?.activation ?? settings?.output?.activation;
  const name = layer.definition.name === 'Activation' ? settings?.name : activation?.name;
  return typeof name === 'string' ? name : null;
}

/** Where the script names the activation, else the call that makes the layer. */
export function activationSpan(context: CheckContext, layer: LayerObject | null): Span | null {
  const call = layer === null ? null : context.code.callAt(layer.madeAt);
  if (layer === null || call === null) return layer?.madeAt ?? null;
  const place = layer.definition?.name === 'Activation' ? 0 : [...layer.config.keys()].indexOf('activation');
  return argumentOf(call, 'activation', place < 0 ? null : place)?.span ?? call.span;
}

/** Whether the values are sums of products without anything behind them: a Dense or Conv layer without activation. */
export function endsLinear(tensor: Tensor): boolean {
  const end = throughReshapes(tensor);
  if (end.op === 'matmul' || end.op === 'convolution') return true;
  if (end.op !== 'add') return false;
  const [values, bias] = [throughReshapes(end.inputs[0]!), throughReshapes(end.inputs[1]!)];
  const isBias =
    isOfVariable(bias) || (bias.op === 'broadcastTo' && isOfVariable(throughReshapes(bias.inputs[0]!)));
  return isBias && (values.op === 'matmul' || values.op === 'convolution');
}

/** Whether the values are products of inputs and a variable that the script multiplies itself, with or without a bias. */
export function isProductOfWeights(tensor: Tensor): boolean {
  const end = throughReshapes(tensor);
  const product = end.op === 'add' ? throughReshapes(end.inputs[0]!) : end;
  return product.op === 'matmul' && isOfVariable(throughReshapes(product.inputs[1]!));
}

/** All tensors that some are computed from, these among them. */
export function reachable(outputs: Iterable<Tensor>): ReadonlySet<Tensor> {
  const found = new Set<Tensor>(outputs);
  // A set goes on with what is added while it is gone through.
  for (const tensor of found) for (const input of tensor.inputs) found.add(input);
  return found;
}
