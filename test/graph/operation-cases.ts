// Sample applications of every operation, shared by the tests of shapes, gradients and backends.
import { loopCases } from './loop-cases.ts';
import { decompositions } from './operations/decomposition-cases.ts';
import { binary, unary } from './operations/elementwise-cases.ts';
import { movements } from './operations/movement-cases.ts';
import type { OperationCase } from './operations/operation-case.ts';
import { products } from './operations/product-cases.ts';
import { reductions } from './operations/reduction-cases.ts';
import { windows } from './operations/window-cases.ts';

export const operationCases: readonly OperationCase[] = [
  ...unary,
  ...binary,
  ...reductions,
  ...products,
  ...windows,
  ...movements,
  ...decompositions,
  ...loopCases,
];
