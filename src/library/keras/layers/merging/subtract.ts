/** The layer `Subtract`. */
import { ops } from '../../../../graph/index.ts';
import { elementwiseMerge } from './merging.ts';

export const subtract = elementwiseMerge({
  name: 'Subtract',
  documentation: 'The first input less the second, element by element.',
  inputs: 2,
  merge: inputs => ops.sub(inputs[0], inputs[1]),
});
