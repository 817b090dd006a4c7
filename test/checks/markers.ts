/**
 * Findings drawn under the code: analyses a snippet and compares what is found with its markers.
 *
 * `#     ^^^^ warning[code]: part of the text` marks the columns of the nearest line of code above. A marker that begins
 * `#^^^` marks from the column of its `#`. A finding over several lines is drawn to the end of its first one.
 */
import { followProgram } from '../../src/analysis/index.ts';
import type { AnalysedProgram, Finding, Fix } from '../../src/analysis/program.ts';
import { formatMessage } from '../../src/python/message.ts';
import { testParser } from '../python/run.ts';

const MARKER = /^(\s*)#( *)(\^+) (error|warning|information|hint)\[([\w-]+)\](?:: (.*))?$/;

export interface Drawn {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly code: string;
  /** Part of the finding's text. */
  readonly text: string;
}

export type KerasVersionOption = 'auto' | '1' | '2' | '3';

/** The markers of a snippet, and the snippet with empty lines in their place. */
export function readMarkers(snippet: string): { readonly program: string; readonly drawn: Drawn[] } {
  const drawn: Drawn[] = [];
  let line = 0;
  const lines = snippet.split('\n').map((text, index) => {
    const match = MARKER.exec(text);
    if (match === null) {
      line = index + 1;
      return text;
    }
    const [, indent, gap, carets, severity, code, part] = match;
    const adjacent = gap === '';
    const start = indent!.length + (adjacent ? 0 : 1 + gap!.length);
    drawn.push({
      line,
      start,
      end: start + carets!.length + (adjacent ? 1 : 0),
      severity: severity!,
      code: code!,
      text: part ?? '',
    });
    return '';
  });
  return { program: lines.join('\n'), drawn };
}

export async function analyse(
  program: string,
  kerasVersion: KerasVersionOption = 'auto',
): Promise<AnalysedProgram> {
  return followProgram(await testParser(), program, 'script.py', { kerasVersion }).program;
}

/** A finding as a marker would draw it. */
export function drawing(finding: Finding, program: string): Drawn {
  const { start, end } = finding.span;
  const lineLength = program.split('\n')[start.line - 1]!.length;
  return {
    line: start.line,
    start: start.column,
    end: start.line === end.line ? end.column : lineLength,
    severity: finding.severity,
    code: finding.code,
    text: formatMessage(finding.message),
  };
}

function lineOf(drawn: Drawn): string {
  return `${drawn.line}:${drawn.start}-${drawn.end} ${drawn.severity}[${drawn.code}]`;
}

/** What differs between the drawn findings and the real ones, a sentence each. */
export function differences(expected: readonly Drawn[], found: readonly Drawn[]): string[] {
  const missing = expected.flatMap(drawn => {
    const match = found.find(item => lineOf(item) === lineOf(drawn));
    if (match === undefined) return [`not found: ${lineOf(drawn)}`];
    return match.text.includes(drawn.text)
      ? []
      : [`${lineOf(drawn)} says "${match.text}", not "${drawn.text}"`];
  });
  const extra = found
    .filter(item => !expected.some(drawn => lineOf(drawn) === lineOf(item)))
    .map(item => `not drawn: ${lineOf(item)} ${item.text}`);
  return [...missing, ...extra];
}

/** Compares a snippet's markers with what analysis finds in it. */
export async function compare(snippet: string, kerasVersion: KerasVersionOption = 'auto'): Promise<string[]> {
  const { program, drawn } = readMarkers(snippet);
  const { findings } = await analyse(program, kerasVersion);
  return differences(
    drawn,
    findings.map(finding => drawing(finding, program)),
  );
}

/** The text after a quick fix. */
export function applyFix(program: string, fix: Pick<Fix, 'title' | 'edits'>): string {
  const edits = fix.edits.map((edit, index) => ({ ...edit, index }));
  edits.sort((a, b) => b.span.start.offset - a.span.start.offset || b.index - a.index);
  let text = program;
  let limit = Number.POSITIVE_INFINITY;
  for (const { span, text: replacement } of edits) {
    if (span.end.offset > limit) throw new Error(`edits of "${formatMessage(fix.title)}" overlap`);
    limit = span.start.offset;
    text = text.slice(0, span.start.offset) + replacement + text.slice(span.end.offset);
  }
  return text;
}
