/** "Did you mean": the nearest of the names that exist, and the fix that writes it. */
import type { Blame, Fix } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Value } from '../../../python/values.ts';

/** Edits (insert, delete, replace, swap neighbours) between two words. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2][j - 2] + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}

/** The name that was probably meant; null when none is near. */
export function nearestName(written: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const name of names) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

/** Blames an argument that holds an unknown name, with the fix that writes the nearest known one. */
export function misspelt(
  py: Interpreter,
  argument: string,
  value: Value,
  names: Iterable<string>,
): { blame: Blame; fixes: Fix[] } {
  const blame: Blame = { kind: 'argument', name: argument };
  if (typeof value !== 'string') return { blame, fixes: [] };
  const meant = nearestName(value, names);
  const span = py.site?.argumentSpan(argument) ?? null;
  if (meant === null || span === null) return { blame, fixes: [] };
  const text = py.site!.argumentText(argument) ?? '';
  const at = text.indexOf(value);
  if (at < 0 || text.indexOf(value, at + 1) >= 0) return { blame, fixes: [] };
  const replaced = text.slice(0, at) + meant + text.slice(at + value.length);
  return {
    blame,
    fixes: [
      {
        kind: 'correct-text',
        title: message('Change to `{0}`', meant),
        edits: [{ span, text: replaced }],
        preferred: true,
      },
    ],
  };
}
