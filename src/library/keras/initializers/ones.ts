/** The initializer `Ones`. */
import type { InitializerDefinition } from './definition.ts';

export const ones: InitializerDefinition = {
  name: 'Ones',
  aliases: ['one'],
  parameters: '',
  documentation: 'All ones.',
  source: 'https://keras.io/api/layers/initializers/',
  init: () => shape => new Float32Array(count(shape)).fill(1),
};

function count(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}
