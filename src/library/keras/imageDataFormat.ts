/** Where images have their channels unless a layer says: `keras.backend.set_image_data_format`. */
import { StateKey } from '../../python/interpreter.ts';

export type ImageDataFormat = 'channels_last' | 'channels_first';

export const imageDataFormatKey = new StateKey<{ current: ImageDataFormat }>('keras.imageDataFormat', () => ({
  current: 'channels_last',
}));
