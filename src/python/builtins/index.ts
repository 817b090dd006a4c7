/** The names every Python program starts with; importing this module gives the built-in classes their methods. */

import type { PyClass } from '../classes.ts';
import { ClassMethod, native } from '../functions.ts';
import {
  boolClass,
  bytearrayClass,
  bytesClass,
  classmethodClass,
  complexClass,
  dictClass,
  floatClass,
  frozensetClass,
  intClass,
  listClass,
  objectClass,
  propertyClass,
  rangeClass,
  setClass,
  sliceClass,
  staticmethodClass,
  strClass,
  superClass,
  tupleClass,
  typeClass,
} from '../types.ts';
import { ELLIPSIS, NOT_IMPLEMENTED, PyTuple, type Value } from '../values.ts';
import { installBytes } from './bytes.ts';
import { codeFunctions } from './codeFunctions.ts';
import { installComplex } from './complex.ts';
import { installDict } from './dict.ts';
import { exceptionNames, installExceptions } from './exceptions.ts';
import { open } from './files.ts';
import { installFloat } from './float.ts';
import { installFunctionTypes, nameOwners } from './functionTypes.ts';
import { awaitingFunctions, installGeneratorTypes } from './generatorTypes.ts';
import { installIntegers } from './int.ts';
import { iterationFunctions, iteratorConstructors } from './iterationFunctions.ts';
import { installIterators } from './iterators.ts';
import { installList } from './list.ts';
import { memoryViewClass } from './memoryView.ts';
import { numberFunctions } from './numberFunctions.ts';
import { installObject } from './object.ts';
import { objectFunctions } from './objectFunctions.ts';
import { programFunctions } from './programFunctions.ts';
import { installRanges } from './range.ts';
import { installSets } from './set.ts';
import { installStr } from './str.ts';
import { print } from './streams.ts';
import { installSuper } from './super.ts';
import { installTuple } from './tuple.ts';
import { GenericAlias } from './union.ts';

const classes: readonly PyClass[] = [
  boolClass,
  bytearrayClass,
  bytesClass,
  classmethodClass,
  complexClass,
  dictClass,
  floatClass,
  frozensetClass,
  intClass,
  listClass,
  objectClass,
  propertyClass,
  rangeClass,
  setClass,
  sliceClass,
  staticmethodClass,
  strClass,
  superClass,
  tupleClass,
  typeClass,
];

/** `list[int]` for the classes that may be subscripted. */
function installSubscription(): void {
  const subscript = new ClassMethod(
    native(
      '__class_getitem__(cls, key, /)',
      ([cls, key]) => new GenericAlias(cls, key instanceof PyTuple ? key.items : [key]),
    ),
  );
  for (const cls of [listClass, tupleClass, dictClass, setClass, frozensetClass, typeClass]) {
    cls.attributes.map.set('__class_getitem__', subscript);
  }
}

function install(): void {
  installObject();
  installIntegers();
  installFloat();
  installComplex();
  installStr();
  installBytes();
  installList();
  installTuple();
  installDict();
  installSets();
  installRanges();
  installIterators();
  installExceptions();
  installFunctionTypes();
  installGeneratorTypes();
  installSuper();
  installSubscription();
  nameOwners(classes);
}

install();

/** Every built-in name: functions, classes, exceptions, constants. */
export const builtinNames: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...[
    ...numberFunctions,
    ...iterationFunctions,
    ...awaitingFunctions,
    ...objectFunctions,
    ...programFunctions,
    ...codeFunctions,
    print,
    open,
  ].map((item): [string, Value] => [item.name, item]),
  ...iteratorConstructors,
  ...classes.map((cls): [string, Value] => [cls.name, cls]),
  ['memoryview', memoryViewClass],
  ...exceptionNames(),
  ['NotImplemented', NOT_IMPLEMENTED],
  ['Ellipsis', ELLIPSIS],
  ['__debug__', true],
]);
