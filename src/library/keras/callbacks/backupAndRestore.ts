/** `keras.callbacks.BackupAndRestore`: a fit that was cut off goes on when the script runs again. */
import { raise, ValueError } from '../../../python/errors.ts';
import { suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { HostFiles } from '../../../python/policy.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { makeFolder } from '../saving/folders.ts';
import { loadWeights, saveWeights } from '../saving/modelFiles.ts';
import { callbackClass } from './callback.ts';
import { modelOf } from './monitoring.ts';
import { BatchCounter } from './saveFrequency.ts';

interface Settings {
  readonly folder: string;
  /** Counts batches towards `save_freq`; null where epochs count. */
  readonly counter: BatchCounter | null;
  readonly deletes: boolean;
  epoch: number;
}

const weightsOf = (folder: string): string => `${folder}/latest.weights.h5`;
const positionOf = (folder: string): string => `${folder}/training_metadata.json`;

function* keep(py: Interpreter, files: HostFiles, callback: KerasObject<Settings>): Suspendable<void> {
  const { folder, counter, epoch } = callback.settings;
  yield* makeFolder(py, folder);
  yield* saveWeights(py, modelOf(callback as KerasObject), weightsOf(folder));
  const position = { epoch, batch: counter?.position ?? 0 };
  yield* wait(files.write(positionOf(folder), new TextEncoder().encode(JSON.stringify(position))));
}

function* restore(py: Interpreter, files: HostFiles, callback: KerasObject<Settings>): Suspendable<void> {
  const model = modelOf(callback as KerasObject);
  if (!model.built) {
    throw raise(
      ValueError,
      `To use the BackupAndRestore callback, you model must be built before you call \`fit()\`. Model ${py.str(model)} is unbuilt. You can build it beforehand by calling it on a batch of data.`,
      { code: 'not-built' },
    );
  }
  const { folder } = callback.settings;
  if ((yield* wait(files.stat(weightsOf(folder)))) !== null)
    yield* loadWeights(py, model, weightsOf(folder), {
      skipMismatch: false,
      byName: false,
      restoreOptimizer: true,
    });
  if ((yield* wait(files.stat(positionOf(folder)))) === null) return;
  const text = new TextDecoder().decode(yield* wait(files.read(positionOf(folder))));
  const { epoch } = JSON.parse(text) as { epoch: number };
  model.attributes.set(restoredEpoch, epoch);
}

/** The attribute that tells `fit` where to begin. */
const restoredEpoch = '_initial_epoch';

/** The epoch that a fit begins with: the one after those that a backup holds, else its own first one. */
export function firstEpoch(model: ModelObject, own: number): number {
  const restored = model.attributes.get(restoredEpoch);
  model.attributes.map.delete(restoredEpoch);
  return typeof restored === 'number' ? restored : own;
}

export const backupAndRestoreClass = kerasClass<Settings>({
  name: 'BackupAndRestore',
  base: callbackClass,
  module: 'keras.src.callbacks.backup_and_restore',
  parameters: 'backup_dir, save_freq="epoch", delete_checkpoint=True',
  ignoredBefore3: ['save_before_preemption'],
  documentation: 'Keeps weights and position of a fit in a folder; a later fit goes on from there.',
  init(args) {
    const folder = args.py.str(args.value('backup_dir') ?? '').replace(/\/+$/, '');
    const frequency = args.value('save_freq');
    const batches = typeof frequency === 'number' ? frequency : null;
    if (args.py.state(kerasVersionKey).current < 3) {
      const isPreempted = args.former.get('save_before_preemption') ?? false;
      if (!args.py.truth(frequency) && !args.py.truth(isPreempted))
        args.fail('save_freq', 'Either `save_freq` or `save_before_preemption` must be set.');
    } else if (folder === '') args.fail('backup_dir', 'Empty `backup_dir` argument passed');
    else if (frequency !== 'epoch' && batches === null) {
      args.fail(
        'save_freq',
        `Invalid value for argument \`save_freq\`. Received: save_freq=${args.py.str(frequency)}. Expected either 'epoch' or an integer value.`,
      );
    }
    const counter = batches === null ? null : new BatchCounter(batches);
    return { folder, counter, deletes: args.boolean('delete_checkpoint'), epoch: 0 };
  },
  methods: [
    suspendableMethod('on_train_begin(self, logs=None)', function* ([self], py) {
      if (py.host.files !== null) yield* restore(py, py.host.files, self as KerasObject<Settings>);
      return null;
    }),
    suspendableMethod('on_epoch_end(self, epoch, logs=None)', function* ([self, epoch], py) {
      const callback = self as KerasObject<Settings>;
      const { settings } = callback;
      settings.epoch = (epoch as number) + 1;
      settings.counter?.beginEpoch();
      if (settings.counter === null && py.host.files !== null) yield* keep(py, py.host.files, callback);
      return null;
    }),
    suspendableMethod('on_train_batch_end(self, batch, logs=None)', function* ([self, batch], py) {
      const callback = self as KerasObject<Settings>;
      const isDue = callback.settings.counter?.isDue(batch as number) ?? false;
      if (isDue && py.host.files !== null) yield* keep(py, py.host.files, callback);
      return null;
    }),
    suspendableMethod('on_train_end(self, logs=None)', function* ([self], py) {
      const { folder, deletes } = (self as KerasObject<Settings>).settings;
      const { files } = py.host;
      if (!deletes || files === null) return null;
      for (const path of [weightsOf(folder), positionOf(folder)])
        if ((yield* wait(files.stat(path))) !== null) yield* wait(files.remove(path));
      // Where a host removes no folders it stays, empty.
      if ((yield* wait(files.stat(folder))) !== null)
        yield* wait(files.remove(folder).catch(() => undefined));
      return null;
    }),
  ],
});
