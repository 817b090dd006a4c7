/** Picks the edits of many fixes that can be made at once. */
import type { Finding, Fix } from '../analysis/program.ts';
import type { Span } from '../python/syntax.ts';

/** The fix that "fix all" and the lightbulb's default use: the preferred one, or none. */
export function preferredFix(finding: Finding): Fix | null {
  return finding.fixes.find(fix => fix.preferred === true) ?? null;
}

function touches(first: Span, second: Span): boolean {
  return first.start.offset < second.end.offset && second.start.offset < first.end.offset;
}

type Edit = Fix['edits'][number];

function isSame(first: Edit, second: Edit): boolean {
  return (
    first.text === second.text &&
    first.span.start.offset === second.span.start.offset &&
    first.span.end.offset === second.span.end.offset
  );
}

function conflicts(first: Edit, second: Edit): boolean {
  // Two insertions at one place are kept in order, as two missing imports are.
  return !isSame(first, second) && touches(first.span, second.span);
}

/**
 * The edits of the preferred fix of each finding, in the order of the findings. A fix of which an edit overlaps an
 * earlier one is left out whole, for the next round; an edit that two fixes share is made once.
 */
export function editsToFixAll(findings: readonly Finding[]): Edit[] {
  const chosen: Edit[] = [];
  for (const finding of findings) {
    const fix = preferredFix(finding);
    if (fix === null || fix.edits.some(edit => chosen.some(other => conflicts(edit, other)))) {
      continue;
    }
    chosen.push(...fix.edits.filter(edit => !chosen.some(other => isSame(edit, other))));
  }
  return withImportsJoined(chosen);
}

/** A line that a fix adds for an import, with the line breaks around it. */
const IMPORT_LINE = /^(\n*)(from (\S+) import .+|import .+?)(\n*)$/;

/** Imports that are added at one place as one block, and names of one module in one line of it. */
function withImportsJoined(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const line = IMPORT_LINE.exec(edit.text);
    const index = line === null ? -1 : joined.findIndex(other => isAtPlaceOf(other, edit));
    if (index < 0) {
      joined.push(edit);
      continue;
    }
    const [, before, statement, module, after] = line!;
    const text = joined[index]!.text.slice(before!.length, joined[index]!.text.length - after!.length);
    const lines = text.split('\n');
    const same = lines.findIndex(
      present => module !== undefined && present.startsWith(`from ${module} import `),
    );
    if (same < 0) lines.push(statement!);
    else lines[same] += `, ${statement!.slice(`from ${module} import `.length)}`;
    joined[index] = { ...edit, text: `${before}${lines.join('\n')}${after}` };
  }
  return joined;
}

/** Whether both add imports at one place. */
function isAtPlaceOf(first: Edit, second: Edit): boolean {
  const [a, b] = [first.span, second.span];
  return (
    a.start.offset === b.start.offset &&
    a.end.offset === a.start.offset &&
    b.end.offset === b.start.offset &&
    /^\n*(?:from|import) /.test(first.text)
  );
}
