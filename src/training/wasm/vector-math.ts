// Elementary functions on four floats at once (polynomials: Cephes single precision; erf: Eigen's rational).
import { halfNormal, halfOverflow } from '../../graph/precision.ts';
import type { FunctionWriter } from './assembler.ts';
import { simd, v128Type } from './instructions.ts';

/** A local, or the same number in all lanes. */
type Operand = number | { readonly value: number };

function number(value: number): Operand {
  return { value };
}

/** Writes vector arithmetic as nested expressions; every method leaves one vector on the stack. */
export class VectorMath {
  private readonly f: FunctionWriter;
  private readonly fused: boolean;

  constructor(writer: FunctionWriter, fused: boolean) {
    this.f = writer;
    this.fused = fused;
  }

  /** The vector on the stack in a new local. */
  keep(): number {
    const local = this.f.local(v128Type);
    this.f.set(local);
    return local;
  }

  private push(operand: Operand): void {
    if (typeof operand === 'number') this.f.get(operand);
    else this.f.constF32(operand.value);
  }

  /** What an instruction makes of two operands. */
  private pair(instruction: number, a: Operand, b: Operand): void {
    this.push(a);
    this.push(b);
    this.f.simd(instruction);
  }

  /** What an instruction makes of the vector on the stack and an operand. */
  private with(instruction: number, b: Operand): void {
    this.push(b);
    this.f.simd(instruction);
  }

  /** a * b + c */
  private multiplyAdd(a: Operand, b: Operand, c: Operand): void {
    this.push(a);
    this.push(b);
    if (this.fused) {
      this.with(simd.f32RelaxedMadd, c);
    } else {
      this.f.simd(simd.f32Mul);
      this.with(simd.f32Add, c);
    }
  }

  /** A local held between two limits. */
  private clamp(input: number, low: number, high: number): number {
    this.f.get(input);
    this.with(simd.f32PMin, number(high));
    this.with(simd.f32PMax, number(low));
    return this.keep();
  }

  /** A local rounded by dropping bits, halves to even; infinities stay. */
  private roundBits(x: number, dropped: number): void {
    const { f } = this;
    f.get(x);
    f.get(x);
    f.i32(dropped);
    f.simd(simd.i32ShrU);
    f.constI32(1);
    f.simd(simd.and);
    f.simd(simd.i32Add);
    f.constI32(2 ** (dropped - 1) - 1);
    f.simd(simd.i32Add);
    f.constI32(-1 << dropped);
    f.simd(simd.and);
  }

  toBfloat16(x: number): void {
    this.roundBits(x, 16);
  }

  toHalf(x: number): void {
    const { f } = this;
    f.get(x);
    f.simd(simd.f32Abs);
    const size = this.keep();
    // Small numbers are rounded to a quantum, with the sign they came with.
    this.pair(simd.f32Add, size, number(0.75));
    this.with(simd.f32Sub, number(0.75));
    f.get(x);
    f.constI32(-1 << 31);
    f.simd(simd.and);
    f.simd(simd.or);
    this.roundBits(x, 13);
    const normal = this.keep();
    f.get(normal);
    this.pair(simd.f32Lt, size, number(halfNormal));
    f.simd(simd.bitselect);
    const rounded = this.keep();
    // What is not below the limit is infinite, or no number.
    f.get(rounded);
    this.pair(simd.f32Mul, x, number(Infinity));
    this.pair(simd.f32Lt, size, number(halfOverflow));
    f.simd(simd.bitselect);
  }

  /** Horner's scheme in local x, highest coefficient first. */
  polynomial(x: number, coefficients: readonly number[]): void {
    const { f } = this;
    const total = f.local(v128Type);
    f.constF32(coefficients[0]);
    f.set(total);
    for (const coefficient of coefficients.slice(1)) {
      this.multiplyAdd(total, x, number(coefficient));
      f.set(total);
    }
    f.get(total);
  }

  exp(input: number): void {
    const { f } = this;
    const x = this.clamp(input, -104, 89);
    this.pair(simd.f32Mul, x, number(Math.LOG2E));
    f.simd(simd.f32Nearest);
    const n = this.keep();
    this.multiplyAdd(n, number(-0.693359375), x);
    const partial = this.keep();
    this.multiplyAdd(n, number(2.1219444e-4), partial);
    const r = this.keep();
    this.polynomial(
      r,
      [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1],
    );
    f.get(r);
    this.with(simd.f32Mul, r);
    f.simd(simd.f32Mul);
    this.with(simd.f32Add, r);
    this.with(simd.f32Add, number(1));
    f.get(n);
    f.simd(simd.i32TruncF32);
    const whole = this.keep();
    f.get(whole);
    f.i32(1);
    f.simd(simd.i32ShrS);
    const half = this.keep();
    this.powerOfTwo(() => f.get(half));
    f.simd(simd.f32Mul);
    this.powerOfTwo(() => this.pair(simd.i32Sub, whole, half));
    f.simd(simd.f32Mul);
  }

  private powerOfTwo(exponent: () => void): void {
    const { f } = this;
    exponent();
    f.constI32(127);
    f.simd(simd.i32Add);
    f.i32(23);
    f.simd(simd.i32Shl);
  }

