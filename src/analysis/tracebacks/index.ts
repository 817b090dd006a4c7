/** From a pasted error of Keras or TensorFlow to the line and the finding it is about. */
import { assertNever } from '../../python/assertNever.ts';
import type { Message } from '../../python/message.ts';
import type { AnalysedProgram, Finding } from '../program.ts';
import { argumentFamilies } from './arguments.ts';
import type { ErrorFamily } from './family.ts';
import { labelFamilies } from './labels.ts';
import { machineFamilies } from './machine.ts';
import { findingAlike, findingWithWords, lineNamed, lineQuoted } from './matching.ts';
import { numbersIn } from './numbers.ts';
import { shapeFamilies } from './shapes.ts';

export type { ErrorFamily };

/** The registry; the first family whose words fit is taken, so the more special ones stand first. */
export const errorFamilies: readonly ErrorFamily[] = [
  ...labelFamilies,
  ...shapeFamilies,
  ...argumentFamilies,
  ...machineFamilies,
];

/** One place that a traceback names. */
export interface TracebackFrame {
  /** As written: a path, or IPython's name of a cell. */
  readonly file: string;
  readonly line: number;
  /** The line's text, where the traceback shows it. */
  readonly text: string | null;
}

export interface Traceback {
  /** Without colours and escapes. */
  readonly text: string;
  /** Outermost first. */
  readonly frames: readonly TracebackFrame[];
  readonly family: ErrorFamily | null;
}

/** Files of Python's and of installed packages. */
const INSTALLED = /(?:site|dist)-packages|[\\/]lib[\\/]python\d|^<frozen /;

/** A line that says less may stand in any script. */
const TELLING = 8;

/** An input box drops line breaks, so frames need not begin a line. */
const PYTHON_FRAME = /File "([^"]+)", line (\d+)(?:, in (?:<\w+>|[\w.]+))?(?:\n[ \t]+(?!File )([^\n]+))?/g;
const NOTEBOOK_FRAME =
  /(?:^\s*(?:File )?(<ipython-input-[^>]+>|~?[\w./\\-]+\.(?:py|ipynb))|(?:^|\s)((?:Cell|Input) In ?\[\d+\]))(?::(\d+)|, (?:in <[^>]*>|line (\d+))| in [^\n]*\n)/gm;
const ARROW = /(?:^|\s)-+> ?(\d+) ([^\n]*)/m;

