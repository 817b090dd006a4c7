/** The contextlib module. */

import { isInstanceOf } from '../../python/builtins/objectFunctions.ts';
import { PyClass } from '../../python/classes.ts';
import type { PyDict } from '../../python/collections.ts';
import { PythonError, RuntimeError, raise } from '../../python/errors.ts';
import { PyGenerator } from '../../python/evaluate/generators.ts';
import { hasHandlers, type Swallowing, swallowing } from '../../python/evaluate/trying.ts';
import { method, named, native, suspendableMethod } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { type Pending, settle } from '../../python/suspension.ts';
import { classOf, objectClass } from '../../python/types.ts';
import {
  AttributeMap,
  type PyInstance,
  PyList,
  PyObject,
  type PyTuple,
  type Value,
} from '../../python/values.ts';

import { ASYNCHRONOUS } from './contextlibAsync.ts';

const MODULE = { module: 'contextlib' };

/** What `@contextmanager` functions return: the generator runs to its `yield` and on. */
class GeneratorContext extends PyObject implements Swallowing {
  cls: PyClass = generatorContextClass;
  readonly generator: PyGenerator;
  readonly remake: () => Value;
  constructor(generator: PyGenerator, remake: () => Value) {
    super();
    this.generator = generator;
    this.remake = remake;
    this.attributes = new AttributeMap();
  }

  maySwallow(): boolean {
    return hasHandlers(this.generator);
  }
}

const generatorContextClass = new PyClass(
  '_GeneratorContextManager',
  [objectClass],
  named(
    suspendableMethod('__enter__(self)', function* ([self]) {
      const result = (self as GeneratorContext).generator.resume('next', null);
      if (result === undefined) throw raise(RuntimeError, "generator didn't yield");
      return yield* settle(result as Value | Pending<Value>);
    }),
    suspendableMethod('__exit__(self, type, value, traceback)', function* ([self, type, exception]) {
      const { generator } = self as GeneratorContext;
      if (type === null) {
        const more = (yield* settle(generator.resume('next', null) as Value | Pending<Value>)) as
          | Value
          | undefined;
        if (more !== undefined) throw raise(RuntimeError, "generator didn't stop");
        return false;
      }
      try {
        const result = generator.resume('throw', new PythonError(exception as PyInstance));
        const more = (yield* settle(result as Value | Pending<Value>)) as Value | undefined;
        if (more !== undefined) throw raise(RuntimeError, "generator didn't stop after throw()");
        return true;
      } catch (error) {
        if (error instanceof PythonError && error.exception === exception) return false;
        throw error;
      }
    }),
    method('__call__(self, func)', ([self, func]) =>
      method('inner(*args, **kwargs)', ([args, keywords], py) => {
        const manager = (self as GeneratorContext).remake();
        py.callMethod(manager, '__enter__');
        const result = py.call(func, (args as PyTuple).items, keywords as PyDict);
        py.callMethod(manager, '__exit__', [null, null, null]);
        return result;
      }),
    ),
  ),
  MODULE,
);

/** What `@contextmanager` makes of a generator function; in a class it binds to instances as a function does. */
class ContextFactory extends PyObject {
  override cls: PyClass = contextFactoryClass;
  readonly func: Value;

  constructor(func: Value, py: Interpreter) {
    super();
    this.func = func;
    this.attributes = new AttributeMap([['__wrapped__', func]]);
    for (const name of ['__name__', '__qualname__', '__doc__', '__module__'])
      this.attributes.set(name, py.getAttributeOrUndefined(func, name) ?? null);
  }
}

const contextFactoryClass = new PyClass(
  'function',
  [objectClass],
  named(
    method('__call__(self, *args, **kwds)', ([self, args, keywords], py) => {
      const { func } = self as ContextFactory;
      const make = (): Value => {
        const generator = py.call(func, (args as PyTuple).items, keywords as PyDict);
        if (!(generator instanceof PyGenerator)) {
          throw raise(RuntimeError, `'${classOf(generator).name}' object is not an iterator`);
        }
        return new GeneratorContext(generator, make);
      };
      return make();
    }),
    method('__get__(self, instance, owner=None)', ([self, instance], py) =>
      instance === null
        ? self
        : py.call(py.getAttribute(py.importModule('functools'), 'partial'), [self, instance]),
    ),
  ),
);

const contextmanager = native('contextmanager(func)', ([func], py) => new ContextFactory(func, py));

