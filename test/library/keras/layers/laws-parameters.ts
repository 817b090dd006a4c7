/** Which parameters and values of layers no law configuration takes up. */
import type { LayerDefinition } from '../../../../src/library/keras/layers/base/definition.ts';
import { lawCases } from './laws-cases.ts';

/** Parameters that the laws leave out, as `Layer.parameter`, and why. */
const leftOut: readonly (readonly [RegExp, string])[] = [
  [/\.\w+_(initializer|regularizer|constraint)$/, 'acts on weights before and after a call'],
  [/\.(weights|lora_rank)$/, 'gives weights other values or names'],
  [/\.seed$/, 'the streams of random numbers have tests of their own'],
  [/\.stateful$/, 'needs a fixed batch and a call before it'],
  [/\.zero_output_for_mask$|^Lambda\.mask$/, 'needs a mask'],
  [/\.(sparse|synchronized|use_cudnn|implementation)$/, 'has one meaning here'],
  [/^Lambda\.output_shape$/, 'is known without it'],
  [/^Discretization\.(num_bins|epsilon)$/, 'take part in adapt'],
  [/^IntegerLookup\.(vocabulary_dtype|oov_token|invert)$/, 'concern the vocabulary, which the host keeps'],
];

/** The values that parameters have besides their default; any value will do for those that are not listed. */
const values: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^Conv1D\.padding$/, ['"same"', '"causal"']],
  [/^ZeroPadding.D\.padding$/, ['']],
  [/\.padding$/, ['"same"']],
  [/\.data_format$/, ['"channels_first"']],
  [/^Random\w+\.interpolation$/, ['"nearest"']],
  [/^UpSampling2D\.interpolation$/, ['"bilinear"', '"bicubic"', '"lanczos3"', '"lanczos5"']],
  [/^Resizing\.interpolation$/, ['"nearest"', '"bicubic"', '"lanczos3"', '"lanczos5"']],
  [/^Random\w+\.fill_mode$/, ['"constant"', '"nearest"', '"wrap"']],
  [/^RandomFlip\.mode$/, ['"horizontal"', '"vertical"']],
  [/^CategoryEncoding\.output_mode$/, ['"one_hot"', '"count"']],
  [/^Discretization\.output_mode$/, ['"one_hot"', '"multi_hot"', '"count"']],
  [/^IntegerLookup\.output_mode$/, ['"multi_hot"', '"count"', '"tf_idf"']],
  [/\.merge_mode$/, ['"sum"', '"mul"', '"ave"', 'None']],
  [/\.score_mode$/, ['"concat"']],
];

interface Parameter {
  readonly name: string;
  /** Null where it must be given. */
  readonly preset: string | null;
}

/** `a, b=(1, (2, 3))` as two parameters. */
function parametersOf(text: string): Parameter[] {
  let depth = 0;
  let part = '';
  const parts: string[] = [];
  for (const character of `${text},`) {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (character === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  return parts
    .filter(each => each !== '')
    .map(each => {
      const [name, preset] = each.split('=');
      return { name, preset: preset ?? null };
    });
}

function wantedValues(place: string, preset: string): readonly string[] {
  if (preset === 'True') return ['False'];
  if (preset === 'False') return ['True'];
  return values.find(([pattern]) => pattern.test(place))?.[1] ?? [''];
}

/** What the configurations of a layer do not contain: `Conv2D: use_bias=False`. */
export function unheldParameters({ name: layer, parameters }: LayerDefinition): string[] {
  const sample = lawCases.get(layer);
  if (sample === undefined) return [];
  const text = sample.makes.join('\n');
  return parametersOf(parameters).flatMap(({ name, preset }) => {
    const place = `${layer}.${name}`;
    if (preset === null || leftOut.some(([pattern]) => pattern.test(place))) return [];
    return wantedValues(place, preset)
      .map(value => `${name}=${value}`)
      .filter(wanted => !text.includes(wanted))
      .map(wanted => `${layer}: ${wanted}`);
  });
}
