/** Settings of layers that Keras refuses, and what else Python says of texts, loops and numbers that are too large. */
import { message } from '../../python/message.ts';
import type { Explained, Meaning } from './meaning.ts';
import type { Place } from './place.ts';

function passed(place: Place, otherwise: string): string {
  return place.node === null ? otherwise : place.text(place.node);
}

function explainTuple([, name, count, value]: RegExpExecArray, place: Place): Explained {
  return {
    message: message(
      '`{0}` takes {1} whole numbers above 0, and `{2}` is passed.',
      name!,
      count!,
      passed(place, value!),
    ),
    related: place.made(place.node),
  };
}

function explainPermutation([, value]: RegExpExecArray, place: Place): Explained {
  return {
    message: message(
      '`dims` names each axis of a sample once, counted from 1, and `{0}` does not.',
      passed(place, value!),
    ),
    related: place.made(place.node),
  };
}

function explainNoCall([, kind, name]: RegExpExecArray, place: Place): Explained {
  const owner = place.code.all('ClassDef').find(item => item.name === name);
  return {
    message: message(
      'The class `{0}` has no method `call`, which {1} of Keras needs.',
      name!,
      kind === 'Loss' ? '`Loss`' : '`Layer`',
    ),
    related:
      owner === undefined
        ? []
        : [{ span: owner.nameSpan, message: message('`{0}` is defined here.', owner.name) }],
  };
}

function explainChanging(_words: RegExpExecArray, place: Place): Explained {
  const text = passed(place, place.called);
  return {
    message: message('`{0}` is changed while a loop goes through it: go through a copy, `list({0})`.', text),
    related: place.made(place.node),
  };
}

function explainSpent(_words: RegExpExecArray, place: Place): Explained | null {
  const of = place.call?.args[0];
  if (!of) return null;
  return {
    message: message('`{0}` has nothing more to give: `next({0}, None)` gives `None` then.', place.text(of)),
    related: place.made(of),
  };
}

function explainTooLarge(_words: RegExpExecArray, place: Place): Explained {
  return { message: message('The result of `{0}` is too large for a `float`.', passed(place, place.called)) };
}

function explainEncoding([, name]: RegExpExecArray): Explained {
  return { message: message('There is no encoding `{0}`; most files are `utf-8`.', name!) };
}

function explainBytes([, name]: RegExpExecArray): Explained {
  return {
    message: message(
      'These bytes are no text in `{0}`: the text was written in another encoding, or it is no text.',
      name!,
    ),
  };
}

function explainLetters([, name]: RegExpExecArray): Explained {
  return { message: message('`{0}` lacks letters of this text: `utf-8` has all of them.', name!) };
}

function explainRate(_words: RegExpExecArray, place: Place): Explained {
  return {
    message: message(
      '`learning_rate` is a number or a schedule, and `{0}` is neither.',
      passed(place, 'learning_rate'),
    ),
    related: place.made(place.node),
  };
}

export const settingMeanings: readonly Meaning[] = [
  { says: /^ValueError: Argument `learning_rate` should be float/, explain: explainRate },
  {
    says: /^ValueError: The `(\w+)` argument must be a tuple of (\d+) integers\. Received(?: `?\w+`?=|: (?=\())(.+?)(?:, including|$)/,
    explain: explainTuple,
  },
  {
    says: /^ValueError: Invalid permutation argument `dims` .* Received dims=(.+)$/,
    explain: explainPermutation,
  },
  {
    says: /^NotImplementedError: (Loss|Layer) (\w+) does not have a `call\(\)` method implemented/,
    explain: explainNoCall,
  },
  { says: /^RuntimeError: (?:dictionary|Set) changed size during iteration$/, explain: explainChanging },
  { says: /^StopIteration$/, explain: explainSpent },
  {
    says: /^OverflowError: (?:math range error|\(34, 'Numerical result out of range'\))$/,
    explain: explainTooLarge,
  },
  { says: /^LookupError: unknown encoding: (.+)$/, explain: explainEncoding },
  { says: /^UnicodeDecodeError: '([\w-]+)' codec can't decode/, explain: explainBytes },
  { says: /^UnicodeEncodeError: '([\w-]+)' codec can't encode/, explain: explainLetters },
];
