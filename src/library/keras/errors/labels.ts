/** Labels that do not fit the loss and the model's output: whose fault it is, in the script's names, with both fixes. */
import { formatShape } from '../../../graph/shapes.ts';
import { type ErrorDetail, PythonError, type Related, RuntimeError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Message, message } from '../../../python/message.ts';
import { endsOccur } from '../../numpy/facts.ts';
import { type NdArray, spansItsType } from '../../numpy/ndarray.ts';
import { outputNames } from '../training/compileState.ts';
import { asWritten } from '../training/dataSource.ts';
import { strictShapeError } from '../training/strictShapes.ts';
import { raiseInWords } from '../versionWords.ts';
import { fixesFor, hasRows, rangeFixes } from './labelFixes.ts';
import { type LabelUse, labelArray, type StepLabels, useInStep } from './labelUse.ts';
import { labelShapeError } from './labelWords.ts';
import { invalidArgumentErrorClass, whileRunning } from './tensorflowErrors.ts';

/** Runs a loss on labels and output; what it raises says which labels, which layer and what to do. */
export function explainLabels<T>(py: Interpreter, step: StepLabels, body: () => T): T {
  const { site } = py;
  checkTarget(py, step);
  checkRange(py, step);
  try {
    return body();
  } catch (error) {
    py.site = site;
    throw explained(py, error, () => useInStep(py, step));
  }
}

/** What labels that do not fit raise, with whose fault it is; anything else as it was. */
export function explained(py: Interpreter, error: unknown, useOf: () => LabelUse): unknown {
  if (!(error instanceof PythonError) || error.detail.blame !== undefined) return error;
  // What the graph says of shapes that do not fit is said of the labels here.
  const ofShapes = error.detail.code === undefined || error.detail.code === 'layer-shape';
  const use = useOf();
  if (use.expects === null && ofShapes) return error;
  const code = ofShapes ? 'label-shape' : error.detail.code;
  const told = labelDetail(py, use);
  // Whose shapes do not fit, is said of the labels.
  const detail = ofShapes ? { ...error.detail, ...told, code } : { ...told, ...error.detail, code };
  const inWords = code === 'label-shape' ? labelShapeError(py, use, detail) : null;
  return inWords ?? new PythonError(error.exception, detail);
}

function rangeOf(array: NdArray): { minimum: number | null; maximum: number | null } {
  const { minimum, maximum, integers } = array.facts;
  const isMet = integers && !spansItsType(array) && endsOccur(array.facts);
  return isMet ? { minimum, maximum } : { minimum: null, maximum: null };
}

/** Keras 1 compares labels with outputs before anything is computed, except for losses of the script's own. */
function checkTarget(py: Interpreter, step: StepLabels): void {
  const definition = step.loss.settings?.definition ?? null;
  if (definition === null) return;
  const { shape } = step.output;
  const wanted = definition.expects === 'sparse' ? [...shape.slice(0, -1), 1] : shape;
  const name = outputNames(step.model)?.[step.index] ?? step.model.name;
  const array = labelArray(step);
  const given = array === null ? step.label.shape : asWritten(array).shape;
  const error = strictShapeError(py, name, 'target', given, wanted, () => ({
    ...labelDetail(py, useInStep(py, step)),
    code: 'label-shape',
  }));
  if (error !== null) throw error;
}

/** Integer labels beyond the number of outputs. */
function checkRange(py: Interpreter, step: StepLabels): void {
  const classes = step.output.shape.at(-1) ?? null;
  const array = labelArray(step);
  if (step.loss.settings?.definition?.expects !== 'sparse' || classes === null || array === null) return;
  const { rank } = array;
  const last = array.shape.at(-1);
  if (rank >= step.output.shape.length && last !== 1) return;
  const use = useInStep(py, step);
  const { minimum, maximum } = rangeOf(array);
  // Labels of the ignored class count for nothing; whether others lie beyond it, the range does not tell.
  const bad = [maximum, minimum].find(
    label => label !== null && (label < 0 || label >= classes) && label !== use.ignoredClass,
  );
  if (bad == null) return;
  const words = `Received a label value of ${bad} which is outside the valid range of [0, ${classes}).`;
  throw raiseInWords(
    py,
    {
      1: [invalidArgumentErrorClass, words],
      2: [invalidArgumentErrorClass, whileRunning(words)],
      3: [RuntimeError, words],
    },
    {
      ...labelDetail(py, use),
      code: 'label-range',
      explanation: message(
        '`{0}` holds labels {1}..{2}, and the last layer has {3} outputs: labels must lie in 0..{4}.',
        textOf(use),
        minimum ?? '?',
        maximum ?? '?',
        classes,
        classes - 1,
      ),
      fixes: maximum === null || minimum === null ? [] : rangeFixes(py, use, minimum, maximum),
    },
  );
}

function textOf({ written }: LabelUse): string {
  return written !== null && written.text.length <= 40 ? written.text : 'y';
}

/** The shape of the whole labels, not of a batch. */
function labelShape({ array, label }: LabelUse): string {
  return formatShape(array === null ? label : asWritten(array).shape);
}

function describeLabels({ array }: LabelUse): Message | null {
  if (array === null) return null;
  const { oneHot, integers, minimum, maximum } = array.facts;
  if (oneHot !== null) return message('one-hot, {0} classes', oneHot.classes);
  return integers && minimum !== null && maximum !== null
    ? message('integers {0}..{1}', minimum, maximum)
    : null;
}

function explanation(use: LabelUse): Message {
  const name = textOf(use);
  const { array, expects, output, name: lossName } = use;
  const shape = labelShape(use);
  const units = output.at(-1) ?? null;
  const rows = array === null ? null : (asWritten(array).shape[0] ?? null);
  const wanted = formatShape([rows, ...output.slice(1)]);
  const facts = describeLabels(use);
  const integers = array?.facts.integers && array.facts.oneHot === null;
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
  if (array !== null && array.rank === output.length && array.shape.at(-1) !== units) {
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
    wanted,
    lossName,
  );
}

function labelDetail(py: Interpreter, use: LabelUse): ErrorDetail {
  const { array, widthLayer: layer, output, chosen, isMetric } = use;
  const related: Related[] = [];
  const madeAt = array === null ? null : asWritten(array).madeAt;
  if (madeAt)
    related.push({ span: madeAt, message: message('the labels were made here: {0}', labelShape(use)) });
  if (layer?.madeAt)
    related.push({
      span: layer.madeAt,
      message: message(
        'this layer fixes the width of the output: {0}',
        formatShape(output.map((dim, axis) => (axis === 0 ? null : dim))),
      ),
    });
  if (chosen !== null && !isMetric)
    related.push({ span: chosen.span, message: message('the loss is chosen here') });
  return { blame: use.blame, explanation: explanation(use), related, fixes: fixesFor(py, use) };
}
