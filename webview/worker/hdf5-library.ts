/** The entry of a bundle of its own: the HDF5 library, which the worker loads when a script first needs it. */
import * as library from 'h5wasm';

Object.assign(globalThis, { kerascopeHdf5: library });
