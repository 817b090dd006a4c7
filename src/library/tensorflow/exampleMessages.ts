/** `tf.train.Example` as bytes: the three kinds of lists under their names, in protocol buffers' encoding. */

export type Feature =
  | { readonly kind: 'bytes_list'; readonly values: readonly Uint8Array[] }
  | { readonly kind: 'float_list'; readonly values: readonly number[] }
  | { readonly kind: 'int64_list'; readonly values: readonly bigint[] }
  | { readonly kind: null; readonly values: readonly [] };

/** Bytes that are no message of the kind that was asked for. */
export class NoMessage extends Error {}

const LENGTH = 2;

class Writer {
  private readonly parts: number[] = [];

  varint(value: bigint): void {
    let rest = BigInt.asUintN(64, value);
    for (; rest > 127n; rest >>= 7n) this.parts.push(Number(rest & 127n) | 128);
    this.parts.push(Number(rest));
  }

  /** A field that says its length. */
  block(field: number, bytes: ArrayLike<number>): void {
    this.parts.push((field << 3) | LENGTH);
    this.varint(BigInt(bytes.length));
    for (let place = 0; place < bytes.length; place++) this.parts.push(bytes[place]);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.parts);
  }
}

function listBytes(feature: Feature): Uint8Array {
  const list = new Writer();
  switch (feature.kind) {
    case 'bytes_list':
      for (const value of feature.values) list.block(1, value);
      break;
    case 'float_list':
      if (feature.values.length > 0) list.block(1, new Uint8Array(Float32Array.from(feature.values).buffer));
      break;
    case 'int64_list': {
      const packed = new Writer();
      for (const value of feature.values) packed.varint(value);
      if (feature.values.length > 0) list.block(1, packed.bytes());
      break;
    }
    case null:
      break;
  }
  return list.bytes();
}

const fieldOf = { bytes_list: 1, float_list: 2, int64_list: 3 } as const;

export function encodeFeature(feature: Feature): Uint8Array {
  const whole = new Writer();
  if (feature.kind !== null) whole.block(fieldOf[feature.kind], listBytes(feature));
  return whole.bytes();
}

export function encodeFeatures(features: Iterable<readonly [string, Feature]>): Uint8Array {
  const all = new Writer();
  for (const [name, feature] of features) {
    const entry = new Writer();
    entry.block(1, new TextEncoder().encode(name));
    entry.block(2, encodeFeature(feature));
    all.block(1, entry.bytes());
  }
  return all.bytes();
}

export function encodeExample(features: Iterable<readonly [string, Feature]>): Uint8Array {
  const whole = new Writer();
  whole.block(1, encodeFeatures(features));
  return whole.bytes();
}

interface Field {
  readonly number: number;
  readonly type: number;
  /** What a field with a length holds; empty for others. */
  readonly block: Uint8Array;
  readonly value: bigint;
}

class Reader {
  private readonly bytes: Uint8Array;
  private place = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isDone(): boolean {
    return this.place >= this.bytes.length;
  }

  varint(): bigint {
    let [value, shift] = [0n, 0n];
    for (;;) {
      const byte = this.bytes[this.place++];
      if (byte === undefined || shift > 63n) throw new NoMessage();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
      shift += 7n;
    }
  }

  take(length: number): Uint8Array {
    const end = this.place + length;
    if (end > this.bytes.length) throw new NoMessage();
    const part = this.bytes.subarray(this.place, end);
    this.place = end;
    return part;
  }

  field(): Field {
    const tag = Number(this.varint());
    const [number, type] = [tag >> 3, tag & 7];
    const none = new Uint8Array(0);
    if (number === 0) throw new NoMessage();
    if (type === 0) return { number, type, block: none, value: this.varint() };
    if (type === 1) return { number, type, block: this.take(8), value: 0n };
    if (type === LENGTH) return { number, type, block: this.take(Number(this.varint())), value: 0n };
    if (type === 5) return { number, type, block: this.take(4), value: 0n };
    throw new NoMessage();
  }
}

function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  for (const reader = new Reader(bytes); !reader.isDone; ) yield reader.field();
}

function floatsIn(block: Uint8Array): number[] {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  return Array.from({ length: block.length >> 2 }, (_, index) => view.getFloat32(index * 4, true));
}

function integersIn({ type, block, value }: Field): bigint[] {
  if (type !== LENGTH) return [BigInt.asIntN(64, value)];
  const values: bigint[] = [];
  for (const reader = new Reader(block); !reader.isDone; ) values.push(BigInt.asIntN(64, reader.varint()));
  return values;
}

export function decodeFeature(bytes: Uint8Array): Feature {
  let found: Feature = { kind: null, values: [] };
  for (const { number, block } of fieldsOf(bytes)) {
    const fields = [...fieldsOf(block)].filter(field => field.number === 1);
    if (number === 1) found = { kind: 'bytes_list', values: fields.map(field => field.block.slice()) };
    else if (number === 2)
      found = { kind: 'float_list', values: fields.flatMap(field => floatsIn(field.block)) };
    else if (number === 3) found = { kind: 'int64_list', values: fields.flatMap(integersIn) };
  }
  return found;
}

/** The features of `tf.train.Features`, by their names. */
export function decodeFeatures(bytes: Uint8Array): Map<string, Feature> {
  const found = new Map<string, Feature>();
  for (const entry of fieldsOf(bytes)) {
    if (entry.number !== 1) continue;
    let [name, feature]: [string, Feature] = ['', { kind: null, values: [] }];
    for (const { number, block } of fieldsOf(entry.block)) {
      if (number === 1) name = new TextDecoder().decode(block);
      else if (number === 2) feature = decodeFeature(block);
    }
    found.set(name, feature);
  }
  return found;
}

/** The features of a `tf.train.Example`. Throws {@link NoMessage} for other bytes. */
export function decodeExample(bytes: Uint8Array): Map<string, Feature> {
  const found = new Map<string, Feature>();
  for (const { number, type, block } of fieldsOf(bytes)) {
    if (number !== 1 || type !== LENGTH) continue;
    for (const [name, feature] of decodeFeatures(block)) found.set(name, feature);
  }
  return found;
}
