/** Keywords that a library function once had under other names, and takes again where the program's version has them. */
import type { Interpreter } from '../interpreter.ts';
import type { Signature } from '../signature.ts';

/** The present name of an older keyword, or null where the program's version does not take it. */
export type OlderKeyword = (name: string, py: Interpreter) => string | null;

const bySignature = new WeakMap<Signature, OlderKeyword>();

/** Declares the older keywords of a function, once, where the function is made. */
export function takeOlderKeywords(signature: Signature, older: OlderKeyword): void {
  bySignature.set(signature, older);
}

/** The parameter that a keyword stands for: itself, unless it is an older name. */
export function presentKeyword(signature: Signature, name: string, py: Interpreter): string {
  return bySignature.get(signature)?.(name, py) ?? name;
}
