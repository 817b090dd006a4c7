// Maximum and average over windows of the spatial axes, channels last.
import type { PoolAttributes } from '../attributes.ts';
import { formatShape, type Shape, ShapeError, staticShape } from '../shapes.ts';
import { attributesOf, type Tensor } from '../tensor.ts';
import { ceilDivide, perAxis, resolvePadding, windowOutput } from './convolution.ts';
import { toFloat } from './leaves.ts';
import { abstractValue, apply, defineOperation } from './registry.ts';

export interface PoolOptions {
  readonly size: number | readonly number[];
  /** The window size when not given. */
  readonly strides?: number | readonly number[] | null;
  readonly padding?: 'valid' | 'same';
}

function pooledShape(name: string, x: Shape, { size, strides, padding }: PoolAttributes): Shape {
  const spatial = size.map((extent, axis) =>
    windowOutput(name, x[axis + 1], extent, strides[axis], padding[axis]),
  );
  return [x[0], ...spatial, x[x.length - 1]];
}

defineOperation({
  name: 'maxPool',
  documentation: 'Largest element of each window; padding never wins.',
  infer: ([x], attributes) => ({ shape: pooledShape('maxPool', x.shape, attributes), dtype: x.dtype }),
  gradient: (output, gradient) => [
    apply('maxPoolGradient', [output.inputs[0], output, gradient], attributesOf(output, 'maxPool')),
  ],
});

defineOperation({
  name: 'maxPoolGradient',
  documentation: 'From (input, pooled, gradient): the gradient at the first largest element of each window.',
  infer: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  gradient: 'none',
});

defineOperation({
  name: 'averagePool',
  documentation: 'Mean of each window over the cells that are not padding.',
  infer: ([x], attributes) => ({ shape: pooledShape('averagePool', x.shape, attributes), dtype: x.dtype }),
  gradient: (output, gradient) => [
    apply('averagePoolGradient', [gradient], {
      ...attributesOf(output, 'averagePool'),
      inputShape: staticShape('averagePool', output.inputs[0].shape),
    }),
  ],
});

defineOperation({
  name: 'averagePoolGradient',
  documentation: 'The transpose of averagePool.',
  infer: ([gradient], { inputShape }) => ({ shape: inputShape, dtype: gradient.dtype }),
  gradient(output, gradient) {
    const { size, strides, padding } = attributesOf(output, 'averagePoolGradient');
    return [apply('averagePool', [gradient], { size, strides, padding })];
  },
});

function pool(name: 'maxPool' | 'averagePool', input: Tensor, options: PoolOptions): Tensor {
  const x = toFloat(input);
  const rank = x.shape.length - 2;
  if (rank < 1)
    throw new ShapeError(name, `needs (batch, ...spatial, channels), received ${formatShape(x.shape)}`);
  const size = perAxis(options.size, rank);
  const strides = perAxis(options.strides ?? options.size, rank);
  const mode = options.padding ?? 'valid';
  if (mode === 'same' && x.shape.slice(1, -1).includes(null)) {
    const spatial = strides.map((stride, axis) => ceilDivide(x.shape[axis + 1], stride));
    return abstractValue(name, [x], [x.shape[0], ...spatial, x.shape[rank + 1]], x.dtype);
  }
  const padding = size.map((extent, axis) =>
    resolvePadding(mode, axis, x.shape[axis + 1], extent, strides[axis]),
  );
  return apply(name, [x], { size, strides, padding });
}

export function maxPool(x: Tensor, options: PoolOptions): Tensor {
  return pool('maxPool', x, options);
}

export function averagePool(x: Tensor, options: PoolOptions): Tensor {
  return pool('averagePool', x, options);
}
