// One loop for a group of elementwise operations with broadcasting.
import { binaryNames, type OperationName, unaryNames } from '../../graph/attributes.ts';
import { type DType, type Storage, storageOf } from '../../graph/dtypes.ts';
import { dust } from '../../graph/operations/index.ts';
import type { Tensor } from '../../graph/tensor.ts';
import type { ElementwiseStep } from '../host/steps.ts';
import type { FunctionWriter } from './assembler.ts';
import {
  floatComparisons,
  floatInstructions,
  integerComparisons,
  integerInstructions,
} from './elementwise-instructions.ts';
import { type GroupPlan, planGroup, type Reading } from './elementwise-plan.ts';
import { i32Type, op, simd, v128Type } from './instructions.ts';
import type { Argument, KernelCall, KernelLibrary } from './kernels.ts';
import { VectorMath } from './vector-math.ts';

const integerFree: ReadonlySet<OperationName> = new Set<OperationName>([
  ...unaryNames,
  ...binaryNames,
  'select',
  'cast',
  'broadcastTo',
]);

export function callElementwise(
  library: KernelLibrary,
  step: ElementwiseStep,
  address: (tensor: Tensor) => number,
): KernelCall {
  if (!step.nodes.every(node => integerFree.has(node.op))) throw new TypeError('not an elementwise group');
  const plan = planGroup(step);
  const kernel = library.kernel(plan.key, plan.operands.length + step.outputs.length, writer =>
    new GroupWriter(library, writer, step, plan).write(),
  );
  const list: Argument[] = [...plan.operands, ...step.outputs].map(address);
  return { kernel, arguments: list };
}

class GroupWriter {
  private readonly library: KernelLibrary;
  private readonly f: FunctionWriter;
  private readonly step: ElementwiseStep;
  private readonly plan: GroupPlan;
  private readonly math: VectorMath;
  private readonly values: number[] = [];
  private readonly loaded = new Map<number, number>();
  private readonly offset: number;

  constructor(library: KernelLibrary, writer: FunctionWriter, step: ElementwiseStep, plan: GroupPlan) {
    this.library = library;
    this.f = writer;
    this.step = step;
    this.plan = plan;
    this.math = new VectorMath(writer, library.fused);
    this.offset = writer.local(i32Type);
  }

  write(): void {
    this.loop(0);
  }

  /** Strides of parameter `index` (outputs share the last operand's). */
  private strides(index: number): readonly number[] {
    const { operands } = this.plan.loops;
    return operands[Math.min(index, operands.length - 1)].strides;
  }

  private loop(axis: number): void {
    const { dims } = this.plan.loops;
    if (axis >= dims.length - 1) {
      this.inner(dims.at(-1) ?? 1);
      return;
    }
    this.f.repeat(dims[axis], () => {
      this.loop(axis + 1);
      for (let index = 0; index < this.f.parameters; index++) {
        const strides = this.strides(index);
        const covered = axis + 1 < dims.length - 1 ? strides[axis + 1] * dims[axis + 1] : 0;
        this.f.advance(index, 4 * (strides[axis] - covered));
      }
    });
  }

  private inner(size: number): void {
    const { f, plan } = this;
    plan.operands.forEach((_, index) => {
      if ((this.strides(index).at(-1) ?? 0) !== 0) return;
      let local = this.loaded.get(index);
      if (local === undefined) {
        local = f.local(v128Type);
        this.loaded.set(index, local);
      }
      f.get(index);
      f.vectorAccess(simd.load32Splat, 0);
      f.set(local);
    });
    f.count(this.offset, size * 4, 16, () => this.body());
  }

  private body(): void {
    const { f, plan, step } = this;
    const vectors = new Map<number, number>(this.loaded);
    plan.operands.forEach((_, index) => {
      if (vectors.has(index)) return;
      f.get(index);
      f.get(this.offset);
      f.emit(op.i32Add);
      f.vectorAccess(simd.load, 0);
      vectors.set(index, this.math.keep());
    });
    step.nodes.forEach((node, index) => {
      const inputs = plan.readings[index].map((reading, which) =>
        this.local(reading, vectors, storageOf(node.inputs[which].dtype)),
      );
      this.node(node, inputs);
      this.values[index] = this.math.keep();
    });
    step.outputs.forEach((node, index) => {
      f.get(plan.operands.length + index);
      f.get(this.offset);
      f.emit(op.i32Add);
      f.get(this.values[step.nodes.indexOf(node)]);
      f.vectorAccess(simd.store, 0);
    });
  }

  private local(reading: Reading, vectors: ReadonlyMap<number, number>, storage: Storage): number {
    if (reading.kind === 'node') return this.values[reading.index];
    if (reading.kind === 'operand') return vectors.get(reading.index) as number;
    if (storage === 'float32') this.f.constF32(reading.value);
    else this.f.constI32(reading.value);
    return this.math.keep();
  }

  private node(node: Tensor, inputs: readonly number[]): void {
    const { f } = this;
    const float = storageOf(node.inputs[0].dtype) === 'float32';
    const [a, b, c] = inputs;
    switch (node.op) {
      case 'select':
        f.get(b);
        f.get(c);
        f.get(a);
        f.constI32(0);
        f.simd(simd.i32Ne);
        f.simd(simd.bitselect);
        return;
      case 'cast':
        this.cast(a, storageOf(node.inputs[0].dtype), storageOf(node.dtype));
        return;
      case 'broadcastTo':
        f.get(a);
        return;
      case 'wrap':
        this.wrap(a, node.dtype);
        return;
      default:
        if (inputs.length === 1) this.unary(node.op, a, float);
        else this.binary(node.op, a, b, float);
    }
  }

