/** Ways out of labels that do not fit: the labels encoded, renumbered, or the loss or the last layer changed. */
import type { Fix, FixEdit } from '../../../python/errors.ts';
import type { FixKind } from '../../../python/fixKinds.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Message, message } from '../../../python/message.ts';
import type { Span } from '../../../python/syntax.ts';
import type { NdArray } from '../../numpy/ndarray.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { kerasRecordKey } from '../record.ts';
import { ofVersion } from '../versionWords.ts';
import type { LabelUse, Written } from './labelUse.ts';
import { widthText } from './widthText.ts';

/** In parentheses where something behind it would belong to a part of it only. */
function atom(text: string): string {
  return /^[\w.]+$/.test(text) ? text : `(${text})`;
}

export function fixesFor(py: Interpreter, use: LabelUse): Fix[] {
  const all = waysOut(py, use);
  // One of them is the likelier; where nothing tells which, the first.
  return all.some(fix => fix.preferred)
    ? all
    : all.map((fix, index) => (index === 0 ? { ...fix, preferred: true } : fix));
}

function waysOut(py: Interpreter, use: LabelUse): Fix[] {
  const { array, expects, output, isTrained } = use;
  const units = output.at(-1) ?? null;
  if (array === null || units === null) return [];
  const single = array.rank === 1 || array.shape.at(-1) === 1;
  const integers = array.facts.integers && array.facts.oneHot === null && single;
  const loss = (to: 'sparse' | 'categorical') => (isTrained ? lossFix(use, to) : []);
  if (expects === 'one-hot' && integers && units > 1)
    return [...encodeFix(py, use, units), ...loss('sparse')];
  const classes = array.facts.oneHot?.classes ?? null;
  if (expects === 'sparse' && hasRows(array, use))
    return [...(classes === null || classes === units ? loss('categorical') : []), ...argmaxFix(py, use)];
  if (expects !== 'sparse' && units === 1 && array.rank === 1 && output.length === 2) return columnFix(use);
  if (expects === 'binary' && single && units === 2 && isTrained) return binaryFixes(py, use);
  if (expects === 'binary' && units === 1 && array.facts.oneHot !== null)
    return oneUnitFixes(py, use, array.facts.oneHot.classes);
  if ((expects === 'one-hot' || expects === 'distribution') && classes !== null && classes !== units)
    return isTrained ? unitsFix(py, use, classes) : [];
  const width = single ? 1 : (array.shape.at(-1) ?? null);
  const isRegression = expects !== 'sparse' && expects !== 'one-hot' && expects !== 'binary';
  const isImage =
    output.length > 2 &&
    array.rank === output.length &&
    array.shape.every((size, axis) => axis === 0 || axis === output.length - 1 || size === output[axis]);
  if (isImage && expects !== 'sparse' && isTrained && width !== null && width !== units)
    return unitsFix(py, use, width, 'filters');
  const isFlat = output.length === 2 && array.rank <= 2 && use.isOnly;
  return isRegression && isFlat && isTrained && width !== null && width !== units
    ? unitsFix(py, use, width)
    : [];
}

/** `y` -> `y[:, None]`: functions take labels as they are, where `fit` and loss objects make columns of them. */
function columnFix({ written }: LabelUse): Fix[] {
  if (written === null) return [];
  const title = message('Make the labels a column, as the output is');
  return [{ kind: 'labels-as-column', title, edits: [asColumn(written)], preferred: true }];
}

function asColumn({ span, text }: Written): FixEdit {
  return { span, text: `${atom(text)}[:, None]` };
}

