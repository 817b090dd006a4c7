/**
 * Reads the pickles that data sets come in: dicts, lists, tuples, text, numbers and NumPy arrays.
 *
 * Python's pickle can call anything while it loads. This reader knows the few functions that rebuild an array and
 * refuses every other, so that a file can bring data and nothing else.
 */

import type { KeyRules } from '../../../python/collections.ts';
import { PyDict } from '../../../python/collections.ts';
import { normalizeInt, PyFloat, PyList, PyTuple, type Value } from '../../../python/values.ts';
import { fromBytes } from '../../numpy/byteReading.ts';
import { dtypeFromText, hasByteOrder } from '../../numpy/dtypes.ts';
import { concreteArray, type NdArray } from '../../numpy/ndarray.ts';
import { fromItems } from '../../numpy/storage.ts';

/** A file that is no pickle, or one of something else than data. */
export class PickleError extends Error {}

/** A function or class that the pickle names. */
class Global {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A dtype on its way: its text, completed by its byte order. */
class PickledType {
  text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** An array on its way; its state follows. */
class PickledArray {
  value: NdArray | null = null;
}

type Item = Value | Uint8Array | Global | PickledType | PickledArray | Item[];

const mark = Symbol('mark');

const arrayMakers = new Set([
  'numpy.core.multiarray _reconstruct',
  'numpy._core.multiarray _reconstruct',
  'numpy.core.multiarray scalar',
]);

/** The object in a pickle. Byte strings become text, one character a byte. */
export function readPickle(bytes: Uint8Array, rules: KeyRules): Value {
  return valueOf(new PickleReader(bytes, rules).read());
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function valueOf(item: Item): Value {
  if (item instanceof Uint8Array) return latin(item);
  if (item instanceof PickledArray) {
    if (item.value === null) throw new PickleError('an array without contents');
    return item.value;
  }
  if (Array.isArray(item) || item instanceof Global || item instanceof PickledType)
    throw new PickleError('the pickle holds something else than data');
  return item;
}

class PickleReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly rules: KeyRules;
  private readonly stack: (Item | typeof mark)[] = [];
  private readonly memo = new Map<number, Item>();
  private at = 0;

  constructor(bytes: Uint8Array, rules: KeyRules) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.rules = rules;
  }

  read(): Item {
    while (this.at < this.bytes.length) {
      const code = this.bytes[this.at++];
      if (code === 0x2e) return this.pop();
      if (!this.readConstant(code) && !this.readMemo(code) && !this.readStructure(code))
        throw new PickleError(`the pickle's instruction ${code} is not read`);
    }
    throw new PickleError('the pickle ends early');
  }

  private take(count: number): Uint8Array {
    const part = this.bytes.subarray(this.at, this.at + count);
    if (part.length < count) throw new PickleError('the pickle ends early');
    this.at += count;
    return part;
  }

  private byte(): number {
    return this.take(1)[0];
  }

  private length(): number {
    this.take(4);
    return this.view.getUint32(this.at - 4, true);
  }

  private line(): string {
    const end = this.bytes.indexOf(0x0a, this.at);
    if (end < 0) throw new PickleError('the pickle ends early');
    const text = latin(this.bytes.subarray(this.at, end));
    this.at = end + 1;
    return text;
  }

  private pop(): Item {
    const item = this.stack.pop();
    if (item === undefined || item === mark) throw new PickleError('the pickle is broken');
    return item;
  }

  private top(): Item {
    const item = this.stack.at(-1);
    if (item === undefined || item === mark) throw new PickleError('the pickle is broken');
    return item;
  }

  private sinceMark(): Item[] {
    const start = this.stack.lastIndexOf(mark);
    if (start < 0) throw new PickleError('the pickle is broken');
    return this.stack.splice(start).slice(1) as Item[];
  }

  /** Numbers, text and byte strings. */
  private readConstant(code: number): boolean {
    switch (String.fromCharCode(code)) {
      case 'N':
        this.stack.push(null);
        return true;
      case '\x88':
      case '\x89':
        this.stack.push(code === 0x88);
        return true;
      case 'K':
        this.stack.push(this.byte());
        return true;
      case 'M':
        this.take(2);
        this.stack.push(this.view.getUint16(this.at - 2, true));
        return true;
      case 'J':
        this.take(4);
        this.stack.push(this.view.getInt32(this.at - 4, true));
        return true;
      case '\x8a':
        this.stack.push(bigEnough(this.take(this.byte())));
        return true;
      case 'G':
        this.take(8);
        this.stack.push(new PyFloat(this.view.getFloat64(this.at - 8, false)));
        return true;
      case 'U':
      case 'C':
        this.stack.push(this.take(this.byte()).slice());
        return true;
      case 'T':
      case 'B':
        this.stack.push(this.take(this.length()).slice());
        return true;
      case 'X':
        this.stack.push(new TextDecoder().decode(this.take(this.length())));
        return true;
      case '\x8c':
        this.stack.push(new TextDecoder().decode(this.take(this.byte())));
        return true;
      default:
        return false;
    }
  }

