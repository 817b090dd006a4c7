/** Reading the arguments of a constructor: conversions with Keras's error messages, blamed on the argument. */

import type { PyDict } from '../../../python/collections.ts';
import { raise, TypeError, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { classOf, isInstance } from '../../../python/types.ts';
import { NotKnown, PyFloat, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { NdArray, ndarrayClass, numbersOf } from '../../numpy/ndarray.ts';
import { isNumpyScalar, plainValue } from '../../numpy/scalars.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { type ByVersion, ofVersion, type Raised, raiseInWords } from '../versionWords.ts';

/** A Python number as JavaScript's, or undefined when the value is none. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  if (value instanceof PyFloat) return value.value;
  if (isNumpyScalar(value)) return numberOf(plainValue(value));
  if (value instanceof NdArray && value.shape.length === 0) {
    const numbers = numbersOf(value);
    return numbers === null ? undefined : numbers[0];
  }
  return undefined;
}

export class ArgumentReader {
  readonly py: Interpreter;
  readonly className: string;
  private readonly values: Map<string, Value>;
  private readonly renamed: Readonly<Record<string, string>>;
  /** Old names that were used, with the names they stand for. */
  readonly oldNames = new Map<string, string>();
  /** What the script passed for parameters that only earlier versions had, where it is written for one of them. */
  readonly former = new Map<string, Value>();

  constructor(
    py: Interpreter,
    className: string,
    values: Map<string, Value>,
    renamed: Readonly<Record<string, string>> = {},
  ) {
    this.py = py;
    this.className = className;
    this.values = values;
    this.renamed = renamed;
  }

  /** Notes which keywords are old names of parameters; they stay in `rest` for Keras 3's error. */
  acceptRenamed(rest: PyDict): void {
    for (const key of rest.keys()) {
      const name = this.renamed[key as string];
      if (name !== undefined) this.oldNames.set(key as string, name);
    }
  }

  /** Whether a script for Keras 1 passes the arguments; the architectures of Keras are written as those of today are. */
  get areOfFirst(): boolean {
    return this.py.state(kerasVersionKey).current === 1 && this.py.frame?.file.isLibrary !== true;
  }

  /** The names of the parameters. */
  names(): string[] {
    return [...this.values.keys()];
  }

  /** Those that a misspelt one may stand for: a script for Keras 1 has them by their first names. */
  namesToMean(): string[] {
    return [...(this.areOfFirst ? Object.keys(this.renamed) : []), ...this.names()];
  }

  /** The argument as it is; throws NotKnown for an unknown one. */
  value(name: string): Value {
    const value = this.values.get(name);
    if (value instanceof Unknown) throw new NotKnown(value.reason);
    return value === undefined ? null : value;
  }

  /** The argument, unknown or not. */
  raw(name: string): Value {
    return this.values.get(name) ?? null;
  }

  /** Keras's words, or those of each version. */
  fail(name: string, words: Raised | ByVersion<Raised>, code = 'invalid-argument'): never {
    const versions = typeof words === 'string' || Array.isArray(words) ? { 3: words as Raised } : words;
    throw raiseInWords(this.py, versions as ByVersion<Raised>, {
      code,
      blame: { kind: 'argument', name },
    });
  }

  boolean(name: string): boolean {
    return this.py.truth(this.value(name));
  }

  string(name: string): string {
    const value = this.value(name);
    if (typeof value !== 'string')
      throw raise(
        TypeError,
        `Expected a string for argument \`${name}\`. Received: ${name}=${this.py.repr(value)}`,
      );
    return value;
  }

  optionalString(name: string): string | null {
    const value = this.value(name);
    return typeof value === 'string' ? value : null;
  }

  number(name: string): number {
    const value = numberOf(this.value(name));
    if (value === undefined) {
      throw raise(
        TypeError,
        `Expected a number for argument \`${name}\`. Received: ${name}=${this.py.repr(this.value(name))}`,
        {
          blame: { kind: 'argument', name },
        },
      );
    }
    return value;
  }

  optionalNumber(name: string): number | null {
    return this.value(name) === null ? null : this.number(name);
  }

  integer(name: string): number {
    return Math.trunc(this.number(name));
  }

  optionalInteger(name: string): number | null {
    return this.value(name) === null ? null : this.integer(name);
  }

  /** A positive integer; Keras's words for anything else. */
  positiveInteger(name: string): number {
    const value = this.value(name);
    const number = numberOf(value);
    if (number !== undefined && Number.isInteger(number) && number > 0) return number;
    const shown = this.py.str(value);
    // `int(units)` reads texts of digits.
    const read = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : 0;
    if (read > 0 && ofVersion(this.py, { 1: false, 2: true, 3: false })) return read;
    const told = `Received an invalid value for \`${name}\`, expected a positive integer. Received: ${name}=${shown}`;
    const noInteger = `'${classOf(value).name}' object cannot be interpreted as an integer`;
    this.fail(name, {
      3: told,
      2: typeof value === 'string' ? `invalid literal for int() with base 10: '${shown}'` : told,
      1:
        number === undefined || !Number.isInteger(number)
          ? [TypeError, noInteger]
          : 'negative dimensions are not allowed',
    });
  }

  /** `words` tells in each version's words what is none of them. */
  oneOf<T extends string>(
    name: string,
    allowed: readonly T[],
    words?: (given: string) => ByVersion<Raised>,
  ): T {
    const given = this.value(name);
    const value = (typeof given === 'string' ? given : this.py.str(given)).toLowerCase() as T;
    if (!allowed.includes(value)) {
      this.fail(
        name,
        words?.(value) ??
          `The \`${name}\` argument must be one of ${formatNames(allowed)}. Received: ${name}=${value}`,
      );
    }
    return value;
  }

  /** A tuple of integers (None stays null) from a tuple, list or single integer. */
  dims(name: string): (number | null)[] {
    return dimsOf(this.py, this.value(name));
  }

  /** `axis`-like arguments: an integer or several. */
  integers(name: string): number[] {
    const value = this.value(name);
    if (value instanceof PyTuple || value instanceof PyList)
      return value.items.map(item => Math.trunc(numberOf(item) ?? 0));
    return [this.integer(name)];
  }
}

/** `['valid', 'same']` as Python prints a set of strings. */
export function formatNames(names: readonly string[]): string {
  return `{${names.map(name => `'${name}'`).join(', ')}}`;
}

/** Dimensions from a Python shape; an unknown one is null. */
export function dimsOf(py: Interpreter, value: Value): (number | null)[] {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof PyTuple || value instanceof PyList) {
    if (value instanceof PyList && value.lost) throw new NotKnown(value.lost.reason);
    return value.items.map(item => dimOf(py, item));
  }
  if (isInstance(value, ndarrayClass)) return [...(numbersOf(value as NdArray) ?? [])];
  if (value instanceof TensorObject && !py.running)
    throw new NotKnown('a shape is the value of a tensor, which is known only when it runs');
  return [dimOf(py, value)];
}

function dimOf(py: Interpreter, value: Value): number | null {
  if (value === null || value instanceof Unknown) return null;
  const number = numberOf(value);
  if (number === undefined) {
    if (value instanceof TensorObject && !py.running)
      throw new NotKnown('a size is the value of a tensor, which is known only when it runs');
    throw raise(ValueError, `Cannot convert '${py.str(value)}' to a shape.`);
  }
  return Math.trunc(number);
}
