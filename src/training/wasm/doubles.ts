// float64 in loops over single numbers: groups of elementwise operations, reductions, and matrix products on pairs.
import { binaryNames, type OperationName, unaryNames } from '../../graph/attributes.ts';
import { type Storage, storageOf } from '../../graph/dtypes.ts';
import { matmulGeometry } from '../../graph/reference/products.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { ElementwiseStep, Step } from '../host/steps.ts';
import type { FunctionWriter } from './assembler.ts';
import { type GroupPlan, planGroup, type Reading } from './elementwise-plan.ts';
import { f64Type, i32Type, op, simd, v128Type } from './instructions.ts';
import type { KernelCall, KernelLibrary } from './kernels.ts';
import { reductionRun } from './reductions.ts';

type Address = (tensor: Tensor) => number;

const unaryInstructions: Partial<Record<OperationName, number>> = {
  neg: op.f64Neg,
  abs: op.f64Abs,
  sqrt: op.f64Sqrt,
  floor: op.f64Floor,
  ceil: op.f64Ceil,
  round: op.f64Nearest,
};

const binaryInstructions: Partial<Record<OperationName, number>> = {
  add: op.f64Add,
  sub: op.f64Sub,
  mul: op.f64Mul,
  div: op.f64Div,
  maximum: op.f64Max,
  minimum: op.f64Min,
};

const comparisons: Partial<Record<OperationName, number>> = {
  equal: op.f64Eq,
  notEqual: op.f64Ne,
  less: op.f64Lt,
  lessEqual: op.f64Le,
  greater: op.f64Gt,
  greaterEqual: op.f64Ge,
};

const written: ReadonlySet<OperationName> = new Set([
  ...(Object.keys({ ...unaryInstructions, ...binaryInstructions, ...comparisons }) as OperationName[]),
  ...(['select', 'cast', 'broadcastTo', 'relu', 'reciprocal', 'rsqrt'] as const),
]);

const functions: ReadonlySet<string> = new Set<string>([...unaryNames, ...binaryNames]);

/** The functions of JavaScript that steps of doubles call. */
export function doubleImports(steps: readonly Step[]): string[] {
  const nodes = steps.flatMap(step => (step.kind === 'elementwise' ? step.nodes : []));
  const names = nodes
    .filter(({ op: name }) => !written.has(name) && functions.has(name))
    .map(node => node.op);
  return [...new Set<string>(names)];
}

/** One loop for a group of elementwise nodes that read or make float64; each value is a double on the way. */
export function callDoubleGroup(library: KernelLibrary, step: ElementwiseStep, address: Address): KernelCall {
  const plan = planGroup(step);
  const kernel = library.kernel(`doubles ${plan.key}`, plan.operands.length + step.outputs.length, writer =>
    new DoubleGroupWriter(library, writer, step, plan).write(),
  );
  return { kernel, arguments: [...plan.operands, ...step.outputs].map(address) };
}

class DoubleGroupWriter {
  private readonly library: KernelLibrary;
  private readonly f: FunctionWriter;
  private readonly step: ElementwiseStep;
  private readonly plan: GroupPlan;
  private readonly storages: readonly Storage[];
  private readonly values: number[];

  constructor(library: KernelLibrary, writer: FunctionWriter, step: ElementwiseStep, plan: GroupPlan) {
    this.library = library;
    this.f = writer;
    this.step = step;
    this.plan = plan;
    this.storages = [...plan.operands, ...step.outputs].map(tensor => storageOf(tensor.dtype));
    this.values = [...plan.operands, ...step.nodes].map(() => writer.local(f64Type));
  }

  write(): void {
    this.loop(0);
  }

  private loop(axis: number): void {
    const { dims, operands } = this.plan.loops;
    if (axis === dims.length) {
      this.body();
      return;
    }
    this.f.repeat(dims[axis], () => {
      this.loop(axis + 1);
      this.storages.forEach((storage, index) => {
        const { strides } = operands[Math.min(index, operands.length - 1)];
        const covered = axis + 1 < dims.length ? strides[axis + 1] * dims[axis + 1] : 0;
        this.f.advance(index, (storage === 'float64' ? 8 : 4) * (strides[axis] - covered));
      });
    });
  }

  private body(): void {
    const { f, plan, step } = this;
    const count = plan.operands.length;
    plan.operands.forEach((_, index) => {
      f.get(index);
      this.load(this.storages[index]);
      f.set(this.values[index]);
    });
    step.nodes.forEach((node, index) => {
      this.node(node, plan.readings[index]);
      if (storageOf(node.dtype) === 'float32') f.emit(op.f32Demote, op.f64Promote);
      f.set(this.values[count + index]);
    });
    step.outputs.forEach((node, index) => {
      f.get(count + index);
      f.get(this.values[count + step.nodes.indexOf(node)]);
      this.store(storageOf(node.dtype));
    });
  }