  log(input: number): void {
    const { f } = this;
    this.pair(simd.f32PMax, input, number(1.17549435e-38));
    const x = this.keep();
    f.get(x);
    f.constI32(0x7fffff);
    f.simd(simd.and);
    f.constI32(0x3f000000);
    f.simd(simd.or);
    const m = this.keep();
    this.pair(simd.f32Lt, m, number(Math.SQRT1_2));
    const small = this.keep();
    f.get(x);
    f.i32(23);
    f.simd(simd.i32ShrU);
    f.constI32(126);
    f.simd(simd.i32Sub);
    f.get(small);
    f.simd(simd.i32Add);
    f.simd(simd.f32ConvertI32);
    const e = this.keep();
    this.pair(simd.f32Sub, m, number(1));
    this.pair(simd.and, m, small);
    f.simd(simd.f32Add);
    const r = this.keep();
    this.pair(simd.f32Mul, r, r);
    const z = this.keep();
    this.polynomial(
      r,
      [
        7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
        2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
      ],
    );
    this.with(simd.f32Mul, r);
    this.with(simd.f32Mul, z);
    this.pair(simd.f32Mul, e, number(-2.1219444e-4));
    f.simd(simd.f32Add);
    this.pair(simd.f32Mul, z, number(0.5));
    f.simd(simd.f32Sub);
    this.with(simd.f32Add, r);
    this.pair(simd.f32Mul, e, number(0.693359375));
    f.simd(simd.f32Add);
    const result = this.keep();
    this.fixLog(input, result);
  }

  /** log(0) is -Infinity, of a negative number NaN, of Infinity itself. */
  private fixLog(input: number, result: number): void {
    const { f } = this;
    const edge = (limit: number, instruction: number, value: () => void): void => {
      value();
      f.get(result);
      this.pair(instruction, input, number(limit));
      f.simd(simd.bitselect);
      f.set(result);
    };
    edge(0, simd.f32Eq, () => f.constF32(-Infinity));
    edge(Infinity, simd.f32Eq, () => f.constF32(Infinity));
    f.constF32(Number.NaN);
    f.get(result);
    this.pair(simd.f32Ge, input, number(0));
    f.constI32(-1);
    f.simd(simd.xor);
    f.simd(simd.bitselect);
  }

  /** tanh of a small local by its polynomial, good below 0.625. */
  private smallTanh(x: number): void {
    this.pair(simd.f32Mul, x, x);
    const z = this.keep();
    this.polynomial(
      z,
      [-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1],
    );
    this.with(simd.f32Mul, z);
    this.with(simd.f32Mul, x);
    this.with(simd.f32Add, x);
  }

  tanh(x: number): void {
    const { f } = this;
    f.get(x);
    f.simd(simd.f32Abs);
    const magnitude = this.keep();
    this.pair(simd.f32Add, magnitude, magnitude);
    const double = this.keep();
    f.constF32(1);
    f.constF32(2);
    this.exp(double);
    this.with(simd.f32Add, number(1));
    f.simd(simd.f32Div);
    f.simd(simd.f32Sub);
    f.get(x);
    f.constI32(-2147483648);
    f.simd(simd.and);
    f.simd(simd.or);
    const large = this.keep();
    this.smallTanh(x);
    f.get(large);
    this.pair(simd.f32Lt, magnitude, number(0.625));
    f.simd(simd.bitselect);
  }

  sigmoid(x: number): void {
    const { f } = this;
    f.get(x);
    f.simd(simd.f32Neg);
    const negative = this.keep();
    f.constF32(1);
    this.exp(negative);
    this.with(simd.f32Add, number(1));
    f.simd(simd.f32Div);
  }

  expm1(x: number): void {
    const { f } = this;
    this.pair(simd.f32Mul, x, number(0.5));
    const half = this.keep();
    this.smallTanh(half);
    const t = this.keep();
    this.pair(simd.f32Add, t, t);
    this.pair(simd.f32Sub, number(1), t);
    f.simd(simd.f32Div);
    this.exp(x);
    this.with(simd.f32Sub, number(1));
    f.get(x);
    f.simd(simd.f32Abs);
    this.with(simd.f32Lt, number(1));
    f.simd(simd.bitselect);
  }

  /** log(u) * x / (u - 1) with u = 1 + x, and x itself where u rounds to 1. */
  log1p(x: number): void {
    const { f } = this;
    this.pair(simd.f32Add, x, number(1));
    const u = this.keep();
    this.log(u);
    const logarithm = this.keep();
    f.get(x);
    f.get(logarithm);
    f.get(x);
    this.pair(simd.f32Sub, u, number(1));
    f.simd(simd.f32Div);
    f.simd(simd.f32Mul);
    this.pair(simd.f32Eq, u, number(1));
    f.simd(simd.bitselect);
    const result = this.keep();
    f.get(u);
    f.get(result);
    this.pair(simd.f32Eq, u, number(Infinity));
    f.simd(simd.bitselect);
  }

  softplus(x: number): void {
    const { f } = this;
    f.get(x);
    f.simd(simd.f32Abs);
    f.simd(simd.f32Neg);
    const negative = this.keep();
    this.exp(negative);
    const power = this.keep();
    this.pair(simd.f32PMax, x, number(0));
    this.log1p(power);
    f.simd(simd.f32Add);
  }

  erf(input: number): void {
    const { f } = this;
    const x = this.clamp(input, -4, 4);
    this.pair(simd.f32Mul, x, x);
    const z = this.keep();
    this.polynomial(
      z,
      [
        -2.72614225801306e-10, 2.77068142495902e-8, -2.10102402082508e-6, -5.69250639462346e-5,
        -7.34990630326855e-4, -2.95459980854025e-3, -1.60960333262415e-2,
      ],
    );
    this.with(simd.f32Mul, x);
    this.polynomial(
      z,
      [
        -1.45660718464996e-5, -2.13374055278905e-4, -1.68282697438203e-3, -7.37332916720468e-3,
        -1.42647390514189e-2,
      ],
    );
    f.simd(simd.f32Div);
  }
}
