/** BaseException and its family: construction, text, the attributes of particular exceptions. */
import { PyClass } from '../classes.ts';
import type { PyDict } from '../collections.ts';
import {
  AttributeError,
  BaseException,
  BaseExceptionGroup,
  builtinExceptions,
  Exception,
  ExceptionGroup,
  FileExistsError,
  FileNotFoundError,
  ImportError,
  IsADirectoryError,
  KeyError,
  NameError,
  NotADirectoryError,
  OSError,
  PermissionError,
  SyntaxError as PySyntaxError,
  TypeError as PyTypeError,
  raise,
  StopIteration,
  SystemExit,
  TimeoutError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  ValueError,
} from '../errors.ts';
import { groupOf, split } from '../exceptionGroups.ts';
import { method, type NativeFunction, named, native, property } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { fillSyntaxError } from '../syntaxErrors.ts';
import { PyTraceback, setTraceback, tracebackOf } from '../tracebackObjects.ts';
import { PyBytes, PyInstance, PyList, PyTuple, Unknown, type Value } from '../values.ts';
import { typeName } from './conversions.ts';

const own = (exception: Value) => (exception as PyInstance).attributes!;

function argsOf(exception: Value): readonly Value[] {
  const args = own(exception).get('args');
  return args instanceof PyTuple ? args.items : [];
}

/** `str(exception)`. */
export function exceptionText(py: Interpreter, exception: Value): string {
  const items = argsOf(exception);
  const text = own(exception).get('__text__');
  if (typeof text === 'string') return text;
  if (items.length === 0) return '';
  return items.length === 1 ? py.str(items[0]) : py.repr(own(exception).get('args')!);
}

const methods: NativeFunction[] = [
  native('__new__(cls, *args, **kwargs)', ([cls, args]) => {
    const exception = (cls as PyClass).allocate() as PyInstance;
    exception.attributes!.map.set('args', args);
    return exception;
  }),
  method('__init__(self, *args, **kwargs)', ([self, args, keywords]) => {
    const given = keywords as PyDict;
    const cls = (self as PyInstance).cls;
    if (
      given.size > 0 &&
      !cls.isSubclassOf(ImportError) &&
      !cls.isSubclassOf(NameError) &&
      !cls.isSubclassOf(AttributeError)
    ) {
      throw raise(PyTypeError, `${cls.name}() takes no keyword arguments`);
    }
    for (const [name, value] of given.entries()) own(self).set(name as string, value);
    own(self).set('args', args);
    return null;
  }),
  method('__str__(self, /)', ([self], py) => exceptionText(py, self)),
  method('__repr__(self, /)', ([self], py) => {
    const items = argsOf(self).map(item => py.repr(item));
    return `${(self as PyInstance).cls.name}(${items.join(', ')})`;
  }),
  method('with_traceback(self, tb, /)', ([self, traceback]) => {
    replaceTraceback(self, traceback);
    return self;
  }),
  method('add_note(self, note, /)', ([self, note]) => {
    if (typeof note !== 'string') throw raise(PyTypeError, `note must be a str, not '${typeName(note)}'`);
    const notes = own(self).get('__notes__');
    if (notes instanceof PyList) notes.items.push(note);
    else own(self).set('__notes__', new PyList([note]));
    return null;
  }),
];

function replaceTraceback(exception: Value, traceback: Value): void {
  if (traceback instanceof Unknown) return;
  if (traceback !== null && !(traceback instanceof PyTraceback))
    throw raise(PyTypeError, '__traceback__ must be a traceback or None');
  setTraceback(exception as PyInstance, traceback);
}

/** The subclass of OSError that CPython picks by error number. */
const BY_ERRNO: Readonly<Record<number, PyClass>> = {
  1: PermissionError,
  2: FileNotFoundError,
  13: PermissionError,
  17: FileExistsError,
  20: NotADirectoryError,
  21: IsADirectoryError,
  110: TimeoutError,
};

function installOSError(): void {
  const create = native('__new__(cls, *args)', ([cls, args]) => {
    const items = (args as PyTuple).items;
    const chosen =
      cls === OSError && items.length >= 2 ? (BY_ERRNO[items[0] as number] ?? OSError) : (cls as PyClass);
    const exception = chosen.allocate() as PyInstance;
    fillOSError(exception, items);
    return exception;
  });
  const init = method('__init__(self, *args)', ([self, args]) => {
    fillOSError(self as PyInstance, (args as PyTuple).items);
    return null;
  });
  const text = method('__str__(self, /)', ([self], py) => {
    const number = own(self).get('errno') ?? null;
    if (number === null) return exceptionText(py, self);
    const file = own(self).get('filename') ?? null;
    const base = `[Errno ${py.str(number)}] ${py.str(own(self).get('strerror') ?? null)}`;
    return file === null ? base : `${base}: ${py.repr(file)}`;
  });
  for (const [name, value] of named(create, init, text)) OSError.attributes.map.set(name, value);
}

function fillOSError(exception: PyInstance, items: readonly Value[]): void {
  const attributes = exception.attributes!;
  attributes.map.set('args', new PyTuple(items.length >= 2 ? items.slice(0, 2) : items));
  attributes.map.set('errno', items.length >= 2 ? items[0] : null);
  attributes.map.set('strerror', items.length >= 2 ? items[1] : null);
  attributes.map.set('filename', items[2] ?? null);
}

/** A property that shows one of the exception's arguments. */
function argument(name: string, index: number): [string, Value] {
  return property(
    name,
    self => own(self).get(`_${name}`) ?? argsOf(self)[index] ?? null,
    (self, value) => own(self).set(`_${name}`, value),
  );
}

