/** What layers that prepare data say of a word that an argument does not know. */
import type { ArgumentReader } from '../../objects/arguments.ts';

export interface KnownWords {
  readonly words: readonly string[];
  /** What Keras 3 says, where it is not what its vocabularies say. */
  readonly words3?: string;
  readonly isNoneKnown?: boolean;
  readonly areCallablesKnown?: boolean;
}

export function refuseWord(
  args: ArgumentReader,
  name: string,
  { words, words3, isNoneKnown = false, areCallablesKnown = false }: KnownWords,
): never {
  const given = args.py.str(args.value(name));
  const known = `(${words.map(word => `'${word}'`).join(', ')})`;
  const also = `${isNoneKnown ? '`None`, ' : ''}${areCallablesKnown ? 'a `Callable`, ' : ''}`;
  const note = areCallablesKnown
    ? `If restoring a model and \`${name}\` is a custom callable, please ensure the callable is registered as a custom object. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details. `
    : '';
  return args.fail(name, {
    3:
      words3 ??
      `Unknown value for \`${name}\` argument of ${args.className}. Allowed values are: ${known}. Received: ${name}=${given}`,
    // Keras itself spells it so.
    2: `Unkown value for \`${name}\` argument of layer ${args.className}. ${note}Allowed values are: ${also}or one of the following values: ${known}. Received: ${given}`,
  });
}
