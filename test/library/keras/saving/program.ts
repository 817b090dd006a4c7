/** Runs scripts that save models: files in memory, HDF5 through the command line's library. */
import { openHdf5 } from '../../../../src/cli/hdf5.ts';
import { fileError } from '../../../../src/execution/sessionFiles.ts';
import type { Engine } from '../../../../src/graph/engine.ts';
import { allLibraries } from '../../../../src/library/index.ts';
import { silentMonitor } from '../../../../src/library/keras/monitor.ts';
import { servicesKey } from '../../../../src/library/keras/services.ts';
import type { HostFiles } from '../../../../src/python/policy.ts';
import { openEngine } from '../../../../src/training/open-engine.ts';
import { runPython, type TestRun } from '../../../python/run.ts';

/** Files by name. */
export function filesInMemory(files: Map<string, Uint8Array>): HostFiles {
  const at = (path: string): Uint8Array => {
    const found = files.get(path);
    if (found === undefined) throw fileError('FileNotFoundError', path);
    return found;
  };
  return {
    read: async path => at(path),
    write: async (path, data) => void files.set(path, data.slice()),
    list: async path => {
      const start = path === '.' ? '' : `${path}/`;
      const inside = [...files.keys()].filter(name => name.startsWith(start));
      const names = new Set(inside.map(name => name.slice(start.length).split('/')[0]));
      return [...names].map(name => ({ name, kind: files.has(start + name) ? 'file' : 'directory' }));
    },
    // Folders are there as soon as something lies in them.
    stat: async path => {
      if (files.has(path)) return { kind: 'file', size: at(path).length };
      return [...files.keys()].some(name => name.startsWith(`${path}/`))
        ? { kind: 'directory', size: 0 }
        : null;
    },
    makeDirectory: async () => undefined,
    remove: async path => void files.delete(path),
    // Data sets of scripts under test are named as they lie in the cache.
    cached: async ({ place }) => {
      at(place);
      return place;
    },
  };
}

const opening = `
import json
import numpy as np
import keras
from keras import layers
keras.utils.set_random_seed(3)
`;

/** Runs a script; what it saved is in `files`. */
export async function runSaving(
  text: string,
  files = new Map<string, Uint8Array>(),
  hdf5: boolean = true,
  kerasVersion: NonNullable<Parameters<typeof runPython>[1]>['kerasVersion'] = 'auto',
): Promise<TestRun> {
  let engine: Promise<Engine> | null = null;
  const run = await runPython(opening + text, {
    libraries: allLibraries(),
    kerasVersion,
    files: filesInMemory(files),
    prepare: py => {
      py.state(servicesKey).current = {
        engine: () => (engine ??= openEngine({ backend: 'cpu' })),
        monitor: silentMonitor,
        seed: 1,
        ...(hdf5 ? { hdf5: openHdf5 } : {}),
      };
    },
  });
  (await (engine as Promise<Engine> | null))?.close();
  return run;
}