/** Colours that terminals and notebooks put around words. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const COLOURS = /\u001b\[[0-9;]*m/g;

function pythonFrames(text: string): { at: number; frame: TracebackFrame }[] {
  return [...text.matchAll(PYTHON_FRAME)].map(match => ({
    at: match.index,
    frame: { file: match[1], line: Number(match[2]), text: match[3]?.trim() ?? null },
  }));
}

/** IPython names the cell or file once and points at the line with an arrow. */
function notebookFrames(text: string): { at: number; frame: TracebackFrame }[] {
  const heads = [...text.matchAll(NOTEBOOK_FRAME)].filter(match => !/^\s*File "/.test(match[0]));
  return heads.flatMap((match, index) => {
    const end = heads[index + 1]?.index ?? text.length;
    const arrow = ARROW.exec(text.slice(match.index, end));
    const line = Number(arrow?.[1] ?? match[3] ?? match[4] ?? 0);
    return line > 0
      ? [{ at: match.index, frame: { file: match[1] ?? match[2], line, text: arrow?.[2].trim() ?? null } }]
      : [];
  });
}

/** Reads what was pasted: a whole traceback of Python or IPython, or only its last lines. */
export function readTraceback(pasted: string): Traceback {
  // As JSON holds it.
  const unescaped = /^\s*\{\s*"|\\n\s+File \\?"/.test(pasted)
    ? pasted.replaceAll('\\n', '\n').replaceAll('\\"', '"').replaceAll('\\u001b', '\u001b')
    : pasted;
  const text = unescaped.replace(COLOURS, '').replace(/\r\n?/g, '\n');
  const frames = [...pythonFrames(text), ...notebookFrames(text)].sort((a, b) => a.at - b.at);
  const family = errorFamilies.find(item => item.says.some(words => words.test(text))) ?? null;
  return { text, frames: frames.map(item => item.frame), family };
}

/** What a traceback has to do with a script. */
export type TracebackAnswer = {
  /** Whether one of its frames is surely a line of the script. */
  readonly isNamed: boolean;
} & (
  | {
      /** The analysis has found the same. */
      readonly kind: 'finding';
      readonly finding: Finding;
    }
  | {
      /** It has not, but the error is known. */
      readonly kind: 'known';
      readonly line: number | null;
      readonly family: ErrorFamily;
      /** What its own numbers say. */
      readonly numbers: Message | null;
    }
  | { readonly kind: 'unknown'; readonly line: number | null; readonly numbers: Message | null }
);

/** The line that has this text, the nearest one where several have. */
function lineWith(text: string, near: number, lines: readonly string[]): number | null {
  // Without line breaks what comes behind it belongs to the text as well.
  const begins = (line: string) => line.length >= TELLING && text.startsWith(`${line} `);
  const whole = lines.flatMap((line, index) => (line.trim() === text ? [index + 1] : []));
  const same =
    whole.length > 0 ? whole : lines.flatMap((line, index) => (begins(line.trim()) ? [index + 1] : []));
  return same.length === 0 ? null : same.reduce((a, b) => (Math.abs(b - near) < Math.abs(a - near) ? b : a));
}

/** The line of the script that the innermost frame in it names; null where none does, or its text is another now. */
function lineIn(traceback: Traceback, name: string, script: string): number | null {
  const lines = script.split('\n');
  const innermost = [...traceback.frames].reverse();
  for (const frame of innermost) {
    const file = frame.file.replaceAll('\\', '/').split('/').at(-1)!;
    const isCell =
      /^(?:(?:Cell|Input) In|<ipython-input)/.test(file) ||
      /^ipykernel_\d+/.test(frame.file.split('/').at(-2) ?? '');
    if (file !== name && !isCell) continue;
    if (frame.text === null) {
      if (!isCell && frame.line <= lines.length) return frame.line;
      continue;
    }
    // Edits move lines, and cells count from their own beginning: the text decides, the number where it is there twice.
    const line = lineWith(frame.text, frame.line, lines);
    if (line !== null) return line;
  }
  // The script had another name there, or was part of a notebook.
  for (const { file, line, text } of innermost) {
    if (text === null || text.length < TELLING || INSTALLED.test(file)) continue;
    const same = lineWith(text, line, lines);
    if (same !== null) return same;
  }
  return null;
}

function distance(finding: Finding, line: number | null): number {
  if (line === null) return finding.span.start.line;
  const { start, end } = finding.span;
  return start.line <= line && line <= end.line
    ? 0
    : Math.min(Math.abs(start.line - line), Math.abs(end.line - line));
}

/** Finds what a pasted error is about. `name`: the script's file name without folders. */
export function explainTraceback(
  pasted: string,
  name: string,
  script: string,
  program: Pick<AnalysedProgram, 'findings'>,
): TracebackAnswer {
  const traceback = readTraceback(pasted);
  const { family, text } = traceback;
  const line = lineIn(traceback, name, script) ?? lineQuoted(text, script);
  const { findings } = program;
  const nearest = (some: readonly Finding[]): Finding | undefined =>
    [...some].sort((a, b) => distance(a, line) - distance(b, line))[0];
  const onLine = (finding: Finding) => line !== null && distance(finding, line) === 0;
  const same = findings.filter(finding => family?.codes.includes(finding.code));
  const errors = findings.filter(finding => finding.severity === 'error');
  const finding =
    findingWithWords(text, line === null ? errors : errors.filter(onLine)) ??
    nearest(same) ??
    findingWithWords(text, errors) ??
    nearest(errors.filter(onLine)) ??
    findingAlike(text, errors);
  const isNamed = line !== null;
  if (finding !== null && finding !== undefined) return { kind: 'finding', isNamed, finding };
  const place = line ?? lineNamed(text, script);
  const numbers = numbersIn(text);
  return family === null
    ? { kind: 'unknown', isNamed, line: place, numbers }
    : { kind: 'known', isNamed, line: place, family, numbers };
}

/** The line to go to; null where there is none. */
export function lineOf(answer: TracebackAnswer): number | null {
  switch (answer.kind) {
    case 'finding':
      return answer.finding.span.start.line;
    case 'known':
    case 'unknown':
      return answer.line;
    default:
      return assertNever(answer);
  }
}
