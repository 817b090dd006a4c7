/** What a `tf.data.Dataset` feeds a model with, as checks see it, and steps put behind one. */
import { DatasetObject } from '../library/keras/data/datasetObject.ts';
import type { RecordedData, RecordedFit } from '../library/keras/record.ts';
import { flatten } from '../library/keras/tensors/graphNode.ts';
import { NdArray } from '../library/numpy/ndarray.ts';
import type { Span } from '../python/syntax.ts';
import { PyTuple, type Value } from '../python/values.ts';
import type { CheckContext } from './check.ts';
import type { Edit } from './edits.ts';

/** The labels of a call: its own, or those that its data set brings along. */
export function labelsOf(fit: RecordedFit): readonly RecordedData[] {
  return fit.y.length > 0 ? fit.y : partOfDataSet(fit, 1);
}

/** The inputs of a call: its own arrays, or those of its data set's elements. */
export function inputsOf(fit: RecordedFit): readonly RecordedData[] {
  return dataSetOf(fit) === null ? fit.x : partOfDataSet(fit, 0);
}

/** The data set that a call is given in place of arrays. */
export function dataSetOf(fit: RecordedFit | null): DatasetObject | null {
  const x = fit?.x ?? [];
  const value = x.length === 1 ? x[0]!.value : null;
  return value instanceof DatasetObject ? value : null;
}

/** One part of the elements: 0 for the inputs, 1 for the labels. Nobody gave it a name of its own. */
function partOfDataSet(fit: RecordedFit, part: 0 | 1): readonly RecordedData[] {
  const element = dataSetOf(fit)?.element ?? null;
  const parts: readonly Value[] =
    element instanceof PyTuple ? element.items : element === null ? [] : [element];
  const found = parts[part];
  if (found === undefined || found === null) return [];
  return flatten([found]).map(leaf => ({
    text: null,
    span: fit.x[0]!.span,
    shape: leaf instanceof NdArray ? leaf.shape : null,
    dtype: leaf instanceof NdArray ? leaf.dtype : null,
    array: leaf instanceof NdArray ? leaf : null,
    value: leaf,
  }));
}

/** Maps the elements (x, y) of the data set at a span; null where the script has no name for TensorFlow. */
export function mapElements(
  { code }: CheckContext,
  span: Span | null,
  change: (tensorflow: string) => { readonly x?: string; readonly y?: string },
): Edit[] | null {
  const name = tensorflowName({ code });
  if (span === null || name === null) return null;
  const { x = 'x', y = 'y' } = change(name);
  return [{ span: { start: span.end, end: span.end }, text: `.map(lambda x, y: (${x}, ${y}))` }];
}

/** The name that the script gave TensorFlow. */
export function tensorflowName({ code }: Pick<CheckContext, 'code'>): string | null {
  const imported = code.module.body
    .flatMap(statement => (statement.kind === 'Import' ? statement.names : []))
    .find(({ name, asname }) => name === 'tensorflow' && asname !== null);
  return imported?.asname ?? null;
}
