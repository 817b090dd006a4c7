/** Elements, keys, lengths and unpacking. */
import { message } from '../../python/message.ts';
import type { Expression, NodeOf } from '../../python/syntax.ts';
import { fix, replace } from '../edits.ts';
import { tupleText } from '../remedies/remedy.ts';
import type { Explained, Meaning } from './meaning.ts';
import { explainNone } from './none.ts';
import type { Place } from './place.ts';

function subscript(place: Place): NodeOf<'Subscript'> | null {
  return place.node?.kind === 'Subscript' ? place.node : null;
}

/** How many elements a list has that is written out; null for anything else. */
function lengthOf(node: Expression | null | undefined): number | null {
  if (node?.kind === 'List' || node?.kind === 'Tuple')
    return node.elts.some(item => item.kind === 'Starred') ? null : node.elts.length;
  return node?.kind === 'Constant' && node.value.type === 'str' ? [...node.value.value].length : null;
}

function explainPosition(_words: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null) return null;
  const text = place.text(node.value);
  const key = place.text(node.slice);
  const related = place.made(node.value, node.slice);
  const changes =
    node.value.kind === 'Name' &&
    place.code
      .all('Attribute')
      .some(
        ({ value, attr }) =>
          value.kind === 'Name' &&
          node.value.kind === 'Name' &&
          value.id === node.value.id &&
          /^(append|extend|insert|pop|remove|clear)$/.test(attr),
      );
  const length = changes ? null : lengthOf(place.makingOf(node.value)?.value ?? node.value);
  if (length === 0)
    return { message: message('`{0}` is empty, so there is nothing at `{1}`.', text, key), related };
  return {
    message:
      length === null
        ? message(
            '`{0}` has fewer elements: there is none at `{1}`. Positions begin at 0 and end at `len({0}) - 1`.',
            text,
            key,
          )
        : message('The last position of `{0}` is {2}: there is no element at `{1}`.', text, key, length - 1),
    related,
  };
}

function explainIndexType([, kind, type]: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null) return null;
  const { slice, value } = node;
  const related = place.made(value, slice);
  const text = place.text(value);
  const key = place.text(slice);
  if (type === 'float') return ofFraction(slice, place);
  if (type === 'NoneType') return explainNone(slice, place);
  if (type === 'str')
    return {
      message: message(
        '`{0}` is of type `{1}`, whose elements have numbers, and `{2}` is a text: is it a key of one of its elements?',
        text,
        kind === 'string' ? 'str' : kind!,
        key,
      ),
      related,
    };
  if (slice.kind === 'Tuple' && kind === 'list')
    return {
      message: message(
        '`{0}` is a list, and only arrays take several indices at once: write `{1}`, or make it an array.',
        text,
        `${text}${slice.elts.map(item => `[${place.text(item)}]`).join('')}`,
      ),
      related,
    };
  return {
    message: message(
      '`{0}` takes whole numbers as positions, and `{1}` is of type `{2}`.',
      text,
      key,
      type ?? '',
    ),
    related,
  };
}

/** A position or bound with a fraction: a division, mostly. */
function ofFraction(node: Expression, place: Place): Explained {
  const text = place.text(node);
  const made = place.makingOf(node)?.value ?? node;
  const divides = made.kind === 'BinOp' && made.op === 'Div' ? made : null;
  const isWhole =
    node.kind === 'Constant' && node.value.type === 'float' && Number.isInteger(Number(node.value.value));
  const whole = isWhole ? String(Number(text)) : `int(${place.code.at(node.span)})`;
  const halves = divides === null ? null : wholeDivision(divides, place);
  return {
    message:
      halves === null
        ? message('`{0}` is a `float`, and a whole number is needed here: `int({0})`.', text)
        : message(
            '`{0}` is a `float`, since `/` always gives one, and a whole number is needed here: divide with `//`.',
            text,
          ),
    related: place.made(node),
    fixes:
      halves === null
        ? fix(
            'write-as-int',
            message('Change to `{0}`', isWhole ? whole : `int(${text})`),
            [replace(node.span, whole)],
            true,
          )
        : fix('divide-whole', message('Change to `{0}`', '//'), halves, true),
  };
}

