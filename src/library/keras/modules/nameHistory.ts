/** When Keras's modules had a name. */
import { olderNames, publicNames } from './publicNames.ts';
import { laterNames, newNames } from './versionNames.ts';

/** `names` are apart by spaces. */
export function listsName(names: string | undefined, name: string): boolean {
  return ` ${names ?? ''} `.includes(` ${name} `);
}

/** Whether Keras 1 or 2 had a name and Keras 3 has it no longer; `tf.keras` may have it still. */
export function isGone(module: string, name: string): boolean {
  return (
    listsName(olderNames[module], name) &&
    !listsName(publicNames[module], name) &&
    !listsName(laterNames[module], name)
  );
}

/** Whether Keras 3 brought a name, in its first version or later. */
export function isNew(module: string, name: string): boolean {
  return listsName(newNames[module], name) || listsName(laterNames[module], name);
}