function instanceClass(
  signature: string,
  exit: (self: PyInstance, args: readonly Value[], py: Interpreter) => Value,
  enter: (self: PyInstance, py: Interpreter) => Value,
): PyClass {
  const name = signature.slice(0, signature.indexOf('('));
  const parameters = signature.slice(signature.indexOf('(') + 1, -1);
  const names = parameters.split(',').map(part => part.trim().replace(/^\*/, '').split('=')[0]);
  return new PyClass(
    name,
    [objectClass],
    named(
      method(`__init__(self, ${parameters})`, ([self, ...values]) => {
        names.forEach((key, index) => {
          (self as PyInstance).attributes!.set(key, values[index]);
        });
        return null;
      }),
      method('__enter__(self)', ([self], py) => enter(self as PyInstance, py)),
      method('__exit__(self, type, value, traceback)', ([self, ...args], py) =>
        exit(self as PyInstance, args, py),
      ),
    ),
    MODULE,
  );
}

const get = (self: PyInstance, name: string): Value => self.attributes!.get(name) ?? null;

const suppressClass = instanceClass(
  'suppress(*exceptions)',
  (self, [, value], py) => value !== null && isInstanceOf(py, value, get(self, 'exceptions')),
  () => null,
);

const closingClass = instanceClass(
  'closing(thing)',
  (self, _args, py) => {
    py.callMethod(get(self, 'thing'), 'close');
    return null;
  },
  self => get(self, 'thing'),
);

const nullcontextClass = instanceClass(
  'nullcontext(enter_result=None)',
  () => null,
  self => get(self, 'enter_result'),
);

function redirection(stream: 'stdout' | 'stderr'): PyClass {
  return instanceClass(
    `redirect_${stream}(new_target)`,
    (self, _args, py) => {
      py.setAttribute(py.importModule('sys'), stream, get(self, 'saved'));
      return null;
    },
    (self, py) => {
      const sys = py.importModule('sys');
      self.attributes!.set('saved', py.getAttribute(sys, stream));
      py.setAttribute(sys, stream, get(self, 'new_target'));
      return get(self, 'new_target');
    },
  );
}

const callbacks = (self: Value): Value[] =>
  ((self as PyInstance).attributes!.get('_callbacks') as PyList).items;

const exitStackClass = new PyClass(
  'ExitStack',
  [objectClass],
  named(
    method('__init__(self)', ([self]) => {
      (self as PyInstance).attributes!.set('_callbacks', new PyList([]));
      return null;
    }),
    method('enter_context(self, cm)', ([self, manager], py) => {
      const result = py.callMethod(manager, '__enter__');
      callbacks(self).push(py.getAttribute(manager, '__exit__'));
      return result;
    }),
    method('push(self, exit)', ([self, exit], py) => {
      callbacks(self).push(py.getAttributeOrUndefined(exit, '__exit__') ?? exit);
      return exit;
    }),
    method('callback(self, callback, /, *args, **kwds)', ([self, callback, args, keywords]) => {
      const run = native('run(type, value, traceback)', (_ignored, py) => {
        py.call(callback, (args as PyTuple).items, keywords as PyDict);
        return false;
      });
      callbacks(self).push(run);
      return callback;
    }),
    method('pop_all(self)', ([self]) => {
      const stack = exitStackClass.allocate() as PyInstance;
      stack.attributes!.set('_callbacks', new PyList(callbacks(self).splice(0)));
      return stack;
    }),
    method('close(self)', ([self], py) => unwind(py, self, [null, null, null])),
    method('__enter__(self)', ([self]) => self),
    method('__exit__(self, type, value, traceback)', ([self, ...args], py) => unwind(py, self, args)),
  ),
  MODULE,
) as PyClass;

for (const cls of [suppressClass, exitStackClass]) swallowing.add(cls);

/** Calls what was pushed, last first; a callback may swallow or replace the exception. */
function unwind(py: Interpreter, self: Value, exception: readonly Value[]): Value {
  let current = exception;
  let swallowed = false;
  let replaced: unknown = null;
  for (const callback of callbacks(self).splice(0).reverse()) {
    try {
      if (py.truth(py.call(callback, current)) && current[0] !== null) {
        swallowed = true;
        replaced = null;
        current = [null, null, null];
      }
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      replaced = error;
      current = [error.exception.cls, error.exception, null];
    }
  }
  if (replaced !== null) throw replaced;
  return swallowed;
}

const decoratorClass = new PyClass('ContextDecorator', [objectClass], [], MODULE);
const abstractClass = new PyClass(
  'AbstractContextManager',
  [objectClass],
  named(
    method('__enter__(self)', ([self]) => self),
    method('__exit__(self, type, value, traceback)', () => null),
  ),
  MODULE,
);

export const module: LibraryModule = {
  name: 'contextlib',
  entries: () => [
    ['contextmanager', contextmanager],
    ...[
      suppressClass,
      closingClass,
      nullcontextClass,
      redirection('stdout'),
      redirection('stderr'),
      exitStackClass,
      decoratorClass,
      abstractClass,
    ].map((cls): [string, Value] => [cls.name, cls]),
  ],
  source: ASYNCHRONOUS,
  unmodelled: new Set(['chdir']),
};
