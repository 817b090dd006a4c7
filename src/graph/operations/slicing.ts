// Joining, cutting, padding and turning tensors along axes.
import { promote } from '../dtypes.ts';
import {
  type Dim,
  dimsAgree,
  formatShape,
  isStatic,
  normalizeAxes,
  normalizeAxis,
  ShapeError,
  staticShape,
  UnknownShape,
} from '../shapes.ts';
import { attributesOf, constant, type Tensor } from '../tensor.ts';
import { gather } from './gathering.ts';
import { cast } from './leaves.ts';
import { abstractValue, apply, defineOperation } from './registry.ts';
import { expandDims, reshape, squeeze } from './shaping.ts';

defineOperation({
  name: 'concat',
  documentation: 'Tensors one after the other along an axis.',
  infer(inputs, { axis }) {
    const first = inputs[0];
    const shape: Dim[] = [...first.shape];
    for (const input of inputs.slice(1)) {
      const fits =
        input.shape.length === shape.length &&
        input.shape.every((dim, index) => index === axis || dimsAgree(dim, shape[index]));
      if (!fits) {
        const list = inputs.map(item => formatShape(item.shape)).join(', ');
        const shapes = inputs.map(item => item.shape);
        throw new ShapeError('concat', `shapes must be equal except along axis ${axis}, received ${list}`, {
          kind: 'concat',
          shapes,
          axis,
        });
      }
      for (let index = 0; index < shape.length; index++) {
        const dim = input.shape[index];
        const sum = shape[index];
        if (index === axis) shape[index] = sum === null || dim === null ? null : sum + dim;
        else shape[index] = sum ?? dim;
      }
    }
    return { shape, dtype: first.dtype };
  },
  gradient(output, gradient) {
    const { axis } = attributesOf(output, 'concat');
    return split(
      gradient,
      output.inputs.map(input => staticShape('concat', input.shape)[axis]),
      axis,
    );
  },
});

export function concat(inputs: readonly Tensor[], axis = -1): Tensor {
  if (inputs.length === 0) throw new ShapeError('concat', 'needs at least one tensor');
  const along = normalizeAxis('concat', axis, inputs[0].shape.length);
  const dtype = inputs.map(input => input.dtype).reduce(promote);
  if (inputs.length === 1) return inputs[0];
  return apply(
    'concat',
    inputs.map(input => cast(input, dtype)),
    { axis: along },
  );
}

export function stack(inputs: readonly Tensor[], axis = 0): Tensor {
  if (inputs.length === 0) throw new ShapeError('stack', 'needs at least one tensor');
  const along = normalizeAxis('stack', axis, inputs[0].shape.length + 1);
  return concat(
    inputs.map(input => expandDims(input, along)),
    along,
  );
}

defineOperation({
  name: 'slice',
  documentation: 'Elements from `begin` on, `size` of them, every `strides`-th, along each axis.',
  infer: ([x], { size }) => ({
    shape: size.map((dim, axis) => (dim < 0 ? x.shape[axis] : dim)),
    dtype: x.dtype,
  }),
  gradient(output, gradient) {
    const x = output.inputs[0];
    const shape = staticShape('slice', x.shape);
    const { begin, strides } = attributesOf(output, 'slice');
    const size = staticShape('slice', output.shape);
    const spread = interleaveZeros(gradient, strides);
    return [
      pad(
        spread,
        shape.map((dim, axis) => [
          begin[axis],
          dim - begin[axis] - Math.max(0, (size[axis] - 1) * strides[axis] + 1),
        ]),
      ),
    ];
  },
});

/** Zeros between the elements, so that neighbours end up `strides` apart. */
function interleaveZeros(x: Tensor, strides: readonly number[]): Tensor {
  let result = x;
  for (let axis = 0; axis < strides.length; axis++) {
    const step = strides[axis];
    const dim = result.shape[axis] as number;
    if (step === 1 || dim <= 1) continue;
    const cells = expandDims(result, axis + 1);
    const padding = cells.shape.map((_, index): [number, number] => [0, index === axis + 1 ? step - 1 : 0]);
    const shape = result.shape.map((size, index) => (index === axis ? dim * step : size));
    const full = reshape(pad(cells, padding), shape);
    result = slice(
      full,
      shape.map(() => 0),
      shape.map((size, index) => (index === axis ? (dim - 1) * step + 1 : (size as number))),
    );
  }
  return result;
}

