/** Keywords that a library function once had under other names, and takes again where the program's version has them. */
import { type ErrorDetail, NotImplementedError, type PythonError, raise } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Signature } from '../signature.ts';
import { StateKey } from '../state.ts';
import { NotKnown, type Value } from '../values.ts';

/** The present name of an older keyword, or null where the program's version does not take it. */
export type OlderKeyword = (name: string, py: Interpreter) => string | null;

const bySignature = new WeakMap<Signature, OlderKeyword>();

/** Declares the older keywords of a function, once, where the function is made. */
export function takeOlderKeywords(signature: Signature, older: OlderKeyword): void {
  bySignature.set(signature, older);
}

/** What to say of missing arguments. */
export interface MissingExplanation extends ErrorDetail {
  /** Python's words, where the program's version calls the function or its parameters otherwise. */
  readonly words?: string;
}

/** What to say when required arguments are missing, perhaps since keywords are passed that the function does not know. */
export type MissingDetail = (
  missing: readonly string[],
  keywords: readonly string[],
  py: Interpreter,
) => MissingExplanation | null;

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
): MissingExplanation | null {
  return missingBySignature.get(signature)?.(missing, keywords, py) ?? null;
}

/** What a function raises where it is given more values than it has parameters; null for Python's words. */
export type TooMany = (given: readonly Value[], py: Interpreter) => PythonError | null;

const tooManyBySignature = new WeakMap<Signature, TooMany>();

/** Declares how a function explains values that it has no parameters for. */
export function explainTooMany(signature: Signature, error: TooMany): void {
  tooManyBySignature.set(signature, error);
}

export function tooManyError(
  signature: Signature,
  given: readonly Value[],
  py: Interpreter,
): PythonError | null {
  return tooManyBySignature.get(signature)?.(given, py) ?? null;
}

/** The parameter that a keyword stands for: itself, unless it is an older name. */
export function presentKeyword(signature: Signature, name: string, py: Interpreter): string {
  return bySignature.get(signature)?.(name, py) ?? name;
}

/**
 * Whether a library's function takes an argument in a version that the program may be written for, though the one that
 * is modelled does not: by keyword, or null for one that stands too far behind to be taken by its position.
 */
export type OtherArgument = (module: string, callable: string, keyword: string | null) => boolean;

const otherArgumentKey = new StateKey<OtherArgument[]>('otherArguments', () => []);

export function takeOtherArguments(py: Interpreter, took: OtherArgument): void {
  const known = py.state(otherArgumentKey);
  if (!known.includes(took)) known.push(took);
}

/** Leaves a call unknown, or refuses it by name in a run, that the library takes in another version. */
export function refuseOther(py: Interpreter, module: string, callable: string, keyword: string | null): void {
  const name = callable.replace(/\.__init__$/, '');
  if (!py.state(otherArgumentKey).some(took => took(module, name.replace(/^.*\./, ''), keyword))) return;
  const what = keyword === null ? `arguments of ${name} by position` : `the argument ${keyword} of ${name}`;
  if (!py.running) throw new NotKnown(`${what}: another version takes it`);
  throw raise(NotImplementedError, `${what}, as another version takes it, is not supported by Kerascope`);
}
