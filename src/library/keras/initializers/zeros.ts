/** The initializer `Zeros`. */
import type { InitializerDefinition } from './definition.ts';

export const zeros: InitializerDefinition = {
  name: 'Zeros',
  aliases: ['zero'],
  parameters: '',
  documentation: 'All zeros.',
  source: 'https://keras.io/api/layers/initializers/',
  init: () => shape => new Float32Array(count(shape)),
};

function count(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}
