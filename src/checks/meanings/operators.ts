/** Operators between values that do not go together, and truth values that an array does not have. */
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { fix, replace } from '../edits.ts';
import { reference } from '../imports.ts';
import type { Explained, Meaning } from './meaning.ts';
import { explainNone } from './none.ts';
import { type Place, typeText } from './place.ts';

interface Sides {
  readonly left: Expression;
  readonly right: Expression;
}

/** The two sides of the operation that raised. */
function sidesOf(place: Place): Sides | null {
  const { node } = place;
  if (node?.kind === 'BinOp') return { left: node.left, right: node.right };
  if (node?.kind === 'Compare' && node.comparators.length === 1)
    return { left: node.left, right: node.comparators[0]! };
  // `total += 'a'`: the target is marked.
  const statement = place.statement;
  if (statement?.kind === 'AugAssign' && node?.span.end.offset === statement.target.span.end.offset)
    return { left: statement.target, right: statement.value };
  return null;
}

/** The two sides where the right one is of a type that does not go with the left one; `None` explains itself. */
function withRight(place: Place, type: string | undefined): Sides | Explained | null {
  const sides = sidesOf(place);
  if (sides === null || type === undefined) return null;
  return type === 'NoneType' ? explainNone(sides.right, place) : sides;
}

const isNumber = (type: string): boolean => /^(int|float|numpy\.(int|float|uint)\d+)$/.test(type);

function asText(place: Place, node: Expression): Explained['fixes'] {
  const text = `str(${place.code.at(node.span)})`;
  return fix(
    'write-as-text',
    message('Change to `{0}`', `str(${place.text(node)})`),
    [replace(node.span, text)],
    true,
  );
}

/** `'epochs: ' + epochs`. */
function explainJoinedText([, type]: RegExpExecArray, place: Place): Explained | null {
  const sides = withRight(place, type);
  if (sides === null || !('left' in sides)) return sides;
  const { left, right } = sides;
  return {
    message: message(
      '`+` joins a text only with another text, and `{0}` is of type `{1}`: write `str({0})`, or an f-string.',
      place.text(right),
      type,
    ),
    related: place.made(left, right),
    fixes: asText(place, right),
  };
}

/** `[1, 2] + 3`. */
function explainJoined([, kind, type]: RegExpExecArray, place: Place): Explained | null {
  const sides = withRight(place, type);
  if (sides === null || !('left' in sides)) return sides;
  const { left, right } = sides;
  const written = kind === 'list' ? `[${place.text(right)}]` : `(${place.text(right)},)`;
  return {
    message:
      type === 'list' || type === 'tuple'
        ? message(
            '`+` joins a `{0}` only with another one, and `{1}` is of type `{2}`: write `{0}({1})`.',
            kind!,
            place.text(right),
            type,
          )
        : message(
            '`{0}` is of type `{1}`, to which `+` joins only another one, and `{2}` is of type `{3}`: write `{4}` to make it longer.',
            place.text(left),
            kind!,
            place.text(right),
            type,
            written,
          ),
    related: place.made(left, right),
  };
}

function explainOperands([, symbol, leftType, rightType]: RegExpExecArray, place: Place): Explained | null {
  const sides = sidesOf(place);
  if (sides === null || leftType === undefined || rightType === undefined)
    return explainSum(place, rightType);
  const { left, right } = sides;
  if (leftType === 'NoneType') return explainNone(left, place);
  if (rightType === 'NoneType') return explainNone(right, place);
  for (const [side, type] of [
    [left, leftType],
    [right, rightType],
  ] as const)
    if (/^(method|builtin_function_or_method|function)$/.test(type)) return uncalled(side, place);
  const related = place.made(left, right);
  const isText = (type: string) => type === 'str';
  if ((isText(leftType) && isNumber(rightType)) || (isText(rightType) && isNumber(leftType))) {
    const [text, number] = isText(leftType) ? [left, right] : [right, left];
    return {
      message: message(
        '`{0}` is a text (`str`) and `{1}` is a number: `{2}` needs two numbers, `float({0})`, or two texts, `str({1})`.',
        place.text(text),
        place.text(number),
        symbol!,
      ),
      related,
    };
  }
  const list = leftType === 'list' ? left : rightType === 'list' ? right : null;
  if (list !== null) {
    const { text, edits } = reference(place.code, 'numpy', 'array');
    return {
      message: message(
        'Lists do not compute, so `{0}` is not defined for `{1}`: make an array of it, `{2}({1})`.',
        symbol!,
        place.text(list),
        text,
      ),
      related,
      fixes: fix(
        'compute-with-array',
        message('Change to `{0}`', `${text}(${place.text(list)})`),
        [...edits, replace(list.span, `${text}(${place.code.at(list.span)})`)],
        place.node?.kind === 'BinOp',
      ),
    };
  }
  return {
    message: message(
      '`{0}` is not defined between `{1}`, of type `{2}`, and `{3}`, of type `{4}`.',
      symbol!,
      place.text(left),
      leftType,
      place.text(right),
      rightType,
    ),
    related,
  };
}

/** `sum(['a', 'b'])`. */
function explainSum(place: Place, type: string | undefined): Explained | null {
  const { call } = place;
  if (call === null || type === undefined || place.called !== 'sum') return null;
  return {
    message: message(
      '`sum` adds numbers to 0, and `{0}` holds values of type `{1}`.',
      place.text(call.args[0]!),
      typeText(type),
    ),
    related: place.made(call.args[0]),
  };
}

function uncalled(node: Expression, place: Place): Explained {
  const text = place.text(node);
  return {
    message: message('`{0}` is a method that is not called: write `{0}()`.', text),
    fixes: fix(
      'call-method',
      message('Change to `{0}`', `${text}()`),
      [replace(node.span, `${place.code.at(node.span)}()`)],
      true,
    ),
  };
}

