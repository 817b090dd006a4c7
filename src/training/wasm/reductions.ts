// Reductions over one run of neighbouring axes, softmax over rows, and arg-max.
import { storageOf } from '../../graph/dtypes.ts';
import { staticShape } from '../../graph/shapes.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { FunctionWriter } from './assembler.ts';
import { f32Type, i32Type, op, simd, v128Type } from './instructions.ts';
import type { KernelCall, KernelLibrary } from './kernels.ts';
import { VectorMath } from './vector-math.ts';

type ReductionName = 'sum' | 'prod' | 'max' | 'min';

interface Run {
  readonly outer: number;
  readonly length: number;
  readonly inner: number;
}

/** Extents of the reduced run, or null where kept axes lie between reduced ones. */
export function reductionRun(node: Tensor): Run | null {
  const shape = staticShape(node.op, node.inputs[0].shape);
  const { axes } = attributesOf(node, node.op as ReductionName);
  const reduced = shape.map((_, axis) => axes.includes(axis));
  let state = 0;
  const run = { outer: 1, length: 1, inner: 1 };
  for (let axis = 0; axis < shape.length; axis++) {
    if (shape[axis] === 1) continue;
    if (reduced[axis]) {
      if (state === 2) return null;
      state = 1;
      run.length *= shape[axis];
    } else {
      if (state === 1) state = 2;
      if (state === 2) run.inner *= shape[axis];
      else run.outer *= shape[axis];
    }
  }
  return run;
}

const instructions: Readonly<Record<ReductionName, readonly [number, number]>> = {
  sum: [simd.f32Add, simd.i32Add],
  prod: [simd.f32Mul, simd.i32Mul],
  max: [simd.f32Max, simd.i32Max],
  min: [simd.f32Min, simd.i32Min],
};

const starts: Readonly<Record<ReductionName, readonly [number, number]>> = {
  sum: [0, 0],
  prod: [1, 1],
  max: [-Infinity, -2147483648],
  min: [Infinity, 2147483647],
};

export function callReduction(
  library: KernelLibrary,
  node: Tensor,
  address: (tensor: Tensor) => number,
): KernelCall[] | null {
  const run = reductionRun(node);
  if (run === null || run.outer * run.length * run.inner === 0) return null;
  const name = node.op as ReductionName;
  const float = storageOf(node.dtype) === 'float32';
  const kernel = library.kernel(`${name} ${float} ${run.outer} ${run.length} ${run.inner}`, 2, f => {
    const combine = instructions[name][float ? 0 : 1];
    const start = () => (float ? f.constF32(starts[name][0]) : f.constI32(starts[name][1]));
    if (run.inner === 1) writeRows(f, run, combine, start);
    else writeColumns(f, run, combine, start);
  });
  return [{ kernel, arguments: [address(node.inputs[0]), address(node)] }];
}

/** Each row to one number: four vectors of partial results, then their lanes. */
function writeRows(f: FunctionWriter, run: Run, combine: number, start: () => void): void {
  const sums = Array.from({ length: run.length >= 32 ? 4 : 1 }, () => f.local(v128Type));
  const width = sums.length * 4;
  f.repeat(run.outer, () => {
    for (const sum of sums) {
      start();
      f.set(sum);
    }
    f.repeat(Math.floor(run.length / width), () => {
      sums.forEach((sum, index) => {
        f.get(sum);
        f.get(0);
        f.vectorAccess(simd.load, index * 16);
        f.simd(combine);
        f.set(sum);
      });
      f.advance(0, width * 4);
    });
    const rest = run.length % width;
    for (let index = 0; index < rest; index += 4) {
      f.get(sums[0]);
      f.get(0);
      f.vectorAccess(simd.load, index * 4);
      if (rest - index < 4) {
        start();
        laneMask(f, rest - index);
        f.simd(simd.bitselect);
      }
      f.simd(combine);
      f.set(sums[0]);
    }
    f.advance(0, rest * 4);
    for (const sum of sums.slice(1)) {
      f.get(sums[0]);
      f.get(sum);
      f.simd(combine);
      f.set(sums[0]);
    }
    f.get(1);
    foldLanes(f, sums[0], combine);
    f.lane(simd.i32Extract, 0);
    f.access(op.i32Store, 0);
    f.advance(1, 4);
  });
}

