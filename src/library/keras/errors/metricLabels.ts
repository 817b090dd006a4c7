/** Labels that a metric of `compile` cannot compare with the outputs, though the loss takes them: which metric it is. */
import { formatShape } from '../../../graph/shapes.ts';
import { PythonError, type Related, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Message, message } from '../../../python/message.ts';
import type { Expression, Span } from '../../../python/syntax.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { expectedLabels } from '../metrics/expectedLabels.ts';
import type { MetricObject } from '../metrics/metricClasses.ts';
import type { Compiled } from '../models/modelObject.ts';
import { flatten } from '../tensors/graphNode.ts';
import { circumstanceOf, withPythonErrors } from '../tensors/operation.ts';
import type { TensorObject } from '../tensors/tensorObject.ts';
import { asWritten, DataLeaf, type Template } from '../training/dataSource.ts';

/** The entries of a `metrics` argument that is written out, in the order of the text. */
export function metricEntries(argument: Expression | null): readonly Expression[] {
  if (argument === null) return [];
  if (argument.kind === 'List' || argument.kind === 'Tuple') return argument.elts.flatMap(metricEntries);
  return argument.kind === 'Dict' ? argument.values.flatMap(metricEntries) : [argument];
}

/** One metric of a compiled model on a batch. */
export interface MetricStep {
  readonly compiled: Compiled;
  readonly argument: 'metrics' | 'weighted_metrics';
  readonly metric: MetricObject;
  /** Its place among the metrics of the argument, and how many there are. */
  readonly index: number;
  readonly count: number;
  readonly label: TensorObject;
  readonly output: TensorObject;
  readonly template: Template;
}

/** Adds a batch to a metric; what that raises is blamed on its entry in `compile`. */
export function explainMetric(py: Interpreter, step: MetricStep, body: () => void): void {
  const { site } = py;
  try {
    withPythonErrors(py, circumstanceOf(py), body);
  } catch (error) {
    py.site = site;
    const isOfShapes =
      error instanceof PythonError &&
      error.detail.blame === undefined &&
      (error.detail.code === undefined || /^(layer|metric|label)-shape$/.test(error.detail.code));
    if (!isOfShapes || (step.metric.settingsIfMade?.definition ?? null) === null) throw error;
    const span = entrySpan(step);
    throw new PythonError(withOpenRows(py, error, step).exception, {
      ...error.detail,
      code: 'metric-shape',
      explanation: explanation(py, step),
      related: [...labelsHere(py, step), ...(error.detail.related ?? [])],
      ...(span === null ? {} : { blame: { kind: 'span', span } }),
    });
  }
}

/** Keras 2 compares shapes while it traces a step, where the number of rows is open if the last batch is a smaller one. */
function withOpenRows(py: Interpreter, error: PythonError, { template }: MetricStep): PythonError {
  if (py.state(kerasVersionKey).current === 3 || (template.traceRows ?? null) !== null) return error;
  const match = /^Shapes \(\d+,(.*)\) and \(\d+,(.*)\) are incompatible$/.exec(py.str(error.exception));
  if (match === null) return error;
  return raise(ValueError, `Shapes (None,${match[1]}) and (None,${match[2]}) are incompatible`, error.detail);
}

function entrySpan({ compiled, argument, index, count }: MetricStep): Span | null {
  const entries = metricEntries(compiled.site?.argument(argument) ?? null);
  // In earlier versions one list stands for the metrics of each output.
  const entry = entries.length > 0 && count % entries.length === 0 ? entries[index % entries.length] : null;
  return entry?.span ?? compiled.spans.get(argument) ?? null;
}

function labelsSpan(py: Interpreter, { template }: MetricStep): Span | null {
  return py.site?.argumentSpan(template.labelsFrom ?? 'y') ?? null;
}

function labelsHere(py: Interpreter, step: MetricStep): Related[] {
  const span = labelsSpan(py, step);
  return span === null ? [] : [{ span, message: message('these labels are compared with it') }];
}

function explanation(py: Interpreter, step: MetricStep): Message {
  const { metric, label, output, template } = step;
  const text = py.site?.argumentText(template.labelsFrom ?? 'y') ?? 'y';
  const name = /^[\w.[\]'"]{1,40}$/.test(text) && template.isDataset !== true ? text : 'y';
  const leaves = flatten([template.y]).filter(leaf => leaf instanceof DataLeaf);
  const array = leaves.length === 1 ? leaves[0]!.array : null;
  const shape = formatShape(array === null ? label.shape : asWritten(array).shape);
  const expects = expectedLabels(metric.settings.definition);
  const units = output.shape.at(-1) ?? null;
  const isRow = label.shape.length === output.shape.length && label.shape.at(-1) !== 1;
  const called = metric.cls.name;
  if (expects === 'sparse' && isRow)
    return message(
      '`{0}` takes one class number for each sample, and `{1}` {2} has a row for each.',
      called,
      name,
      shape,
    );
  if (expects === 'one-hot' && !isRow)
    return message(
      '`{0}` takes one-hot rows, and `{1}` {2} has one class number for each sample.',
      called,
      name,
      shape,
    );
  if (expects === 'binary' && !isRow && units !== 1)
    return message(
      '`{0}` takes a label for each of the {1} outputs, and `{2}` {3} has one class number for each sample.',
      called,
      units ?? '?',
      name,
      shape,
    );
  return message(
    '`{0}` cannot compare `{1}` {2} with outputs of shape {3}.',
    called,
    name,
    shape,
    formatShape(output.shape),
  );
}
