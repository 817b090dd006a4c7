/** What `check` and `inspect` see of the data files that a script names: their beginnings, and nothing outside. */
import { closeSync, openSync, readSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { glimpsedLength } from '../analysis/glimpsedLength.ts';
import type { FileGlimpse, Host } from '../python/policy.ts';
import type { CommandEnvironment } from './environment.ts';

/** Looks in the working directory, where a run would read, then beside the script, where it is often started. */
export function glimpsesFor(script: string, environment: CommandEnvironment): NonNullable<Host['glimpse']> {
  const { workingDirectory } = environment;
  const folder = path.dirname(path.resolve(workingDirectory, script));
  const seen = new Map<string, FileGlimpse | 'missing' | null>();
  return file => {
    const known = seen.get(file);
    if (known !== undefined) return known;
    const found = look(file, workingDirectory, folder);
    seen.set(file, found);
    return found;
  };
}

function look(file: string, workingDirectory: string, folder: string): FileGlimpse | 'missing' | null {
  const roots = [workingDirectory, folder].map(realOrNull).filter(root => root !== null);
  const places = [workingDirectory, folder].map(start => path.resolve(start, file));
  const place = places.find(candidate => statusOf(candidate) !== null);
  if (place === undefined) return roots.some(root => isInside(places[0]!, root)) ? 'missing' : null;
  const status = statusOf(place);
  const real = realOrNull(place);
  if (!status?.isFile() || real === null || !roots.some(root => isInside(real, root))) return null;
  return { size: status.size, head: beginning(real, glimpsedLength(file, status.size)) };
}

function statusOf(place: string): Stats | null {
  try {
    return statSync(place, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function realOrNull(place: string): string | null {
  try {
    return realpathSync(place);
  } catch {
    return null;
  }
}

function isInside(place: string, folder: string): boolean {
  const way = path.relative(folder, place);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function beginning(place: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const descriptor = openSync(place, 'r');
  try {
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}
