/** The random module, with CPython's streams for every seed. */

import { encodeText } from '../../python/builtins/codecs.ts';
import {
  bytesOrNull,
  doubleOf,
  integerOf,
  integerOrNull,
  requireKnown,
  stringOrNull,
} from '../../python/builtins/conversions.ts';
import { hashDouble } from '../../python/builtins/hashes.ts';
import { bitLength } from '../../python/builtins/integerArithmetic.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import { IndexError, TypeError as PyTypeError, raise, ValueError } from '../../python/errors.ts';
import { BoundMethod, method, type NativeFunction, named } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { StateKey } from '../../python/state.ts';
import { classOf, objectClass } from '../../python/types.ts';
import {
  NotKnown,
  normalizeInt,
  PyBytes,
  PyFloat,
  PyInstance,
  PyList,
  PyTuple,
  touch,
  Unknown,
  type Value,
} from '../../python/values.ts';
import { MersenneTwister } from './mersenneTwister.ts';
import { distributions } from './randomDistributions.ts';
import { sha512 } from './sha512.ts';

/** A generator; `isSeeded` is false while its stream depends on the time of the run. */
export class RandomGenerator extends PyInstance {
  readonly twister = new MersenneTwister();
  isSeeded = false;
  gaussNext: number | null = null;

  /** A double in [0, 1). */
  next(py: Interpreter): number {
    this.checkSeeded(py);
    return this.twister.random();
  }

  /** An integer of `count` random bits. */
  bits(py: Interpreter, count: number): number | bigint {
    this.checkSeeded(py);
    return this.twister.bits(count);
  }

  /** A uniform integer below `limit`, as `_randbelow` draws it. */
  below(py: Interpreter, limit: number | bigint): number | bigint {
    if (limit === 0) return 0;
    const count = bitLength(limit);
    let value = this.bits(py, count);
    while (value >= limit) value = this.bits(py, count);
    return value;
  }

  private checkSeeded(py: Interpreter): void {
    if (this.isSeeded) return;
    if (!py.running) throw new NotKnown('it is random: no seed is set');
    const chance = () => py.host.chance?.() ?? Math.random();
    this.twister.seedByArray([
      Math.floor(chance() * 2 ** 32),
      Math.floor(chance() * 2 ** 32),
      Math.floor(chance() * 2 ** 32),
    ]);
    this.isSeeded = true;
  }
}

function words(value: bigint): number[] {
  const key: number[] = [];
  for (let left = value; left > 0n; left >>= 32n) key.push(Number(left & 0xffffffffn));
  return key.length === 0 ? [0] : key;
}

function bigEndian(data: Uint8Array): bigint {
  let value = 0n;
  for (const byte of data) value = (value << 8n) | BigInt(byte);
  return value;
}

/** `seed(a, version=2)`. */
function seed(generator: RandomGenerator, value: Value): void {
  requireKnown(value);
  generator.gaussNext = null;
  if (value === null) {
    generator.isSeeded = false;
    return;
  }
  const text = stringOrNull(value);
  const data = text === null ? bytesOrNull(value) : encodeText(text, 'utf-8', 'strict');
  let integer: bigint;
  if (data !== null) integer = bigEndian(Uint8Array.from([...data, ...sha512(data)]));
  else if (value instanceof PyFloat) integer = BigInt.asUintN(64, BigInt(hashDouble(value.value)));
  else {
    const number = integerOrNull(value);
    if (number === null)
      throw raise(
        PyTypeError,
        'The only supported seed types are: None,\nint, float, str, bytes, and bytearray.',
      );
    integer = BigInt(number < 0 ? -number : number);
  }
  generator.twister.seedByArray(words(integer));
  generator.isSeeded = true;
}

const self = (value: Value): RandomGenerator => value as RandomGenerator;
const float = (value: number): PyFloat => new PyFloat(value);

