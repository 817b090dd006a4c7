/** What plain values stand for here, and what the real classes of TensorFlow have besides. */
import type { Interpreter } from '../python/interpreter.ts';
import { standInAttributes } from '../python/operations/attributes.ts';
import { classOf } from '../python/types.ts';
import { PyTuple } from '../python/values.ts';

const attributesOfShapes = (
  'as_list as_proto assert_has_rank assert_is_compatible_with concatenate dims is_compatible_with ' +
  'is_fully_defined merge_with ndims num_elements rank with_rank with_rank_at_least'
).split(' ');

const attributesOfTypes = (
  'as_datatype_enum as_numpy_dtype base_dtype is_bool is_complex is_compatible_with is_floating is_integer ' +
  'is_numeric is_quantized is_unsigned limits max min name real_dtype size'
).split(' ');

/** Shapes are tuples here, element types text, and counts plain numbers: TensorFlow's own classes have more. */
export function openStandIns(py: Interpreter): void {
  const open = py.state(standInAttributes);
  open.set(classOf(new PyTuple([])), new Set(attributesOfShapes));
  open.set(classOf(''), new Set(attributesOfTypes));
  open.set(classOf(0), new Set(['numpy', 'shape', 'dtype', 'is_compatible_with', 'value']));
}
