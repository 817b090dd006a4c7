/** The initializer `Identity`. */
import { formatShape } from '../../../graph/shapes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { InitializerDefinition } from './definition.ts';

export const identity: InitializerDefinition = {
  name: 'Identity',
  aliases: ['identity', 'IdentityInitializer'],
  parameters: 'gain=1.0',
  documentation: 'The identity matrix times a gain.',
  source: 'https://keras.io/api/layers/initializers/',
  init: args => {
    const gain = args.number('gain');
    return shape => {
      if (shape.length !== 2) {
        const found = `shape=${formatShape(shape)} of rank ${shape.length}.`;
        throw raise(
          ValueError,
          `Identity matrix initializer can only be used for 2D matrices. Received: ${found}`,
        );
      }
      const values = new Float64Array(shape[0] * shape[1]);
      for (let row = 0; row < Math.min(shape[0], shape[1]); row++) values[row * shape[1] + row] = gain;
      return values;
    };
  },
};
