/** Ways to soften or sharpen probabilities as a temperature should, in place of dividing them. */
import type { Expression } from '../python/syntax.ts';
import type { CheckContext } from './check.ts';
import type { DividedProbabilities } from './dividedProbabilities.ts';
import { type Edit, removeLines, replace } from './edits.ts';
import { throughBoundNames } from './imports.ts';
import { type Call, dottedName, type SourceCode } from './sourceCode.ts';

/** `softmax(z) / T` becomes `softmax(z / T)`. */
export function insideSoftmax({ code }: CheckContext, found: DividedProbabilities): Edit[] | null {
  const { node, values, temperature } = found;
  const softmax = node.kind === 'AugAssign' ? null : softmaxOf(code, values);
  const logits = softmax?.args[0];
  if (softmax == null || logits === undefined || divides(logits)) return null;
  const start = softmax.span.start.offset;
  const before = code.text.slice(start, logits.span.start.offset);
  const after = code.text.slice(logits.span.end.offset, softmax.span.end.offset);
  return [replace(node.span, `${before}${quotient(code, logits, temperature)}${after}`)];
}

function softmaxOf(code: SourceCode, values: Expression): Call | null {
  if (values.kind !== 'Call' || !/(^|[._])softmax$/i.test(dottedName(values.func) ?? '')) return null;
  return code.at(values.span).includes('\n') ? null : values;
}

function divides(node: Expression): boolean {
  return node.kind === 'BinOp' && node.op === 'Div';
}

function quotient(code: SourceCode, values: Expression, divisor: Expression): string {
  return `${operand(code, values)} / ${operand(code, divisor)}`;
}

/** An expression as an operator may take it. */
function operand(code: SourceCode, node: Expression): string {
  const text = code.at(node.span);
  const isPlain = /^(Name|Attribute|Call|Subscript|Constant)$/.test(node.kind);
  return isPlain ? text : `(${text})`;
}

/** The power of the probabilities, as shares of its sum; of tensors the softmax of their logarithms, which is the same. */
export function asPower({ code }: CheckContext, found: DividedProbabilities): Edit[] | null {
  const { node, values, temperature, divided } = found;
  if (node.kind !== 'AugAssign' && softmaxOf(code, values) !== null) return null;
  if (!divided.isArray) {
    const tensorflow = throughBoundNames(code, 'keras')?.match(/^(\w+)\.keras$/)?.[1];
    if (tensorflow === undefined || node.kind === 'AugAssign') return null;
    const logits = `${tensorflow}.math.log(${code.at(values.span)}) / ${operand(code, temperature)}`;
    return [replace(node.span, `${tensorflow}.nn.softmax(${logits})`)];
  }
  const power = `(1 / ${operand(code, temperature)})`;
  const statement = node.kind === 'AugAssign' ? node : code.parent(node);
  if (statement?.kind !== 'AugAssign' && statement?.kind !== 'Assign') return null;
  const target = statement.kind === 'AugAssign' ? statement.target : statement.targets[0]!;
  if (target.kind !== 'Name' || statement.span.start.line !== statement.span.end.line) return null;
  const { start, end } = statement.span;
  const indent = code.text.slice(start.offset - start.column, start.offset);
  if (indent.trim() !== '' || !/^[ \t]*(#.*)?$/m.test(restOfLine(code, end.offset))) return null;
  const whole =
    node.kind === 'AugAssign'
      ? replace(node.span, `${target.id} **= ${power}`)
      : replace(node.span, `${operand(code, values)} ** ${power}`);
  const lineEnd = end.offset + restOfLine(code, end.offset).length;
  const shares = `\n${indent}${target.id} /= ${target.id}.sum(axis=-1, keepdims=True)`;
  return [whole, { span: code.span(lineEnd, lineEnd), text: shares }];
}

function restOfLine(code: SourceCode, from: number): string {
  return code.text.slice(from).split('\n', 1)[0]!;
}

/** What was divided, as it is. */
export function withoutTemperature({ code }: CheckContext, found: DividedProbabilities): Edit[] | null {
  const { node, values } = found;
  if (node.kind !== 'AugAssign') return [replace(node.span, code.at(values.span))];
  const around = code.parent(node);
  const isAlone =
    around !== null && 'body' in around && Array.isArray(around.body) && around.body.length === 1;
  return isAlone ? null : [removeLines(code, node.span)];
}
