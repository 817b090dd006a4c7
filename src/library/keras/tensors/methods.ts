/** Indexing, values and properties of tensors and variables. Importing this module gives their classes the methods. */
import { ops } from '../../../graph/index.ts';
import { formatShape, sizeOf } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { attributesOf } from '../../../graph/tensor.ts';
import type { PyClass } from '../../../python/classes.ts';
import { IndexError, type PythonError, raise, TypeError, ValueError } from '../../../python/errors.ts';
import {
  method,
  type NativeBody,
  PyIterator,
  property,
  suspendableMethod,
} from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import {
  ELLIPSIS,
  NotKnown,
  PyFloat,
  PySlice,
  PyTuple,
  Unknown,
  type Value,
} from '../../../python/values.ts';
import { numberOf } from '../objects/arguments.ts';
import { settleAssignments, valueNow, valueSoon, valuesOf, writeScalar } from '../session.ts';
import { currentTrace } from '../trace.ts';
import { arrayNames } from './arrayNames.ts';
import { arrayMethod, numpyMethod } from './asArray.ts';
import { arrayFromHost, isTensorLike, tensorOf, wrap } from './conversion.ts';
import { applyOperation, circumstanceOf, withPythonErrors } from './operation.ts';
import { operatorEntries } from './operators.ts';
import { shownShape, shownType } from './shownTypes.ts';
import { rememberSlice, sliceAssignment } from './slicedAssignment.ts';
import { isSymbolic, shapeTuple, TensorObject, tensorClass, tensorText } from './tensorObject.ts';
import { bytesArray, textItem, textOf } from './text.ts';
import { VariableObject, variableClass } from './variableObject.ts';

function indexOf(py: Interpreter, key: Value): ops.Index {
  if (key === null) return 'newaxis';
  if (key === ELLIPSIS) return 'ellipsis';
  if (key instanceof Unknown) throw new NotKnown(key.reason);
  if (key instanceof PySlice) {
    const bound = (value: Value): number | null => (value === null ? null : (numberOf(value) ?? null));
    return { start: bound(key.start), stop: bound(key.stop), step: bound(key.step) };
  }
  const number = numberOf(key);
  if (number === undefined || key instanceof PyFloat)
    throw raise(
      TypeError,
      `Only integers, slices (\`:\`), ellipsis (\`...\`), tf.newaxis (\`None\`) and scalar tf.int32/tf.int64 tensors are valid indices, got ${py.repr(key)}`,
    );
  return number;
}

function isTensorIndex(key: Value): boolean {
  return numberOf(key) === undefined && isTensorLike(key);
}

/**
 * An index with integer tensors in it: the rest is taken first, then what the tensors name along their axes. Several
 * tensors that are not single numbers would have to be paired, which Keras's backends do in different ways.
 */
function gatherAlong(py: Interpreter, tensor: Tensor, keys: readonly Value[]): Tensor {
  const named = keys.filter(isTensorIndex).map(key => tensorOf(py, key));
  if (
    named.some(index => index.dtype === 'bool') ||
    named.filter(({ shape }) => shape.length > 0).length > 1
  ) {
    throw new NotKnown('an index of masks or of several tensors is not modelled');
  }
  const whole = { start: null, stop: null, step: null };
  const taken = keys.map(key => (isTensorIndex(key) ? whole : indexOf(py, key)));
  const axes: number[] = [];
  let axis = 0;
  taken.forEach((index, place) => {
    if (isTensorIndex(keys[place])) axes.push(axis);
    if (index === 'ellipsis') {
      axis += tensor.shape.length - taken.filter(other => other !== 'newaxis' && other !== 'ellipsis').length;
    } else if (typeof index !== 'number') axis++;
  });
  // From the last, since a single number takes its axis away.
  return axes.reduceRight(
    (result, along, place) => ops.gather(result, named[place], along),
    ops.subscript(tensor, taken),
  );
}

