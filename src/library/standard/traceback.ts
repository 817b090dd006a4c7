/** The traceback module: the text of exceptions as Python prints it, and the frames behind them. */
import { currentStream, writeTo } from '../../python/builtins/streams.ts';
import { exceptionFrames, raise, type TracebackFrame, TypeError } from '../../python/errors.ts';
import { named, native, suspendable } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { exceptionLines, exceptionPieces, framePieces } from '../../python/traceback.ts';
import { openFrames, PyTraceback } from '../../python/tracebackObjects.ts';
import { NotKnown, PyInstance, PyList, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { handledError } from './sys.ts';

/** Texts of the files whose frames are still open, the script's own among them. */
function sourceOf(py: Interpreter): (path: string) => string | null {
  const texts = new Map<string, string>();
  for (let frame = py.frame; frame !== null; frame = frame.caller)
    if (!texts.has(frame.file.path)) texts.set(frame.file.path, frame.file.text);
  return path => texts.get(path) ?? py.modules.sourceOf(path);
}

const NOTHING = ['NoneType: None\n'];

/** `limit` frames from the outermost on; with a negative limit so many from the innermost on. */
function limited(frames: readonly TracebackFrame[], limit: Value): readonly TracebackFrame[] {
  if (typeof limit !== 'number') return frames;
  return limit >= 0 ? frames.slice(Math.max(0, frames.length - limit)) : frames.slice(0, -limit);
}

function piecesOf(py: Interpreter, exception: PyInstance | null, limit: Value, chain: Value): string[] {
  if (exception === null) return NOTHING;
  const frames = limited(exceptionFrames.get(exception) ?? [], limit);
  return exceptionPieces(py, exception, frames, sourceOf(py), py.truth(chain));
}

function handledPieces(py: Interpreter, limit: Value, chain: Value): string[] {
  return piecesOf(py, handledError(py)?.exception ?? null, limit, chain);
}

/** Of `format_exception(exc)` and `format_exception(type, value, traceback)` the exception itself. */
function exceptionIn(first: Value, second: Value): PyInstance | null {
  if (first instanceof PyInstance) return first;
  return second instanceof PyInstance ? second : null;
}

/** Innermost first, as the interpreter keeps them. */
function framesOf(traceback: Value): readonly TracebackFrame[] {
  if (traceback === null) return [];
  if (traceback instanceof Unknown) throw new NotKnown(traceback.reason);
  if (!(traceback instanceof PyTraceback)) throw raise(TypeError, 'a traceback is expected');
  return [...traceback.frames].reverse();
}

/** What the Python half makes a FrameSummary of, with the text that a traceback shows for it. */
function summary(py: Interpreter, frame: TracebackFrame): Value {
  const source = sourceOf(py);
  const line = source(frame.path)?.split(/\r\n|\r|\n/)[frame.line - 1] ?? '';
  const [text] = framePieces([frame], source);
  return new PyTuple([frame.path, frame.line, frame.functionName, line.trim(), text]);
}

function summaries(py: Interpreter, frames: readonly TracebackFrame[], limit: Value): PyList {
  return new PyList([...limited(frames, limit)].reverse().map(frame => summary(py, frame)));
}

/** The open frames of the script: this module's own are left out. */
function stack(py: Interpreter, limit: Value): PyList {
  const frames = openFrames(py).filter(frame => frame.path !== 'traceback.py');
  const shown = typeof limit === 'number' ? frames.slice(0, Math.abs(limit)) : frames;
  return summaries(py, shown, null);
}

const lines = (pieces: readonly string[]): PyList => new PyList([...pieces]);

const SOURCE = `
class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None, _text=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self.locals = locals
        self._text = _text

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return list(self) == list(other)
        return list(self) == list(other) if isinstance(other, tuple) else NotImplemented

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    @classmethod
    def from_list(cls, entries):
        made = cls()
        for entry in entries:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            made.append(entry)
        return made

    def format_frame_summary(self, entry):
        if entry._text is not None:
            return entry._text
        text = f'  File "{entry.filename}", line {entry.lineno}, in {entry.name}\\n'
        return text + f'    {entry.line.strip()}\\n' if entry.line else text

    def format(self):
        pieces = []
        before, repeated = None, 0
        for entry in self:
            place = (entry.filename, entry.lineno, entry.name)
            if place != before:
                _tell_repeated(pieces, repeated)
                before, repeated = place, 0
            repeated += 1
            if repeated <= 3:
                pieces.append(self.format_frame_summary(entry))
        _tell_repeated(pieces, repeated)
        return pieces


def _tell_repeated(pieces, repeated):
    if repeated > 3:
        pieces.append(f"  [Previous line repeated {repeated - 3} more time{'s' if repeated > 4 else ''}]\\n")


def _stack_of(entries):
    return StackSummary(FrameSummary(path, line, name, line=text, _text=shown)
                        for path, line, name, text, shown in entries)


def extract_tb(tb, limit=None):
    return _stack_of(_summaries(tb, limit))


def extract_stack(f=None, limit=None):
    return _stack_of(_stack(limit))


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_list(extracted_list, file=None):
    _write(''.join(format_list(extracted_list)), file)


def print_tb(tb, limit=None, file=None):
    _write(''.join(format_tb(tb, limit)), file)


def print_stack(f=None, limit=None, file=None):
    _write(''.join(format_stack(f, limit)), file)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = [] if _seen is None else _seen
        seen.append(exc_value)
        self.exc_type = exc_type
        self._value = exc_value
        self._limit = limit
        self.stack = extract_tb(exc_traceback, limit)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__cause__ = self._of(exc_value.__cause__, seen)
        self.__context__ = self._of(exc_value.__context__, seen)
        parts = exc_value.exceptions if isinstance(exc_value, BaseExceptionGroup) else None
        self.exceptions = None if parts is None else [self._of(part, seen) for part in parts]
        if isinstance(exc_value, SyntaxError):
            for name in ('filename', 'lineno', 'end_lineno', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name, None))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def _of(self, exc, seen):
        if exc is None or any(exc is each for each in seen):
            return None
        return TracebackException(type(exc), exc, exc.__traceback__, limit=self._limit, _seen=seen)

    def __eq__(self, other):
        return self._value is other._value if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return str(self._value)

    def format_exception_only(self):
        yield from format_exception_only(self._value)

    def format(self, *, chain=True):
        yield from format_exception(self._value, limit=self._limit, chain=chain)

    def print(self, *, file=None, chain=True):
        _write(''.join(self.format(chain=chain)), file)
`;

export const module: LibraryModule = {
  name: 'traceback',
  entries: () =>
    named(
      native('format_exc(limit=None, chain=True)', ([limit, chain], py) =>
        handledPieces(py, limit, chain).join(''),
      ),
      suspendable('print_exc(limit=None, file=None, chain=True)', function* ([limit, file, chain], py) {
        const text = handledPieces(py, limit, chain).join('');
        yield* writeTo(py, file ?? currentStream(py, 'stderr'), text);
        return null;
      }),
      native(
        'format_exception(exc, value=None, tb=None, limit=None, chain=True)',
        ([first, second, , limit, chain], py) =>
          lines(piecesOf(py, exceptionIn(first, second), limit, chain)),
      ),
      suspendable(
        'print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True)',
        function* ([first, second, , limit, file, chain], py) {
          const text = piecesOf(py, exceptionIn(first, second), limit, chain).join('');
          yield* writeTo(py, file ?? currentStream(py, 'stderr'), text);
          return null;
        },
      ),
      native('format_exception_only(exc, value=None)', ([first, second], py) => {
        const exception = exceptionIn(first, second);
        return lines(exception === null ? NOTHING : [`${exceptionLines(py, exception)}\n`]);
      }),
      native('_summaries(tb, limit)', ([traceback, limit], py) => summaries(py, framesOf(traceback), limit)),
      native('_stack(limit)', ([limit], py) => stack(py, limit)),
      suspendable('_write(text, file)', function* ([text, file], py) {
        yield* writeTo(py, file ?? currentStream(py, 'stderr'), text as string);
        return null;
      }),
    ),
  source: SOURCE,
  unmodelled: 'all',
};
