/** Models of `keras.applications` that are asked for pictures or classes they cannot have. */
import { type Message, message } from '../../python/message.ts';
import type { Explained, Meaning } from './meaning.ts';
import type { Place } from './place.ts';

/** Said of one argument of the call. */
function ofArgument(
  name: string,
  say: (words: RegExpExecArray, place: Place) => Message,
): Meaning['explain'] {
  return (words, place): Explained => {
    const written = place.call?.keywords.find(({ arg }) => arg === name)?.value;
    return { message: say(words, place), span: written?.span };
  };
}

export const applicationMeanings: readonly Meaning[] = [
  {
    says: /^ValueError: Input size must be at least (\d+)x\d+; Received:? `?input_shape=(\(.*?\))/,
    explain: ofArgument('input_shape', ([, least, given], place) =>
      message(
        '`{0}` makes its pictures smaller again and again and needs at least {1} by {1} pixels: `input_shape` is {2}.',
        place.called,
        least!,
        given!,
      ),
    ),
  },
  {
    says: /^ValueError: If using `weights="?imagenet"?` with `include_top=True`, `classes` should be 1000\.\s+Received classes=(\S+)$/,
    explain: ofArgument('classes', ([, classes], place) =>
      message(
        '`{0}` with the weights of ImageNet tells 1000 classes apart, not {1}: leave its top out (`include_top=False`) and put a Dense layer of {1} units behind it, or begin without weights (`weights=None`).',
        place.called,
        classes!,
      ),
    ),
  },
  {
    says: /^ValueError: When setting `include_top=True` and loading `imagenet` weights, `input_shape` should be (\(.*?\))\.\s+Received: input_shape=(\(.*\))$/,
    explain: ofArgument('input_shape', ([, wanted, given], place) =>
      message(
        '`{0}` with its top and the weights of ImageNet takes {1}, and `input_shape` is {2}: other sizes go with `include_top=False`.',
        place.called,
        wanted!,
        given!,
      ),
    ),
  },
  {
    says: /^ValueError: The input must have 3 channels; Received `input_shape=(\(.*\))`$/,
    explain: ofArgument('input_shape', ([, given]) =>
      message(
        'The weights of ImageNet are for pictures of 3 channels, and `input_shape` is {0}: repeat the channel, or begin without weights (`weights=None`).',
        given!,
      ),
    ),
  },
  {
    says: /^ValueError: If `include_top` is True, you should specify a static `input_shape`\. Received: input_shape=(\(.*\))$/,
    explain: ofArgument('input_shape', ([, given], place) =>
      message(
        '`{0}` with its top needs a size that is known, and `input_shape` is {1}.',
        place.called,
        given!,
      ),
    ),
  },
];
