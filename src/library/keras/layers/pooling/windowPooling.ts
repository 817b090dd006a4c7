/** The layers MaxPooling and AveragePooling over one, two or three spatial axes. */
import { ops } from '../../../../graph/index.ts';
import { formatShape, type Shape } from '../../../../graph/shapes.ts';
import { TypeError as PyTypeError, raise } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { readWindowArgument } from '../../objects/windowArgument.ts';
import { type DataFormat, formatIntegers, inChannelsLast, productOf, windowError } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { sameChannels, windowText } from '../base/derivation.ts';
import { dataFormatOf } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { tooLargeWindow } from '../base/windowWords.ts';

interface Settings {
  readonly size: readonly number[];
  readonly strides: readonly number[];
  readonly padding: 'valid' | 'same';
  readonly format: DataFormat;
}

function checkFits(
  py: Interpreter,
  mode: 'Max' | 'Average',
  layer: LayerObject,
  { size, strides, padding, format }: Settings,
  input: Shape,
): void {
  if (padding === 'same') return;
  const shown = `\`inputs.shape=${formatShape(input)}\` and \`pool_size=${formatIntegers(size)}\``;
  const error = windowError(py, layer.cls.name, input, format, size, {
    3: `Computed output size would be negative. Received: ${shown}.`,
    ...tooLargeWindow(layer, {
      operation: mode === 'Max' ? 'max' : 'average',
      input,
      format,
      extents: size,
      size,
      strides,
      dilation: [],
      kernel: [],
    }),
  });
  if (error !== null) throw error;
}

/** One of the six definitions; `size` is the default of pool_size as Keras writes it, if it has one. */
export function windowPooling(
  mode: 'Max' | 'Average',
  rank: 1 | 2 | 3,
  size: string | null,
): LayerDefinition {
  const short = mode === 'Max' ? 'Max' : 'Avg';
  return defineLayer<Settings>({
    name: `${mode}Pooling${rank}D`,
    aliases: [`${short}Pool${rank}D`],
    module: `pooling.${mode.toLowerCase()}_pooling${rank}d`,
    parameters: `pool_size=${size ?? 'None'}, strides=None, padding="valid", data_format=None`,
    renamed: {
      pool_length: 'pool_size',
      stride: 'strides',
      border_mode: 'padding',
      dim_ordering: 'data_format',
    },
    documentation: `The ${mode === 'Max' ? 'largest' : 'mean'} of each window; padding does not count.`,
    source: `https://keras.io/api/layers/pooling_layers/${mode.toLowerCase()}_pooling${rank}d/`,
    init(args, layer, py) {
      layer.inputSpec = [{ ndim: rank + 2 }];
      const isMissing = args.value('pool_size') === null;
      // Only Keras 3's averages have no size by themselves.
      if (isMissing && py.state(kerasVersionKey).current === 3) {
        const text = `${layer.cls.name}.__init__() missing 1 required positional argument: 'pool_size'`;
        throw raise(PyTypeError, text, {
          explanation: message(
            '`{0}` needs {1}, and the call does not pass it.',
            layer.cls.name,
            '`pool_size`',
          ),
        });
      }
      const window = isMissing
        ? new Array<number>(rank).fill(2)
        : readWindowArgument(args, 'pool_size', rank);
      return {
        size: window,
        strides: args.value('strides') === null ? window : readWindowArgument(args, 'strides', rank),
        padding: args.oneOf('padding', ['valid', 'same'], given => ({
          3: `The \`padding\` argument must be one of {'valid', 'same'}. Received: padding=${given}`,
          2: `The \`padding\` argument must be a list/tuple or one of "valid", "same" (or "causal", only for \`Conv1D). Received: ${given}`,
          1: '`border_mode` must be in {valid, same}.',
        })),
        format: dataFormatOf(args),
      };
    },
    build(layer, [shape], py) {
      checkFits(py, mode, layer as LayerObject, layer.settings, shape);
    },
    call(layer, { inputs: [x], py }) {
      checkFits(py, mode, layer as LayerObject, layer.settings, x.shape);
      const { size: window, strides, padding, format } = layer.settings;
      const pool = mode === 'Max' ? ops.maxPool : ops.averagePool;
      return inChannelsLast(x, format, input => pool(input, { size: window, strides, padding }));
    },
    derive: (layer, [input], output) =>
      sameChannels(windowText(layer.settings, input, output), input, layer.settings.format),
    flops: (layer, _input, output) => productOf([...output.slice(1), ...layer.settings.size]),
  });
}
