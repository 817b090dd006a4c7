/** Every callback: the one registry. */
import type { PyClass } from '../../../python/classes.ts';
import { ListedNames } from '../../../python/listedNames.ts';
import { knownAttributes } from '../objects/knownAttributes.ts';
import { backupAndRestoreClass } from './backupAndRestore.ts';
import { callbackClass } from './callback.ts';
import { callbackListClass } from './callbackList.ts';
import { csvLoggerClass } from './csvLogger.ts';
import { earlyStoppingClass } from './earlyStopping.ts';
import { historyClass } from './history.ts';
import { lambdaCallbackClass } from './lambdaCallback.ts';
import { learningRateSchedulerClass } from './learningRateScheduler.ts';
import { modelCheckpointClass } from './modelCheckpoint.ts';
import { progbarLoggerClass } from './progbarLogger.ts';
import { reduceLROnPlateauClass } from './reduceLROnPlateau.ts';
import { remoteMonitorClass } from './remoteMonitor.ts';
import { swapEmaWeightsClass } from './swapEmaWeights.ts';
import { tensorBoardClass } from './tensorBoard.ts';
import { terminateOnNaNClass } from './terminateOnNaN.ts';

/** What callbacks of earlier versions held besides. */
const otherAttributes = 'get_model lr_schedule saver scheduler step';
// Scripts' own callbacks hold whatever they like.
callbackClass.listed = new ListedNames(`${[...knownAttributes].join(' ')} | ${otherAttributes}`);

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
    backupAndRestoreClass,
    swapEmaWeightsClass,
    tensorBoardClass,
    remoteMonitorClass,
    progbarLoggerClass,
    callbackListClass,
  ].map(cls => [cls.name, cls]),
);
