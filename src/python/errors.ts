/**
 * Python exceptions: the class hierarchy, how library code raises them, and what a diagnostic needs beyond Python's
 * own message.
 */
import { PyClass } from './classes.ts';
import type { FixKind } from './fixKinds.ts';
import type { Message } from './message.ts';
import type { CallSite } from './operations/calls.ts';
import type { Expression, Span, Statement } from './syntax.ts';
import { objectClass } from './types.ts';
import { AttributeMap, PyInstance, PyTuple, type Value } from './values.ts';

/** Which part of the program an error is to be blamed on, narrower than "the call that raised". */
export type Blame =
  /** The expression passed for this parameter of the call being made (by the parameter's name). */
  | { readonly kind: 'argument'; readonly name: string }
  /** The keyword itself of the call being made: a misspelt or removed argument name. */
  | { readonly kind: 'keyword'; readonly name: string }
  /** A place remembered earlier, such as the call that made a layer. */
  | { readonly kind: 'span'; readonly span: Span }
  /** A place of the script, told by a library that is written in Python. */
  | { readonly kind: 'script'; readonly span: Span };

/** A piece of text in another's place. */
export interface FixEdit {
  readonly span: Span;
  readonly text: string;
  /**
   * A name of a library that goes before the text, as in `to_categorical` and `(y, 3)`. Only whoever has the tree of the
   * whole script can write it as the script does, and import it: findings hold no such edits any more.
   */
  readonly behind?: { readonly module: string; readonly name: string };
}

/** A change of the text that makes a finding go away. Titles are shown in the quick-fix menu. */
export interface Fix {
  /** Names the way out; not shown. */
  readonly kind: FixKind;
  readonly title: Message;
  readonly edits: readonly FixEdit[];
  /** The one that "fix all" and the lightbulb's default use. */
  readonly preferred?: boolean;
}

