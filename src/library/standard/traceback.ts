/** The traceback module: the text of exceptions as Python prints it. */
import { currentStream, writeTo } from '../../python/builtins/streams.ts';
import { exceptionFrames } from '../../python/errors.ts';
import { named, native, suspendable } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { exceptionLine, formatException } from '../../python/traceback.ts';
import { PyInstance, PyList, type Value } from '../../python/values.ts';
import { handledError } from './sys.ts';

/** Texts of the files whose frames are still open, the script's own among them. */
function sourceOf(py: Interpreter): (path: string) => string | null {
  const texts = new Map<string, string>();
  for (let frame = py.frame; frame !== null; frame = frame.caller)
    texts.set(frame.file.path, frame.file.text);
  return path => texts.get(path) ?? py.modules.sourceOf(path);
}

function handledText(py: Interpreter): string {
  const error = handledError(py);
  return error === null
    ? 'NoneType: None\n'
    : formatException(py, error.exception, error.caught, sourceOf(py));
}

/** Of `format_exception(exc)` and `format_exception(type, value, traceback)` the exception itself. */
function exceptionIn(first: Value, second: Value): PyInstance | null {
  if (first instanceof PyInstance) return first;
  return second instanceof PyInstance ? second : null;
}

function textOf(py: Interpreter, first: Value, second: Value): string {
  const exception = exceptionIn(first, second);
  const handled = handledError(py);
  if (exception === null) return handledText(py);
  const frames = handled?.exception === exception ? handled.caught : (exceptionFrames.get(exception) ?? []);
  return formatException(py, exception, frames, sourceOf(py));
}

const lines = (text: string): PyList => new PyList(text.match(/[^\n]*\n/g) ?? []);

export const module: LibraryModule = {
  name: 'traceback',
  entries: () =>
    named(
      native('format_exc(limit=None, chain=True)', (_args, py) => handledText(py)),
      suspendable('print_exc(limit=None, file=None, chain=True)', function* ([, file], py) {
        yield* writeTo(py, file ?? currentStream(py, 'stderr'), handledText(py));
        return null;
      }),
      native('format_exception(exc, value=None, tb=None, limit=None, chain=True)', ([first, second], py) =>
        lines(textOf(py, first, second)),
      ),
      suspendable(
        'print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True)',
        function* ([first, second, , , file], py) {
          yield* writeTo(py, file ?? currentStream(py, 'stderr'), textOf(py, first, second));
          return null;
        },
      ),
      native('format_exception_only(exc, value=None)', ([first, second], py) => {
        const exception = exceptionIn(first, second);
        return new PyList(exception === null ? ['NoneType: None\n'] : [`${exceptionLine(py, exception)}\n`]);
      }),
      native('format_tb(tb, limit=None)', () => new PyList([])),
      native('extract_tb(tb, limit=None)', () => new PyList([])),
      native('print_tb(tb, limit=None, file=None)', () => null),
    ),
  unmodelled: 'all',
};
