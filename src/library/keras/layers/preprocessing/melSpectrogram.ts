/** The layer `MelSpectrogram`. */
import { ops, type Shape } from '../../../../graph/index.ts';
import { constant, type Tensor } from '../../../../graph/tensor.ts';
import type { Value } from '../../../../python/values.ts';
import { framingOf, shortTime } from '../../ops/fourier.ts';
import { defineLayer } from '../base/definition.ts';

interface Settings {
  readonly fftLength: number;
  readonly stride: number;
  readonly length: number;
  readonly window: Value;
  readonly rate: number;
  readonly bins: number;
  readonly lowest: number;
  readonly highest: number;
  readonly decibels: boolean;
  readonly range: number;
  readonly exponent: number;
  readonly least: number;
  readonly reference: number;
}

/** Pitch as it is heard, by the convention of the Hidden Markov Model Toolkit. */
const melOf = (hertz: number): number => 1127 * Math.log(1 + hertz / 700);

/** How much each frequency adds to each band: triangles over the mel scale, (frequencies, bands). */
function bandWeights({ bins, rate, lowest, highest }: Settings, frequencies: number): Tensor {
  const [low, high] = [melOf(lowest), melOf(highest)];
  const edges = Array.from({ length: bins + 2 }, (_, at) => low + ((high - low) * at) / (bins + 1));
  const weights = new Float32Array(frequencies * bins);
  // The constant part of a signal belongs to no band.
  for (let frequency = 1; frequency < frequencies; frequency++) {
    const mel = melOf((rate / 2 / (frequencies - 1)) * frequency);
    for (let band = 0; band < bins; band++) {
      const [left, centre, right] = edges.slice(band, band + 3);
      const rising = (mel - left) / (centre - left);
      const falling = (right - mel) / (right - centre);
      weights[frequency * bins + band] = Math.max(0, Math.min(rising, falling));
    }
  }
  return constant(weights, [frequencies, bins]);
}

const decibelsOf = (x: Tensor): Tensor => ops.mul(ops.log(x), 10 / Math.LN10);

/** Loudness: 10 log10(x / reference), no quieter than `range` below the loudest. */
function loudness(x: Tensor, { least, reference, range }: Settings): Tensor {
  const base = 10 * Math.log10(Math.max(Math.abs(reference), least));
  const loud = ops.sub(decibelsOf(ops.maximum(x, least)), base);
  return ops.maximum(loud, ops.sub(ops.max(loud), range));
}

export const melSpectrogram = defineLayer<Settings>({
  name: 'MelSpectrogram',
  module: 'preprocessing.audio_preprocessing',
  parameters:
    'fft_length=2048, sequence_stride=512, sequence_length=None, window="hann", sampling_rate=16000, num_mel_bins=128, min_freq=20.0, max_freq=None, power_to_db=True, top_db=80.0, mag_exp=2.0, min_power=1e-10, ref_power=1.0',
  documentation: 'Sound as (bands, time): how loud each band of the mel scale is, in decibels.',
  source: 'https://keras.io/api/layers/preprocessing_layers/audio_preprocessing/mel_spectrogram/',
  masking: 'stop',
  init: args => ({
    fftLength: args.integer('fft_length'),
    stride: args.integer('sequence_stride'),
    length: args.optionalInteger('sequence_length') ?? args.integer('fft_length'),
    window: args.value('window'),
    rate: args.integer('sampling_rate'),
    bins: args.integer('num_mel_bins'),
    lowest: args.number('min_freq'),
    highest: args.optionalNumber('max_freq') ?? Math.floor(args.integer('sampling_rate') / 2),
    decibels: args.boolean('power_to_db'),
    range: args.number('top_db'),
    exponent: args.number('mag_exp'),
    least: args.number('min_power'),
    reference: args.number('ref_power'),
  }),
  call(layer, { inputs: [signal], py }) {
    const { settings } = layer;
    const framing = framingOf(py, settings.length, settings.stride, settings.fftLength, settings.window);
    const { re, im } = shortTime(ops.toFloat(signal), framing, true);
    const power = ops.add(ops.square(re), ops.square(im));
    const spectrum = settings.exponent === 2 ? power : ops.pow(ops.sqrt(power), settings.exponent);
    const { shape }: { shape: Shape } = spectrum;
    const bands = ops.matmul(spectrum, bandWeights(settings, shape.at(-1) as number));
    return ops.swapAxes(settings.decibels ? loudness(bands, settings) : bands, -1, -2);
  },
});
