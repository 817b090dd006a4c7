/** The part of `keras.config` about how much Keras says and what it trusts. */
import { NotImplementedError, raise } from '../../../python/errors.ts';
import { type NativeFunction, native } from '../../../python/functions.ts';
import { StateKey } from '../../../python/interpreter.ts';

interface Switches {
  interactive: boolean;
  filtering: boolean;
}

const switchesKey = new StateKey<Switches>('keras.logging', () => ({ interactive: true, filtering: true }));

/** A function that turns a switch on or off. */
function turning(name: string, key: keyof Switches, value: boolean): NativeFunction {
  return native(`${name}()`, (_args, py) => {
    py.state(switchesKey)[key] = value;
    return null;
  });
}

function asking(name: string, key: keyof Switches): NativeFunction {
  return native(`${name}()`, (_args, py) => py.state(switchesKey)[key]);
}

/** In `keras.utils` as well. */
export const interactiveLogging: readonly NativeFunction[] = [
  turning('enable_interactive_logging', 'interactive', true),
  turning('disable_interactive_logging', 'interactive', false),
  asking('is_interactive_logging_enabled', 'interactive'),
];

/** What `keras.config` has besides the numbers and formats that `keras.backend` shares. */
export const loggingSettings: readonly NativeFunction[] = [
  ...interactiveLogging,
  turning('enable_traceback_filtering', 'filtering', true),
  turning('disable_traceback_filtering', 'filtering', false),
  asking('is_traceback_filtering_enabled', 'filtering'),
  native('enable_unsafe_deserialization()', () => null),
  native('set_backend(backend)', ([name], py) => {
    if (['tensorflow', 'jax', 'torch'].includes(py.str(name))) return null;
    throw raise(NotImplementedError, `The backend ${py.repr(name)} is not supported by Kerascope.`, {
      code: 'not-supported',
    });
  }),
];
