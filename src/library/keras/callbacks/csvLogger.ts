/** `keras.callbacks.CSVLogger`. */
import type { PyDict } from '../../../python/collections.ts';
import { RuntimeError, raise } from '../../../python/errors.ts';
import { suspendableMethod } from '../../../python/functions.ts';
import { wait } from '../../../python/suspension.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';

interface Settings {
  readonly filename: string;
  readonly separator: string;
  readonly append: boolean;
  lines: string[];
}

export const csvLoggerClass = kerasClass<Settings>({
  name: 'CSVLogger',
  base: callbackClass,
  module: 'keras.src.callbacks.csv_logger',
  parameters: 'filename, separator=",", append=False',
  documentation: 'Writes the metrics of every epoch to a CSV file.',
  init: args => ({
    filename: args.py.str(args.value('filename')),
    separator: args.string('separator'),
    append: args.boolean('append'),
    lines: [],
  }),
  methods: [
    suspendableMethod('on_train_begin(self, logs=None)', function* ([self], py) {
      const { settings } = self as KerasObject<Settings>;
      settings.lines = [];
      if (!settings.append || py.host.files === null) return null;
      const found = yield* wait(py.host.files.stat(settings.filename));
      if (found === null) return null;
      const text = new TextDecoder().decode(yield* wait(py.host.files.read(settings.filename)));
      settings.lines = text.split(/\r?\n/).filter(line => line !== '');
      return null;
    }),
    suspendableMethod('on_epoch_end(self, epoch, logs=None)', function* ([self, epoch, logs], py) {
      const { settings } = self as KerasObject<Settings>;
      const entries = [...(logs as PyDict).entries()].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
      if (settings.lines.length === 0)
        settings.lines.push(['epoch', ...entries.map(([key]) => String(key))].join(settings.separator));
      settings.lines.push(
        [String(epoch), ...entries.map(([, value]) => py.str(value))].join(settings.separator),
      );
      if (py.host.files === null) throw raise(RuntimeError, 'files cannot be written here');
      yield* wait(
        py.host.files.write(
          settings.filename,
          new TextEncoder().encode(`${settings.lines.join('\r\n')}\r\n`),
        ),
      );
      return null;
    }),
  ],
});