function wholeDivision(node: NodeOf<'BinOp'>, place: Place) {
  const between = { start: node.left.span.end, end: node.right.span.start };
  const at = place.code.at(between);
  return /^[^/#\n]*\/[^/#\n]*$/.test(at) ? [replace(between, at.replace('/', '//'))] : null;
}

/** `x[:n]` with a fraction. */
function explainBound(_words: RegExpExecArray, place: Place): Explained | null {
  const slice = subscript(place)?.slice;
  if (slice?.kind !== 'Slice') return null;
  const bounds = [slice.lower, slice.upper].filter(item => item !== null);
  const isPlain = (item: Expression) => item.kind === 'Constant' && item.value.type === 'int';
  const suspects = bounds.filter(item => !isPlain(item));
  return suspects.length === 1 ? ofFraction(suspects[0]!, place) : null;
}

/** `range(n)` with a fraction. */
function explainCounted([, type]: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  const candidates =
    call?.args.filter(item => !(item.kind === 'Constant' && item.value.type === 'int')) ?? [];
  if (candidates.length !== 1 || call === null) return null;
  const [only] = candidates as [Expression];
  if (type === 'NoneType') return explainNone(only, place);
  if (type === 'float') return ofFraction(only, place);
  return {
    message: message(
      '`{0}` counts with whole numbers, and `{1}` is of type `{2}`.',
      place.called,
      place.text(only),
      type!,
    ),
    related: place.made(only),
  };
}

function explainSubscripted([, type]: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null || type === undefined) return null;
  const text = place.text(node.value);
  if (type === 'NoneType') return explainNone(node.value, place);
  if (/^(function|method|builtin_function_or_method|type)$/.test(type)) {
    const inside = { start: node.value.span.end, end: node.span.end };
    const written = `(${place.code.at(node.slice.span)})`;
    return {
      message: message(
        '`{0}` is a function, which is called with round parentheses: `{1}`.',
        text,
        `${text}${written}`,
      ),
      fixes: fix(
        'round-parentheses',
        message('Change to `{0}`', `${text}${written}`),
        node.slice.kind === 'Slice' ? null : [replace(inside, written)],
        true,
      ),
    };
  }
  return {
    message: message('`{0}` is of type `{1}`, which has no elements to take with `[…]`.', text, type),
    related: place.made(node.value),
  };
}

function explainAssigned([, type]: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null || type === undefined) return null;
  const text = place.text(node.value);
  const related = place.made(node.value);
  if (type === 'NoneType') return explainNone(node.value, place);
  if (type === 'tuple')
    return {
      message: message('`{0}` is a tuple, which never changes: make it a list before, `list({0})`.', text),
      related,
    };
  if (type === 'str')
    return {
      message: message(
        '`{0}` is a text, which never changes: make a new one, for example with `replace`.',
        text,
      ),
      related,
    };
  return { message: message('The elements of `{0}`, of type `{1}`, cannot be set.', text, type), related };
}

