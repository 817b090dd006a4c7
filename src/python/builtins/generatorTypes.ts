/** Generators, coroutines and asynchronous generators as Python objects; `aiter` and `anext`. */
import { PyClass } from '../classes.ts';
import { TypeError as PyTypeError, PythonError, raise, StopAsyncIteration } from '../errors.ts';
import {
  AwaitIterator,
  awaitValue,
  type PyAsyncGenerator,
  PyAwaitable,
  type PyCoroutine,
} from '../evaluate/coroutines.ts';
import type { FrameRun, Piece, PyGenerator } from '../evaluate/generators.ts';
import { method, type NativeFunction, named, native, property, suspendableMethod } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { addressOf } from '../operations/text.ts';
import { Pending, type Suspendable, settle } from '../suspension.ts';
import { asyncGeneratorClass, classOf, coroutineClass, generatorClass, objectClass } from '../types.ts';
import { PyInstance, type PyObject, Unknown, type Value } from '../values.ts';
import { stopIteration } from './iterators.ts';

function install(cls: PyClass, entries: Iterable<readonly [string, Value]>): void {
  for (const [name, value] of entries) cls.attributes.map.set(name, value);
}

/** The exception that `throw(type_or_instance, value)` means. */
function thrown(py: Interpreter, type: Value, value: Value): PythonError {
  const exception =
    type instanceof PyClass ? (value === null ? py.call(type, []) : py.call(type, [value])) : type;
  if (exception instanceof PyInstance) return new PythonError(exception);
  throw raise(
    PyTypeError,
    `exceptions must be classes or instances deriving from BaseException, not ${classOf(type).name}`,
  );
}

function installGenerators(): void {
  const resume = (generator: PyGenerator, kind: 'next' | 'throw', input: unknown): Value | Pending => {
    const result = generator.resume(kind, input);
    if (result instanceof Pending) return new Pending(orStop(generator, result));
    if (result === undefined) throw stopIteration(generator.returned);
    return result;
  };
  function* orStop(generator: PyGenerator, result: Pending): Suspendable<Value> {
    const value = (yield* settle(result)) as Value | undefined;
    if (value === undefined) throw stopIteration(generator.returned);
    return value;
  }
  install(generatorClass, [
    ...named(
      method('__iter__(self, /)', ([self]) => self),
      suspendableMethod('__next__(self, /)', function* ([self]) {
        return yield* settle(resume(self as PyGenerator, 'next', null));
      }),
      suspendableMethod('send(self, value, /)', function* ([self, value]) {
        return yield* settle(resume(self as PyGenerator, 'next', value));
      }),
      suspendableMethod(
        'throw(self, type, value=None, traceback=None, /)',
        function* ([self, type, value], py) {
          return yield* settle(resume(self as PyGenerator, 'throw', thrown(py, type, value)));
        },
      ),
      method('close(self, /)', ([self]) => {
        (self as PyGenerator).close();
        return null;
      }),
    ),
    ...descriptions('generator', 'gi', self => (self as PyGenerator).run),
  ]);
}

/** What the three kinds tell of their frame. */
function descriptions(
  kind: string,
  prefix: string,
  runOf: (self: Value) => FrameRun,
): (readonly [string, Value])[] {
  return [
    ...named(
      method(
        '__repr__(self, /)',
        ([self]) => `<${kind} object ${runOf(self).frame.scope.name} at ${addressOf(self as PyObject)}>`,
      ),
    ),
    property('__name__', self => runOf(self).frame.func?.code.name ?? '<genexpr>'),
    property('__qualname__', self => runOf(self).frame.scope.name),
    property(`${prefix}_running`, self => runOf(self).state === 'running'),
    property(`${prefix}_frame`, self => (runOf(self).state === 'closed' ? null : self)),
    property(`${prefix}_await`, () => null),
    property(`${prefix}_code`, (self, py) => {
      const { func } = runOf(self).frame;
      return func === null ? null : py.getAttribute(func, '__code__');
    }),
  ];
}

