/** Arrays whose shapes or types do not go together. */
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { readShape, type Shape, tupleText } from '../remedies/remedy.ts';
import type { Explained, Meaning } from './meaning.ts';
import { type Place, spaced } from './place.ts';

/** Functions and methods that compute with two arrays as they are. */
const OF_TWO =
  /(?:^|\.)(?:dot|matmul|inner|vdot|add|subtract|multiply|divide|true_divide|power|maximum|minimum|greater|less|equal|not_equal)$/;

/** The two operands of an operator or of a function that takes two arrays. */
function operandsOf(place: Place): [Expression, Expression] | null {
  const { node, statement } = place;
  if (node?.kind === 'BinOp') return [node.left, node.right];
  if (node?.kind === 'Compare' && node.comparators.length === 1) return [node.left, node.comparators[0]!];
  if (node?.kind === 'Call') {
    const { func, args } = node;
    // Inside of others the arrays are those of their own.
    if (!OF_TWO.test(place.text(func))) return null;
    // `a.dot(b)` has its first operand in front.
    const isModule =
      func.kind === 'Attribute' && func.value.kind === 'Name' && place.makingOf(func.value) === null;
    if (func.kind === 'Attribute' && !isModule && args.length >= 1) return [func.value, args[0]!];
    if (args.length >= 2) return [args[0]!, args[1]!];
  }
  if (statement?.kind === 'AugAssign' && node?.span.end.offset === statement.target.span.end.offset)
    return [statement.target, statement.value];
  return null;
}

const symbols: Readonly<Record<string, string>> = {
  Add: '+',
  Sub: '-',
  Mult: '*',
  Div: '/',
  FloorDiv: '//',
  Mod: '%',
  Pow: '**',
  MatMult: '@',
};

function operation(place: Place): string {
  const { node, statement } = place;
  if (node?.kind === 'BinOp') return symbols[node.op] ?? node.op;
  if (statement?.kind === 'AugAssign' && node?.kind !== 'Call') return `${symbols[statement.op] ?? ''}=`;
  return place.called;
}

/** The last axis whose sizes are neither equal nor 1, counted from the end. */
function clash(a: Shape, b: Shape): { axis: number; sizes: [number, number] } | null {
  for (let back = 1; back <= Math.min(a.length, b.length); back++) {
    const [x, y] = [a.at(-back), b.at(-back)];
    if (x === null || y === null || x === undefined || y === undefined) continue;
    if (x !== y && x !== 1 && y !== 1) return { axis: -back, sizes: [x, y] };
  }
  return null;
}

function explainBroadcast([, first, second]: RegExpExecArray, place: Place): Explained | null {
  const sides = operandsOf(place);
  const [a, b] = [readShape(first!), readShape(second!)];
  if (sides === null || a === null || b === null) return null;
  const found = clash(a, b);
  if (found === null) return null;
  return {
    message: message(
      '`{0}` is {1} and `{2}` is {3}: `{4}` needs the same size in each axis, or 1, and axis {5} has {6} and {7}.',
      place.text(sides[0]),
      tupleText(a),
      place.text(sides[1]),
      tupleText(b),
      operation(place),
      found.axis,
      ...found.sizes,
    ),
    related: place.made(...sides),
  };
}

function explainAligned([, first, second, left, right]: RegExpExecArray, place: Place): Explained | null {
  const sides = operandsOf(place);
  if (sides === null) return null;
  return {
    message: message(
      '`{0}` is {1} and `{2}` is {3}: `{4}` multiplies rows with columns and needs the same length, here {5} and {6}.',
      place.text(sides[0]),
      spaced(first!),
      place.text(sides[1]),
      spaced(second!),
      operation(place),
      left!,
      right!,
    ),
    related: place.made(...sides),
  };
}

function explainMatrices([, right, left]: RegExpExecArray, place: Place): Explained | null {
  const sides = operandsOf(place);
  if (sides === null) return null;
  const [a, b] = [place.shapeText(sides[0]), place.shapeText(sides[1])];
  const [one, other] = sides.map(side => place.text(side)) as [string, string];
  return {
    message:
      a === null || b === null
        ? message(
            '`{2}` multiplies the rows of `{0}`, of {3} numbers, with the columns of `{1}`, of {4}: both need the same length.',
            one,
            other,
            operation(place),
            left!,
            right!,
          )
        : message(
            '`{0}` is {1} and `{2}` is {3}: `{4}` multiplies rows with columns and needs the same length, here {5} and {6}.',
            one,
            a,
            other,
            b,
            operation(place),
            left!,
            right!,
          ),
    related: place.made(...sides),
  };
}

function explainReshape([, size, target]: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  if (call?.func.kind !== 'Attribute') return null;
  const shape = readShape(target!);
  const isFunction =
    call.func.value.kind === 'Name' && place.makingOf(call.func.value) === null && call.args.length > 1;
  const of = isFunction ? call.args[0]! : call.func.value;
  if (shape === null || !of) return null;
  const known = place.shapeText(of);
  const sizes = shape.map(part => part ?? 1);
  const product = sizes.reduce((all, part) => all * part, 1);
  const related = place.made(of);
  const text = place.text(of);
  const has = known === null ? size! : `${known} = ${size}`;
  if (product < 0)
    return {
      message: message(
        '`{0}` has {1} values, which cannot be put into {2}: {3} is no multiple of {4}.',
        text,
        has,
        spaced(target!),
        size!,
        -product,
      ),
      related,
    };
  return {
    message: message(
      '`{0}` has {1} values, and {2} holds {3}: a reshape keeps their number.',
      text,
      has,
      spaced(target!),
      product,
    ),
    related,
  };
}

