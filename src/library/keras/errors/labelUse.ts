/** What meets where labels are compared with outputs, in training and in calls of the script's own, as errors tell it. */
import type { Shape } from '../../../graph/shapes.ts';
import type { Blame } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Expression, Span } from '../../../python/syntax.ts';
import type { Value } from '../../../python/values.ts';
import type { NdArray } from '../../numpy/ndarray.ts';
import { isModel } from '../layers/base/callInputs.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import { layerBehind } from '../layers/madeBy.ts';
import type { LossDefinition } from '../losses/definition.ts';
import type { LossObject } from '../losses/lossClasses.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { kerasRecordKey } from '../record.ts';
import type { TensorObject } from '../tensors/tensorObject.ts';
import { orderOutputs, outputNames } from '../training/compileState.ts';
import { DataLeaf, type Template } from '../training/dataSource.ts';

/** An expression of the script. */
export interface Written {
  readonly span: Span;
  readonly text: string;
}

export interface LabelUse {
  /** What compares: the name of the loss or metric. */
  readonly name: string;
  /** The function of Keras that the loss is; null for one of the script's own, and for metrics. */
  readonly functionName: string | null;
  readonly expects: LossDefinition['expects'] | null;
  /** Whether the loss was told that it is given logits. */
  readonly fromLogits: boolean;
  readonly isMetric: boolean;
  /** Whether flat labels become a column where the output is one, as they do for all but functions. */
  readonly makesColumns: boolean;
  /** The class whose labels count for nothing. */
  readonly ignoredClass: Value;
  readonly output: Shape;
  readonly label: Shape;
  /** The labels, or what stands for their facts; null where nothing is known of them. */
  readonly array: NdArray | null;
  /** Whether the labels are tensors of TensorFlow or Keras, not arrays. */
  readonly areTensors: boolean;
  /** The layer that gives the output. */
  readonly layer: LayerObject | null;
  /** The layer that fixes the width of the output: the one that gives it, or one below whose width that one keeps. */
  readonly widthLayer: LayerObject | null;
  /** The model that is trained; null in a call of the script's own. */
  readonly modelName: string | null;
  /** Whether the number of rows is open while the step is traced, as it is where the last batch is a smaller one. */
  readonly hasOpenRows: boolean;
  /** Whether this output is the only one with labels. */
  readonly isOnly: boolean;
  readonly blame: Blame;
  /** The labels in the call; null where the call does not show them by themselves. */
  readonly written: Written | null;
  /** What chooses the loss, as it is to be changed. */
  readonly chosen: Written | null;
  /** The data set of pairs that brings the labels. */
  readonly pairs: Span | null;
  /** Whether the model is trained here first: what it is validated, tested or trained on later has to follow that. */
  readonly isTrained: boolean;
}

/** One output of a model in a step of `fit`, and its labels. */
export interface StepLabels {
  readonly model: ModelObject;
  readonly loss: LossObject;
  readonly output: TensorObject;
  readonly label: TensorObject;
  /** How many outputs have labels. */
  readonly labels: number;
  readonly index: number;
  readonly template: Template;
}

/** Labels and outputs of a call that shows them by themselves. */
export function useOfParts(
  parts: Omit<
    LabelUse,
    'fromLogits' | 'ignoredClass' | 'isOnly' | 'pairs' | 'isTrained' | 'modelName' | 'hasOpenRows'
  >,
): LabelUse {
  const unknown = { ignoredClass: null, pairs: null, modelName: null };
  return { ...parts, ...unknown, fromLogits: false, isOnly: true, isTrained: true, hasOpenRows: false };
}

/** To be called while the training call is the site. */
export function useInStep(py: Interpreter, step: StepLabels): LabelUse {
  const { loss, model, template } = step;
  const parameter = template.labelsFrom ?? 'y';
  const isPair = template.isDataset === true && template.weight === null && template.y instanceof DataLeaf;
  const written = writtenLabels(py, step, parameter);
  const array = labelArray(step);
  return {
    name: loss.settings?.name ?? loss.cls.name,
    functionName: loss.settings?.definition?.functionName ?? null,
    expects: loss.settings?.definition?.expects ?? null,
    fromLogits: loss.config.get('from_logits') === true,
    isMetric: false,
    makesColumns: true,
    ignoredClass: loss.config.get('ignore_class') ?? null,
    output: step.output.shape,
    label: step.label.shape,
    array,
    areTensors: false,
    layer: lastLayer(py, step),
    widthLayer: widthLayer(py, step),
    modelName: model.name,
    hasOpenRows: (template.traceRows ?? null) === null,
    isOnly: step.labels === 1,
    blame: written === null ? { kind: 'argument', name: parameter } : { kind: 'span', span: written.span },
    written,
    chosen: chosenLoss(model),
    pairs: isPair ? (py.site?.argumentSpan(parameter) ?? null) : null,
    isTrained: parameter !== 'validation_data' && !wasTrained(py, model),
  };
}

