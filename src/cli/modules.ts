/** The modules beside a script, read when they are imported. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { allLibraries } from '../library/index.ts';
import type { Host } from '../python/policy.ts';
import type { CommandEnvironment } from './environment.ts';
import { decodeScript } from './sources.ts';

/** Finds modules as Python does from the script's folder: a package before a file, a bare folder last. */
export function modulesBeside(file: string, environment: CommandEnvironment): Host['moduleSource'] {
  const shown = path.dirname(file);
  const folder = path.resolve(environment.workingDirectory, shown);
  return name => {
    const place = name.replaceAll('.', '/');
    for (const candidate of [`${place}/__init__.py`, `${place}.py`]) {
      const bytes = readOrNull(path.join(folder, candidate));
      const own = path.join(shown, candidate);
      if (bytes !== null) return { path: own, text: decodeScript(own, bytes) };
    }
    if (allLibraries().has(name) || !isFolder(path.join(folder, place))) return null;
    return { path: path.join(shown, place, '__init__.py'), text: '' };
  };
}

function readOrNull(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