  private readMemo(code: number): boolean {
    switch (String.fromCharCode(code)) {
      case 'q':
        this.memo.set(this.byte(), this.top());
        return true;
      case 'r':
        this.memo.set(this.length(), this.top());
        return true;
      case '\x94':
        this.memo.set(this.memo.size, this.top());
        return true;
      case 'h':
      case 'j': {
        const item = this.memo.get(code === 0x68 ? this.byte() : this.length());
        if (item === undefined) throw new PickleError('the pickle is broken');
        this.stack.push(item);
        return true;
      }
      default:
        return false;
    }
  }

  private readStructure(code: number): boolean {
    switch (String.fromCharCode(code)) {
      case '\x80':
        this.byte();
        return true;
      case '\x95':
        this.take(8);
        return true;
      case '(':
        this.stack.push(mark);
        return true;
      case '}':
        this.stack.push(new PyDict());
        return true;
      case ']':
        this.stack.push(new PyList([]));
        return true;
      case ')':
        this.stack.push([]);
        return true;
      case 't':
        this.stack.push(this.sinceMark());
        return true;
      case '\x85':
      case '\x86':
      case '\x87':
        this.stack.push(this.stack.splice(-(code - 0x84)) as Item[]);
        return true;
      case 'a':
      case 'e':
        this.append(code === 0x61 ? [this.pop()] : this.sinceMark());
        return true;
      case 's':
      case 'u':
        this.setItems(code === 0x73 ? [this.pop(), this.pop()].reverse() : this.sinceMark());
        return true;
      case 'c':
        this.stack.push(new Global(`${this.line()} ${this.line()}`));
        return true;
      case '\x93': {
        const [name, module] = [this.pop(), this.pop()];
        this.stack.push(new Global(`${String(module)} ${String(name)}`));
        return true;
      }
      case 'R':
        this.reduce();
        return true;
      case 'b':
        this.build();
        return true;
      default:
        return false;
    }
  }

  private append(items: readonly Item[]): void {
    const list = this.top();
    if (!(list instanceof PyList)) throw new PickleError('the pickle is broken');
    for (const item of items) list.items.push(plain(item));
  }

  private setItems(items: readonly Item[]): void {
    const dict = this.top();
    if (!(dict instanceof PyDict)) throw new PickleError('the pickle is broken');
    for (let at = 0; at + 1 < items.length; at += 2)
      dict.set(plain(items[at]), plain(items[at + 1]), this.rules);
  }

  /** The calls that rebuild arrays. */
  private reduce(): void {
    const args = this.pop();
    const callee = this.pop();
    if (!(callee instanceof Global) || !Array.isArray(args))
      throw new PickleError('the pickle calls something unknown');
    if (arrayMakers.has(callee.name)) this.stack.push(new PickledArray());
    else if (callee.name === 'numpy dtype') this.stack.push(new PickledType(textOf(args[0])));
    else if (callee.name === '_codecs encode')
      this.stack.push(Uint8Array.from(textOf(args[0]), letter => letter.charCodeAt(0)));
    else throw new PickleError(`the pickle calls ${callee.name}, which is not data`);
  }

  private build(): void {
    const state = this.pop();
    const target = this.top();
    if (!Array.isArray(state)) throw new PickleError('the pickle is broken');
    if (target instanceof PickledType) {
      const order = state[1];
      if (typeof order === 'string' || order instanceof Uint8Array) target.text = textOf(order) + target.text;
    } else if (target instanceof PickledArray) target.value = arrayOf(state);
    else throw new PickleError('the pickle is broken');
  }
}

function plain(item: Item): Value {
  return Array.isArray(item) ? new PyTuple(item.map(plain)) : valueOf(item);
}

function textOf(item: Item): string {
  if (item instanceof Uint8Array) return latin(item);
  if (typeof item === 'string') return item;
  throw new PickleError('the pickle is broken');
}

/** A little-endian two's complement integer of any length. */
function bigEnough(bytes: Uint8Array): Value {
  let value = 0n;
  for (let at = bytes.length - 1; at >= 0; at--) value = (value << 8n) | BigInt(bytes[at]);
  return normalizeInt(BigInt.asIntN(bytes.length * 8, value));
}

/** An array from what `ndarray.__setstate__` takes: version, shape, dtype, column order, contents. */
function arrayOf([, dims, type, fortran, contents]: readonly Item[]): NdArray {
  if (!Array.isArray(dims) || !(type instanceof PickledType) || fortran !== false)
    throw new PickleError('the pickle holds an array that is not read');
  const shape = dims.map(Number);
  if (type.text.includes('O')) {
    if (!(contents instanceof PyList)) throw new PickleError('the pickle is broken');
    return concreteArray(fromItems([...contents.items], shape, 'object'));
  }
  const dtype = dtypeFromText(type.text);
  if (dtype === null || !(contents instanceof Uint8Array))
    throw new PickleError(`arrays of type ${type.text} are not read from pickles`);
  const bigEndian = type.text.startsWith('>') && hasByteOrder(dtype);
  // NumPy brings what it unpickles into the machine's own order.
  return concreteArray(fromBytes(contents, shape, { dtype, bigEndian }));
}
