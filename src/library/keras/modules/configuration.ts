/** `keras.config`: the settings of Keras, and the global dtype policy (`keras.mixed_precision`). */
import { raise, ValueError } from '../../../python/errors.ts';
import { native } from '../../../python/functions.ts';
import { StateKey } from '../../../python/interpreter.ts';
import { NotKnown, PyFloat, Unknown, type Value } from '../../../python/values.ts';
import { imageDataFormatKey } from '../imageDataFormat.ts';
import { epsilon } from '../losses/definition.ts';

/** The default float that layers and constants take. */
export const floatKey = new StateKey<{ current: string }>('keras.floatx', () => ({ current: 'float32' }));

const floats = ['float16', 'float32', 'float64', 'bfloat16'];

const setFloat = native('set_floatx(value)', ([value], py) => {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (typeof value !== 'string' || !floats.includes(value)) {
    throw raise(
      ValueError,
      `Unknown \`floatx\` value: ${py.str(value)}. Expected one of {'bfloat16', 'float16', 'float32', 'float64'}`,
      { blame: { kind: 'argument', name: 'value' } },
    );
  }
  py.state(floatKey).current = value;
  return null;
});

const setImageDataFormat = native('set_image_data_format(data_format)', ([format], py) => {
  if (format instanceof Unknown) throw new NotKnown(format.reason);
  if (format !== 'channels_last' && format !== 'channels_first') {
    throw raise(
      ValueError,
      `The \`data_format\` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=${py.str(format)}`,
      { blame: { kind: 'argument', name: 'data_format' } },
    );
  }
  py.state(imageDataFormatKey).current = format;
  return null;
});

/** What `keras.config` and `keras.backend` share. */
export const configuration: readonly (readonly [string, Value])[] = [
  ['epsilon', native('epsilon()', () => new PyFloat(epsilon))],
  ['set_epsilon', native('set_epsilon(value)', () => null)],
  ['floatx', native('floatx()', (_args, py) => py.state(floatKey).current)],
  ['set_floatx', setFloat],
  ['backend', native('backend()', () => 'tensorflow')],
  ['image_data_format', native('image_data_format()', (_args, py) => py.state(imageDataFormatKey).current)],
  ['set_image_data_format', setImageDataFormat],
];
