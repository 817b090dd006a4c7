/**
 * Arrays of different types over the same bytes (`array.view(dtype)`): what is written to one is seen in the others.
 *
 * Types whose elements JavaScript keeps as they are share one buffer. Others (64-bit integers are kept in doubles,
 * complex numbers and text as values) follow each other: whichever was written last is read anew by the rest.
 */

import { fromBytes } from './byteReading.ts';
import { toBytes } from './bytes.ts';
import { dtypeInfo, type OrderedType } from './dtypes.ts';
import { ArrayData, type Items, libraryCalls, Memory, type NumberItems } from './storage.ts';

type Raw = new (buffer: ArrayBuffer, offset: number, length: number) => NumberItems;

const rawTypes: Readonly<Record<string, Raw>> = {
  bool: Uint8Array,
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
  float64: Float64Array,
};

interface Member {
  readonly memory: Memory;
  readonly type: OrderedType;
  items: Items;
  /** The state of the newest member that `items` was made from; null when it is that one itself. */
  seen: number | null;
}

/** The memories of one stretch of bytes. */
class Group {
  private readonly members: Member[] = [];
  private newest: Member | null = null;
  private writes = 0;
  private writtenDuring = -1;

  add(memory: Memory, type: OrderedType): void {
    const member: Member = { memory, type, items: memory.items!, seen: null };
    this.newest ??= member;
    if (this.newest !== member) member.seen = this.writes;
    this.members.push(member);
    groups.set(memory, this);
    Object.defineProperty(memory, 'items', {
      get: () => this.read(member),
      set: (items: Items) => {
        member.items = items;
        this.wrote(member);
      },
    });
    memory.beforeWrite = () => {
      this.read(member);
      this.wrote(member);
      for (const other of this.members) other.memory.version++;
    };
  }

  /** The memory that shows the bytes as a type, where there is one already. */
  as({ dtype, bigEndian }: OrderedType): Memory | null {
    const found = this.members.find(({ type }) => type.dtype === dtype && type.bigEndian === bigEndian);
    return found?.memory ?? null;
  }

  private wrote(member: Member): void {
    this.writes++;
    this.writtenDuring = libraryCalls();
    this.newest = member;
    member.seen = null;
  }

  private read(member: Member): Items {
    const { newest } = this;
    if (newest === null || newest === member || member.seen === this.writes) return member.items;
    const size = dtypeInfo(member.type.dtype).itemSize;
    if (sharesBuffer(member.items, newest.items)) return member.items;
    const bytes = allBytes(newest.items, newest.type);
    const count = Math.floor(bytes.length / size);
    member.items = fromBytes(bytes.subarray(0, count * size), [count], member.type).items;
    // While the call that writes is under way, more may change.
    member.seen = this.writtenDuring === libraryCalls() ? -1 : this.writes;
    return member.items;
  }
}

const groups = new WeakMap<Memory, Group>();

function sharesBuffer(a: Items, b: Items): boolean {
  return !Array.isArray(a) && !Array.isArray(b) && a.buffer === b.buffer;
}

function allBytes(items: Items, { dtype, bigEndian }: OrderedType): Uint8Array {
  return toBytes(new ArrayData(new Memory(items), dtype, [items.length]), bigEndian);
}

/** Whether two memories are the same bytes. */
export function sharesBytes(a: Memory, b: Memory): boolean {
  const group = groups.get(a);
  return a === b || (group !== undefined && group === groups.get(b));
}

/** All bytes of a memory as elements of another type, sharing what is written. */
export function memoryAs(memory: Memory, from: OrderedType, to: OrderedType): Memory {
  const existing = groups.get(memory)?.as(to);
  if (existing !== undefined && existing !== null) return existing;
  const items = memory.items!;
  const size = dtypeInfo(to.dtype).itemSize;
  const native = !from.bigEndian && !to.bigEndian;
  const isRaw =
    native && !Array.isArray(items) && from.dtype in rawTypes && items instanceof rawTypes[from.dtype];
  let other: Items;
  if (isRaw && to.dtype in rawTypes && items.byteOffset % size === 0) {
    const { buffer, byteOffset, byteLength } = items;
    other = new rawTypes[to.dtype](buffer as ArrayBuffer, byteOffset, Math.floor(byteLength / size));
  } else {
    const bytes = allBytes(items, from);
    const count = Math.floor(bytes.length / size);
    other = fromBytes(bytes.subarray(0, count * size), [count], to).items;
  }
  const view = new Memory(other);
  view.writeable = memory.writeable;
  let group = groups.get(memory);
  if (group === undefined) {
    group = new Group();
    group.add(memory, from);
  }
  group.add(view, to);
  return view;
}