function explainAxis([, axis, axes]: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  if (call?.func.kind !== 'Attribute') return null;
  const isMethod = call.func.value.kind !== 'Name' || place.makingOf(call.func.value) !== null;
  const of = isMethod ? call.func.value : call.args[0];
  if (!of) return null;
  const shape = place.shapeText(of);
  const text = place.text(of);
  const last = Number(axes) - 1;
  const one =
    shape === null
      ? message('`{0}` has one axis, number 0: there is no axis {1}.', text, axis!)
      : message('`{0}` is {2}, with one axis, number 0: there is no axis {1}.', text, axis!, shape);
  const several =
    shape === null
      ? message('The axes of `{0}` are numbered 0 to {2}: there is no axis {1}.', text, axis!, last)
      : message('`{0}` is {3}, with axes 0 to {2}: there is no axis {1}.', text, axis!, last, shape);
  return { message: last === 0 ? one : several, related: place.made(of) };
}

function explainTransposed(_words: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  if (call?.func.kind !== 'Attribute') return null;
  const isMethod = place.makingOf(call.func.value) !== null;
  const of = isMethod ? call.func.value : call.args[0];
  const shape = place.shapeOf(of);
  if (!of || shape === null) return null;
  return {
    message: message(
      '`{0}` is {1}, {2} axes: a transpose names each of them once.',
      place.text(of),
      tupleText(shape),
      shape.length,
    ),
    related: place.made(of),
  };
}

function explainTextArray(_words: RegExpExecArray, place: Place): Explained | null {
  const sides = operandsOf(place) ?? (place.call?.func.kind === 'Attribute' ? [place.call.func.value] : null);
  if (sides === null) return null;
  return {
    message: message(
      'There are texts or objects in `{0}`, with which NumPy cannot compute: make numbers of them first, `.astype(float)`.',
      sides.map(side => place.text(side)).join('`, `'),
    ),
    related: place.made(...sides),
  };
}

function explainCast([, from, into]: RegExpExecArray, place: Place): Explained | null {
  const sides = operandsOf(place);
  if (sides === null) return null;
  const [target, value] = sides.map(side => place.text(side)) as [string, string];
  return {
    message: message(
      '`{0}` holds values of type `{1}`, and `{2}` would put `{3}` into it: write `{0} = {0} …`, or make it of that type, `{0}.astype({4})`.',
      target,
      into!,
      `${operation(place)} ${value}`,
      from!,
      /float/.test(from!) ? 'float' : `'${from}'`,
    ),
    related: place.made(...sides),
  };
}

function explainSample(_words: RegExpExecArray, place: Place): Explained | null {
  const [of, count] = place.call?.args ?? [];
  if (!of) return null;
  return {
    message: message(
      '`{0}` has fewer elements than `{1}` asks for, and none may be drawn twice: take less, or `replace=True`.',
      place.text(of),
      count ? place.text(count) : 'size',
    ),
    related: place.made(of),
  };
}

function explainBounds(_words: RegExpExecArray, place: Place): Explained | null {
  const [low, high] = place.call?.args ?? [];
  if (!low) return null;
  return {
    message:
      high === undefined
        ? message(
            '`{0}` draws from 0 up to below `{1}`, and there is no number between.',
            place.called,
            place.text(low),
          )
        : message(
            '`{0}` draws from `{1}` up to below `{2}`, and there is no number between.',
            place.called,
            place.text(low),
            place.text(high),
          ),
    related: place.made(low, high),
  };
}

function explainWhere(_words: RegExpExecArray, place: Place): Explained {
  return {
    message: message(
      '`{0}` takes a condition alone, or with both what stands where it holds and what stands elsewhere.',
      place.called,
    ),
  };
}

/** A shape as NumPy writes it. */
export const SHAPE = String.raw`(\([\d,\sNone?]*\))`;

export const arrayMeanings: readonly Meaning[] = [
  {
    says: new RegExp(
      `^ValueError: operands could not be broadcast together with shapes ${SHAPE} ${SHAPE}\\s*$`,
    ),
    explain: explainBroadcast,
  },
  {
    says: new RegExp(
      `^ValueError: shapes ${SHAPE} and ${SHAPE} not aligned: (\\d+) \\(dim \\d+\\) != (\\d+) \\(dim \\d+\\)$`,
    ),
    explain: explainAligned,
  },
  { says: /^ValueError: matmul: .*\(size (\d+) is different from (\d+)\)$/, explain: explainMatrices },
  {
    says: /^ValueError: cannot reshape array of size (\d+) into shape (\([-\d,\s]*\))$/,
    explain: explainReshape,
  },
  {
    says: /^(?:AxisError|numpy\.AxisError): axis (-?\d+) is out of bounds for array of dimension (\d+)$/,
    explain: explainAxis,
  },
  { says: /^ValueError: axes don't match array$/, explain: explainTransposed },
  {
    says: /^(?:TypeError|UFuncTypeError): ufunc '\w+' (?:not supported for the input types|did not contain a loop)/,
    explain: explainTextArray,
  },
  {
    says: /^UFuncTypeError: Cannot cast ufunc '\w+' output from dtype\('(\w+)'\) to dtype\('(\w+)'\)/,
    explain: explainCast,
  },
  { says: /^ValueError: Cannot take a larger sample than population/, explain: explainSample },
  { says: /^ValueError: low >= high$/, explain: explainBounds },
  { says: /^ValueError: either both or neither of x and y should be given$/, explain: explainWhere },
];
