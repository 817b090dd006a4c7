/** Elements by their positions: of lists, texts and arrays. */
import { message } from '../../python/message.ts';
import type { Expression, NodeOf } from '../../python/syntax.ts';
import { fix, replace } from '../edits.ts';
import type { Explained, Meaning } from './meaning.ts';
import { explainNone } from './none.ts';
import type { Place } from './place.ts';

/** The subscript that raises. */
export function subscript(place: Place): NodeOf<'Subscript'> | null {
  return place.node?.kind === 'Subscript' ? place.node : null;
}

/** How many elements a list has that is written out; null for anything else. */
export function lengthOf(node: Expression | null | undefined): number | null {
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
  const isCut = place.code
    .all('Delete')
    .some(({ targets }) =>
      targets.some(target => target.kind === 'Subscript' && place.code.at(target.value.span) === text),
    );
  const length = changes || isCut ? null : lengthOf(place.makingOf(node.value)?.value ?? node.value);
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
export function ofFraction(node: Expression, place: Place): Explained {
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
  if (type === 'History')
    return {
      message: message('`{0}` is what `fit` returns: its numbers are in `{0}.history`.', text),
      related: place.made(node.value),
      fixes: fix(
        'read-history',
        message('Change to `{0}`', `${text}.history`),
        [replace({ start: node.value.span.end, end: node.value.span.end }, '.history')],
        true,
      ),
    };
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
/** `table.iloc[:, 5]`. */
function explainTablePosition(_words: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null) return null;
  return {
    message: message(
      '`{0}` counts rows and columns from 0, and `[{1}]` is beyond the last one.',
      place.text(node.value),
      place.text(node.slice),
    ),
  };
}

export const positionMeanings: readonly Meaning[] = [
  {
    says: /^IndexError: (?:single positional indexer is|positional indexers are) out-of-bounds$/,
    explain: explainTablePosition,
  },
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
];