/** All bits in the first `count` lanes. */
function laneMask(f: FunctionWriter, count: number): void {
  f.constI32(...([0, 1, 2, 3].map(lane => (lane < count ? -1 : 0)) as [number, number, number, number]));
}

/** Combines the lanes of a local; every lane of the vector left on the stack holds the result. */
function foldLanes(f: FunctionWriter, vector: number, combine: number): void {
  for (const lanes of [
    [2, 3, 0, 1],
    [1, 0, 3, 2],
  ]) {
    f.get(vector);
    f.get(vector);
    f.get(vector);
    f.shuffle(lanes);
    f.simd(combine);
    f.set(vector);
  }
  f.get(vector);
}

/** Down the columns, up to eight vectors of them at a time. */
function writeColumns(f: FunctionWriter, run: Run, combine: number, start: () => void): void {
  const vectors = Math.ceil(run.inner / 4);
  const block = Math.min(8, vectors);
  const sums = Array.from({ length: block }, () => f.local(v128Type));
  const source = f.local(i32Type);
  const strip = (count: number): void => {
    f.get(0);
    f.set(source);
    for (const sum of sums.slice(0, count)) {
      start();
      f.set(sum);
    }
    f.repeat(run.length, () => {
      sums.slice(0, count).forEach((sum, index) => {
        f.get(sum);
        f.get(source);
        f.vectorAccess(simd.load, index * 16);
        f.simd(combine);
        f.set(sum);
      });
      f.advance(source, run.inner * 4);
    });
    sums.slice(0, count).forEach((sum, index) => {
      f.get(1);
      f.get(sum);
      f.vectorAccess(simd.store, index * 16);
    });
    f.advance(0, count * 16);
    f.advance(1, count * 16);
  };
  f.repeat(run.outer, () => {
    f.repeat(Math.floor(vectors / block), () => strip(block));
    if (vectors % block > 0) strip(vectors % block);
    f.advance(0, run.length * run.inner * 4 - vectors * 16);
    f.advance(1, run.inner * 4 - vectors * 16);
  });
}

/** Softmax or its logarithm over rows: the maximum, the exponentials and their sum, the result. */
export function callSoftmax(
  library: KernelLibrary,
  node: Tensor,
  address: (tensor: Tensor) => number,
): KernelCall[] | null {
  const shape = staticShape(node.op, node.shape);
  const length = shape[shape.length - 1];
  const rows = shape.slice(0, -1).reduce((total, dim) => total * dim, 1);
  if (rows * length === 0) return null;
  const kernel = library.kernel(`${node.op} ${rows} ${length}`, 2, f => {
    const math = new VectorMath(f, library.fused);
    f.repeat(rows, () => {
      new SoftmaxRow(f, math, length, node.op === 'logSoftmax').write();
      f.advance(0, length * 4);
      f.advance(1, length * 4);
    });
  });
  return [{ kernel, arguments: [address(node.inputs[0]), address(node)] }];
}

class SoftmaxRow {
  private readonly f: FunctionWriter;
  private readonly math: VectorMath;
  private readonly length: number;
  private readonly logarithmic: boolean;
  private readonly offset: number;

  constructor(f: FunctionWriter, math: VectorMath, length: number, logarithmic: boolean) {
    this.f = f;
    this.math = math;
    this.length = length;
    this.logarithmic = logarithmic;
    this.offset = f.local(i32Type);
  }

  /** The body for every whole vector, then for the rest with its lanes counted. */
  private overVectors(body: (lanes: number) => void): void {
    const whole = Math.floor(this.length / 4);
    if (whole > 0) this.f.count(this.offset, whole * 16, 16, () => body(4));
    if (this.length % 4 === 0) return;
    this.f.i32(whole * 16);
    this.f.set(this.offset);
    body(this.length % 4);
  }

