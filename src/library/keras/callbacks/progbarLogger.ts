/** `keras.callbacks.ProgbarLogger`: `fit` prints its progress itself, so that one in the list prints nothing more. */
import { kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';

export const progbarLoggerClass = kerasClass<null>({
  name: 'ProgbarLogger',
  base: callbackClass,
  module: 'keras.src.callbacks.progbar_logger',
  parameters: '',
  ignoredBefore3: ['count_mode', 'stateful_metrics'],
  documentation: 'The progress bar that `fit` prints anyway (see `verbose`).',
  init: () => null,
});
