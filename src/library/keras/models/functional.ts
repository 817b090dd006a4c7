/** `keras.Model(inputs, outputs)`: a model from a graph of layer calls. */
import { formatShape } from '../../../graph/shapes.ts';
import { PyDict } from '../../../python/collections.ts';
import { RuntimeError, TypeError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Span } from '../../../python/syntax.ts';
import { classOf } from '../../../python/types.ts';
import { PyList, PyTuple, touch, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import { makeLayer } from '../layers/registry.ts';
import { autoName } from '../naming.ts';
import { flatten, flattenTensors } from '../tensors/graphNode.ts';
import { shapeTuple, TensorObject } from '../tensors/tensorObject.ts';
import { type ByVersion, type Raised, raiseInWords } from '../versionWords.ts';
import {
  buildGraph,
  checkNames,
  type Entries,
  type FunctionalGraph,
  missingInput,
} from './functionalGraph.ts';
import type { ModelObject } from './modelObject.ts';

function checkTensors(py: Interpreter, argument: 'inputs' | 'outputs', value: Value): void {
  const detail = { code: 'not-a-keras-tensor', blame: { kind: 'argument', name: argument } } as const;
  const bad = flatten([value]).find(item => !(item instanceof TensorObject) || item.history === null);
  if (bad === undefined) return;
  const type = `<class '${classOf(bad).name}'>`;
  const earlier = notFromKeras(py, argument, bad);
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PyDict) {
    const kind = value instanceof PyDict ? 'dict' : 'list/tuple';
    const told = `When providing \`${argument}\` as a ${kind}, all values in the ${kind} must be KerasTensors. Received: ${argument}=${py.repr(value)} including invalid value ${py.repr(bad)} of type ${type}`;
    throw raiseInWords(py, { 3: told, ...earlier }, detail);
  }
  const told = `Unrecognized type for \`${argument}\`: ${py.repr(value)} (of type ${type})`;
  throw raiseInWords(
    py,
    { 3: told, ...earlier },
    {
      ...detail,
      explanation: message('`{0}` must be tensors that come from `keras.Input`.', argument),
    },
  );
}

/** What Keras 1 and 2 say of a value that is no tensor of theirs. */
function notFromKeras(
  py: Interpreter,
  argument: 'inputs' | 'outputs',
  bad: Value,
): Omit<ByVersion<Raised>, 3> {
  const shown = py.str(bad);
  return argument === 'inputs'
    ? {
        2: `Input tensors to a Functional model must come from \`tf.keras.Input\`. Received inputs=${shown} (missing previous layer metadata).`,
        1: [
          TypeError,
          `Input tensors to a Model must be Keras tensors. Found: ${shown} (missing Keras metadata).`,
        ],
      }
    : {
        2: `Output tensors of a Functional model must be the output of a TensorFlow \`Layer\` (thus holding past layer metadata). Found: ${shown}`,
        1: [TypeError, `Output tensors to a Model must be Keras tensors. Found: ${shown}`],
      };
}

/** The inputs where the script writes them, by name or in the first place. */
function inputsPlace({ site }: Interpreter): Span | null {
  if (site === null || !site.file.isScript) return null;
  return site.argumentSpan('inputs') ?? site.node.args[0]?.span ?? null;
}

/** Keras 1 and 2 refuse to make a model that needs an input which is not its own; Keras 3 does when it is called. */
function requireInputs(py: Interpreter, graph: FunctionalGraph): void {
  const reached: string[] = [];
  for (const node of graph.nodes) {
    const missing = node.inputs.find(
      input => input.history?.node.inputs.length === 0 && !graph.inputs.includes(input),
    );
    const source = missing?.history?.node.operation;
    if (missing === undefined || source === undefined) {
      reached.push(`'${node.operation.name}'`);
      continue;
    }
    const told = (shown: string, layer: string, previous: readonly string[]) =>
      `Graph disconnected: cannot obtain value for tensor ${shown} at layer "${layer}". The following previous layers were accessed without issue: [${previous.join(', ')}]`;
    const { name } = source;
    const { dtype } = missing.tensor;
    const open = `(${missing.shape.map(dim => dim ?? '?').join(', ')}${missing.shape.length === 1 ? ',' : ''})`;
    const tensor2 = `KerasTensor(type_spec=TensorSpec(shape=${formatShape(missing.shape)}, dtype=tf.${dtype}, name='${name}'), name='${name}', description="created by layer '${name}'")`;
    const words: ByVersion<Raised> = {
      3: told(name, node.operation.name, reached),
      2: told(tensor2, node.operation.name, reached),
      // There an input is itself a layer that is visited.
      1: [RuntimeError, told(`Tensor("${name}:0", shape=${open}, dtype=${dtype})`, name, [])],
    };
    throw raiseInWords(py, words, {
      ...missingInput(missing, node),
      blame:
        graph.inputsPlace === null
          ? { kind: 'argument', name: 'inputs' }
          : { kind: 'span', span: graph.inputsPlace },
    });
  }
}

/** New InputLayers in place of tensors in the middle of another graph, as Keras makes them for a model from there. */
function entriesOf(py: Interpreter, inputs: Value): Entries {
  const entries = new Map<TensorObject, LayerObject>();
  for (const input of flattenTensors([inputs])) {
    const source = input.history!.node.operation;
    if (source instanceof LayerObject && source.definition?.name === 'InputLayer') continue;
    const settings = [
      ['batch_shape', shapeTuple(input.shape)],
      ['dtype', input.tensor.dtype],
      ['name', input.name ?? autoName(py, 'KerasTensor')],
    ] as const;
    entries.set(input, makeLayer(py, 'InputLayer', settings));
  }
  return entries;
}

/** Makes a model functional: finds the graph between its inputs and outputs. */
export function makeFunctional(py: Interpreter, model: ModelObject, inputs: Value, outputs: Value): void {
  checkTensors(py, 'inputs', inputs);
  checkTensors(py, 'outputs', outputs);
  touch(model);
  model.kind = 'functional';
  model.graph = buildGraph(inputs, outputs, entriesOf(py, inputs), inputsPlace(py));
  if (py.state(kerasVersionKey).current < 3) requireInputs(py, model.graph);
  checkNames(py, model.graph);
  model.built = true;
  const names = model.graph.inputNames;
  model.inputSpec = model.graph.inputs.map((tensor, index) => ({
    name: names[index],
    shape: tensor.shape.map((dim, axis) => (axis === 0 ? null : dim)),
    allowLastAxisSqueeze: true,
  }));
}