const getItem: NativeBody = ([self, key], py) => {
  const keys = key instanceof PyTuple ? key.items : [key];
  const tensor = tensorOf(py, self);
  const first = keys[0];
  if (keys.length === 1 && isTensorLike(first)) {
    const index = tensorOf(py, first);
    if (index.dtype !== 'bool') return wrap(py, ops.gather(tensor, index, 0));
  }
  if (keys.filter(isTensorIndex).length > 0) return wrap(py, gatherAlong(py, tensor, keys));
  if (tensor.shape.length === 0 && keys.some(item => numberOf(item) !== undefined)) {
    throw raise(IndexError, 'invalid index of a 0-dim tensor');
  }
  return wrap(
    py,
    ops.subscript(
      tensor,
      keys.map(item => indexOf(py, item)),
    ),
  );
};

function notScalar(): PythonError {
  return raise(TypeError, 'only length-1 arrays can be converted to Python scalars');
}

/** A tensor's single number, which must be known without waiting. */
function knownNumber(py: Interpreter, value: Value): number {
  if (value instanceof VariableObject && value.hostValue !== null) return value.hostValue;
  const object = value instanceof VariableObject ? wrap(py, value.read(currentTrace(py))) : value;
  if (object instanceof TensorObject) {
    if (object.value === null && object.tracked === null && object.tensor.op === 'constant') {
      const { data } = attributesOf(object.tensor, 'constant');
      if (data.length === 1) return data[0];
    }
    const read = valueNow(py, object);
    if (read !== null && read.data.length === 1) return read.data[0];
    if (read !== null) throw notScalar();
  }
  if (!py.running) throw new NotKnown('the value of a tensor is known only when the script runs');
  throw raise(
    TypeError,
    'Only scalar arrays whose value is known can be converted to Python scalars here. Use `.numpy()` first.',
    { code: 'symbolic-value' },
  );
}

function truthOfTensor(py: Interpreter, value: Value): boolean {
  if (value instanceof TensorObject && (value.history !== null || isSymbolic(value.tensor))) {
    if (!py.running && value.history === null) throw new NotKnown('a tensor is used as a truth value');
    throw raise(TypeError, 'A symbolic KerasTensor cannot be used as a boolean.', {
      code: 'symbolic-value',
      explanation: message(
        'While the model is put together this tensor {0} has no value yet; choose with `keras.ops.where`.',
        formatShape(value.shape),
      ),
    });
  }
  const size = sizeOf(tensorOf(py, value).shape);
  if (size !== null && size > 1)
    throw raise(
      ValueError,
      'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
    );
  return knownNumber(py, value) !== 0;
}

/** `tensor[key]`, of numbers or of text. */
function itemOf(py: Interpreter, args: readonly Value[]): Value {
  const [self, key] = args;
  const isText = self instanceof TensorObject && textOf(self.tensor) !== undefined;
  if (isText) return wrap(py, textItem(py, self.tensor, key));
  const found = applyOperation(py, 'get_item', args, getItem);
  if (self instanceof VariableObject) rememberSlice(found, self, key);
  return found;
}

function refuseAssignment(py: Interpreter, self: Value): never {
  const isFunctional = self instanceof TensorObject && self.history !== null;
  if (py.modules.get('tensorflow') === undefined && !isFunctional && !py.running)
    throw new NotKnown('tensors of some backends can be written to');
  const type = isFunctional
    ? 'KerasTensor'
    : self instanceof VariableObject
      ? self.cls.name
      : 'tensorflow.python.framework.ops.EagerTensor';
  throw raise(TypeError, `'${type}' object does not support item assignment`, {
    explanation: message(
      'A tensor is never changed: `tf.tensor_scatter_nd_update` or `tf.where` gives a new one.',
    ),
  });
}

/** Text as TensorFlow prints it: `[b'a' b'b']`; null for numbers. */
function textContents(py: Interpreter, object: TensorObject): string | null {
  const text = textOf(object.tensor);
  if (text === undefined) return null;
  const array = bytesArray(text, object.shape as number[]);
  return object.shape.length === 0 ? py.repr(array) : py.str(array);
}

