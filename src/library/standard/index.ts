/** Every standard library module that Kerascope provides. */
import type { LibraryModule } from '../../python/modules.ts';
import { module as collections } from './collections.ts';
import { module as functools } from './functools.ts';
import { module as itertools } from './itertools.ts';
import { module as json } from './json.ts';
import { module as keyword } from './keyword.ts';
import { module as math } from './math.ts';
import { module as operator } from './operator.ts';
import { module as random } from './random.ts';

export const standardModules: readonly LibraryModule[] = [
  collections,
  functools,
  itertools,
  json,
  keyword,
  math,
  operator,
  random,
];
