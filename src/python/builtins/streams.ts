/** Standard output and error as Python objects, and `print`. */
import { PyClass } from '../classes.ts';
import { PyDict } from '../collections.ts';
import { TypeError as PyTypeError, raise } from '../errors.ts';
import { method, named, property, suspendable } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { StateKey } from '../state.ts';
import type { Suspendable } from '../suspension.ts';
import { objectClass } from '../types.ts';
import { PyObject, type PyTuple, type Value } from '../values.ts';
import { stringOrNull, typeName } from './conversions.ts';

const streamClass = new PyClass(
  'TextIOWrapper',
  [objectClass],
  [
    ...named(
      method('write(self, text, /)', ([self, text], py) => (self as StandardStream).write(py, text)),
      method('writelines(self, lines, /)', ([self, lines], py) => {
        for (const line of py.collect(lines)) (self as StandardStream).write(py, line);
        return null;
      }),
      method('flush(self, /)', () => null),
      method('close(self, /)', () => null),
      method('isatty(self, /)', () => false),
      method('fileno(self, /)', ([self]) => ((self as StandardStream).target === 'stdout' ? 1 : 2)),
      method('writable(self, /)', () => true),
      method('readable(self, /)', () => false),
      method('reconfigure(self, **options)', () => null),
      method('__repr__(self, /)', ([self]) => {
        const { target } = self as StandardStream;
        return `<_io.TextIOWrapper name='<${target}>' mode='w' encoding='utf-8'>`;
      }),
    ),
    property('encoding', () => 'utf-8'),
    property('name', self => `<${(self as StandardStream).target}>`),
    property('closed', () => false),
  ],
  { module: '_io', subclassable: false },
);

/** The program's own `sys.stdout` or `sys.stderr`. */
export class StandardStream extends PyObject {
  cls: PyClass = streamClass;
  readonly target: 'stdout' | 'stderr';
  constructor(target: 'stdout' | 'stderr') {
    super();
    this.target = target;
  }

  write(py: Interpreter, value: Value): number {
    const text = stringOrNull(value);
    if (text === null) throw raise(PyTypeError, `write() argument must be str, not ${typeName(value)}`);
    if (py.running) py.host.write(this.target, text);
    return text.length;
  }
}

/** Where `print` and warnings go now: `sys.stdout` and `sys.stderr` may be replaced by the script. */
export interface StandardStreams {
  stdout: Value;
  stderr: Value;
  readonly originalStdout: StandardStream;
  readonly originalStderr: StandardStream;
}

export const standardStreams = new StateKey<StandardStreams>('sys.streams', () => {
  const originalStdout = new StandardStream('stdout');
  const originalStderr = new StandardStream('stderr');
  return { stdout: originalStdout, stderr: originalStderr, originalStdout, originalStderr };
});

/** The current stream: what the script put into `sys`, when it imported it. */
export function currentStream(py: Interpreter, name: 'stdout' | 'stderr'): Value {
  const assigned = py.modules.get('sys')?.attributes.get(name);
  return assigned ?? py.state(standardStreams)[name];
}

/** Writes text to a stream object, waiting where its `write` does. */
export function* writeTo(py: Interpreter, stream: Value, text: string): Suspendable<void> {
  if (stream instanceof StandardStream) stream.write(py, text);
  else if (stream !== null) yield* py.callAndWait(py.getAttribute(stream, 'write'), [text]);
}

function option(value: Value, name: string, fallback: string): string {
  if (value === null) return fallback;
  const text = stringOrNull(value);
  if (text === null) throw raise(PyTypeError, `${name} must be None or a string, not ${typeName(value)}`);
  return text;
}

/** How many parts of the program whose `print` is not heard are running, one inside the other. */
export const mutedKey = new StateKey<{ depth: number }>('print.muted', () => ({ depth: 0 }));

/** `print` for code whose own prints may be muted. */
export const printUnmuted = suspendable(
  "print(*args, sep=' ', end='\\n', file=None, flush=False)",
  function* ([args, sep, end, file, flush], py) {
    const options = PyDict.fromStrings([
      ['sep', sep],
      ['end', end],
      ['file', file],
      ['flush', flush],
    ]);
    const muted = py.state(mutedKey);
    const { depth } = muted;
    muted.depth = 0;
    try {
      return yield* py.callAndWait(print, (args as PyTuple).items, options);
    } finally {
      muted.depth = depth;
    }
  },
);

export const print = suspendable(
  "print(*args, sep=' ', end='\\n', file=None, flush=False)",
  function* ([args, sep, end, file, flush], py) {
    if (!py.running || (file === null && py.state(mutedKey).depth > 0)) return null;
    const separator = option(sep, 'sep', ' ');
    const ending = option(end, 'end', '\n');
    const text = (args as PyTuple).items.map(item => py.str(item)).join(separator) + ending;
    const stream = file === null ? currentStream(py, 'stdout') : file;
    yield* writeTo(py, stream, text);
    if (py.truth(flush) && !(stream instanceof StandardStream) && stream !== null) {
      yield* py.callAndWait(py.getAttribute(stream, 'flush'), []);
    }
    return null;
  },
  'Prints values to a stream, or to sys.stdout by default.',
);