function shared(): [string, Value][] {
  return [
    // Arrays on their left leave operators to tensors, as NumPy's do.
    ['__array_priority__', 100],
    ...operatorEntries(),
    ['__getitem__', method('__getitem__(self, key)', (args, py) => itemOf(py, args))],
    ['__setitem__', method('__setitem__(self, key, value)', ([self], py) => refuseAssignment(py, self))],
    ['numpy', numpyMethod],
    ['__array__', arrayMethod],
    [
      'item',
      suspendableMethod('item(self)', function* ([self], py) {
        if (!py.running)
          return new Unknown('the value of a tensor is known only when the script runs', 'float');
        const object =
          self instanceof VariableObject ? wrap(py, self.read(currentTrace(py))) : (self as TensorObject);
        const [value] = yield* valuesOf(py, [object]);
        return value.dtype.includes('float') ? new PyFloat(value.data[0]) : value.data[0];
      }),
    ],
    [
      '__float__',
      suspendableMethod('__float__(self)', function* ([self], py) {
        if (self instanceof VariableObject && self.hostValue !== null) return new PyFloat(self.hostValue);
        if (!py.running)
          return new Unknown('the value of a tensor is known only when the script runs', 'float');
        const object =
          self instanceof VariableObject ? wrap(py, self.read(currentTrace(py))) : (self as TensorObject);
        // At once where that can be: `'%.1f' % loss` cannot wait.
        const value = yield* valueSoon(py, object);
        if (value.data.length !== 1) throw notScalar();
        return new PyFloat(value.data[0]);
      }),
    ],
    ['__int__', method('__int__(self)', ([self], py) => Math.trunc(knownNumber(py, self)))],
    ['__index__', method('__index__(self)', ([self], py) => Math.trunc(knownNumber(py, self)))],
    ['__bool__', method('__bool__(self)', ([self], py) => truthOfTensor(py, self))],
    [
      '__len__',
      method('__len__(self)', ([self], py) => {
        const [first] = tensorOf(py, self).shape;
        if (first === undefined) throw raise(TypeError, 'len() of a 0-d tensor');
        if (first === null) throw new NotKnown('the size of a batch is known only when data comes');
        return first;
      }),
    ],
    ['__iter__', method('__iter__(self)', ([self], py) => iterateTensor(py, self))],
    [
      '__format__',
      method('__format__(self, format_spec)', ([self, specification], py) => {
        if (!py.running) throw new NotKnown('the value of a tensor is known only when the script runs');
        if (specification === '') return py.str(self);
        const number = knownNumber(py, self);
        const isFloat = tensorOf(py, self).dtype.includes('float');
        return py.callMethod(isFloat ? new PyFloat(number) : number, '__format__', [specification]);
      }),
    ],
    ['set_shape', method('set_shape(self, shape)', () => null)],
    ['get_shape', method('get_shape(self)', ([self], py) => shownShape(py, self))],
    property('shape', (self, py) => shownShape(py, self)),
    property('ndim', (self, py) => tensorOf(py, self).shape.length),
    property('dtype', (self, py) => shownType(py, self)),
  ];
}

function iterateTensor(py: Interpreter, self: Value): PyIterator {
  const [size] = tensorOf(py, self).shape;
  if (size === undefined) throw raise(TypeError, 'iteration over a 0-d tensor');
  if (size === null && !py.running && !(self instanceof TensorObject && self.history !== null))
    throw new NotKnown('how many there are is not known before it runs');
  if (size === null)
    throw raise(TypeError, 'Iterating over a symbolic KerasTensor is not supported.', {
      code: 'symbolic-value',
      explanation: message(
        'The number of samples in {0} is not known while the model is put together.',
        formatShape(tensorOf(py, self).shape),
      ),
    });
  let index = 0;
  return new PyIterator(() => (index < size ? itemOf(py, [self, index++]) : undefined));
}

function install(cls: PyClass, entries: Iterable<readonly [string, Value]>): void {
  for (const [name, value] of entries) cls.attributes.map.set(name, value);
}

install(tensorClass, [
  ...arrayNames,
  ...sliceAssignment,
  ...shared(),
  property(
    'name',
    self => (self as TensorObject).name ?? 'keras_tensor',
    (self, value, py) => {
      (self as TensorObject).name = py.str(value);
    },
  ),
  property(
    '_keras_mask',
    self => (self as TensorObject).mask,
    (self, value) => {
      (self as TensorObject).mask = value as TensorObject | null;
    },
  ),
  ['__repr__', method('__repr__(self)', ([self], py) => valueRepresentation(py, self as TensorObject))],
  ['__str__', method('__str__(self)', ([self], py) => valueText(py, self as TensorObject))],
]);

