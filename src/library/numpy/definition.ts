/** How a NumPy function is defined: once, with signature, documentation, and one body for both policies. */
import { PyClass } from '../../python/classes.ts';
import { FloatingPointError, MemoryError, NotImplementedError, raise } from '../../python/errors.ts';
import { type Bound, NativeFunction } from '../../python/functions.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import { parseSignature } from '../../python/signature.ts';
import { NotKnown, PyList, PyTuple, type Value } from '../../python/values.ts';
import type { Trouble } from './elementwise.ts';
import { MemoryAccount } from './memoryAccount.ts';
import { abstractArray, NdArray } from './ndarray.ts';
import { noteRowsMade } from './rowOrder.ts';
import { type AllocationLimit, TooLarge, withAllocationLimit } from './storage.ts';

/** `numpy.core._exceptions._ArrayMemoryError`. */
export const ArrayMemoryError = new PyClass('_ArrayMemoryError', [MemoryError], [], {
  module: 'numpy.core._exceptions',
});

/** What one program's NumPy is set to. */
export interface NumpySettings {
  /** The largest array under run, in bytes. */
  memoryLimit: number;
  /** What all arrays under run take together. */
  readonly memory: MemoryAccount;
  /** `np.seterr`: whether each kind of floating-point trouble is warned of, raised or ignored. */
  readonly errorHandling: Map<string, string>;
  /** Warnings already shown, by place and text: each is printed once, as Python's default filter does. */
  readonly shownWarnings: Set<string>;
}

/** The settings of one program. */
export const numpySettings = new StateKey<NumpySettings>('numpy', () => ({
  memoryLimit: 2 ** 31,
  memory: new MemoryAccount(2 ** 32),
  errorHandling: new Map([
    ['divide', 'warn'],
    ['over', 'warn'],
    ['under', 'ignore'],
    ['invalid', 'warn'],
  ]),
  shownWarnings: new Set(),
}));

/** Under analysis contents are computed up to this many elements. */
export const analysisLimit: AllocationLimit = { elements: 4096, bytes: Number.POSITIVE_INFINITY };

/** A body on bound arguments; arrays without contents must give arrays without contents. */
export type FunctionBody = (args: Bound, py: Interpreter) => Value;

/**
 * Runs a body under the policy's limits. Where contents are too large to compute during analysis, `rule` (or the
 * body itself on arrays without contents) gives shape, type and facts.
 */
export function guarded(body: FunctionBody, rule: FunctionBody | null = null): FunctionBody {
  return (args, py) => {
    const span = py.span;
    const result = py.running ? runBody(body, args, py) : analyseBody(body, rule, args, py);
    if (!(result instanceof NdArray)) return result;
    if (result.madeAt === null) result.madeAt = span;
    if (!py.running) noteRowsMade(result, py);
    return result;
  };
}

function runBody(body: FunctionBody, args: Bound, py: Interpreter): Value {
  const { memoryLimit, memory } = py.state(numpySettings);
  try {
    const limit: AllocationLimit = {
      elements: Number.POSITIVE_INFINITY,
      bytes: memoryLimit,
      take: bytes => memory.take(bytes, py),
    };
    return withAllocationLimit(limit, () => body(args, py));
  } catch (error) {
    if (error instanceof TooLarge) throw raise(ArrayMemoryError, error.message);
    if (isAllocationFailure(error)) throw raise(ArrayMemoryError, 'Unable to allocate an array of this size');
    // What is left out of the model is said in Python's own way when a script runs into it.
    if (error instanceof NotKnown) throw raise(NotImplementedError, `${error.reason} (Kerascope)`);
    throw error;
  }
}

function analyseBody(body: FunctionBody, rule: FunctionBody | null, args: Bound, py: Interpreter): Value {
  try {
    return withAllocationLimit(analysisLimit, () => body(args, py));
  } catch (error) {
    const open =
      error instanceof TooLarge || isAllocationFailure(error) || (error instanceof NotKnown && rule !== null);
    if (!open) throw error;
  }
  try {
    const given = rule === null ? args.map(withoutContents) : args;
    return withAllocationLimit(analysisLimit, () => (rule ?? body)(given, py));
  } catch (error) {
    if (error instanceof TooLarge || isAllocationFailure(error)) {
      throw new NotKnown('the array is too large to compute before it runs');
    }
    throw error;
  }
}

/** JavaScript's refusal of a typed array: a size that no rule above has met before. */
function isAllocationFailure(error: unknown): boolean {
  return (
    error instanceof RangeError && /array buffer allocation|invalid typed array length/i.test(error.message)
  );
}

/** The same value with the contents of arrays left out. */
function withoutContents(value: Value): Value {
  if (value instanceof NdArray)
    return value.data === null ? value : abstractArray(value.shape, value.dtype, value.facts);
  if (value instanceof PyTuple) return new PyTuple(value.items.map(withoutContents));
  if (value instanceof PyList && value.lost === null) return new PyList(value.items.map(withoutContents));
  return value;
}

/** Defines a function of a module. */
export function define(
  signature: string,
  documentation: string,
  body: FunctionBody,
  rule: FunctionBody | null = null,
): NativeFunction {
  const parsed = parseSignature(signature);
  return new NativeFunction({
    name: parsed.name,
    signature: parsed,
    body: guarded(body, rule),
    documentation,
  });
}

/** Defines a method of an array or scalar class. */
export function defineMethod(
  signature: string,
  documentation: string,
  body: FunctionBody,
  rule: FunctionBody | null = null,
): NativeFunction {
  const parsed = parseSignature(signature);
  return new NativeFunction({
    name: parsed.name,
    signature: parsed,
    body: guarded(body, rule),
    isMethod: true,
    documentation,
  });
}

/** Prints a warning to standard error, once per place, as Python does. Nothing under analysis. */
export function warn(py: Interpreter, category: string, text: string): void {
  if (!py.running) return;
  const line = py.span?.start.line ?? 0;
  const { shownWarnings } = py.state(numpySettings);
  const key = `${line}:${category}:${text}`;
  if (shownWarnings.has(key)) return;
  shownWarnings.add(key);
  py.host.write('stderr', `${py.host.scriptPath}:${line}: ${category}: ${text}\n`);
}

const settingOf: Record<Trouble, string> = {
  'divide by zero': 'divide',
  'invalid value': 'invalid',
  overflow: 'over',
};

/** A listener that handles floating-point trouble as `np.seterr` says. */
export function troubleListener(py: Interpreter): ((trouble: Trouble, operation: string) => void) | null {
  if (!py.running) return null;
  return (trouble, operation) => {
    const handling = py.state(numpySettings).errorHandling.get(settingOf[trouble]);
    const text = `${trouble} encountered in ${operation}`;
    if (handling === 'raise') throw raise(FloatingPointError, text);
    if (handling === 'warn') warn(py, 'RuntimeWarning', text);
  };
}
