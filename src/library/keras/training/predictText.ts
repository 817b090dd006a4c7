/** `predict` for models that take text: batch by batch, since text is looked up on the host and not in the graph. */
import { PyDict } from '../../../python/collections.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { PyList, PySlice, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { NdArray } from '../../numpy/ndarray.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { mapStructure } from '../tensors/graphNode.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { textOf } from '../tensors/text.ts';
import type { ProgressBar } from './progress.ts';

/** The data as one tensor of text; null for anything else. */
export function textIn(py: Interpreter, x: Value): TensorObject | null {
  if (x instanceof TensorObject) return textOf(x.tensor) === undefined ? null : x;
  const isText = x instanceof NdArray && /^(<U|object|\|S)/.test(x.dtype);
  const first = x instanceof PyList || x instanceof PyTuple ? x.items[0] : null;
  if (!isText && typeof first !== 'string') return null;
  const tensor = tensorOf(py, x);
  return textOf(tensor) === undefined ? null : (wrap(py, tensor) as TensorObject);
}

export function* predictText(
  py: Interpreter,
  model: ModelObject,
  text: TensorObject,
  batchSize: number,
  bar: ProgressBar,
): Suspendable<Value> {
  const rows = text.shape[0] as number;
  const parts: Value[] = [];
  const quiet = PyDict.fromStrings([['training', false]]);
  for (let start = 0; start < rows; start += batchSize) {
    const batch = py.getItem(text, new PySlice(start, start + batchSize, null));
    const made = yield* py.callAndWait(model, [batch], quiet);
    parts.push(yield* arraysOf(py, made));
    bar.stepped(parts.length);
  }
  bar.update(parts.length, parts.length, new Map(), true);
  const numpy = py.importModule('numpy');
  const join = py.getAttribute(numpy, 'concatenate');
  let place = 0;
  const leaves = parts.map(part => leavesOf(part));
  return mapStructure(parts[0], () => {
    const at = place++;
    return py.call(join, [new PyList(leaves.map(row => row[at]))]);
  });
}

function leavesOf(value: Value): Value[] {
  const found: Value[] = [];
  mapStructure(value, leaf => {
    found.push(leaf);
    return leaf;
  });
  return found;
}

/** Tensors as arrays. */
function* arraysOf(py: Interpreter, value: Value): Suspendable<Value> {
  const arrays: Value[] = [];
  for (const leaf of leavesOf(value)) {
    arrays.push(
      leaf instanceof TensorObject ? yield* py.callAndWait(py.getAttribute(leaf, 'numpy'), []) : leaf,
    );
  }
  let place = 0;
  return mapStructure(value, leaf => (leaf instanceof Unknown ? leaf : arrays[place++]));
}
