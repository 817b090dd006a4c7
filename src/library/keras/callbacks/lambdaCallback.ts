/** `keras.callbacks.LambdaCallback`. */
import type { Interpreter } from '../../../python/interpreter.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';

/** The hooks that are parameters; functions for others are keywords. */
const hooks = [
  ...['on_epoch_begin', 'on_epoch_end', 'on_train_begin', 'on_train_end'],
  ...['on_train_batch_begin', 'on_train_batch_end'],
];

/** In the order before Keras 3, which had those of batches by their older names. */
const earlierHooks = [
  ...['on_epoch_begin', 'on_epoch_end', 'on_batch_begin', 'on_batch_end'],
  ...['on_train_begin', 'on_train_end'],
];

/** How many functions are passed by their place where that means another hook than today. */
function earlierPlaces(py: Interpreter): number {
  if (py.state(kerasVersionKey).current === 3) return 0;
  return py.site?.node.args.length ?? 0;
}

export const lambdaCallbackClass = kerasClass<null>({
  name: 'LambdaCallback',
  base: callbackClass,
  module: 'keras.src.callbacks.lambda_callback',
  parameters: `${hooks.map(name => `${name}=None`).join(', ')}, **kwargs`,
  documentation: 'A callback made of functions, one for each hook.',
  unexpected(_args, keywords, self) {
    for (const [name, value] of keywords.entries()) self.attributes.set(String(name), value);
  },
  init(args, self, py) {
    const places = earlierPlaces(py);
    hooks.forEach((name, place) => {
      const callee = args.value(name);
      if (callee !== null) self.attributes.set(place < places ? earlierHooks[place] : name, callee);
    });
    return null;
  },
});
