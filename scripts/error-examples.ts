/** Reads the examples of error codes: `src/checks/errors/examples/<code>.py`, three programs a file. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckExamples } from '../src/checks/check.ts';

export interface ErrorExamples extends CheckExamples {
  /** The Keras that the programs are written for; by default their own idioms say. */
  readonly kerasVersion: 'auto' | '1' | '2' | '3';
  /**
   * Who tells of the mistake: analysis, with the marker drawn under the code; only a run, as an exception (contents of
   * files, memory); only a run, beside the training that goes on.
   */
  readonly toldBy: 'analysis' | 'run' | 'notice';
}

const FOLDER = path.join(import.meta.dirname, '../src/checks/errors/examples');

/** A line `# -- fixed` begins a program. What follows `failing` says how it is read: `# -- failing (Keras 2)`. */
const HEADING = /^# -- (failing|fixed|near miss)(?: \((.*)\))?\n/m;

function section(parts: readonly string[], name: string): string {
  // Splitting by a pattern with two groups gives name, note and text in turn.
  for (let index = 1; index < parts.length; index += 3) if (parts[index] === name) return parts[index + 2]!;
  throw new Error(`no section "${name}"`);
}

function parse(text: string): ErrorExamples {
  const parts = text.split(new RegExp(HEADING, 'gm'));
  const note = parts[2] ?? '';
  const version = /Keras ([123])/.exec(note)?.[1] as '1' | '2' | '3' | undefined;
  return {
    failing: section(parts, 'failing'),
    fixed: section(parts, 'fixed'),
    nearMiss: section(parts, 'near miss'),
    kerasVersion: version ?? 'auto',
    toldBy: note.includes('a run notices') ? 'notice' : note.includes('a run raises') ? 'run' : 'analysis',
  };
}

/** The examples by code. */
export function readErrorExamples(): ReadonlyMap<string, ErrorExamples> {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.py'));
  return new Map(
    files.map(name => [name.replace(/\.py$/, ''), parse(readFileSync(path.join(FOLDER, name), 'utf8'))]),
  );
}