/** `size` elements from `begin` on along each axis; a size of -1 takes the rest. */
export function slice(
  x: Tensor,
  begin: readonly number[],
  size: readonly number[],
  strides?: readonly number[],
): Tensor {
  const steps = strides ?? begin.map(() => 1);
  const sizes = x.shape.map((dim, axis) => {
    if (size[axis] >= 0) return size[axis];
    return dim === null ? -1 : Math.ceil((dim - begin[axis]) / steps[axis]);
  });
  x.shape.forEach((dim, axis) => {
    const last = begin[axis] + Math.max(0, sizes[axis] - 1) * steps[axis];
    if (begin[axis] < 0 || (dim !== null && sizes[axis] > 0 && last >= dim)) {
      throw new ShapeError(
        'slice',
        `begin ${begin[axis]} and size ${size[axis]} leave axis ${axis} of ${formatShape(x.shape)}`,
      );
    }
    if (dim === null && sizes[axis] === -1 && (begin[axis] !== 0 || steps[axis] !== 1)) sizes[axis] = -2;
  });
  if (sizes.includes(-2)) {
    return abstractValue(
      'slice',
      [x],
      x.shape.map((dim, axis) => (sizes[axis] < 0 ? null : (sizes[axis] ?? dim))),
      x.dtype,
    );
  }
  if (sizes.every((item, axis) => item === -1 || item === x.shape[axis])) return x;
  return apply('slice', [x], { begin, size: sizes, strides: steps });
}

/** One Python index of a subscript: an integer drops the axis; null in a slice means its default. */
export type Index =
  | number
  | { readonly start?: number | null; readonly stop?: number | null; readonly step?: number | null }
  | 'newaxis'
  | 'ellipsis';

/** Python's subscript with integers, slices (negative steps too), None and Ellipsis. */
export function subscript(x: Tensor, indices: readonly Index[]): Tensor {
  const used = indices.filter(index => index !== 'newaxis' && index !== 'ellipsis').length;
  if (used > x.shape.length) {
    throw new ShapeError('subscript', `too many indices (${used}) for shape ${formatShape(x.shape)}`);
  }
  const filler = new Array<Index>(x.shape.length - used).fill({});
  const at = indices.indexOf('ellipsis');
  const full =
    at < 0 ? [...indices, ...filler] : [...indices.slice(0, at), ...filler, ...indices.slice(at + 1)];
  const plan = { begin: [] as number[], size: [] as number[], strides: [] as number[], flip: [] as number[] };
  const result: (Dim | 'drop')[] = [];
  let axis = 0;
  for (const index of full) {
    if (index === 'newaxis') result.push(1);
    else if (index !== 'ellipsis') result.push(planAxis(plan, index, axis, x.shape[axis++]));
  }
  let value = reverse(slice(x, plan.begin, plan.size, plan.strides), plan.flip);
  const shape = result.filter(dim => dim !== 'drop');
  if (shape.length === value.shape.length && result.length === value.shape.length) return value;
  const dropped = result.flatMap((dim, place) =>
    dim === 'drop' ? [place - full.slice(0, place).filter(item => item === 'newaxis').length] : [],
  );
  value = squeeze(value, dropped);
  let place = 0;
  const added: number[] = [];
  full.forEach((index, position) => {
    if (result[position] === 'drop') return;
    if (index === 'newaxis') added.push(place);
    place++;
  });
  return added.length > 0 ? expandDims(value, added) : value;
}

interface SubscriptPlan {
  readonly begin: number[];
  readonly size: number[];
  readonly strides: number[];
  readonly flip: number[];
}

function planAxis(plan: SubscriptPlan, index: Exclude<Index, string>, axis: number, dim: Dim): Dim | 'drop' {
  if (typeof index === 'number') {
    if (dim !== null && (index < -dim || index >= dim)) {
      throw new ShapeError('subscript', `index ${index} is out of bounds for axis ${axis} with size ${dim}`, {
        kind: 'index',
        index,
        axis,
        size: dim,
      });
    }
    // From the end of an axis of unknown size: only shapes are worked out then.
    plan.begin.push(index < 0 ? index + (dim ?? -index) : index);
    plan.size.push(1);
    plan.strides.push(1);
    return 'drop';
  }
  const step = index.step ?? 1;
  if (step === 0) throw new ShapeError('subscript', 'slice step cannot be zero');
  if (dim === null) {
    // How much is left of it is not known either; only shapes are worked out then.
    plan.begin.push(0);
    plan.size.push(-1);
    plan.strides.push(1);
    return null;
  }
  const bound = (value: number, low: number, high: number) =>
    Math.min(Math.max(value < 0 ? value + dim : value, low), high);
  const first = step > 0 ? bound(index.start ?? 0, 0, dim) : bound(index.start ?? dim - 1, -1, dim - 1);
  const stop =
    step > 0
      ? bound(index.stop ?? dim, 0, dim)
      : (index.stop ?? null) === null
        ? -1
        : bound(index.stop as number, -1, dim - 1);
  const count = Math.max(0, Math.ceil((stop - first) / step));
  plan.begin.push(step > 0 || count === 0 ? Math.min(Math.max(first, 0), dim) : first + (count - 1) * step);
  plan.size.push(count);
  plan.strides.push(Math.abs(step));
  if (step < 0 && count > 1) plan.flip.push(axis);
  return count;
}