  private load(storage: Storage): void {
    const { f } = this;
    if (storage === 'float64') f.access(op.f64Load, 0);
    else if (storage === 'float32') {
      f.access(op.f32Load, 0);
      f.emit(op.f64Promote);
    } else {
      f.access(op.i32Load, 0);
      f.emit(op.f64ConvertI32);
    }
  }

  private store(storage: Storage): void {
    const { f } = this;
    if (storage === 'float64') f.access(op.f64Store, 0);
    else if (storage === 'float32') {
      f.emit(op.f32Demote);
      f.access(op.f32Store, 0);
    } else {
      f.emit(...op.i32TruncF64);
      f.access(op.i32Store, 0);
    }
  }

  private push(reading: Reading): void {
    if (reading.kind === 'constant') this.f.f64(reading.value);
    else this.f.get(this.values[reading.index + (reading.kind === 'node' ? this.plan.operands.length : 0)]);
  }

  private node(node: Tensor, readings: readonly Reading[]): void {
    const { f } = this;
    const [a, b, c] = readings;
    const instruction = unaryInstructions[node.op] ?? binaryInstructions[node.op];
    const comparison = comparisons[node.op];
    if (instruction !== undefined) {
      for (const reading of readings) this.push(reading);
      f.emit(instruction);
    } else if (comparison !== undefined) {
      this.push(a);
      this.push(b);
      f.emit(comparison, op.f64ConvertI32);
    } else if (node.op === 'select') {
      this.push(b);
      this.push(c);
      this.push(a);
      f.f64(0);
      f.emit(op.f64Ne, op.select);
    } else if (node.op === 'relu') {
      this.push(a);
      f.f64(0);
      f.emit(op.f64Max);
    } else if (node.op === 'reciprocal' || node.op === 'rsqrt') {
      f.f64(1);
      this.push(a);
      if (node.op === 'rsqrt') f.emit(op.f64Sqrt);
      f.emit(op.f64Div);
    } else if (node.op === 'broadcastTo') this.push(a);
    else if (node.op === 'cast') this.cast(a, storageOf(node.dtype));
    else {
      for (const reading of readings) this.push(reading);
      f.call(this.library.module.importIndex(node.op));
    }
  }

  private cast(from: Reading, to: Storage): void {
    const { f } = this;
    this.push(from);
    if (to === 'bool') {
      f.f64(0);
      f.emit(op.f64Ne, op.f64ConvertI32);
    } else if (to === 'int32') f.emit(...op.i32TruncF64, op.f64ConvertI32);
  }
}

const reducers: Partial<Record<OperationName, readonly [number, number]>> = {
  sum: [op.f64Add, 0],
  prod: [op.f64Mul, 1],
  max: [op.f64Max, -Infinity],
  min: [op.f64Min, Infinity],
};

/** A reduction over one run of neighbouring axes; null for others. */
export function callDoubleReduction(
  library: KernelLibrary,
  node: Tensor,
  address: Address,
): KernelCall[] | null {
  const reducer = reducers[node.op];
  if (reducer === undefined) return null;
  const run = reductionRun(node);
  if (run === null || run.outer * run.length * run.inner === 0) return null;
  const [combine, start] = reducer;
  const { outer, length, inner } = run;
  const kernel = library.kernel(`doubles ${node.op} ${outer} ${length} ${inner}`, 2, f => {
    const total = f.local(f64Type);
    const source = f.local(i32Type);
    f.repeat(outer, () => {
      f.repeat(inner, () => {
        f.f64(start);
        f.set(total);
        f.get(0);
        f.set(source);
        f.repeat(length, () => {
          f.get(total);
          f.get(source);
          f.access(op.f64Load, 0);
          f.emit(combine);
          f.set(total);
          f.advance(source, inner * 8);
        });
        f.get(1);
        f.get(total);
        f.access(op.f64Store, 0);
        f.advance(0, 8);
        f.advance(1, 8);
      });
      f.advance(0, (length - 1) * inner * 8);
    });
  });
  return [{ kernel, arguments: [address(node.inputs[0]), address(node)] }];
}

