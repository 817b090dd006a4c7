/** Checks a training call against the shapes of its data before anything runs; the same trace that would be compiled. */

import { formatShape, type Shape } from '../../../graph/shapes.ts';
import { type ErrorDetail, PythonError, type Related, raise } from '../../../python/errors.ts';
import { exceptionText } from '../../../python/exceptionText.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Span } from '../../../python/syntax.ts';
import { scopeFailure } from '../layers/base/layerNames.ts';
import { ModelObject } from '../models/modelObject.ts';
import { ofVersion } from '../versionWords.ts';
import { leavesOf } from './arraySource.ts';
import type { DataSource, Template } from './dataSource.ts';
import { checkFixedBatches } from './fixedBatches.ts';
import { checkLabelNames } from './labelNames.ts';
import { asTextInputs, refuseObjects } from './objectInputs.ts';
import { type StepKind, type StepOptions, type TracedStep, traceStep } from './stepTrace.ts';
import { checkInputShapes } from './strictShapes.ts';
import { checkStructure } from './strictStructure.ts';

const dataCodes = new Set(['input-shape', 'input-rank', 'input-count', 'input-names', 'layer-shape']);

/** Traces a step for every batch size that the data gives; returns the last trace. `argument` is to blame for the data. */
export function checkCall(
  py: Interpreter,
  model: ModelObject,
  kind: StepKind,
  source: DataSource,
  options: StepOptions,
  argument: string,
): TracedStep | null {
  const leaves = leavesOf(source.template);
  if (leaves.length === 0) return null;
  const all: (number | null)[] = source.samples === null ? [null] : [...source.batchRows];
  const sizes = py.running || dependsOnRows(model) ? all : all.slice(0, 1);
  const site = py.site;
  const built = model.built || model.allLayers().some(layer => layer !== model && layer.built);
  const misnamed = scopeFailure(py, model);
  if (misnamed !== null) throw misnamed;
  refuseObjects(py, source.template, argument);
  checkStructure(py, model, source.template, argument, kind !== 'predict');
  checkInputShapes(py, model, source.template, argument, () => inputsSpan(py, argument));
  checkFixedBatches(py, model, kind, source, argument);
  if (kind !== 'predict') checkLabelNames(py, model, source.template, argument);
  let traced: TracedStep | null = null;
  for (const rows of sizes) {
    // Text is looked up while the step is traced, so that it needs rows to look at.
    const template = rows === null ? source.template : (source.first?.(rows) ?? source.template);
    const shapes = leaves.map(leaf => ({
      shape: source.batchSize === null ? leaf.shape : [rows, ...leaf.shape.slice(1)],
      dtype: leaf.dtype,
    }));
    try {
      traced = traceStep(py, model, kind, template, shapes, options);
    } catch (failure) {
      py.site = site;
      const error = asTextInputs(py, failure, source.template, argument);
      if (error !== failure) throw error;
      throw built
        ? blameData(
            py,
            inStep(py, error, kind, shapes, source.template),
            argument,
            formatShape(leaves[0].shape),
            wantedBy(model, leaves.length),
          )
        : error;
    }
  }
  return traced;
}

/** What a layer of tf.keras says in a step, which is traced once for all batches, so that it sees no number of rows. */
function inStep(
  py: Interpreter,
  error: unknown,
  kind: StepKind,
  shapes: readonly { readonly shape: Shape }[],
  { traceRows = null }: Template,
): unknown {
  if (!(error instanceof PythonError) || ofVersion(py, { 1: true, 2: false, 3: true })) return error;
  const said = exceptionText(py, error.exception);
  let text = said.replace(/training=None$/m, `training=${kind === 'train' ? 'True' : 'False'}`);
  for (const { shape } of shapes)
    text = text.replaceAll(formatShape(shape), formatShape([traceRows, ...shape.slice(1)]));
  if (text === said) return error;
  const traced = raise(error.exception.cls, text, error.detail);
  traced.traceback.push(...error.traceback);
  return traced;
}

/** Whether batches of another size may fare differently: with code of the user's, and batch sizes written down. */
function dependsOnRows(model: ModelObject): boolean {
  const layers = model.allLayers();
  return layers.some(layer => {
    if (layer instanceof ModelObject) return layer.kind === 'subclassed';
    const rows = layer.lastCall?.inputs.some(shape => shape.length > 0 && shape[0] !== null) ?? true;
    return rows || layer.definition === null || layer.definition.name === 'Lambda';
  });
}

/** The shape of a model's only input, where it has one and gets one. */
function wantedBy(model: ModelObject, given: number): string | null {
  const inputs = model.graph?.inputs ?? [];
  return inputs.length === 1 && given <= 2 ? formatShape(inputs[0].shape) : null;
}

/** The data where the script writes it: of what it validates on, the inputs. */
function inputsSpan(py: Interpreter, argument: string): Span | null {
  const node = py.site?.argument(argument) ?? null;
  const part = argument === 'validation_data' && node?.kind === 'Tuple' ? (node.elts[0] ?? node) : node;
  return part?.span ?? null;
}

/** A layer that was built for other data is not to blame: the data is. */
function blameData(
  py: Interpreter,
  error: unknown,
  argument: string,
  shape: string,
  wanted: string | null,
): unknown {
  if (!(error instanceof PythonError)) return error;
  const { code } = error.detail;
  // A window that fits into what the model takes does not into less.
  const isSmaller = code === 'shape-too-small' && wanted?.match(/None/g)?.length === 1;
  if (!dataCodes.has(code ?? '') && !isSmaller) return error;
  const related: Related[] = [...(error.detail.related ?? [])];
  const { blame } = error.detail;
  if (blame?.kind === 'span')
    related.push({ span: blame.span, message: message('this layer does not take it') });
  const written = inputsSpan(py, argument);
  const text = written === null ? argument : py.site!.source.slice(written.start.offset, written.end.offset);
  const isOfShape = isSmaller || code === 'input-shape' || code === 'input-rank';
  const detail: ErrorDetail = {
    ...error.detail,
    ...(isSmaller ? { code: 'input-shape', fixes: [] } : {}),
    blame:
      isOfShape && written !== null ? { kind: 'span', span: written } : { kind: 'argument', name: argument },
    related,
    explanation:
      wanted !== null && wanted !== shape
        ? message('`{0}` is {1}, and the model takes {2}.', text, shape, wanted)
        : (error.detail.explanation ?? message('`{0}` is {1}, which the model does not take.', text, shape)),
  };
  const blamed = new PythonError(error.exception, detail);
  blamed.traceback.push(...error.traceback);
  return blamed;
}
