// The vector instructions of operations that are one, for floats and for integers.
import type { OperationName } from '../../graph/attributes.ts';
import { simd } from './instructions.ts';

type Instructions = Partial<Record<OperationName, number>>;

export const floatInstructions: Instructions = {
  add: simd.f32Add,
  sub: simd.f32Sub,
  mul: simd.f32Mul,
  div: simd.f32Div,
  maximum: simd.f32Max,
  minimum: simd.f32Min,
};

export const integerInstructions: Instructions = {
  add: simd.i32Add,
  sub: simd.i32Sub,
  mul: simd.i32Mul,
  maximum: simd.i32Max,
  minimum: simd.i32Min,
  logicalAnd: simd.and,
  logicalOr: simd.or,
  logicalXor: simd.xor,
  bitwiseAnd: simd.and,
  bitwiseOr: simd.or,
  bitwiseXor: simd.xor,
};

export const floatComparisons: Instructions = {
  equal: simd.f32Eq,
  notEqual: simd.f32Ne,
  less: simd.f32Lt,
  lessEqual: simd.f32Le,
  greater: simd.f32Gt,
  greaterEqual: simd.f32Ge,
};

export const integerComparisons: Instructions = {
  equal: simd.i32Eq,
  notEqual: simd.i32Ne,
  less: simd.i32Lt,
  lessEqual: simd.i32Le,
  greater: simd.i32Gt,
  greaterEqual: simd.i32Ge,
};
