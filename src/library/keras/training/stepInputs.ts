/** What a traced step is given: placeholders for a batch's arrays, labels by output, weights for samples and classes. */
import type { DType } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import type { Shape } from '../../../graph/shapes.ts';
import { placeholder, type Tensor } from '../../../graph/tensor.ts';
import { PyDict } from '../../../python/collections.ts';
import { AttributeError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { NotKnown, type Value } from '../../../python/values.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { hostArrayOf, tensorOf, tensorOfArray, wrap } from '../tensors/conversion.ts';
import { flatten, flattenTensors, mapStructure } from '../tensors/graphNode.ts';
import { noteFacts } from '../tensors/tensorFacts.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { textOf } from '../tensors/text.ts';
import type { Trace } from '../trace.ts';
import { ofVersion, raiseInWords } from '../versionWords.ts';
import { orderOutputs, outputNames } from './compileState.ts';
import { DataLeaf, type Template, textLeaves } from './dataSource.ts';
import type { StepKind, StepOptions } from './stepTrace.ts';

export interface StepInputs {
  readonly x: Value;
  readonly y: Value;
  readonly weight: Value;
  readonly placeholders: readonly Tensor[];
  readonly rows: number;
}

/** Placeholders in place of a template's arrays, with these shapes. */
export function placeholdersFor(
  py: Interpreter,
  template: Template,
  shapes: readonly { shape: Shape; dtype: DType }[],
  trace: Trace,
): StepInputs {
  const placeholders: Tensor[] = [];
  const text = textLeaves(template);
  let place = 0;
  const replace = (leaf: Value): Value => {
    if (!(leaf instanceof DataLeaf)) return leaf;
    const { shape, dtype } = shapes[place];
    place++;
    if (trace.host !== null && text.has(leaf) && leaf.array !== null) {
      const tensor = tensorOfArray(leaf.array, dtype);
      // Objects other than text are no tensor, which this tells.
      if (textOf(tensor) === undefined) hostArrayOf(leaf.array);
      return wrap(py, tensor);
    }
    const tensor = placeholder(shape, dtype, 'data');
    if (leaf.array !== null) {
      trace.arrays.set(tensor, leaf.array);
      if (!py.running) noteFacts(tensor, leaf.array);
      trace.host?.remember(tensor, tensorOfArray(leaf.array, dtype));
    }
    placeholders.push(tensor);
    return wrap(py, tensor);
  };
  // Dicts are flattened by key, so they must be walked by key here too.
  const x = mapSorted(template.x, replace);
  const y = mapSorted(template.y, replace);
  const weight = mapSorted(template.weight, replace);
  return { x, y, weight, placeholders, rows: shapes[0]?.shape[0] ?? 1 };
}

function mapSorted(value: Value, change: (leaf: Value) => Value): Value {
  if (!(value instanceof PyDict))
    return value === null
      ? null
      : mapStructure(value, leaf => (leaf instanceof PyDict ? mapSorted(leaf, change) : change(leaf)));
  const keys = [...value.keys()].map(String).sort();
  const made = new Map(keys.map(key => [key, mapSorted(value.getString(key)!, change)]));
  return PyDict.fromStrings([...value.keys()].map(key => [String(key), made.get(String(key))!] as const));
}

/** The labels of a batch in the order of the model's outputs. */
export function labelsFor(
  py: Interpreter,
  model: ModelObject,
  kind: StepKind,
  inputs: StepInputs,
  template: Template,
): TensorObject[] {
  const labels = orderOutputs(inputs.y, outputNames(model)).filter(leaf => leaf instanceof TensorObject);
  const needsLabels = model.compiled?.loss !== null || model.compiled?.metrics !== null;
  if (labels.length === 0 && needsLabels && template.y === null) {
    if (kind === 'test' && ofVersion(py, { 1: false, 2: true, 3: false }) && !py.running)
      throw new NotKnown('tf.keras measures nothing without labels');
    const loss = model.compiled?.loss ?? null;
    throw raiseInWords(
      py,
      {
        2: `Target data is missing. Your model was compiled with loss=${loss === null ? 'None' : py.str(loss)}, and therefore expects target data to be provided in \`fit()\`.`,
        3: [AttributeError, "'NoneType' object has no attribute 'shape'"],
      },
      {
        code: 'labels-missing',
        // A generator or data set is to blame for what it lacks.
        blame: { kind: 'argument', name: template.labelsFrom ?? 'y' },
        explanation: message('The loss compares outputs with labels, and no labels were passed.'),
      },
    );
  }
  return labels;
}

/** A weight for each sample and output from `sample_weight` or `class_weight`; null for none. */
export function sampleWeights(
  py: Interpreter,
  inputs: StepInputs,
  labels: readonly TensorObject[],
  options: StepOptions,
): (Value | null)[] {
  const given = inputs.weight === null ? [] : flatten([inputs.weight]);
  return labels.map((label, index) => {
    const own = (given.length < labels.length ? given[0] : given[index]) ?? null;
    if (options.classWeight === null) return own;
    const byClass = classWeights(label.tensor, options.classWeight);
    // Together they come in Keras 1 and 2 only.
    return wrap(py, own === null ? byClass : ops.mul(byClass, tensorOf(py, own, 'float32')));
  });
}

/** A weight for each sample by its class. */
export function weightOfClasses(
  py: Interpreter,
  inputs: StepInputs,
  weights: ReadonlyMap<number, number>,
): Value {
  const [labels] = flattenTensors([inputs.y]);
  return labels === undefined ? null : wrap(py, classWeights(labels.tensor, weights));
}

function classWeights(labels: Tensor, weights: ReadonlyMap<number, number>): Tensor {
  const last = labels.shape.at(-1);
  const indices =
    labels.shape.length <= 1 ? labels : last === 1 ? ops.squeeze(labels, -1) : ops.argMax(labels, -1);
  const classes = ops.round(ops.cast(indices, 'float32'));
  let result: Tensor = ops.add(ops.mul(classes, 0), 1);
  for (const [label, weight] of weights) result = ops.select(ops.equal(classes, label), weight, result);
  return result;
}
