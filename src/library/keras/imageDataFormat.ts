/** Where images have their channels unless a layer says: `keras.backend.set_image_data_format`. */
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import { kerasVersionKey } from '../kerasVersion.ts';

export type ImageDataFormat = 'channels_last' | 'channels_first';

export const imageDataFormatKey = new StateKey<{ current: ImageDataFormat; isGiven: boolean }>(
  'keras.imageDataFormat',
  () => ({ current: 'channels_last', isGiven: false }),
);

/** Sides of images are longer than this. */
const CHANNELS = 4;

/**
 * Keras 1 took the order from its user's settings, where Theano's put the channels first. What a model takes in tells
 * which it was, unless the script has said so.
 *
 * @param shape of a batch of inputs
 */
export function followInputOrder(py: Interpreter, shape: readonly (number | null)[]): void {
  const order = py.state(imageDataFormatKey);
  if (order.isGiven || py.state(kerasVersionKey).current !== 1 || shape.length !== 4) return;
  const [, first, rows, last] = shape;
  const isFirst = (first === 1 || first === 3) && (rows ?? 0) > CHANNELS && (last ?? 0) > CHANNELS;
  if (isFirst) order.current = 'channels_first';
}

/** Whether weights of convolutions lie as they did in Keras 1 beside Theano, which is not modelled. */
export function hasEarlyWeightOrder(py: Interpreter): boolean {
  return py.state(kerasVersionKey).current === 1 && py.state(imageDataFormatKey).current === 'channels_first';
}
