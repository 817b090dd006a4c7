/** The layer `Add`. */
import { ops } from '../../../../graph/index.ts';
import { elementwiseMerge } from './merging.ts';

export const add = elementwiseMerge({
  name: 'Add',
  documentation: 'The sum of its inputs, element by element.',
  inputs: null,
  merge: inputs => inputs.reduce((a, b) => ops.add(a, b)),
});
