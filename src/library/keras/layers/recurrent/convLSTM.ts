/** The layers ConvLSTM1D, ConvLSTM2D and ConvLSTM3D: an LSTM whose products are convolutions. */
import { ops } from '../../../../graph/index.ts';
import type { Shape } from '../../../../graph/shapes.ts';
import { placeholder, type Tensor } from '../../../../graph/tensor.ts';
import type { Activation } from '../../activations/resolve.ts';
import { readWindowArgument } from '../../objects/windowArgument.ts';
import { channelsOf, fromChannelsLast, productOf, toChannelsLast } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { activationOf, dataFormatOf, type WeightSettings, weightSettings } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { checkKernelFits, paddingWords, readCount, type Window } from '../convolution/convolving.ts';
import { cellDefinition } from './cellLayer.ts';
import { forgetBias, type RecurrentCell, renamedArguments } from './recurrentCell.ts';
import { makeCell, type RecurrentSettings, readSequence, recurrentDefinition } from './recurrentLayer.ts';

interface CellSettings extends RecurrentCell {
  readonly window: Window;
  readonly filters: number;
  readonly useBias: boolean;
  readonly unitForgetBias: boolean;
  readonly kernel: WeightSettings;
  readonly recurrent: WeightSettings;
  readonly bias: WeightSettings;
}

const cellParameters =
  'padding="valid", data_format=None, dilation_rate=1, activation="tanh", recurrent_activation="sigmoid", use_bias=True, kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros", unit_forget_bias=True, kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None';
const limits =
  'kernel_constraint=None, recurrent_constraint=None, bias_constraint=None, dropout=0.0, recurrent_dropout=0.0, seed=None';
const cellArguments =
  `filters kernel_size strides padding data_format dilation_rate activation recurrent_activation use_bias
  kernel_initializer recurrent_initializer bias_initializer unit_forget_bias kernel_regularizer recurrent_regularizer
  bias_regularizer kernel_constraint recurrent_constraint bias_constraint dropout recurrent_dropout seed`.split(
    /\s+/,
  );

/** The four gates of one step; all tensors channels last. */
function gates(all: Tensor, carry: Tensor, activation: Activation, gate: Activation): [Tensor, Tensor] {
  const [input, forget, candidate, output] = ops.split(all, 4, -1);
  const next = ops.add(
    ops.mul(gate.apply(forget), carry),
    ops.mul(gate.apply(input), activation.apply(candidate)),
  );
  return [ops.mul(gate.apply(output), activation.apply(next)), next];
}

/** A convolution of a sequence (batch, steps, ...space, channels): every step on its own. */
function eachStep(x: Tensor, convolve: (x: Tensor) => Tensor, rank: number): Tensor {
  if (x.shape.length === rank + 2) return convolve(x);
  const flat = convolve(ops.reshape(x, [productOf(x.shape.slice(0, 2)), ...x.shape.slice(2)]));
  return ops.reshape(flat, [x.shape[0], x.shape[1], ...flat.shape.slice(1)]);
}

