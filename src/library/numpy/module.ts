/** The module `numpy` and its submodules. */

import { AttributeError, raise } from '../../python/errors.ts';
import type { NativeFunction } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { PyFloat, type Value } from '../../python/values.ts';
import { kerasVersionKey } from '../kerasVersion.ts';
import { installArrayMethods } from './arrayMethods.ts';
import { creationFunctions } from './creationFunctions.ts';
import { timeFunctions } from './dates/functions.ts';
import { define } from './definition.ts';
import { definedElsewhere, derivedModules } from './derived/index.ts';
import { linearAlgebraSource } from './derived/linearAlgebra.ts';
import { testingSource } from './derived/testing.ts';
import { dtypeClass } from './dtypeObjects.ts';
import { fileFunctions, toFileMethod } from './fileFunctions.ts';
import { linearAlgebraFunctions } from './linearAlgebra.ts';
import { linearFunctions } from './linearFunctions.ts';
import { manipulationFunctions } from './manipulationFunctions.ts';
import { awareOfMasks } from './maskedArguments.ts';
import { LinAlgError } from './matrixStacks.ts';
import { ndarrayClass } from './ndarray.ts';
import { keepingOrder } from './orderKeeping.ts';
import { polynomialFunctions } from './polynomials.ts';
import { printingFunctions } from './printingFunctions.ts';
import { bitGeneratorEntries } from './random/bitGeneratorClasses.ts';
import { moduleFunctions } from './random/generators.ts';
import { generatorClass, makeGenerator, randomStateClass } from './random/streams.ts';
import { reductionFunctions } from './reductionFunctions.ts';
import { roundingFunctions } from './roundingFunctions.ts';
import { installScalarMethods } from './scalarMethods.ts';
import {
  characterClass,
  complexFloatingClass,
  flexibleClass,
  floatingClass,
  genericClass,
  inexactClass,
  integerClass,
  numberClass,
  recordClass,
  scalarClasses,
  signedIntegerClass,
  unsignedIntegerClass,
  voidClass,
} from './scalars.ts';
import { selectionFunctions } from './selectionFunctions.ts';
import { AxisError } from './shapes.ts';
import { specialObjects } from './specialObjects.ts';
import { statisticsFunctions } from './statisticsFunctions.ts';
import { installRowMethods, recordArrayClass } from './structs/classes.ts';
import { testingFunctions } from './testingFunctions.ts';
import { typeFunctions } from './typeFunctions.ts';
import { ufuncClass, ufuncEntries } from './ufuncs.ts';

/** Every function of the module `numpy`, for documentation and tests. */
export const numpyFunctions: readonly NativeFunction[] = [
  ...creationFunctions,
  ...manipulationFunctions,
  ...selectionFunctions,
  ...roundingFunctions,
  ...reductionFunctions,
  ...statisticsFunctions,
  ...linearFunctions,
  ...polynomialFunctions,
  ...printingFunctions,
  ...typeFunctions,
  ...fileFunctions,
  ...timeFunctions,
].map(item => awareOfMasks(keepingOrder(item)));

const byName = new Map(numpyFunctions.map(item => [item.name, item]));
installArrayMethods(byName);
ndarrayClass.attributes.map.set('tofile', toFileMethod);
installScalarMethods();
installRowMethods();

const scalarAliases: readonly (readonly [string, string])[] = [
  ['bool8', 'bool'],
  ['byte', 'int8'],
  ['ubyte', 'uint8'],
  ['short', 'int16'],
  ['ushort', 'uint16'],
  ['intc', 'int32'],
  ['uintc', 'uint32'],
  ['int_', 'int64'],
  ['intp', 'int64'],
  ['longlong', 'int64'],
  ['uint', 'uint64'],
  ['uintp', 'uint64'],
  ['ulonglong', 'uint64'],
  ['half', 'float16'],
  ['single', 'float32'],
  ['float_', 'float64'],
  ['double', 'float64'],
  ['csingle', 'complex64'],
  ['cdouble', 'complex128'],
  ['complex_', 'complex128'],
  ['cfloat', 'complex128'],
  ['singlecomplex', 'complex64'],
  ['unicode_', '<U0'],
  ['string_', '|S0'],
];

function typeEntries(): [string, Value][] {
  const classes = [
    genericClass,
    numberClass,
    integerClass,
    signedIntegerClass,
    unsignedIntegerClass,
    inexactClass,
    floatingClass,
    complexFloatingClass,
    flexibleClass,
    characterClass,
    voidClass,
    recordClass,
  ];
  return [
    ...classes.map((cls): [string, Value] => [cls.name, cls]),
    ...[...scalarClasses.values()].map((cls): [string, Value] => [cls.name, cls]),
    ...scalarAliases.map(([name, dtype]): [string, Value] => [name, scalarClasses.get(dtype)!]),
    ['ndarray', ndarrayClass],
    ['recarray', recordArrayClass],
    ['dtype', dtypeClass],
    ['ufunc', ufuncClass],
    ['AxisError', AxisError],
  ];
}

