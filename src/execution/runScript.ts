/** Runs a script from its text to its exit status, as `python script.py` would. */
import { type KerasVersionOption, resolveKeras, setKeras } from '../library/kerasVersion.ts';
import { runExitFunctions } from '../python/builtins/exitFunctions.ts';
import { flushOpenFiles } from '../python/builtins/files.ts';
import { KeyboardInterrupt, PythonError, raise, SystemExit } from '../python/errors.ts';
import { mainModule, runModule } from '../python/evaluate/module.ts';
import { inputsOf, isNotebook, type NotebookCells } from '../python/evaluate/notebookNames.ts';
import { Interpreter } from '../python/interpreter.ts';
import type { LibraryRegistry } from '../python/modules.ts';
import { problemsOfNotebook } from '../python/parse/cells.ts';
import type { Parser } from '../python/parse/parser.ts';
import type { Host } from '../python/policy.ts';
import { drive, Pending, type Suspendable } from '../python/suspension.ts';
import { firstProblem, type SyntaxProblem } from '../python/syntax.ts';
import { syntaxErrorText } from '../python/syntaxErrors.ts';
import { formatTraceback, systemExit } from '../python/traceback.ts';
import { EndedForGood, type RunPolicy } from './runPolicy.ts';

export interface RunOptions {
  readonly text: string;
  readonly parser: Parser;
  readonly policy: RunPolicy;
  readonly host: Host;
  readonly libraries: LibraryRegistry;
  /** The Keras that the script is for; by default its own idioms say. */
  readonly kerasVersion?: KerasVersionOption;
  /** Asked after everything the script waited for: a promise that lets events in, or null to go on. */
  readonly rest?: () => Promise<void> | null;
  /** Whether KeyboardInterrupt ends the script without a traceback: a Stop that was asked for is no error. */
  readonly quietInterrupt?: boolean;
  /** Where the cells begin, when the script is a notebook's text: the last expression of each is shown. */
  readonly cells?: NotebookCells | null;
  /** Called with the interpreter before the script starts, to hand services to libraries. */
  readonly prepare?: (py: Interpreter) => void;
}

export interface RunResult {
  readonly status: number;
  /** The uncaught exception, when there was one. */
  readonly error: PythonError | null;
  /** What is no Python, when the script was not even started. */
  readonly problem: SyntaxProblem | null;
  /** The traceback as it was printed; '' when the script ended of itself. */
  readonly traceback: string;
  readonly interpreter: Interpreter;
}

/** Runs the script. Its output goes to the host; a traceback goes to the host's stderr. */
export async function runScript(options: RunOptions): Promise<RunResult> {
  const { text, parser, policy, host } = options;
  const interpreter = new Interpreter({
    policy,
    host,
    libraries: options.libraries,
    parse: source => parser.parse(source),
  });
  options.prepare?.(interpreter);
  const parsed = parser.parse(text);
  const isCells = isNotebook(host.scriptPath);
  const problem = firstProblem(isCells ? problemsOfNotebook(parsed.errors) : parsed.errors);
  if (problem !== undefined) {
    const traceback = syntaxErrorText(problem, host.scriptPath, text);
    host.write('stderr', traceback);
    return { status: 1, error: null, problem, traceback, interpreter };
  }
  setKeras(interpreter, resolveKeras(options.kerasVersion ?? 'auto', parsed.module));
  const file = { path: host.scriptPath, text, isScript: true };
  try {
    const cells = options.cells ?? null;
    const main = mainModule(interpreter, file);
    for (const [name, value] of cells === null ? [] : inputsOf(text, cells))
      main.attributes.map.set(name, value);
    const result = runModule(interpreter, parsed.module, file, main, { cells });
    if (result instanceof Pending) await drivePaced(result.rest, policy, options.rest ?? (() => null));
    await atEnd(interpreter, options);
    return { status: 0, error: null, problem: null, traceback: '', interpreter };
  } catch (thrown) {
    policy.scriptEnded();
    const error = thrown instanceof EndedForGood ? raise(KeyboardInterrupt, '') : thrown;
    if (!(error instanceof PythonError)) throw error;
    // Python writes what open files still hold when it exits, however it exits.
    const result = fail(interpreter, error, options);
    await atEnd(interpreter, options);
    return result;
  }
}

/** What Python does when a program has ended: the functions it wanted called, and its files. */
async function atEnd(interpreter: Interpreter, { policy, rest }: RunOptions): Promise<void> {
  await drivePaced(runExitFunctions(interpreter), policy, rest ?? (() => null));
  await drive(flushOpenFiles(interpreter));
}

/**
 * Drives a script to its end. Awaiting what is already settled lets no event in, so a loop over short waits (a custom
 * training loop) rests between them; a stop is heard after every wait.
 */
async function drivePaced<T>(
  computation: Suspendable<T>,
  policy: RunPolicy,
  rest: () => Promise<void> | null,
): Promise<T> {
  let step = computation.next();
  while (!step.done) {
    if (step.value.kind !== 'wait') throw new Error('yield outside a generator');
    let answer: unknown;
    try {
      answer = await step.value.promise;
      const pause = rest();
      if (pause !== null) await pause;
      policy.step();
    } catch (error) {
      step = computation.throw(error);
      continue;
    }
    step = computation.next(answer);
  }
  return step.value;
}

/** The status a shell sees of a program that Ctrl+C ended. */
const INTERRUPTED = 130;

function fail(interpreter: Interpreter, error: PythonError, options: RunOptions): RunResult {
  const { host, text } = options;
  const interrupted = error.exception.cls.isSubclassOf(KeyboardInterrupt);
  if (error.exception.cls.isSubclassOf(SystemExit)) {
    const exit = systemExit(interpreter, error.exception);
    if (exit.text !== '') host.write('stderr', exit.text);
    return { status: exit.status, error: null, problem: null, traceback: '', interpreter };
  }
  const sources = new Map([[host.scriptPath, text]]);
  const sourceOf = (path: string) => sources.get(path) ?? interpreter.modules.sourceOf(path);
  const traceback = formatTraceback(interpreter, error, sourceOf);
  if (!interrupted || options.quietInterrupt !== true) host.write('stderr', traceback);
  const status = interrupted ? INTERRUPTED : 1;
  return { status, error, problem: null, traceback, interpreter };
}
