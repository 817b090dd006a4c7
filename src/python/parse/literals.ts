/** Converts string literals: plain, bytes, f-strings, and several side by side. */

import type { Expression, FormattedValue, JoinedStr } from '../syntax.ts';
import { type Concrete, fieldOf, requiredField } from './concrete.ts';
import { expression, spanOf, textOf } from './expressions.ts';
import type { Source } from './source.ts';
import { decodeBytes, decodeString, readPrefix, type StringPrefix } from './strings.ts';

/** A string or the replacement fields and strings of an f-string, in the order of the text. */
type Piece = { value: string; start: number; end: number } | FormattedValue;

export function stringLiteral(source: Source, node: Concrete): Expression {
  const literals = node.type === 'string' ? [node] : node.children;
  const prefixes = literals.map(literal => readPrefix(textOf(source, literal.children[0]!)));
  if (prefixes.some(prefix => prefix.quote === '`')) {
    source.fail(node.start, node.end, "invalid syntax: write '{0}' instead of backticks", 'repr(...)');
  }
  if (prefixes.some(prefix => prefix.bytes)) return bytesLiteral(source, node, literals, prefixes);
  const pieces: Piece[] = [];
  literals.forEach((literal, index) => {
    const prefix = prefixes[index]!;
    if (prefix.formatted) formattedPieces(source, literal, prefix, pieces);
    else {
      const [from, to] = contents(source, literal);
      const value = decodeString(source, from, to, prefix.raw);
      pieces.push({ value, start: literal.start, end: literal.end });
    }
  });
  const span = spanOf(source, node);
  if (prefixes.some(prefix => prefix.formatted)) {
    return { kind: 'JoinedStr', values: joined(source, pieces), span };
  }
  const value = pieces.map(piece => ('kind' in piece ? '' : piece.value)).join('');
  const unicode = prefixes[0]!.unicode;
  return {
    kind: 'Constant',
    value: unicode ? { type: 'str', value, prefix: 'u' } : { type: 'str', value },
    span,
  };
}

/** Where the text between the quotes starts and ends. */
function contents(source: Source, literal: Concrete): [number, number] {
  const first = literal.children[0]!;
  const last = literal.children[literal.children.length - 1]!;
  if (last.type !== 'string_end') source.fail(literal.start, literal.end, 'unterminated string literal');
  // The start of the last node is not reliable: it swallows backslashes of raw strings.
  return [first.end, literal.end - readPrefix(textOf(source, first)).quote.length];
}

function bytesLiteral(
  source: Source,
  node: Concrete,
  literals: readonly Concrete[],
  prefixes: readonly StringPrefix[],
): Expression {
  if (!prefixes.every(prefix => prefix.bytes)) {
    return source.fail(node.start, node.end, 'cannot mix bytes and nonbytes literals');
  }
  const parts = literals.map((literal, index) => {
    const [from, to] = contents(source, literal);
    return decodeBytes(source, from, to, prefixes[index]!.raw);
  });
  const value = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    value.set(part, offset);
    offset += part.length;
  }
  return { kind: 'Constant', value: { type: 'bytes', value }, span: spanOf(source, node) };
}

function formattedPieces(source: Source, literal: Concrete, prefix: StringPrefix, pieces: Piece[]): void {
  const [from, to] = contents(source, literal);
  let start = from;
  for (const child of literal.children) {
    if (child.type !== 'interpolation') continue;
    textPiece(source, start, child.start, prefix.raw, pieces);
    replacementField(source, child, prefix.raw, pieces);
    start = child.end;
  }
  textPiece(source, start, to, prefix.raw, pieces);
}

function textPiece(source: Source, start: number, end: number, raw: boolean, pieces: Piece[]): void {
  if (start === end) return;
  const value = unbrace(source, start, end, raw);
  if (value !== '') pieces.push({ value, start, end });
}

