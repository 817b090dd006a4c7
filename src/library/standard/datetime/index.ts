/** The datetime module, in Python; only the clock and `strftime` are native. Under analysis "now" is unknown. */
import { indexOf, stringOf } from '../../../python/builtins/conversions.ts';
import type { PyClass } from '../../../python/classes.ts';
import { named, native } from '../../../python/functions.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { type PyTuple, Unknown } from '../../../python/values.ts';
import { formatTime } from '../timeFormat.ts';
import { CALENDAR } from './calendar.ts';
import { DATES } from './dates.ts';
import { DURATIONS } from './durations.ts';
import { MOMENTS } from './moments.ts';
import { TIMES } from './times.ts';
import { ZONES } from './zones.ts';
export const module: LibraryModule = {
  name: 'datetime',
  entries: () =>
    named(
      native('_named_whole(cls)', ([cls]) => {
        (cls as PyClass).errorName = `datetime.${(cls as PyClass).name}`;
        return cls;
      }),
      native('_now(make, kind, *zone)', ([make, kind, zone], py) =>
        py.running
          ? py.call(make, [Math.round(py.host.now() * 1000), ...(zone as PyTuple).items])
          : new Unknown('it depends on the time of the run', String(kind)),
      ),
      native('_format(format, *parts)', ([format, parts], py) => {
        const values = (parts as PyTuple).items;
        const number = (index: number) => indexOf(py, values[index]);
        return formatTime(stringOf(format, 'strftime() argument 1'), {
          year: number(0),
          month: number(1),
          day: number(2),
          hour: number(3),
          minute: number(4),
          second: number(5),
          microsecond: number(6),
          weekday: number(7),
          dayOfYear: number(8),
          zone: String(values[9]),
          offset: String(values[10]),
        });
      }),
    ),
  source: [CALENDAR, DURATIONS, ZONES, DATES, TIMES, MOMENTS].join('\n\n'),
};
