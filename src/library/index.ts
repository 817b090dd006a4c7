/** Every library module that scripts can import: the one list that analysis and runs share. */
import { ListedNames } from '../python/listedNames.ts';
import { type LibraryModule, type LibraryRegistry, libraryRegistry } from '../python/modules.ts';
import { kerasModules } from './keras/index.ts';
import { matplotlibModules } from './matplotlib/index.ts';
import { publicNames as matplotlibNames } from './matplotlib/publicNames.ts';
import { MATPLOTLIB_WITHOUT_EFFECT } from './matplotlib/withoutEffect.ts';
import { numpyModules } from './numpy/index.ts';
import { publicNames as numpyNames } from './numpy/publicNames.ts';
import { otherModules } from './otherLibraries.ts';
import { packageParts } from './packageParts.ts';
import { pandasModules } from './pandas/index.ts';
import { publicNames as pandasNames } from './pandas/publicNames.ts';
import { PANDAS_WITHOUT_EFFECT } from './pandas/withoutEffect.ts';
import { pillowModules } from './pillow/index.ts';
import { publicNames as pillowNames } from './pillow/publicNames.ts';
import { scipyModules } from './scipy/index.ts';
import { publicNames as scipyNames } from './scipy/publicNames.ts';
import { SCIPY_WITHOUT_EFFECT } from './scipy/withoutEffect.ts';
import { attributeNames } from './sklearn/attributeNames.ts';
import { sklearnModules } from './sklearn/index.ts';
import { publicNames as sklearnNames } from './sklearn/publicNames.ts';
import { SKLEARN_WITHOUT_EFFECT } from './sklearn/withoutEffect.ts';
import { standardModules } from './standard/index.ts';
import { tensorflowModules } from './tensorflow/index.ts';

/** The folders' registries, in the order of docs/supported.md. */
const libraries: readonly (readonly LibraryModule[])[] = [
  standardModules,
  numpyModules,
  kerasModules,
  tensorflowModules,
  counting(sklearnModules, SKLEARN_WITHOUT_EFFECT),
  counting(scipyModules, SCIPY_WITHOUT_EFFECT),
  counting(pandasModules, PANDAS_WITHOUT_EFFECT),
  counting(matplotlibModules, MATPLOTLIB_WITHOUT_EFFECT),
  pillowModules,
  otherModules,
];

/** Modules of a library of which every option is read, listed as being without effect, or refused. */
function counting(modules: readonly LibraryModule[], withoutEffect: readonly string[]): LibraryModule[] {
  return modules.map(each => (each.source === undefined ? each : { withoutEffect, ...each }));
}

/** What modules whose names count as not modelled hold in truth. */
const names: Readonly<Record<string, string>> = {
  ...numpyNames,
  ...sklearnNames,
  ...scipyNames,
  ...pandasNames,
  ...matplotlibNames,
  ...pillowNames,
};

const namesOfEstimators = new ListedNames(attributeNames.sklearn);

/** A module with what its package, itself and its objects hold, where that is listed. */
function withLists(module: LibraryModule): LibraryModule {
  const parts = Object.hasOwn(packageParts, module.name) ? packageParts[module.name] : undefined;
  const listed = Object.hasOwn(names, module.name) ? names[module.name] : undefined;
  return {
    ...module,
    ...(parts === undefined ? {} : { parts: new Set(parts.split(' ')) }),
    ...(listed === undefined ? {} : { names: new ListedNames(listed) }),
    ...(module.name.startsWith('sklearn.') ? { attributeNames: namesOfEstimators } : {}),
  };
}

let registry: LibraryRegistry | null = null;

/** The registry, made at first use; modules make their contents for each program anew. */
export function allLibraries(): LibraryRegistry {
  registry ??= libraryRegistry(libraries.flat().map(withLists));
  return registry;
}
