/** One value that covers two: what is the same stays known, what differs becomes unknown with a reason. */

import { joinFacts } from '../library/numpy/facts.ts';
import { abstractArray, likeIn, NdArray } from '../library/numpy/ndarray.ts';
import { TurnNumber } from '../python/turnNumbers.ts';
import { classOf } from '../python/types.ts';
import { PyFloat, PyTuple, Unknown, type Value } from '../python/values.ts';

/** A value that is right whichever of the two the program has. */
export function joinValues(a: Value, b: Value): Value {
  if (a === b) return a;
  if (a instanceof Unknown) return joinUnknown(a, b);
  if (b instanceof Unknown) return joinUnknown(b, a);
  if (a instanceof PyFloat && b instanceof PyFloat && a.value === b.value) return a;
  if (a instanceof PyTuple && b instanceof PyTuple && a.items.length === b.items.length && a.cls === b.cls) {
    return joinTuples(a, b);
  }
  if (a instanceof NdArray && b instanceof NdArray) return joinArrays(a, b);
  const kind = classOf(a) === classOf(b) ? classOf(a).name : null;
  const numbers = typeof a === 'number' && typeof b === 'number' ? [a, b] : [];
  return new Unknown('it depends on a condition that is not known', kind, null, numbers);
}

function joinTuples(a: PyTuple, b: PyTuple): PyTuple {
  const joined = new PyTuple(a.items.map((item, index) => joinValues(item, b.items[index])));
  joined.cls = a.cls;
  return joined;
}

function joinArrays(a: NdArray, b: NdArray): Value {
  if (a.dtype !== b.dtype || a.bigEndian !== b.bigEndian || a.shape.length !== b.shape.length) {
    return new Unknown('its shape depends on a condition that is not known', 'ndarray');
  }
  const shape = a.shape.map((length, axis) => (length === b.shape[axis] ? length : null));
  const joined = likeIn(abstractArray(shape, a.dtype, joinFacts(a.facts, b.facts)), a);
  joined.madeAt = a.madeAt;
  return joined;
}

/** What is not known on one of the ways is of its kind only where the other value is; numbers of a turn differ. */
function joinUnknown(unknown: Unknown, other: Value): Unknown {
  const { reason, kind, madeAt, candidates } = unknown;
  if (kind === null) return unknown;
  const isAlike = kind === (other instanceof Unknown ? other.kind : classOf(other).name);
  if (isAlike && !(unknown instanceof TurnNumber)) return unknown;
  return new Unknown(reason, isAlike ? kind : null, madeAt, candidates);
}
