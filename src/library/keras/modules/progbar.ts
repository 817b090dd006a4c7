/** `keras.utils.Progbar`: the progress line for loops of a script's own. */
import type { PyClass } from '../../../python/classes.ts';
import { method } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { Unknown, type Value } from '../../../python/values.ts';
import { numberOf } from '../objects/arguments.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { ProgressBar } from '../training/progress.ts';

interface Settings {
  readonly bar: ProgressBar;
  readonly target: number | null;
  readonly stateful: ReadonlySet<string>;
  /** Sum and weight of each value, whose mean is shown. */
  readonly sums: Map<string, [number, number]>;
  seen: number;
}

function update(py: Interpreter, settings: Settings, current: number, values: Value, finalize: Value): void {
  const step = current - settings.seen;
  for (const pair of values === null ? [] : py.collect(values)) {
    const [name, value] = py.collect(pair);
    const number = numberOf(value);
    if (value instanceof Unknown || number === undefined) continue;
    const key = py.str(name);
    const isFirst = !settings.sums.has(key);
    if (settings.stateful.has(key)) settings.sums.set(key, [number, 1]);
    else {
      const weight = Math.max(step, 1);
      const [sum, count] = isFirst ? [0, 0] : settings.sums.get(key)!;
      settings.sums.set(key, [sum + number * weight, count + weight]);
    }
  }
  settings.seen = current;
  const { target, bar, sums } = settings;
  const isLast = finalize === null ? target !== null && current >= target : py.truth(finalize);
  bar.stepped(current);
  const shown = new Map([...sums].map(([name, [sum, count]]) => [name, sum / Math.max(1, count)]));
  if (isLast || bar.due) bar.update(current, target, shown, isLast);
}

export const progbarClass: PyClass = kerasClass<Settings>({
  name: 'Progbar',
  module: 'keras.src.utils.progbar',
  parameters: 'target, width=20, verbose=1, interval=0.05, stateful_metrics=None, unit_name="step"',
  documentation: 'Draws the progress line of Keras.',
  init(args, self, py) {
    const target = args.optionalNumber('target');
    self.attributes.set('target', target);
    const stateful = args.value('stateful_metrics');
    return {
      bar: new ProgressBar(py, args.number('verbose')),
      target,
      stateful: new Set(stateful === null ? [] : py.collect(stateful).map(name => py.str(name))),
      sums: new Map(),
      seen: 0,
    };
  },
  methods: [
    method('update(self, current, values=None, finalize=None)', ([self, current, values, finalize], py) => {
      update(py, (self as KerasObject<Settings>).settings, numberOf(current) ?? 0, values, finalize);
      return null;
    }),
    method('add(self, n, values=None)', ([self, n, values], py) => {
      const { settings } = self as KerasObject<Settings>;
      update(py, settings, settings.seen + (numberOf(n) ?? 0), values, null);
      return null;
    }),
  ],
});
