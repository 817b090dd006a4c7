// Matrix products, with broadcasting batch dimensions.
import { promote } from '../dtypes.ts';
import { broadcastShapes, dimsAgree, formatShape, type Shape, ShapeError } from '../shapes.ts';
import { attributesOf, type Tensor } from '../tensor.ts';
import { unbroadcast } from './binary.ts';
import { cast } from './leaves.ts';
import { apply, defineOperation } from './registry.ts';
import { reshape } from './shaping.ts';

export interface MatmulOptions {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

function matrix(shape: Shape, transpose: boolean): [Shape[number], Shape[number]] {
  const [rows, columns] = shape.slice(-2);
  return transpose ? [columns, rows] : [rows, columns];
}

defineOperation({
  name: 'matmul',
  documentation: 'Matrix product over the last two axes; leading axes broadcast.',
  infer([a, b], { transposeA, transposeB }) {
    const [rows, inner] = matrix(a.shape, transposeA);
    const [depth, columns] = matrix(b.shape, transposeB);
    if (!dimsAgree(inner, depth)) {
      throw new ShapeError(
        'matmul',
        `shapes ${formatShape(a.shape)} and ${formatShape(b.shape)} do not match: ${inner} against ${depth}`,
        { kind: 'product', shapes: [a.shape, b.shape], sizes: [inner, depth] },
      );
    }
    const batch = broadcastShapes('matmul', a.shape.slice(0, -2), b.shape.slice(0, -2));
    return { shape: [...batch, rows, columns], dtype: a.dtype };
  },
  gradient(output, gradient) {
    const [a, b] = output.inputs;
    const { transposeA, transposeB } = attributesOf(output, 'matmul');
    const left = transposeA
      ? matmul(b, gradient, { transposeA: transposeB, transposeB: true })
      : matmul(gradient, b, { transposeB: !transposeB });
    const right = transposeB
      ? matmul(gradient, a, { transposeA: true, transposeB: transposeA })
      : matmul(a, gradient, { transposeA: !transposeA });
    return [unbroadcast(left, a.shape), unbroadcast(right, b.shape)];
  },
});

/**
 * NumPy's matmul: (..., m, k) by (..., k, n) gives (..., m, n); a vector on either side gains an axis for
 * the product and loses it after. The transpose flags apply to the last two axes.
 */
export function matmul(a: Tensor, b: Tensor, options: MatmulOptions = {}): Tensor {
  if (a.shape.length === 0 || b.shape.length === 0) {
    throw new ShapeError(
      'matmul',
      `needs vectors or matrices, received ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
    );
  }
  const promoted = promote(a.dtype, b.dtype);
  const dtype = promoted === 'bool' ? 'int32' : promoted;
  let left = cast(a, dtype);
  let right = cast(b, dtype);
  if (a.shape.length === 1) left = reshape(left, [1, a.shape[0]]);
  if (b.shape.length === 1) right = reshape(right, [b.shape[0], 1]);
  const product = multiply(left, right, {
    transposeA: a.shape.length > 1 && (options.transposeA ?? false),
    transposeB: b.shape.length > 1 && (options.transposeB ?? false),
  });
  let shape = [...product.shape];
  if (b.shape.length === 1) shape = shape.slice(0, -1);
  if (a.shape.length === 1) shape.splice(b.shape.length === 1 ? -1 : -2, 1);
  return shape.length === product.shape.length ? product : reshape(product, shape);
}

/** A batch of rows times one matrix is one product of all rows, which kernels do faster. */
function multiply(a: Tensor, b: Tensor, attributes: { transposeA: boolean; transposeB: boolean }): Tensor {
  const rows = a.shape.slice(0, -1);
  if (
    a.shape.length > 2 &&
    b.shape.length === 2 &&
    !attributes.transposeA &&
    rows.slice(1).every(dim => dim !== null)
  ) {
    const flat = apply('matmul', [reshape(a, [-1, a.shape.at(-1) as number | null]), b], attributes);
    return reshape(flat, [...rows, flat.shape[1]]);
  }
  return apply('matmul', [a, b], attributes);
}

/** Product over the last axis of `a` and the second-last of `b` (numpy.dot). */
export function dot(a: Tensor, b: Tensor): Tensor {
  if (b.shape.length <= 2) return matmul(a, b);
  const depth = b.shape.at(-2);
  const others = [...b.shape.slice(0, -2), ...b.shape.slice(-1)];
  const order = [
    b.shape.length - 2,
    ...others.map((_, index) => (index < b.shape.length - 2 ? index : index + 1)),
  ];
  const flat = reshape(apply('transpose', [b], { permutation: order }), [depth as number | null, -1]);
  const product = matmul(a, flat);
  return reshape(product, [...a.shape.slice(0, -1), ...others]);
}
