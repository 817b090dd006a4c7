/** The layer `Multiply`. */
import { ops } from '../../../../graph/index.ts';
import { elementwiseMerge } from './merging.ts';

export const multiply = elementwiseMerge({
  name: 'Multiply',
  documentation: 'The product of its inputs, element by element.',
  inputs: null,
  merge: inputs => inputs.reduce((a, b) => ops.mul(a, b)),
});
