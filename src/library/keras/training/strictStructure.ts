/**
 * As many arrays as the model has inputs and outputs: Keras 1 asks for that before it looks at their shapes, tf.keras
 * for the inputs when the model is called.
 */
import { formatShape } from '../../../graph/shapes.ts';
import { PyDict } from '../../../python/collections.ts';
import { type ErrorDetail, PythonError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Message, message } from '../../../python/message.ts';
import { PyList, type Value } from '../../../python/values.ts';
import { orderInputs } from '../models/functionalCall.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { ofVersion } from '../versionWords.ts';
import { outputNames } from './compileState.ts';
import { asWritten, DataLeaf, type Template } from './dataSource.ts';
import { checkWeightsInKeras1 } from './sampleWeightShapes.ts';

const listed = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ');

/**
 * Compares the structure of inputs and labels with the model's.
 * @param argument brings the inputs; the labels come with it, or as `y`
 * @throws ValueError of Keras 1 and 2
 */
export function checkStructure(
  py: Interpreter,
  model: ModelObject,
  template: Template,
  argument: string,
  hasLabels: boolean,
): void {
  const check = ofVersion<(() => void) | null>(py, {
    1: () => checkInKeras1(py, model, template, argument, hasLabels),
    2: () => checkInKeras2(py, model, template, argument),
    3: null,
  });
  check?.();
}

function checkInKeras2(py: Interpreter, model: ModelObject, template: Template, argument: string): void {
  const { graph } = model;
  if (graph === null || model.kind !== 'functional') return;
  const blame = { kind: 'argument', name: argument } as const;
  let inputs: readonly Value[];
  try {
    inputs = orderInputs(py, graph, template.x);
  } catch (error) {
    throw error instanceof PythonError ? new PythonError(error.exception, { ...error.detail, blame }) : error;
  }
  if (inputs.length === graph.inputs.length || !inputs.every(leaf => leaf instanceof DataLeaf)) return;
  const shown = inputs.map((leaf, place) => fedTensor(leaf, template, place)).join(', ');
  throw raise(
    ValueError,
    `Layer "${model.name}" expects ${graph.inputs.length} input(s), but it received ${inputs.length} input tensors. Inputs received: [${shown}]`,
    {
      code: 'input-count',
      blame,
      explanation: message(
        'The model has {0} inputs ({1}) and receives {2}.',
        graph.inputs.length,
        listed(graph.inputNames),
        inputs.length,
      ),
    },
  );
}

/** An array of a batch as TensorFlow prints it in a step; `place` counts inputs, labels and weights. */
export function fedTensor(leaf: DataLeaf, { traceRows = null }: Template, place: number): string {
  const shape = formatShape([traceRows, ...leaf.shape.slice(1)]);
  return `<tf.Tensor 'IteratorGetNext:${place}' shape=${shape} dtype=${leaf.dtype}>`;
}

function checkInKeras1(
  py: Interpreter,
  model: ModelObject,
  template: Template,
  argument: string,
  hasLabels: boolean,
): void {
  const inputs = model.graph?.inputNames ?? null;
  const outputs = outputNames(model);
  if (inputs === null || outputs === null) return;
  const error =
    structureError(py, template.x, inputs, 'input', argument) ??
    (hasLabels && template.y !== null
      ? structureError(py, template.y, outputs, 'target', labelsArgument(template, argument))
      : null);
  if (error !== null) throw error;
  if (hasLabels) checkWeightsInKeras1(model, template);
}

function labelsArgument({ labelsFrom }: Template, argument: string): string {
  return labelsFrom ?? (argument === 'x' ? 'y' : argument);
}

function structureError(
  py: Interpreter,
  data: Value,
  names: readonly string[],
  kind: 'input' | 'target',
  argument: string,
): PythonError | null {
  const detail = (code: string, explanation: Message): ErrorDetail => ({
    code,
    blame: { kind: 'argument', name: argument },
    explanation,
  });
  const counted = (count: number) =>
    kind === 'input'
      ? detail(
          'input-count',
          message('The model has {0} inputs ({1}) and receives {2}.', names.length, listed(names), count),
        )
      : detail(
          'output-count',
          message(
            'The model has {0} outputs ({1}), and there are labels for {2}.',
            names.length,
            listed(names),
            count,
          ),
        );
  if (data instanceof PyDict) {
    if (data.lost !== null || kind === 'target') return null;
    const keys = [...data.keys()].map(key => py.str(key));
    const missing = names.find(name => !keys.includes(name));
    if (missing === undefined) return null;
    const needed = names.map(name => `'${name}'`).join(', ');
    return raise(
      ValueError,
      `No data provided for "${missing}". Need data for each key in: [${needed}]`,
      detail(
        'input-names',
        message('The data has no array for input `{0}`: its keys are {1}.', missing, listed(keys)),
      ),
    );
  }
  if (data instanceof PyList) {
    const { length } = data.items;
    if (length === names.length) return null;
    // What arrays hold is not known before it runs.
    return raise(
      ValueError,
      `Error when checking model ${kind}: the list of Numpy arrays that you are passing to your model is not the size the model expected. Expected to see ${names.length} arrays but instead got the following list of ${length} arrays: [...]...`,
      counted(length),
    );
  }
  if (!(data instanceof DataLeaf) || names.length === 1) return null;
  const shape = formatShape(data.array === null ? data.shape : asWritten(data.array).shape);
  return raise(
    ValueError,
    `The model expects ${names.length} input arrays, but only received one array. Found: array with shape ${shape}`,
    counted(1),
  );
}
