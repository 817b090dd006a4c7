/** Python's traceback text, with the user's own lines. */

import { markersUnder } from './carets.ts';
import { exceptionFrames, type PythonError, SyntaxError, type TracebackFrame } from './errors.ts';
import { isGroup, partsOf } from './exceptionGroups.ts';
import { exceptionText } from './exceptionText.ts';
import type { Interpreter } from './interpreter.ts';
import { suggestionFor } from './suggestions.ts';
import { syntaxErrorPlace } from './syntaxErrors.ts';
import { PyInstance, PyList, PyTuple, type Value } from './values.ts';

/** Gives the text of a file that appears in a traceback; null when it is not at hand. */
export type SourceOf = (path: string) => string | null;

/**
 * An exception with a traceback of its own in the pieces that `traceback.format_exception()` gives: one for each frame.
 * Without `chained` its cause and context are left out.
 */
export function exceptionPieces(
  py: Interpreter,
  exception: PyInstance,
  frames: readonly TracebackFrame[],
  sourceOf: SourceOf,
  chained = true,
): string[] {
  return formatChain(py, exception, frames, sourceOf, chained ? new Set() : null);
}

/** The whole traceback as Python prints it, with a final line break. */
export function formatTraceback(py: Interpreter, error: PythonError, sourceOf: SourceOf): string {
  return formatChain(py, error.exception, error.traceback, sourceOf, new Set()).join('');
}

function formatChain(
  py: Interpreter,
  exception: PyInstance,
  frames: readonly TracebackFrame[],
  sourceOf: SourceOf,
  seen: Set<PyInstance> | null,
): string[] {
  const pieces = seen === null ? [] : formatOrigin(py, exception, sourceOf, seen);
  if (isGroup(exception)) return [...pieces, formatGroup(py, exception, frames, sourceOf)];
  if (frames.length > 0) pieces.push('Traceback (most recent call last):\n');
  return [...pieces, ...framePieces(frames, sourceOf), `${exceptionLines(py, exception)}\n`];
}

/** The exception that led to this one, and the words between them. */
function formatOrigin(
  py: Interpreter,
  exception: PyInstance,
  sourceOf: SourceOf,
  seen: Set<PyInstance>,
): string[] {
  seen.add(exception);
  const attributes = exception.attributes!.map;
  const cause = attributes.get('__cause__');
  const context = attributes.get('__suppress_context__') === true ? null : attributes.get('__context__');
  const before = (other: PyInstance, words: string) => [
    ...formatChain(py, other, exceptionFrames.get(other) ?? [], sourceOf, seen),
    `\n${words}:\n\n`,
  ];
  if (cause instanceof PyInstance && !seen.has(cause))
    return before(cause, 'The above exception was the direct cause of the following exception');
  if (context instanceof PyInstance && !seen.has(context))
    return before(context, 'During handling of the above exception, another exception occurred');
  return [];
}

/** Of a larger group Python shows the first ones, and of nested groups so many levels. */
const SHOWN_PARTS = 15;
const SHOWN_LEVELS = 10;

/** A group and its exceptions, drawn as a tree. */
function formatGroup(
  py: Interpreter,
  group: PyInstance,
  frames: readonly TracebackFrame[],
  sourceOf: SourceOf,
): string {
  const head =
    frames.length > 0
      ? `  + Exception Group Traceback (most recent call last):\n${indented(formatFrames(frames, sourceOf), '  | ')}`
      : '';
  const lines = [`${head}  | ${exceptionLines(py, group)}\n`, ...formatParts(py, group, 1, sourceOf)];
  return `${lines.join('')}${deepest(group)}+------------------------------------\n`;
}

