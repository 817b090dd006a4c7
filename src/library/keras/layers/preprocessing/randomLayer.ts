/** What the random image layers share: factors, seeds, and doing nothing outside training. */
import { ops } from '../../../../graph/index.ts';
import type { SeedStream } from '../../../../graph/random.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { constant } from '../../../../graph/tensor.ts';
import { NotImplementedError, TypeError } from '../../../../python/errors.ts';
import { PyList, PyTuple } from '../../../../python/values.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import { ofVersion, raiseInWords } from '../../versionWords.ts';
import type { DataFormat } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { dataFormatOf } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { seedStream } from '../regularization/dropping.ts';
import { fillModes, type Sampling } from './affine.ts';
import { canDraw, onImages } from './images.ts';

export interface RandomSettings {
  readonly stream: SeedStream;
  readonly format: DataFormat;
}

/** What Keras 2 says of a range of factors; null where it takes it. `shown` is the argument as the script passes it. */
export type EarlierFactor = (low: number, high: number, shown: string) => string | null;

/** The lowest and the highest factor: from a pair, or ± a number. Keras 3 wants both to lie in [-1, 1]. */
export function readFactor(
  args: ArgumentReader,
  name: string,
  earlier: EarlierFactor,
): readonly [number, number] {
  const value = args.value(name);
  const isPair = value instanceof PyTuple || value instanceof PyList;
  const items = isPair ? value.items : [value];
  const numbers = items.flatMap(item => numberOf(item) ?? []);
  const shown = args.py.str(value);
  const told =
    'The `factor` argument should be a number (or a list of two numbers) in the range [-1.0, 1.0]. ';
  if (numbers.length !== (isPair ? 2 : 1)) {
    const isWord = typeof value === 'string' && args.className !== 'RandomBrightness';
    args.fail(name, {
      2: isWord ? [TypeError, "bad operand type for unary -: 'str'"] : `${told}Got ${shown}`,
      3: `${told}Received: ${name}=${shown}`,
    });
  }
  const [first, second] = isPair ? numbers : [-numbers[0], numbers[0]];
  const outside = numbers.findIndex(number => number > 1 || number < -1);
  const inKeras2 = earlier(first, second, shown);
  const isOutside = outside >= 0;
  if (ofVersion(args.py, { 2: inKeras2 !== null, 3: isOutside }))
    args.fail(name, {
      2: inKeras2 ?? '',
      3: `${told}Received: input_number=${args.py.str(items[Math.max(0, outside)])}`,
    });
  return first < second ? [first, second] : [second, first];
}

/** Keras 2's for the height of what is zoomed or moved; of the width it says the same in other words. */
export const withinOne: EarlierFactor = (low, high, shown) =>
  Math.abs(low) > 1 || Math.abs(high) > 1
    ? `\`height_factor\` argument must have values between [-1, 1]. Received: height_factor=${shown}`
    : null;

export function readSampling(args: ArgumentReader): Sampling {
  const fail = (name: string, allowed: readonly string[], earlier: string) => {
    const given = `Unknown \`${name}\` ${args.py.str(args.value(name))}.`;
    const names = allowed.map(item => `'${item}'`).join(', ');
    return raiseInWords(
      args.py,
      {
        2: [NotImplementedError, `${given} Only ${earlier} are supported.`],
        3: [NotImplementedError, `${given} Expected of one (${names}).`],
      },
      { code: 'invalid-argument', blame: { kind: 'argument', name } },
    );
  };
  const fillMode = fillModes.find(mode => mode === args.value('fill_mode'));
  if (fillMode === undefined)
    throw fail('fill_mode', fillModes, '`reflect`, `wrap`, `constant` and `nearest`');
  const ways = ['nearest', 'bilinear'] as const;
  const interpolation = ways.find(mode => mode === args.value('interpolation'));
  if (interpolation === undefined) throw fail('interpolation', ways, '`nearest` and `bilinear`');
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
  readonly read: (args: ArgumentReader, layer: LayerObject) => Settings;
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
    init: (args, layer, py) => ({
      ...read(args, layer as LayerObject),
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
