/** Runs a script from its text to its exit status, as `python script.py` would. */
import { PythonError, SystemExit } from '../python/errors.ts';
import { mainModule, runModule } from '../python/evaluate/module.ts';
import { Interpreter } from '../python/interpreter.ts';
import type { LibraryRegistry } from '../python/modules.ts';
import type { Parser } from '../python/parse/parser.ts';
import type { Host } from '../python/policy.ts';
import { drive, Pending } from '../python/suspension.ts';
import { problemMessage, type SyntaxProblem } from '../python/syntax.ts';
import type { RunPolicy } from './runPolicy.ts';
import { formatTraceback, systemExit } from './traceback.ts';

export interface RunOptions {
  readonly text: string;
  readonly parser: Parser;
  readonly policy: RunPolicy;
  readonly host: Host;
  readonly libraries: LibraryRegistry;
  /** Called with the interpreter before the script starts, to hand services to libraries. */
  readonly prepare?: (py: Interpreter) => void;
}

export interface RunResult {
  readonly status: number;
  /** The uncaught exception, when there was one. */
  readonly error: PythonError | null;
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
  const problem = parsed.errors[0];
  if (problem !== undefined) {
    host.write('stderr', syntaxErrorText(problem, host.scriptPath, text));
    return { status: 1, error: null, interpreter };
  }
  const file = { path: host.scriptPath, text, isScript: true };
  try {
    const result = runModule(interpreter, parsed.module, file, mainModule(interpreter, file));
    if (result instanceof Pending) await drive(result.rest);
    return { status: 0, error: null, interpreter };
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return fail(interpreter, error, host, text);
  }
}

function fail(interpreter: Interpreter, error: PythonError, host: Host, text: string): RunResult {
  if (error.exception.cls.isSubclassOf(SystemExit)) {
    const exit = systemExit(interpreter, error.exception);
    if (exit.text !== '') host.write('stderr', exit.text);
    return { status: exit.status, error: null, interpreter };
  }
  const sources = new Map([[host.scriptPath, text]]);
  const sourceOf = (path: string) => sources.get(path) ?? interpreter.modules.sourceOf(path);
  host.write('stderr', formatTraceback(interpreter, error, sourceOf));
  return { status: 1, error, interpreter };
}

/** A syntax error as Python prints it. */
export function syntaxErrorText(problem: SyntaxProblem, path: string, text: string): string {
  const { start, end } = problem.span;
  const line = text.split(/\r\n|\r|\n/)[start.line - 1] ?? '';
  const shown = line.trim();
  const indent = line.length - line.trimStart().length;
  const width = end.line === start.line ? Math.max(1, end.column - start.column) : Math.max(1, line.length - start.column);
  const marker = ' '.repeat(Math.max(0, start.column - indent)) + '^'.repeat(width);
  return `  File "${path}", line ${start.line}\n    ${shown}\n    ${marker}\n${problem.type}: ${problemMessage(problem)}\n`;
}
