/** Which modules and names the version of Keras lacks that a program is for: to use one is an error, as it is in Keras. */
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Message, message } from '../../../python/message.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { isGone, isNew, listsName } from './nameHistory.ts';
import { publicNames } from './publicNames.ts';
import { laterNames, namesBesideTensorFlow } from './versionNames.ts';

const modulesOfKeras3 = new Set([...Object.keys(publicNames), ...Object.keys(laterNames)]);

/** Modules that no version 2 had. */
const newModules =
  /^keras\.(config|datasets\.california_housing|distillation|distribution|dtype_policies|ops|quantizers|random|tree|visualization)(\.|$)/;

/** @param path as a script writes it: `keras.layers.core`, `tensorflow.keras.ops` */
function lacksModule(py: Interpreter, path: string): boolean {
  const within = /^(tensorflow\.)?(keras\b(?!\.(?:src|api)\b).*)$/.exec(path);
  if (within === null) return false;
  const [, tensorflow, module] = within;
  if (py.state(kerasVersionKey).current < 3) return newModules.test(module!);
  return !modulesOfKeras3.has(module!) && !(tensorflow !== undefined && module! in namesBesideTensorFlow);
}

/** Whether the script may have a module from Keras's own folders, where it holds more. */
function isInside(py: Interpreter, module: string): boolean {
  return [module, 'keras'].some(path => py.modules.get(path.replace(/^keras/, 'keras.src')) !== undefined);
}

/** What `tf.keras` or Keras's own folders still have is lacking only where nothing can have come from there. */
function lacksName(py: Interpreter, module: string, name: string, imported?: string): boolean {
  if (py.state(kerasVersionKey).current < 3) return isNew(module, name);
  // Of a module that is gone itself nothing else is to be told.
  if (!modulesOfKeras3.has(module)) return false;
  if (modulesOfKeras3.has(`${module}.${name}`) || name.startsWith('__')) return false;
  if (imported?.startsWith('keras.src') ?? isInside(py, module)) return false;
  const hasOthers = imported?.startsWith('tensorflow') ?? py.modules.isLoaded('tensorflow');
  return isGone(module, name) && !(hasOthers && listsName(namesBesideTensorFlow[module], name));
}

/** @param name whole: `keras.layers.core` */
function whyLacking(py: Interpreter, name: string): Message {
  const version = py.state(kerasVersionKey).current;
  return version < 3
    ? message('Keras {0} has no `{1}`: it came with Keras 3.', version, name)
    : message('Keras 3 has no `{0}` any more: it is from earlier versions.', name);
}

/** The module as the versions of Keras have it. */
export function versioned(module: LibraryModule): LibraryModule {
  return {
    ...module,
    lacks: {
      module: lacksModule,
      name: (py, name, imported) => lacksName(py, module.name, name, imported),
      // Keras's own folders.
      holdsMore: imported => /(^|\.)keras\.src\b/.test(imported),
      why: whyLacking,
    },
  };
}
