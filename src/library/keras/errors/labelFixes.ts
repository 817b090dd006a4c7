/** Ways out of labels that do not fit: the labels encoded, renumbered, or the loss or the last layer changed. */
import type { Fix } from '../../../python/errors.ts';
import type { FixKind } from '../../../python/fixKinds.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Message, message } from '../../../python/message.ts';
import type { Expression, Position, Span } from '../../../python/syntax.ts';
import type { NdArray } from '../../numpy/ndarray.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { kerasRecordKey } from '../record.ts';
import { outputNames } from '../training/compileState.ts';
import { DataLeaf } from '../training/dataSource.ts';
import { type LabelUse, labelArray, lastLayer, parameterName } from './labels.ts';

/** Where the labels of one output stand in the call, and their text. */
interface Written {
  readonly span: Span;
  readonly text: string;
}

/** The labels themselves within the argument that holds them: an element of a tuple, a list or a dict. */
export function writtenLabels(py: Interpreter, use: LabelUse): Written | null {
  const { site } = py;
  const parameter = parameterName(use);
  let node: Expression | null = site?.argument(parameter) ?? null;
  if (parameter === 'validation_data') {
    if (node?.kind !== 'Tuple' && node?.kind !== 'List') return null;
    node = node.elts[1] ?? null;
  } else if (parameter !== 'y') return null;
  if (use.labels > 1 && (node?.kind === 'List' || node?.kind === 'Tuple'))
    node = node.elts[use.index] ?? null;
  else if (node?.kind === 'Dict') node = valueAt(node, outputNames(use.model)?.[use.index] ?? null);
  else if (use.labels > 1) return null;
  if (node === null || site === null || node.kind === 'Starred') return null;
  return { span: node.span, text: site.source.slice(node.span.start.offset, node.span.end.offset) };
}

function valueAt(dict: Extract<Expression, { kind: 'Dict' }>, key: string | null): Expression | null {
  const index = dict.keys.findIndex(
    item => item?.kind === 'Constant' && item.value.type === 'str' && item.value.value === key,
  );
  return dict.values[index] ?? null;
}

/** In parentheses where something behind it would belong to a part of it only. */
function atom(text: string): string {
  return /^[\w.]+$/.test(text) ? text : `(${text})`;
}

export function fixesFor(py: Interpreter, use: LabelUse, lossSpan: Span | null): Fix[] {
  const all = waysOut(py, use, lossSpan);
  // One of them is the likelier; where nothing tells which, the first.
  return all.some(fix => fix.preferred)
    ? all
    : all.map((fix, index) => (index === 0 ? { ...fix, preferred: true } : fix));
}

function waysOut(py: Interpreter, use: LabelUse, lossSpan: Span | null): Fix[] {
  const array = labelArray(use);
  const units = use.output.shape.at(-1) ?? null;
  const expects = use.loss.settings?.definition?.expects;
  if (array === null || units === null) return [];
  // What the model is validated on has to follow what it is trained on.
  const isTrained = parameterName(use) !== 'validation_data';
  const single = array.rank === 1 || array.shape.at(-1) === 1;
  const integers = array.facts.integers && array.facts.oneHot === null && single;
  const loss = (to: 'sparse' | 'categorical') => (isTrained ? lossFix(use, lossSpan, to) : []);
  if (expects === 'one-hot' && integers && units > 1)
    return [...encodeFix(py, use, units), ...loss('sparse')];
  if (expects === 'sparse' && hasRows(array, use)) return [...loss('categorical'), ...argmaxFix(py, use)];
  if (expects === 'binary' && single && units === 2 && isTrained) return binaryFixes(py, use, lossSpan);
  if (expects === 'binary' && units === 1 && array.facts.oneHot !== null)
    return oneUnitFixes(py, use, lossSpan, array.facts.oneHot.classes);
  const classes = array.facts.oneHot?.classes ?? null;
  if ((expects === 'one-hot' || expects === 'distribution') && classes !== null && classes !== units)
    return isTrained ? unitsFix(py, use, classes) : [];
  const width = single ? 1 : (array.shape.at(-1) ?? null);
  const isRegression = expects !== 'sparse' && expects !== 'one-hot' && expects !== 'binary';
  const isFlat = use.output.shape.length === 2 && array.rank <= 2 && use.labels === 1;
  return isRegression && isFlat && isTrained && width !== null && width !== units
    ? unitsFix(py, use, width)
    : [];
}

