/** What the parts of a message must be: checks of plain values, put together to checks of whole messages. */

/** Says what is wrong with a value at `path`, or null when it is right. `accepts` only carries the type. */
export interface Check<T> {
  (value: unknown, path: string): string | null;
  readonly accepts?: T;
}

/** A check for each property; the compiler demands one for every property of T. */
export type Shape<T> = { [Key in keyof T]-?: Check<T[Key]> };
export function primitive<T>(name: string, test: (value: unknown) => boolean): Check<T> {
  return (value, path) => (test(value) ? null : `${path} should be ${name}`);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const text = primitive<string>('a string', value => typeof value === 'string');
export const number = primitive<number>('a number', value => typeof value === 'number');
export const truth = primitive<boolean>('a boolean', value => typeof value === 'boolean');
export const count = primitive<number>('a count', value => Number.isInteger(value) && (value as number) >= 0);
export const floats = primitive<Float32Array>('a Float32Array', value => value instanceof Float32Array);
export const integers = primitive<Int32Array>('an Int32Array', value => value instanceof Int32Array);
export const bytes = primitive<Uint8Array>('a Uint8Array', value => value instanceof Uint8Array);

export function maybe<T>(check: Check<T>): Check<T | null> {
  return (value, path) => (value === null ? null : check(value, path));
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value, path) => (value === undefined ? null : check(value, path));
}

export function oneOf<T extends string>(...names: T[]): Check<T> {
  return primitive<T>(`one of ${names.join(', ')}`, value => names.includes(value as T));
}

export function list<T>(check: Check<T>): Check<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) {
      return `${path} should be a list`;
    }
    for (let index = 0; index < value.length; index++) {
      const wrong = check(value[index], `${path}[${index}]`);
      if (wrong !== null) {
        return wrong;
      }
    }
    return null;
  };
}

export function dictionary<T>(check: Check<T>): Check<Record<string, T>> {
  return (value, path) => {
    if (!isObject(value)) {
      return `${path} should be an object`;
    }
    for (const [key, item] of Object.entries(value)) {
      const wrong = check(item, `${path}.${key}`);
      if (wrong !== null) {
        return wrong;
      }
    }
    return null;
  };
}

export function object<T>(shape: Shape<T>): Check<T> {
  const entries = Object.entries(shape) as [string, Check<unknown>][];
  return (value, path) => {
    if (!isObject(value)) {
      return `${path} should be an object`;
    }
    for (const [key, check] of entries) {
      const wrong = check(value[key], `${path}.${key}`);
      if (wrong !== null) {
        return wrong;
      }
    }
    return null;
  };
}

/** For parts that have their own, looser rule. */
export function custom<T>(check: (value: unknown, path: string) => string | null): Check<T> {
  return check;
}
