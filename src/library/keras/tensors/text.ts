/** Text in tensors. The graph computes with numbers only: what a tensor of text holds is kept beside it, on the host. */
import { ops } from '../../../graph/index.ts';
import { isStatic } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyBytes, PyList, PyTuple, type Value } from '../../../python/values.ts';
import { concreteArray, NdArray } from '../../numpy/ndarray.ts';
import { plainElement } from '../../numpy/plainElements.ts';
import { ArrayData, contiguousItems, Memory } from '../../numpy/storage.ts';

/** Characters that stand for bytes which are no text, as Python's `surrogateescape` has them. */
const ESCAPED = /[\udc80-\udcff]/;

/** Bytes as a text that can be turned back: what is not UTF-8 is kept byte by byte. */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    let text = '';
    const codes = Uint16Array.from(bytes, byte => (byte < 0x80 ? byte : 0xdc00 + byte));
    for (let place = 0; place < codes.length; place += 8192)
      text += String.fromCharCode(...codes.subarray(place, place + 8192));
    return text;
  }
}

/** The bytes that a text stands for. */
export function bytesOfText(text: string): Uint8Array {
  if (!ESCAPED.test(text)) return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00);
    else bytes.push(...new TextEncoder().encode(character));
  }
  return Uint8Array.from(bytes);
}

const contents = new WeakMap<Tensor, readonly string[]>();

/** A tensor of text that is known, row by row. */
export function textTensor(items: readonly string[], shape: readonly number[]): Tensor {
  const tensor = ops.abstractValue('strings', [], shape, 'string');
  contents.set(tensor, items);
  return tensor;
}

/** What a tensor of text holds; undefined for numbers, and for text that comes when a model runs. */
export function textOf(tensor: Tensor): readonly string[] | undefined {
  // Text in another shape is the same row by row.
  return contents.get(tensor) ?? (isReshapedText(tensor) ? textOf(tensor.inputs[0]) : undefined);
}

function isReshapedText({ op, dtype, shape }: Tensor): boolean {
  return (op === 'reshape' || op === 'identity') && dtype === 'string' && isStatic(shape);
}

/** A tensor of text as an array; null where its contents are not known. */
export function textArray(tensor: Tensor): NdArray | null {
  const items = textOf(tensor);
  return items === undefined
    ? null
    : concreteArray(new ArrayData(new Memory([...items]), 'object', tensor.shape as readonly number[]));
}

function plainText(value: Value): string | null {
  if (typeof value === 'string') return value;
  return value instanceof PyBytes ? textOfBytes(value.data) : null;
}

/** The text of an array; null for an array that holds anything else, or whose contents are not known. */
export function textOfArray(array: NdArray): Tensor | null {
  const { data } = array;
  if (data === null || !isStatic(array.shape)) return null;
  const items: string[] = [];
  for (const raw of contiguousItems(data)) {
    const text = plainText(plainElement(data.dtype, raw));
    if (text === null) return null;
    items.push(text);
  }
  return textTensor(items, array.shape);
}

/** The text of nested lists; null where they hold anything else or are no rectangle. */
export function textOfSequence(value: PyList | PyTuple): Tensor | null {
  const shape: number[] = [];
  for (
    let level: Value = value;
    level instanceof PyList || level instanceof PyTuple;
    level = level.items[0]
  ) {
    shape.push(level.items.length);
    if (level.items.length === 0) return null;
  }
  const items: string[] = [];
  const collect = (part: Value, depth: number): boolean => {
    if (part instanceof PyList || part instanceof PyTuple)
      return part.items.length === shape[depth] && part.items.every(item => collect(item, depth + 1));
    const text = depth === shape.length ? plainText(part) : null;
    if (text !== null) items.push(text);
    return text !== null;
  };
  return collect(value, 0) ? textTensor(items, shape) : null;
}

/** As an array of `bytes`, which TensorFlow's `numpy()` gives; one `bytes` for a single text. */
export function bytesArray(items: readonly string[], shape: readonly number[]): Value {
  const bytes = items.map(item => new PyBytes(bytesOfText(item)));
  return shape.length === 0 ? bytes[0] : concreteArray(new ArrayData(new Memory(bytes), 'object', shape));
}

/** `tensor[key]` as text. */
export function textItem(py: Interpreter, tensor: Tensor, key: Value): Tensor {
  const shape = tensor.shape as readonly number[];
  const array = concreteArray(new ArrayData(new Memory([...textOf(tensor)!]), 'object', shape));
  const found = py.getItem(array, key);
  if (typeof found === 'string') return textTensor([found], []);
  return (found instanceof NdArray ? textOfArray(found) : null) ?? tensor;
}
