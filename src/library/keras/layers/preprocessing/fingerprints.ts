/** Stable 64-bit hashes of text, the ones that TensorFlow sorts text into buckets with: FarmHash and SipHash. */

const mask = (1n << 64n) - 1n;
const k0 = 0xc3a5c85c97cb3127n;
const k1 = 0xb492b66fbe98f273n;
const k2 = 0x9ae16a3b2f90404fn;

const low = (value: bigint) => value & mask;
const multiply = (a: bigint, b: bigint) => low(a * b);
const shiftMix = (value: bigint) => value ^ (value >> 47n);
const rotateRight = (value: bigint, by: bigint) => low((value >> by) | (value << (64n - by)));
const rotateLeft = (value: bigint, by: bigint) => rotateRight(value, 64n - by);

/** Little-endian reads of bytes. */
class Words {
  readonly length: number;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(at: number): number {
    return this.view.getUint8(at);
  }

  half(at: number): bigint {
    return BigInt(this.view.getUint32(at, true));
  }

  word(at: number): bigint {
    return this.view.getBigUint64(at, true);
  }
}

function mixPair(u: bigint, v: bigint, factor: bigint): bigint {
  let a = multiply(u ^ v, factor);
  a ^= a >> 47n;
  let b = multiply(v ^ a, factor);
  b ^= b >> 47n;
  return multiply(b, factor);
}

function upTo16(words: Words): bigint {
  const { length } = words;
  const factor = low(k2 + BigInt(length) * 2n);
  if (length >= 8) {
    const a = low(words.word(0) + k2);
    const b = words.word(length - 8);
    const c = low(multiply(rotateRight(b, 37n), factor) + a);
    const d = multiply(low(rotateRight(a, 25n) + b), factor);
    return mixPair(c, d, factor);
  }
  if (length >= 4) return mixPair(BigInt(length) + (words.half(0) << 3n), words.half(length - 4), factor);
  if (length === 0) return k2;
  const y = BigInt(words.byte(0) + (words.byte(length >> 1) << 8));
  const z = BigInt(length + (words.byte(length - 1) << 2));
  return multiply(shiftMix(multiply(y, k2) ^ multiply(z, k0)), k2);
}

function upTo32(words: Words): bigint {
  const { length } = words;
  const factor = low(k2 + BigInt(length) * 2n);
  const a = multiply(words.word(0), k1);
  const b = words.word(8);
  const c = multiply(words.word(length - 8), factor);
  const d = multiply(words.word(length - 16), k2);
  return mixPair(
    low(rotateRight(low(a + b), 43n) + rotateRight(c, 30n) + d),
    low(a + rotateRight(low(b + k2), 18n) + c),
    factor,
  );
}

function upTo64(words: Words): bigint {
  const { length } = words;
  const factor = low(k2 + BigInt(length) * 2n);
  const a = multiply(words.word(0), k2);
  const b = words.word(8);
  const c = multiply(words.word(length - 8), factor);
  const d = multiply(words.word(length - 16), k2);
  const y = low(rotateRight(low(a + b), 43n) + rotateRight(c, 30n) + d);
  const z = mixPair(y, low(a + rotateRight(low(b + k2), 18n) + c), factor);
  const e = multiply(words.word(16), factor);
  const f = words.word(24);
  const g = multiply(low(y + words.word(length - 32)), factor);
  const h = multiply(low(z + words.word(length - 24)), factor);
  return mixPair(
    low(rotateRight(low(e + f), 43n) + rotateRight(g, 30n) + h),
    low(e + rotateRight(low(f + a), 18n) + g),
    factor,
  );
}

/** Thirty-two bytes and two seeds as two words. */
function weakPair(words: Words, at: number, first: bigint, second: bigint): [bigint, bigint] {
  const [w, x, y, z] = [words.word(at), words.word(at + 8), words.word(at + 16), words.word(at + 24)];
  let a = low(first + w);
  let b = rotateRight(low(second + a + z), 21n);
  const c = a;
  a = low(a + x + y);
  b = low(b + rotateRight(a, 44n));
  return [low(a + z), low(b + c)];
}

