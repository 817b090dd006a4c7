/** Keys, lengths, loops and unpacking. */
import { message } from '../../python/message.ts';
import { fix, replace } from '../edits.ts';
import { tupleText } from '../remedies/remedy.ts';
import type { Explained, Meaning } from './meaning.ts';
import { explainNone } from './none.ts';
import type { Place } from './place.ts';
import { subscript } from './positions.ts';

function explainLength([, type]: RegExpExecArray, place: Place): Explained | null {
  const { call, code } = place;
  const node = call?.args[0];
  if (!call || !node || type === undefined || place.called !== 'len') return null;
  if (type === 'NoneType') return explainNone(node, place);
  const text = place.text(node);
  const around = code.parent(call);
  const isCounted = around?.kind === 'Call' && around.func.kind === 'Name' && around.func.id === 'range';
  const related = place.made(node);
  if (/^(int|float)$/.test(type))
    return {
      message: isCounted
        ? message('`{0}` is a number and has no length: `range({0})` counts up to it.', text)
        : message('`{0}` is a number (`{1}`) and has no length.', text, type),
      related,
      fixes:
        isCounted && type === 'int'
          ? fix(
              'leave-length-away',
              message('Change to `{0}`', text),
              [replace(call.span, code.at(node.span))],
              true,
            )
          : [],
    };
  if (/^(zip|map|filter|generator|enumerate|reversed)$/.test(type))
    return {
      message: message(
        '`{0}` gives its elements one by one and has no length: make a list of it, `list({0})`.',
        text,
      ),
      related,
    };
  return { message: message('`{0}` is of type `{1}`, which has no length.', text, type), related };
}

function explainIterated([, type]: RegExpExecArray, place: Place): Explained | null {
  const { node, code, call } = place;
  if (node === null || type === undefined) return null;
  // Which of several arguments it is, the words do not say.
  if (call !== null && call.args.length + call.keywords.length > 1) return null;
  const of = call?.args[0] ?? node;
  if (type === 'NoneType') return explainNone(of, place);
  const text = place.text(of);
  const parent = code.parent(of);
  const isLoop = (parent?.kind === 'For' || parent?.kind === 'comprehension') && parent.iter === of;
  const related = place.made(of);
  if (isLoop && type === 'int')
    return {
      message: message(
        '`for` goes through the elements of something, and `{0}` is a number: `range({0})` counts up to it.',
        text,
      ),
      related,
      fixes: fix(
        'write-range',
        message('Change to `{0}`', `range(${text})`),
        [replace(of.span, `range(${code.at(of.span)})`)],
        true,
      ),
    };
  return {
    message: message('`{0}` is of type `{1}`, which has no elements to go through.', text, type),
    related,
  };
}

function explainUnpacked(words: RegExpExecArray, place: Place): Explained | null {
  const [, expected, got] = words;
  const { statement } = place;
  const value = statement?.kind === 'Assign' ? statement.value : null;
  const names = place.text(place.finding.span);
  if (value === null)
    return {
      message:
        got === undefined
          ? message('`{0}` waits for {1} values, and there are more in each element.', names, expected!)
          : message('`{0}` waits for {1} values, and there are {2}.', names, expected!, got),
    };
  const text = place.text(value);
  const shape = value.kind === 'Attribute' && value.attr === 'shape' ? place.shapeOf(value.value) : null;
  if (shape !== null)
    return {
      message: message(
        '`{0}` is {1}: it gives {2}, and `{3}` waits for {4}.',
        text,
        tupleText(shape),
        shape.length,
        names,
        expected!,
      ),
      related: value.kind === 'Attribute' ? place.made(value.value) : [],
    };
  const isSplit = value.kind === 'Call' && place.text(value.func).endsWith('train_test_split');
  if (isSplit && value.kind === 'Call') {
    const arrays = value.args.length;
    return {
      message: message(
        '`train_test_split` gives two parts of each array, {0} in all, and `{1}` waits for {2}.',
        2 * arrays,
        names,
        expected!,
      ),
    };
  }
  return {
    message:
      got === undefined
        ? message('`{0}` waits for {1} values, and `{2}` gives more.', names, expected!, text)
        : message('`{0}` waits for {1} values, and `{2}` gives {3}.', names, expected!, text, got),
    related: place.made(value),
  };
}

function explainUnpackedOne([, type]: RegExpExecArray, place: Place): Explained | null {
  const { statement } = place;
  const value = statement?.kind === 'Assign' ? statement.value : null;
  if (type === undefined) return null;
  if (value === null)
    return {
      message: message(
        '`{0}` waits for several values in each element, and each is a single one, of type `{1}`: `zip` pairs the elements of several lists.',
        place.text(place.finding.span),
        type,
      ),
    };
  if (type === 'NoneType') return explainNone(value, place);
  return {
    message: message(
      '`{0}` waits for several values, and `{1}` is a single one, of type `{2}`.',
      place.text(place.finding.span),
      place.text(value),
      type,
    ),
    related: place.made(value),
  };
}

function explainUnhashable([, type]: RegExpExecArray): Explained {
  return {
    message: message(
      'Keys of dictionaries and elements of sets must never change, and a `{0}` can: use a tuple, or a number or text made of it.',
      type!,
    ),
  };
}

function explainKey([, key]: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null) return null;
  return {
    message: message('`{0}` has no key `{1}`.', place.text(node.value), key!),
    related: place.made(node.value, node.slice),
  };
}

function explainAbsent(_words: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  if (call?.func.kind !== 'Attribute' || call.args.length === 0) return null;
  return {
    message: message(
      '`{0}` is not among the elements of `{1}`.',
      place.text(call.args[0]!),
      place.text(call.func.value),
    ),
    related: place.made(call.func.value),
  };
}

function explainEmpty(_words: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  const of = call?.func.kind === 'Attribute' ? call.func.value : call?.args[0];
  if (!of || (of.kind === 'Name' && of.id === 'np')) return null;
  return {
    message: message('`{0}` is empty here, so that `{1}` has nothing to take.', place.text(of), place.called),
    related: place.made(of),
  };
}

export const containerMeanings: readonly Meaning[] = [
  { says: /^TypeError: object of type '([\w.]+)' has no len\(\)$/, explain: explainLength },
  { says: /^TypeError: '([\w.]+)' object is not iterable$/, explain: explainIterated },
  {
    says: /^ValueError: not enough values to unpack \(expected (?:at least )?(\d+), got (\d+)\)$/,
    explain: explainUnpacked,
  },
  { says: /^ValueError: too many values to unpack \(expected (\d+)\)$/, explain: explainUnpacked },
  { says: /^TypeError: cannot unpack non-iterable ([\w.]+) object$/, explain: explainUnpackedOne },
  { says: /^TypeError: unhashable type: '([\w.]+)'$/, explain: explainUnhashable },
  { says: /^KeyError: (.+)$/, explain: explainKey },
  {
    says: /^ValueError: (?:list\.remove\(x\): x not in list|.* is not in list|tuple\.index\(x\): x not in tuple)$/,
    explain: explainAbsent,
  },
  {
    says: /^(?:IndexError: pop from empty list|ValueError: (?:max|min)\(\) arg is an empty sequence)$/,
    explain: explainEmpty,
  },
];