function makeCellDefinition(rank: 1 | 2 | 3): LayerDefinition {
  return defineLayer<CellSettings>({
    ...cellDefinition,
    name: `ConvLSTM${rank}DCell`,
    module: 'rnn.conv_lstm',
    parameters: `filters, kernel_size, strides=1, ${cellParameters}, ${limits}`,
    documentation: 'One step of a convolutional LSTM.',
    source: `https://keras.io/api/layers/recurrent_layers/conv_lstm${rank}d/`,
    init(args) {
      const filters = readCount(args, 'filters');
      const window: Window = {
        rank,
        size: readWindowArgument(args, 'kernel_size', rank, { isTuple: false }),
        strides: readWindowArgument(args, 'strides', rank, { isTuple: false }),
        dilation: readWindowArgument(args, 'dilation_rate', rank, { isTuple: false }),
        padding: args.oneOf('padding', ['valid', 'same'], given => paddingWords(args, given)),
        format: dataFormatOf(args),
      };
      const { strides, padding, dilation, format } = window;
      const options = { strides, padding, dilation };
      const [activation, gate] = [activationOf(args), activationOf(args, 'recurrent_activation')];
      const channelsFirst = format === 'channels_first';
      return {
        window,
        filters,
        useBias: args.boolean('use_bias'),
        unitForgetBias: args.boolean('unit_forget_bias'),
        kernel: weightSettings(args, 'kernel'),
        recurrent: weightSettings(args, 'recurrent'),
        bias: weightSettings(args, 'bias'),
        stateShapes(step: Shape) {
          const input = toChannelsLast(placeholder([1, ...step]), format);
          const space = ops.convolution(
            placeholder([...input.shape.slice(0, -1), 1]),
            placeholder([...window.size, 1, 1]),
            options,
          );
          const shape = channelsFirst
            ? [filters, ...space.shape.slice(1, -1)]
            : [...space.shape.slice(1, -1), filters];
          return [shape, shape];
        },
        begin(owner, _step, { trace }) {
          const [kernel, recurrent, bias] = owner.ownWeights.map(weight => weight.read(trace));
          return {
            // Inside the loop everything is channels last; states come and go in the layer's own format.
            project(x) {
              const input = channelsFirst ? ops.moveAxis(x, -rank - 1, -1) : x;
              const product = eachStep(input, one => ops.convolution(one, kernel, options), rank);
              return bias === undefined ? product : ops.add(product, bias);
            },
            step(projected, states) {
              const [h, c] = states.map(state => toChannelsLast(state, format));
              const all = ops.add(projected, ops.convolution(h, recurrent, { padding: 'same' }));
              return gates(all, c, activation, gate).map(state => fromChannelsLast(state, format));
            },
          };
        },
      };
    },
    build(layer, [shape], py) {
      const { window, filters, kernel, recurrent, useBias, bias, unitForgetBias } = layer.settings;
      checkKernelFits(py, layer as LayerObject, window, shape, filters);
      const channels = channelsOf(shape, window.format);
      layer.makeWeight(py, { name: 'kernel', shape: [...window.size, channels, 4 * filters], ...kernel });
      layer.makeWeight(py, {
        name: 'recurrent_kernel',
        shape: [...window.size, filters, 4 * filters],
        ...recurrent,
      });
      if (!useBias) return;
      const initializer = unitForgetBias ? forgetBias(bias.initializer, filters) : bias.initializer;
      layer.makeWeight(py, { name: 'bias', shape: [4 * filters], ...bias, initializer });
    },
  });
}

/** The layer and its cell. */
export function convLSTM(rank: 1 | 2 | 3): {
  readonly layer: LayerDefinition;
  readonly cell: LayerDefinition;
} {
  const cell = makeCellDefinition(rank);
  const layer = defineLayer<RecurrentSettings>({
    ...recurrentDefinition,
    name: `ConvLSTM${rank}D`,
    module: `rnn.conv_lstm${rank}d`,
    parameters: `filters, kernel_size, strides=1, ${cellParameters}, activity_regularizer=None, ${limits}, return_sequences=False, return_state=False, go_backwards=False, stateful=False, zero_output_for_mask=False`,
    renamed: {
      ...renamedArguments,
      nb_filter: 'filters',
      subsample: 'strides',
      border_mode: 'padding',
      dim_ordering: 'data_format',
    },
    documentation: `An LSTM over ${['sequences of sequences', 'sequences of images', 'sequences of volumes'][rank - 1]} whose products are convolutions.`,
    source: `https://keras.io/api/layers/recurrent_layers/conv_lstm${rank}d/`,
    init(args, owner) {
      owner.inputSpec = [{ ndim: rank + 3 }];
      return readSequence(args, owner, makeCell(args, owner, cell.name, 'conv_lstm_cell', cellArguments));
    },
    build(owner, shapes, py) {
      const [shape] = shapes;
      recurrentDefinition.build?.(owner, shapes, py);
      owner.inputSpec = [{ ndim: rank + 3, shape: [null, ...shape.slice(1)] }];
    },
  });
  return { layer, cell };
}
