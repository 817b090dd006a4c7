/** Arguments that functions of Python, NumPy, scikit-learn and Matplotlib refuse, and assertions that do not hold. */
import { message } from '../../python/message.ts';
import { tupleText } from '../remedies/remedy.ts';
import type { Explained, Meaning } from './meaning.ts';
import { explainNone } from './none.ts';
import { type Place, spaced } from './place.ts';

/** The assertion that raises, with what is known of its two sides. */
function explainAssertion(_words: RegExpExecArray, place: Place): Explained | null {
  const { node } = place;
  if (node === null || place.finding.code !== 'assertion') return null;
  const shape =
    node.kind === 'Compare' && node.left.kind === 'Attribute' && node.left.attr === 'shape'
      ? place.shapeOf(node.left.value)
      : null;
  if (shape !== null && node.kind === 'Compare' && node.left.kind === 'Attribute')
    return {
      message: message(
        '`{0}` is {1}, so that `{2}` does not hold.',
        place.text(node.left),
        tupleText(shape),
        place.text(node),
      ),
      related: place.made(node.left.value),
    };
  return {
    message: message('The assertion `{0}` does not hold here.', place.text(node)),
    related: node.kind === 'Compare' ? place.made(node.left, ...node.comparators) : place.made(node),
  };
}

/** `Dense('64')`. */
function explainSetting([, name, value]: RegExpExecArray, place: Place): Explained {
  return {
    message: message(
      '`{0}` is a whole number above 0, and `{1}` is passed.',
      name!,
      place.node === null ? value! : place.text(place.node),
    ),
    related: place.made(place.node),
  };
}

function explainRounded([, type, method]: RegExpExecArray, place: Place): Explained | null {
  const of = place.call?.args[0];
  if (!of) return null;
  if (type === 'NoneType') return explainNone(of, place);
  return {
    message: message('`{0}` needs a number, and `{1}` is of type `{2}`.', method!, place.text(of), type!),
    related: place.made(of),
  };
}

function explainPath([, type]: RegExpExecArray, place: Place): Explained | null {
  if (place.call === null) return null;
  if (type === 'NoneType' && place.call.args.length === 1) return explainNone(place.call.args[0], place);
  return {
    message: message(
      '`{0}` takes file names, which are texts, and one argument is of type `{1}`.',
      place.called,
      type!,
    ),
  };
}

function explainFields(_words: RegExpExecArray, place: Place): Explained {
  return {
    message: message(
      'The text `{0}` has more fields than there are values to put into them.',
      textOfFields(place),
    ),
  };
}

function textOfFields(place: Place): string {
  const { node } = place;
  const whole =
    node?.kind === 'BinOp'
      ? node.left
      : node?.kind === 'Call' && node.func.kind === 'Attribute'
        ? node.func.value
        : null;
  return place.text(whole ?? place.finding.span);
}

function explainJson([, what, line, column]: RegExpExecArray): Explained {
  return {
    message: /double quotes/.test(what!)
      ? message(
          'The text is no JSON at line {0}, column {1}: names and texts stand in double quotes there.',
          line!,
          column!,
        )
      : message('The text is no JSON at line {0}, column {1}.', line!, column!),
  };
}

function explainSqueeze(_words: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  if (call?.func.kind !== 'Attribute') return null;
  const isMethod = place.makingOf(call.func.value) !== null;
  const of = isMethod ? call.func.value : call.args[0];
  if (!of) return null;
  const shape = place.shapeText(of);
  return {
    message:
      shape === null
        ? message('Only axes of size 1 can be squeezed out of `{0}`.', place.text(of))
        : message('Only axes of size 1 can be squeezed out, and `{0}` is {1}.', place.text(of), shape),
    related: place.made(of),
  };
}

function explainMatrix([, problem]: RegExpExecArray, place: Place): Explained | null {
  const of = place.call?.args[0];
  if (!of) return null;
  return {
    message: /Singular/.test(problem!)
      ? message('`{0}` is a singular matrix, which has no inverse.', place.text(of))
      : message('`{0}` takes square matrices, and `{1}` is none.', place.called, place.text(of)),
    related: place.made(of),
  };
}

