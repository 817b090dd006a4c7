/** Ways out of a metric of `compile` that does not fit its labels: another metric, or labels and loss of the other kind. */

import { metricEntries } from '../library/keras/errors/metricLabels.ts';
import { losses } from '../library/keras/losses/index.ts';
import { metrics as definitions } from '../library/keras/metrics/index.ts';
import { MetricObject, metricClassNamed } from '../library/keras/metrics/metricClasses.ts';
import { metricFunctions } from '../library/keras/metrics/metricFunctions.ts';
import { toSnakeCase } from '../library/keras/naming.ts';
import type { RecordedCompile, RecordedFit } from '../library/keras/record.ts';
import { PyClass } from '../python/classes.ts';
import { PyDict } from '../python/collections.ts';
import type { Fix } from '../python/errors.ts';
import { message } from '../python/message.ts';
import type { Expression, Span } from '../python/syntax.ts';
import { PyList, PyTuple, type Value } from '../python/values.ts';
import type { CheckContext } from './check.ts';
import { type Edit, fix, quoted, replace, setLoss, together } from './edits.ts';
import { reference } from './imports.ts';
import { isCategorical, isSparse, lossUse } from './lossUse.ts';

/** A metric of Keras among those of `compile`. */
export interface CompiledMetric {
  /** The name of its class. */
  readonly name: string;
  readonly value: Value;
  /** Where it stands; null where the list is not written out. */
  readonly entry: Expression | null;
}

/** The metrics of Keras's own that `compile` was given; `accuracy`, which chooses by itself, is none of them. */
export function compiledMetrics(
  { code }: CheckContext,
  { metrics, metricsSpan }: RecordedCompile,
): CompiledMetric[] {
  const values = itemsOf(metrics);
  const entries = metricEntries(code.expressionAt(metricsSpan));
  return values.flatMap((value, index) => {
    const name = classNameOf(value);
    return name === null
      ? []
      : [{ name, value, entry: entries.length === values.length ? entries[index]! : null }];
  });
}

function itemsOf(value: Value): readonly Value[] {
  if (value instanceof PyList || value instanceof PyTuple) return value.items.flatMap(itemsOf);
  if (value instanceof PyDict) return [...value.values()].flatMap(itemsOf);
  return value === null ? [] : [value];
}

function classNameOf(value: Value): string | null {
  if (typeof value === 'string') {
    const isChosen = /^(accuracy|acc|crossentropy|ce)$/i.test(value);
    return isChosen ? null : (metricClassNamed(value)?.name ?? null);
  }
  if (value instanceof MetricObject) return value.settings?.definition?.name ?? null;
  const named = (name: string | undefined) => definitions.find(item => item.name === name)?.name ?? null;
  if (value instanceof PyClass) return metricClassNamed(value.name) === value ? named(value.name) : null;
  const found = [...metricFunctions].find(([, callee]) => callee === value)?.[0];
  return named(
    definitions.find(({ functionName }) => functionName !== undefined && functionName === found)?.name,
  );
}

const rowsToNumbers: ReadonlyMap<string, string> = new Map([
  ['CategoricalAccuracy', 'SparseCategoricalAccuracy'],
  ['TopKCategoricalAccuracy', 'SparseTopKCategoricalAccuracy'],
  ['CategoricalCrossentropy', 'SparseCategoricalCrossentropy'],
  ['BinaryAccuracy', 'SparseCategoricalAccuracy'],
]);
const numbersToRows: ReadonlyMap<string, string> = new Map([
  ['SparseCategoricalAccuracy', 'CategoricalAccuracy'],
  ['SparseTopKCategoricalAccuracy', 'TopKCategoricalAccuracy'],
  ['SparseCategoricalCrossentropy', 'CategoricalCrossentropy'],
]);

export type LabelKind = 'numbers' | 'rows';

/** Both ways out, the metric first. */
export function metricFixes(
  context: CheckContext,
  metric: CompiledMetric,
  compile: RecordedCompile,
  labels: LabelKind,
  units: number,
): Fix[] {
  const better = (labels === 'numbers' ? rowsToNumbers : numbersToRows).get(metric.name);
  return [
    ...(better === undefined ? [] : changeMetric(context, metric, better)),
    ...changeLabels(context, compile, labels, units, better === undefined),
  ];
}

/** The metrics of \`compile\` that go with labels of this kind, in place of those for the other. */
export function metricsForLabels(context: CheckContext, compile: RecordedCompile, labels: LabelKind): Edit[] {
  const others = labels === 'numbers' ? rowsToNumbers : numbersToRows;
  return compiledMetrics(context, compile).flatMap(metric => {
    const better = others.get(metric.name);
    return better === undefined ? [] : (changeMetric(context, metric, better)[0]?.edits ?? []);
  });
}

