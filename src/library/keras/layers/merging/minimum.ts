/** The layer `Minimum`. */
import { ops } from '../../../../graph/index.ts';
import { elementwiseMerge } from './merging.ts';

export const minimum = elementwiseMerge({
  name: 'Minimum',
  documentation: 'The smallest of its inputs, element by element.',
  inputs: null,
  merge: inputs => inputs.reduce((a, b) => ops.minimum(a, b)),
});
