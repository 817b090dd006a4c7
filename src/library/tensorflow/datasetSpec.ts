/** `Dataset.element_spec`: shapes and types of what a data set gives. */
import { NotImplementedError, raise } from '../../python/errors.ts';
import { property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { type DatasetObject, datasetClass } from '../keras/data/datasetObject.ts';
import { tensorOf } from '../keras/tensors/conversion.ts';
import { mapStructure } from '../keras/tensors/graphNode.ts';
import { NdArray } from '../numpy/ndarray.ts';

/** TensorFlow's name of the element type. */
function typeName(py: Interpreter, leaf: Value): string {
  const name = leaf instanceof NdArray ? leaf.dtype : tensorOf(py, leaf).dtype;
  return /^(object|str|bytes|[<>|]?[US])/.test(name) ? 'string' : name;
}

const [name, elementSpec] = property('element_spec', (dataset, py) => {
  const { element } = dataset as DatasetObject;
  if (!py.running) throw new NotKnown('what a data set gives is known when it runs');
  if (element === null)
    throw raise(
      NotImplementedError,
      'element_spec of a data set that a function makes is not supported by Kerascope yet; look at one element: next(iter(dataset))',
      { code: 'not-supported' },
    );
  const tensorflow = py.importModule('tensorflow');
  if (tensorflow instanceof Unknown) throw new NotKnown(tensorflow.reason);
  return mapStructure(element, leaf => {
    const { shape } = leaf instanceof NdArray ? leaf : tensorOf(py, leaf);
    const dtype = py.getAttribute(tensorflow, typeName(py, leaf));
    return py.call(py.getAttribute(tensorflow, 'TensorSpec'), [new PyTuple([...shape]), dtype]);
  });
});
datasetClass.attributes.map.set(name, elementSpec);
