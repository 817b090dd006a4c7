/** What a bit generator tells of itself: its state, which can be set, streams far ahead, and children of its seed. */
import type { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { NotImplementedError, raise, TypeError, ValueError } from '../../../python/errors.ts';
import { named, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, normalizeInt, PyList, touch, type Value } from '../../../python/values.ts';
import { integerArgument } from '../arguments.ts';
import { toArray } from '../conversion.ts';
import { defineMethod } from '../definition.ts';
import { concreteArray, requireData, requireNumbers } from '../ndarray.ts';
import { contiguousItems, fromItems } from '../storage.ts';
import { type BitGenerator, LegacyTwister, Pcg64 } from './bitGenerators.ts';
import { Pcg64Dxsm, Philox, Sfc64 } from './counterGenerators.ts';
import { GeneratorDraws } from './distributions.ts';
import { generatorClass, RandomStream, SeedEntropy } from './streams.ts';

const words64 = (words: readonly bigint[]): Value =>
  concreteArray(fromItems(BigUint64Array.from(words), [words.length], 'uint64'));

function nameOf(bits: BitGenerator): string {
  if (bits instanceof Pcg64) return 'PCG64';
  if (bits instanceof Pcg64Dxsm) return 'PCG64DXSM';
  if (bits instanceof Philox) return 'Philox';
  return bits instanceof Sfc64 ? 'SFC64' : 'MT19937';
}

function stateOf(bits: BitGenerator): PyDict {
  const name = nameOf(bits);
  if (bits instanceof LegacyTwister) {
    const { words, position } = bits.capture();
    const key = concreteArray(fromItems(words, [words.length], 'uint32'));
    const state = PyDict.fromStrings([
      ['key', key],
      ['pos', position],
    ]);
    return PyDict.fromStrings([
      ['bit_generator', name],
      ['state', state],
    ]);
  }
  const { spare } = bits as Pcg64;
  const rest: [string, Value][] = [
    ['has_uint32', spare === null ? 0 : 1],
    ['uinteger', spare ?? 0],
  ];
  const inner: [string, Value][] = [];
  if (bits instanceof Pcg64 || bits instanceof Pcg64Dxsm) {
    const [state, increment] = bits.numbers;
    inner.push(['state', normalizeInt(state)], ['inc', normalizeInt(increment)]);
  } else if (bits instanceof Philox) {
    const counter = [0n, 64n, 128n, 192n].map(shift => (bits.counter >> shift) & ((1n << 64n) - 1n));
    inner.push(['counter', words64(counter)], ['key', words64(bits.key)]);
    rest.unshift(['buffer', words64(bits.buffer)], ['buffer_pos', bits.given]);
  } else inner.push(['state', words64((bits as Sfc64).words)]);
  return PyDict.fromStrings([['bit_generator', name], ['state', PyDict.fromStrings(inner)], ...rest]);
}

function setState(bits: BitGenerator, state: Value, py: Interpreter): void {
  if (!(state instanceof PyDict)) throw raise(TypeError, 'state must be a dict');
  const at = (from: Value, name: string): Value => py.callMethod(from, '__getitem__', [name]);
  const name = nameOf(bits);
  if (at(state, 'bit_generator') !== name)
    throw raise(ValueError, `state must be for a ${name} ${name.startsWith('PCG64') ? 'RNG' : 'PRNG'}`);
  const inner = at(state, 'state');
  const whole = (value: Value): bigint => BigInt(value as number | bigint);
  const words = (value: Value): bigint[] =>
    Array.from(contiguousItems(requireData(toArray(value, py))) as ArrayLike<number | bigint>, BigInt);
  if (bits instanceof LegacyTwister) {
    const key = Uint32Array.from(requireNumbers(toArray(at(inner, 'key'), py)));
    bits.restore({ words: key, position: integerArgument(at(inner, 'pos'), py) });
    return;
  }
  if (bits instanceof Pcg64 || bits instanceof Pcg64Dxsm)
    bits.numbers = [whole(at(inner, 'state')), whole(at(inner, 'inc'))];
  else if (bits instanceof Philox) {
    bits.counter = words(at(inner, 'counter')).reduce((sum, word, i) => sum | (word << BigInt(64 * i)), 0n);
    bits.key = words(at(inner, 'key')) as [bigint, bigint];
    bits.buffer = words(at(state, 'buffer'));
    bits.given = integerArgument(at(state, 'buffer_pos'), py);
  } else (bits as Sfc64).words = words(at(inner, 'state')) as Sfc64['words'];
  const hasSpare = integerArgument(at(state, 'has_uint32'), py) !== 0;
  (bits as Pcg64).spare = hasSpare ? integerArgument(at(state, 'uinteger'), py) : null;
}

/** How far `jumped` goes: the golden ratio of the period. */
const JUMP = 0x9e3779b97f4a7c15f39cc0605cedc835n;

function advance(bits: BitGenerator, steps: bigint, jumps: boolean): void {
  if (bits instanceof Pcg64 || bits instanceof Pcg64Dxsm) bits.advance(jumps ? steps * JUMP : steps);
  else if (bits instanceof Philox) bits.advance(jumps ? steps << 128n : steps);
  else
    throw raise(
      NotImplementedError,
      `numpy.random.${nameOf(bits)}.${jumps ? 'jumped' : 'advance'} is not supported by Kerascope`,
    );
}

function copyOf(stream: RandomStream): RandomStream {
  const { bits } = stream.draws;
  const fresh: BitGenerator = Object.assign(Object.create(Object.getPrototypeOf(bits)) as object, bits);
  fresh.restore(bits.capture());
  const copy = new RandomStream(stream.cls, new GeneratorDraws(fresh), false);
  copy.seeds = stream.seeds;
  return copy;
}

function childrenOf(stream: RandomStream, count: Value, py: Interpreter): Value[] {
  const parent = stream.seeds;
  if (parent === null) throw raise(TypeError, 'The underlying SeedSequence does not implement spawning.');
  touch(parent);
  return Array.from({ length: integerArgument(count, py) }, () => {
    const child = new SeedEntropy(parent.cls, parent.entropy, [...parent.key, parent.spawned++]);
    child.given = parent.given;
    return child;
  });
}

const known = (py: Interpreter): void => {
  if (!py.running) throw new NotKnown('the state of a random stream');
};

/** Puts the members into the class of bit generators, and `bit_generator` and `spawn` into Generator. */
export function installStates(base: PyClass, classes: readonly PyClass[]): void {
  const members = [
    property(
      'state',
      (self, py) => {
        known(py);
        return stateOf((self as RandomStream).draws.bits);
      },
      (self, value, py) => {
        touch(self as RandomStream);
        if (py.running) setState((self as RandomStream).draws.bits, value, py);
      },
    ),
    property('seed_seq', self => (self as RandomStream).seeds),
    property('_seed_seq', self => (self as RandomStream).seeds),
    ...named(
      defineMethod(
        'spawn(self, n_children)',
        'Bit generators seeded by children of the seed.',
        ([self, n], py) => {
          const stream = self as RandomStream;
          return new PyList(childrenOf(stream, n, py).map(child => py.call(stream.cls, [child])));
        },
      ),
    ),
  ];
  for (const [name, value] of members) base.attributes.map.set(name, value);
  const ahead = named(
    defineMethod('jumped(self, jumps=1)', 'A bit generator far ahead of this one.', ([self, jumps], py) => {
      const copy = copyOf(self as RandomStream);
      if (py.running) advance(copy.draws.bits, BigInt(integerArgument(jumps, py)), true);
      return copy;
    }),
    defineMethod('advance(self, delta)', 'Goes on by so many draws.', ([self, delta], py) => {
      touch(self as RandomStream);
      if (py.running) advance((self as RandomStream).draws.bits, BigInt(delta as number | bigint), false);
      return self;
    }),
  );
  for (const cls of classes) {
    if (cls.name === 'SFC64') continue;
    for (const [name, value] of ahead)
      if (name === 'jumped' || cls.name !== 'MT19937') cls.attributes.map.set(name, value);
  }
  const ofGenerators = [
    property('bit_generator', self => {
      const stream = self as RandomStream;
      if (stream.source === null) {
        const cls = classes.find(each => each.name === nameOf(stream.draws.bits))!;
        stream.source = new RandomStream(cls, stream.draws, false);
        stream.source.seeds = stream.seeds;
      }
      return stream.source;
    }),
    ...named(
      defineMethod(
        'spawn(self, n_children)',
        'Generators seeded by children of the seed.',
        ([self, n], py) => {
          const stream = self as RandomStream;
          const cls = classes.find(each => each.name === nameOf(stream.draws.bits))!;
          return new PyList(
            childrenOf(stream, n, py).map(child => py.call(generatorClass, [py.call(cls, [child])])),
          );
        },
      ),
    ),
  ];
  for (const [name, value] of ofGenerators) generatorClass.attributes.map.set(name, value);
}
