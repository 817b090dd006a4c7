/** `keras.callbacks.LearningRateScheduler`. */
import { PythonError, raise, TypeError } from '../../../python/errors.ts';
import { method, suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import type { Span } from '../../../python/syntax.ts';
import { classOf } from '../../../python/types.ts';
import { PyFloat, Unknown, type Value } from '../../../python/values.ts';
import { numberOf } from '../objects/arguments.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { ofVersion, raiseInWords } from '../versionWords.ts';
import { callbackClass } from './callback.ts';
import { learningRate, logRate, setLearningRate } from './reduceLROnPlateau.ts';

export interface ScheduleSettings {
  readonly schedule: Value;
  readonly verbose: number;
}

/** Keras 1 passes the epoch alone; those after it the rate as well, and the epoch alone where that is refused. */
function* askSchedule(py: Interpreter, schedule: Value, epoch: Value, rate: Value): Suspendable<Value> {
  if (ofVersion(py, { 1: false, 3: true })) {
    try {
      return yield* py.callAndWait(schedule, [epoch, rate]);
    } catch (error) {
      if (!(error instanceof PythonError) || !error.exception.cls.isSubclassOf(TypeError)) throw error;
    }
  }
  return yield* py.callAndWait(schedule, [epoch]);
}

/** The rate as a number; Keras takes nothing but floats of Python and NumPy, and Keras 2 tensors. */
function checkRate(py: Interpreter, value: Value, place: Span | null = null): number {
  const takesTensors = ofVersion(py, { 1: false, 2: true, 3: false });
  const isFloat = ['float', 'float32', 'float64'].includes(classOf(value).name);
  const number = isFloat || (takesTensors && value instanceof TensorObject) ? numberOf(value) : undefined;
  if (number !== undefined) return number;
  const older = 'The output of the "schedule" function should be float.';
  throw raiseInWords(
    py,
    {
      1: older,
      2: `${older} Got: ${py.str(value)}`,
      3: `The output of the \`schedule\` function should be a float. Got: ${py.str(value)}`,
    },
    {
      code: 'schedule-result',
      ...(place !== null && { blame: { kind: 'span', span: place } }),
    },
  );
}

/** Asks a schedule for the rate of an epoch before the training runs, and raises what Keras would say of the answer. */
export function* rateAt(
  py: Interpreter,
  { schedule }: ScheduleSettings,
  epoch: Value,
  rate: Value,
  place: Span | null,
): Suspendable<void> {
  if (schedule instanceof Unknown) return;
  let value: Value;
  try {
    value = yield* askSchedule(py, schedule, epoch, rate);
  } catch (error) {
    if (!(error instanceof PythonError) || error.traceback.length > 0) throw error;
    const blame = place === null ? {} : ({ blame: { kind: 'span', span: place } } as const);
    throw raise(error.exception.cls, py.str(error.exception), {
      ...{ code: 'wrong-callback', ...blame },
      explanation: message(
        'Keras calls the schedule with the number of the epoch, and this cannot be called so.',
      ),
    });
  }
  // What a tensor holds is known only when it runs, and Keras 2 takes one.
  if (!(value instanceof Unknown) && !(value instanceof TensorObject)) checkRate(py, value, place);
}

export const learningRateSchedulerClass = kerasClass<ScheduleSettings>({
  name: 'LearningRateScheduler',
  base: callbackClass,
  module: 'keras.src.callbacks.learning_rate_scheduler',
  parameters: 'schedule, verbose=0',
  documentation: 'Sets the learning rate of each epoch by a function of the epoch and the rate so far.',
  init: args => ({ schedule: args.value('schedule'), verbose: args.number('verbose') }),
  methods: [
    suspendableMethod('on_epoch_begin(self, epoch, logs=None)', function* ([self, epoch], py) {
      const callback = self as KerasObject<ScheduleSettings>;
      const { schedule, verbose } = callback.settings;
      const rate = new PyFloat(learningRate(callback as KerasObject) ?? 0);
      const value = yield* askSchedule(py, schedule, epoch, rate);
      const number = checkRate(py, value);
      setLearningRate(py, callback as KerasObject, number);
      if (verbose > 0)
        py.host.write(
          'stdout',
          `\nEpoch ${(epoch as number) + 1}: LearningRateScheduler setting learning rate to ${py.str(value)}.\n`,
        );
      return null;
    }),
    method('on_epoch_end(self, epoch, logs=None)', ([self, , logs], py) => {
      // Keras 1 leaves it to those who ask for it.
      if (ofVersion(py, { 1: false, 3: true })) logRate(py, self as KerasObject, logs);
      return null;
    }),
  ],
});
