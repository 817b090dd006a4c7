/** HDF5 files as Keras uses them. The library that reads and writes them is large: a run hands it over when it is needed. */
import type { DType } from '../../../graph/dtypes.ts';
import type { HostArray } from '../../../graph/engine.ts';
import { NotImplementedError, raise } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { servicesKey } from '../services.ts';

/** Names come in the order in which they are to be written; reading gives them in the file's. */
export interface Hdf5Group {
  readonly attributes: Map<string, string | readonly string[]>;
  readonly groups: Map<string, Hdf5Group>;
  readonly datasets: Map<string, HostArray>;
}

export interface Hdf5 {
  /** Throws an Error for bytes that are no HDF5 file. */
  read(bytes: Uint8Array): Hdf5Group;
  write(root: Hdf5Group): Uint8Array;
}

export function emptyGroup(): Hdf5Group {
  return { attributes: new Map(), groups: new Map(), datasets: new Map() };
}

/** The group at a path (`layers/dense/vars`), made where it is missing. */
export function makeGroup(root: Hdf5Group, path: string): Hdf5Group {
  let group = root;
  for (const name of path.split('/').filter(part => part !== '')) {
    const next = group.groups.get(name) ?? emptyGroup();
    group.groups.set(name, next);
    group = next;
  }
  return group;
}

/** The group at a path; undefined where there is none. */
export function groupAt(root: Hdf5Group, path: string): Hdf5Group | undefined {
  let group: Hdf5Group | undefined = root;
  for (const name of path.split('/').filter(part => part !== '')) group = group?.groups.get(name);
  return group;
}

/** The array at a path; undefined where there is none. */
export function datasetAt(root: Hdf5Group, path: string): HostArray | undefined {
  const parts = path.split('/').filter(part => part !== '');
  return groupAt(root, parts.slice(0, -1).join('/'))?.datasets.get(parts.at(-1) ?? '');
}

const fileTypes = {
  bool: '<B',
  uint8: '<B',
  int8: '<b',
  uint16: '<H',
  int16: '<h',
  uint32: '<I',
  int32: '<i',
  uint64: '<Q',
  int64: '<q',
  float64: '<d',
} as const;

/** How a file holds a dtype, by the letters of Python's struct; floats of 16 bits are written as float32. */
export function fileType(dtype: DType): (typeof fileTypes)[keyof typeof fileTypes] | '<f' {
  return dtype in fileTypes ? fileTypes[dtype as keyof typeof fileTypes] : '<f';
}

/** The library; one clear Python error where this run has none. */
export function* openHdf5(py: Interpreter): Suspendable<Hdf5> {
  const open = py.state(servicesKey).current?.hdf5;
  if (open === undefined) {
    throw raise(
      NotImplementedError,
      'Saving and loading weights (HDF5 files) is not supported in the panel; run the script with `kerascope run`.',
      { code: 'not-supported' },
    );
  }
  return yield* wait(open());
}