/** One-hot rows against one unit: the number of the class, or a unit for each. */
function oneUnitFixes(py: Interpreter, use: LabelUse, lossSpan: Span | null, classes: number): Fix[] {
  const layer = lastLayer(use);
  const source = py.site?.source ?? '';
  const written = (span: Span) => source.slice(span.start.offset, span.end.offset);
  const units = layer?.argumentSpans.get('units') ?? null;
  const activation = layer?.argumentSpans.get('activation') ?? null;
  const quote = activation === null ? '' : written(activation)[0]!;
  const loss = lossSpan === null ? '' : written(lossSpan);
  const isPlain = /^['"]$/.test(quote) && /^(['"])binary_crossentropy\1$/.test(loss);
  const wide: Fix[] =
    units === null || activation === null || lossSpan === null || !isPlain
      ? []
      : [
          {
            kind: 'one-unit-to-one-a-class',
            title: message('Use softmax over {0} units and categorical_crossentropy', classes),
            edits: [
              { span: units, text: String(classes) },
              { span: activation, text: `${quote}softmax${quote}` },
              { span: lossSpan, text: loss.replace('binary', 'categorical') },
            ],
          },
        ];
  return [...(classes === 2 ? argmaxFix(py, use) : []), ...wide];
}

/** Whether there is a row of labels for each sample, as one-hot encoding gives them. */
export function hasRows(array: NdArray, use: LabelUse): boolean {
  const width = array.shape.at(-1) ?? null;
  const isAsWide = width === null || (width !== 1 && width === use.output.shape.at(-1));
  return array.facts.oneHot !== null || (array.rank === use.output.shape.length && isAsWide);
}

/** Both ways out of labels beyond the classes: other numbers, or more units; the first is the likelier. */
export function rangeFixes(py: Interpreter, use: LabelUse, minimum: number, maximum: number): Fix[] {
  const units = minimum < 0 || parameterName(use) === 'validation_data' ? [] : unitsFix(py, use, maximum + 1);
  const all = [...renumberFix(py, use, minimum, maximum), ...units];
  return all.map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

/** `ints + 1` -> `(ints + 1) - 1`, where the classes then fit. */
function renumberFix(py: Interpreter, use: LabelUse, minimum: number, maximum: number): Fix[] {
  const written = writtenLabels(py, use);
  const classes = use.output.shape.at(-1) ?? 0;
  if (minimum === 0) return [];
  if (maximum - minimum >= classes) return uniqueFix(py, use, written);
  const sign = minimum > 0 ? '-' : '+';
  const mapped = mapFix(
    py,
    use,
    'shift-labels-of-data-set',
    message('Number the classes from 0'),
    () => `y ${sign} ${Math.abs(minimum)}`,
  );
  if (mapped.length > 0) return mapped;
  if (written === null) return [];
  const text = `${atom(written.text)} ${minimum > 0 ? '-' : '+'} ${Math.abs(minimum)}`;
  return [
    {
      kind: 'shift-labels',
      title: message('Number the classes from 0'),
      edits: [{ span: written.span, text }],
      preferred: true,
    },
  ];
}

/** Raw numbers of few classes: the place of each among the different ones. */
function uniqueFix(py: Interpreter, use: LabelUse, written: Written | null): Fix[] {
  const distinct = labelArray(use)?.facts.distinct ?? null;
  const numpy = importedAs(py, 'numpy');
  const isSmall = distinct !== null && distinct <= (use.output.shape.at(-1) ?? 0);
  if (written === null || numpy === null || !isSmall || parameterName(use) !== 'y') return [];
  const text = `${numpy}.unique(${written.text}, return_inverse=True)[1]`;
  return [
    {
      kind: 'number-with-unique',
      title: message('Number the classes with `unique`'),
      edits: [{ span: written.span, text }],
    },
  ];
}

/** The name that the script gives a module; null where it imports it in no such way. */
function importedAs(py: Interpreter, module: string): string | null {
  const found = new RegExp(`^[ \\t]*import ${module} as (\\w+)`, 'm').exec(py.site?.source ?? '');
  return found?.[1] ?? null;
}

/** Changes the labels that a `tf.data.Dataset` of pairs brings along. */
function mapFix(
  py: Interpreter,
  use: LabelUse,
  kind: FixKind,
  title: Message,
  change: (tensorflow: string) => string,
): Fix[] {
  const tensorflow = importedAs(py, 'tensorflow');
  const span = py.site?.argumentSpan(parameterName(use)) ?? null;
  const { isDataset, weight, y } = use.template;
  const isPair = isDataset === true && weight === null && y instanceof DataLeaf;
  if (!isPair || span === null || tensorflow === null) return [];
  const text = `.map(lambda x, y: (x, ${change(tensorflow)}))`;
  return [{ kind, title, edits: [{ span: { start: span.end, end: span.end }, text }], preferred: true }];
}

/** Two units for two classes: one of them under a sigmoid is enough, or both compete under a softmax. */
function binaryFixes(py: Interpreter, use: LabelUse, lossSpan: Span | null): Fix[] {
  const layer = lastLayer(use);
  const source = py.site?.source ?? '';
  const units = layer?.argumentSpans.get('units') ?? null;
  const activation = layer?.argumentSpans.get('activation') ?? null;
  if (activation === null || units === null) return [];
  const written = (span: Span) => source.slice(span.start.offset, span.end.offset);
  const quote = written(activation)[0];
  if ((quote !== "'" && quote !== '"') || !/^\d+$/.test(written(units))) return [];
  const named = (name: string) => ({ span: activation, text: `${quote}${name}${quote}` });
  const one: Fix = {
    kind: 'two-units-to-one',
    title: message('Use one unit with a sigmoid'),
    edits: [{ span: units, text: '1' }, named('sigmoid')],
    preferred: true,
  };
  const loss = lossSpan === null ? '' : written(lossSpan);
  if (lossSpan === null || !/^(['"])binary_crossentropy\1$/.test(loss)) return [one];
  const sparse = loss.replace('binary_crossentropy', 'sparse_categorical_crossentropy');
  return [
    one,
    {
      kind: 'two-units-to-softmax',
      title: message('Use softmax over {0} units and sparse_categorical_crossentropy', 2),
      edits: [named('softmax'), { span: lossSpan, text: sparse }],
    },
  ];
}

/** `y` -> `keras.utils.to_categorical(y, 3)`, with the import where it is missing. */
function encodeFix(py: Interpreter, use: LabelUse, classes: number): Fix[] {
  const title = message('Make the labels one-hot with `{0}`', 'one_hot');
  const mapped = mapFix(
    py,
    use,
    'encode-labels-of-data-set',
    title,
    tf => `${tf}.one_hot(${tf}.cast(y, ${tf}.int32), ${classes})`,
  );
  if (mapped.length > 0) return mapped;
  const written = writtenLabels(py, use);
  if (written === null || py.site === null) return [];
  const { span, text } = written;
  const { source } = py.site;
  const imported = /^[ \t]*import keras\b/m.test(source) && !/^[ \t]*import keras\.\w/m.test(source);
  const call = imported ? 'keras.utils.to_categorical' : 'to_categorical';
  const known = imported || /^[ \t]*from [\w.]*keras[\w.]* import .*\bto_categorical\b/m.test(source);
  const edits = [{ span, text: `${call}(${text}, ${classes})` }];
  if (!known) edits.unshift({ span: importPlace(source), text: 'from keras.utils import to_categorical\n' });
  return [
    {
      kind: 'encode-labels',
      title: message('Make the labels one-hot with `to_categorical`'),
      edits,
      preferred: true,
    },
  ];
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

function argmaxFix(py: Interpreter, use: LabelUse): Fix[] {
  const title = message('Turn the one-hot rows into integers with `argmax`');
  const [mapped] = mapFix(py, use, 'argmax-of-data-set', title, tf => `${tf}.argmax(y, axis=-1)`);
  if (mapped !== undefined) return [{ kind: mapped.kind, title, edits: mapped.edits }];
  const written = writtenLabels(py, use);
  if (written === null) return [];
  return [
    {
      kind: 'argmax-of-labels',
      title,
      edits: [{ span: written.span, text: `${atom(written.text)}.argmax(axis=-1)` }],
    },
  ];
}

function lossFix(use: LabelUse, span: Span | null, to: 'sparse' | 'categorical'): Fix[] {
  const site = use.model.compiled?.site ?? null;
  const written = site?.argumentText('loss') ?? null;
  if (span === null || written === null) return [];
  // What a variable or a setting holds is written in its place.
  const value = use.model.compiled?.loss;
  const isNamed = typeof value === 'string' && !written.includes(value) && /^[\w.[\]'"]+$/.test(written);
  const text = isNamed ? `'${value}'` : written;
  const pairs: readonly [string, string][] = [
    ['sparse_categorical_crossentropy', 'categorical_crossentropy'],
    ['SparseCategoricalCrossentropy', 'CategoricalCrossentropy'],
  ];
  for (const [sparse, categorical] of pairs) {
    const has = text.includes(sparse);
    if (to === 'categorical' && has)
      return [changeLoss('loss-to-categorical', text.replace(sparse, categorical), span, categorical)];
    if (to === 'sparse' && !has && text.includes(categorical))
      return [changeLoss('loss-to-sparse', text.replace(categorical, sparse), span, sparse)];
  }
  return [];
}

function changeLoss(kind: FixKind, text: string, span: Span, name: string): Fix {
  return {
    kind,
    title: message('Change the loss to `{0}`', name),
    edits: [{ span, text }],
    preferred: name.toLowerCase().startsWith('cat'),
  };
}

function isShared(py: Interpreter, layer: LayerObject): boolean {
  const same = [...py.state(kerasRecordKey).layers].filter(
    ({ cls, madeAt }) => cls === layer.cls && madeAt?.start.offset === layer.madeAt?.start.offset,
  );
  return same.length > 1;
}

/** Changes the number of units of the last layer, where the call that made it makes no other. */
function unitsFix(py: Interpreter, use: LabelUse, units: number): Fix[] {
  const layer = lastLayer(use);
  const span = layer?.argumentSpans.get('units') ?? null;
  // A call that makes several layers, as in a loop, fixes the width of each.
  if (layer === null || span === null || isShared(py, layer)) return [];
  return [
    {
      kind: 'widen-last-layer',
      title: message('Give the last layer {0} units', units),
      edits: [{ span, text: String(units) }],
      preferred: true,
    },
  ];
}