function installCoroutines(): void {
  function* outcome(run: FrameRun, piece: Piece | Pending<Piece>): Suspendable<Value> {
    const settled = yield* settle(piece);
    if (settled === 'end') throw stopIteration(run.returned);
    return settled.value;
  }
  install(coroutineClass, [
    ...named(
      suspendableMethod('send(self, value, /)', function* ([self, value]) {
        const coroutine = self as PyCoroutine;
        coroutine.demandFresh();
        return yield* outcome(coroutine.run, coroutine.run.resume('next', value));
      }),
      suspendableMethod(
        'throw(self, type, value=None, traceback=None, /)',
        function* ([self, type, value], py) {
          const coroutine = self as PyCoroutine;
          coroutine.demandFresh();
          return yield* outcome(coroutine.run, coroutine.run.resume('throw', thrown(py, type, value)));
        },
      ),
      method('close(self, /)', ([self]) => {
        (self as PyCoroutine).run.close();
        return null;
      }),
      method('__await__(self, /)', ([self]) => new AwaitIterator((self as PyCoroutine).awaited())),
    ),
    ...descriptions('coroutine', 'cr', self => (self as PyCoroutine).run),
  ]);
}

const stepClass = new PyClass('async_generator_asend', [objectClass], awaitableMethods(), {
  subclassable: false,
});
const throwClass = new PyClass('async_generator_athrow', [objectClass], awaitableMethods(), {
  subclassable: false,
});

/** The methods of a library's awaitable objects. */
function awaitableMethods(): [string, Value][] {
  return named(method('__await__(self, /)', ([self]) => new AwaitIterator((self as PyAwaitable).start())));
}

function installAsyncGenerators(): void {
  function* advanced(
    generator: PyAsyncGenerator,
    kind: 'next' | 'throw',
    input: unknown,
  ): Suspendable<Value> {
    const value = yield* generator.step(kind, input);
    if (value === undefined) throw new PythonError(StopAsyncIteration.allocate() as PyInstance);
    return value;
  }
  const step = (self: Value, value: Value) =>
    new PyAwaitable(stepClass, () => advanced(self as PyAsyncGenerator, 'next', value));
  install(asyncGeneratorClass, [
    ...named(
      method('__aiter__(self, /)', ([self]) => self),
      method('__anext__(self, /)', ([self]) => step(self, null)),
      method('asend(self, value, /)', ([self, value]) => step(self, value)),
      method(
        'athrow(self, type, value=None, traceback=None, /)',
        ([self, type, value], py) =>
          new PyAwaitable(throwClass, () =>
            advanced(self as PyAsyncGenerator, 'throw', thrown(py, type, value)),
          ),
      ),
      method(
        'aclose(self, /)',
        ([self]) => new PyAwaitable(throwClass, () => (self as PyAsyncGenerator).finish()),
      ),
    ),
    ...descriptions('async_generator', 'ag', self => (self as PyAsyncGenerator).run),
  ]);
}

/** Gives every class its methods. */
export function installGeneratorTypes(): void {
  installGenerators();
  installCoroutines();
  installAsyncGenerators();
}

const NO_DEFAULT = '(no default)';

/** `anext(iterator, default)`: the default stands for the end. */
function* orDefault(py: Interpreter, awaited: Value, fallback: Value): Suspendable<Value> {
  try {
    return yield* awaitValue(py, awaited);
  } catch (error) {
    if (error instanceof PythonError && error.exception.cls.isSubclassOf(StopAsyncIteration)) return fallback;
    throw error;
  }
}

const anextClass = new PyClass('anext_awaitable', [objectClass], awaitableMethods(), { subclassable: false });

export const awaitingFunctions: readonly NativeFunction[] = [
  native('aiter(async_iterable, /)', ([iterable], py) => {
    if (iterable instanceof Unknown) return iterable;
    const open = classOf(iterable).lookup('__aiter__') ?? null;
    if (open === null)
      throw raise(PyTypeError, `'${classOf(iterable).name}' object is not an async iterable`);
    return py.call(open, [iterable]);
  }),
  native(`anext(async_iterator, default='${NO_DEFAULT}', /)`, ([iterator, fallback], py) => {
    if (iterator instanceof Unknown) return iterator;
    const next = classOf(iterator).lookup('__anext__') ?? null;
    if (next === null)
      throw raise(PyTypeError, `'${classOf(iterator).name}' object is not an async iterator`);
    const awaited = py.call(next, [iterator]);
    if (fallback === NO_DEFAULT) return awaited;
    return new PyAwaitable(anextClass, () => orDefault(py, awaited, fallback));
  }),
];
