/** Reads the tokens of one logical line forwards and back again, and remembers how far anybody looked. */

import type { Source } from '../source.ts';
import type { LogicalLine, Token } from '../tokens.ts';

/** What an expression is, as far as messages tell one from another. */
export interface Shape {
  /** CPython's word for it in messages: `literal`, `function call`… */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** The elements of a list or tuple; what a starred expression unpacks; the left side of a comparison by `in`. */
  readonly parts: readonly Shape[];
}

/** As many rules may be remembered. */
const mostMemos = 16;

type Rule = () => Shape | null;

export const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

export class TokenReader {
  readonly source: Source;
  readonly tokens: readonly Token[];
  at = 0;
  /** The last token that was looked at: where CPython says that the syntax is invalid. */
  furthest = 0;
  /** Whether mistakes are named; else what is mistaken is just no match. */
  naming = true;
  private readonly levels: number[] = [];
  private readonly known = new Map<number, { shape: Shape | null; at: number }>();

  constructor(source: Source, line: LogicalLine) {
    this.source = source;
    const start = line.end + /^[ \t]*/.exec(source.text.slice(line.end, line.end + 200))![0].length;
    const end: Token = { type: 'operator', text: '', source: '', start, end: start };
    this.tokens = [...line.tokens, end];
    let level = 0;
    for (const { type, text } of this.tokens) {
      if (type === 'operator' && /^[([{]$/.test(text)) level++;
      else if (type === 'operator' && /^[)\]}]$/.test(text)) level--;
      this.levels.push(level);
    }
  }

  peek(ahead = 0): Token {
    const index = Math.min(this.at + ahead, this.tokens.length - 1);
    this.furthest = Math.max(this.furthest, index);
    return this.tokens[index]!;
  }

  /** Whether the next token is this operator or keyword. */
  is(...texts: string[]): boolean {
    const { type, text } = this.peek();
    return type !== 'string' && texts.includes(text);
  }

  take(...texts: string[]): Token | null {
    if (!this.is(...texts)) return null;
    return this.tokens[this.at++]!;
  }

  isName(ahead = 0): boolean {
    const { type, text } = this.peek(ahead);
    return type === 'name' && !keywords.has(text);
  }

  name(): Token | null {
    return this.isName() ? this.tokens[this.at++]! : null;
  }

  atEnd(): boolean {
    return this.peek() === this.tokens.at(-1);
  }

  /** Whether anybody looked at the end of the line. */
  get sawEnd(): boolean {
    return this.furthest === this.tokens.length - 1;
  }

  /** How many brackets are open after the last token that was taken. */
  get level(): number {
    return this.levels[this.at - 1] ?? 0;
  }

  get lastEnd(): number {
    return this.tokens[this.at - 1]?.end ?? this.tokens[0]!.start;
  }

  /** Goes back where the rule does not match. */
  attempt<T>(rule: () => T | null): T | null {
    const before = this.at;
    const found = rule();
    if (found === null) this.at = before;
    return found;
  }

  /** Whether the rule matches from here, without going on. */
  ahead(rule: () => unknown): boolean {
    const before = this.at;
    const found = rule();
    this.at = before;
    return found !== null && found !== false;
  }

  /** Remembers under a number of the rule's own what it found, so that going back costs nothing the second time. */
  once(memo: number, rule: Rule): Shape | null {
    const key = (this.at * mostMemos + memo) * 2 + (this.naming ? 1 : 0);
    const known = this.known.get(key);
    if (known !== undefined) {
      this.at = known.at;
      return known.shape;
    }
    const shape = this.attempt(rule);
    this.known.set(key, { shape, at: this.at });
    return shape;
  }

  /** Reads without naming mistakes. */
  plainly(rule: Rule): Shape | null {
    const before = this.naming;
    this.naming = false;
    try {
      return this.attempt(rule);
    } finally {
      this.naming = before;
    }
  }

  shape(kind: string, start: number, parts: readonly Shape[] = []): Shape {
    return { kind, start, end: this.lastEnd, parts };
  }

  /** Names the mistake between two places. */
  fail(from: { start: number }, to: { end: number }, template: string, ...args: string[]): never {
    return this.source.fail(from.start, to.end, template, ...args);
  }

  /** The token that must come here. */
  expect(text: string): void {
    if (this.take(text) === null) this.fail(this.peek(), this.peek(), "expected '{0}'", text);
  }
}
