/** Every library module that scripts can import: the one list that analysis and runs share. */
import { type LibraryModule, type LibraryRegistry, libraryRegistry } from '../python/modules.ts';
import { kerasModules } from './keras/index.ts';
import { matplotlibModules } from './matplotlib/index.ts';
import { numpyModules } from './numpy/index.ts';
import { otherModules } from './otherLibraries.ts';
import { pandasModules } from './pandas/index.ts';
import { pillowModules } from './pillow/index.ts';
import { scipyModules } from './scipy/index.ts';
import { sklearnModules } from './sklearn/index.ts';
import { standardModules } from './standard/index.ts';
import { tensorflowModules } from './tensorflow/index.ts';

/** The folders' registries, in the order of docs/supported.md. */
const libraries: readonly (readonly LibraryModule[])[] = [
  standardModules,
  numpyModules,
  kerasModules,
  tensorflowModules,
  sklearnModules,
  scipyModules,
  pandasModules,
  matplotlibModules,
  pillowModules,
  otherModules,
];

let registry: LibraryRegistry | null = null;

/** The registry, made at first use; modules make their contents for each program anew. */
export function allLibraries(): LibraryRegistry {
  registry ??= libraryRegistry(libraries.flat());
  return registry;
}
