/** CPython's "Did you mean": the known name that is closest to a missing one. */
import { editDistance } from './editDistance.ts';
import type { PyInstance } from './values.ts';

type Candidates = () => Iterable<Iterable<string>>;

const asked = new WeakMap<PyInstance, { readonly name: string; readonly candidates: Candidates }>();

/** Remembers where to look for what may have been meant; it is looked for when a traceback is printed. */
export function suggestFrom(exception: PyInstance, name: string, candidates: Candidates): void {
  asked.set(exception, { name, candidates });
}

/** The name that may have been meant; null where none is close. */
export function suggestionFor(exception: PyInstance): string | null {
  const question = asked.get(exception);
  if (question === undefined) return null;
  for (const names of question.candidates()) {
    const closest = closestName(question.name, [...names]);
    if (closest !== null) return closest;
  }
  return null;
}

/**
 * The name that is meant by a missing one: what the fewest slips make it of, and CPython's answer where nothing is closer.
 * CPython knows no swapped letters: it counts them as two changed ones.
 */
export function nameMeant(exception: PyInstance): string | null {
  const question = asked.get(exception);
  if (question === undefined) return null;
  const { name } = question;
  let best = suggestionFor(exception);
  let least = best === null ? (name.length < longName ? 1 : 2) + 1 : editDistance(name, best);
  for (const names of question.candidates()) {
    const candidates = [...names];
    // So many are those of several classes.
    if (candidates.length >= mostNames) continue;
    for (const candidate of candidates) {
      if (candidate === name || candidate.startsWith('_') || candidate.length < shortestName) continue;
      if (Math.abs(candidate.length - name.length) >= least) continue;
      const distance = editDistance(name, candidate);
      if (distance < least) [best, least] = [candidate, distance];
    }
  }
  return best;
}

/** Names are close to too many others below the first length, and below the second where more than one letter differs. */
const shortestName = 3;
const longName = 6;

/** What CPython's measure counts for a changed letter, and for one whose case differs. */
const changeCost = 2;
const caseCost = 1;
const longestName = 40;
const mostNames = 750;

/** The name that is closest by CPython's measure; null where none is close. */
export function closestName(name: string, names: readonly string[]): string | null {
  if (names.length >= mostNames || name.length > longestName) return null;
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const candidate of names) {
    if (candidate === name || candidate.length > longestName) continue;
    const limit = Math.floor(((name.length + candidate.length + 3) * changeCost) / 6);
    const cost = distance(name, candidate);
    if (cost <= limit && cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index * changeCost);
  for (let i = 1; i <= left.length; i++) {
    const next = [i * changeCost];
    for (let j = 1; j <= right.length; j++) {
      const change = row[j - 1] + letterCost(left[i - 1], right[j - 1]);
      next.push(Math.min(change, row[j] + changeCost, next[j - 1] + changeCost));
    }
    row = next;
  }
  return row[right.length];
}

function letterCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? caseCost : changeCost;
}
