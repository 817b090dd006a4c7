/** Labels that are text, with which no loss can compute. */
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { NotKnown } from '../../../python/values.ts';
import type { NdArray } from '../../numpy/ndarray.ts';
import { contiguousItems } from '../../numpy/storage.ts';
import { flatten } from '../tensors/graphNode.ts';
import { DataLeaf, type Template } from './dataSource.ts';

/** Raises for labels that are text; objects of which nothing more is known make the call unknown. */
export function refuseTextLabels(py: Interpreter, template: Template): void {
  const text = flatten([template.y]).find(leaf => leaf instanceof DataLeaf && leaf.dtype === 'string');
  if (!(text instanceof DataLeaf)) return;
  const dtype = text.array?.dtype ?? 'object';
  if (dtype === 'object' && !py.running && !(text.array !== null && holdsText(text.array)))
    throw new NotKnown('what the labels hold is not known');
  const name = template.labelsFrom ?? 'y';
  throw raise(ValueError, `Invalid dtype: ${dtypeName(dtype)}`, {
    code: 'labels-text',
    blame: { kind: 'argument', name },
    explanation: message(
      '`{0}` holds text, and a loss computes with numbers: number the classes, as `np.unique({0}, return_inverse=True)[1]` does.',
      py.site?.argumentText(name) ?? name,
    ),
  });
}

/** The name of an array's type. NumPy counts bits: four bytes for each character, one for each byte. */
export function dtypeName(dtype: string): string {
  const letters = Number(/\d+$/.exec(dtype)?.[0] ?? 0);
  if (dtype.startsWith('<U')) return `str${letters * 32}`;
  return dtype.startsWith('|S') ? `bytes${letters * 8}` : dtype;
}

/** Whether the known contents of an array of objects are text, as pandas keeps a column of words. */
function holdsText(array: NdArray): boolean {
  if (array.data === null) return false;
  const items = contiguousItems(array.data);
  return Array.isArray(items) && items.length > 0 && items.every(item => typeof item === 'string');
}
