/** Streams of random numbers and where they start: seeds, and the stream behind `np.random`'s functions. */
import { PyClass } from '../../../python/classes.ts';
import { raise, TypeError, ValueError } from '../../../python/errors.ts';
import { type Interpreter, StateKey } from '../../../python/interpreter.ts';
import { objectClass } from '../../../python/types.ts';
import { type Mutable, NotKnown, PyObject, Unknown, type Value } from '../../../python/values.ts';
import { integerArgument } from '../arguments.ts';
import { castArray } from '../casting.ts';
import { toArray } from '../conversion.ts';
import { kindOf } from '../dtypes.ts';
import { requireNumbers } from '../ndarray.ts';
import { LegacyTwister, Pcg64, wordsOf } from './bitGenerators.ts';
import { type Draws, GeneratorDraws, LegacyDraws } from './distributions.ts';

/** A stream of random numbers: RandomState, Generator, and the one behind `np.random`'s functions. */
export class RandomStream extends PyObject implements Mutable {
  cls: PyClass;
  draws: Draws;
  readonly legacy: boolean;
  /** The bit generator that a Generator draws from, as a value of its own. */
  source: RandomStream | null = null;
  /** What the stream was seeded with, for children of it. */
  seeds: SeedEntropy | null = null;
  /** The number it was last seeded with, null for chance, undefined where something else set it, and how often. */
  seed: number | null | undefined = null;
  seedings = 0;
  constructor(cls: PyClass, draws: Draws, legacy: boolean) {
    super();
    this.cls = cls;
    this.draws = draws;
    this.legacy = legacy;
  }

  capture(): unknown {
    return {
      bits: this.draws.bits.capture(),
      spare: this.draws instanceof LegacyDraws ? this.draws.spare : null,
      seed: this.seed,
      seedings: this.seedings,
    };
  }

  /** Notes what the stream begins with anew. */
  begin(seed: Value | undefined): void {
    this.seed = seed === null ? null : typeof seed === 'number' ? seed : undefined;
    this.seedings++;
  }

  restore(state: unknown): void {
    const { bits, spare, seed, seedings } = state as {
      bits: unknown;
      spare: number | null;
      seed: RandomStream['seed'];
      seedings: number;
    };
    this.seed = seed;
    this.seedings = seedings;
    this.draws.bits.restore(bits);
    if (this.draws instanceof LegacyDraws) this.draws.spare = spare;
  }

  join(state: unknown): void {
    // Under analysis nothing is ever drawn from a stream, so both branches leave it the same but for seeds.
    if ((state as { seedings: number }).seedings !== this.seedings) this.begin(undefined);
  }
}

export const randomStateClass: PyClass = new PyClass('RandomState', [objectClass], [], {
  module: 'numpy.random.mtrand',
  errorName: 'numpy.random.mtrand.RandomState',
  allocate: cls => legacyStream(null, cls),
});
export const generatorClass: PyClass = new PyClass('Generator', [objectClass], [], {
  module: 'numpy.random._generator',
  errorName: 'numpy.random._generator.Generator',
  allocate: cls => new RandomStream(cls, new GeneratorDraws(new Pcg64(freshEntropy())), false),
});

export function freshEntropy(py: Interpreter | null = null): number[] {
  const chance = () => py?.host.chance?.() ?? Math.random();
  return Array.from({ length: 4 }, () => Math.floor(chance() * 4294967296));
}

/** A legacy stream from a seed: an int, a sequence of ints, or null for a fresh one. */
export function legacyStream(
  seed: readonly number[] | number | null,
  cls: PyClass = randomStateClass,
): RandomStream {
  const bits = new LegacyTwister();
  if (typeof seed === 'number') bits.seed(seed);
  else bits.seedByArray(seed ?? freshEntropy());
  return new RandomStream(cls, new LegacyDraws(bits), true);
}

const globalStream = new StateKey<RandomStream>('numpy.random', () => legacyStream(null));
const begun = new StateKey<{ seeded: boolean }>('numpy.random.begun', () => ({ seeded: false }));

