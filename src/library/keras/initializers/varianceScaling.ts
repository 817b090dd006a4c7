/** The initializer `VarianceScaling`. */
import { formatNames } from '../objects/arguments.ts';
import type { InitializerDefinition } from './definition.ts';
import { type Distribution, type Mode, varianceScaling as scaled, seeded } from './scaling.ts';

const modes = ['fan_in', 'fan_out', 'fan_avg'] as const;
const distributions = ['uniform', 'truncated_normal', 'untruncated_normal'] as const;

export const varianceScaling: InitializerDefinition = {
  name: 'VarianceScaling',
  parameters: 'scale=1.0, mode="fan_in", distribution="truncated_normal", seed=None',
  documentation: 'Random numbers whose variance is scale over the number of units.',
  source: 'https://keras.io/api/layers/initializers/',
  init: args => {
    const scale = args.number('scale');
    const shown = args.py.str(args.value('scale'));
    if (scale <= 0)
      args.fail('scale', {
        2: `\`scale\` must be positive float. Received: scale=${shown}.`,
        3: `Argument \`scale\` must be positive float. Received: scale=${shown}`,
      });
    const mode: Mode = args.oneOf('mode', modes, given => {
      const told = `Invalid \`mode\` argument: ${given}. Please use one of`;
      return { 2: `${told} the ${formatNames(modes)}.`, 3: `${told} ${formatNames(modes)}` };
    });
    const named = args.oneOf('distribution', ['normal', ...distributions], given => {
      const told = `Invalid \`distribution\` argument: ${given}.`;
      const names = formatNames(distributions);
      return { 2: `${told}Allowed distributions: ${names}.`, 3: `${told}Please use one of ${names}` };
    });
    const distribution: Distribution = named === 'normal' ? 'truncated_normal' : named;
    return seeded(args, scaled(scale, mode, distribution));
  },
};
