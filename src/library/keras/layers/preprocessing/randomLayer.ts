/** What the random image layers share: factors, seeds, and doing nothing outside training. */
import { ops } from '../../../../graph/index.ts';
import type { SeedStream } from '../../../../graph/random.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { constant } from '../../../../graph/tensor.ts';
import { NotImplementedError, raise } from '../../../../python/errors.ts';
import { PyList, PyTuple } from '../../../../python/values.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import type { DataFormat } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { dataFormatOf } from '../base/layerArguments.ts';
import { seedStream } from '../regularization/dropping.ts';
import { fillModes, type Sampling } from './affine.ts';
import { canDraw, onImages } from './images.ts';

export interface RandomSettings {
  readonly stream: SeedStream;
  readonly format: DataFormat;
}

/** The lowest and the highest factor: from a pair, or ± a number. Both lie in [least, most]. */
export function readFactor(
  args: ArgumentReader,
  name: string,
  least = -1,
  most = 1,
): readonly [number, number] {
  const value = args.value(name);
  const items = value instanceof PyTuple || value instanceof PyList ? value.items : [value];
  const numbers = items.map(item => numberOf(item));
  const bad =
    numbers.length > 2 || numbers.some(number => number === undefined || number < least || number > most);
  if (bad) {
    args.fail(
      name,
      `The \`factor\` argument should be a number (or a list of two numbers) in the range [${least.toFixed(1)}, ${most.toFixed(1)}]. Received: factor=${args.py.str(value)}`,
    );
  }
  const [first, second] = numbers as number[];
  if (second === undefined) return [-Math.abs(first), Math.abs(first)];
  return first < second ? [first, second] : [second, first];
}

export function readSampling(args: ArgumentReader): Sampling {
  const fail = (name: string, allowed: readonly string[]) =>
    raise(
      NotImplementedError,
      `Unknown \`${name}\` ${args.py.str(args.value(name))}. Expected of one (${allowed.map(item => `'${item}'`).join(', ')}).`,
      { code: 'invalid-argument', blame: { kind: 'argument', name } },
    );
  const fillMode = fillModes.find(mode => mode === args.value('fill_mode'));
  if (fillMode === undefined) throw fail('fill_mode', fillModes);
  const interpolation = (['nearest', 'bilinear'] as const).find(mode => mode === args.value('interpolation'));
  if (interpolation === undefined) throw fail('interpolation', ['nearest', 'bilinear']);
  return { fillMode, interpolation, fillValue: args.number('fill_value') };
}

/** A number for each image, uniform between the factors. */
export function drawn(count: number, [low, high]: readonly [number, number], stream: SeedStream): Tensor {
  return ops.randomUniform([count], stream, low, high);
}

export function every(count: number, value: number): Tensor {
  return constant(value, [count]);
}

export interface RandomLayer<Settings> {
  readonly name: string;
  readonly module: string;
  readonly parameters: string;
  readonly documentation: string;
  readonly page: string;
  readonly read: (args: ArgumentReader) => Settings;
  /** Changes a batch of images of known size. */
  readonly change: (images: Tensor, settings: Settings & RandomSettings) => Tensor;
}

/** A layer that changes images while training and passes them on otherwise. */
export function randomLayer<Settings extends object>(options: RandomLayer<Settings>): LayerDefinition {
  const { name, module, parameters, documentation, page, read, change } = options;
  return defineLayer<Settings & RandomSettings>({
    name,
    module: `preprocessing.${module}`,
    parameters,
    documentation,
    source: `https://keras.io/api/layers/preprocessing_layers/image_augmentation/${page}/`,
    masking: 'stop',
    callParameters: 'inputs, training=True',
    init: (args, _layer, py) => ({
      ...read(args),
      stream: seedStream(args, py),
      format: args.names().includes('data_format') ? dataFormatOf(args) : 'channels_last',
    }),
    call(layer, { inputs: [input], training }) {
      const x = ops.toFloat(input);
      if (!training) return x;
      return onImages(x, layer.settings.format, images =>
        canDraw(images.shape)
          ? change(images, layer.settings)
          : ops.abstractValue('randomImages', [images], images.shape, images.dtype),
      );
    },
  });
}
