/** Elements of arrays by their positions. */
import { message } from '../../python/message.ts';
import { fix, replace } from '../edits.ts';
import { reference } from '../imports.ts';
import type { Explained, Meaning } from './meaning.ts';
import type { Place } from './place.ts';
import { subscript } from './positions.ts';

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

/** `classes[np.argmax(rows, axis=1)]` of a list. */
function explainArrayIndex(_words: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null) return null;
  const text = place.text(node.value);
  const array = reference(place.code, 'numpy', 'array');
  return {
    message: message(
      '`{0}` is a list, which takes one position, and `{1}` is an array of several: make it an array, `{2}({0})`.',
      text,
      place.text(node.slice),
      array.text,
    ),
    related: place.made(node.value, node.slice),
    fixes: fix(
      'index-array-of-list',
      message('Change to `{0}`', `${array.text}(${text})`),
      [...array.edits, replace(node.value.span, `${array.text}(${place.code.at(node.value.span)})`)],
      true,
    ),
  };
}

/** `rows['a']` of an array. */
function explainArrayKey(_words: RegExpExecArray, place: Place): Explained | null {
  const node = subscript(place);
  if (node === null) return null;
  return {
    message: message(
      '`{0}` is an array, whose positions are whole numbers, slices and arrays of these: `{1}` is none of them.',
      place.text(node.value),
      place.text(node.slice),
    ),
    related: place.made(node.value, node.slice),
  };
}

export const arrayPositionMeanings: readonly Meaning[] = [
  {
    says: /^TypeError: only integer scalar arrays can be converted to a scalar index$/,
    explain: explainArrayIndex,
  },
  { says: /^IndexError: only integers, slices \(`:`\), ellipsis/, explain: explainArrayKey },
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