/** Matrix products: for each row, pairs of columns side by side; a transposed right side is laid out first. */
export function callDoubleProduct(library: KernelLibrary, node: Tensor, address: Address): KernelCall[] {
  const { transposeA, transposeB } = attributesOf(node, 'matmul');
  const { batch, rows, inner, columns, left, right } = matmulGeometry(node);
  if (rows * columns * batch === 0) return [];
  if (transposeB) library.needScratch(8 * inner * columns + 64);
  const key = `doubles matmul ${rows} ${inner} ${columns} ${transposeA} ${transposeB}`;
  const kernel = library.kernel(key, 4, f =>
    new DoubleProductWriter(f, { rows, inner, columns, transposeA, transposeB }).write(),
  );
  const [a, b] = node.inputs.map(address);
  const out = address(node);
  return Array.from({ length: batch }, (_, index) => ({
    kernel,
    arguments: [
      a + 8 * rows * inner * (left === null ? index : left[index]),
      b + 8 * inner * columns * (right === null ? index : right[index]),
      out + 8 * rows * columns * index,
      { scratch: 0 },
    ],
  }));
}

interface ProductShape {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

const [paramA, paramB, paramC, paramScratch] = [0, 1, 2, 3];
/** Pairs of columns that one pass over a row of the left side computes. */
const widestBlock = 6;

class DoubleProductWriter {
  private readonly f: FunctionWriter;
  private readonly shape: ProductShape;
  private readonly left: number;
  private readonly right: number;

  constructor(f: FunctionWriter, shape: ProductShape) {
    this.f = f;
    this.shape = shape;
    this.left = f.local(i32Type);
    this.right = f.local(i32Type);
  }

  write(): void {
    const { f } = this;
    const { rows, inner, columns, transposeA, transposeB } = this.shape;
    if (inner === 0) {
      f.get(paramC);
      f.i32(0);
      f.i32(rows * columns * 8);
      f.emit(0xfc, 0x0b, 0);
      return;
    }
    if (transposeB) this.layOutRight();
    const pairs = Math.floor(columns / 2);
    const blocks = Math.floor(pairs / widestBlock);
    f.repeat(rows, () => {
      const base = f.local(i32Type);
      f.get(paramB);
      f.set(base);
      const block = (width: number, isSingle: boolean) => {
        this.block(base, width, isSingle);
        f.advance(base, (isSingle ? 1 : 2 * width) * 8);
        f.advance(paramC, (isSingle ? 1 : 2 * width) * 8);
      };
      f.repeat(blocks, () => block(widestBlock, false));
      if (pairs % widestBlock > 0) block(pairs % widestBlock, false);
      if (columns % 2 === 1) block(1, true);
      f.advance(paramA, (transposeA ? 1 : inner) * 8);
    });
  }

  /** The right side with its rows along the inner axis, in the working space. */
  private layOutRight(): void {
    const { f } = this;
    const { inner, columns } = this.shape;
    const target = f.local(i32Type);
    const start = f.local(i32Type);
    f.get(paramScratch);
    f.set(start);
    f.repeat(columns, () => {
      f.get(start);
      f.set(target);
      f.repeat(inner, () => {
        f.get(target);
        f.get(paramB);
        f.access(op.f64Load, 0);
        f.access(op.f64Store, 0);
        f.advance(paramB, 8);
        f.advance(target, columns * 8);
      });
      f.advance(start, 8);
    });
    f.get(paramScratch);
    f.set(paramB);
  }

  /** One row by `width` pairs of columns, or by a single column. */
  private block(base: number, width: number, isSingle: boolean): void {
    const { f } = this;
    const { rows, inner, columns, transposeA } = this.shape;
    const sums = Array.from({ length: width }, () => f.local(isSingle ? f64Type : v128Type));
    for (const sum of sums) {
      f.f64(0);
      if (!isSingle) f.simd(simd.f64Splat);
      f.set(sum);
    }
    f.get(paramA);
    f.set(this.left);
    f.get(base);
    f.set(this.right);
    const factor = f.local(isSingle ? f64Type : v128Type);
    f.repeat(inner, () => {
      f.get(this.left);
      f.access(op.f64Load, 0);
      if (!isSingle) f.simd(simd.f64Splat);
      f.set(factor);
      sums.forEach((sum, index) => {
        f.get(sum);
        f.get(factor);
        f.get(this.right);
        if (isSingle) {
          f.access(op.f64Load, 0);
          f.emit(op.f64Mul, op.f64Add);
        } else {
          f.vectorAccess(simd.load, index * 16);
          f.simd(simd.f64Mul);
          f.simd(simd.f64Add);
        }
        f.set(sum);
      });
      f.advance(this.left, (transposeA ? rows : 1) * 8);
      f.advance(this.right, columns * 8);
    });
    sums.forEach((sum, index) => {
      f.get(paramC);
      f.get(sum);
      if (isSingle) f.access(op.f64Store, 0);
      else f.vectorAccess(simd.store, index * 16);
    });
  }
}
