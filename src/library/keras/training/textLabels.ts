/** Labels that are text, with which no loss can compute. */
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { NotKnown } from '../../../python/values.ts';
import { flatten } from '../tensors/graphNode.ts';
import { DataLeaf, type Template } from './dataSource.ts';

/** Raises for labels that are text; objects of which nothing more is known make the call unknown. */
export function refuseTextLabels(py: Interpreter, template: Template): void {
  const text = flatten([template.y]).find(leaf => leaf instanceof DataLeaf && leaf.dtype === 'string');
  if (!(text instanceof DataLeaf)) return;
  const dtype = text.array?.dtype ?? 'object';
  if (dtype === 'object' && !py.running) throw new NotKnown('what the labels hold is not known');
  const name = template.labelsFrom ?? 'y';
  // NumPy counts bits: four bytes for each character, one for each byte.
  const letters = Number(/\d+$/.exec(dtype)?.[0] ?? 0);
  const shown = dtype.startsWith('<U')
    ? `str${letters * 32}`
    : dtype.startsWith('|S')
      ? `bytes${letters * 8}`
      : dtype;
  throw raise(ValueError, `Invalid dtype: ${shown}`, {
    code: 'labels-text',
    blame: { kind: 'argument', name },
    explanation: message(
      '`{0}` holds text, and a loss computes with numbers: number the classes, as `np.unique({0}, return_inverse=True)[1]` does.',
      py.site?.argumentText(name) ?? name,
    ),
  });
}
