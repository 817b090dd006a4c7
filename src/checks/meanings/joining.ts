/** Arrays that are joined, cut, filled and made of rows that do not fit. */
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { SHAPE } from './arrays.ts';
import type { Explained, Meaning } from './meaning.ts';
import { type Place, spaced } from './place.ts';

/** The arrays of `np.concatenate([a, b])`. */
function joined(place: Place): readonly Expression[] | null {
  const [first, second] = place.call?.args ?? [];
  if (first && second && /\bappend$/.test(place.called)) return [first, second];
  return first?.kind === 'List' || first?.kind === 'Tuple' ? first.elts : null;
}

/** Two of them, by the places that NumPy names. */
function joinedPair(
  place: Place,
  one: string | undefined,
  other: string | undefined,
): [Expression, Expression] | null {
  const parts = joined(place);
  const [a, b] = [parts?.[Number(one)], parts?.[Number(other)]];
  return a && b ? [a, b] : null;
}

function explainJoinedSizes(
  [, axis, one, sizeOne, other, sizeOther]: RegExpExecArray,
  place: Place,
): Explained | null {
  const pair = joinedPair(place, one, other);
  if (pair === null) return null;
  const [a, b] = pair;
  return {
    message: message(
      '`{0}` joins arrays that are equal in all other axes, and in axis {1} `{2}` has {3} and `{4}` has {5}.',
      place.called,
      axis!,
      place.text(a),
      sizeOne!,
      place.text(b),
      sizeOther!,
    ),
    related: place.made(a, b),
  };
}

function explainJoinedAxes(
  [, one, axesOne, other, axesOther]: RegExpExecArray,
  place: Place,
): Explained | null {
  const pair = joinedPair(place, one, other);
  if (pair === null) return null;
  const [a, b] = pair;
  return {
    message: message(
      '`{0}` joins arrays of the same number of axes, and `{1}` has {2}, `{3}` has {4}.',
      place.called,
      place.text(a),
      axesOne!,
      place.text(b),
      axesOther!,
    ),
    related: place.made(a, b),
  };
}

function explainStacked(_words: RegExpExecArray, place: Place): Explained | null {
  const parts = joined(place);
  if (parts === null) return null;
  const shapes = parts.flatMap(part => {
    const shape = place.shapeText(part);
    return shape === null ? [] : [`\`${place.text(part)}\` ${shape}`];
  });
  return {
    message:
      shapes.length === parts.length && parts.length <= 4
        ? message('`{0}` needs arrays of one shape, and gets {1}.', place.called, shapes.join(', '))
        : message('`{0}` needs arrays of one shape, and these have several.', place.called),
    related: place.made(...parts),
  };
}

function assigned(place: Place): { target: Expression; value: Expression } | null {
  const { statement } = place;
  return statement?.kind === 'Assign' ? { target: statement.targets[0]!, value: statement.value } : null;
}

function explainStoredSequence(_words: RegExpExecArray, place: Place): Explained | null {
  const pair = assigned(place);
  if (pair === null || pair.target.kind !== 'Subscript') return null;
  return {
    message: message(
      '`{0}` has room for one number, and `{1}` holds several.',
      place.text(pair.target),
      place.text(pair.value),
    ),
    related: place.made(pair.target.value, pair.value),
  };
}

function explainStored([, from, into]: RegExpExecArray, place: Place): Explained | null {
  const pair = assigned(place);
  if (pair === null) return null;
  return {
    message: message(
      '`{0}` has the shape {1}, and `{2}` is {3}: they have to agree.',
      place.text(pair.target),
      spaced(into!),
      place.text(pair.value),
      spaced(from!),
    ),
    related: place.made(pair.target.kind === 'Subscript' ? pair.target.value : pair.target, pair.value),
  };
}

function explainRagged([, known]: RegExpExecArray, place: Place): Explained | null {
  const of = place.call?.args[0];
  if (!of) return null;
  return {
    message: message(
      'The rows of `{0}` have different lengths, {1}: an array needs one length for all, so pad the rows or cut them.',
      place.text(of),
      spaced(known!).replace(/ \+ inhomogeneous part$/, ''),
    ),
    related: place.made(of),
  };
}

function explainSplit(_words: RegExpExecArray, place: Place): Explained | null {
  const [of, parts] = place.call?.args ?? [];
  if (!of || !parts) return null;
  const shape = place.shapeText(of);
  return {
    message:
      shape === null
        ? message(
            '`{0}` cannot be cut into `{1}` equal parts; `np.array_split` allows unequal ones.',
            place.text(of),
            place.text(parts),
          )
        : message(
            '`{0}` is {2}, which cannot be cut into `{1}` equal parts; `np.array_split` allows unequal ones.',
            place.text(of),
            place.text(parts),
            shape,
          ),
    related: place.made(of),
  };
}

export const joiningMeanings: readonly Meaning[] = [
  {
    says: /^ValueError: all the input array dimensions except for the concatenation axis must match exactly, but along dimension (\d+), the array at index (\d+) has size (\d+) and the array at index (\d+) has size (\d+)$/,
    explain: explainJoinedSizes,
  },
  {
    says: /^ValueError: all the input arrays must have same number of dimensions, but the array at index (\d+) has (\d+) dimension\(s\) and the array at index (\d+) has (\d+) dimension\(s\)$/,
    explain: explainJoinedAxes,
  },
  { says: /^ValueError: all input arrays must have the same shape$/, explain: explainStacked },
  {
    says: /^ValueError: setting an array element with a sequence\. The requested array has an inhomogeneous shape .* The detected shape was (\(.*?\))/,
    explain: explainRagged,
  },
  { says: /^ValueError: setting an array element with a sequence\.$/, explain: explainStoredSequence },
  {
    says: new RegExp(`^ValueError: could not broadcast input array from shape ${SHAPE} into shape ${SHAPE}$`),
    explain: explainStored,
  },
  { says: /^ValueError: array split does not result in an equal division$/, explain: explainSplit },
];
