/** Labels that do not fit the loss and the model's output: whose fault it is, in the script's names, with both fixes. */
import { formatShape } from '../../../graph/shapes.ts';
import { type ErrorDetail, PythonError, type Related, RuntimeError, raise } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Message, message } from '../../../python/message.ts';
import { endsOccur } from '../../numpy/facts.ts';
import { type NdArray, spansItsType } from '../../numpy/ndarray.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import type { LossObject } from '../losses/lossClasses.ts';
import type { ModelObject } from '../models/modelObject.ts';
import type { TensorObject } from '../tensors/tensorObject.ts';
import { orderOutputs, outputNames } from '../training/compileState.ts';
import { asWritten, DataLeaf, type Template } from '../training/dataSource.ts';
import { fixesFor, hasRows, rangeFixes, writtenLabels } from './labelFixes.ts';

export interface LabelUse {
  readonly model: ModelObject;
  readonly loss: LossObject;
  readonly output: TensorObject;
  readonly label: TensorObject;
  /** How many outputs have labels. */
  readonly labels: number;
  readonly index: number;
  readonly template: Template;
}

/** Runs a loss on labels and output; what it raises says which labels, which layer and what to do. */
export function explainLabels<T>(py: Interpreter, use: LabelUse, body: () => T): T {
  const site = py.site;
  checkRange(py, use);
  try {
    return body();
  } catch (error) {
    py.site = site;
    if (!(error instanceof PythonError)) throw error;
    // What the graph says of shapes that do not fit is said of the labels here.
    const ofShapes = error.detail.code === undefined || error.detail.code === 'layer-shape';
    if (use.loss.settings?.definition == null && ofShapes) throw error;
    if (error.detail.blame !== undefined) throw error;
    throw new PythonError(error.exception, {
      ...labelDetail(py, use),
      ...error.detail,
      code: ofShapes ? 'label-shape' : error.detail.code,
    });
  }
}

/** The array that a label placeholder stands for. */
export function labelArray(use: LabelUse): NdArray | null {
  const leaves = orderOutputs(use.template.y, outputNames(use.model)).filter(
    leaf => leaf instanceof DataLeaf,
  );
  return leaves[use.index]?.array ?? null;
}

function rangeOf(array: NdArray): { minimum: number | null; maximum: number | null } {
  const { minimum, maximum, integers } = array.facts;
  const isMet = integers && !spansItsType(array) && endsOccur(array.facts);
  return isMet ? { minimum, maximum } : { minimum: null, maximum: null };
}

/** Integer labels beyond the number of outputs. */
function checkRange(py: Interpreter, use: LabelUse): void {
  const definition = use.loss.settings?.definition;
  const classes = use.output.shape.at(-1) ?? null;
  const array = labelArray(use);
  if (definition?.expects !== 'sparse' || classes === null || array === null) return;
  const { rank } = array;
  const last = array.shape.at(-1);
  if (rank >= use.output.shape.length && last !== 1) return;
  const { minimum, maximum } = rangeOf(array);
  // Labels of the ignored class count for nothing; whether others lie beyond it, the range does not tell.
  const ignored = use.loss.config.get('ignore_class') ?? null;
  const bad = [maximum, minimum].find(
    label => label !== null && (label < 0 || label >= classes) && label !== ignored,
  );
  if (bad == null) return;
  const text = textOf(py, use);
  throw raise(
    RuntimeError,
    `Received a label value of ${bad} which is outside the valid range of [0, ${classes}).`,
    {
      ...labelDetail(py, use),
      code: 'label-range',
      explanation: message(
        '`{0}` holds labels {1}..{2}, and the last layer has {3} outputs: labels must lie in 0..{4}.',
        text,
        minimum ?? '?',
        maximum ?? '?',
        classes,
        classes - 1,
      ),
      fixes: maximum === null || minimum === null ? [] : rangeFixes(py, use, minimum, maximum),
    },
  );
}

export function parameterName(use: LabelUse): string {
  return use.template.labelsFrom ?? 'y';
}

