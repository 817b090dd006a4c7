/** Every callback: the one registry. */
import type { PyClass } from '../../../python/classes.ts';
import { callbackClass } from './callback.ts';
import { historyClass } from './history.ts';

export const callbackClasses: ReadonlyMap<string, PyClass> = new Map([
  ['Callback', callbackClass],
  ['History', historyClass],
]);
