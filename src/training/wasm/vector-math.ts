// Elementary functions on four floats at once (polynomials: Cephes single precision; erf: Eigen's rational).
import { type FunctionWriter, simd, v128Type } from './assembler.ts';

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

  /** a * b + c, where the three are given as pushes. */
  multiplyAdd(a: () => void, b: () => void, c: () => void): void {
    a();
    b();
    if (this.fused) {
      c();
      this.f.simd(simd.f32RelaxedMadd);
    } else {
      this.f.simd(simd.f32Mul);
      c();
      this.f.simd(simd.f32Add);
    }
  }

  /** Horner's scheme in local x, highest coefficient first. */
  polynomial(x: number, coefficients: readonly number[]): void {
    const { f } = this;
    const total = f.local(v128Type);
    f.constF32(coefficients[0]);
    f.set(total);
    for (const coefficient of coefficients.slice(1)) {
      this.multiplyAdd(
        () => f.get(total),
        () => f.get(x),
        () => f.constF32(coefficient),
      );
      f.set(total);
    }
    f.get(total);
  }

  private binary(instruction: number, a: () => void, b: () => void): void {
    a();
    b();
    this.f.simd(instruction);
  }

  exp(input: number): void {
    const { f } = this;
    f.get(input);
    f.constF32(89);
    f.simd(simd.f32PMin);
    f.constF32(-104);
    f.simd(simd.f32PMax);
    const x = this.keep();
    f.get(x);
    f.constF32(Math.LOG2E);
    f.simd(simd.f32Mul);
    f.simd(simd.f32Nearest);
    const n = this.keep();
    this.multiplyAdd(
      () => f.get(n),
      () => f.constF32(-0.693359375),
      () => f.get(x),
    );
    const partial = this.keep();
    this.multiplyAdd(
      () => f.get(n),
      () => f.constF32(2.1219444e-4),
      () => f.get(partial),
    );
    const r = this.keep();
    this.polynomial(
      r,
      [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1],
    );
    f.get(r);
    f.get(r);
    f.simd(simd.f32Mul);
    f.simd(simd.f32Mul);
    f.get(r);
    f.simd(simd.f32Add);
    f.constF32(1);
    f.simd(simd.f32Add);
    f.get(n);
    f.simd(simd.i32TruncF32);
    const whole = this.keep();
    f.get(whole);
    f.i32(1);
    f.simd(simd.i32ShrS);
    const half = this.keep();
    this.powerOfTwo(() => f.get(half));
    f.simd(simd.f32Mul);
    this.powerOfTwo(() =>
      this.binary(
        simd.i32Sub,
        () => f.get(whole),
        () => f.get(half),
      ),
    );
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
    f.get(input);
    f.constF32(1.17549435e-38);
    f.simd(simd.f32PMax);
    const x = this.keep();
    f.get(x);
    f.constI32(0x7fffff);
    f.simd(simd.and);
    f.constI32(0x3f000000);
    f.simd(simd.or);
    const m = this.keep();
    this.binary(
      simd.f32Lt,
      () => f.get(m),
      () => f.constF32(Math.SQRT1_2),
    );
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
    f.get(m);
    f.constF32(1);
    f.simd(simd.f32Sub);
    this.binary(
      simd.and,
      () => f.get(m),
      () => f.get(small),
    );
    f.simd(simd.f32Add);
    const r = this.keep();
    this.binary(
      simd.f32Mul,
      () => f.get(r),
      () => f.get(r),
    );
    const z = this.keep();
    this.polynomial(
      r,
      [
        7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
        2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
      ],
    );
    f.get(r);
    f.simd(simd.f32Mul);
    f.get(z);
    f.simd(simd.f32Mul);
    this.binary(
      simd.f32Mul,
      () => f.get(e),
      () => f.constF32(-2.1219444e-4),
    );
    f.simd(simd.f32Add);
    this.binary(
      simd.f32Mul,
      () => f.get(z),
      () => f.constF32(0.5),
    );
    f.simd(simd.f32Sub);
    f.get(r);
    f.simd(simd.f32Add);
    this.binary(
      simd.f32Mul,
      () => f.get(e),
      () => f.constF32(0.693359375),
    );
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
      this.binary(
        instruction,
        () => f.get(input),
        () => f.constF32(limit),
      );
      f.simd(simd.bitselect);
      f.set(result);
    };
    edge(0, simd.f32Eq, () => f.constF32(-Infinity));
    edge(Infinity, simd.f32Eq, () => f.constF32(Infinity));
    f.constF32(Number.NaN);
    f.get(result);
    this.binary(
      simd.f32Ge,
      () => f.get(input),
      () => f.constF32(0),
    );
    f.constI32(-1);
    f.simd(simd.xor);
    f.simd(simd.bitselect);
  }

  /** tanh of a small local by its polynomial, good below 0.625. */
  private smallTanh(x: number): void {
    const { f } = this;
    this.binary(
      simd.f32Mul,
      () => f.get(x),
      () => f.get(x),
    );
    const z = this.keep();
    this.polynomial(
      z,
      [-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1],
    );
    f.get(z);
    f.simd(simd.f32Mul);
    f.get(x);
    f.simd(simd.f32Mul);
    f.get(x);
    f.simd(simd.f32Add);
  }

  tanh(x: number): void {
    const { f } = this;
    f.get(x);
    f.simd(simd.f32Abs);
    const magnitude = this.keep();
    this.binary(
      simd.f32Add,
      () => f.get(magnitude),
      () => f.get(magnitude),
    );
    const double = this.keep();
    f.constF32(1);
    f.constF32(2);
    this.exp(double);
    f.constF32(1);
    f.simd(simd.f32Add);
    f.simd(simd.f32Div);
    f.simd(simd.f32Sub);
    this.binary(
      simd.and,
      () => f.get(x),
      () => f.constI32(-2147483648),
    );
    f.simd(simd.or);
    const large = this.keep();
    this.smallTanh(x);
    f.get(large);
    this.binary(
      simd.f32Lt,
      () => f.get(magnitude),
      () => f.constF32(0.625),
    );
    f.simd(simd.bitselect);
  }

  sigmoid(x: number): void {
    const { f } = this;
    f.get(x);
    f.simd(simd.f32Neg);
    const negative = this.keep();
    f.constF32(1);
    this.exp(negative);
    f.constF32(1);
    f.simd(simd.f32Add);
    f.simd(simd.f32Div);
  }

  expm1(x: number): void {
    const { f } = this;
    this.binary(
      simd.f32Mul,
      () => f.get(x),
      () => f.constF32(0.5),
    );
    const half = this.keep();
    this.smallTanh(half);
    const t = this.keep();
    this.binary(
      simd.f32Add,
      () => f.get(t),
      () => f.get(t),
    );
    this.binary(
      simd.f32Sub,
      () => f.constF32(1),
      () => f.get(t),
    );
    f.simd(simd.f32Div);
    this.exp(x);
    f.constF32(1);
    f.simd(simd.f32Sub);
    f.get(x);
    f.simd(simd.f32Abs);
    f.constF32(1);
    f.simd(simd.f32Lt);
    f.simd(simd.bitselect);
  }

  /** log(u) * x / (u - 1) with u = 1 + x, and x itself where u rounds to 1. */
  log1p(x: number): void {
    const { f } = this;
    this.binary(
      simd.f32Add,
      () => f.get(x),
      () => f.constF32(1),
    );
    const u = this.keep();
    this.log(u);
    const logarithm = this.keep();
    f.get(x);
    this.binary(
      simd.f32Mul,
      () => f.get(logarithm),
      () => f.get(x),
    );
    this.binary(
      simd.f32Sub,
      () => f.get(u),
      () => f.constF32(1),
    );
    f.simd(simd.f32Div);
    this.binary(
      simd.f32Eq,
      () => f.get(u),
      () => f.constF32(1),
    );
    f.simd(simd.bitselect);
    const result = this.keep();
    f.get(u);
    f.get(result);
    this.binary(
      simd.f32Eq,
      () => f.get(u),
      () => f.constF32(Infinity),
    );
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
    this.binary(
      simd.f32PMax,
      () => f.get(x),
      () => f.constF32(0),
    );
    this.log1p(power);
    f.simd(simd.f32Add);
  }

  erf(input: number): void {
    const { f } = this;
    f.get(input);
    f.constF32(4);
    f.simd(simd.f32PMin);
    f.constF32(-4);
    f.simd(simd.f32PMax);
    const x = this.keep();
    this.binary(
      simd.f32Mul,
      () => f.get(x),
      () => f.get(x),
    );
    const z = this.keep();
    this.polynomial(
      z,
      [
        -2.72614225801306e-10, 2.77068142495902e-8, -2.10102402082508e-6, -5.69250639462346e-5,
        -7.34990630326855e-4, -2.95459980854025e-3, -1.60960333262415e-2,
      ],
    );
    f.get(x);
    f.simd(simd.f32Mul);
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