function randrange(
  py: Interpreter,
  generator: RandomGenerator,
  start: Value,
  stop: Value,
  step: Value,
): Value {
  const first = integerOf(py, start);
  if (stop === null) {
    if (first > 0) return generator.below(py, first);
    throw raise(ValueError, 'empty range for randrange()');
  }
  const last = integerOf(py, stop);
  const width = BigInt(last) - BigInt(first);
  const stride = BigInt(integerOf(py, step));
  if (stride === 1n) {
    if (width > 0n) return normalizeInt(BigInt(first) + BigInt(generator.below(py, normalizeInt(width))));
    throw raise(ValueError, `empty range for randrange() (${first}, ${last}, ${width})`);
  }
  if (stride === 0n) throw raise(ValueError, 'zero step for randrange()');
  const count = stride > 0n ? (width + stride - 1n) / stride : (width + stride + 1n) / stride;
  if (count <= 0n) throw raise(ValueError, 'empty range for randrange()');
  return normalizeInt(BigInt(first) + stride * BigInt(generator.below(py, normalizeInt(count))));
}

function choice(py: Interpreter, generator: RandomGenerator, sequence: Value): Value {
  const length = py.length(sequence);
  if (length === 0) throw raise(IndexError, 'Cannot choose from an empty sequence');
  return py.getItem(sequence, generator.below(py, length));
}

function shuffle(py: Interpreter, generator: RandomGenerator, sequence: Value): void {
  if (!(sequence instanceof PyList) || sequence.cls.userDefined) {
    for (let i = py.length(sequence) - 1; i > 0; i--) {
      const j = generator.below(py, i + 1);
      const [a, b] = [py.getItem(sequence, i), py.getItem(sequence, j)];
      py.setItem(sequence, i, b);
      py.setItem(sequence, j, a);
    }
    return;
  }
  touch(sequence);
  try {
    const { items } = sequence;
    for (let i = items.length - 1; i > 0; i--) {
      const j = Number(generator.below(py, i + 1));
      [items[i], items[j]] = [items[j], items[i]];
    }
  } catch (error) {
    if (!(error instanceof NotKnown)) throw error;
    // The order is unknown, the length is not.
    sequence.items = sequence.items.map(() => new Unknown(error.reason));
  }
}

function sample(
  py: Interpreter,
  generator: RandomGenerator,
  population: Value,
  k: Value,
  counts: Value,
): Value {
  if (classOf(requireKnown(population)).lookup('__getitem__') === undefined || population instanceof PyDict) {
    throw raise(PyTypeError, 'Population must be a sequence.  For dicts or sets, use sorted(d).');
  }
  let pool = py.collect(population);
  if (counts !== null) {
    const times = py.collect(counts).map(count => Number(integerOf(py, count)));
    pool = pool.flatMap((value, index) => new Array<Value>(times[index]).fill(value));
  }
  const size = Number(integerOf(py, k));
  const total = pool.length;
  if (size < 0 || size > total) throw raise(ValueError, 'Sample larger than population or is negative');
  const result: Value[] = [];
  let setSize = 21;
  if (size > 5) setSize += 4 ** Math.ceil(Math.log(size * 3) / Math.log(4));
  if (total <= setSize) {
    const left = pool.slice();
    for (let i = 0; i < size; i++) {
      const j = Number(generator.below(py, total - i));
      result.push(left[j]);
      left[j] = left[total - i - 1];
    }
  } else {
    const chosen = new Set<number>();
    for (let i = 0; i < size; i++) {
      let j = Number(generator.below(py, total));
      while (chosen.has(j)) j = Number(generator.below(py, total));
      chosen.add(j);
      result.push(pool[j]);
    }
  }
  return new PyList(result);
}

function choices(
  py: Interpreter,
  generator: RandomGenerator,
  population: Value,
  weights: Value,
  cumulative: Value,
  k: Value,
): Value {
  const count = Number(integerOf(py, k));
  const items = py.collect(population);
  if (weights !== null && cumulative !== null)
    throw raise(PyTypeError, 'Cannot specify both weights and cumulative weights');
  if (weights === null && cumulative === null) {
    if (items.length === 0) throw raise(IndexError, 'Cannot choose from an empty population');
    return new PyList(
      Array.from({ length: count }, () => items[Math.floor(generator.next(py) * items.length)]),
    );
  }
  let running = 0;
  const sums = py
    .collect(cumulative ?? weights)
    .map(weight => (cumulative === null ? (running += doubleOf(py, weight)) : doubleOf(py, weight)));
  if (sums.length !== items.length)
    throw raise(ValueError, 'The number of weights does not match the population');
  const total = sums.at(-1)!;
  if (!(total > 0)) throw raise(ValueError, 'Total of weights must be greater than zero');
  if (!Number.isFinite(total)) throw raise(ValueError, 'Total of weights must be finite');
  const pick = () => {
    const target = generator.next(py) * total;
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (target < sums[middle]) high = middle;
      else low = middle + 1;
    }
    return items[low];
  };
  return new PyList(Array.from({ length: count }, pick));
}

