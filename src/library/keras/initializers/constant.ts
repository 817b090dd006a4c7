/** The initializer `Constant`. */
import type { InitializerDefinition } from './definition.ts';

export const constant: InitializerDefinition = {
  name: 'Constant',
  parameters: 'value=0.0',
  documentation: 'The same number everywhere.',
  source: 'https://keras.io/api/layers/initializers/',
  init: args => {
    const value = args.number('value');
    return shape => new Float64Array(count(shape)).fill(value);
  },
};

function count(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}
