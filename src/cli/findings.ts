/** Findings as the command line prints them: lines for people, and plain objects for programs. */
import type { Finding } from '../analysis/program.ts';
import { raisesMessage } from '../checks/finding.ts';
import { type Message, message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import type { Localise } from './language.ts';

/** Lines from 1, columns from 0 (UTF-16 code units), end exclusive. */
export interface ReportedRange {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** One element of `check --json`. */
export interface ReportedFinding {
  readonly file: string;
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  /** What Keras or Python says, for errors. */
  readonly raises: string | null;
  readonly range: ReportedRange;
  readonly related: readonly { readonly message: string; readonly range: ReportedRange }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly preferred: boolean;
    readonly edits: readonly { readonly range: ReportedRange; readonly newText: string }[];
  }[];
}

export function rangeOf(span: Span): ReportedRange {
  const { start, end } = span;
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}

export function reportedFinding(file: string, finding: Finding, localise: Localise): ReportedFinding {
  return {
    file,
    code: finding.code,
    severity: finding.severity,
    message: localise(finding.message),
    raises: finding.raises,
    range: rangeOf(finding.span),
    related: finding.related.map(place => ({ message: localise(place.message), range: rangeOf(place.span) })),
    fixes: finding.fixes.map(fix => ({
      title: localise(fix.title),
      preferred: fix.preferred ?? false,
      edits: fix.edits.map(edit => ({ range: rangeOf(edit.span), newText: edit.text })),
    })),
  };
}

const SEVERITY_WORDS: Readonly<Record<Finding['severity'], Message>> = {
  error: message('error'),
  warning: message('warning'),
  information: message('information'),
  hint: message('hint'),
};

/** `path:line:column: severity code message`, columns from 1 as editors count; what belongs to it is indented. */
export function findingLines(finding: ReportedFinding, localise: Localise): string[] {
  const place = (range: ReportedRange) => `${finding.file}:${range.start.line}:${range.start.column + 1}`;
  const severity = localise(SEVERITY_WORDS[finding.severity]);
  const lines = [`${place(finding.range)}: ${severity} ${finding.code} ${finding.message}`];
  if (finding.raises !== null && finding.raises !== finding.message)
    lines.push(`    ${localise(raisesMessage(finding.code, finding.raises))}`);
  for (const related of finding.related) lines.push(`    ${place(related.range)}: ${related.message}`);
  for (const fix of finding.fixes) lines.push(`    ${localise(message('Fix: {0}', fix.title))}`);
  // Messages of Keras may have several lines; all of them stay indented under theirs.
  return lines.map(line => line.replaceAll('\n', '\n      '));
}

/** How many there are of each severity, in one sentence. */
export function summary(findings: readonly ReportedFinding[], files: number, localise: Localise): string {
  const count = (severity: Finding['severity']) =>
    findings.filter(finding => finding.severity === severity).length;
  const notes = count('information') + count('hint');
  return localise(
    message(
      'Files: {0}. Errors: {1}. Warnings: {2}. Notes: {3}.',
      files,
      count('error'),
      count('warning'),
      notes,
    ),
  );
}