function long(words: Words): bigint {
  const { length } = words;
  let x = 81n;
  let y = low(81n * k1 + 113n);
  let z = multiply(shiftMix(low(y * k2 + 113n)), k2);
  let v: [bigint, bigint] = [0n, 0n];
  let w: [bigint, bigint] = [0n, 0n];
  x = low(x * k2 + words.word(0));
  const end = Math.floor((length - 1) / 64) * 64;
  for (let at = 0; at < end; at += 64) {
    x = multiply(rotateRight(low(x + y + v[0] + words.word(at + 8)), 37n), k1);
    y = multiply(rotateRight(low(y + v[1] + words.word(at + 48)), 42n), k1);
    x ^= w[1];
    y = low(y + v[0] + words.word(at + 40));
    z = multiply(rotateRight(low(z + w[0]), 33n), k1);
    v = weakPair(words, at, multiply(v[1], k1), low(x + w[0]));
    w = weakPair(words, at + 32, low(z + w[1]), low(y + words.word(at + 16)));
    [z, x] = [x, z];
  }
  const factor = low(k1 + ((z & 0xffn) << 1n));
  const at = length - 64;
  w[0] = low(w[0] + BigInt((length - 1) & 63));
  v[0] = low(v[0] + w[0]);
  w[0] = low(w[0] + v[0]);
  x = multiply(rotateRight(low(x + y + v[0] + words.word(at + 8)), 37n), factor);
  y = multiply(rotateRight(low(y + v[1] + words.word(at + 48)), 42n), factor);
  x ^= multiply(w[1], 9n);
  y = low(y + v[0] * 9n + words.word(at + 40));
  z = multiply(rotateRight(low(z + w[0]), 33n), factor);
  v = weakPair(words, at, multiply(v[1], factor), low(x + w[0]));
  w = weakPair(words, at + 32, low(z + w[1]), low(y + words.word(at + 16)));
  [z, x] = [x, z];
  return mixPair(
    low(mixPair(v[0], w[0], factor) + multiply(shiftMix(y), k0) + z),
    low(mixPair(v[1], w[1], factor) + x),
    factor,
  );
}

const encoder = new TextEncoder();

/** FarmHash's fingerprint of text in UTF-8. Source: github.com/google/farmhash. */
export function farmFingerprint(text: string): bigint {
  const words = new Words(encoder.encode(text));
  if (words.length <= 16) return upTo16(words);
  if (words.length <= 32) return upTo32(words);
  return words.length <= 64 ? upTo64(words) : long(words);
}

/** The fingerprint of a sequence, from that of its start and of the next item. */
export function joinFingerprints(first: bigint, second: bigint): bigint {
  const factor = 0xc6a4a7935bd1e995n;
  const mixed = multiply(first ^ factor ^ multiply(shiftMix(multiply(second, factor)), factor), factor);
  return shiftMix(multiply(shiftMix(mixed), factor));
}

/** SipHash-2-4 of text in UTF-8 with a key of two words. Source: www.aumasson.jp/siphash/siphash.pdf. */
export function sipHash(text: string, key: readonly [bigint, bigint]): bigint {
  const bytes = encoder.encode(text);
  const whole = Math.floor(bytes.length / 8) * 8;
  const padded = new Uint8Array(whole + 8);
  padded.set(bytes);
  padded[whole + 7] = bytes.length & 0xff;
  const words = new Words(padded);
  const state: State = [
    low(key[0]) ^ 0x736f6d6570736575n,
    low(key[1]) ^ 0x646f72616e646f6dn,
    low(key[0]) ^ 0x6c7967656e657261n,
    low(key[1]) ^ 0x7465646279746573n,
  ];
  for (let at = 0; at < padded.length; at += 8) {
    const word = words.word(at);
    state[3] ^= word;
    sipRound(state);
    sipRound(state);
    state[0] ^= word;
  }
  state[2] ^= 0xffn;
  for (let round = 0; round < 4; round++) sipRound(state);
  return state[0] ^ state[1] ^ state[2] ^ state[3];
}

type State = [bigint, bigint, bigint, bigint];

function sipRound(v: State): void {
  v[0] = low(v[0] + v[1]);
  v[1] = rotateLeft(v[1], 13n) ^ v[0];
  v[0] = rotateLeft(v[0], 32n);
  v[2] = low(v[2] + v[3]);
  v[3] = rotateLeft(v[3], 16n) ^ v[2];
  v[0] = low(v[0] + v[3]);
  v[3] = rotateLeft(v[3], 21n) ^ v[0];
  v[2] = low(v[2] + v[1]);
  v[1] = rotateLeft(v[1], 17n) ^ v[2];
  v[2] = rotateLeft(v[2], 32n);
}