const constants: readonly (readonly [string, Value])[] = [
  ['pi', new PyFloat(Math.PI)],
  ['e', new PyFloat(Math.E)],
  ['euler_gamma', new PyFloat(0.5772156649015329)],
  ...['inf', 'Inf', 'Infinity', 'PINF', 'infty'].map(
    name => [name, new PyFloat(Number.POSITIVE_INFINITY)] as const,
  ),
  ['NINF', new PyFloat(Number.NEGATIVE_INFINITY)],
  ...['nan', 'NaN', 'NAN'].map(name => [name, new PyFloat(Number.NaN)] as const),
  ['PZERO', new PyFloat(0)],
  ['NZERO', new PyFloat(-0)],
  ['newaxis', null],
  ['__version__', '1.24.2'],
];

/** Aliases that NumPy removed, with the built-in type and the scalar type they stood for. */
const removedAliases: Record<string, readonly [string, string | null, string]> = {
  object: ['object', null, ''],
  bool: ['bool', 'np.bool_', ''],
  float: ['float', 'np.float64', ''],
  complex: ['complex', 'np.complex128', ''],
  str: ['str', 'np.str_', ''],
  int: [
    'int',
    null,
    'When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish to review your current use, check the release note link for additional information.',
  ],
};

/** Scripts for Keras 1 and 2 are written for the NumPy of their time. NumPy 2 has `np.bool` again. */
function aliasesOf(py: Interpreter): string[] {
  if (py.state(kerasVersionKey).current < 3) return Object.keys(removedAliases);
  return py.running ? [] : ['bool'];
}

function removedAliasText(name: string): string {
  const [builtin, scalar, note] = removedAliases[name];
  const advice =
    note ||
    (scalar === null
      ? 'Doing this will not modify any behavior and is safe.'
      : `Doing this will not modify any behavior and is safe. If you specifically wanted the numpy scalar type, use \`${scalar}\` here.`);
  return (
    `module 'numpy' has no attribute '${name}'.\n\`np.${name}\` was a deprecated alias for the builtin \`${builtin}\`. To avoid this error in ` +
    `existing code, use \`${builtin}\` by itself. ${note ? `Doing this will not modify any behavior and is safe. ${note}` : advice}\n` +
    'The aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:\n' +
    '    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations'
  );
}

const entriesOf = (functions: readonly NativeFunction[]): [string, Value][] =>
  functions.map(item => [item.name, item]);

/** The rest of what NumPy 1.24 has at its top level: constants of its C core, old aliases, seldom used functions. */
const rarelyUsed = (
  'ALLOW_THREADS BUFSIZE DataSource ERR_CALL ERR_DEFAULT ERR_IGNORE ERR_LOG ERR_PRINT ERR_RAISE ' +
  'ERR_WARN FLOATING_POINT_SUPPORT FPE_DIVIDEBYZERO FPE_INVALID FPE_OVERFLOW FPE_UNDERFLOW ' +
  'MAY_SHARE_BOUNDS MAY_SHARE_EXACT SHIFT_DIVIDEBYZERO SHIFT_INVALID SHIFT_OVERFLOW ' +
  'SHIFT_UNDERFLOW Tester UFUNC_BUFSIZE_DEFAULT UFUNC_PYVALS_NAME add_docstring add_newdoc ' +
  'add_newdoc_ufunc cast clongfloat compare_chararrays compat complex256 deprecate ' +
  'deprecate_with_doc fastCopyAndTranspose format_parser from_dlpack get_array_wrap ' +
  'get_include geterrobj kernel_version longcomplex math nbytes nested_iters numarray oldnumeric ' +
  'safe_eval sctypeDict set_numeric_ops set_string_function seterrobj show_runtime test ' +
  'tracemalloc_domain use_hugepage version who'
).split(' ');

export const numpyModule: LibraryModule = {
  name: 'numpy',
  removed: name => (name in removedAliases ? raise(AttributeError, removedAliasText(name)) : undefined),
  entries: py => [
    ...typeEntries(),
    ...aliasesOf(py).map(name => [name, py.builtins.get(removedAliases[name][0])!] as const),
    ...constants,
    ...ufuncEntries(),
    ...entriesOf(numpyFunctions),
    ...specialObjects(),
  ],
  elsewhere: definedElsewhere,
  unmodelled: new Set([
    ...rarelyUsed,
    'chararray',
    'ctypeslib',
    'memmap',
    'float128',
    'emath',
    'core',
    'f2py',
    'distutils',
    'info',
    'lookfor',
    'source',
    'show_config',
    'fromregex',
    'byte_bounds',
  ]),
};

const randomModule: LibraryModule = {
  name: 'numpy.random',
  aliases: ['numpy.random.mtrand'],
  entries: () => [
    ...entriesOf(moduleFunctions()),
    ['RandomState', randomStateClass],
    ['Generator', generatorClass],
    [
      'default_rng',
      define('default_rng(seed=None)', 'A Generator from a seed.', ([seed], py) => makeGenerator(seed, py)),
    ],
    ...bitGeneratorEntries(),
  ],
  unmodelled: 'all',
};

const linalgModule: LibraryModule = {
  name: 'numpy.linalg',
  entries: () => [...entriesOf(linearAlgebraFunctions), ['LinAlgError', LinAlgError]],
  source: linearAlgebraSource,
  unmodelled: 'all',
};

const testingModule: LibraryModule = {
  name: 'numpy.testing',
  entries: () => entriesOf(testingFunctions),
  source: testingSource,
  unmodelled: 'all',
};

export const numpyModules: readonly LibraryModule[] = [
  numpyModule,
  randomModule,
  linalgModule,
  testingModule,
  ...derivedModules,
];