function formatParts(py: Interpreter, group: PyInstance, level: number, sourceOf: SourceOf): string[] {
  const indent = '  '.repeat(level);
  if (level > SHOWN_LEVELS) return [`${indent}| ... (max_group_depth is ${SHOWN_LEVELS})\n`];
  const parts = partsOf(group);
  const lines: string[] = [];
  parts.slice(0, SHOWN_PARTS).forEach((part, index) => {
    const corner = index === 0 ? '+-+' : '  +';
    lines.push(`${indent}${corner}---------------- ${index + 1} ----------------\n`);
    const frames = exceptionFrames.get(part) ?? [];
    if (frames.length > 0) {
      const title = isGroup(part) ? 'Exception Group Traceback' : 'Traceback';
      const text = `${title} (most recent call last):\n${formatFrames(frames, sourceOf)}`;
      lines.push(indented(text, `${indent}  | `));
    }
    // CPython puts the margin before the first line of a message alone.
    lines.push(`${indent}  | ${exceptionLines(py, part)}\n`);
    if (isGroup(part)) {
      lines.push(...formatParts(py, part, level + 1, sourceOf));
      // The tree of a group that is not the last one is closed here; that of the last one by whoever shows it.
      if (index < parts.length - 1)
        lines.push(`${deepest(part, level + 1)}+------------------------------------\n`);
    }
  });
  if (parts.length > SHOWN_PARTS) {
    lines.push(`${indent}  +---------------- ... ----------------\n`);
    lines.push(`${indent}  | and ${parts.length - SHOWN_PARTS} more exceptions\n`);
  }
  return lines;
}

/** How far the last line of a group's tree is indented. */
function deepest(group: PyInstance, level = 1): string {
  const last = partsOf(group).at(-1);
  if (last !== undefined && isGroup(last) && level < SHOWN_LEVELS) return deepest(last, level + 1);
  return '  '.repeat(level + 1);
}

function indented(text: string, margin: string): string {
  return text.replace(/^(?=.)/gm, margin);
}

function formatFrames(frames: readonly TracebackFrame[], sourceOf: SourceOf): string {
  return framePieces(frames, sourceOf).join('');
}

/** The frames of a traceback from the outermost on, each with its source line. */
export function framePieces(frames: readonly TracebackFrame[], sourceOf: SourceOf): string[] {
  const pieces: string[] = [];
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
        pieces.push(`  [Previous line repeated ${repeated - 2} more time${repeated === 3 ? '' : 's'}]\n`);
      return;
    }
    const title = `  File "${frame.path}", line ${frame.line}, in ${frame.functionName}`;
    pieces.push([title, ...sourceLines(frame, sourceOf), ''].join('\n'));
  });
  return pieces;
}

/** The line of a frame, and below it what of it failed. */
function sourceLines(frame: TracebackFrame, sourceOf: SourceOf): string[] {
  const text = sourceOf(frame.path);
  const line = text?.split(/\r\n|\r|\n/)[frame.line - 1];
  if (text === null || line === undefined || line.trim() === '') return [];
  const markers = frame.place === null ? null : markersUnder(frame.place, text, line);
  const shown = `    ${line.trimStart()}`;
  return markers === null ? [shown] : [shown, `    ${markers}`];
}

/** The last line of a traceback: `ValueError: message`. */
export function exceptionLine(py: Interpreter, exception: PyInstance): string {
  const module = exception.cls.module;
  const name =
    module === 'builtins' || module === '__main__'
      ? exception.cls.qualifiedName
      : `${module}.${exception.cls.qualifiedName}`;
  const shown = exception.cls.isSubclassOf(SyntaxError) ? exception.attributes?.map.get('msg') : undefined;
  const text = typeof shown === 'string' ? shown : exceptionText(py, exception);
  const suggestion = suggestionFor(exception);
  const meant = suggestion === null ? '' : `. Did you mean: '${suggestion}'?`;
  return text === '' ? name : `${name}: ${text}${meant}`;
}

/** The last line of a traceback and the notes that were added to the exception. */
export function exceptionLines(py: Interpreter, exception: PyInstance): string {
  const notes = exception.attributes?.map.get('__notes__');
  const lines = notes instanceof PyList ? notes.items.map(note => py.str(note)) : [];
  return syntaxErrorPlace(exception) + [exceptionLine(py, exception), ...lines].join('\n');
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
