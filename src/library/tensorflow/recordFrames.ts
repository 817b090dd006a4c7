/** TFRecord files: records one after another, each with its length and checksums. */

const CASTAGNOLI = 0x82f63b78;

let remainders: Uint32Array | null = null;

/** The remainders of the 256 bytes for the checksum CRC-32C (Castagnoli 1993). */
function table(): Uint32Array {
  remainders ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ CASTAGNOLI : rest >>> 1;
    return rest;
  });
  return remainders;
}

/** CRC-32C, turned and shifted as TensorFlow does so that checksums of checksums stay apart. */
function maskedChecksum(bytes: Uint8Array): number {
  const steps = table();
  let rest = 0xffffffff;
  for (const byte of bytes) rest = steps[(rest ^ byte) & 0xff] ^ (rest >>> 8);
  const checksum = ~rest >>> 0;
  return (((checksum >>> 15) | (checksum << 17)) + 0xa282ead8) >>> 0;
}

const BEFORE = 12;
const AFTER = 4;

/** A record as it stands in a file. */
export function frameOf(record: Uint8Array): Uint8Array {
  const frame = new Uint8Array(BEFORE + record.length + AFTER);
  const view = new DataView(frame.buffer);
  view.setBigUint64(0, BigInt(record.length), true);
  view.setUint32(8, maskedChecksum(frame.subarray(0, 8)), true);
  frame.set(record, BEFORE);
  view.setUint32(BEFORE + record.length, maskedChecksum(record), true);
  return frame;
}

/** The place of the first record that is damaged, and how. */
export class DamagedRecord extends Error {
  readonly kind: 'corrupted' | 'truncated';
  readonly place: number;

  constructor(kind: 'corrupted' | 'truncated', place: number) {
    super(`${kind} record at ${place}`);
    this.kind = kind;
    this.place = place;
  }
}

/** The records of a file, checked one by one. */
export function* recordsOf(file: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let place = 0;
  while (place < file.length) {
    if (place + BEFORE > file.length) throw new DamagedRecord('truncated', place);
    if (view.getUint32(place + 8, true) !== maskedChecksum(file.subarray(place, place + 8)))
      throw new DamagedRecord('corrupted', place);
    const length = Number(view.getBigUint64(place, true));
    const end = place + BEFORE + length;
    if (end + AFTER > file.length) throw new DamagedRecord('truncated', place);
    const record = file.subarray(place + BEFORE, end);
    if (view.getUint32(end, true) !== maskedChecksum(record)) throw new DamagedRecord('corrupted', place);
    yield record;
    place = end + AFTER;
  }
}