/** One-hot rows against one unit: the number of the class, or a unit for each. */
function oneUnitFixes(py: Interpreter, use: LabelUse, classes: number): Fix[] {
  const { layer, chosen } = use;
  const source = py.site?.source ?? '';
  const written = (span: Span) => source.slice(span.start.offset, span.end.offset);
  const units = layer?.argumentSpan('units') ?? null;
  const activation = layer?.argumentSpan('activation') ?? null;
  const quote = activation === null ? '' : written(activation)[0]!;
  const loss = chosen?.text ?? '';
  const isPlain = /^['"]$/.test(quote) && /^(['"])binary_crossentropy\1$/.test(loss);
  const wide: Fix[] =
    units === null || activation === null || chosen === null || !isPlain
      ? []
      : [
          {
            kind: 'one-unit-to-one-a-class',
            title: message('Use softmax over {0} units and categorical_crossentropy', classes),
            edits: [
              { span: units, text: String(classes) },
              { span: activation, text: `${quote}softmax${quote}` },
              { span: chosen.span, text: loss.replace('binary', 'categorical') },
            ],
          },
        ];
  return [...(classes === 2 ? argmaxFix(py, use) : []), ...wide];
}

/** Whether there is a row of labels for each sample, as one-hot encoding gives them. */
export function hasRows(array: NdArray, use: LabelUse): boolean {
  const width = array.shape.at(-1) ?? null;
  const isAsWide = width === null || (width !== 1 && width === use.output.at(-1));
  return array.facts.oneHot !== null || (array.rank === use.output.length && isAsWide);
}

/** Both ways out of labels beyond the classes: other numbers, or more units; the first is the likelier. */
export function rangeFixes(py: Interpreter, use: LabelUse, minimum: number, maximum: number): Fix[] {
  const units = minimum < 0 || !use.isTrained ? [] : unitsFix(py, use, maximum + 1);
  const all = [...renumberFix(py, use, minimum, maximum), ...units];
  return all.map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

/** `ints + 1` -> `(ints + 1) - 1`, where the classes then fit. */
function renumberFix(py: Interpreter, use: LabelUse, minimum: number, maximum: number): Fix[] {
  const { written } = use;
  const classes = use.output.at(-1) ?? 0;
  if (minimum === 0) return [];
  if (maximum - minimum >= classes) return uniqueFix(py, use);
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
function uniqueFix(py: Interpreter, use: LabelUse): Fix[] {
  const { array, written } = use;
  const distinct = array?.facts.distinct ?? null;
  const numpy = importedAs(py, 'numpy');
  const isSmall = distinct !== null && distinct <= (use.output.at(-1) ?? 0);
  if (written === null || numpy === null || !isSmall || !use.isTrained) return [];
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
  const span = use.pairs;
  if (span === null || tensorflow === null) return [];
  const text = `.map(lambda x, y: (x, ${change(tensorflow)}))`;
  return [{ kind, title, edits: [{ span: { start: span.end, end: span.end }, text }], preferred: true }];
}

/** Two units for two classes: one of them under a sigmoid is enough, or both compete under a softmax. */
function binaryFixes(py: Interpreter, use: LabelUse): Fix[] {
  const { layer, chosen } = use;
  const source = py.site?.source ?? '';
  const units = layer?.argumentSpan('units') ?? null;
  const activation = layer?.argumentSpan('activation') ?? null;
  if (activation === null || units === null) return [];
  const written = (span: Span) => source.slice(span.start.offset, span.end.offset);
  const quote = written(activation)[0];
  if ((quote !== "'" && quote !== '"') || !/^\d+$/.test(written(units))) return [];
  const named = (name: string) => ({ span: activation, text: `${quote}${name}${quote}` });
  const { array, written: labels, makesColumns } = use;
  const flat = array?.rank === 1 && !makesColumns && labels !== null ? [asColumn(labels)] : [];
  const one: Fix = {
    kind: 'two-units-to-one',
    title: message('Use one unit with a sigmoid'),
    edits: [{ span: units, text: '1' }, named('sigmoid'), ...flat],
    preferred: true,
  };
  const loss = chosen?.text ?? '';
  if (chosen === null || !/^(['"])binary_crossentropy\1$/.test(loss)) return [one];
  const sparse = loss.replace('binary_crossentropy', 'sparse_categorical_crossentropy');
  return [
    one,
    {
      kind: 'two-units-to-softmax',
      title: message('Use softmax over {0} units and sparse_categorical_crossentropy', 2),
      edits: [named('softmax'), { span: chosen.span, text: sparse }],
    },
  ];
}

/** `y` -> `to_categorical(y, 3)`. */
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
  const { written } = use;
  if (written === null) return [];
  const tensorflow = use.areTensors ? importedAs(py, 'tensorflow') : null;
  if (tensorflow !== null) {
    const text = `${tensorflow}.one_hot(${numbersOf(use, tensorflow)}, ${classes})`;
    return [{ kind: 'encode-labels-of-call', title, edits: [{ span: written.span, text }], preferred: true }];
  }
  // Keras 1 has it in a module of its own.
  const module = ofVersion(py, { 1: 'keras.utils.np_utils', 2: 'keras.utils', 3: 'keras.utils' });
  const called = { module, name: 'to_categorical' };
  return [
    {
      kind: 'encode-labels',
      title: message('Make the labels one-hot with `to_categorical`'),
      edits: [{ span: written.span, text: `(${written.text}, ${classes})`, behind: called }],
      preferred: true,
    },
  ];
}

/** Labels as `one_hot` takes them: whole numbers, without a last axis of 1. */
function numbersOf({ array, written }: LabelUse, tensorflow: string): string {
  const { text } = written!;
  const isColumn = array !== null && array.rank > 1;
  const flat = isColumn ? `${tensorflow}.squeeze(${text}, axis=-1)` : text;
  return /int/.test(array?.dtype ?? '') ? flat : `${tensorflow}.cast(${flat}, ${tensorflow}.int32)`;
}

function argmaxFix(py: Interpreter, use: LabelUse): Fix[] {
  const title = message('Turn the one-hot rows into integers with `argmax`');
  const [mapped] = mapFix(py, use, 'argmax-of-data-set', title, tf => `${tf}.argmax(y, axis=-1)`);
  if (mapped !== undefined) return [{ kind: mapped.kind, title, edits: mapped.edits }];
  const { written } = use;
  if (written === null) return [];
  const tensorflow = use.areTensors ? importedAs(py, 'tensorflow') : null;
  if (tensorflow !== null) {
    const text = `${tensorflow}.argmax(${written.text}, axis=-1)`;
    return [{ kind: 'argmax-of-call', title, edits: [{ span: written.span, text }] }];
  }
  if (use.areTensors) return [];
  return [
    {
      kind: 'argmax-of-labels',
      title,
      edits: [{ span: written.span, text: `${atom(written.text)}.argmax(axis=-1)` }],
    },
  ];
}

/** What takes class numbers, and what takes one-hot rows in its place. */
const counterparts: readonly (readonly [string, string])[] = [
  ['sparse_softmax_cross_entropy_with_logits', 'softmax_cross_entropy_with_logits'],
  ['sparse_categorical_crossentropy', 'categorical_crossentropy'],
  ['SparseCategoricalCrossentropy', 'CategoricalCrossentropy'],
  ['sparse_categorical_accuracy', 'categorical_accuracy'],
  ['SparseCategoricalAccuracy', 'CategoricalAccuracy'],
  ['SparseTopKCategoricalAccuracy', 'TopKCategoricalAccuracy'],
];

function lossFix({ chosen, isMetric }: LabelUse, to: 'sparse' | 'categorical'): Fix[] {
  if (chosen === null) return [];
  for (const [sparse, categorical] of counterparts) {
    const [from, into] = to === 'sparse' ? [categorical, sparse] : [sparse, categorical];
    const at = new RegExp(`(?<![A-Za-z_])${from}\\b`).exec(chosen.text)?.index;
    if (at === undefined) continue;
    const rest = chosen.text.slice(at + from.length);
    const module = isMetric ? 'keras.metrics' : 'keras.losses';
    const edit =
      at === 0
        ? { span: chosen.span, text: rest, behind: { module, name: into } }
        : { span: chosen.span, text: chosen.text.slice(0, at) + into + rest };
    return [
      {
        kind: to === 'sparse' ? 'loss-to-sparse' : 'loss-to-categorical',
        title: isMetric ? message('Use `{0}`', into) : message('Change the loss to `{0}`', into),
        edits: [edit],
        preferred: to === 'categorical',
      },
    ];
  }
  return [];
}

function isShared(py: Interpreter, layer: LayerObject): boolean {
  const same = [...py.state(kerasRecordKey).layers].filter(
    ({ cls, madeAt }) => cls === layer.cls && madeAt?.start.offset === layer.madeAt?.start.offset,
  );
  return same.length > 1;
}

/** Changes the number of units of the last layer, where the call that made it makes no other. */
function unitsFix(py: Interpreter, use: LabelUse, units: number, name: 'units' | 'filters' = 'units'): Fix[] {
  const layer = use.widthLayer;
  const span = layer?.argumentSpan(name) ?? null;
  // A call that makes several layers, as in a loop, fixes the width of each.
  if (layer === null || span === null || isShared(py, layer)) return [];
  const written = py.site?.source.slice(span.start.offset, span.end.offset) ?? '';
  return [
    {
      kind: 'widen-last-layer',
      title:
        name === 'units'
          ? message('Give the last layer {0} units', units)
          : message('Give `{0}` a width of {1}', layer.cls.name, units),
      edits: [{ span, text: widthText(written, layer.config.get(name), units) }],
      preferred: true,
    },
  ];
}
