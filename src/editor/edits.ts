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
  return chosen;
}