/** Another place that belongs to a finding: "the labels were made here". */
export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** What an error tells the editor on top of the Python exception. All of it is optional. */
export interface ErrorDetail {
  /** The finding's code, a page in docs/diagnostics.md; defaults to the exception's class. */
  readonly code?: string;
  readonly blame?: Blame;
  /** One sentence in the user's own names; Python's message follows below it. */
  readonly explanation?: Message;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** A place that is no node of the tree, such as the last line of a chain of calls. */
export interface BarePlace {
  readonly kind: 'place';
  readonly span: Span;
}

/** What a traceback marks in the line of a frame. */
export type TracedPlace = Expression | Statement | BarePlace;

/** One line of a traceback. */
export interface TracebackFrame {
  readonly path: string;
  readonly line: number;
  readonly functionName: string;
  readonly span: Span | null;
  /** What failed, for the markers under the line; null where nobody knows. */
  readonly place: TracedPlace | null;
}

/** An exception on its way through the interpreter. */
export class PythonError extends Error {
  readonly exception: PyInstance;
  readonly detail: ErrorDetail;
  /** Innermost frame first. It grows as the exception leaves frames, also after a handler has passed it on. */
  readonly traceback: TracebackFrame[] = [];
  /** The node of the innermost frame that raised, until that frame is left. */
  place: TracedPlace | null = null;
  /** The frame that the traceback ends with and that passes the exception on: it is not noted twice. */
  noted: unknown = null;
  /** The call that raised, when one did: resolves blame on an argument. */
  site: CallSite | null = null;
  constructor(exception: PyInstance, detail: ErrorDetail = {}) {
    super(exception.cls.name);
    this.exception = exception;
    this.detail = detail;
  }
}

/** `__traceback__`: where exceptions were raised that a handler or the end of a `with` has seen, innermost frame first. */
export const exceptionFrames = new WeakMap<PyInstance, readonly TracebackFrame[]>();

const exceptionClasses = new Map<string, PyClass>();

function define(name: string, base: PyClass | readonly PyClass[]): PyClass {
  const cls = new PyClass(name, Array.isArray(base) ? base : [base as PyClass], [], {
    ...(name === 'BaseException' ? { allocate: owner => allocateException(owner) } : {}),
  });
  exceptionClasses.set(name, cls);
  return cls;
}

function allocateException(cls: PyClass): PyInstance {
  const exception = new PyInstance(cls);
  exception.attributes = new AttributeMap([
    ['args', new PyTuple([])],
    ['__cause__', null],
    ['__context__', null],
    ['__suppress_context__', false],
  ]);
  return exception;
}

export const BaseException = define('BaseException', objectClass);
export const Exception = define('Exception', BaseException);
export const SystemExit = define('SystemExit', BaseException);
export const KeyboardInterrupt = define('KeyboardInterrupt', BaseException);
export const GeneratorExit = define('GeneratorExit', BaseException);
export const ArithmeticError = define('ArithmeticError', Exception);
export const FloatingPointError = define('FloatingPointError', ArithmeticError);
export const OverflowError = define('OverflowError', ArithmeticError);
export const ZeroDivisionError = define('ZeroDivisionError', ArithmeticError);
export const AssertionError = define('AssertionError', Exception);
export const AttributeError = define('AttributeError', Exception);
export const BufferError = define('BufferError', Exception);
export const EOFError = define('EOFError', Exception);
export const ImportError = define('ImportError', Exception);
export const ModuleNotFoundError = define('ModuleNotFoundError', ImportError);
export const LookupError = define('LookupError', Exception);
export const IndexError = define('IndexError', LookupError);
export const KeyError = define('KeyError', LookupError);
export const MemoryError = define('MemoryError', Exception);
export const NameError = define('NameError', Exception);
export const UnboundLocalError = define('UnboundLocalError', NameError);
export const OSError = define('OSError', Exception);
export const FileExistsError = define('FileExistsError', OSError);
export const FileNotFoundError = define('FileNotFoundError', OSError);
export const IsADirectoryError = define('IsADirectoryError', OSError);
export const NotADirectoryError = define('NotADirectoryError', OSError);
export const PermissionError = define('PermissionError', OSError);
export const ConnectionError = define('ConnectionError', OSError);
export const TimeoutError = define('TimeoutError', OSError);
export const ReferenceError = define('ReferenceError', Exception);
export const RuntimeError = define('RuntimeError', Exception);
export const NotImplementedError = define('NotImplementedError', RuntimeError);
export const RecursionError = define('RecursionError', RuntimeError);
export const StopIteration = define('StopIteration', Exception);
export const StopAsyncIteration = define('StopAsyncIteration', Exception);
export const SyntaxError = define('SyntaxError', Exception);
export const IndentationError = define('IndentationError', SyntaxError);
export const TabError = define('TabError', IndentationError);
export const SystemError = define('SystemError', Exception);
export const TypeError = define('TypeError', Exception);
export const ValueError = define('ValueError', Exception);
export const UnicodeError = define('UnicodeError', ValueError);
export const UnicodeDecodeError = define('UnicodeDecodeError', UnicodeError);
export const UnicodeEncodeError = define('UnicodeEncodeError', UnicodeError);
export const Warning = define('Warning', Exception);
export const DeprecationWarning = define('DeprecationWarning', Warning);
export const FutureWarning = define('FutureWarning', Warning);
export const PendingDeprecationWarning = define('PendingDeprecationWarning', Warning);
export const RuntimeWarning = define('RuntimeWarning', Warning);
export const SyntaxWarning = define('SyntaxWarning', Warning);
export const UserWarning = define('UserWarning', Warning);
export const ImportWarning = define('ImportWarning', Warning);
export const ResourceWarning = define('ResourceWarning', Warning);
export const BytesWarning = define('BytesWarning', Warning);
export const UnicodeWarning = define('UnicodeWarning', Warning);
export const BaseExceptionGroup = define('BaseExceptionGroup', BaseException);
export const ExceptionGroup = define('ExceptionGroup', [BaseExceptionGroup, Exception]);

/** Every built-in exception by name, for the builtins module. */
export const builtinExceptions: ReadonlyMap<string, PyClass> = exceptionClasses;

/** Makes an exception object with the given `args`. */
export function makeException(cls: PyClass, ...args: Value[]): PyInstance {
  const exception = cls.allocate() as PyInstance;
  exception.attributes!.map.set('args', new PyTuple(args));
  return exception;
}

const details = new WeakMap<PyInstance, ErrorDetail>();

/** Says of an exception that a library's Python text raises what `raise` says of others. */
export function withDetail(exception: PyInstance, detail: ErrorDetail): PyInstance {
  details.set(exception, detail);
  return exception;
}

/** What is said of an exception beside its own words; undefined where nothing is. */
export function detailOf(exception: PyInstance): ErrorDetail | undefined {
  return details.get(exception);
}

/**
 * Raises a Python exception from library code: `throw raise(ValueError, 'message', {blame: …})`.
 * Under run it becomes a traceback, under analysis a diagnostic.
 */
export function raise(cls: PyClass, text: string, detail: ErrorDetail = {}): PythonError {
  return new PythonError(makeException(cls, text), detail);
}
