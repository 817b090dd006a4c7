/**
 * What becomes of a layer's main weight after it is built: low-rank adaptation (`enable_lora`) adds the product of two
 * small weights to it and lets it rest, quantization keeps it as int8 with a scale.
 */
import { isFloating } from '../../../../graph/dtypes.ts';
import { ops } from '../../../../graph/index.ts';
import type { Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { AttributeError, raise, ValueError } from '../../../../python/errors.ts';
import { method, type NativeFunction, property } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { NotKnown, touch, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { resolveInitializer } from '../../initializers/resolve.ts';
import { numberOf } from '../../objects/arguments.ts';
import { kerasRecordKey } from '../../record.ts';
import { wrap } from '../../tensors/conversion.ts';
import { type Regularizer, VariableObject } from '../../tensors/variableObject.ts';
import { currentTrace, type Trace } from '../../trace.ts';
import type { LayerObject } from './layerObject.ts';

/** The names of the weight that can be adapted, by the layer that has it. */
export type MainWeight = 'kernel' | 'embeddings';

/** A weight that a layer keeps under this name; null where it has none. */
export function weightCalled(layer: LayerObject, name: string): VariableObject | null {
  const found = layer.attributes.get(name);
  return found instanceof VariableObject ? found : null;
}

export function isQuantized(layer: LayerObject): boolean {
  return layer.attributes.get('_is_quantized') === true;
}

export function hasLora(layer: LayerObject): boolean {
  return layer.attributes.get('lora_enabled') === true;
}

/** The two weights of a low-rank adaptation. */
function loraPair(layer: LayerObject, name: MainWeight): [VariableObject, VariableObject] | null {
  const [a, b] = [weightCalled(layer, `lora_${name}_a`), weightCalled(layer, `lora_${name}_b`)];
  return hasLora(layer) && a !== null && b !== null ? [a, b] : null;
}

/** What LoRA adds to the main weight; null without it. */
export function loraTerm(layer: LayerObject, name: MainWeight, trace: Trace): Tensor | null {
  const pair = loraPair(layer, name);
  return pair === null ? null : ops.matmul(pair[0].read(trace), pair[1].read(trace));
}

/** The main weight as the layer's call uses it, which is its first unless it was adapted. */
export function mainWeight(layer: LayerObject, name: MainWeight, trace: Trace): Tensor {
  const isAdapted = hasLora(layer) || isQuantized(layer);
  const variable = isAdapted ? weightCalled(layer, name) : layer.ownWeights[0];
  const value = variable!.read(trace);
  const term = loraTerm(layer, name, trace);
  return term === null ? value : ops.add(value, term);
}

/** The bias that stands behind the main weight; undefined without one. */
export function biasOf(layer: LayerObject): VariableObject | undefined {
  const isAdapted = hasLora(layer) || isQuantized(layer);
  return isAdapted ? (weightCalled(layer, 'bias') ?? undefined) : layer.ownWeights[1];
}

/** The variables of an adapted layer in the order of their numbers in files; null for a layer as it was built. */
export function adaptedVariables(layer: LayerObject): VariableObject[] | null {
  if (!hasLora(layer) && !isQuantized(layer)) return null;
  const names = ['kernel', 'embeddings', 'bias', 'kernel_scale', 'embeddings_scale'];
  return names.flatMap(name => weightCalled(layer, name) ?? []);
}

/** The weights of LoRA, which are no part of a file: what they add is part of the main weight there. */
export function loraVariables(layer: LayerObject): VariableObject[] {
  return loraPair(layer, 'kernel') ?? loraPair(layer, 'embeddings') ?? [];
}

function enableLora(
  py: Interpreter,
  layer: LayerObject,
  name: MainWeight,
  rank: number,
  starts: readonly [Value, Value],
): void {
  const settings = layer.settings as {
    kernel?: { constraint: unknown; regularizer: Regularizer | null };
    embeddings?: { constraint: unknown; regularizer: Regularizer | null };
  };
  const { constraint, regularizer } = settings[name]!;
  const kind = name === 'kernel' ? 'kernel' : 'embedding';
  if (constraint)
    throw raise(
      ValueError,
      `Lora is incompatible with ${kind} constraints. In order to enable lora on this layer, remove the \`${name}_constraint\` argument.`,
    );
  const main = weightCalled(layer, name);
  if (!layer.built || main === null)
    throw raise(ValueError, "Cannot enable lora on a layer that isn't yet built.");
  if (hasLora(layer))
    throw raise(ValueError, 'lora is already enabled. This can only be done once per layer.');
  touch(layer);
  const shapes: [Shape, Shape] = [
    [...main.shape.slice(0, -1), rank],
    [rank, main.shape.at(-1) ?? null],
  ];
  shapes.forEach((shape, index) => {
    const weight = `lora_${name}_${index === 0 ? 'a' : 'b'}`;
    const initializer = resolveInitializer(py, starts[index], 'initializer');
    layer.makeWeight(py, { name: weight, shape, initializer, regularizer });
  });
  main.setTrainable(false);
  layer.attributes.set('lora_enabled', true);
  layer.attributes.set('lora_rank', rank);
}

/** `lora_rank` of the constructor takes effect when the layer is built. */
export function adaptFromStart(py: Interpreter, layer: LayerObject, name: MainWeight): void {
  const rank = numberOf(layer.config.get('lora_rank') ?? null) ?? 0;
  layer.attributes.set('lora_enabled', false);
  if (rank > 0) enableLora(py, layer, name, rank, ['he_uniform', 'zeros']);
}

export function loraMethod(name: MainWeight): NativeFunction {
  return method(
    'enable_lora(self, rank, a_initializer="he_uniform", b_initializer="zeros")',
    ([layer, rank, a, b], py) => {
      enableLora(py, layer as LayerObject, name, numberOf(rank) ?? 0, [a, b]);
      return null;
    },
  );
}

/** The main weight as an attribute: the variable, or with LoRA what the two together give. */
export function mainWeightProperty(name: MainWeight): readonly [string, Value] {
  return property(
    name,
    (value, py) => {
      const layer = value as LayerObject;
      const found = layer.attributes.get(name);
      if (found === undefined) {
        // Data that analysis does not know may have built the layers of a model.
        const { models } = py.state(kerasRecordKey);
        const mayBeBuilt =
          layer.unknown !== null ||
          layer.unknownCall !== null ||
          [...models].some(model => model.allLayers().includes(layer));
        if (!py.running && mayBeBuilt) throw new NotKnown('the layer gets its weights when it is built');
        const text =
          py.state(kerasVersionKey).current === 3 && name === 'kernel'
            ? 'You must build the layer before accessing `kernel`.'
            : `'${layer.cls.name}' object has no attribute '${name}'`;
        throw raise(AttributeError, text);
      }
      return hasLora(layer) && !isQuantized(layer)
        ? wrap(py, mainWeight(layer, name, currentTrace(py)))
        : found;
    },
    (layer, given) => {
      touch(layer as LayerObject);
      (layer as LayerObject).attributes.set(name, given);
    },
  );
}

/** Whole numbers from -127 to 127 and the factor that made them, along `axes` together. */
export function absMaxQuantize(x: Tensor, axes: readonly number[]): { whole: Tensor; scale: Tensor } {
  const input = isFloating(x.dtype) ? x : ops.cast(x, 'float32');
  const largest = ops.max(ops.abs(input), axes, true);
  const scale = ops.div(127, ops.add(largest, 1e-7));
  const whole = ops.minimum(ops.maximum(ops.round(ops.mul(input, scale)), -127), 127);
  return { whole, scale };
}

/** Rounds inputs to 255 steps and back; gradients pass as if it had not. */
export function roundedInputs(x: Tensor, axes: readonly number[]): Tensor {
  const input = ops.toFloat(x);
  const { whole, scale } = absMaxQuantize(ops.stopGradient(input), axes);
  const rounded = ops.div(whole, scale);
  return ops.add(input, ops.stopGradient(ops.sub(rounded, input)));
}
