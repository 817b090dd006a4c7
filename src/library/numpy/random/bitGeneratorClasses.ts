/** `np.random.PCG64`, `MT19937`, `Philox`, `SFC64`, `PCG64DXSM` and `SeedSequence` as classes. */
import { PyClass } from '../../../python/classes.ts';
import { method, named, property, StaticMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, PyList, PyTuple, touch, type Value } from '../../../python/values.ts';
import { integerArgument, shapeArgument } from '../arguments.ts';
import { defineMethod } from '../definition.ts';
import { requiredDType } from '../dtypeObjects.ts';
import { abstractArray, concreteArray } from '../ndarray.ts';
import { fromItems, sizeOf } from '../storage.ts';
import { type BitGenerator, generateSeedState, Pcg64 } from './bitGenerators.ts';
import { Pcg64Dxsm, Philox, Sfc64, seededTwister } from './counterGenerators.ts';
import { GeneratorDraws } from './distributions.ts';
import { unknownNumber } from './drawing.ts';
import { installStates } from './generatorStates.ts';
import { entropyOf, RandomStream, SeedEntropy, seedSequenceClass, seedsOf } from './streams.ts';

/** `np.random.BitGenerator`. */
export const bitGeneratorClass = new PyClass(
  'BitGenerator',
  [objectClass],
  named(
    defineMethod('random_raw(self, size=None, output=True)', 'Random 64-bit words.', ([self, size], py) => {
      const stream = self as RandomStream;
      const shape = size === null ? [] : (shapeArgument(size, py) as number[]);
      touch(stream);
      if (!py.running) return size === null ? unknownNumber('uint64') : abstractArray(shape, 'uint64');
      const words = BigUint64Array.from({ length: sizeOf(shape) }, () =>
        rawWord(stream.draws.bits, stream.cls),
      );
      if (size === null) return words[0] > 9007199254740991n ? words[0] : Number(words[0]);
      return concreteArray(fromItems(words, shape, 'uint64'));
    }),
  ),
  { module: 'numpy.random.bit_generator' },
);

/** What the generator itself gives: 64 bits, 32 from the Mersenne Twister. */
function rawWord(bits: BitGenerator, cls: PyClass): bigint {
  if (cls.name === 'MT19937') return BigInt(bits.next32());
  const [high, low] = bits.next64();
  return (BigInt(high) << 32n) | BigInt(low);
}

const kinds: readonly (readonly [string, string, (entropy: readonly number[]) => BitGenerator])[] = [
  ['PCG64', '_pcg64', entropy => new Pcg64(entropy)],
  ['PCG64DXSM', '_pcg64', entropy => new Pcg64Dxsm(entropy)],
  ['MT19937', '_mt19937', seededTwister],
  ['Philox', '_philox', entropy => new Philox(entropy)],
  ['SFC64', '_sfc64', entropy => new Sfc64(entropy)],
];

function bitGenerator(
  name: string,
  module: string,
  make: (entropy: readonly number[]) => BitGenerator,
): PyClass {
  const cls: PyClass = new PyClass(
    name,
    [bitGeneratorClass],
    [
      [
        '__new__',
        new StaticMethod(
          defineMethod('__new__(cls, seed=None)', 'Random bits from a seed.', ([, seed], py) => {
            const seeds = seedsOf(seed, py);
            const stream = new RandomStream(cls, new GeneratorDraws(make(seeds.words)), false);
            stream.seeds = seeds;
            return stream;
          }),
        ),
      ],
    ],
    { module: `numpy.random.${module}` },
  );
  return cls;
}

const entropyClass = seedSequenceClass;

const entropyMembers: readonly (readonly [string, Value])[] = [
  [
    '__new__',
    new StaticMethod(
      defineMethod(
        '__new__(cls, entropy=None, *, spawn_key=(), pool_size=4)',
        'Entropy for independent streams.',
        ([, entropy, key], py) => {
          const seeds = new SeedEntropy(entropyClass, entropyOf(entropy, py), keyOf(key, py));
          seeds.given = entropy;
          return seeds;
        },
      ),
    ),
  ],
  ...named(
    defineMethod(
      'generate_state(self, n_words, dtype="uint32")',
      'Words of seed.',
      ([self, count, dtype], py) => {
        const wide = requiredDType(dtype, py) === 'uint64';
        const length = integerArgument(count, py);
        if (!py.running) return abstractArray([length], wide ? 'uint64' : 'uint32');
        const words = generateSeedState((self as SeedEntropy).words, wide ? 2 * length : length);
        if (!wide) return concreteArray(fromItems(words, [length], 'uint32'));
        const pairs = BigUint64Array.from(
          { length },
          (_, i) => BigInt(words[2 * i]) | (BigInt(words[2 * i + 1]) << 32n),
        );
        return concreteArray(fromItems(pairs, [length], 'uint64'));
      },
    ),
    method('spawn(self, n_children)', ([self, count], py) => {
      const parent = self as SeedEntropy;
      touch(parent);
      const children = Array.from({ length: integerArgument(count, py) }, () => {
        const child = new SeedEntropy(entropyClass, parent.entropy, [...parent.key, parent.spawned++]);
        child.given = parent.given;
        return child;
      });
      return new PyList(children);
    }),
  ),
  property('entropy', self => {
    const seeds = self as SeedEntropy;
    if (seeds.given === null) throw new NotKnown('entropy of chance');
    return seeds.given;
  }),
  property('spawn_key', self => new PyTuple([...(self as SeedEntropy).key])),
  property('n_children_spawned', self => (self as SeedEntropy).spawned),
];
for (const [name, value] of entropyMembers) entropyClass.attributes.map.set(name, value);

const keyOf = (value: Value, py: Interpreter): number[] =>
  py.collect(value).map(item => integerArgument(item, py));

const bitGeneratorClasses = kinds.map(([name, module, make]) => bitGenerator(name, module, make));
installStates(bitGeneratorClass, bitGeneratorClasses);

/** The classes by name. */
export function bitGeneratorEntries(): [string, Value][] {
  const made = bitGeneratorClasses.map((cls): [string, Value] => [cls.name, cls]);
  return [...made, ['BitGenerator', bitGeneratorClass], ['SeedSequence', entropyClass]];
}
