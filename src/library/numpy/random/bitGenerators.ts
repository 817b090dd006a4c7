/** Sources of random bits: MT19937 for the legacy functions, PCG64 with SeedSequence for `default_rng`. */

/** What distributions draw from. */
export interface BitGenerator {
  next32(): number;
  /** The next 64 bits as [high, low] 32-bit words. */
  next64(): readonly [number, number];
  /** In [0, 1) with 53 random bits. */
  nextDouble(): number;
  capture(): unknown;
  restore(state: unknown): void;
}

const SIZE = 624;
const SHIFT = 397;

/** The Mersenne Twister with NumPy's legacy seeding. */
export class LegacyTwister implements BitGenerator {
  words = new Uint32Array(SIZE);
  position = SIZE;

  seed(seed: number): void {
    const { words } = this;
    words[0] = seed;
    for (let i = 1; i < SIZE; i++) words[i] = Math.imul(1812433253, words[i - 1] ^ (words[i - 1] >>> 30)) + i;
    this.position = SIZE;
  }

  seedByArray(key: readonly number[]): void {
    const { words } = this;
    this.seed(19650218);
    let i = 1;
    let j = 0;
    for (let k = Math.max(SIZE, key.length); k > 0; k--) {
      words[i] = (words[i] ^ Math.imul(words[i - 1] ^ (words[i - 1] >>> 30), 1664525)) + key[j] + j;
      if (++i >= SIZE) {
        words[0] = words[SIZE - 1];
        i = 1;
      }
      if (++j >= key.length) j = 0;
    }
    for (let k = SIZE - 1; k > 0; k--) {
      words[i] = (words[i] ^ Math.imul(words[i - 1] ^ (words[i - 1] >>> 30), 1566083941)) - i;
      if (++i >= SIZE) {
        words[0] = words[SIZE - 1];
        i = 1;
      }
    }
    words[0] = 0x80000000;
    this.position = SIZE;
  }

