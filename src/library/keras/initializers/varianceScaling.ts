/** The initializer `VarianceScaling`. */
import type { InitializerDefinition } from './definition.ts';
import { type Distribution, type Mode, varianceScaling as scaled, seeded } from './scaling.ts';

export const varianceScaling: InitializerDefinition = {
  name: 'VarianceScaling',
  parameters: 'scale=1.0, mode="fan_in", distribution="truncated_normal", seed=None',
  documentation: 'Random numbers whose variance is scale over the number of units.',
  source: 'https://keras.io/api/layers/initializers/',
  init: args => {
    const scale = args.number('scale');
    if (scale <= 0) args.fail('scale', `Argument \`scale\` must be positive float. Received: scale=${scale}`);
    const mode: Mode = args.oneOf('mode', ['fan_in', 'fan_out', 'fan_avg']);
    const named = args.oneOf('distribution', ['uniform', 'normal', 'truncated_normal', 'untruncated_normal']);
    const distribution: Distribution = named === 'normal' ? 'truncated_normal' : named;
    return seeded(args, scaled(scale, mode, distribution));
  },
};
