/** MD5 (RFC 1321), SHA-1 and SHA-256 (FIPS 180-4) of bytes. */

const rotateLeft = (value: number, count: number) => (value << count) | (value >>> (32 - count));
const rotateRight = (value: number, count: number) => (value >>> count) | (value << (32 - count));

/** The message with its padding, as 32-bit words of blocks of 16. */
function blocks(data: Uint8Array, littleEndian: boolean): Uint32Array {
  const length = (((data.length + 8) >> 6) + 1) << 6;
  const padded = new Uint8Array(length);
  padded.set(data);
  padded[data.length] = 0x80;
  const view = new DataView(padded.buffer);
  const bits = BigInt(data.length) * 8n;
  view.setBigUint64(length - 8, bits, littleEndian);
  return Uint32Array.from({ length: length / 4 }, (_, index) => view.getUint32(index * 4, littleEndian));
}

function toBytes(words: readonly number[], littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (const [index, word] of words.entries()) view.setUint32(index * 4, word >>> 0, littleEndian);
  return new Uint8Array(view.buffer);
}

const MD5_SHIFTS = Uint8Array.of(7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21);
const MD5_TABLE = Int32Array.from({ length: 64 }, (_, index) =>
  Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32),
);

/** MD5 of bytes that come in pieces; all but the last are a multiple of 64 bytes long. */
export class Md5 {
  private readonly state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  private length = 0;

  update(data: Uint8Array): void {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    this.length += data.length;
    for (let start = 0; start + 64 <= data.length; start += 64) this.addBlock(view, start);
  }

  /** The digest, once the last piece has come. */
  digest(last: Uint8Array): Uint8Array {
    this.update(last);
    const rest = last.subarray(last.length & ~63);
    const padded = new Uint8Array(rest.length < 56 ? 64 : 128);
    padded.set(rest);
    padded[rest.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setBigUint64(padded.length - 8, BigInt(this.length) * 8n, true);
    for (let start = 0; start < padded.length; start += 64) this.addBlock(view, start);
    return toBytes([...this.state], true);
  }

  private addBlock(view: DataView, start: number): void {
    const { state } = this;
    let [a, b, c, d] = state;
    for (let step = 0; step < 64; step++) {
      const round = step >> 4;
      let mixed: number;
      let place: number;
      if (round === 0) [mixed, place] = [(b & c) | (~b & d), step];
      else if (round === 1) [mixed, place] = [(d & b) | (~d & c), 5 * step + 1];
      else if (round === 2) [mixed, place] = [b ^ c ^ d, 3 * step + 5];
      else [mixed, place] = [c ^ (b | ~d), 7 * step];
      const word = view.getInt32(start + (place & 15) * 4, true);
      const sum = (a + mixed + MD5_TABLE[step] + word) | 0;
      a = d;
      d = c;
      c = b;
      b = (b + rotateLeft(sum, MD5_SHIFTS[round * 4 + (step & 3)])) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }
}

export function md5(data: Uint8Array): Uint8Array {
  return new Md5().digest(data);
}

export function sha1(data: Uint8Array): Uint8Array {
  const words = blocks(data, false);
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let start = 0; start < words.length; start += 16) {
    const schedule = Array.from(words.subarray(start, start + 16));
    for (let step = 16; step < 80; step++)
      schedule.push(
        rotateLeft(schedule[step - 3] ^ schedule[step - 8] ^ schedule[step - 14] ^ schedule[step - 16], 1),
      );
    let [a, b, c, d, e] = state;
    for (let step = 0; step < 80; step++) {
      const round = Math.floor(step / 20);
      const mixed = round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      const constant = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][round];
      const next = (rotateLeft(a, 5) + mixed + e + constant + schedule[step]) | 0;
      [e, d, c, b, a] = [d, c, rotateLeft(b, 30), a, next];
    }
    state = [state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e].map(word => word | 0);
  }
  return toBytes(state, false);
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every(prime => candidate % prime !== 0)) found.push(candidate);
  return found;
}

/** The first 32 bits of the fractional part. Doubles hold the roots of small primes with 16 bits to spare. */
const fraction = (value: number) => Math.floor((value - Math.floor(value)) * 2 ** 32);
const SHA256_TABLE = firstPrimes(64).map(prime => fraction(Math.cbrt(prime)));
const SHA256_START = firstPrimes(8).map(prime => fraction(Math.sqrt(prime)));
const SHA224_START = [
  0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
];

function sha2(data: Uint8Array, start: readonly number[]): Uint8Array {
  const words = blocks(data, false);
  let state = [...start];
  for (let block = 0; block < words.length; block += 16) {
    const schedule = Array.from(words.subarray(block, block + 16));
    for (let step = 16; step < 64; step++) {
      const early = schedule[step - 15];
      const late = schedule[step - 2];
      const first = rotateRight(early, 7) ^ rotateRight(early, 18) ^ (early >>> 3);
      const second = rotateRight(late, 17) ^ rotateRight(late, 19) ^ (late >>> 10);
      schedule.push((schedule[step - 16] + first + schedule[step - 7] + second) | 0);
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let step = 0; step < 64; step++) {
      const upper = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
      const choice = (e & f) ^ (~e & g);
      const first = (h + upper + choice + SHA256_TABLE[step] + schedule[step]) | 0;
      const lower = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
      const second = (lower + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    state = [a, b, c, d, e, f, g, h].map((word, index) => (state[index] + word) | 0);
  }
  return toBytes(state, false);
}

export const sha256 = (data: Uint8Array): Uint8Array => sha2(data, SHA256_START);
export const sha224 = (data: Uint8Array): Uint8Array => sha2(data, SHA224_START).slice(0, 28);
