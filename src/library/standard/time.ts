/** The time module. Under analysis the time of day is unknown. */

import { doubleOf, stringOf } from '../../python/builtins/conversions.ts';
import { raise, ValueError } from '../../python/errors.ts';
import { type NativeFunction, named, native, property, suspendable } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { StateKey } from '../../python/state.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { PyFloat, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { structSequence } from './namedTuples.ts';
import { formatTime, type TimeParts } from './timeFormat.ts';

/** In UTC, which is the only zone there is. */
const zoneFields: [string, Value][] = [property('tm_zone', () => 'GMT'), property('tm_gmtoff', () => 0)];

const structTime = structSequence(
  'struct_time',
  ['tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst'],
  'time',
);

for (const [name, field] of zoneFields) structTime.attributes.map.set(name, field);

/** A value that only a run knows. */
function clock(name: string, read: (py: Interpreter) => Value, kind: string): NativeFunction {
  return native(`${name}()`, (_args, py) =>
    py.running ? read(py) : new Unknown('it depends on the time of the run', kind),
  );
}

const seconds = (milliseconds: number): PyFloat => new PyFloat(milliseconds / 1000);

/** Broken-down time in UTC (a run has no time zone of its own). */
function breakDown(milliseconds: number): TimeParts {
  const date = new Date(milliseconds);
  const startOfYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    microsecond: 0,
    weekday: (date.getUTCDay() + 6) % 7,
    dayOfYear: Math.floor((milliseconds - startOfYear) / 86400000) + 1,
    zone: 'UTC',
    offset: '+0000',
  };
}

function structure(py: Interpreter, when: Value): Value {
  if (when === null && !py.running) return new Unknown('it depends on the time of the run');
  const parts = breakDown(when === null ? py.host.now() : doubleOf(py, when) * 1000);
  const { year, month, day, hour, minute, second, weekday, dayOfYear } = parts;
  return py.call(structTime, [new PyTuple([year, month, day, hour, minute, second, weekday, dayOfYear, 0])]);
}

function fromTuple(py: Interpreter, value: Value): TimeParts {
  const parts = py.collect(value).map(Number);
  if (parts.length < 9) throw raise(ValueError, 'time tuple must have at least 9 elements');
  const [year, month, day, hour, minute, second, weekday, dayOfYear] = parts;
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    microsecond: 0,
    weekday,
    dayOfYear,
    zone: 'UTC',
    offset: '+0000',
  };
}

/** What the event loop's clock has to know of `sleep`. */
interface Sleeping {
  /** Seconds slept so far. */
  slept: number;
  /** While what a thread of its own would do is done: the seconds that it would sleep, which nobody waits for. */
  inThread: number | null;
}

export const sleeping = new StateKey<Sleeping>('time.sleep', () => ({ slept: 0, inThread: null }));

/** Waits in turns of the host's event loop: Stop goes on working without a timer of the platform. */
export function* pause(py: Interpreter, milliseconds: number): Suspendable<void> {
  const end = py.host.monotonic() + milliseconds;
  while (py.host.monotonic() < end) {
    py.policy.step();
    yield* wait(Promise.resolve());
  }
}

const functions: NativeFunction[] = [
  clock('time', py => seconds(py.host.now()), 'float'),
  clock('time_ns', py => py.host.now() * 1e6, 'int'),
  clock('perf_counter', py => seconds(py.host.monotonic()), 'float'),
  clock('monotonic', py => seconds(py.host.monotonic()), 'float'),
  clock('process_time', py => seconds(py.host.monotonic()), 'float'),
  clock('thread_time', py => seconds(py.host.monotonic()), 'float'),
  clock('perf_counter_ns', py => Math.round(py.host.monotonic() * 1e6), 'int'),
  clock('monotonic_ns', py => Math.round(py.host.monotonic() * 1e6), 'int'),
  suspendable('sleep(secs, /)', function* ([duration], py) {
    const seconds = doubleOf(py, duration);
    if (seconds < 0) throw raise(ValueError, 'sleep length must be non-negative');
    const state = py.state(sleeping);
    if (state.inThread !== null) state.inThread += seconds;
    else {
      state.slept += seconds;
      if (py.running) yield* pause(py, seconds * 1000);
    }
    return null;
  }),
  native('localtime(secs=None, /)', ([when], py) => structure(py, when)),
  native('gmtime(secs=None, /)', ([when], py) => structure(py, when)),
  native('mktime(t, /)', ([tuple], py) => {
    const { year, month, day, hour, minute, second } = fromTuple(py, tuple);
    return seconds(Date.UTC(year, month - 1, day, hour, minute, second));
  }),
  native('strftime(format, t=None, /)', ([format, tuple], py) => {
    if (tuple === null && !py.running) return new Unknown('it depends on the time of the run', 'str');
    const parts = tuple === null ? breakDown(py.host.now()) : fromTuple(py, tuple);
    return formatTime(stringOf(format, 'strftime() argument 1'), parts);
  }),
  native('ctime(secs=None, /)', ([when], py) => {
    if (when === null && !py.running) return new Unknown('it depends on the time of the run', 'str');
    return formatTime(
      '%a %b %e %H:%M:%S %Y',
      breakDown(when === null ? py.host.now() : doubleOf(py, when) * 1000),
    );
  }),
];

export const module: LibraryModule = {
  name: 'time',
  entries: () => [
    ...named(...functions),
    ['struct_time', structTime],
    ['timezone', 0],
    ['altzone', 0],
    ['daylight', 0],
    ['tzname', new PyTuple(['UTC', 'UTC'])],
  ],
  source: `
def strptime(data_string, format='%a %b %d %H:%M:%S %Y'):
    from _strptime import _parts
    return struct_time(_parts(data_string, format)[:8] + (-1,))


def asctime(t=None):
    return strftime('%a %b %e %H:%M:%S %Y', localtime() if t is None else t)


class _ClockInfo:
    def __init__(self, implementation, monotonic, adjustable):
        self.implementation = implementation
        self.monotonic = monotonic
        self.adjustable = adjustable
        self.resolution = 1e-09


def get_clock_info(name):
    if name == 'time':
        return _ClockInfo('clock_gettime(CLOCK_REALTIME)', False, True)
    if name not in ('monotonic', 'perf_counter', 'process_time', 'thread_time'):
        raise ValueError('unknown clock')
    return _ClockInfo('clock_gettime(CLOCK_MONOTONIC)', True, False)
`,
};