/** Decodes text of an f-string, in which braces are doubled, apart from those of `\N{…}`. */
function unbrace(source: Source, start: number, end: number, raw: boolean): string {
  let value = '';
  let from = start;
  const text = source.text;
  for (let index = start; index < end; index++) {
    const character = text[index];
    if (character === '\\' && !raw) {
      if (text.startsWith('\\N{', index)) index = Math.max(text.indexOf('}', index), index);
      else if (text[index + 1] !== '{' && text[index + 1] !== '}') index++;
    } else if ((character === '{' || character === '}') && text[index + 1] === character && index + 1 < end) {
      value += decodeString(source, from, index + 1, raw);
      index++;
      from = index + 1;
    } else if (character === '}') source.fail(index, index + 1, "f-string: single '}' is not allowed");
  }
  return value + decodeString(source, from, end, raw);
}

const conversions: Readonly<Record<string, FormattedValue['conversion']>> = {
  '!s': 115,
  '!r': 114,
  '!a': 97,
};

function replacementField(source: Source, node: Concrete, raw: boolean, pieces: Piece[]): void {
  const inside = requiredField(node, 'expression');
  if (inside.type === 'named_expression') {
    pieces.push(alignedName(source, node, inside));
    return;
  }
  const value = expression(source, inside);
  const conversionNode = fieldOf(node, 'type_conversion');
  const specifier = fieldOf(node, 'format_specifier');
  let conversion: FormattedValue['conversion'] = -1;
  if (conversionNode !== null) {
    const text = textOf(source, conversionNode);
    conversion =
      conversions[text] ??
      source.fail(
        conversionNode.start,
        conversionNode.end,
        "f-string: invalid conversion character: expected 's', 'r', or 'a'",
      );
  }
  const equals = node.children.find(child => child.type === '=' && child.start >= inside.end);
  if (equals !== undefined) {
    const after = /^\s*/.exec(source.text.slice(equals.end))![0].length;
    const start = node.start + 1;
    const end = equals.end + after;
    pieces.push({ value: source.text.slice(start, end), start, end });
    if (conversionNode === null && specifier === null) conversion = 114;
  }
  pieces.push({
    kind: 'FormattedValue',
    value,
    conversion,
    format_spec: specifier === null ? null : formatSpecifier(source, specifier, raw),
    span: spanOf(source, node),
  });
}

/** `{x:=10}` pads `x` to ten places; it assigns nothing. */
function alignedName(source: Source, node: Concrete, inside: Concrete): FormattedValue {
  const name = requiredField(inside, 'name');
  const start = inside.children.find(child => child.type === ':=')!.start;
  const end = node.end - 1;
  const span = source.span(start, end);
  const spec: Expression = {
    kind: 'Constant',
    value: { type: 'str', value: source.text.slice(start + 1, end) },
    span: source.span(start + 1, end),
  };
  return {
    kind: 'FormattedValue',
    value: expression(source, name),
    conversion: -1,
    format_spec: { kind: 'JoinedStr', values: [spec], span },
    span: spanOf(source, node),
  };
}

function formatSpecifier(source: Source, node: Concrete, raw: boolean): JoinedStr {
  const pieces: Piece[] = [];
  let start = node.start + 1;
  for (const child of node.children) {
    if (child.type !== 'format_expression') continue;
    if (child.start > start) {
      pieces.push({ value: decodeString(source, start, child.start, raw), start, end: child.start });
    }
    replacementField(source, child, raw, pieces);
    start = child.end;
  }
  if (node.end > start) {
    pieces.push({ value: decodeString(source, start, node.end, raw), start, end: node.end });
  }
  return { kind: 'JoinedStr', values: joined(source, pieces), span: spanOf(source, node) };
}

/** Joins neighbouring strings, and drops empty ones, as CPython does. */
function joined(source: Source, pieces: readonly Piece[]): Expression[] {
  const values: Expression[] = [];
  let text = '';
  let start = -1;
  let end = -1;
  const flush = () => {
    if (text !== '')
      values.push({ kind: 'Constant', value: { type: 'str', value: text }, span: source.span(start, end) });
    text = '';
    start = -1;
  };
  for (const piece of pieces) {
    if ('kind' in piece) {
      flush();
      values.push(piece);
    } else {
      text += piece.value;
      if (start < 0) start = piece.start;
      end = piece.end;
    }
  }
  flush();
  return values;
}