/** Cuts into equal parts (a count) or parts of the given sizes. */
export function split(x: Tensor, parts: number | readonly number[], axis = -1): Tensor[] {
  const along = normalizeAxis('split', axis, x.shape.length);
  const dim = x.shape[along];
  if (dim === null)
    throw new UnknownShape('split', `axis ${axis} of ${formatShape(x.shape)} has no known size`);
  if (typeof parts === 'number' && dim % parts !== 0) {
    throw new ShapeError(
      'split',
      `${parts} equal parts do not divide axis ${axis} of ${formatShape(x.shape)}`,
      { kind: 'split', shape: x.shape, axis: along, parts },
    );
  }
  const sizes = typeof parts === 'number' ? new Array<number>(parts).fill(dim / parts) : parts;
  if (sizes.reduce((a, b) => a + b, 0) !== dim) {
    throw new ShapeError(
      'split',
      `parts of ${sizes.join(', ')} do not make up axis ${axis} of ${formatShape(x.shape)}`,
    );
  }
  let start = 0;
  return sizes.map(size => {
    const begin = x.shape.map((_, index) => (index === along ? start : 0));
    start += size;
    return slice(
      x,
      begin,
      x.shape.map((_, index) => (index === along ? size : -1)),
    );
  });
}

export function unstack(x: Tensor, axis = 0): Tensor[] {
  const along = normalizeAxis('unstack', axis, x.shape.length);
  const dim = x.shape[along];
  if (dim === null)
    throw new UnknownShape('unstack', `axis ${axis} of ${formatShape(x.shape)} has no known size`);
  return split(x, dim, along).map(part => squeeze(part, along));
}

defineOperation({
  name: 'pad',
  documentation: 'A constant before and after each axis; negative widths crop.',
  infer([x], { padding }) {
    const shape = x.shape.map((dim, axis) =>
      dim === null ? null : dim + padding[axis][0] + padding[axis][1],
    );
    if (shape.some(dim => dim !== null && dim < 0)) throw new ShapeError('pad', 'crops more than there is');
    return { shape, dtype: x.dtype };
  },
  gradient(output, gradient) {
    const { padding } = attributesOf(output, 'pad');
    return [
      pad(
        gradient,
        padding.map(([before, after]): [number, number] => [-before, -after]),
      ),
    ];
  },
});

export type PadMode = 'constant' | 'reflect' | 'symmetric' | 'edge';

/** Pads each axis by [before, after]; the other modes mirror without or with the border, or repeat it. */
export function pad(
  x: Tensor,
  padding: readonly (readonly [number, number])[],
  mode: PadMode = 'constant',
  value = 0,
): Tensor {
  if (padding.length !== x.shape.length) {
    throw new ShapeError('pad', `${padding.length} paddings for shape ${formatShape(x.shape)}`);
  }
  if (padding.every(([before, after]) => before === 0 && after === 0)) return x;
  if (mode === 'constant') return apply('pad', [x], { padding, value });
  const shape = x.shape.map((dim, axis) => (dim === null ? null : dim + padding[axis][0] + padding[axis][1]));
  const unknown = padding.some(([before, after], axis) => before + after > 0 && x.shape[axis] === null);
  if (unknown) return abstractValue('pad', [x], shape, x.dtype);
  let result = x;
  padding.forEach(([before, after], axis) => {
    if (before + after === 0) return;
    const dim = x.shape[axis] as number;
    const indices = Array.from({ length: dim + before + after }, (_, place) =>
      sourceOf(place - before, dim, mode),
    );
    result = gather(result, constant(indices, [indices.length], 'int32'), axis);
  });
  return result;
}

function sourceOf(place: number, dim: number, mode: Exclude<PadMode, 'constant'>): number {
  if (mode === 'edge') return Math.min(Math.max(place, 0), dim - 1);
  const turn = mode === 'symmetric' ? 1 : 0;
  const period = 2 * (dim - 1 + turn);
  if (period === 0) return 0;
  const phase = ((place % period) + period) % period;
  return phase < dim ? phase : period - phase - turn;
}

defineOperation({
  name: 'reverse',
  documentation: 'Elements in opposite order along axes.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient: (output, gradient) => [reverse(gradient, attributesOf(output, 'reverse').axes)],
});

export function reverse(x: Tensor, axes?: number | readonly number[] | null): Tensor {
  const list = normalizeAxes('reverse', axes, x.shape.length);
  return list.length === 0 ? x : apply('reverse', [x], { axes: list });
}

/** Moves elements along an axis by `shift` places; those that leave come in at the other end. */
export function roll(x: Tensor, shift: number, axis: number | null = null): Tensor {
  if (axis === null) return reshape(roll(reshape(x, [-1]), shift, 0), x.shape);
  const along = normalizeAxis('roll', axis, x.shape.length);
  const dim = x.shape[along];
  if (dim === null || !isStatic([dim])) return abstractValue('roll', [x], x.shape, x.dtype);
  const offset = dim === 0 ? 0 : ((shift % dim) + dim) % dim;
  if (offset === 0) return x;
  const [head, tail] = split(x, [dim - offset, offset], along);
  return concat([tail, head], along);
}
