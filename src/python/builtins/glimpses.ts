/** What analysis sees of the files of the workspace. */
import type { PythonError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { message } from '../message.ts';
import type { FileGlimpse } from '../policy.ts';
import { StateKey } from '../state.ts';
import { NotKnown } from '../values.ts';
import { noSuchFile } from './fileErrors.ts';

/** Files that the script writes, or may: what stands in them now says nothing of what it will read. */
export const writtenFiles = new StateKey<Set<string>>('written files', () => new Set());

/** Whether a glimpse shows the file to its end. */
export function isWhole(glimpse: FileGlimpse): boolean {
  return glimpse.head.length >= glimpse.size;
}

/**
 * What analysis sees of a file.
 * @throws FileNotFoundError where there is certainly none; NotKnown where the host does not show it
 */
export function glimpseFile(path: string, py: Interpreter): FileGlimpse {
  if (isWrittenByScript(path, py)) throw new NotKnown(`${path} is written by the script itself`);
  const glimpse = py.host.glimpse?.(path) ?? null;
  if (glimpse === null) throw new NotKnown(`${path} is read only when the script runs`);
  if (glimpse === 'missing') throw missingFile(path);
  return glimpse;
}

function missingFile(path: string): PythonError {
  return noSuchFile(path, {
    explanation: message('There is no file `{0}` in the folder in which the script runs.', path),
  });
}

/**
 * Also by another spelling of the path: the same name anywhere counts. `{epoch}` in the name of a file that is written
 * again and again stands for any text.
 */
function isWrittenByScript(path: string, py: Interpreter): boolean {
  const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
  const name = nameOf(path);
  return [...py.state(writtenFiles)].some(file => {
    const written = nameOf(file);
    return written.includes('{') ? matchesPattern(name, written) : written === name;
  });
}

function matchesPattern(name: string, pattern: string): boolean {
  const parts = pattern.split(/\{[^}]*\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}
