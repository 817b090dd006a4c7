import type { Value } from '../../python/values.ts';
import { shapeArgument } from './arguments.ts';
import { asType, elementOf, filledData } from './casting.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { dtypeArgument, requiredDType } from './dtypeObjects.ts';
import { type DTypeName, kindOf } from './dtypes.ts';
import { type Facts, facts, noFacts } from './facts.ts';
import { abstractArray, concreteArray, type NdArray, type Shape } from './ndarray.ts';
import { allocate } from './storage.ts';
import { isStruct } from './structs/types.ts';
import { broadcastTo, copyArray } from './views.ts';

/** The facts of an array of one value. */
function constantFacts(value: Value, dtype: DTypeName): Facts {
  if (!'biuf'.includes(kindOf(dtype))) return noFacts;
  const number = Number(elementOf(value, dtype));
  return facts({ constant: number, finite: Number.isFinite(number) });
}

/** Zeros of text are empty. */
export function emptyForText(value: number, dtype: DTypeName): Value {
  return value === 0 && 'US'.includes(kindOf(dtype)) ? '' : value;
}

/** An array full of one value; abstract where a length is unknown. */
export function full(shape: Shape, dtype: DTypeName, value: Value): NdArray {
  if (shape.includes(null)) return abstractArray(shape, dtype, constantFacts(value, dtype));
  // Zeros of a structure are each field's own.
  if (value === 0 && isStruct(dtype)) return concreteArray(allocate(shape as number[], dtype));
  return concreteArray(filledData(shape as number[], dtype, value));
}

export function filler(name: 'zeros' | 'ones' | 'empty', value: number) {
  return define(
    `${name}(shape, dtype=float, order='C', *, like=None)`,
    `A new array of a shape, ${name === 'empty' ? 'contents left as they are (zeros here)' : `filled with ${name}`}.`,
    ([shape, dtype], py) =>
      full(shapeArgument(shape, py), requiredDType(dtype, py), emptyForText(value, requiredDType(dtype, py))),
    ([shape, dtype], py) => {
      const type = requiredDType(dtype, py);
      return abstractArray(
        shapeArgument(shape, py),
        type,
        name === 'empty' ? noFacts : constantFacts(value, type),
      );
    },
  );
}

export function fillerLike(name: 'zeros' | 'ones' | 'empty', value: number) {
  return define(
    `${name}_like(a, dtype=None, order='K', subok=True, shape=None)`,
    `A new array of another's shape and type, ${name === 'empty' ? 'contents left as they are (zeros here)' : `filled with ${name}`}.`,
    ([a, dtype, , , shape], py) => {
      const model = toArray(a, py);
      const type = dtypeArgument(dtype, py) ?? model.dtype;
      return full(shape === null ? model.shape : shapeArgument(shape, py), type, emptyForText(value, type));
    },
    ([a, dtype, , , shape], py) => {
      const model = toArray(a, py);
      const type = dtypeArgument(dtype, py) ?? model.dtype;
      const known = name === 'empty' ? noFacts : constantFacts(value, type);
      return abstractArray(shape === null ? model.shape : shapeArgument(shape, py), type, known);
    },
  );
}

export const fullFunction = define(
  "full(shape, fill_value, dtype=None, order='C', *, like=None)",
  'A new array filled with a value.',
  ([shape, value, dtype], py) => {
    const asked = dtypeArgument(dtype, py);
    const source = toArray(value, py);
    const type = asked ?? source.dtype;
    const wanted = shapeArgument(shape, py);
    if (source.rank === 0 && source.data !== null)
      return full(
        wanted,
        type,
        source.data.items[source.data.offset] === null ? null : arrayOrScalar(source),
      );
    return copyArray(broadcastTo(asType(source, type), wanted));
  },
  ([shape, value, dtype], py) => {
    const source = toArray(value, py);
    const type = dtypeArgument(dtype, py) ?? source.dtype;
    const known =
      source.rank === 0 && source.dtype === type ? { ...source.facts, occurrence: null } : noFacts;
    return abstractArray(shapeArgument(shape, py), type, known);
  },
);

export const fullLike = define(
  "full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None)",
  "A new array of another's shape and type filled with a value.",
  ([a, value, dtype, , , shape], py) => {
    const model = toArray(a, py);
    const wanted = shape === null ? model.shape : shapeArgument(shape, py);
    const source = asType(toArray(value, py), dtypeArgument(dtype, py) ?? model.dtype);
    return copyArray(broadcastTo(source, wanted));
  },
  ([a, value, dtype, , , shape], py) => {
    const model = toArray(a, py);
    const source = asType(toArray(value, py), dtypeArgument(dtype, py) ?? model.dtype);
    return abstractArray(
      shape === null ? model.shape : shapeArgument(shape, py),
      source.dtype,
      source.rank === 0 ? { ...source.facts, occurrence: null } : noFacts,
    );
  },
);
