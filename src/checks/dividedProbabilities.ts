/** Divisions of probabilities by what the script calls a temperature, where no second softmax takes the result. */
import { type DividedScores, dividedKey } from '../library/numpy/modelScores.ts';
import type { Expression, Node, NodeOf, Span } from '../python/syntax.ts';
import type { CheckContext } from './check.ts';
import { takesProbabilities } from './predictedScores.ts';
import { isUsedAsProbabilities } from './probabilityUses.ts';
import { dottedName, literalNumber, type SourceCode } from './sourceCode.ts';

/** Probabilities and the temperature that divides them. */
export interface DividedProbabilities {
  readonly divided: DividedScores;
  /** The expression, or the statement that divides in place. */
  readonly node: Expression | NodeOf<'AugAssign'>;
  readonly values: Expression;
  readonly temperature: Expression;
}

/** Names of temperatures, the last of a dotted one. */
const names = /^(T|tau|temp|(\w+_)?(temp|temperature|T|tau)|temperature\w*)$/;

/** Every such division whose result is used as probabilities, and in no other way. */
export function* dividedProbabilities({ py, code }: CheckContext): Iterable<DividedProbabilities> {
  for (const divided of py.state(dividedKey).found) {
    if (divided.at === null || divided.by === 1 || !takesProbabilities(divided)) continue;
    const found = divisionIn(code, divided.at);
    if (found === null || !isUsedAsProbabilities(code, found.node)) continue;
    yield { divided, ...found };
  }
}

type Division = Omit<DividedProbabilities, 'divided'>;

/** The only outer division by a temperature in a statement or call. */
function divisionIn(code: SourceCode, at: Span): Division | null {
  const isIn = ({ span }: Node, around: Span) =>
    span.start.offset >= around.start.offset && span.end.offset <= around.end.offset;
  const nodes = [...code.all('BinOp'), ...code.all('Call'), ...code.all('AugAssign')];
  const found = nodes
    .filter(node => isIn(node, at))
    .map(divisionOf)
    .filter(division => division !== null)
    .filter(({ temperature }) => isTemperature(code, temperature));
  const outer = found.filter(
    ({ node }) => !found.some(other => other.node !== node && isIn(node, other.node.span)),
  );
  return outer.length === 1 ? outer[0]! : null;
}

function divisionOf(node: NodeOf<'BinOp'> | NodeOf<'Call'> | NodeOf<'AugAssign'>): Division | null {
  if (node.kind === 'AugAssign')
    return node.op === 'Div' ? { node, values: node.target, temperature: node.value } : null;
  if (node.kind === 'Call') {
    const [values, temperature] = node.args;
    const divides = /(^|\.)(true_)?divide$/.test(dottedName(node.func) ?? '');
    return divides && values && temperature ? { node, values, temperature } : null;
  }
  const { left, op, right } = node;
  if (op === 'Div') return literalNumber(left) === null ? { node, values: left, temperature: right } : null;
  if (op !== 'Mult') return null;
  const [behind, before] = [reciprocal(right), reciprocal(left)];
  if (behind !== null) return { node, values: left, temperature: behind };
  return before === null ? null : { node, values: right, temperature: before };
}

/** `T` of `1 / T`. */
function reciprocal(node: Expression): Expression | null {
  return node.kind === 'BinOp' && node.op === 'Div' && literalNumber(node.left) === 1 ? node.right : null;
}

/** Whether the script calls a number a temperature, and counts nothing with it. */
function isTemperature(code: SourceCode, node: Expression): boolean {
  if (node.kind === 'Call') {
    const isConversion = /(^|\.)(float|float32|constant|cast|abs)$/.test(dottedName(node.func) ?? '');
    return isConversion && node.args[0] !== undefined && isTemperature(code, node.args[0]);
  }
  if (node.kind === 'Subscript') {
    const { slice } = node;
    const key = slice.kind === 'Constant' && slice.value.type === 'str' ? String(slice.value.value) : '';
    return names.test(key);
  }
  if (node.kind !== 'Name' && node.kind !== 'Attribute') return false;
  const name = node.kind === 'Name' ? node.id : node.attr;
  return names.test(name) && !isCount(code, name);
}

/** `range(T)`: passes of a model whose results are averaged are called so as well. */
function isCount(code: SourceCode, name: string): boolean {
  return code
    .all('Call')
    .some(
      ({ func, args }) =>
        /(^|\.)(t?range|arange|repeat)$/.test(dottedName(func) ?? '') &&
        args.some(item => code.at(item.span).split('.').at(-1) === name),
    );
}
