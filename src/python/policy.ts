/** What differs between analysing a script and running it. */
import type { PythonError } from './errors.ts';
import type { Completion } from './evaluate/code.ts';
import type { Frame } from './evaluate/frame.ts';
import type { PyFunction } from './evaluate/function.ts';
import type { Interpreter } from './interpreter.ts';
import type { Arguments } from './operations/calls.ts';
import type { Pending } from './suspension.ts';
import type { Expression, Name, Span, Statement } from './syntax.ts';
import type { Unknown, Value } from './values.ts';

/** The decisions the evaluator leaves to its caller. */
export interface Policy {
  readonly kind: 'analysis' | 'run';

  /** Counts one step (a loop turn, a call); throws to end the program (budget, Stop). */
  step(): void;

  /**
   * Asked at every turn of a loop and every call: a promise to wait for, so that events (Stop, Pause, a signal, a key)
   * get through in long work; null to go on. It never rejects; what it let in is heard at the next {@link step}.
   */
  rest?(): Promise<void> | null;

  /**
   * Called when evaluating `node` raised. Returns the value to go on with (analysis: the error is recorded as a
   * finding), or null to let the exception travel.
   */
  recover(error: PythonError, node: Expression | Statement, frame: Frame): Value | null;

  /** What a library's own failure means in Python (a PythonError or NotKnown); any other failure as it came. */
  inPython?(failure: unknown, py: Interpreter): unknown;

  /**
   * Called for a failure that is not a Python exception, which is a fault of the interpreter or a library. Returns the
   * value to go on with, or null to let it travel.
   */
  recoverFault(fault: unknown, node: Expression | Statement): Value | null;

  /** Follows every alternative of a decision that is not known and joins what they leave. Analysis only. */
  branch(
    frame: Frame,
    reason: Unknown,
    alternatives: readonly (() => Completion | Pending<Completion>)[],
  ): Completion | Pending<Completion>;

  /**
   * Follows a loop body an unknown number of times (also zero) and joins what it leaves. Analysis only.
   * `first`: the body of the first turn, where there surely is one; the loop may end in it.
   */
  loop(
    frame: Frame,
    reason: Unknown,
    body: () => Completion | Pending<Completion>,
    first?: () => Completion | Pending<Completion>,
  ): Completion | Pending<Completion>;

  /** One value that covers both. */
  join(a: Value, b: Value): Value;

  /** Tells that a name was bound to a value here (assignment targets), for hints, hovers and comparison tests. */
  bound(node: Expression, value: Value, frame: Frame): void;

  /** Tells what an expression evaluated to; only for calls, since these are what hovers and hints ask for. */
  evaluated(node: Expression, value: Value, frame: Frame): void;

  /** The result of calling an unknown value; what was passed to it may have been changed by it. */
  callUnknown(callee: Unknown, args: Arguments): Value;

  /** Tells that a function's body is about to run; counts a step. */
  enter(func: PyFunction, caller: Frame | null): void;

  /** Whether a loop over that many items is handed to {@link loop} at once; null stands for an unknown number. */
  tooLong(items: number | null): boolean;

  /** Asked before each turn of a loop, with what `beginLoop` gave: false hands the loop to {@link loop}. */
  beginLoop(): number;
  goesOn(turn: number, ticket: number): boolean;

  /** A name that is bound nowhere: a value to go on with, or null to raise NameError. */
  undefinedName(name: string, node: Name, frame: Frame): Value | null;

  /** Tells that a function object was made, so that functions nobody calls can be analysed too. */
  defined(func: PyFunction, frame: Frame): void;

  /**
   * Marks the start of a `try` body. `leaveTry` with the same ticket ends it and tells whether something in between
   * is not modelled, so that the handlers may run although nothing was seen to raise.
   */
  enterTry(handles: boolean): number;
  leaveTry(ticket: number): Unknown | null;

  /** From here on any name may be bound: a star import of something unknown, a statement that is no Python. */
  openNamespace(reason: Unknown): void;

  /** An import that cannot be modelled. Analysis returns an unknown module, run raises. */
  unknownModule(name: string, span: Span): Value;
}

/** The world outside the interpreter, as the policy's owner provides it. */
export interface Host {
  /** Writes to standard output or error. */
  write(stream: 'stdout' | 'stderr', text: string): void;
  /** Reads a file of the workspace; rejects with a PythonError (FileNotFoundError…). Null: nothing is ever read. */
  readonly files: HostFiles | null;
  /**
   * What analysis may see of a file, at once: its beginning, `'missing'` where there is certainly none, null where it
   * is not known (yet). Left out, nothing is seen.
   */
  glimpse?(path: string): FileGlimpse | 'missing' | null;
  /** Source text of a module beside the script (`model` -> model.py, `pkg.sub`), or null. */
  moduleSource(dottedName: string): { path: string; text: string } | null;
  readonly scriptPath: string;
  readonly argv: readonly string[];
  environment(name: string): string | undefined;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Monotonic milliseconds. */
  monotonic(): number;
  /** Numbers in [0, 1) for what a script does not seed itself; left out, they are left to chance. */
  chance?(): number;
}

/** The beginning of a file; the same object as long as the file has not changed. */
export interface FileGlimpse {
  /** Bytes of the whole file. */
  readonly size: number;
  /** The first bytes; all of them when there are `size`. */
  readonly head: Uint8Array;
}

/** Files a script may touch: inside the workspace and the data-set cache, nowhere else. Paths are as the script wrote them. */
export interface HostFiles {
  read(path: string): Promise<Uint8Array>;
  write(path: string, data: Uint8Array): Promise<void>;
  list(path: string): Promise<{ name: string; kind: 'file' | 'directory' }[]>;
  stat(path: string): Promise<{ kind: 'file' | 'directory'; size: number } | null>;
  makeDirectory(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  /**
   * Makes sure that a file is in the cache of data sets, fetching it where the user allows that, and returns its path
   * as `read` takes it. A file of the same name beside the script will do.
   */
  cached(file: CacheFile): Promise<string>;
}

/** A file of the cache of data sets (`~/.keras`), and where it comes from. */
export interface CacheFile {
  /** Under the cache, with forward slashes: `datasets/mnist.npz`. */
  readonly place: string;
  readonly address: string;
  /** What the whole file must hash to, in hexadecimal; null where nobody has said. */
  readonly hash: { readonly algorithm: 'sha256' | 'md5'; readonly digest: string } | null;
  /** In bytes; null where only the server knows. */
  readonly size: number | null;
  /** The data set that this is a file of; null for a file that a script names itself. */
  readonly collection: { readonly name: string; readonly size: number } | null;
  /** Whether to fetch it although it is there. */
  readonly again: boolean;
}
