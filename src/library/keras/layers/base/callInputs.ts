/** The arguments of a layer call as tensors. */
import { isFloating } from '../../../../graph/dtypes.ts';
import { ops } from '../../../../graph/index.ts';
import { DictView } from '../../../../python/builtins/dictViews.ts';
import { PyClass } from '../../../../python/classes.ts';
import { AttributeError, TypeError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { classOf } from '../../../../python/types.ts';
import { NotKnown, PyFloat, PyList, PyObject, PyTuple, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { isComposite } from '../../tensors/composite.ts';
import { isTensorLike, tensorOf, wrap } from '../../tensors/conversion.ts';
import { flatten, mapStructure } from '../../tensors/graphNode.ts';
import { TensorObject } from '../../tensors/tensorObject.ts';
import { type ByVersion, type Raised, raiseInWords } from '../../versionWords.ts';
import { LayerObject } from './layerObject.ts';

/**
 * Keras 2 takes nested lists of numbers for a tensor, and the values of a dict for a list; preprocessing layers take
 * lists of whole numbers as well.
 */
function plainData(py: Interpreter, arg: Value, takesIntegers: boolean): Value {
  if (arg instanceof DictView) return new PyList(py.collect(arg));
  if (!(arg instanceof PyList) && !(arg instanceof PyTuple)) return arg;
  const leaves = flatten([arg]);
  const isNumber = (leaf: Value) => typeof leaf === 'number' || leaf instanceof PyFloat;
  const isData = leaves.length > 0 && (takesIntegers || leaves.some(leaf => leaf instanceof PyFloat));
  return isData && leaves.every(isNumber) ? wrap(py, tensorOf(py, arg)) : arg;
}

/** A data frame, or anything else that gives NumPy its array. */
function holdsArray(py: Interpreter, leaf: Value): boolean {
  if (!(leaf instanceof PyObject) || leaf instanceof LayerObject) return false;
  return py.getAttributeOrUndefined(leaf, '__array__') !== undefined;
}

/** Arrays become tensors, floats the layer's dtype. */
export function convertArguments(py: Interpreter, layer: LayerObject, args: readonly Value[]): Value[] {
  const isOlder = py.state(kerasVersionKey).current < 3;
  const preprocesses = layer.definition?.module.startsWith('preprocessing') === true;
  const takesPlain = isOlder || preprocesses || isModel(layer);
  const given = isOlder || preprocesses ? args.map(arg => plainData(py, arg, preprocesses)) : args;
  return given.map(arg =>
    mapStructure(arg, leaf => {
      if (leaf instanceof TensorObject) return castFloats(py, layer, leaf);
      if (!isTensorLike(leaf) && !holdsArray(py, leaf)) {
        const isPlain = ['number', 'boolean', 'string'].includes(typeof leaf);
        if (leaf === null || (isPlain && takesPlain)) return leaf;
        if (!py.running && isComposite(leaf))
          throw new NotKnown('layers on composite tensors are not modelled');
        throw raiseInWords(py, notATensor(py, layer, leaf), {
          code: 'not-a-tensor',
          explanation:
            leaf instanceof LayerObject
              ? message(
                  '`{0}` is called on a layer, `{1}`, not on a tensor: call that layer first.',
                  layer.cls.name,
                  leaf.cls.name,
                )
              : message(
                  '`{0}` is called on a value of type {1}, which is not a tensor.',
                  layer.cls.name,
                  classOf(leaf).name,
                ),
        });
      }
      const tensor = tensorOf(py, leaf);
      return castFloats(py, layer, wrap(py, tensor));
    }),
  );
}

function notATensor(py: Interpreter, layer: LayerObject, value: Value): ByVersion<Raised> {
  const type = `<class '${classOf(value).name}'>`;
  // Layers had no words for themselves, but where they lie.
  const [shown, whole] =
    value instanceof LayerObject
      ? [py.str(value.cls).replace(/^<class '(.*)'>$/, '<$1 object>'), py.str(value.cls)]
      : [py.str(value), type];
  return {
    3: `Only input tensors may be passed as positional arguments. The following argument value should be passed as a keyword argument: ${py.str(value)} (of type ${type})`,
    2: [
      TypeError,
      `Inputs to a layer should be tensors. Got '${shown}' (of type ${whole}) as input for layer '${layer.name}'.`,
    ],
    1: [
      AttributeError,
      value instanceof PyClass
        ? `type object '${value.name}' has no attribute 'get_shape'`
        : `'${classOf(value).name}' object has no attribute 'get_shape'`,
    ],
  };
}

/** Floats in what the layer computes in. */
export function castFloats(py: Interpreter, layer: LayerObject, object: TensorObject): TensorObject {
  const { tensor } = object;
  const { computeDtype, autocast } = layer;
  const stays = !autocast || !isFloating(computeDtype) || tensor.dtype === computeDtype;
  if (!isFloating(tensor.dtype) || stays || object.history !== null) return object;
  const cast = wrap(py, ops.cast(tensor, computeDtype));
  cast.mask = object.mask;
  return cast;
}

/** Whether it is a model of a script's own class, or one of the usual ones. */
export function isModel(layer: LayerObject): boolean {
  return layer.definition === null && layer.attributes.has('_is_model');
}