/** Whether an earlier call trained the model as it is. */
function wasTrained(py: Interpreter, model: ModelObject): boolean {
  const { site } = py;
  return py
    .state(kerasRecordKey)
    .fits.some(
      fitted =>
        fitted.model === model &&
        !fitted.raised &&
        (fitted.method === 'fit' || fitted.method === 'train_on_batch') &&
        fitted.span.start.offset !== site?.node.span.start.offset,
    );
}

/** The array that a label placeholder stands for. */
export function labelArray({ model, index, template }: StepLabels): NdArray | null {
  const leaves = orderOutputs(template.y, outputNames(model)).filter(leaf => leaf instanceof DataLeaf);
  return leaves[index]?.array ?? null;
}

function lastLayer(py: Interpreter, { model, index, output }: StepLabels): LayerObject | null {
  const operation = model.graph?.outputs[index]?.history?.node.operation;
  const last = operation instanceof LayerObject ? operation : null;
  if (last !== null && !isModel(last)) return last;
  if (last === null && model.kind === 'sequential') return model.stack.at(-1) ?? null;
  // A model within the model, or one of the script's own: whatever made what comes out.
  return layerBehind(py.state(kerasRecordKey).layers, output.tensor) ?? last;
}

/** Layers that are often put behind the one with the units. */
const keepsWidth: ReadonlySet<string> = new Set([
  ...['Activation', 'Softmax', 'ReLU', 'LeakyReLU', 'ELU', 'PReLU', 'Dropout', 'Identity'],
  ...[
    'BatchNormalization',
    'LayerNormalization',
    'GaussianNoise',
    'GaussianDropout',
    'ActivityRegularization',
  ],
]);

function widthLayer(py: Interpreter, step: StepLabels): LayerObject | null {
  let layer = lastLayer(py, step);
  let node = step.model.graph?.outputs[step.index]?.history?.node ?? null;
  while (layer !== null && keepsWidth.has(layer.definition?.name ?? '')) {
    node = node?.inputs[0]?.history?.node ?? null;
    const operation = node?.operation;
    if (!(operation instanceof LayerObject)) return layer;
    layer = operation;
  }
  return layer;
}

/** The labels themselves within the argument that holds them: an element of a tuple, a list or a dict. */
function writtenLabels(py: Interpreter, step: StepLabels, parameter: string): Written | null {
  const { site } = py;
  let node: Expression | null = site?.argument(parameter) ?? null;
  if (parameter === 'validation_data') {
    if (node?.kind !== 'Tuple' && node?.kind !== 'List') return null;
    node = node.elts[1] ?? null;
  } else if (parameter !== 'y') return null;
  if (step.labels > 1 && (node?.kind === 'List' || node?.kind === 'Tuple'))
    node = node.elts[step.index] ?? null;
  else if (node?.kind === 'Dict') node = valueAt(node, outputNames(step.model)?.[step.index] ?? null);
  else if (step.labels > 1) return null;
  if (node === null || site === null || node.kind === 'Starred') return null;
  return { span: node.span, text: site.source.slice(node.span.start.offset, node.span.end.offset) };
}

function valueAt(dict: Extract<Expression, { kind: 'Dict' }>, key: string | null): Expression | null {
  const index = dict.keys.findIndex(
    item => item?.kind === 'Constant' && item.value.type === 'str' && item.value.value === key,
  );
  return dict.values[index] ?? null;
}

/** The argument of `compile`. What a variable or a setting holds is written in its place. */
export function chosenLoss({ compiled }: ModelObject): Written | null {
  const span = compiled?.spans.get('loss') ?? null;
  const text = compiled?.site?.argumentText('loss') ?? null;
  if (span === null || text === null) return null;
  const value = compiled?.loss;
  const isNamed = typeof value === 'string' && !text.includes(value) && /^[\w.[\]'"]+$/.test(text);
  return { span, text: isNamed ? `'${value}'` : text };
}
