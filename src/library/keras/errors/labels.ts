/** Labels that do not fit the loss and the model's output: whose fault it is, in the script's names, with both fixes. */
import { formatShape } from '../../../graph/shapes.ts';
import {
  type ErrorDetail,
  type Fix,
  PythonError,
  type Related,
  RuntimeError,
  raise,
} from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Message, message } from '../../../python/message.ts';
import type { Position, Span } from '../../../python/syntax.ts';
import { endsOccur } from '../../numpy/facts.ts';
import { type NdArray, spansItsType } from '../../numpy/ndarray.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import type { LossObject } from '../losses/lossClasses.ts';
import type { ModelObject } from '../models/modelObject.ts';
import type { TensorObject } from '../tensors/tensorObject.ts';
import { orderOutputs, outputNames } from '../training/compileState.ts';
import { DataLeaf, type Template } from '../training/dataSource.ts';

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
function labelArray(use: LabelUse): NdArray | null {
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
  const bad =
    maximum !== null && maximum >= classes ? maximum : minimum !== null && minimum < 0 ? minimum : null;
  if (bad === null) return;
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
      fixes: maximum === null || minimum === null || minimum < 0 ? [] : unitsFix(py, use, maximum + 1),
    },
  );
}

function parameterName(use: LabelUse): string {
  return use.template.labelsFrom ?? 'y';
}

function textOf(py: Interpreter, use: LabelUse): string {
  const parameter = parameterName(use);
  const text = parameter === 'y' ? (py.site?.argumentText(parameter) ?? null) : null;
  return text !== null && text.length <= 40 && use.labels === 1 ? text : 'y';
}

/** The layer that gives this output. */
function lastLayer(use: LabelUse): LayerObject | null {
  const operation = use.model.graph?.outputs[use.index]?.history?.node.operation;
  if (operation instanceof LayerObject) return operation;
  return use.model.kind === 'sequential' ? (use.model.stack.at(-1) ?? null) : null;
}

/** The shape of the whole labels, not of a batch. */
function labelShape(use: LabelUse): string {
  const array = labelArray(use);
  return formatShape(array?.shape ?? use.label.shape);
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
      '`{0}` is {1} {2}, `{3}` needs one-hot rows {4}.',
      name,
      shape,
      `${facts.args[0] === undefined ? '' : `integers ${facts.args[0]}..${facts.args[1]}`}`,
      lossName,
      wanted,
    );
  }
  if (array?.facts.oneHot && expects === 'sparse') {
    return message(
      '`{0}` is {1}, one-hot rows; `{2}` needs one integer for each sample.',
      name,
      shape,
      lossName,
    );
  }
  if (array !== null && array.rank === use.output.shape.length && array.shape.at(-1) !== units) {
    return message(
      '`{0}` is {1} and the model puts out {2}: {3} columns of labels against {4} outputs.',
      name,
      shape,
      wanted,
      array.shape.at(-1) ?? '?',
      units ?? '?',
    );
  }
  return message(
    '`{0}` is {1} and the model puts out {2}; `{3}` needs them to match.',
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

function fixesFor(py: Interpreter, use: LabelUse, lossSpan: Span | null): Fix[] {
  const array = labelArray(use);
  const units = use.output.shape.at(-1) ?? null;
  const expects = use.loss.settings?.definition?.expects;
  if (array === null || units === null) return [];
  const integers =
    array.facts.integers && array.facts.oneHot === null && (array.rank === 1 || array.shape.at(-1) === 1);
  if (expects === 'one-hot' && integers && units > 1)
    return [...(parameterName(use) === 'y' ? encodeFix(py, units) : []), ...lossFix(use, lossSpan, 'sparse')];
  if (expects === 'sparse' && array.facts.oneHot !== null)
    return [...lossFix(use, lossSpan, 'categorical'), ...(parameterName(use) === 'y' ? argmaxFix(py) : [])];
  if (
    (expects === 'one-hot' || expects === 'distribution') &&
    array.facts.oneHot !== null &&
    array.facts.oneHot.classes !== units
  ) {
    return unitsFix(py, use, array.facts.oneHot.classes);
  }
  return [];
}

/** `y` -> `keras.utils.to_categorical(y, 3)`, with the import where it is missing. */
function encodeFix(py: Interpreter, classes: number): Fix[] {
  const span = py.site?.argumentSpan('y') ?? null;
  const text = py.site?.argumentText('y') ?? null;
  if (span === null || text === null || py.site === null) return [];
  const { source } = py.site;
  const imported = /^[ \t]*import keras\b/m.test(source) && !/^[ \t]*import keras\.\w/m.test(source);
  const call = imported ? 'keras.utils.to_categorical' : 'to_categorical';
  const known = imported || /^[ \t]*from [\w.]*keras[\w.]* import .*\bto_categorical\b/m.test(source);
  const edits = [{ span, text: `${call}(${text}, ${classes})` }];
  if (!known) edits.unshift({ span: importPlace(source), text: 'from keras.utils import to_categorical\n' });
  return [{ title: message('Make the labels one-hot with `to_categorical`'), edits, preferred: true }];
}

/** The start of the first import, so that a new one goes above it. */
function importPlace(source: string): Span {
  const lines = source.split('\n');
  const index = Math.max(
    0,
    lines.findIndex(line => /^(import|from) /.test(line)),
  );
  const offset = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
  const at: Position = { line: index + 1, column: 0, offset };
  return { start: at, end: at };
}

function argmaxFix(py: Interpreter): Fix[] {
  const span = py.site?.argumentSpan('y') ?? null;
  const text = py.site?.argumentText('y') ?? null;
  if (span === null || text === null) return [];
  const atom = /^[\w.]+$/.test(text) ? text : `(${text})`;
  return [
    {
      title: message('Turn the one-hot rows into integers with `argmax`'),
      edits: [{ span, text: `${atom}.argmax(axis=-1)` }],
    },
  ];
}

function lossFix(use: LabelUse, span: Span | null, to: 'sparse' | 'categorical'): Fix[] {
  const site = use.model.compiled?.site ?? null;
  const text = site?.argumentText('loss') ?? null;
  if (span === null || text === null) return [];
  const pairs: readonly [string, string][] = [
    ['sparse_categorical_crossentropy', 'categorical_crossentropy'],
    ['SparseCategoricalCrossentropy', 'CategoricalCrossentropy'],
  ];
  for (const [sparse, categorical] of pairs) {
    const has = text.includes(sparse);
    if (to === 'categorical' && has)
      return [changeLoss(text.replace(sparse, categorical), span, categorical)];
    if (to === 'sparse' && !has && text.includes(categorical))
      return [changeLoss(text.replace(categorical, sparse), span, sparse)];
  }
  return [];
}

function changeLoss(text: string, span: Span, name: string): Fix {
  return {
    title: message('Change the loss to `{0}`', name),
    edits: [{ span, text }],
    preferred: name.toLowerCase().startsWith('cat'),
  };
}

/** Changes the number of units of the last layer, where it is a literal in the call that made it. */
function unitsFix(py: Interpreter, use: LabelUse, units: number): Fix[] {
  const layer = lastLayer(use);
  const span = layer?.argumentSpans.get('units') ?? null;
  const source = py.site?.source ?? null;
  if (span === null || source === null) return [];
  if (!/^\d+$/.test(source.slice(span.start.offset, span.end.offset))) return [];
  return [
    {
      title: message('Give the last layer {0} units', units),
      edits: [{ span, text: String(units) }],
      preferred: true,
    },
  ];
}
