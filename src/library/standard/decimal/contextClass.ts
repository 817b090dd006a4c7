/** `decimal.Context` as a Python object, and the context in force. */
import { PyClass } from '../../../python/classes.ts';
import { TypeError as PyTypeError, raise, ValueError } from '../../../python/errors.ts';
import { method, named, native, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, touch, Unknown, type Value } from '../../../python/values.ts';
import {
  Context,
  currentContext,
  DivisionByZero,
  InvalidOperation,
  Overflow,
  ROUNDINGS,
  type Rounding,
  SIGNALS,
} from './context.ts';

/** The context given, else the one in force. */
export function contextOf(py: Interpreter, given: Value): Context {
  if (given instanceof Unknown) throw new NotKnown(given.reason);
  if (given instanceof Context) return given;
  if (given !== null) throw raise(PyTypeError, 'optional argument must be a context');
  const state = py.state(currentContext);
  state.context ??= new Context(py, contextClass, [InvalidOperation, DivisionByZero, Overflow]);
  return state.context;
}

/** A rounding mode as it was passed; null where none was. */
export function roundingOf(value: Value): Rounding | null {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value === null) return null;
  const found = ROUNDINGS.find(each => each === value);
  if (found !== undefined) return found;
  throw raise(
    PyTypeError,
    `valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]`,
  );
}

const context = (self: Value): Context => self as Context;

function wholeNumber(value: Value, text: string, low: number, high: number): number {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (typeof value !== 'number') throw raise(PyTypeError, 'an integer is required');
  if (value < low || value > high) throw raise(ValueError, text);
  return value;
}

/** Sets a field of a context by the name that scripts use. */
function set(self: Context, name: string, value: Value): void {
  touch(self);
  switch (name) {
    case 'prec':
      self.precision = wholeNumber(
        value,
        'valid range for prec is [1, MAX_PREC]',
        1,
        Number.MAX_SAFE_INTEGER,
      );
      return;
    case 'rounding':
      self.rounding = roundingOf(value) ?? self.rounding;
      return;
    case 'Emin':
      self.lowest = wholeNumber(value, 'valid range for Emin is [MIN_EMIN, 0]', -Number.MAX_SAFE_INTEGER, 0);
      return;
    case 'Emax':
      self.highest = wholeNumber(value, 'valid range for Emax is [0, MAX_EMAX]', 0, Number.MAX_SAFE_INTEGER);
      return;
    case 'capitals':
      self.capitals = wholeNumber(value, 'valid values for capitals are [0, 1]', 0, 1);
      return;
    default:
      self.clamp = wholeNumber(value, 'valid values for clamp are [0, 1]', 0, 1);
  }
}

function field(name: string, get: (self: Context) => Value) {
  return property(
    name,
    self => get(context(self)),
    (self, value) => set(context(self), name, value),
  );
}

/** Sets flags or traps from a list of signals or a dictionary. */
function setSignals(py: Interpreter, self: Context, table: 'flags' | 'traps', given: Value): void {
  const isOn = (each: PyClass): boolean => {
    const inside = py.contains(given, each);
    return (
      inside === true &&
      (given instanceof Object && 'entries' in given ? py.truth(py.getItem(given, each)) : true)
    );
  };
  for (const each of SIGNALS) self[table].set(each, isOn(each), py.keyRules);
}

const NAMES =
  'prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None';

/** Sets what was passed to a constructor or to `localcontext`. */
export function configure(py: Interpreter, self: Context, given: readonly Value[]): void {
  const [prec, rounding, lowest, highest, capitals, clamp, flags, traps] = given;
  const fields: [string, Value][] = [
    ['prec', prec],
    ['rounding', rounding],
    ['Emin', lowest],
    ['Emax', highest],
    ['capitals', capitals],
    ['clamp', clamp],
  ];
  for (const [name, value] of fields) if ((value ?? null) !== null) set(self, name, value);
  if ((flags ?? null) !== null) setSignals(py, self, 'flags', flags);
  if ((traps ?? null) !== null) setSignals(py, self, 'traps', traps);
}

function signalNames(self: Context, table: 'flags' | 'traps'): string {
  const on = [...self[table].entries()].filter(([, value]) => value === true);
  return `[${on.map(([key]) => (key as PyClass).name).join(', ')}]`;
}

export const contextClass: PyClass = new PyClass(
  'Context',
  [objectClass],
  [
    ...named(
      native(`__new__(cls, ${NAMES})`, ([cls, ...given], py) => {
        const made = new Context(py, cls as PyClass, [InvalidOperation, DivisionByZero, Overflow]);
        configure(py, made, given);
        return made;
      }),
      method('__init__(self, *args, **kwargs)', () => null),
      method('copy(self)', ([self], py) => context(self).copy(py)),
      method('__copy__(self)', ([self], py) => context(self).copy(py)),
      method('clear_flags(self)', ([self], py) => {
        for (const each of SIGNALS) context(self).flags.set(each, false, py.keyRules);
        return null;
      }),
      method('clear_traps(self)', ([self], py) => {
        for (const each of SIGNALS) context(self).traps.set(each, false, py.keyRules);
        return null;
      }),
      method('Etiny(self)', ([self]) => context(self).lowest - context(self).precision + 1),
      method('Etop(self)', ([self]) => context(self).highest - context(self).precision + 1),
      method('__repr__(self)', ([self]) => {
        const { precision, rounding, lowest, highest, capitals, clamp } = context(self);
        return (
          `Context(prec=${precision}, rounding=${rounding}, Emin=${lowest}, Emax=${highest}, capitals=${capitals}, ` +
          `clamp=${clamp}, flags=${signalNames(context(self), 'flags')}, traps=${signalNames(context(self), 'traps')})`
        );
      }),
    ),
    field('prec', self => self.precision),
    field('rounding', self => self.rounding),
    field('Emin', self => self.lowest),
    field('Emax', self => self.highest),
    field('capitals', self => self.capitals),
    field('clamp', self => self.clamp),
    property(
      'flags',
      self => context(self).flags,
      (self, value, py) => setSignals(py, context(self), 'flags', value),
    ),
    property(
      'traps',
      self => context(self).traps,
      (self, value, py) => setSignals(py, context(self), 'traps', value),
    ),
  ],
  { module: 'decimal' },
);