  private generate(): void {
    const { words } = this;
    for (let k = 0; k < SIZE; k++) {
      const y = (words[k] & 0x80000000) | (words[k + 1 === SIZE ? 0 : k + 1] & 0x7fffffff);
      const far = k + SHIFT;
      words[k] = words[far >= SIZE ? far - SIZE : far] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }

  next32(): number {
    if (this.position >= SIZE) this.generate();
    let y = this.words[this.position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  next64(): readonly [number, number] {
    const high = this.next32();
    return [high, this.next32()];
  }

  nextDouble(): number {
    const high = this.next32() >>> 5;
    return (high * 67108864 + (this.next32() >>> 6)) / 9007199254740992;
  }

  capture(): { words: Uint32Array; position: number } {
    return { words: this.words.slice(), position: this.position };
  }

  restore(state: unknown): void {
    const saved = state as ReturnType<LegacyTwister['capture']>;
    this.words = saved.words.slice();
    this.position = saved.position;
  }
}

/** NumPy's SeedSequence: spreads entropy over as many 32-bit words as asked for. */
export function generateSeedState(entropy: readonly number[], count: number): Uint32Array {
  const pool = new Uint32Array(4);
  let constant = 0x43b0d7e5;
  const hash = (value: number): number => {
    let mixed = value ^ constant;
    constant = Math.imul(constant, 0x931e8875);
    mixed = Math.imul(mixed, constant);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  const mix = (x: number, y: number): number => {
    const result = Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y);
    return (result ^ (result >>> 16)) >>> 0;
  };
  for (let i = 0; i < 4; i++) pool[i] = hash(entropy[i] ?? 0);
  for (let source = 0; source < 4; source++) {
    for (let target = 0; target < 4; target++) {
      if (source !== target) pool[target] = mix(pool[target], hash(pool[source]));
    }
  }
  for (let source = 4; source < entropy.length; source++) {
    for (let target = 0; target < 4; target++) pool[target] = mix(pool[target], hash(entropy[source]));
  }
  const state = new Uint32Array(count);
  let output = 0x8b51f9dd;
  for (let i = 0; i < count; i++) {
    let value = pool[i % 4] ^ output;
    output = Math.imul(output, 0x58f38ded);
    value = Math.imul(value, output);
    state[i] = value ^ (value >>> 16);
  }
  return state;
}

/** An integer as 32-bit words, least significant first; what SeedSequence takes as entropy. */
export function wordsOf(seed: bigint): number[] {
  const words: number[] = [];
  let rest = seed;
  do {
    words.push(Number(rest & 0xffffffffn));
    rest >>= 32n;
  } while (rest > 0n);
  return words;
}

const MULTIPLIER = [0xf645, 0x9fcc, 0xdf64, 0x4385, 0x5da4, 0x1fc6, 0xed05, 0x2360] as const;

/** PCG-XSL-RR-128/64. The 128-bit state is kept in eight 16-bit limbs, least significant first. */
export class Pcg64 implements BitGenerator {
  private state = new Float64Array(8);
  private increment: Float64Array = new Float64Array(8);
  spare: number | null = null;

  constructor(entropy: readonly number[]) {
    const words = generateSeedState(entropy, 8);
    const wide = (high: number, low: number): bigint => {
      const part = (index: number): bigint =>
        BigInt(words[index * 2]) | (BigInt(words[index * 2 + 1]) << 32n);
      return (part(high) << 64n) | part(low);
    };
    const mask = (1n << 128n) - 1n;
    const increment = ((wide(2, 3) << 1n) | 1n) & mask;
    setLimbs(this.increment, increment);
    this.step();
    setLimbs(this.state, (limbsToBig(this.state) + wide(0, 1)) & mask);
    this.step();
  }

  private step(): void {
    const { state, increment } = this;
    const result = new Float64Array(8);
    let carry = 0;
    for (let k = 0; k < 8; k++) {
      let sum = increment[k] + carry;
      for (let i = 0; i <= k; i++) sum += state[i] * MULTIPLIER[k - i];
      result[k] = sum % 65536;
      carry = Math.floor(sum / 65536);
    }
    this.state = result;
  }

  next64(): readonly [number, number] {
    this.step();
    const s = this.state;
    const high = ((s[7] * 65536 + s[6]) ^ (s[3] * 65536 + s[2])) >>> 0;
    const low = ((s[5] * 65536 + s[4]) ^ (s[1] * 65536 + s[0])) >>> 0;
    const rotation = s[7] >>> 10;
    if (rotation === 0) return [high, low];
    if (rotation < 32) {
      return [
        ((high >>> rotation) | (low << (32 - rotation))) >>> 0,
        ((low >>> rotation) | (high << (32 - rotation))) >>> 0,
      ];
    }
    if (rotation === 32) return [low, high];
    const shift = rotation - 32;
    return [
      ((low >>> shift) | (high << (32 - shift))) >>> 0,
      ((high >>> shift) | (low << (32 - shift))) >>> 0,
    ];
  }

  next32(): number {
    if (this.spare !== null) {
      const value = this.spare;
      this.spare = null;
      return value;
    }
    const [high, low] = this.next64();
    this.spare = high;
    return low;
  }

  nextDouble(): number {
    const [high, low] = this.next64();
    return (high * 2097152 + (low >>> 11)) / 9007199254740992;
  }

  capture(): unknown {
    return { state: this.state.slice(), increment: this.increment, spare: this.spare };
  }

  restore(saved: unknown): void {
    const { state, increment, spare } = saved as {
      state: Float64Array;
      increment: Float64Array;
      spare: number | null;
    };
    this.state = state.slice();
    this.increment = increment;
    this.spare = spare;
  }

  /** The state and the increment as numbers of 128 bits. */
  get numbers(): readonly [state: bigint, increment: bigint] {
    return [limbsToBig(this.state), limbsToBig(this.increment)];
  }

  set numbers([state, increment]: readonly [state: bigint, increment: bigint]) {
    setLimbs(this.state, state);
    this.increment = new Float64Array(8);
    setLimbs(this.increment, increment);
  }

  /** Goes on by so many draws at once. */
  advance(steps: bigint): void {
    const [state, increment] = this.numbers;
    this.numbers = [advanced(state, PCG_MULTIPLIER, increment, steps), increment];
    this.spare = null;
  }
}

export const PCG_MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
const MASK128 = (1n << 128n) - 1n;

/** The state of a linear congruential generator after so many steps, by repeated doubling (Brown). */
export function advanced(state: bigint, multiplier: bigint, increment: bigint, steps: bigint): bigint {
  let [factor, sum] = [1n, 0n];
  let [power, offset] = [multiplier, increment];
  for (let rest = steps & MASK128; rest > 0n; rest >>= 1n) {
    if (rest & 1n) {
      factor = (factor * power) & MASK128;
      sum = (sum * power + offset) & MASK128;
    }
    offset = ((power + 1n) * offset) & MASK128;
    power = (power * power) & MASK128;
  }
  return (factor * state + sum) & MASK128;
}

function setLimbs(limbs: Float64Array, value: bigint): void {
  for (let k = 0; k < 8; k++) limbs[k] = Number((value >> BigInt(16 * k)) & 0xffffn);
}

function limbsToBig(limbs: Float64Array): bigint {
  let value = 0n;
  for (let k = 7; k >= 0; k--) value = (value << 16n) | BigInt(limbs[k]);
  return value;
}
