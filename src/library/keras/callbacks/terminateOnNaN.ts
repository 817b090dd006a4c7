/** `keras.callbacks.TerminateOnNaN`. */
import type { PyDict } from '../../../python/collections.ts';
import { method } from '../../../python/functions.ts';
import { numberOf } from '../objects/arguments.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';
import { modelOf } from './monitoring.ts';

export const terminateOnNaNClass = kerasClass<null>({
  name: 'TerminateOnNaN',
  base: callbackClass,
  module: 'keras.src.callbacks.terminate_on_nan',
  parameters: '',
  documentation: 'Ends training when the loss is not a number.',
  init: () => null,
  methods: [
    method('on_batch_end(self, batch, logs=None)', ([self, batch, logs], py) => {
      const loss = numberOf((logs as PyDict).getString('loss') ?? null);
      if (loss !== undefined && !Number.isFinite(loss)) {
        py.host.write('stdout', `Batch ${String(batch)}: Invalid loss, terminating training\n`);
        modelOf(self as KerasObject).stopTraining = true;
      }
      return null;
    }),
  ],
});
