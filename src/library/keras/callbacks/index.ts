/** Every callback: the one registry. */
import type { PyClass } from '../../../python/classes.ts';
import { callbackClass } from './callback.ts';
import { csvLoggerClass } from './csvLogger.ts';
import { earlyStoppingClass } from './earlyStopping.ts';
import { historyClass } from './history.ts';
import { lambdaCallbackClass } from './lambdaCallback.ts';
import { learningRateSchedulerClass } from './learningRateScheduler.ts';
import { modelCheckpointClass } from './modelCheckpoint.ts';
import { reduceLROnPlateauClass } from './reduceLROnPlateau.ts';
import { terminateOnNaNClass } from './terminateOnNaN.ts';

export const callbackClasses: ReadonlyMap<string, PyClass> = new Map(
  [
    callbackClass,
    historyClass,
    earlyStoppingClass,
    modelCheckpointClass,
    reduceLROnPlateauClass,
    learningRateSchedulerClass,
    csvLoggerClass,
    terminateOnNaNClass,
    lambdaCallbackClass,
  ].map(cls => [cls.name, cls]),
);