function explainScale([, name]: RegExpExecArray, place: Place): Explained {
  return { message: message('`{0}` needs a `{1}` of 0 or more.', place.called, name!) };
}

function explainUnseen([, label]: RegExpExecArray, place: Place): Explained | null {
  const owner = place.call?.func.kind === 'Attribute' ? place.call.func.value : null;
  if (owner === null) return null;
  return {
    message: message(
      '`{0}` has met no label {1} in `fit`: fit it on all labels that there are.',
      place.text(owner),
      label!,
    ),
    related: place.made(owner),
  };
}

function explainTestSize([, size, count]: RegExpExecArray, place: Place): Explained {
  return {
    message: message(
      '`test_size={0}` is a number of samples, and `{1}` gets {2} in all: a share is written as a fraction such as 0.2.',
      size!,
      place.called,
      count!,
    ),
  };
}

function explainRare(_words: RegExpExecArray, place: Place): Explained {
  return {
    message: message('`stratify` needs two samples of each class, and one class has a single one.'),
    related: place.made(place.call?.keywords.find(({ arg }) => arg === 'stratify')?.value),
  };
}

function explainPoints([, first, second]: RegExpExecArray, place: Place): Explained | null {
  const [x, y] = place.call?.args ?? [];
  if (!x || !y) return null;
  return {
    message: message(
      '`{0}` draws a point for each pair, and `{1}` is {2}, `{3}` is {4}.',
      place.called,
      place.text(x),
      spaced(first!),
      place.text(y),
      spaced(second!),
    ),
    related: place.made(x, y),
  };
}

/** Methods of data sets that call a function with the parts of each element. */
const callsWithParts = new Set(['map', 'filter', 'flat_map', 'interleave', 'take_while']);

/** `ds.map(lambda x: …)` where an element is a pair. */
function explainElements([, takes, gets]: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  const func = call?.func;
  const [given] = call?.args ?? [];
  if (func?.kind !== 'Attribute' || !callsWithParts.has(func.attr) || given === undefined) return null;
  return {
    message: message(
      '`{0}` calls the function with the {1} parts of an element, and it takes {2}: `lambda x, y: …` takes two.',
      place.text(func),
      gets!,
      takes!,
    ),
    span: given.span,
    related: place.made(given),
  };
}

export const functionMeanings: readonly Meaning[] = [
  {
    says: /^TypeError: (?:in user code:.*)?[\w<>.]+\(\) takes (\d+) positional arguments? but (\d+) (?:was|were) given$/s,
    explain: explainElements,
  },
  { says: /^AssertionError/, explain: explainAssertion },
  {
    says: /^ValueError: Received an invalid value for `(\w+)`, expected a positive integer\. Received: \w+=(.+)$/,
    explain: explainSetting,
  },
  { says: /^TypeError: type ([\w.]+) doesn't define __(round)__ method$/, explain: explainRounded },
  { says: /^TypeError: expected str, bytes or os\.PathLike object, not ([\w.]+)$/, explain: explainPath },
  {
    says: /^(?:IndexError: Replacement index \d+ out of range|TypeError: not enough arguments for format string)/,
    explain: explainFields,
  },
  { says: /^JSONDecodeError: (.*): line (\d+) column (\d+) /, explain: explainJson },
  { says: /^ValueError: cannot select an axis to squeeze out/, explain: explainSqueeze },
  {
    says: /^LinAlgError: (Singular matrix|Last 2 dimensions of the array must be square)$/,
    explain: explainMatrix,
  },
  { says: /^ValueError: (scale|sigma) < 0$/, explain: explainScale },
  { says: /^ValueError: y contains previously unseen labels: (.+)$/, explain: explainUnseen },
  {
    says: /^ValueError: test_size=(\d+) should be either positive and smaller than the number of samples (\d+)/,
    explain: explainTestSize,
  },
  { says: /^ValueError: The least populated class in y has only 1 member/, explain: explainRare },
  {
    says: /^ValueError: x and y must have same first dimension, but have shapes (\(.*?\)) and (\(.*?\))$/,
    explain: explainPoints,
  },
];
