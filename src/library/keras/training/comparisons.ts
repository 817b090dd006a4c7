/** Notes for the checks what calls of losses and metrics in the script compare, with the facts of the labels. */
import type { Tensor } from '../../../graph/tensor.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { CallSite } from '../../../python/operations/calls.ts';
import type { Value } from '../../../python/values.ts';
import { NdArray } from '../../numpy/ndarray.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { kerasRecordKey, type RecordedComparison, type RecordedData } from '../record.ts';
import { arrayWithFacts } from '../tensors/asArray.ts';
import { isTensorLike, tensorOf } from '../tensors/conversion.ts';
import { currentTrace } from '../trace.ts';

/** What a call at the present place compares; null outside of the script and under run. */
export function comparisonAt(
  py: Interpreter,
  names: { readonly labels: string; readonly outputs: string },
  labels: Value,
  outputs: Value,
): RecordedComparison | null {
  const { site, span, frame } = py;
  if (py.running || span === null || !frame?.file.isScript || !site?.argumentSpan(names.labels)) return null;
  return {
    span,
    labels: argumentData(py, names.labels, labels),
    outputs: argumentData(py, names.outputs, outputs),
    output: tensorOf(py, outputs),
  };
}

/** An argument as data of a call of `fit` is recorded. */
export function argumentData(py: Interpreter, name: string, value: Value): RecordedData {
  const array = argumentArray(py, value);
  return {
    text: py.site?.argumentText(name) ?? null,
    span: py.site?.argumentSpan(name) ?? null,
    shape: array?.shape ?? null,
    dtype: array?.dtype ?? null,
    array,
    value,
  };
}

/** Notes a model's call in the script with one tensor or array of data. */
export function recordModelCall(
  py: Interpreter,
  model: ModelObject,
  site: CallSite | null,
  given: Value,
  outputs: readonly Tensor[],
): void {
  const { frame } = py;
  const argument = site?.node.args[0] ?? null;
  if (py.running || !frame?.file.isScript || argument === null || argument.kind === 'Starred') return;
  const { purpose } = currentTrace(py);
  if (!isTensorLike(given) || purpose === 'shapes') return;
  const record = py.state(kerasRecordKey);
  const inStep = purpose === 'step';
  // The training call that makes the step is noted, and tells where the data of known layers come from.
  const isKnown = model.graph !== null && model.unknownLayer === null;
  if (inStep && isKnown && record.fits.at(-1)?.model === model) return;
  const { start, end } = argument.span;
  const inputs: RecordedData = {
    ...argumentData(py, '', given),
    text: site!.source.slice(start.offset, end.offset),
    span: argument.span,
  };
  record.modelCalls.push({ model, inputs, input: tensorOf(py, given), outputs, inStep });
}

/** An array, or one of the shape and the facts of a tensor; null for text. */
export function argumentArray(py: Interpreter, value: Value): NdArray | null {
  if (value instanceof NdArray) return value;
  const tensor = tensorOf(py, value);
  return tensor.dtype === 'string' || tensor.dtype === 'bfloat16' ? null : arrayWithFacts(tensor);
}
