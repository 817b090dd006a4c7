/** The part of a script that an error stands at, as explanations ask for it: its texts, and where its values were made. */

import type { Related } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { message } from '../../python/message.ts';
import type { Expression, NodeOf, Span, Statement } from '../../python/syntax.ts';
import type { Finding } from '../finding.ts';
import type { NamedArray, Shape } from '../remedies/remedy.ts';
import { tupleText } from '../remedies/remedy.ts';
import type { Call, FunctionNode, SourceCode } from '../sourceCode.ts';

export type FunctionDefinition = NodeOf<'FunctionDef'> | NodeOf<'AsyncFunctionDef'>;

/** An assignment or another statement that gives a name its value. */
export interface Making {
  readonly target: Span;
  /** Null where the value comes from a loop, a `with` or the parts of another value. */
  readonly value: Expression | null;
  readonly statement: Statement;
}

/** What is longer is not quoted whole. */
const LONGEST_TEXT = 48;

export class Place {
  readonly finding: Finding;
  readonly code: SourceCode;
  readonly py: Interpreter;
  /** The expression that raises; the whole call where only what is called is marked. */
  readonly node: Expression | null;
  private readonly arrays: () => readonly NamedArray[];

  constructor(finding: Finding, code: SourceCode, py: Interpreter, arrays: () => readonly NamedArray[]) {
    this.finding = finding;
    this.code = code;
    this.py = py;
    this.arrays = arrays;
    const node = code.expressionAt(finding.span) ?? valueOf(code, finding.span);
    const parent = node === null ? null : code.parent(node);
    const several = parent !== null && parent.span.start.line !== parent.span.end.line;
    this.node = several && parent.kind === 'Call' && parent.func === node ? parent : node;
  }

  /** The call that raises. */
  get call(): Call | null {
    return this.node?.kind === 'Call' ? this.node : null;
  }

  /** The statement around the error. */
  get statement(): Statement | null {
    return this.node === null ? null : this.code.statementAround(this.node);
  }

  /** An expression as the script writes it, shortened where it is long. */
  text(node: Expression | Span): string {
    const span = 'kind' in node ? node.span : node;
    const whole = this.code.at(span).replace(/\s+/g, ' ');
    if (whole.length <= LONGEST_TEXT) return whole;
    if ('kind' in node && node.kind === 'Call') return `${this.text(node.func)}(…)`;
    return `${whole.slice(0, LONGEST_TEXT - 1)}…`;
  }

  /** What is called, as the script writes it. */
  get called(): string {
    return this.call === null ? this.text(this.finding.span) : this.text(this.call.func);
  }

  /** The shape of the array that a name stands for here; null where that is not seen. */
  shapeOf(node: Expression | null | undefined): Shape | null {
    if (node?.kind !== 'Name') return null;
    const before = this.arrays().filter(
      ({ name, span }) => name === node.id && span.start.offset < node.span.start.offset,
    );
    return before.at(-1)?.shape ?? null;
  }

  /** ` (100, 3)` behind a name, or nothing. */
  shapeText(node: Expression | null | undefined): string | null {
    const shape = this.shapeOf(node);
    return shape === null ? null : tupleText(shape);
  }

  /** Where a name got the value that it has here; null where that is not certain. */
  makingOf(node: Expression | null | undefined): Making | null {
    if (node?.kind !== 'Name') return null;
    const scope = this.code.functionAround(node);
    const makings = makingsOf(this.code, node.id);
    const inside = (owner: FunctionNode | null) =>
      makings.filter(({ statement }) => this.code.functionAround(statement) === owner);
    const isBefore = ({ statement, target }: Making) =>
      (/Assign$/.test(statement.kind) ? statement.span : target).end.offset <= node.span.start.offset;
    const local = inside(scope).filter(isBefore);
    if (local.length > 0) return local.at(-1)!;
    const outside = scope === null ? [] : inside(null);
    return outside.length === 1 ? outside[0]! : null;
  }

  /** "made here" for each of some names. */
  made(...nodes: readonly (Expression | null | undefined)[]): Related[] {
    const places = nodes.flatMap(node => {
      const making = this.makingOf(node);
      if (making === null || node?.kind !== 'Name') return [];
      return [{ span: making.target, message: message('`{0}` gets its value here.', node.id) }];
    });
    const seen = new Set<number>();
    return places.filter(({ span }) => !seen.has(span.start.offset) && seen.add(span.start.offset));
  }

  /** A function of the script by its name; null where there is none or several. */
  functionNamed(name: string): FunctionDefinition | null {
    const found = [...this.code.all('FunctionDef'), ...this.code.all('AsyncFunctionDef')].filter(
      node => node.name === name,
    );
    return found.length === 1 ? found[0]! : null;
  }

  /** Where a function stands that is called. */
  defined(func: FunctionDefinition | null): Related[] {
    return func === null
      ? []
      : [{ span: func.nameSpan, message: message('`{0}` is defined here.', func.name) }];
  }
}

/** What a statement computes that is marked as a whole. */
function valueOf(code: SourceCode, { start, end }: Span): Expression | null {
  const statements = [...code.all('Assign'), ...code.all('Expr'), ...code.all('Return')];
  const found = statements.find(
    ({ span }) => span.start.offset === start.offset && span.end.offset === end.offset,
  );
  return found?.value ?? null;
}

/** Every statement that binds a name, in the order of the text. */
export function makingsOf(code: SourceCode, name: string): Making[] {
  const found: Making[] = [];
  const note = (target: Expression, value: Expression | null, statement: Statement) => {
    if (target.kind === 'Name' && target.id === name) found.push({ target: target.span, value, statement });
    else if (target.kind === 'Tuple' || target.kind === 'List')
      for (const each of target.elts) note(each, null, statement);
    else if (target.kind === 'Starred') note(target.value, null, statement);
  };
  for (const node of code.all('Assign')) for (const target of node.targets) note(target, node.value, node);
  for (const node of code.all('AnnAssign')) if (node.value !== null) note(node.target, node.value, node);
  for (const node of code.all('AugAssign')) note(node.target, null, node);
  for (const node of code.all('For')) note(node.target, null, node);
  for (const node of code.all('With'))
    for (const item of node.items) if (item.optional_vars) note(item.optional_vars, null, node);
  return found.sort((a, b) => a.target.start.offset - b.target.start.offset);
}

/** The name of a type as code: `None` for its only value. */
export function typeText(name: string): string {
  return name === 'NoneType' ? 'None' : name;
}

/** The tuple that NumPy writes without spaces: `(100, 3)` for `(100,3)`. */
export function spaced(shape: string): string {
  return shape.replace(/,(?=[^\s)])/g, ', ');
}
