/** The Mersenne Twister MT19937, as CPython's random module runs it. */
import { normalizeInt } from '../../python/values.ts';

const SIZE = 624;
const SHIFT = 397;

export class MersenneTwister {
  private words = new Uint32Array(SIZE);
  position = SIZE;

  /** `init_by_array`. */
  seedByArray(key: readonly number[]): void {
    const words = this.words;
    this.seedByNumber(19650218);
    let i = 1;
    let j = 0;
    for (let k = Math.max(SIZE, key.length); k > 0; k--) {
      const previous = words[i - 1] ^ (words[i - 1] >>> 30);
      words[i] = (words[i] ^ Math.imul(previous, 1664525)) + key[j] + j;
      if (++i >= SIZE) {
        words[0] = words[SIZE - 1];
        i = 1;
      }
      if (++j >= key.length) j = 0;
    }
    for (let k = SIZE - 1; k > 0; k--) {
      const previous = words[i - 1] ^ (words[i - 1] >>> 30);
      words[i] = (words[i] ^ Math.imul(previous, 1566083941)) - i;
      if (++i >= SIZE) {
        words[0] = words[SIZE - 1];
        i = 1;
      }
    }
    words[0] = 0x80000000;
    this.position = SIZE;
  }

  /** `init_genrand`: seeding by a single number, as C++ does it. */
  seedByNumber(seed: number): void {
    const words = this.words;
    words[0] = seed;
    for (let i = 1; i < SIZE; i++) words[i] = Math.imul(1812433253, words[i - 1] ^ (words[i - 1] >>> 30)) + i;
    this.position = SIZE;
  }

  /** The next 32 random bits. */
  next32(): number {
    if (this.position >= SIZE) this.generate();
    let y = this.words[this.position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  private generate(): void {
    const words = this.words;
    for (let k = 0; k < SIZE; k++) {
      const y = (words[k] & 0x80000000) | (words[(k + 1) % SIZE] & 0x7fffffff);
      words[k] = words[(k + SHIFT) % SIZE] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }

  /** A double in [0, 1) with 53 random bits. */
  random(): number {
    const a = this.next32() >>> 5;
    const b = this.next32() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  /** `getrandbits(count)`: words from the lowest on. */
  bits(count: number): number | bigint {
    if (count <= 32) return this.next32() >>> (32 - count);
    let value = 0n;
    let left = count;
    for (let shift = 0n; left > 0; shift += 32n, left -= 32) {
      const word = this.next32();
      value |= BigInt(left < 32 ? word >>> (32 - left) : word) << shift;
    }
    return normalizeInt(value);
  }

  state(): number[] {
    return [...this.words];
  }

  restore(words: readonly number[], position: number): void {
    this.words = Uint32Array.from(words);
    this.position = position;
  }
}
