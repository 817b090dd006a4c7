/** Puts what ended a run into a traceback report: Python's exceptions as they are, faults of ours in plain words. */

import type { RunResult } from '../../src/execution/runScript.ts';
import { GradientError } from '../../src/graph/autodiff.ts';
import { DeviceLostError, ExecutionError, OutOfMemoryError } from '../../src/graph/engine.ts';
import type { Origin } from '../../src/graph/origin.ts';
import { formatBytes } from '../../src/library/keras/training/memory.ts';
import type { TracebackReport } from '../../src/protocol.ts';
import {
  FileNotFoundError,
  MemoryError,
  ModuleNotFoundError,
  NotImplementedError,
  PermissionError,
  type PythonError,
} from '../../src/python/errors.ts';
import type { Interpreter } from '../../src/python/interpreter.ts';
import { type Message, message } from '../../src/python/message.ts';
import { problemMessage, type SyntaxProblem } from '../../src/python/syntax.ts';
import { exceptionLine } from '../../src/python/traceback.ts';
import { NotKnown } from '../../src/python/values.ts';
import type { Localise } from './wording.ts';

type Traceback = Omit<TracebackReport, 'type' | 'runId'>;

/** The traceback of a script that an exception or a syntax error ended; null when it ended of itself. */
export function tracebackOf(result: RunResult, path: string, localise: Localise): Traceback | null {
  if (result.problem !== null) {
    return syntaxTraceback(result.problem, result.traceback, path, localise);
  }
  const { error, interpreter, traceback } = result;
  if (error === null) {
    return null;
  }
  const line = exceptionLine(interpreter, error.exception);
  const exception = error.exception.cls.name;
  return {
    text: traceback,
    exception,
    message: line.includes(': ') ? line.slice(line.indexOf(': ') + 2) : '',
    frames: framesOf(error),
    suggestions: suggestionsFor(error).map(localise),
  };
}

function framesOf(error: PythonError): Traceback['frames'] {
  return error.traceback
    .map(({ path, line, functionName }) => ({ path, line, function: functionName }))
    .reverse();
}

function syntaxTraceback(problem: SyntaxProblem, text: string, path: string, localise: Localise): Traceback {
  const suggestion = message('Python cannot read this line. Correct it and train again.');
  return {
    text,
    exception: problem.type,
    message: problemMessage(problem),
    frames: [{ path, line: problem.span.start.line, function: '<module>' }],
    suggestions: [localise(suggestion)],
  };
}

/** What the exception itself explains and how it can be mended; else what helps with its kind. */
function suggestionsFor(error: PythonError): Message[] {
  const { explanation, fixes = [] } = error.detail;
  const own = [...(explanation ? [explanation] : []), ...fixes.map(fix => fix.title)];
  if (own.length > 0) {
    return own;
  }
  const { cls } = error.exception;
  if (cls.isSubclassOf(ModuleNotFoundError) || cls.isSubclassOf(NotImplementedError)) {
    return [
      message('Kerascope runs Python with Keras, NumPy and what is around them, not every library.'),
      message('Replace or leave out this part, or run the script with Python.'),
    ];
  }
  if (cls.isSubclassOf(FileNotFoundError)) {
    return [message('Paths start from the working directory of the run; a setting of Kerascope chooses it.')];
  }
  if (cls.isSubclassOf(PermissionError)) {
    return [message('Scripts may use files inside the workspace folder only.')];
  }
  if (cls.isSubclassOf(MemoryError)) {
    return [message('Use a smaller array, model or batch.')];
  }
  return [];
}

/** What went wrong outside of Python, in words that say what to do. */
export function faultTraceback(
  error: unknown,
  interpreter: Interpreter | null,
  path: string,
  localise: Localise,
): Traceback {
  const { exception, text, suggestions } = faultWords(error);
  const said = typeof text === 'string' ? text : localise(text);
  const line = originOf(error).line ?? interpreter?.span?.start.line ?? null;
  return {
    text: `${line === null ? '' : `  File "${path}", line ${line}\n`}${exception}: ${said}\n`,
    exception,
    message: said,
    frames: line === null ? [] : [{ path, line, function: '<module>' }],
    suggestions: suggestions.map(localise),
  };
}

/** Where in the model a fault of the engine came from. */
function originOf(error: unknown): Origin {
  return error instanceof OutOfMemoryError ||
    error instanceof ExecutionError ||
    error instanceof GradientError
    ? error.origin
    : {};
}

function placeOf({ layer }: Origin): string {
  return layer === undefined ? '' : ` (${layer})`;
}

/** Words of a fault; the engine's own sentences stay as they are. */
interface FaultWords {
  readonly exception: string;
  readonly text: Message | string;
  readonly suggestions: readonly Message[];
}

function faultWords(error: unknown): FaultWords {
  const said = error instanceof Error ? error.message : String(error);
  const place = placeOf(originOf(error));
  if (error instanceof OutOfMemoryError) {
    const { variableBytes, workingBytes, limitBytes } = error.size;
    const text = message(
      'There is no memory left{0}: {1} are in use, a step takes {2}, about {3} can be had.',
      place,
      formatBytes(variableBytes),
      formatBytes(workingBytes),
      formatBytes(limitBytes),
    );
    const suggestions = [
      message('Use a smaller batch_size, fewer units or smaller inputs.'),
      message('Or choose another backend.'),
    ];
    return { exception: 'MemoryError', text, suggestions };
  }
  if (error instanceof GradientError) {
    const text = message('`{0}`{1} has no gradient: {2}.', error.operation, place, said);
    const suggestion = message('Replace or leave out this part, or run the script with Python.');
    return { exception: 'NotSupported', text, suggestions: [suggestion] };
  }
  if (error instanceof RangeError && /array|allocation|length|memory/i.test(said)) {
    const text = message('There is not enough memory for this ({0}).', said);
    return { exception: 'MemoryError', text, suggestions: [message('Use a smaller array, model or batch.')] };
  }
  if (error instanceof DeviceLostError) {
    const text = message('The graphics device went away ({0}).', said);
    return {
      exception: 'DeviceLostError',
      text,
      suggestions: [message('Train again, or choose another backend.')],
    };
  }
  if (error instanceof NotKnown) {
    const text = message('Kerascope cannot run this: {0}.', error.reason);
    const suggestion = message('Replace or leave out this part, or run the script with Python.');
    return { exception: 'NotSupported', text, suggestions: [suggestion] };
  }
  if (error instanceof ExecutionError) {
    return {
      exception: 'ExecutionError',
      text: message('The backend failed in `{0}`{1}: {2}', error.operation, place, said),
      suggestions: [message('Train again, or choose another backend.')],
    };
  }
  const text = message('A fault of Kerascope, not of your script: {0}', said);
  const suggestion = message('Please report it with the script that shows it. Its details are in the log.');
  return { exception: 'InternalError', text, suggestions: [suggestion] };
}
