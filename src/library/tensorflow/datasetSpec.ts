/** `Dataset.element_spec`: shapes and types of what a data set gives. */
import { PyDict } from '../../python/collections.ts';
import { NotImplementedError, raise } from '../../python/errors.ts';
import { method, property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { classOf } from '../../python/types.ts';
import { NotKnown, PyTuple, type Value } from '../../python/values.ts';
import { DatasetObject, datasetClass } from '../keras/data/datasetObject.ts';
import { tensorOf } from '../keras/tensors/conversion.ts';
import { mapDict } from '../keras/tensors/graphNode.ts';
import { NdArray } from '../numpy/ndarray.ts';

/** TensorFlow's name of the element type. */
function typeName(py: Interpreter, leaf: Value): string {
  const name = leaf instanceof NdArray ? leaf.dtype : tensorOf(py, leaf).dtype;
  return /^(object|str|bytes|[<>|]?[US])/.test(name) ? 'string' : name;
}

/** A list is the rows of one tensor, as everywhere in data sets. */
function specOf(py: Interpreter, tensorflow: Value, part: Value): Value {
  if (part instanceof PyTuple) return new PyTuple(part.items.map(item => specOf(py, tensorflow, item)));
  if (part instanceof PyDict) return mapDict(part, item => specOf(py, tensorflow, item));
  if (part instanceof DatasetObject) {
    const inner = elementSpecOf(py, part);
    return py.call(py.getAttribute(py.getAttribute(tensorflow, 'data'), 'DatasetSpec'), [inner]);
  }
  const { shape } = part instanceof NdArray ? part : tensorOf(py, part);
  const dtype = py.getAttribute(tensorflow, typeName(py, part));
  return py.call(py.getAttribute(tensorflow, 'TensorSpec'), [new PyTuple([...shape]), dtype]);
}

function elementSpecOf(py: Interpreter, { element }: DatasetObject): Value {
  if (element === null)
    throw raise(
      NotImplementedError,
      'element_spec of a data set whose function needs the contents of its elements is not supported by Kerascope yet; look at one element: next(iter(dataset))',
      { code: 'not-supported' },
    );
  return specOf(py, py.importModule('tensorflow'), element);
}

const [name, elementSpec] = property('element_spec', (dataset, py) => {
  if (!py.running) throw new NotKnown('what a data set gives is known when it runs');
  return elementSpecOf(py, dataset as DatasetObject);
});
datasetClass.attributes.map.set(name, elementSpec);

const repr = method('__repr__(self)', ([dataset], py) => {
  const { element } = dataset as DatasetObject;
  const spec = element === null ? '<unknown>' : py.repr(specOf(py, py.importModule('tensorflow'), element));
  return `<${classOf(dataset).name} element_spec=${spec}>`;
});
datasetClass.attributes.map.set('__repr__', repr);
