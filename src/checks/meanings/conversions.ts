/** Conversions: of texts to numbers, of arrays to one number, of values to text. */
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { fix, replace } from '../edits.ts';
import { reference } from '../imports.ts';
import type { Explained, Meaning } from './meaning.ts';
import { explainNone } from './none.ts';
import type { Place } from './place.ts';

/** `float('12,5')`, an array of words as numbers. */
function explainNumberText([, type, text]: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  const converted = call?.func.kind === 'Attribute' && call.func.attr === 'astype' ? call.func.value : null;
  const of = converted ?? call?.args[0];
  if (!of) return null;
  const content = text!.replace(/^['"]|['"]$/g, '');
  const comma = /^\s*-?\d+,\d+\s*$/.test(content);
  const isReal = /^\s*-?\d+\.\d*\s*$/.test(content);
  const said =
    content.trim() === ''
      ? message('An empty text is no number.')
      : comma
        ? message('`{0}` has a comma, and Python reads numbers with a point: `.replace(",", ".")`.', text!)
        : type === 'int' && isReal
          ? message(
              '`{0}` is no whole number, and `int` reads only these: `int(float({1}))`.',
              text!,
              place.text(of),
            )
          : call!.func.kind === 'Attribute'
            ? message(
                '`{0}` holds texts such as `{1}`, which are no numbers: give each of them a number first.',
                place.text(of),
                text!,
              )
            : message('`{0}` is no number.', text!);
  return { message: said, related: place.made(of) };
}

/** `float(array)`, `math.sqrt(array)`. */
function explainScalar(_words: RegExpExecArray, place: Place): Explained | null {
  const { call, code } = place;
  const of = call?.args[0];
  if (!call || !of) return null;
  const shape = place.shapeText(of);
  const name = call.func.kind === 'Attribute' ? call.func.attr : '';
  const isMath = call.func.kind === 'Attribute' && place.text(call.func.value) === 'math';
  const text = place.text(of);
  const joined = joinedArrays(place);
  if (joined !== null) return joined;
  if (isMath && /^(sqrt|exp|log|log2|log10|sin|cos|tan|tanh|floor|ceil|fabs)$/.test(name)) {
    const own = reference(code, 'numpy', name);
    return {
      message: message(
        '`{0}` computes with one number, and `{1}` is an array: `{2}` computes with each element.',
        place.called,
        text,
        own.text,
      ),
      related: place.made(of),
      fixes: fix(
        'take-numpy-function',
        message('Change to `{0}`', own.text),
        [...own.edits, replace(call.func.span, own.text)],
        true,
      ),
    };
  }
  return {
    message:
      shape === null
        ? message('`{0}` makes one number, and `{1}` is an array of several.', place.called, text)
        : message(
            '`{0}` makes one number, and `{1}` is an array of several, {2}.',
            place.called,
            text,
            shape,
          ),
    related: place.made(of),
  };
}

/** `np.concatenate(a, b)`. */
function joinedArrays(place: Place): Explained | null {
  const { call, code } = place;
  if (call === null || call.args.length < 2 || !/(concatenate|stack)$/.test(place.called)) return null;
  const inside = { start: call.args[0]!.span.start, end: call.args.at(-1)!.span.end };
  const written = `(${code.at(inside)})`;
  return {
    message: message(
      '`{0}` takes the arrays as one tuple or list, and the second argument as the axis: `{0}({1})`.',
      place.called,
      written,
    ),
    related: place.made(...call.args),
    fixes: fix(
      'join-as-tuple',
      message('Change to `{0}`', `${place.called}(${written})`),
      [replace(inside, written)],
      true,
    ),
  };
}

function explainDomain(_words: RegExpExecArray, place: Place): Explained | null {
  const of = place.call?.args[0];
  if (!of) return null;
  return {
    message: message(
      '`{0}` has no real result for `{1}`: roots need 0 or more, logarithms more than 0.',
      place.called,
      place.text(of),
    ),
    related: place.made(of),
  };
}

function explainJoin([, index, type]: RegExpExecArray, place: Place): Explained | null {
  const of = place.call?.args[0];
  if (!of) return null;
  return {
    message: message(
      '`join` takes texts only, and element {0} of `{1}` is of type `{2}`: make texts of them, `map(str, {1})`.',
      index!,
      place.text(of),
      type!,
    ),
    related: place.made(of),
  };
}

function formatted(node: Expression | null): Expression | null {
  return node?.kind === 'FormattedValue' ? node.value : null;
}

function explainFormatCode([, code, type]: RegExpExecArray, place: Place): Explained | null {
  const of = formatted(place.node);
  if (of === null) return null;
  return {
    message: message(
      'The format `{0}` is for numbers, and `{1}` is of type `{2}`.',
      code!,
      place.text(of),
      type!,
    ),
    related: place.made(of),
  };
}

function explainFormat([, type]: RegExpExecArray, place: Place): Explained | null {
  const of = formatted(place.node);
  if (of === null) return null;
  if (type === 'NoneType') return explainNone(of, place);
  return {
    message: message(
      'A format such as `.2f` is for one number, and `{0}` is of type `{1}`: leave the format out, or format each element.',
      place.text(of),
      type!,
    ),
    related: place.made(of),
  };
}

function explainPercent([, code, type]: RegExpExecArray, place: Place): Explained {
  const of = place.node?.kind === 'BinOp' ? place.text(place.node.right) : place.text(place.finding.span);
  return {
    message: message(
      '`%{0}` stands for a number, and `{1}` gives it a value of type `{2}`.',
      code!,
      of,
      type!,
    ),
  };
}

function explainConverted([, wanted, type]: RegExpExecArray, place: Place): Explained | null {
  const of = place.call?.args[0];
  if (!of || place.called !== wanted) return null;
  if (type === 'NoneType') return explainNone(of, place);
  return {
    message: message(
      '`{0}` makes a number of a text or another number, and `{1}` is of type `{2}`.',
      wanted!,
      place.text(of),
      type!,
    ),
    related: place.made(of),
  };
}

export const conversionMeanings: readonly Meaning[] = [
  { says: /^ValueError: could not convert string to (float): (.+)$/, explain: explainNumberText },
  { says: /^ValueError: invalid literal for (int)\(\) with base 10: (.+)$/, explain: explainNumberText },
  {
    says: /^TypeError: only (?:length-1|0-dimensional) arrays can be converted to Python scalars$/,
    explain: explainScalar,
  },
  {
    says: /^TypeError: only integer scalar arrays can be converted to a scalar index$/,
    explain: (_words, place) => joinedArrays(place),
  },
  { says: /^ValueError: math domain error$/, explain: explainDomain },
  { says: /^TypeError: sequence item (\d+): expected str instance, ([\w.]+) found$/, explain: explainJoin },
  {
    says: /^ValueError: Unknown format code '(.+)' for object of type '([\w.]+)'$/,
    explain: explainFormatCode,
  },
  { says: /^TypeError: unsupported format string passed to ([\w.]+)\.__format__$/, explain: explainFormat },
  {
    says: /^TypeError: %(\w) format: a (?:real number|integer) is required, not ([\w.]+)$/,
    explain: explainPercent,
  },
  { says: /^TypeError: (float|int)\(\) argument must be .*, not '([\w.]+)'$/, explain: explainConverted },
];