  /** A whole number in the range of a dtype of fewer bits. */
  private wrap(a: number, dtype: DType): void {
    const { f } = this;
    f.get(a);
    if (dtype === 'int32') return;
    const unused = dtype.endsWith('8') ? 24 : 16;
    f.i32(unused);
    f.simd(simd.i32Shl);
    f.i32(unused);
    f.simd(dtype.startsWith('u') ? simd.i32ShrU : simd.i32ShrS);
  }

  private cast(a: number, from: Storage, to: Storage): void {
    const { f } = this;
    f.get(a);
    if (from === to) return;
    if (to === 'bool') {
      if (from === 'float32') f.constF32(0);
      else f.constI32(0);
      f.simd(from === 'float32' ? simd.f32Ne : simd.i32Ne);
      this.truth();
    } else if (to === 'float32') f.simd(simd.f32ConvertI32);
    else if (from === 'float32') f.simd(simd.i32TruncF32);
  }

  /** A mask as 0 and 1. */
  private truth(): void {
    this.f.constI32(1);
    this.f.simd(simd.and);
  }

  private apply(a: number, instruction: number, b?: () => void): void {
    this.f.get(a);
    b?.();
    this.f.simd(instruction);
  }

  private unary(name: OperationName, x: number, float: boolean): void {
    const { f, math } = this;
    const zero = () => (float ? f.constF32(0) : f.constI32(0));
    switch (name) {
      case 'neg':
        this.apply(x, float ? simd.f32Neg : simd.i32Neg);
        return;
      case 'abs':
        this.apply(x, float ? simd.f32Abs : simd.i32Abs);
        return;
      case 'relu':
        this.apply(x, float ? simd.f32PMax : simd.i32Max, zero);
        return;
      case 'sign':
        this.sign(x, float);
        return;
      case 'floor':
      case 'ceil':
      case 'round':
        f.get(x);
        if (float)
          f.simd(name === 'floor' ? simd.f32Floor : name === 'ceil' ? simd.f32Ceil : simd.f32Nearest);
        return;
      case 'sqrt':
        this.apply(x, simd.f32Sqrt);
        return;
      case 'rsqrt':
        f.constF32(1);
        this.apply(x, simd.f32Sqrt);
        f.simd(simd.f32Div);
        return;
      case 'reciprocal':
        f.constF32(1);
        f.get(x);
        f.simd(simd.f32Div);
        return;
      case 'invert':
        this.apply(x, simd.xor, () => f.constI32(-1));
        return;
      case 'logicalNot':
        this.apply(x, simd.i32Eq, zero);
        this.truth();
        return;
      case 'isNaN':
        this.apply(x, simd.f32Ne, () => f.get(x));
        this.truth();
        return;
      case 'isInf':
      case 'isFinite':
        this.apply(x, simd.f32Abs);
        f.constF32(Infinity);
        f.simd(name === 'isInf' ? simd.f32Eq : simd.f32Lt);
        this.truth();
        return;
      case 'flush':
        f.get(x);
        this.apply(x, simd.f32Abs);
        f.constF32(dust);
        f.simd(simd.f32Lt);
        f.simd(simd.andNot);
        return;
      case 'toHalf':
      case 'toBfloat16':
        math[name](x);
        return;
      case 'exp':
      case 'log':
      case 'log1p':
      case 'expm1':
      case 'tanh':
      case 'sigmoid':
      case 'softplus':
      case 'erf':
        math[name](x);
        return;
      default:
        this.lanes(name, [x], true);
        return;
    }
  }

  private sign(x: number, float: boolean): void {
    const { f } = this;
    const zero = () => (float ? f.constF32(0) : f.constI32(0));
    this.apply(x, float ? simd.f32Gt : simd.i32Gt, zero);
    this.truth();
    this.apply(x, float ? simd.f32Lt : simd.i32Lt, zero);
    this.truth();
    f.simd(simd.i32Sub);
    if (!float) return;
    f.simd(simd.f32ConvertI32);
    // NaN is neither above nor below zero, and stays what it is.
    f.get(x);
    this.apply(x, simd.f32Eq, () => f.get(x));
    f.simd(simd.bitselect);
  }

  private binary(name: OperationName, a: number, b: number, float: boolean): void {
    const { f } = this;
    const direct = (float ? floatInstructions : integerInstructions)[name];
    if (direct !== undefined) {
      this.apply(a, direct, () => f.get(b));
      return;
    }
    const comparison = (float ? floatComparisons : integerComparisons)[name];
    if (comparison !== undefined) {
      this.apply(a, comparison, () => f.get(b));
      this.truth();
      return;
    }
    this.lanes(name, [a, b], float);
  }

  /** Calls the imported function for each lane. */
  private lanes(name: OperationName, inputs: readonly number[], float: boolean): void {
    const { f } = this;
    const index = this.library.module.importIndex(name);
    if (index < 0) throw new TypeError(`no vector code for ${name}`);
    const result = f.local(v128Type);
    for (let lane = 0; lane < 4; lane++) {
      f.get(result);
      for (const input of inputs) {
        f.get(input);
        f.lane(float ? simd.f32Extract : simd.i32Extract, lane);
        f.emit(float ? op.f64Promote : op.f64ConvertI32);
      }
      f.call(index);
      if (float) f.emit(op.f32Demote);
      else f.emit(0xfc, 0x02);
      f.lane(float ? simd.f32Replace : simd.i32Replace, lane);
      f.set(result);
    }
    f.get(result);
  }
}
