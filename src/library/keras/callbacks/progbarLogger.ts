/** `keras.callbacks.ProgbarLogger`: `fit` prints its progress itself, so that one in the list prints nothing more. */
import { raise, ValueError } from '../../../python/errors.ts';
import { Unknown } from '../../../python/values.ts';
import { kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';

export const progbarLoggerClass = kerasClass<null>({
  name: 'ProgbarLogger',
  base: callbackClass,
  module: 'keras.src.callbacks.progbar_logger',
  parameters: '',
  ignoredBefore3: ['count_mode', 'stateful_metrics'],
  documentation: 'The progress bar that `fit` prints anyway (see `verbose`).',
  init(args) {
    const mode = args.former.get('count_mode') ?? 'samples';
    if (mode !== 'samples' && mode !== 'steps' && !(mode instanceof Unknown)) {
      const text = `Unknown \`count_mode\`: ${args.py.str(mode)}. Expected values are ["samples", "steps"]`;
      throw raise(ValueError, text, {
        code: 'invalid-argument',
        blame: { kind: 'keyword', name: 'count_mode' },
      });
    }
    return null;
  },
});