const methods: NativeFunction[] = [
  method('__init__(self, x=None)', ([generator, x]) => {
    seed(self(generator), x);
    return null;
  }),
  method('seed(self, a=None, version=2)', ([generator, a]) => {
    seed(self(generator), a);
    return null;
  }),
  method('random(self)', ([generator], py) => float(self(generator).next(py))),
  method('getrandbits(self, k)', ([generator, k], py) => {
    const count = integerOf(py, k);
    if (count < 0) throw raise(ValueError, 'number of bits must be non-negative');
    return count === 0 ? 0 : self(generator).bits(py, Number(count));
  }),
  method('randbytes(self, n)', ([generator, n], py) => {
    const size = Number(integerOf(py, n));
    let bits = size === 0 ? 0n : BigInt(self(generator).bits(py, size * 8));
    const data = new Uint8Array(size);
    for (let i = 0; i < size; i++, bits >>= 8n) data[i] = Number(bits & 255n);
    return new PyBytes(data);
  }),
  method('randrange(self, start, stop=None, step=1)', ([generator, start, stop, step], py) =>
    randrange(py, self(generator), start, stop, step),
  ),
  method('randint(self, a, b)', ([generator, a, b], py) =>
    randrange(py, self(generator), a, py.binary('Add', b, 1), 1),
  ),
  method('choice(self, seq)', ([generator, sequence], py) => choice(py, self(generator), sequence)),
  method(
    'choices(self, population, weights=None, *, cum_weights=None, k=1)',
    ([generator, population, weights, cumulative, k], py) =>
      choices(py, self(generator), population, weights, cumulative, k),
  ),
  method('shuffle(self, x)', ([generator, sequence], py) => {
    shuffle(py, self(generator), sequence);
    return null;
  }),
  method('sample(self, population, k, *, counts=None)', ([generator, population, k, counts], py) =>
    sample(py, self(generator), population, k, counts),
  ),
  method('getstate(self)', ([generator]) => {
    const { twister, gaussNext } = self(generator);
    const state = new PyTuple([...twister.state(), twister.position]);
    return new PyTuple([3, state, gaussNext === null ? null : float(gaussNext)]);
  }),
  method('setstate(self, state)', ([generator, state], py) => {
    const parts = py.collect(state);
    if (parts.length !== 3 || parts[0] !== 3)
      throw raise(
        ValueError,
        `state with version ${py.str(parts[0])} passed to Random.setstate() of version 3`,
      );
    const numbers = py.collect(parts[1]).map(value => Number(integerOf(py, value)));
    self(generator).twister.restore(numbers.slice(0, 624), numbers[624]);
    self(generator).gaussNext = parts[2] instanceof PyFloat ? parts[2].value : null;
    self(generator).isSeeded = true;
    return null;
  }),
  ...distributions,
];

const randomClass = new PyClass('Random', [objectClass], named(...methods), {
  module: 'random',
  allocate: cls => new RandomGenerator(cls),
});

/** The module's own generator. */
const sharedGenerator = new StateKey<RandomGenerator>('random', () => new RandomGenerator(randomClass));

export const module: LibraryModule = {
  name: 'random',
  entries: py => {
    const shared = py.state(sharedGenerator);
    const bound = methods
      .filter(item => item.name !== '__init__')
      .map((item): [string, Value] => [item.name, new BoundMethod(shared, item)]);
    return [...bound, ['Random', randomClass]];
  },
  unmodelled: new Set(['SystemRandom']),
};
