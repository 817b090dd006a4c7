/** The layers ZeroPadding1D, ZeroPadding2D and ZeroPadding3D. */
import { ops } from '../../../../graph/index.ts';
import type { DataFormat } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { axesText, dimText, sameChannels } from '../base/derivation.ts';
import { dataFormatOf } from '../base/layerArguments.ts';
import { allMargins, type Margins, readMargins } from './margins.ts';

/** `initial` is the default of padding as Keras writes it. */
export function zeroPadding(rank: 1 | 2 | 3, initial: string): LayerDefinition {
  return defineLayer<{ readonly margins: Margins; readonly format: DataFormat }>({
    name: `ZeroPadding${rank}D`,
    module: `reshaping.zero_padding${rank}d`,
    parameters: `padding=${initial}${rank === 1 ? '' : ', data_format=None'}`,
    renamed: { dim_ordering: 'data_format' },
    documentation: 'Zeros before and after each spatial axis.',
    source: `https://keras.io/api/layers/reshaping_layers/zero_padding${rank}d/`,
    init(args, layer) {
      layer.inputSpec = [{ ndim: rank + 2 }];
      const format = rank === 1 ? 'channels_last' : dataFormatOf(args);
      return { margins: readMargins(args, 'padding', rank), format };
    },
    derive(layer, [input], output) {
      const { margins, format } = layer.settings;
      const axes = axesText(
        format,
        input,
        output,
        (axis, from, to) => `${dimText(from)} + ${margins[axis][0]} + ${margins[axis][1]} = ${dimText(to)}`,
      );
      return sameChannels(axes, input, format);
    },
    call: (layer, { inputs: [x] }) => ops.pad(x, allMargins(layer.settings.margins, layer.settings.format)),
  });
}
