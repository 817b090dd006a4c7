/** Keywords that a library function once had under other names, and takes again where the program's version has them. */
import type { ErrorDetail } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Signature } from '../signature.ts';

/** The present name of an older keyword, or null where the program's version does not take it. */
export type OlderKeyword = (name: string, py: Interpreter) => string | null;

const bySignature = new WeakMap<Signature, OlderKeyword>();

/** Declares the older keywords of a function, once, where the function is made. */
export function takeOlderKeywords(signature: Signature, older: OlderKeyword): void {
  bySignature.set(signature, older);
}

/** What to say when required arguments are missing and the call passes keywords that the function does not know. */
export type MissingDetail = (
  missing: readonly string[],
  keywords: readonly string[],
  py: Interpreter,
) => ErrorDetail | null;

const missingBySignature = new WeakMap<Signature, MissingDetail>();

/** Declares how a function explains arguments that are missing because they are misspelt. */
export function explainMissing(signature: Signature, detail: MissingDetail): void {
  missingBySignature.set(signature, detail);
}

export function missingDetail(
  signature: Signature,
  missing: readonly string[],
  keywords: readonly string[],
  py: Interpreter,
): ErrorDetail {
  return missingBySignature.get(signature)?.(missing, keywords, py) ?? {};
}

/** The parameter that a keyword stands for: itself, unless it is an older name. */
export function presentKeyword(signature: Signature, name: string, py: Interpreter): string {
  return bySignature.get(signature)?.(name, py) ?? name;
}
