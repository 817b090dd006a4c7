/** CPython's messages for wrong numbers of arguments to functions that take them by position only. */
import { TypeError as PyTypeError, type PythonError, raise } from '../errors.ts';
import type { Signature } from '../signature.ts';
import { classOf } from '../types.ts';
import type { Value } from '../values.ts';

/** Built-in functions that also take their arguments by keyword; C names what is missing by its position. */
const KEYWORD_BUILT_INS: ReadonlySet<string> = new Set(['round', 'pow', 'open', 'compile', 'print']);

/** The error, or null for functions that also take keywords: these are described by their parameters' names. */
export function wrongCount(
  signature: Signature,
  given: number,
  self: Value | undefined | null,
): PythonError | null {
  const { parameters } = signature;
  const isMethod = parameters[0]?.name === 'self' || parameters[0]?.name === 'cls';
  const own = (isMethod ? parameters.slice(1) : parameters).filter(
    parameter => parameter.kind !== 'keywordOnly',
  );
  const isMixed =
    own.some(parameter => parameter.kind === 'positionalOnly') &&
    own.every(parameter => parameter.kind === 'positionalOnly' || parameter.kind === 'ordinary');
  if (!isMethod && isMixed && given > own.length && own.at(-1)!.kind === 'ordinary') {
    return raise(PyTypeError, `${signature.name}() takes at most ${own.length} arguments (${given} given)`);
  }
  if (KEYWORD_BUILT_INS.has(signature.name) && given < own.length && own[given].default === undefined) {
    const missing = `'${own[given].name}' (pos ${given + 1})`;
    return raise(PyTypeError, `${signature.name}() missing required argument ${missing}`);
  }
  if (own.some(parameter => parameter.kind !== 'positionalOnly')) return null;
  if (parameters.length > 0 && parameters[0].kind !== 'positionalOnly') return null;
  const count = isMethod && self === undefined ? given - 1 : given;
  const required = own.filter(parameter => parameter.default === undefined).length;
  const name = qualified(signature.name, isMethod ? self : undefined);
  if (own.length === 0) return raise(PyTypeError, `${name}() takes no arguments (${count} given)`);
  if (own.length === 1 && required === 1 && !parameters.some(parameter => parameter.kind === 'keywordOnly')) {
    return raise(PyTypeError, `${name}() takes exactly one argument (${count} given)`);
  }
  const limit = count < required ? required : own.length;
  const bound = required === own.length ? '' : count < required ? 'at least ' : 'at most ';
  return raise(
    PyTypeError,
    `${signature.name} expected ${bound}${limit} argument${limit === 1 ? '' : 's'}, got ${count}`,
  );
}

/** `list.append`: the built-in class that the method belongs to. */
function qualified(name: string, self: Value | undefined | null): string {
  if (self === undefined || self === null) return name;
  const owner = classOf(self).mro.find(cls => !cls.userDefined);
  return owner === undefined ? name : `${owner.name}.${name}`;
}

/** The message for a keyword that the function does not take. */
export function unexpectedKeyword(signature: Signature, name: string): string {
  return KEYWORD_BUILT_INS.has(signature.name)
    ? `'${name}' is an invalid keyword argument for ${signature.name}()`
    : `${signature.name}() got an unexpected keyword argument '${name}'`;
}
