/** What a layer costs: multiply-adds of one sample. Layers that only move or look up numbers have none to tell. */
import { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import { ModelObject } from '../library/keras/models/modelObject.ts';
import type { GraphNode } from '../library/keras/tensors/graphNode.ts';
import { graphCost } from './graphCosts.ts';
import type { KnownShape } from './program.ts';

type Count = number | null;

/** Multiply-adds for a number that is normalised by the mean and variance of the numbers around it. */
const NORMALISING = 3;

/** The shapes that a layer was called with and what it gave. */
type Call = NonNullable<LayerObject['lastCall']>;

/** Null where a size is not known, and for layers whose cost is not told. */
export function multiplyAddsOf(layer: LayerObject): Count {
  if (layer instanceof ModelObject) return modelCost(layer) ?? nodeCost(layer.nodes.at(-1));
  return layer.lastCall === null ? null : callCost(layer, layer.lastCall, layer.nodes.at(-1));
}

/** All calls of a model's layers; null where one of them is not known, and for models of the script's own class. */
function modelCost(model: ModelObject): Count {
  if (model.kind === 'sequential') return sumOfTold(model.stack.map(layer => [layer, multiplyAddsOf(layer)]));
  if (model.graph === null) return null;
  return sumOfTold(
    model.graph.nodes
      .filter(node => !node.isInput)
      .map(node => {
        const { operation } = node;
        if (!(operation instanceof LayerObject)) return [null, nodeCost(node) ?? 0];
        const shapes = {
          inputs: node.inputs.map(({ shape }) => shape),
          outputs: node.outputs.map(({ shape }) => shape),
        };
        const cost =
          operation instanceof ModelObject ? multiplyAddsOf(operation) : callCost(operation, shapes, node);
        return [operation, cost];
      }),
  );
}

/** Layers that only move numbers count for nothing; one with weights whose cost is not known leaves the sum unknown. */
function sumOfTold(costs: readonly (readonly [LayerObject | null, Count])[]): Count {
  if (costs.some(([layer, cost]) => cost === null && (layer?.weights.length ?? 0) > 0 && !looksUp(layer)))
    return null;
  const total = costs.reduce((all, [, cost]) => all + (cost ?? 0), 0);
  return total > 0 ? total : null;
}

/** Whether it has weights and no multiply-adds. */
function looksUp(layer: LayerObject | null): boolean {
  const name = layer?.definition?.name;
  return name === 'Embedding' || name === 'PReLU';
}

/** By their calls, which stay while statements behind them are edited. */
const nodeCosts = new WeakMap<GraphNode, { readonly cost: Count }>();

/** What was traced between a call's inputs and outputs: for layers of the script's own. */
function nodeCost(node: GraphNode | undefined): Count {
  if (node === undefined || node.isInput) return null;
  const known = nodeCosts.get(node) ?? { cost: tracedCost(node) };
  nodeCosts.set(node, known);
  return known.cost;
}

function tracedCost(node: GraphNode): Count {
  const { operation } = node;
  const inside = operation instanceof LayerObject ? operation.allLayers().slice(1) : [];
  const cost = graphCost(
    node.inputs.map(({ tensor }) => tensor),
    node.outputs.map(({ tensor }) => tensor),
    name => {
      const layer = inside.find(other => other.name === name);
      return layer === undefined ? null : multiplyAddsOf(layer);
    },
  );
  return cost === 0 ? null : cost;
}

function callCost(layer: LayerObject, call: Call, node: GraphNode | undefined): Count {
  const told = ruleCost(layer, call);
  if (told !== null) return told;
  const isOwn = layer.cls.userDefined || OF_OWN_CODE.has(layer.definition?.name ?? '');
  return isOwn ? nodeCost(node) : null;
}

/** Layers that call the script's own code, or cells of any kind. */
const OF_OWN_CODE = new Set(['Lambda', 'RNN', 'TimeDistributed', 'Wrapper']);

/** By the rules for Keras's layers. */
function ruleCost(layer: LayerObject, call: Call): Count {
  const name = layer.definition?.name;
  if (name === undefined || layer.cls.userDefined) return null;
  const [input, output] = [call.inputs[0], call.outputs[0]];
  if (layer.definition?.flops !== undefined) return layer.definition.flops(layer, input, output);
  if (input === undefined || output === undefined) return null;
  switch (name) {
    case 'RNN':
    case 'SimpleRNN':
    case 'LSTM':
    case 'GRU':
    case 'Bidirectional':
      return product(input.at(1), kernelsOf(layer, 2));
    case 'ConvLSTM1D':
    case 'ConvLSTM2D':
    case 'ConvLSTM3D':
      return convolutionalSteps(layer, input, output);
    case 'TimeDistributed':
      return product(input.at(1), innerCost(layer));
    case 'MultiHeadAttention':
    case 'GroupedQueryAttention':
      return projectedAttention(layer);
    case 'Attention':
    case 'AdditiveAttention':
      return plainAttention(call.inputs);
    case 'BatchNormalization':
    case 'Normalization':
      // While predicting: one scale and offset for each number.
      return product(...output.slice(1));
    case 'LayerNormalization':
    case 'GroupNormalization':
    case 'UnitNormalization':
      // For each number: its part of the mean, of the variance, and its scale and offset.
      return product(NORMALISING, ...output.slice(1));
    case 'Dot':
      return dotProducts(call.inputs, output);
    default:
      return /^Global(?:Average|Max)Pooling/.test(name) ? product(...input.slice(1)) : null;
  }
}

function product(...sizes: readonly (Count | undefined)[]): Count {
  return sizes.reduce<Count>((all, size) => (all === null || size == null ? null : all * size), 1);
}

function sum(...parts: readonly Count[]): Count {
  return parts.reduce<Count>((all, part) => (all === null || part === null ? null : all + part), 0);
}

function kernelShapes(layer: LayerObject): KnownShape[] {
  return layer.weights.filter(({ name }) => name.endsWith('kernel')).map(({ shape }) => shape);
}

/** Every step multiplies by each kernel once; null where a kernel has another rank, as in cells of the user's own. */
function kernelsOf(layer: LayerObject, rank: number): Count {
  const kernels = kernelShapes(layer);
  if (kernels.length === 0 || kernels.some(shape => shape.length !== rank)) return null;
  return sum(...kernels.map(shape => product(...shape)));
}

/** Every step convolves input and state to the places of the output. */
function convolutionalSteps(layer: LayerObject, input: KnownShape, output: KnownShape): Count {
  const kernels = kernelShapes(layer);
  const filters = (kernels[1]?.at(-1) ?? 0) / 4;
  const rank = (kernels[0]?.length ?? 0) - 2;
  // Without batch and steps; the filters stand first or last.
  const [first, ...rest] = output.slice(-rank - 1);
  const places = rest.at(-1) === filters ? [first, ...rest.slice(0, -1)] : first === filters ? rest : [null];
  return product(input.at(1), ...places, kernelsOf(layer, rank + 2));
}

function innerCost(layer: LayerObject): Count {
  const [inner] = layer.sublayers();
  return inner === undefined ? null : multiplyAddsOf(inner);
}

/** Positions of a sequence (or image): all axes between the batch and the features. */
function positions(shape: KnownShape): Count {
  return product(...shape.slice(1, -1));
}

/** Projections of queries, keys, values and result, and two products of all queries with all keys. */
function projectedAttention(layer: LayerObject): Count {
  const [query, value] = layer.nodes.at(-1)?.inputs ?? [];
  const [ofQuery, ofKey, ofValue, ofResult] = kernelShapes(layer);
  if (query === undefined || value === undefined || ofResult === undefined) return null;
  const [queries, keys] = [positions(query.shape), positions(value.shape)];
  const heads = ofQuery.at(1);
  return sum(
    product(queries, ...ofQuery),
    product(keys, ...ofKey),
    product(keys, ...ofValue),
    product(queries, ...ofResult),
    product(queries, keys, heads, ofQuery.at(2)),
    product(queries, keys, heads, ofValue.at(2)),
  );
}

/** As many products and sums for each number of the result as both inputs have in common along the summed axis. */
function dotProducts([left, right]: readonly KnownShape[], output: KnownShape): Count {
  if (left === undefined || right === undefined) return null;
  const [ofLeft, ofRight, ofOutput] = [left, right, output].map(shape => product(...shape.slice(1)));
  if (ofLeft == null || ofRight == null || !ofOutput) return null;
  return ofOutput * Math.round(Math.sqrt((ofLeft * ofRight) / ofOutput));
}

/** Scores of every query with every key, and the mean of the values by them. */
function plainAttention([query, value]: readonly KnownShape[]): Count {
  if (query === undefined || value === undefined) return null;
  const pairs = product(positions(query), positions(value));
  return sum(product(pairs, query.at(-1)), product(pairs, value.at(-1)));
}
