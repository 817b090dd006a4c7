/** `keras.InputSpec`: what a layer of the script's own says of its input. */
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { method } from '../../../python/functions.ts';
import { objectClass } from '../../../python/types.ts';
import { PyInstance, PyList, PyTuple, type Value } from '../../../python/values.ts';

const PARAMETERS = [
  'dtype=None',
  'shape=None',
  'ndim=None',
  'max_ndim=None',
  'min_ndim=None',
  'axes=None',
  'allow_last_axis_squeeze=False',
  'name=None',
];

function sizesOf(shape: Value): readonly Value[] | null {
  return shape instanceof PyTuple || shape instanceof PyList ? shape.items : null;
}

export const inputSpecClass = new PyClass(
  'InputSpec',
  [objectClass],
  [
    [
      '__init__',
      method(
        `InputSpec.__init__(self, ${PARAMETERS.join(', ')})`,
        ([self, dtype, shape, ndim, maxNdim, minNdim, axes, allowsSqueeze, name]) => {
          const attributes = (self as PyInstance).attributes!;
          const sizes = sizesOf(shape!);
          attributes.set('dtype', dtype!);
          attributes.set('shape', sizes === null ? shape! : new PyTuple([...sizes]));
          attributes.set('ndim', sizes === null ? ndim! : sizes.length);
          attributes.set('max_ndim', maxNdim!);
          attributes.set('min_ndim', minNdim!);
          attributes.set('axes', axes === null ? new PyDict() : axes!);
          attributes.set('allow_last_axis_squeeze', allowsSqueeze!);
          attributes.set('name', name!);
          return null;
        },
      ),
    ],
  ],
  { module: 'keras.src.layers.input_spec', allocate: cls => new PyInstance(cls) },
);