  private address(parameter: number): void {
    this.f.get(parameter);
    this.f.get(this.offset);
    this.f.emit(op.i32Add);
  }

  private load(parameter: number, lanes: number, filler: number): void {
    this.address(parameter);
    this.f.vectorAccess(simd.load, 0);
    if (lanes === 4) return;
    this.f.constF32(filler);
    laneMask(this.f, lanes);
    this.f.simd(simd.bitselect);
  }

  write(): void {
    const { f, math } = this;
    const largest = f.local(v128Type);
    f.constF32(-Infinity);
    f.set(largest);
    this.overVectors(lanes => {
      f.get(largest);
      this.load(0, lanes, -Infinity);
      f.simd(simd.f32Max);
      f.set(largest);
    });
    foldLanes(f, largest, simd.f32Max);
    f.set(largest);
    const total = f.local(v128Type);
    f.constF32(0);
    f.set(total);
    this.overVectors(lanes => {
      this.load(0, lanes, -Infinity);
      f.get(largest);
      f.simd(simd.f32Sub);
      const shifted = math.keep();
      math.exp(shifted);
      const power = math.keep();
      this.address(1);
      f.get(this.logarithmic ? shifted : power);
      f.vectorAccess(simd.store, 0);
      f.get(total);
      f.get(power);
      if (lanes < 4) {
        laneMask(f, lanes);
        f.simd(simd.and);
      }
      f.simd(simd.f32Add);
      f.set(total);
    });
    foldLanes(f, total, simd.f32Add);
    f.set(total);
    if (this.logarithmic) math.log(total);
    else {
      f.constF32(1);
      f.get(total);
      f.simd(simd.f32Div);
    }
    const scale = math.keep();
    this.overVectors(() => {
      this.address(1);
      this.address(1);
      f.vectorAccess(simd.load, 0);
      f.get(scale);
      f.simd(this.logarithmic ? simd.f32Sub : simd.f32Mul);
      f.vectorAccess(simd.store, 0);
    });
  }
}

/** Index of the first extreme element; floats only. */
export function callArgument(
  library: KernelLibrary,
  node: Tensor,
  address: (tensor: Tensor) => number,
): KernelCall[] | null {
  if (storageOf(node.inputs[0].dtype) !== 'float32') return null;
  const shape = staticShape(node.op, node.inputs[0].shape);
  const { axis } = attributesOf(node, node.op as 'argMax' | 'argMin');
  const product = (dims: readonly number[]) => dims.reduce((total, dim) => total * dim, 1);
  const [outer, length, inner] = [product(shape.slice(0, axis)), shape[axis], product(shape.slice(axis + 1))];
  if (outer * length * inner === 0) return null;
  const kernel = library.kernel(`${node.op} ${outer} ${length} ${inner}`, 2, f => {
    const best = f.local(f32Type);
    const value = f.local(f32Type);
    const place = f.local(i32Type);
    const index = f.local(i32Type);
    const source = f.local(i32Type);
    f.repeat(outer, () => {
      f.repeat(inner, () => {
        f.get(0);
        f.tee(source);
        f.access(op.f32Load, 0);
        f.set(best);
        f.i32(0);
        f.set(place);
        f.count(index, length, 1, () => {
          f.get(source);
          f.access(op.f32Load, 0);
          f.tee(value);
          f.get(best);
          f.emit(node.op === 'argMax' ? op.f32Gt : op.f32Lt, 0x04, 0x40);
          f.get(value);
          f.set(best);
          f.get(index);
          f.set(place);
          f.emit(op.end);
          f.advance(source, inner * 4);
        });
        f.get(1);
        f.get(place);
        f.access(op.i32Store, 0);
        f.advance(0, 4);
        f.advance(1, 4);
      });
      f.advance(0, (length - 1) * inner * 4);
    });
  });
  return [{ kernel, arguments: [address(node.inputs[0]), address(node)] }];
}
