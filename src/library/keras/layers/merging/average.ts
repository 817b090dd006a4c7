/** The layer `Average`. */
import { ops } from '../../../../graph/index.ts';
import { elementwiseMerge } from './merging.ts';

export const average = elementwiseMerge({
  name: 'Average',
  documentation: 'The mean of its inputs, element by element.',
  inputs: null,
  merge: inputs =>
    ops.div(
      inputs.reduce((a, b) => ops.add(a, b)),
      inputs.length,
    ),
});