/** The other metric in its place, under the names that logs have of it. */
export function changeMetric(
  context: CheckContext,
  { entry, name, value }: CompiledMetric,
  better: string,
): Fix[] {
  const { code } = context;
  const made = code.callAt(value instanceof MetricObject ? value.madeAt : null);
  const isFunction = entry !== null && made === null && /^[a-z]/.test(code.at(entry.span).split('.').at(-1)!);
  const written = isFunction ? toSnakeCase(better) : better;
  let edits: Edit[] | null = null;
  const named = made?.func ?? entry;
  if (entry?.kind === 'Constant') edits = [replace(entry.span, quoted(code, toSnakeCase(better)))];
  // A module that has the one has the other.
  else if (named?.kind === 'Attribute') edits = [replace(named.attrSpan, written)];
  else if (made !== null || entry !== null) {
    const { text, edits: imports } = reference(code, 'keras.metrics', written);
    edits = [replace(made?.func.span ?? entry!.span, text), ...imports];
  }
  const isNamed = made?.keywords.some(({ arg }) => arg === 'name' || arg === null) ?? false;
  const logs = isNamed ? [] : renamedLogs(context, toSnakeCase(name), toSnakeCase(better), entry);
  const shown = entry?.kind === 'Constant' ? toSnakeCase(better) : written;
  return fix('fitting-accuracy-instead', message('Use `{0}`', shown), together(edits, logs), true);
}

/** `history['val_categorical_accuracy']`, `monitor='categorical_accuracy'`. */
function renamedLogs({ code }: CheckContext, from: string, to: string, entry: Expression | null): Edit[] {
  return code.all('Constant').flatMap(node => {
    if (node === entry || node.value.type !== 'str') return [];
    const { value } = node.value;
    if (value !== from && value !== `val_${from}`) return [];
    const parent = code.parent(node);
    const isKey =
      parent?.kind === 'Subscript' ||
      (parent?.kind === 'keyword' && parent.arg === 'monitor') ||
      parent?.kind === 'Call';
    return isKey ? [replace(node.span, quoted(code, value.replace(from, to)))] : [];
  });
}

/** Labels of the other kind in every call, and the loss that takes them. */
function changeLabels(
  context: CheckContext,
  compile: RecordedCompile,
  labels: LabelKind,
  units: number,
  preferred: boolean,
): Fix[] {
  const loss = lossUse(compile.loss, compile.lossSpan);
  const fits = context.record.fits.filter(
    fit => fit.compile === compile && !fit.method.startsWith('predict'),
  );
  const isTaken = loss !== null && (labels === 'numbers' ? isSparse(loss) : isCategorical(loss));
  if (!isTaken || fits.some(({ model }) => model !== compile.model)) return [];
  const into = labels === 'numbers' ? loss.name.replace(/^sparse_|^Sparse/, '') : otherName(loss.name);
  const definition = losses.find(item => item.functionName === into || item.className === into);
  if (definition === undefined) return [];
  const spans = fits.map(fit => labelSpans(context, fit));
  if (spans.includes(null)) return [];
  const edits = together(
    setLoss(context, loss, definition.functionName),
    ...spans.map(given => given!.flatMap(span => labelEdits(context, span, labels, units))),
  );
  return fix(
    'labels-for-metric',
    labels === 'numbers'
      ? message('Make the labels one-hot, and change the loss to `{0}`', into)
      : message('Turn the one-hot rows into integers, and change the loss to `{0}`', into),
    edits,
    preferred,
  );
}

function otherName(name: string): string {
  return /^[a-z]/.test(name) ? `sparse_${name}` : `Sparse${name}`;
}

function labelEdits({ code }: CheckContext, span: Span, labels: LabelKind, units: number): Edit[] {
  const text = code.at(span);
  const whole = /^[\w.]+(\[[^\]]*\])?$/.test(text) ? text : `(${text})`;
  if (labels === 'rows') return [replace(span, `${whole}.argmax(axis=-1)`)];
  const called = reference(code, 'keras.utils', 'to_categorical');
  return [...called.edits, replace(span, `${called.text}(${text}, ${units})`)];
}

/** The labels of a call, those of validation among them; null where the call does not show them by themselves. */
function labelSpans({ code }: CheckContext, fit: RecordedFit): Span[] | null {
  const own = fit.y.length === 1 ? (fit.spans.get('y') ?? null) : null;
  if (own === null) return [...fit.args.keys()].includes('y') || fit.x.length > 0 ? null : [];
  if ((fit.args.get('validation_data') ?? null) === null) return [own];
  const held = code.expressionAt(fit.spans.get('validation_data') ?? null);
  const given = held?.kind === 'Tuple' || held?.kind === 'List' ? held.elts[1] : undefined;
  return given === undefined ? null : [own, given.span];
}