function textOf(py: Interpreter, use: LabelUse): string {
  const text = writtenLabels(py, use)?.text ?? null;
  return text !== null && text.length <= 40 ? text : 'y';
}

/** The layer that gives this output. */
export function lastLayer(use: LabelUse): LayerObject | null {
  const operation = use.model.graph?.outputs[use.index]?.history?.node.operation;
  if (operation instanceof LayerObject) return operation;
  return use.model.kind === 'sequential' ? (use.model.stack.at(-1) ?? null) : null;
}

/** The shape of the whole labels, not of a batch. */
function labelShape(use: LabelUse): string {
  const array = labelArray(use);
  return formatShape(array === null ? use.label.shape : asWritten(array).shape);
}

function describeLabels(use: LabelUse): Message | null {
  const array = labelArray(use);
  if (array === null) return null;
  const { oneHot, integers, minimum, maximum } = array.facts;
  if (oneHot !== null) return message('one-hot, {0} classes', oneHot.classes);
  return integers && minimum !== null && maximum !== null
    ? message('integers {0}..{1}', minimum, maximum)
    : null;
}

function explanation(py: Interpreter, use: LabelUse): Message {
  const name = textOf(py, use);
  const lossName = use.loss.settings?.name ?? use.loss.cls.name;
  const shape = labelShape(use);
  const units = use.output.shape.at(-1) ?? null;
  const array = labelArray(use);
  const rows = array?.shape[0] ?? null;
  const wanted = formatShape([rows, ...use.output.shape.slice(1)]);
  const facts = describeLabels(use);
  const expects = use.loss.settings?.definition?.expects;
  const integers = array !== null && array.facts.integers && array.facts.oneHot === null;
  if (expects === 'one-hot' && integers && facts !== null && (array.rank === 1 || array.shape.at(-1) === 1)) {
    return message(
      '`{0}` is {1} integers {2}..{3}, `{4}` needs one-hot rows {5}.',
      name,
      shape,
      array.facts.minimum ?? '?',
      array.facts.maximum ?? '?',
      lossName,
      wanted,
    );
  }
  if (array !== null && expects === 'sparse' && hasRows(array, use)) {
    return array.facts.oneHot === null
      ? message('`{0}` is {1}, a row for each sample; `{2}` needs one integer.', name, shape, lossName)
      : message(
          '`{0}` is {1}, one-hot rows; `{2}` needs one integer for each sample.',
          name,
          shape,
          lossName,
        );
  }
  if (array !== null && array.rank === use.output.shape.length && array.shape.at(-1) !== units) {
    return message(
      '`{0}` is {1} and the model outputs {2}: the last axes must be equal, and they are {3} and {4}.',
      name,
      shape,
      wanted,
      array.shape.at(-1) ?? '?',
      units ?? '?',
    );
  }
  return message(
    '`{0}` is {1} and the model outputs {2}; `{3}` needs them to match.',
    name,
    shape,
    formatShape([rows, ...use.output.shape.slice(1)]),
    lossName,
  );
}

function labelDetail(py: Interpreter, use: LabelUse): ErrorDetail {
  const array = labelArray(use);
  const layer = lastLayer(use);
  const related: Related[] = [];
  if (array?.madeAt)
    related.push({ span: array.madeAt, message: message('the labels were made here: {0}', labelShape(use)) });
  if (layer?.madeAt)
    related.push({
      span: layer.madeAt,
      message: message(
        'this layer fixes the width of the output: {0}',
        formatShape(use.output.shape.map((dim, axis) => (axis === 0 ? null : dim))),
      ),
    });
  const lossSpan = use.model.compiled?.spans.get('loss') ?? null;
  if (lossSpan !== null) related.push({ span: lossSpan, message: message('the loss is chosen here') });
  return {
    blame: { kind: 'argument', name: parameterName(use) },
    explanation: explanation(py, use),
    related,
    fixes: fixesFor(py, use, lossSpan),
  };
}