function installSyntaxError(): void {
  const init = method('__init__(self, *args)', ([self, args]) => {
    fillSyntaxError(self as PyInstance, (args as PyTuple).items);
    return null;
  });
  const text = method('__str__(self, /)', ([self], py) => {
    // One that a library raises has its arguments alone.
    if (own(self).get('msg') === undefined) return exceptionText(py, self);
    const [message, path, line] = ['msg', 'filename', 'lineno'].map(name => own(self).get(name) ?? null);
    const words = py.str(message);
    const file = typeof path === 'string' ? path.slice(path.lastIndexOf('/') + 1) : null;
    if (typeof line !== 'number') return file === null ? words : `${words} (${file})`;
    return file === null ? `${words} (line ${line})` : `${words} (${file}, line ${line})`;
  });
  for (const [name, value] of named(init, text)) PySyntaxError.attributes.map.set(name, value);
}

function installGroups(): void {
  const test = (py: Interpreter, condition: Value) => (leaf: PyInstance) => {
    if (condition instanceof PyClass) return leaf.cls.isSubclassOf(condition);
    if (condition instanceof PyTuple) {
      return condition.items.some(item => item instanceof PyClass && leaf.cls.isSubclassOf(item));
    }
    return py.truth(py.call(condition, [leaf]));
  };
  const group = (value: Value) => value as PyInstance;
  const create = native('__new__(cls, message, exceptions, /)', ([cls, text, exceptions], py) => {
    const kind = (cls as PyClass).name;
    if (typeof text !== 'string') throw raise(PyTypeError, `argument 1 must be str, not ${typeName(text)}`);
    const parts = py.collect(exceptions);
    if (parts.length === 0) {
      throw raise(ValueError, 'second argument (exceptions) must be a non-empty sequence');
    }
    const wrong = parts.findIndex(
      part => !(part instanceof PyInstance && part.cls.isSubclassOf(BaseException)),
    );
    if (wrong >= 0) {
      throw raise(ValueError, `Item ${wrong} of second argument (exceptions) is not an exception`);
    }
    const ordinary = (parts as PyInstance[]).every(part => part.cls.isSubclassOf(Exception));
    if (!ordinary && (cls as PyClass).isSubclassOf(Exception)) {
      throw raise(PyTypeError, `Cannot nest BaseExceptions in an ${kind}`);
    }
    return ((cls === BaseExceptionGroup && ordinary ? ExceptionGroup : cls) as PyClass).allocate();
  });
  const parts = named(
    create,
    method('split(self, condition, /)', ([self, condition], py) => {
      return new PyTuple(split(group(self), test(py, condition)));
    }),
    method(
      'subgroup(self, condition, /)',
      ([self, condition], py) => split(group(self), test(py, condition))[0],
    ),
    method('derive(self, excs, /)', ([self, exceptions], py) =>
      groupOf(argsOf(self)[0], py.collect(exceptions) as PyInstance[]),
    ),
  );
  for (const [name, value] of parts) BaseExceptionGroup.attributes.map.set(name, value);
}

/** The attributes of the exception classes. */
export function installExceptions(): void {
  for (const [name, value] of named(...methods)) BaseException.attributes.map.set(name, value);
  BaseException.attributes.map.set(
    ...property('__traceback__', (self, py) => tracebackOf(py, self as PyInstance), replaceTraceback),
  );
  StopIteration.attributes.map.set(...argument('value', 0));
  SystemExit.attributes.map.set(...argument('code', 0));
  KeyError.attributes.map.set(
    '__str__',
    method('__str__(self, /)', ([self], py) => {
      const items = argsOf(self);
      return items.length === 1 ? py.repr(items[0]) : exceptionText(py, self);
    }),
  );
  ImportError.attributes.map.set('name', null);
  ImportError.attributes.map.set('path', null);
  ImportError.attributes.map.set(...argument('msg', 0));
  for (const cls of [UnicodeDecodeError, UnicodeEncodeError]) {
    ['encoding', 'object', 'start', 'end', 'reason'].forEach((name, index) => {
      cls.attributes.map.set(...argument(name, index));
    });
  }
  UnicodeDecodeError.attributes.map.set(
    '__str__',
    method('__str__(self, /)', ([self], py) => {
      const [encoding, object, start, end, reason] = argsOf(self);
      if (!(object instanceof PyBytes) || typeof start !== 'number' || typeof end !== 'number') {
        return exceptionText(py, self);
      }
      const codec = `'${py.str(encoding)}' codec can't decode`;
      if (end - start !== 1) return `${codec} bytes in position ${start}-${end - 1}: ${py.str(reason)}`;
      const byte = object.data[start]!.toString(16).padStart(2, '0');
      return `${codec} byte 0x${byte} in position ${start}: ${py.str(reason)}`;
    }),
  );
  installGroups();
  BaseExceptionGroup.attributes.map.set(...argument('message', 0));
  BaseExceptionGroup.attributes.map.set(
    ...property('exceptions', (self, py) => new PyTuple(py.collect(argsOf(self)[1] ?? new PyTuple([])))),
  );
  BaseExceptionGroup.attributes.map.set(
    '__str__',
    method('__str__(self, /)', ([self], py) => {
      const count = py.length(argsOf(self)[1]);
      return `${py.str(argsOf(self)[0])} (${count} sub-exception${count === 1 ? '' : 's'})`;
    }),
  );
  installOSError();
  installSyntaxError();
}

/** The names that builtins adds for exceptions: the classes and their aliases. */
export function exceptionNames(): [string, Value][] {
  return [...builtinExceptions, ['EnvironmentError', OSError], ['IOError', OSError]];
}
