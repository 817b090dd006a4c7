/** When Keras's modules had a name. */
import { insideNames } from './insideNames.ts';
import { olderNames, publicNames } from './publicNames.ts';
import { laterNames, newNames } from './versionNames.ts';

/** `names` are apart by spaces. */
export function listsName(names: string | undefined, name: string): boolean {
  return ` ${names ?? ''} `.includes(` ${name} `);
}

/** The names that a module of some Keras version has: those without a model of ours are unknown, others an error. */
export function namesOf(path: string): ReadonlySet<string> {
  const lists = [publicNames, olderNames, laterNames, insideNames];
  return new Set(lists.flatMap(names => (names[path] ?? '').split(' ')).filter(word => word !== ''));
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
