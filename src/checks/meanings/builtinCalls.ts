/** What built-in functions and the methods of texts and dictionaries refuse: patterns, codes, orders, empty containers. */
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import type { Explained, Meaning } from './meaning.ts';
import type { Place } from './place.ts';

/** The first argument of the call, or what stands on the right of `%`. */
function given({ node, call }: Place): Expression | null {
  if (node?.kind === 'BinOp') return node.right;
  return call?.args[0] ?? null;
}

/** What a method is called on. */
function receiver({ call }: Place): Expression | null {
  return call?.func.kind === 'Attribute' ? call.func.value : null;
}

function explainNumber([, type]: RegExpExecArray, place: Place): Explained | null {
  const value = given(place);
  if (value === null) return null;
  const called = place.node?.kind === 'BinOp' ? '%' : place.called;
  return {
    message: message(
      '`{0}` takes a number here, and `{1}` is of type `{2}`.',
      called,
      place.text(value),
      type!,
    ),
    related: place.made(value),
  };
}

function explainEmpty(_words: RegExpExecArray, place: Place): Explained | null {
  const value = receiver(place);
  if (value === null) return null;
  return {
    message: message('`{0}` is empty: there is nothing to take out.', place.text(value)),
    related: place.made(value),
  };
}

function explainCode([, code, type]: RegExpExecArray): Explained {
  return { message: message('The format `{0}` does not fit a value of type `{1}`.', code!, type!) };
}

function explainPattern([, what, position]: RegExpExecArray): Explained {
  return { message: message('The pattern is wrong at position {0}: {1}.', position!, what!) };
}

function explainPairs(_words: RegExpExecArray, place: Place): Explained {
  return {
    message: message(
      '`{0}` takes pairs of keys and values, as `zip(keys, values)` gives them.',
      place.called,
    ),
    related: place.made(given(place)),
  };
}

function explainOrder([, one, other]: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  if (call === null || !/(?:^|\.)(?:sorted|sort|max|min)$/.test(place.called)) return null;
  return {
    message: message(
      '`{0}` compares the elements, and `{1}` and `{2}` have no order: bring them to one type.',
      place.called,
      one!,
      other!,
    ),
    related: place.made(receiver(place) ?? given(place)),
  };
}

function explainCharacter([, length]: RegExpExecArray, place: Place): Explained {
  return {
    message: message('`ord` takes one character, and this text has {0}.', length!),
    related: place.made(given(place)),
  };
}

function explainSeparator(_words: RegExpExecArray, place: Place): Explained | null {
  const text = receiver(place);
  if (text === null) return null;
  return {
    message: message('A text is not split at nothing: `list({0})` gives its characters.', place.text(text)),
  };
}

function explainJoined(_words: RegExpExecArray, place: Place): Explained | null {
  const value = given(place);
  if (value === null) return null;
  return {
    message: message('`{0}` joins the texts of a list, and `{1}` is none.', place.called, place.text(value)),
    related: place.made(value),
  };
}

function explainNoArguments([, name]: RegExpExecArray, place: Place): Explained {
  const owner = place.code.all('ClassDef').find(item => item.name === name);
  return {
    message: message('`{0}` has no `__init__` that takes arguments.', name!),
    related:
      owner === undefined
        ? []
        : [{ span: owner.nameSpan, message: message('`{0}` is defined here.', owner.name) }],
  };
}

function explainClass(_words: RegExpExecArray, place: Place): Explained | null {
  const cls = place.call?.args[1];
  if (!cls) return null;
  return {
    message: message('`{0}` takes a class, and `{1}` is none.', place.called, place.text(cls)),
    related: place.made(cls),
  };
}

function explainBackwards(_words: RegExpExecArray, place: Place): Explained {
  return { message: message('`{0}` takes the smaller number first: the range is empty.', place.called) };
}

function explainPlaceholder([, name]: RegExpExecArray, place: Place): Explained | null {
  if (!place.called.endsWith('.format')) return null;
  return { message: message('The text has a place for `{0}`, and `format` is not given it.', name!) };
}

function explainSuper(): Explained {
  return { message: message('`super()` stands in a method of a class: here is no class.') };
}

function explainRaised(_words: RegExpExecArray, place: Place): Explained | null {
  const { start } = place.finding.span;
  const raised = place.code.all('Raise').find(({ span }) => span.start.offset === start.offset)?.exc;
  if (!raised) return null;
  return {
    message: message('`raise` takes an exception: `raise ValueError({0})`.', place.text(raised)),
    related: place.made(raised),
  };
}

function explainEncoding(_words: RegExpExecArray, place: Place): Explained | null {
  const text = given(place);
  if (text === null) return null;
  return { message: message('Text becomes bytes in an encoding: `{0}.encode()`.', place.text(text)) };
}

export const builtinCallMeanings: readonly Meaning[] = [
  { says: /^TypeError: must be real number, not ([\w.]+)$/, explain: explainNumber },
  { says: /^KeyError: 'popitem\(\): dictionary is empty'$/, explain: explainEmpty },
  { says: /^ValueError: Unknown format code '(.+)' for object of type '([\w.]+)'$/, explain: explainCode },
  { says: /^(?:error|PatternError): (.+) at position (\d+)/, explain: explainPattern },
  { says: /^TypeError: cannot convert dictionary update sequence element/, explain: explainPairs },
  { says: /^ValueError: dictionary update sequence element #\d+ has length/, explain: explainPairs },
  {
    says: /^TypeError: '[<>]' not supported between instances of '([\w.]+)' and '([\w.]+)'$/,
    explain: explainOrder,
  },
  {
    says: /^TypeError: ord\(\) expected a character, but string of length (\d+) found$/,
    explain: explainCharacter,
  },
  { says: /^ValueError: empty separator$/, explain: explainSeparator },
  { says: /^TypeError: can only join an iterable$/, explain: explainJoined },
  { says: /^TypeError: (\w+)\(\) takes no arguments$/, explain: explainNoArguments },
  { says: /^TypeError: is(?:instance|subclass)\(\) arg 2 must be/, explain: explainClass },
  { says: /^ValueError: empty range for rand/, explain: explainBackwards },
  { says: /^KeyError: '(\w+)'$/, explain: explainPlaceholder },
  { says: /^RuntimeError: super\(\): /, explain: explainSuper },
  { says: /^TypeError: exceptions must derive from BaseException$/, explain: explainRaised },
  { says: /^TypeError: string argument without an encoding$/, explain: explainEncoding },
];
