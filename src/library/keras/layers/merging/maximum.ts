/** The layer `Maximum`. */
import { ops } from '../../../../graph/index.ts';
import { elementwiseMerge } from './merging.ts';

export const maximum = elementwiseMerge({
  name: 'Maximum',
  documentation: 'The largest of its inputs, element by element.',
  inputs: null,
  merge: inputs => inputs.reduce((a, b) => ops.maximum(a, b)),
});
