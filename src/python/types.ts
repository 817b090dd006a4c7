/** The built-in classes themselves; their methods are added by src/python/builtins. */
import { PyClass } from './classes.ts';
import { PyDict, PySet } from './collections.ts';
import {
  BoundMethod,
  ClassMethod,
  NativeFunction,
  PyIterator,
  PyModule,
  PyProperty,
  StaticMethod,
} from './functions.ts';
import {
  ELLIPSIS,
  NOT_IMPLEMENTED,
  PyBytes,
  PyComplex,
  PyFloat,
  PyInstance,
  PyList,
  PyRange,
  PySlice,
  PyTuple,
  Unknown,
  type Value,
} from './values.ts';

function fixed(name: string, bases: readonly PyClass[] = [objectClass]): PyClass {
  return new PyClass(name, bases, [], { subclassable: false });
}

export const objectClass: PyClass = new PyClass('object', [], [], { allocate: cls => new PyInstance(cls) });
export const typeClass: PyClass = new PyClass('type', [objectClass]);
export const noneClass = fixed('NoneType');
export const intClass = new PyClass('int', [objectClass]);
export const boolClass = fixed('bool', [intClass]);
export const floatClass = new PyClass('float', [objectClass]);
export const complexClass = new PyClass('complex', [objectClass]);
export const strClass = new PyClass('str', [objectClass]);
export const bytesClass = new PyClass('bytes', [objectClass]);
export const bytearrayClass = new PyClass('bytearray', [objectClass]);
export const tupleClass = new PyClass('tuple', [objectClass]);
export const listClass = new PyClass('list', [objectClass], [], {
  allocate: cls => cls.adopt(new PyList([])),
});
export const functionClass = fixed('function');
export const generatorClass = fixed('generator');
export const coroutineClass = fixed('coroutine');
export const asyncGeneratorClass = fixed('async_generator');
export const superClass = new PyClass('super', [objectClass]);
export const sliceClass = fixed('slice');
export const rangeClass = fixed('range');
export const dictClass = new PyClass('dict', [objectClass], [], {
  allocate: cls => cls.adopt(new PyDict()),
});
export const setClass = new PyClass('set', [objectClass], [], {
  allocate: cls => cls.adopt(new PySet()),
});
export const frozensetClass = new PyClass('frozenset', [objectClass], [], {
  allocate: cls => cls.adopt(new PySet()),
});
export const moduleClass = new PyClass('module', [objectClass]);
export const propertyClass = new PyClass('property', [objectClass]);
export const staticmethodClass = new PyClass('staticmethod', [objectClass]);
export const classmethodClass = new PyClass('classmethod', [objectClass]);
export const nativeFunctionClass = fixed('builtin_function_or_method');
export const boundMethodClass = fixed('method');
/** Iterators of the library; those of built-in types have classes of their own that derive from it. */
export const iteratorClass = new PyClass('iterator', [objectClass]);
export const ellipsisClass = fixed('ellipsis');
export const notImplementedClass = fixed('NotImplementedType');
/** The class of values that analysis does not know. Never visible to a script under run. */
export const unknownClass = fixed('unknown');

// The class of a built-in value sits on the prototype, so that making a float or a tuple costs one object.
PyClass.prototype.cls = typeClass;
PyFloat.prototype.cls = floatClass;
PyComplex.prototype.cls = complexClass;
PyBytes.prototype.cls = bytesClass;
PyTuple.prototype.cls = tupleClass;
PyList.prototype.cls = listClass;
PySlice.prototype.cls = sliceClass;
PyRange.prototype.cls = rangeClass;
PyDict.prototype.cls = dictClass;
PySet.prototype.cls = setClass;
PyModule.prototype.cls = moduleClass;
PyProperty.prototype.cls = propertyClass;
StaticMethod.prototype.cls = staticmethodClass;
ClassMethod.prototype.cls = classmethodClass;
NativeFunction.prototype.cls = nativeFunctionClass;
BoundMethod.prototype.cls = boundMethodClass;
PyIterator.prototype.cls = iteratorClass;
Unknown.prototype.cls = unknownClass;
ELLIPSIS.cls = ellipsisClass;
NOT_IMPLEMENTED.cls = notImplementedClass;

/** `type(value)`. */
export function classOf(value: Value): PyClass {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return intClass;
    case 'string':
      return strClass;
    case 'boolean':
      return boolClass;
    default:
      return value === null ? noneClass : value.cls;
  }
}

/** `isinstance(value, cls)` for real classes. */
export function isInstance(value: Value, cls: PyClass): boolean {
  return classOf(value).mro.includes(cls);
}
