/** `np.datetime64(…)` and `np.timedelta64(…)`: the scalar types and what their values answer. */
import { formatString } from '../../../python/builtins/format.ts';
import type { PyClass } from '../../../python/classes.ts';
import { method, named, StaticMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, Unknown, type Value } from '../../../python/values.ts';
import { castArray } from '../casting.ts';
import { arrayOrScalar, toArray } from '../conversion.ts';
import { defineMethod } from '../definition.ts';
import { NdArray } from '../ndarray.ts';
import { makeScalar, NumpyScalar, scalarClasses } from '../scalars.ts';
import { countOfObject, pythonTime, timeElement, timeType } from './elements.ts';
import { readDate, timeRepr, timeText } from './text.ts';
import { countConverter, isTime, readUnit, type TimeType, timeTypeName } from './units.ts';

const count = (value: Value): bigint => {
  const scalar = value as NumpyScalar;
  if (scalar.value === null) throw new NotKnown('this time is not known before it runs');
  return scalar.value as bigint;
};

const typeOf = (value: Value): TimeType => timeType((value as NumpyScalar).dtype);

/** `now` and `today` by the clock of the machine, which analysis does not read. */
function countOfClock(text: string, py: Interpreter): { count: bigint; type: TimeType } {
  if (!py.running) throw new NotKnown('the time of the run is not known before it runs');
  const seconds = BigInt(Math.floor(py.host.now() / 1000));
  const second: TimeType = { kind: 'M', unit: 's', multiple: 1 };
  if (text === 'now') return { count: seconds, type: second };
  const day: TimeType = { kind: 'M', unit: 'D', multiple: 1 };
  return { count: countConverter(second, day)(seconds), type: day };
}

function makeTime(kind: 'M' | 'm', value: Value, unit: Value, py: Interpreter): Value {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (unit instanceof Unknown) throw new NotKnown(unit.reason);
  const given = unit === null ? null : { kind, ...readUnit(String(unit)) };
  if (kind === 'M' && (value === 'now' || value === 'today')) {
    const clock = countOfClock(value, py);
    const type = given ?? clock.type;
    return makeScalar(timeTypeName(type), countConverter(clock.type, type)(clock.count));
  }
  if (value instanceof NdArray) {
    const array = castArray(
      toArray(value, py),
      timeTypeName(given ?? { kind, unit: 'generic', multiple: 1 }),
    );
    return arrayOrScalar(array);
  }
  const type = given ?? naturalType(kind, value);
  const name = timeTypeName(type);
  return makeScalar(name, timeElement(value, name));
}

function naturalType(kind: 'M' | 'm', value: Value): TimeType {
  const generic: TimeType = { kind, unit: 'generic', multiple: 1 };
  if (value instanceof NumpyScalar && isTime(value.dtype)) return { ...timeType(value.dtype), kind };
  if (typeof value === 'string' && kind === 'M') return { ...generic, unit: readDate(value).unit };
  return countOfObject(value)?.type ?? generic;
}

const protocol = [
  method('__repr__(self)', ([self]) => timeRepr(count(self), typeOf(self))),
  method('__str__(self)', ([self]) => timeText(count(self), typeOf(self))),
  method('__format__(self, spec)', ([self, spec]) =>
    formatString(timeText(count(self), typeOf(self)), spec as string),
  ),
  method('item(self, *args)', ([self], py) => pythonTime(count(self), (self as NumpyScalar).dtype, py)),
  method('tolist(self)', ([self], py) => pythonTime(count(self), (self as NumpyScalar).dtype, py)),
  method('__hash__(self)', ([self]) => Number(BigInt.asIntN(52, count(self)))),
  method('__bool__(self)', ([self]) => count(self) !== 0n),
  ...(['int', 'float'] as const).map(name =>
    method(`__${name}__(self)`, ([self], py) => {
      const plain = pythonTime(count(self), (self as NumpyScalar).dtype, py);
      return py.call(py.builtins.get(name)!, [plain]);
    }),
  ),
];

/** Puts constructors and methods into both classes. */
export function installTimeScalars(): void {
  for (const [name, kind] of [
    ['datetime64', 'M'],
    ['timedelta64', 'm'],
  ] as const) {
    const cls = scalarClasses.get(name) as PyClass;
    const make = defineMethod(
      `__new__(cls, value=${kind === 'M' ? 'None' : '0'}, unit=None, /)`,
      kind === 'M' ? 'A point in time, counted in a unit.' : 'A duration, counted in a unit.',
      ([, value, unit], py) => makeTime(kind, value, unit, py),
    );
    cls.attributes.map.set('__new__', new StaticMethod(make));
    for (const [key, value] of named(...protocol)) cls.attributes.map.set(key, value);
  }
}
