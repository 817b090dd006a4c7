/** HDF5 files for scripts in Node: the library is loaded at first use. */
import { hdf5With } from '../execution/sessionHdf5.ts';
import type { Hdf5 } from '../library/keras/saving/hdf5.ts';

let opened: Promise<Hdf5> | null = null;

export function openHdf5(): Promise<Hdf5> {
  opened ??= import('h5wasm').then(hdf5With);
  return opened;
}
