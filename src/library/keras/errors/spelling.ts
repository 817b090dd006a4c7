/** "Did you mean": the nearest of the names that exist, and the fix that writes it. */
import { editDistance } from '../../../python/editDistance.ts';
import type { Blame, Fix } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Value } from '../../../python/values.ts';

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
