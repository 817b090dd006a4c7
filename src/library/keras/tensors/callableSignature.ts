/** Which parameters a Python callable takes, for calls that pass `training` or `mask` only where they are wanted. */
import { PyFunction } from '../../../python/evaluate/function.ts';
import { BoundMethod, NativeFunction } from '../../../python/functions.ts';
import type { Value } from '../../../python/values.ts';

/** Names of the parameters a callable accepts by keyword; `takesKeywords` when it has `**kwargs`. */
export function parametersOf(callee: Value): {
  readonly names: readonly string[];
  readonly takesKeywords: boolean;
} {
  if (callee instanceof BoundMethod) return parametersOf(callee.func);
  if (callee instanceof NativeFunction) {
    return {
      names: callee.signature.parameters.map(parameter => parameter.name),
      takesKeywords: callee.signature.parameters.some(parameter => parameter.kind === 'keywords'),
    };
  }
  if (callee instanceof PyFunction) {
    const { positional, keywordOnly, keywords } = callee.code.parameters;
    return {
      names: [...positional, ...keywordOnly].map(item => item.name),
      takesKeywords: keywords !== null,
    };
  }
  return { names: [], takesKeywords: false };
}

/** Whether a callable accepts this keyword. */
export function accepts(callee: Value, name: string): boolean {
  if (callee instanceof BoundMethod) return accepts(callee.func, name);
  if (callee instanceof NativeFunction)
    return callee.signature.parameters.some(parameter => parameter.name === name);
  return parametersOf(callee).names.includes(name);
}
