/** The other bit generators of NumPy: SFC64, Philox, PCG64DXSM, and MT19937 seeded by a SeedSequence. */
import {
  advanced,
  type BitGenerator,
  generateSeedState,
  LegacyTwister,
  PCG_MULTIPLIER,
} from './bitGenerators.ts';

const MASK64 = (1n << 64n) - 1n;
const MASK128 = (1n << 128n) - 1n;

/** Bits from a function that gives 64 of them; the upper half of a word is kept for the next 32-bit draw. */
abstract class WideGenerator implements BitGenerator {
  spare: number | null = null;
  protected abstract nextWord(): bigint;
  protected abstract state(): unknown;
  protected abstract setState(state: unknown): void;

  next64(): readonly [number, number] {
    const word = this.nextWord();
    return [Number(word >> 32n), Number(word & 0xffffffffn)];
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
    return Number(this.nextWord() >> 11n) / 9007199254740992;
  }

  capture(): unknown {
    return { state: this.state(), spare: this.spare };
  }

  restore(saved: unknown): void {
    const { state, spare } = saved as { state: unknown; spare: number | null };
    this.setState(state);
    this.spare = spare;
  }
}

/** 64-bit words of seed, as SeedSequence spreads entropy. */
function seedWords(entropy: readonly number[], count: number): bigint[] {
  const words = generateSeedState(entropy, count * 2);
  return Array.from({ length: count }, (_, i) => BigInt(words[2 * i]) | (BigInt(words[2 * i + 1]) << 32n));
}

/** Chris Doty-Humphrey's Small Fast Chaotic generator. */
export class Sfc64 extends WideGenerator {
  /** Three words of state and a counter. */
  words: [bigint, bigint, bigint, bigint];

  constructor(entropy: readonly number[]) {
    super();
    const [a, b, c] = seedWords(entropy, 3);
    this.words = [a, b, c, 1n];
    for (let i = 0; i < 12; i++) this.nextWord();
  }

  protected nextWord(): bigint {
    const [a, b, c, counter] = this.words;
    const result = (a + b + counter) & MASK64;
    const turned = ((c << 24n) | (c >> 40n)) & MASK64;
    this.words = [
      b ^ (b >> 11n),
      (c + (c << 3n)) & MASK64,
      (turned + result) & MASK64,
      (counter + 1n) & MASK64,
    ];
    return result;
  }

  protected state(): unknown {
    return this.words;
  }

  protected setState(state: unknown): void {
    this.words = state as Sfc64['words'];
  }
}

/** Philox 4x64 with ten rounds: a keyed function of a counter. */
export class Philox extends WideGenerator {
  key: readonly [bigint, bigint];
  counter = 0n;
  /** The last four words that were made, and how many of them were given. */
  buffer: readonly bigint[] = [0n, 0n, 0n, 0n];
  given = 4;

  constructor(entropy: readonly number[]) {
    super();
    const [first, second] = seedWords(entropy, 2);
    this.key = [first, second];
  }

  protected nextWord(): bigint {
    if (this.given >= 4) {
      this.counter = (this.counter + 1n) & ((1n << 256n) - 1n);
      this.buffer = this.rounds();
      this.given = 0;
    }
    return this.buffer[this.given++];
  }

  private rounds(): bigint[] {
    let words = [0n, 64n, 128n, 192n].map(shift => (this.counter >> shift) & MASK64);
    let [first, second] = this.key;
    for (let round = 0; round < 10; round++) {
      const left = words[0] * 0xd2e7470ee14c6c93n;
      const right = words[2] * 0xca5a826395121157n;
      words = [
        (right >> 64n) ^ words[1] ^ first,
        right & MASK64,
        (left >> 64n) ^ words[3] ^ second,
        left & MASK64,
      ];
      first = (first + 0x9e3779b97f4a7c15n) & MASK64;
      second = (second + 0xbb67ae8584caa73bn) & MASK64;
    }
    return words;
  }

  /** Goes on by so many blocks of four words at once. */
  advance(blocks: bigint): void {
    this.counter = (this.counter + blocks) & ((1n << 256n) - 1n);
    this.buffer = [0n, 0n, 0n, 0n];
    this.given = 4;
    this.spare = null;
  }

  protected state(): unknown {
    return { key: this.key, counter: this.counter, buffer: this.buffer, given: this.given };
  }

  protected setState(state: unknown): void {
    const saved = state as Pick<Philox, 'key' | 'counter' | 'buffer' | 'given'>;
    this.key = saved.key;
    this.given = saved.given;
    this.counter = saved.counter;
    this.buffer = saved.buffer;
  }
}

const CHEAP_MULTIPLIER = 0xda942042e4dd58b5n;

/** PCG with the DXSM output function, NumPy's next default. */
export class Pcg64Dxsm extends WideGenerator {
  private increment: bigint;
  private value: bigint;

  constructor(entropy: readonly number[]) {
    super();
    const words = seedWords(entropy, 4);
    const wide = (high: number, low: number): bigint => (words[high] << 64n) | words[low];
    this.increment = ((wide(2, 3) << 1n) | 1n) & MASK128;
    // It is seeded as PCG64 is, whose multiplier is another one.
    const step = (value: bigint): bigint => (value * PCG_MULTIPLIER + this.increment) & MASK128;
    this.value = step((step(0n) + wide(0, 1)) & MASK128);
  }

  protected nextWord(): bigint {
    const low = (this.value & MASK64) | 1n;
    let high = this.value >> 64n;
    high ^= high >> 32n;
    high = (high * CHEAP_MULTIPLIER) & MASK64;
    high ^= high >> 48n;
    this.value = (this.value * CHEAP_MULTIPLIER + this.increment) & MASK128;
    return (high * low) & MASK64;
  }

  get numbers(): readonly [state: bigint, increment: bigint] {
    return [this.value, this.increment];
  }

  set numbers([state, increment]: readonly [state: bigint, increment: bigint]) {
    this.value = state;
    this.increment = increment;
  }

  advance(steps: bigint): void {
    this.value = advanced(this.value, CHEAP_MULTIPLIER, this.increment, steps);
    this.spare = null;
  }

  protected state(): unknown {
    return this.numbers;
  }

  protected setState(state: unknown): void {
    this.numbers = state as Pcg64Dxsm['numbers'];
  }
}

/** The Mersenne Twister as `np.random.MT19937(seed)` starts it. */
export function seededTwister(entropy: readonly number[]): LegacyTwister {
  const twister = new LegacyTwister();
  twister.words.set(generateSeedState(entropy, 624));
  twister.words[0] = 0x80000000;
  twister.position = 623;
  return twister;
}
