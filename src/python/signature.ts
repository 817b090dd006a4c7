/** Python signatures of library functions, written as Python and parsed once. */
import { PyFloat, PyTuple, type Value } from './values.ts';

export type ParameterKind = 'positionalOnly' | 'ordinary' | 'keywordOnly' | 'variadic' | 'keywords';

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** Undefined: required. */
  readonly default: Value | undefined;
  /** The default as written, for documentation. */
  readonly defaultText: string | null;
}

export interface Signature {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** As written, for documentation. */
  readonly text: string;
}

/**
 * Parses `name(a, b=1, /, c='x', *args, d=None, **kwargs)`. Defaults may be None, True, False, numbers, strings and
 * tuples of these; any other expression (a dotted name such as `float`) becomes a string default holding its text.
 */
export function parseSignature(text: string): Signature {
  const open = text.indexOf('(');
  const name = text.slice(0, open).trim();
  const parts = splitTopLevel(text.slice(open + 1, text.lastIndexOf(')')));
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  for (const part of parts) {
    if (part === '/') {
      for (let i = 0; i < parameters.length; i++)
        parameters[i] = { ...parameters[i], kind: 'positionalOnly' };
    } else if (part === '*') {
      keywordOnly = true;
    } else if (part.startsWith('**')) {
      parameters.push({ name: part.slice(2), kind: 'keywords', default: undefined, defaultText: null });
    } else if (part.startsWith('*')) {
      parameters.push({ name: part.slice(1), kind: 'variadic', default: undefined, defaultText: null });
      keywordOnly = true;
    } else {
      const equals = part.indexOf('=');
      const defaultText = equals < 0 ? null : part.slice(equals + 1).trim();
      parameters.push({
        name: (equals < 0 ? part : part.slice(0, equals)).trim(),
        kind: keywordOnly ? 'keywordOnly' : 'ordinary',
        default: defaultText === null ? undefined : literal(defaultText),
        defaultText,
      });
    }
  }
  return { name, parameters, text };
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let current = '';
  for (const character of text) {
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (character === ',' && depth === 0) {
      parts.push(current.trim());
      current = '';
      continue;
    }
    current += character;
  }
  if (current.trim()) parts.push(current.trim());
  return parts;
}

function literal(text: string): Value {
  if (text === 'None') return null;
  if (text === 'True') return true;
  if (text === 'False') return false;
  if (/^-?\d+$/.test(text)) return Number(text);
  if (/^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(text)) return new PyFloat(Number(text));
  if (/^(['"]).*\1$/s.test(text)) return text.slice(1, -1).replace(/\\n/g, '\n').replace(/\\r/g, '\r');
  if (text.startsWith('(') && text.endsWith(')'))
    return new PyTuple(splitTopLevel(text.slice(1, -1)).map(literal));
  return text;
}
