/** Labels that are text, with which no loss can compute. */
import { formatShape } from '../../../graph/shapes.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { NotKnown, type Value } from '../../../python/values.ts';
import type { NdArray } from '../../numpy/ndarray.ts';
import { contiguousItems } from '../../numpy/storage.ts';
import { whileRunning } from '../errors/tensorflowErrors.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { toSnakeCase } from '../naming.ts';
import { KerasObject } from '../objects/kerasObject.ts';
import { flatten } from '../tensors/graphNode.ts';
import type { TensorObject } from '../tensors/tensorObject.ts';
import { type ByVersion, type Raised, raiseInWords } from '../versionWords.ts';
import { DataLeaf, type Template } from './dataSource.ts';
import { dtypeName, firstText, unimplementedErrorClass } from './objectInputs.ts';

/** Raises for labels that are text; objects of which nothing more is known make the call unknown. */
export function refuseTextLabels(
  py: Interpreter,
  { compiled }: ModelObject,
  template: Template,
  outputs: readonly TensorObject[],
): void {
  const text = flatten([template.y]).find(leaf => leaf instanceof DataLeaf && leaf.dtype === 'string');
  if (!(text instanceof DataLeaf)) return;
  const dtype = text.array?.dtype ?? 'object';
  if (dtype === 'object' && !py.running && !(text.array !== null && holdsText(text.array)))
    throw new NotKnown('what the labels hold is not known');
  const name = template.labelsFrom ?? 'y';
  const words: ByVersion<Raised> = {
    1: `could not convert string to float: ${firstText(py, text)}`,
    2: inStepOfKeras2(compiled?.loss ?? null, template, text, outputs),
    3: `Invalid dtype: ${dtypeName(dtype)}`,
  };
  throw raiseInWords(py, words, {
    code: 'labels-text',
    blame: { kind: 'argument', name },
    explanation: message(
      '`{0}` holds text, and a loss computes with numbers: number the classes, as `np.unique({0}, return_inverse=True)[1]` does.',
      py.site?.argumentText(name) ?? name,
    ),
  });
}

/** TensorFlow finds out when it computes, Keras 2 before that whether labels are as wide as one-hot rows. */
function inStepOfKeras2(
  loss: Value,
  { traceRows = null }: Template,
  text: DataLeaf,
  outputs: readonly TensorObject[],
): Raised {
  const name = loss instanceof KerasObject ? toSnakeCase(loss.cls.name) : loss;
  const width = text.shape[1] ?? 1;
  const shown = outputs[0]?.shape ?? [];
  if (name === 'categorical_crossentropy' && outputs.length === 1 && shown.at(-1) !== width) {
    const shapes = [
      [traceRows, width],
      [traceRows, ...shown.slice(1)],
    ].map(shape => formatShape(shape));
    return `Shapes ${shapes.join(' and ')} are incompatible`;
  }
  const dtype = name === 'sparse_categorical_crossentropy' ? 'int64' : 'float';
  return [unimplementedErrorClass, whileRunning(`Cast string to ${dtype} is not supported`)];
}

/** Whether the known contents of an array of objects are text, as pandas keeps a column of words. */
function holdsText(array: NdArray): boolean {
  if (array.data === null) return false;
  const items = contiguousItems(array.data);
  return Array.isArray(items) && items.length > 0 && items.every(item => typeof item === 'string');
}
