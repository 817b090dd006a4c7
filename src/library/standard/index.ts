/** Every standard library module that Kerascope provides. */
import type { LibraryModule } from '../../python/modules.ts';
import { abcModule as abc, collectionsAbcModule as collectionsAbc } from './abc.ts';
import { module as argparse } from './argparse.ts';
import { module as collections } from './collections.ts';
import { module as contextlib } from './contextlib.ts';
import { module as copy } from './copy.ts';
import { module as dataclasses } from './dataclasses.ts';
import { module as enumeration } from './enum.ts';
import { module as functools } from './functools.ts';
import { module as io } from './io.ts';
import { module as itertools } from './itertools.ts';
import { module as json } from './json.ts';
import { module as keyword } from './keyword.ts';
import { module as logging } from './logging.ts';
import { module as math } from './math.ts';
import { module as operator } from './operator.ts';
import { module as os, pathModule as osPath } from './os.ts';
import { module as random } from './random.ts';
import { module as re } from './re.ts';
import { refusedModules } from './refused.ts';
import { module as string } from './string.ts';
import { module as sys } from './sys.ts';
import { module as time } from './time.ts';
import { module as typing } from './typing.ts';
import { module as warnings } from './warnings.ts';

export const standardModules: readonly LibraryModule[] = [
  abc,
  collections,
  collectionsAbc,
  functools,
  itertools,
  json,
  keyword,
  math,
  operator,
  os,
  osPath,
  logging,
  random,
  argparse,
  ...refusedModules,
  re,
  contextlib,
  copy,
  dataclasses,
  enumeration,
  io,
  string,
  sys,
  time,
  typing,
  warnings,
];
