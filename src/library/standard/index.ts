/** Every standard library module that Kerascope provides. */
import type { LibraryModule } from '../../python/modules.ts';
import { abcModule as abc, collectionsAbcModule as collectionsAbc } from './abc.ts';
import { module as argparse } from './argparse/index.ts';
import { module as array } from './array.ts';
import { module as ast } from './ast.ts';
import { module as asyncio } from './asyncio/index.ts';
import { module as atexit } from './atexit.ts';
import { modules as base64 } from './base64.ts';
import { module as bisect } from './bisect.ts';
import { module as calendar } from './calendar.ts';
import { module as cmath } from './cmath.ts';
import { module as collections } from './collections.ts';
import { module as configparser } from './configparser.ts';
import { module as contextlib } from './contextlib.ts';
import { modules as contextvars } from './contextvars.ts';
import { module as copy } from './copy.ts';
import { module as csv } from './csv.ts';
import { module as dataclasses } from './dataclasses.ts';
import { module as datetime } from './datetime/index.ts';
import { module as decimal } from './decimal/index.ts';
import { module as difflib } from './difflib.ts';
import { module as enumeration } from './enum.ts';
import { module as fractions } from './fractions.ts';
import { module as functools } from './functools.ts';
import { modules as glob } from './glob.ts';
import { modules as gzip } from './gzip.ts';
import { module as hashlib } from './hashlib.ts';
import { module as heapq } from './heapq.ts';
import { modules as html } from './html.ts';
import { modules as importlib } from './importlib.ts';
import { module as inspect } from './inspect.ts';
import { module as io } from './io.ts';
import { module as itertools } from './itertools.ts';
import { module as json, submodules as jsonSubmodules } from './json.ts';
import { module as keyword } from './keyword.ts';
import { modules as locale } from './locale.ts';
import { modules as logging } from './logging.ts';
import { module as math } from './math.ts';
import { module as numbers } from './numbers.ts';
import { module as operator } from './operator.ts';
import { module as os, pathModule as osPath } from './os.ts';
import { module as pathlib } from './pathlib.ts';
import { modules as platform } from './platform.ts';
import { module as pprint } from './pprint.ts';
import { publicNames } from './publicNames.ts';
import { module as random } from './random.ts';
import { module as re } from './re.ts';
import { refusedModules } from './refused.ts';
import { module as secrets } from './secrets.ts';
import { modules as shutil } from './shutil.ts';
import { module as statistics } from './statistics.ts';
import { module as string } from './string.ts';
import { module as strptime } from './strptime.ts';
import { module as struct } from './struct.ts';
import { module as sys } from './sys.ts';
import { module as textwrap } from './textwrap.ts';
import { modules as threading } from './threading.ts';
import { module as time } from './time.ts';
import { module as timeit } from './timeit.ts';
import { module as traceback } from './traceback.ts';
import { module as types } from './types.ts';
import { module as typing } from './typing.ts';
import { module as unicodedata } from './unicodedata.ts';
import { module as unittest } from './unittest/index.ts';
import { unsupportedModules } from './unsupported.ts';
import { module as uuid } from './uuid.ts';
import { module as warnings } from './warnings.ts';
import { module as weakref } from './weakref.ts';

const provided: readonly LibraryModule[] = [
  abc,
  collections,
  collectionsAbc,
  functools,
  itertools,
  json,
  ...jsonSubmodules,
  keyword,
  math,
  operator,
  os,
  osPath,
  ...logging,
  random,
  argparse,
  asyncio,
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
  ...base64,
  bisect,
  array,
  ast,
  atexit,
  cmath,
  ...contextvars,
  ...locale,
  csv,
  datetime,
  configparser,
  decimal,
  difflib,
  fractions,
  ...glob,
  ...gzip,
  hashlib,
  heapq,
  inspect,
  pathlib,
  ...platform,
  pprint,
  ...shutil,
  statistics,
  strptime,
  struct,
  textwrap,
  traceback,
  types,
  uuid,
  calendar,
  ...html,
  ...importlib,
  numbers,
  secrets,
  ...threading,
  timeit,
  unicodedata,
  unittest,
  weakref,
];

/** Those with submodules that nobody has listed. */
const packages: ReadonlySet<string> = new Set([
  'asyncio',
  'collections',
  'concurrent',
  'ctypes',
  'html',
  'importlib',
  'json',
  'logging',
  'multiprocessing',
  'unittest',
  'urllib',
]);

/** What a module lacks of its real names is not modelled; any other name is an error, as in Python. */
function withPublicNames(module: LibraryModule): LibraryModule {
  const names = publicNames(module.name);
  if (names === null) return module;
  const { unmodelled } = module;
  const known = unmodelled === undefined || unmodelled === 'all' ? [] : unmodelled;
  return { ...module, unmodelled: new Set([...names, ...known]), openClasses: unmodelled === 'all' };
}

export const standardModules: readonly LibraryModule[] = [
  ...provided
    .map(module => (packages.has(module.name) ? { ...module, isPackage: true } : module))
    .map(withPublicNames),
  ...unsupportedModules(new Set(provided.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]))),
];
