/** `keras.callbacks.LearningRateScheduler`. */
import type { PyDict } from '../../../python/collections.ts';
import { method, suspendableMethod } from '../../../python/functions.ts';
import { PyFloat, type Value } from '../../../python/values.ts';
import { numberOf } from '../objects/arguments.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { parametersOf } from '../tensors/callableSignature.ts';
import { raiseInWords } from '../versionWords.ts';
import { callbackClass } from './callback.ts';
import { keptRate, learningRate, setLearningRate } from './reduceLROnPlateau.ts';

interface Settings {
  readonly schedule: Value;
  readonly verbose: number;
}

export const learningRateSchedulerClass = kerasClass<Settings>({
  name: 'LearningRateScheduler',
  base: callbackClass,
  module: 'keras.src.callbacks.learning_rate_scheduler',
  parameters: 'schedule, verbose=0',
  documentation: 'Sets the learning rate of each epoch by a function of the epoch and the rate so far.',
  init: args => ({ schedule: args.value('schedule'), verbose: args.number('verbose') }),
  methods: [
    suspendableMethod('on_epoch_begin(self, epoch, logs=None)', function* ([self, epoch], py) {
      const callback = self as KerasObject<Settings>;
      const { schedule, verbose } = callback.settings;
      const rate = new PyFloat(learningRate(callback as KerasObject) ?? 0);
      const takesRate = parametersOf(schedule).names.length !== 1;
      const value = yield* py.callAndWait(schedule, takesRate ? [epoch, rate] : [epoch]);
      const number = value instanceof PyFloat || typeof value === 'object' ? numberOf(value) : undefined;
      if (number === undefined) {
        const older = 'The output of the "schedule" function should be float.';
        throw raiseInWords(
          py,
          {
            1: older,
            2: `${older} Got: ${py.str(value)}`,
            3: `The output of the \`schedule\` function should be a float. Got: ${py.str(value)}`,
          },
          { code: 'schedule-result' },
        );
      }
      setLearningRate(py, callback as KerasObject, number);
      if (verbose > 0)
        py.host.write(
          'stdout',
          `\nEpoch ${(epoch as number) + 1}: LearningRateScheduler setting learning rate to ${py.str(value)}.\n`,
        );
      return null;
    }),
    method('on_epoch_end(self, epoch, logs=None)', ([self, , logs]) => {
      const rate = learningRate(self as KerasObject);
      if (rate !== null)
        (logs as PyDict).setString('learning_rate', new PyFloat(keptRate(self as KerasObject, rate)));
      return null;
    }),
  ],
});
