/** The layer `Permute`. */

import { ops } from '../../../../graph/index.ts';
import { message } from '../../../../python/message.ts';
import { defineLayer } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';

export const permute = defineLayer<readonly number[]>({
  name: 'Permute',
  module: 'reshaping.permute',
  parameters: 'dims',
  documentation: 'The axes of each sample in another order; axes count from 1.',
  source: 'https://keras.io/api/layers/reshaping_layers/permute/',
  init(args, layer) {
    const dims = args.dims('dims') as number[];
    const sorted = [...dims].sort((a, b) => a - b);
    if (sorted.some((dim, index) => dim !== index + 1)) {
      args.fail(
        'dims',
        `Invalid permutation argument \`dims\` for Permute Layer. The set of indices in \`dims\` must be consecutive and start from 1. Received dims=${args.py.str(args.value('dims'))}`,
      );
    }
    layer.inputSpec = [{ ndim: dims.length + 1 }];
    return dims;
  },
  derive: (layer, [input]) =>
    message(
      'axes in the order {0}: {1}',
      layer.settings.join(', '),
      layer.settings.map(axis => dimText(input[axis])).join(', '),
    ),
  call: (layer, { inputs: [x] }) => ops.transpose(x, [0, ...layer.settings]),
});