/** The stream behind `np.random`'s functions. */
export function sharedStream(py: Interpreter): RandomStream {
  const stream = py.state(globalStream);
  const state = py.state(begun);
  if (!state.seeded) {
    state.seeded = true;
    // The host's own chance, so that a run that goes on from a checkpoint draws what it drew before.
    if (py.running && py.host.chance !== undefined) stream.draws = legacyStream(freshEntropy(py)).draws;
  }
  return stream;
}

/** Reads a legacy seed. */
export function legacySeed(value: Value, py: Interpreter): readonly number[] | number | null {
  if (value === null) return py.running ? freshEntropy(py) : null;
  const array = toArray(value, py);
  if (array.rank > 0) return [...requireNumbers(array)];
  const seed = integerArgument(value, py);
  if (seed < 0 || seed > 4294967295) throw raise(ValueError, 'Seed must be between 0 and 2**32 - 1');
  return seed;
}

/** `np.random.SeedSequence`: entropy, and the key of a spawned child. */
export class SeedEntropy extends PyObject implements Mutable {
  cls: PyClass;
  readonly entropy: readonly number[];
  readonly key: readonly number[];
  /** What the script gave as entropy. */
  given: Value = null;
  spawned = 0;
  constructor(cls: PyClass, entropy: readonly number[], key: readonly number[]) {
    super();
    this.cls = cls;
    this.entropy = entropy;
    this.key = key;
  }

  /** What seeds are made from: the entropy, filled up to the pool's size where a key follows. */
  get words(): number[] {
    if (this.key.length === 0) return [...this.entropy];
    const padded = [...this.entropy];
    while (padded.length < 4) padded.push(0);
    return [...padded, ...this.key.flatMap(part => wordsOf(BigInt(part)))];
  }

  capture(): unknown {
    return this.spawned;
  }

  restore(state: unknown): void {
    this.spawned = state as number;
  }

  join(): void {
    // How many children were spawned only names the next one's stream, which analysis does not follow.
  }
}

/** The entropy of a seed: None, an int, a sequence of ints, a SeedSequence. */
export function entropyOf(seed: Value, py: Interpreter): number[] {
  if (seed === null) return freshEntropy(py);
  if (seed instanceof Unknown) throw new NotKnown(seed.reason);
  if (seed instanceof SeedEntropy) return seed.words;
  if (typeof seed === 'number' || typeof seed === 'bigint') {
    if (seed < 0) throw raise(ValueError, 'expected non-negative integer');
    return wordsOf(BigInt(seed));
  }
  const array = toArray(seed, py);
  if (!'iu'.includes(kindOf(array.dtype)))
    throw raise(TypeError, 'SeedSequence expects int or sequence of ints for entropy not ' + py.repr(seed));
  return [...requireNumbers(castArray(array, 'int64'))].flatMap(word => wordsOf(BigInt(word)));
}

/** A Generator from a seed, or on a bit generator; a Generator itself stays what it is. */
export function makeGenerator(seed: Value, py: Interpreter): Value {
  if (seed instanceof RandomStream) {
    if (seed.cls === generatorClass) return seed;
    const generator = new RandomStream(generatorClass, seed.draws, false);
    generator.source = seed;
    generator.seeds = seed.seeds;
    return generator;
  }
  const seeds = seedsOf(seed, py);
  const generator = new RandomStream(generatorClass, new GeneratorDraws(new Pcg64(seeds.words)), false);
  generator.seeds = seeds;
  generator.begin(seed);
  return generator;
}

/** `np.random.SeedSequence`; bitGeneratorClasses.ts gives it its methods. */
export const seedSequenceClass = new PyClass('SeedSequence', [objectClass], [], {
  module: 'numpy.random.bit_generator',
});

/** The entropy of a seed as a SeedSequence, the given one where it is one. */
export function seedsOf(seed: Value, py: Interpreter): SeedEntropy {
  if (seed instanceof SeedEntropy) return seed;
  const seeds = new SeedEntropy(seedSequenceClass, entropyOf(seed, py), []);
  seeds.given = seed;
  return seeds;
}
