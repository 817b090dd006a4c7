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
  /** The columns after `epoch`; null before the first row of a fit. */
  keys: readonly string[] | null;
}

/** Names in order; those of validation also where this epoch has none, since a later one may (`validation_freq`). */
function columnsOf(logs: PyDict): string[] {
  const keys = [...logs.keys()].map(String).sort();
  return keys.some(key => key.startsWith('val_')) ? keys : [...keys, ...keys.map(key => `val_${key}`)];
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
    keys: null,
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
      const dict = logs as PyDict;
      settings.keys ??= columnsOf(dict);
      if (settings.lines.length === 0)
        settings.lines.push(['epoch', ...settings.keys].join(settings.separator));
      const cells = settings.keys.map(key => py.str(dict.getString(key) ?? 'NA'));
      settings.lines.push([String(epoch), ...cells].join(settings.separator));
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