function explainRepeated([, type]: RegExpExecArray, place: Place): Explained | null {
  const sides = withRight(place, type);
  if (sides === null || !('left' in sides)) return sides;
  const { left, right } = sides;
  return {
    message: message(
      'Between `{0}` and `{1}` stands `*`, which repeats a list or text a whole number of times: to compute with numbers make an array or a number of it.',
      place.text(left),
      place.text(right),
    ),
    related: place.made(left, right),
  };
}

function explainCompared([, symbol, leftType, rightType]: RegExpExecArray, place: Place): Explained | null {
  const sides = sidesOf(place);
  if (sides === null || leftType === undefined || rightType === undefined) return null;
  const { left, right } = sides;
  if (leftType === 'NoneType') return explainNone(left, place);
  if (rightType === 'NoneType') return explainNone(right, place);
  const related = place.made(left, right);
  const text = leftType === 'str' ? left : right;
  const number = leftType === 'str' ? right : left;
  if ((leftType === 'str') !== (rightType === 'str') && isNumber(leftType === 'str' ? rightType : leftType))
    return {
      message: message(
        '`{0}` is a text (`str`) and cannot be compared with the number `{1}` by `{2}`: make it a number, `float({0})`.',
        place.text(text),
        place.text(number),
        symbol!,
      ),
      related,
    };
  return {
    message: message(
      '`{0}` does not compare `{1}`, of type `{2}`, with `{3}`, of type `{4}`.',
      symbol!,
      place.text(left),
      leftType,
      place.text(right),
      rightType,
    ),
    related,
  };
}

function explainTruth(_words: RegExpExecArray, place: Place): Explained | null {
  const { node, code } = place;
  // `min(arrays)` and `a in arrays` ask for truth values of what they compare.
  const isWithin = node?.kind === 'Call' || (node?.kind === 'Compare' && node.ops.some(op => /In$/.test(op)));
  if (node === null || isWithin) return null;
  const parent = code.parent(node);
  const joined = node.kind === 'BoolOp' ? node : parent?.kind === 'BoolOp' ? parent : null;
  if (joined !== null) {
    const sign = joined.op === 'And' ? '&' : '|';
    const areSides = joined.values.every(part => part.kind === 'Compare');
    const parts = joined.values.map(part => `(${code.at(part.span)})`);
    return {
      message: message(
        '`{0}` wants one truth value from each side, and an array has one for every element: write `{1}` between comparisons in parentheses.',
        joined.op === 'And' ? 'and' : 'or',
        sign,
      ),
      fixes: areSides
        ? fix(
            'combine-elementwise',
            message('Change to `{0}`', sign),
            [replace(joined.span, parts.join(` ${sign} `))],
            true,
          )
        : [],
    };
  }
  return {
    message: message(
      '`{0}` is an array with a truth value for every element: say which is meant, `({0}).any()` or `({0}).all()`.',
      place.text(node),
    ),
    related: place.made(node.kind === 'Compare' ? node.left : node),
  };
}

function explainZero(_words: RegExpExecArray, place: Place): Explained | null {
  const sides = sidesOf(place);
  // A power of 0 divides as well, and its exponent is not 0.
  if (sides === null || (place.node?.kind === 'BinOp' && place.node.op === 'Pow')) return null;
  return {
    message: message('`{0}` is 0 here, and nothing can be divided by 0.', place.text(sides.right)),
    related: place.made(sides.right),
  };
}

function explainUnary([, symbol, type]: RegExpExecArray, place: Place): Explained | null {
  const { node } = place;
  const operand = node?.kind === 'UnaryOp' ? node.operand : node?.kind === 'Call' ? node.args[0] : null;
  if (!operand || type === undefined) return null;
  if (type === 'NoneType') return explainNone(operand, place);
  return {
    message: message(
      '`{0}` needs a number, and `{1}` is of type `{2}`.',
      symbol!.replace(/^unary /, ''),
      place.text(operand),
      type,
    ),
    related: place.made(operand),
  };
}

function explainContained([, type]: RegExpExecArray, place: Place): Explained | null {
  const sides = withRight(place, type);
  if (sides === null || !('left' in sides)) return sides;
  return {
    message: message(
      '`in` looks into a list, a text or a dictionary, and `{0}` is of type `{1}`.',
      place.text(sides.right),
      type,
    ),
    related: place.made(sides.right),
  };
}

export const operatorMeanings: readonly Meaning[] = [
  { says: /^TypeError: can only concatenate str \(not "([\w.]+)"\) to str$/, explain: explainJoinedText },
  { says: /^TypeError: can only concatenate (list|tuple) \(not "([\w.]+)"\) to /, explain: explainJoined },
  {
    says: /^TypeError: unsupported operand type\(s\) for (.+?)=?(?: or pow\(\))?: '([\w.]+)' and '([\w.]+)'$/,
    explain: explainOperands,
  },
  { says: /^TypeError: can't multiply sequence by non-int of type '([\w.]+)'$/, explain: explainRepeated },
  {
    says: /^TypeError: '(.+)' not supported between instances of '([\w.]+)' and '([\w.]+)'$/,
    explain: explainCompared,
  },
  {
    says: /^ValueError: The truth value of (?:an array with more than one element|a Series|a DataFrame) is ambiguous/,
    explain: explainTruth,
  },
  { says: /^ZeroDivisionError: /, explain: explainZero },
  { says: /^TypeError: bad operand type for (.+): '([\w.]+)'$/, explain: explainUnary },
  { says: /^TypeError: argument of type '([\w.]+)' is not iterable$/, explain: explainContained },
];
