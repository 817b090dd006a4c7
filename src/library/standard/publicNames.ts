/** The public names of Python's standard modules. */
import { filesNames } from './publicNames/files.ts';
import { languageNames } from './publicNames/language.ts';
import { valuesNames } from './publicNames/values.ts';

const NAMES: Readonly<Record<string, string>> = { ...filesNames, ...languageNames, ...valuesNames };

/** All public names of a module; null where they are not recorded. */
export function publicNames(module: string): string[] | null {
  return Object.hasOwn(NAMES, module) ? NAMES[module].trim().split(/\s+/) : null;
}
