/** Python's traceback text, with the user's own lines. */

import type { PythonError, TracebackFrame } from './errors.ts';
import { exceptionText } from './exceptionText.ts';
import type { Interpreter } from './interpreter.ts';
import { suggestionFor } from './suggestions.ts';
import { PyInstance, PyTuple, type Value } from './values.ts';

/** Gives the text of a file that appears in a traceback; null when it is not at hand. */
export type SourceOf = (path: string) => string | null;

/** An exception with a traceback of its own, as `traceback.format_exc()` gives it. */
export function formatException(
  py: Interpreter,
  exception: PyInstance,
  frames: readonly TracebackFrame[],
  sourceOf: SourceOf,
): string {
  return formatChain(py, exception, frames, sourceOf, new Set());
}

/** The whole traceback as Python prints it, with a final line break. */
export function formatTraceback(py: Interpreter, error: PythonError, sourceOf: SourceOf): string {
  return formatChain(py, error.exception, error.traceback, sourceOf, new Set());
}

function formatChain(
  py: Interpreter,
  exception: PyInstance,
  frames: readonly TracebackFrame[],
  sourceOf: SourceOf,
  seen: Set<PyInstance>,
): string {
  seen.add(exception);
  const attributes = exception.attributes!.map;
  const cause = attributes.get('__cause__');
  const context = attributes.get('__suppress_context__') === true ? null : attributes.get('__context__');
  let text = '';
  if (cause instanceof PyInstance && !seen.has(cause)) {
    text += formatChain(py, cause, [], sourceOf, seen);
    text += '\nThe above exception was the direct cause of the following exception:\n\n';
  } else if (context instanceof PyInstance && !seen.has(context)) {
    text += formatChain(py, context, [], sourceOf, seen);
    text += '\nDuring handling of the above exception, another exception occurred:\n\n';
  }
  if (frames.length > 0) text += 'Traceback (most recent call last):\n';
  text += formatFrames(frames, sourceOf);
  return `${text}${exceptionLine(py, exception)}\n`;
}

function formatFrames(frames: readonly TracebackFrame[], sourceOf: SourceOf): string {
  const lines: string[] = [];
  let repeated = 0;
  const outermostFirst = [...frames].reverse();
  outermostFirst.forEach((frame, index) => {
    const before = outermostFirst[index - 1];
    const same =
      before !== undefined && before.line === frame.line && before.functionName === frame.functionName;
    repeated = same ? repeated + 1 : 0;
    // Python shows three of a recursion's equal frames and counts the others.
    if (repeated >= 3) {
      const next = outermostFirst[index + 1];
      const last = next === undefined || next.line !== frame.line || next.functionName !== frame.functionName;
      if (last)
        lines.push(`  [Previous line repeated ${repeated - 2} more time${repeated === 3 ? '' : 's'}]`);
      return;
    }
    lines.push(`  File "${frame.path}", line ${frame.line}, in ${frame.functionName}`);
    const source = sourceOf(frame.path)?.split(/\r\n|\r|\n/)[frame.line - 1];
    if (source !== undefined && source.trim() !== '') lines.push(`    ${source.trim()}`);
  });
  return lines.map(line => `${line}\n`).join('');
}

/** The last line of a traceback: `ValueError: message`. */
export function exceptionLine(py: Interpreter, exception: PyInstance): string {
  const module = exception.cls.module;
  const name =
    module === 'builtins' || module === '__main__'
      ? exception.cls.qualifiedName
      : `${module}.${exception.cls.qualifiedName}`;
  const text = exceptionText(py, exception);
  const suggestion = suggestionFor(exception);
  const meant = suggestion === null ? '' : `. Did you mean: '${suggestion}'?`;
  return text === '' ? name : `${name}: ${text}${meant}`;
}

/** The exit status that an uncaught SystemExit asks for, and what it prints. */
export function systemExit(py: Interpreter, exception: PyInstance): { status: number; text: string } {
  const args = exception.attributes!.map.get('args');
  const code: Value = args instanceof PyTuple && args.items.length > 0 ? args.items[0] : null;
  if (code === null) return { status: 0, text: '' };
  if (typeof code === 'number') return { status: code & 0xff, text: '' };
  if (typeof code === 'boolean') return { status: Number(code), text: '' };
  return { status: 1, text: `${py.str(code)}\n` };
}