/** A tensor whose value is known as TensorFlow prints it, else as Keras prints a symbolic one. */
function valueText(py: Interpreter, object: TensorObject): string {
  const words = textContents(py, object);
  if (words !== null) return `tf.Tensor(${words}, shape=${py.str(shapeTuple(object.shape))}, dtype=string)`;
  const value = valueNow(py, object);
  if (value === null || object.history !== null) return tensorText(object);
  const numbers = py.str(arrayFromHost(value));
  const text = numbers.includes('\n') ? `\n${numbers}` : numbers;
  return `tf.Tensor(${text}, shape=${py.str(shapeTuple(value.shape))}, dtype=${value.dtype})`;
}

/** The same inside lists and at the prompt. */
function valueRepresentation(py: Interpreter, object: TensorObject): string {
  const words = textContents(py, object);
  if (words !== null)
    return `<tf.Tensor: shape=${py.str(shapeTuple(object.shape))}, dtype=string, numpy=${words}>`;
  const value = valueNow(py, object);
  if (value === null || object.history !== null) return tensorText(object);
  const array = arrayFromHost(value);
  const numbers = value.shape.length === 0 ? py.str(array) : py.repr(array);
  return `<tf.Tensor: shape=${py.str(shapeTuple(value.shape))}, dtype=${value.dtype}, numpy=${numbers}>`;
}

/** A `tf.Variable` as TensorFlow prints it; inside of what is traced it has no value to show. */
function tensorflowVariableText(py: Interpreter, variable: VariableObject): string {
  const value = valueNow(py, wrap(py, variable.read(currentTrace(py))));
  const start = `<tf.Variable '${variable.name}' shape=${py.str(shapeTuple(variable.shape))} dtype=${variable.dtype}`;
  if (value === null) return `${start}>`;
  const array = arrayFromHost(value);
  return `${start}, numpy=${value.shape.length === 0 ? py.str(array) : py.repr(array)}>`;
}

type Change = (now: Tensor, value: Tensor) => Tensor;

function assigning(signature: string, change: Change) {
  return method(signature, ([self, value], py) => {
    const variable = self as VariableObject;
    const trace = currentTrace(py);
    const number = numberOf(value);
    const next = withPythonErrors(py, circumstanceOf(py), () =>
      change(variable.read(trace), tensorOf(py, value, variable.dtype)),
    );
    if (next.shape.length !== variable.shape.length && next.shape.length > 0) {
      throw raise(
        ValueError,
        `The shape of the target variable and the shape of the target value in \`variable.assign(value)\` must match. variable.shape=${py.str(shapeTuple(variable.shape))}, Received: value.shape=${py.str(shapeTuple(next.shape))}. Target variable: ${variable.name}`,
        { code: 'weight-shape' },
      );
    }
    if (variable.hostValue !== null && number !== undefined && signature.startsWith('assign(')) {
      variable.hostValue = number;
      if (py.running && variable.variable !== null) writeScalar(py, variable.variable, number);
      return variable;
    }
    variable.assign(
      trace,
      withPythonErrors(py, circumstanceOf(py), () => ops.broadcastTo(next, variable.shape)),
    );
    variable.hostValue = null;
    settleAssignments(py);
    return variable;
  });
}

install(variableClass, [
  ...shared(),
  ['assign', assigning('assign(self, value)', (_now, value) => value)],
  ['assign_add', assigning('assign_add(self, value)', (now, value) => ops.add(now, value))],
  ['assign_sub', assigning('assign_sub(self, value)', (now, value) => ops.sub(now, value))],
  ['__init__', method('Variable.__init__(self, *args, **kwargs)', () => null)],
  property('name', self => (self as VariableObject).name),
  property('path', self => (self as VariableObject).path),
  property(
    'trainable',
    self => (self as VariableObject).trainable,
    (self, value, py) => (self as VariableObject).setTrainable(py.truth(value)),
  ),
  property('value', (self, py) => wrap(py, (self as VariableObject).read(currentTrace(py)))),
  [
    '__repr__',
    method('__repr__(self)', ([self], py) => {
      const variable = self as VariableObject;
      if (variable.cls !== variableClass) return tensorflowVariableText(py, variable);
      return `<KerasVariable shape=${py.str(shapeTuple(variable.shape))}, dtype=${variable.dtype}, path=${variable.path}>`;
    }),
  ],
]);
