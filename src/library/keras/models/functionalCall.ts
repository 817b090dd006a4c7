/** Calling a functional model: data in the order of its inputs, ranks adjusted, then its graph. */

import { isFloating } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import { formatShape } from '../../../graph/shapes.ts';
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { flatten } from '../tensors/graphNode.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { type FunctionalGraph, runGraph, singleOutput } from './functionalGraph.ts';
import type { ModelObject } from './modelObject.ts';
import { runWithExtras } from './symbolicExtras.ts';

/** The inputs of a call in the order of the graph's inputs, whatever structure they came in. */
export function orderInputs(py: Interpreter, graph: FunctionalGraph, inputs: Value): Value[] {
  if (!(inputs instanceof PyDict)) return flatten([inputs]);
  const keys =
    graph.inputStructure instanceof PyDict
      ? [...graph.inputStructure.keys()].map(String).sort()
      : graph.inputNames;
  return keys.map(name => {
    const value = inputs.getString(name);
    if (value === undefined) {
      const shown = `[${[...inputs.keys()].map(key => py.repr(key)).join(', ')}]`;
      throw raise(
        ValueError,
        `Missing data for input "${name}". You passed a data dictionary with keys ${shown}. Expected the following keys: [${keys.map(key => `'${key}'`).join(', ')}]`,
        {
          code: 'input-names',
          explanation: message(
            'The data has no array for input `{0}`: its keys are {1}.',
            name,
            [...inputs.keys()].map(key => `\`${py.str(key)}\``).join(', '),
          ),
        },
      );
    }
    return value;
  });
}

/** Runs a model's graph on a call's inputs. */
export function callFunctional(
  py: Interpreter,
  model: ModelObject,
  graph: FunctionalGraph,
  inputs: Value,
): Value {
  const ordered = orderInputs(py, graph, inputs);
  if (ordered.some(value => value instanceof Unknown))
    return ordered.find(value => value instanceof Unknown)!;
  if (ordered.length !== graph.inputs.length) {
    throw raise(
      ValueError,
      `Layer "${model.name}" expects ${graph.inputs.length} input(s), but it received ${ordered.length} input tensors.`,
      {
        code: 'input-count',
        explanation: message(
          'The model has {0} inputs ({1}) and receives {2}.',
          graph.inputs.length,
          graph.inputNames.map(name => `\`${name}\``).join(', '),
          ordered.length,
        ),
      },
    );
  }
  const tensors = ordered.map((value, index) => adjust(py, value, graph.inputs[index]));
  const { extras } = model;
  return singleOutput(
    extras === null ? runGraph(py, graph, tensors) : runWithExtras(py, model, graph, extras, tensors),
  );
}

/** Converts an input to the dtype of the model's and adds or drops a last axis of 1 where that makes it fit. */
function adjust(py: Interpreter, value: Value, reference: TensorObject): TensorObject {
  const given = value instanceof TensorObject ? value : wrap(py, tensorOf(py, value));
  let { tensor } = given;
  if (tensor.dtype !== reference.tensor.dtype && tensor.dtype !== 'string') {
    tensor = ops.cast(tensor, reference.tensor.dtype);
  } else if (isFloating(tensor.dtype)) tensor = ops.cast(tensor, reference.tensor.dtype);
  const [rank, wanted] = [tensor.shape.length, reference.shape.length];
  if (rank === wanted + 1 && tensor.shape.at(-1) === 1) tensor = ops.squeeze(tensor, -1);
  else if (rank === wanted - 1 && reference.shape.at(-1) === 1) tensor = ops.expandDims(tensor, -1);
  else if (rank !== wanted && py.state(kerasVersionKey).current === 3) {
    // Keras 1 and 2 run the layers on whatever comes.
    throw raise(
      ValueError,
      `Invalid input shape for input ${formatShape(given.shape)}. Expected shape ${formatShape(reference.shape)}, but input has incompatible shape ${formatShape(given.shape)}`,
      {
        code: 'input-rank',
        explanation: message(
          'The model takes input of shape {0} and receives {1}.',
          formatShape(reference.shape),
          formatShape(given.shape),
        ),
      },
    );
  }
  if (tensor === given.tensor) return given;
  const adjusted = wrap(py, tensor);
  adjusted.mask = given.mask;
  return adjusted;
}

/** The outputs of a model as a flat list. */
export function outputsOf(value: Value): Value[] {
  return value instanceof PyList || value instanceof PyTuple || value instanceof PyDict
    ? flatten([value])
    : [value];
}