function explainLength([, type]: RegExpExecArray, place: Place): Explained | null {
  const { call, code } = place;
  const node = call?.args[0];
  if (!call || !node || type === undefined) return null;
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
  const isWhole = call !== null && call.args.length > 0 && type !== 'NoneType';
  const of = isWhole ? call.args[0]! : call !== null && call.args.length > 0 ? call.args[0]! : node;
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
  if (value === null || type === undefined) return null;
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

/** `index 4 is out of bounds for axis 1 with size 4`. */
function explainArrayPosition([, index, axis, size]: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null) return null;
  const of = place.text(node.value);
  const last = Number(size) - 1;
  const parts = node.slice.kind === 'Tuple' ? node.slice.elts : [node.slice];
  const key = parts[Number(axis)] ?? node.slice;
  const isEye = node.value.kind === 'Call' && /\b(eye|identity)$/.test(place.text(node.value.func));
  const related = place.made(node.value, key);
  if (isEye)
    return {
      message: message(
        '`{0}` has the rows 0 to {1}, and `{2}` asks for row {3}: number the classes from 0, or make as many rows as the largest number plus one.',
        of,
        last,
        place.text(key),
        index!,
      ),
      related,
    };
  const shape = place.shapeText(node.value);
  const asked = place.text(key);
  const isWritten = asked === index;
  const unseen = isWritten
    ? message('Axis {1} of `{0}` has the positions 0 to {2}: there is no {3}.', of, axis!, last, index!)
    : message(
        'Axis {1} of `{0}` has the positions 0 to {2}, and `{4}` asks for {3}.',
        of,
        axis!,
        last,
        index!,
        asked,
      );
  const seen = isWritten
    ? message(
        '`{0}` is {4}: axis {1} has the positions 0 to {2}, there is no {3}.',
        of,
        axis!,
        last,
        index!,
        shape ?? '',
      )
    : message(
        '`{0}` is {5}: axis {1} has the positions 0 to {2}, and `{4}` asks for {3}.',
        of,
        axis!,
        last,
        index!,
        asked,
        shape ?? '',
      );
  return { message: shape === null ? unseen : seen, related };
}

function explainTooMany([, axes, asked]: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null) return null;
  const shape = place.shapeText(node.value);
  const text = place.text(node.value);
  const key = place.text(node.slice);
  return {
    message:
      shape === null
        ? message('`[{1}]` asks for {2} axes, and `{0}` has {3}.', text, key, asked!, axes!)
        : message('`[{1}]` asks for {2} axes, and `{0}` is {3}.', text, key, asked!, shape),
    related: place.made(node.value),
  };
}

function explainMask([, axis, size, masked]: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null) return null;
  return {
    message: message(
      '`{0}` chooses with {1} truth values from axis {2} of `{3}`, which has {4}: both need the same length.',
      place.text(node.slice),
      masked!,
      axis!,
      place.text(node.value),
      size!,
    ),
    related: place.made(node.value, node.slice),
  };
}

function explainRealIndex(_words: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null) return null;
  const key = place.text(node.slice);
  return {
    message: message(
      '`{0}` holds numbers with fractions, and positions are whole numbers: `{0}.astype(int)`.',
      key,
    ),
    related: place.made(node.slice),
    fixes: fix(
      'whole-positions',
      message('Change to `{0}`', `${key}.astype(int)`),
      node.slice.kind === 'Name' ? [replace(node.slice.span, `${key}.astype(int)`)] : null,
      true,
    ),
  };
}

export const containerMeanings: readonly Meaning[] = [
  { says: /^IndexError: (?:list|tuple|string|range object) index out of range$/, explain: explainPosition },
  { says: /^IndexError: list assignment index out of range$/, explain: explainPosition },
  {
    says: /^TypeError: (list|tuple|string|range) indices must be integers(?: or slices)?, not '?([\w.]+)'?$/,
    explain: explainIndexType,
  },
  { says: /^TypeError: slice indices must be integers or None/, explain: explainBound },
  { says: /^TypeError: '([\w.]+)' object cannot be interpreted as an integer$/, explain: explainCounted },
  { says: /^TypeError: '([\w.]+)' object is not subscriptable$/, explain: explainSubscripted },
  { says: /^TypeError: '([\w.]+)' object does not support item assignment$/, explain: explainAssigned },
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
  {
    says: /^IndexError: index (-?\d+) is out of bounds for axis (\d+) with size (\d+)$/,
    explain: explainArrayPosition,
  },
  {
    says: /^IndexError: too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed$/,
    explain: explainTooMany,
  },
  {
    says: /^IndexError: boolean index did not match indexed array along (?:dimension|axis) (\d+); (?:dimension|size of axis) is (\d+) but (?:size of )?corresponding boolean (?:dimension|axis) is (\d+)$/,
    explain: explainMask,
  },
  { says: /^IndexError: arrays used as indices must be of integer/, explain: explainRealIndex },
];
