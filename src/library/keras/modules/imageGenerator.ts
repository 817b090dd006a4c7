/** `keras.preprocessing.image`: `ImageDataGenerator` of Keras 1 and 2 and the functions around it, in Python. */

import { type LibraryModule, pythonModule } from '../../../python/modules.ts';
import { imageFunctions, smartResize } from './dataFunctions.ts';
import { imageIterators } from './imageIterators.ts';
import { imageTransforms } from './imageTransforms.ts';

const source = `
import os
import warnings
from keras.src._indexed import running as _running
from sklearn._support import settled as _settled, unknown as _unknown
import numpy as np
import keras.backend as _backend
import keras.src._indexed as _indexed
from keras.utils import PyDataset as _PyDataset
import keras.src.utils.image_utils as _images

_FORMATS = ('.png', '.jpg', '.jpeg', '.bmp', '.gif')
${imageTransforms}
${imageIterators}

class ImageDataGenerator:
    def __init__(self, featurewise_center=False, samplewise_center=False, featurewise_std_normalization=False,
                 samplewise_std_normalization=False, zca_whitening=False, zca_epsilon=1e-6, rotation_range=0,
                 width_shift_range=0.0, height_shift_range=0.0, brightness_range=None, shear_range=0.0, zoom_range=0.0,
                 channel_shift_range=0.0, fill_mode='nearest', cval=0.0, horizontal_flip=False, vertical_flip=False,
                 rescale=None, preprocessing_function=None, data_format=None, validation_split=0.0,
                 interpolation_order=1, dtype=None):
        self.data_format = _backend.image_data_format() if data_format is None else data_format
        if self.data_format not in ('channels_last', 'channels_first'):
            raise ValueError('\`data_format\` should be \`"channels_last"\` (channel after row and column) or '
                             '\`"channels_first"\` (channel before row and column). Received: %s' % data_format)
        is_last = self.data_format == 'channels_last'
        self.channel_axis, self.row_axis, self.col_axis = (3, 1, 2) if is_last else (1, 2, 3)
        if validation_split and not 0 < validation_split < 1:
            raise ValueError('\`validation_split\` must be strictly between 0 and 1.  Received: %s' % validation_split)
        if isinstance(zoom_range, (float, int)):
            self.zoom_range = [1 - zoom_range, 1 + zoom_range]
        elif len(zoom_range) == 2:
            self.zoom_range = list(zoom_range)
        else:
            raise ValueError('\`zoom_range\` should be a float or a tuple or list of two floats. Received: %s' % (zoom_range,))
        if brightness_range is not None and (not isinstance(brightness_range, (tuple, list)) or len(brightness_range) != 2):
            raise ValueError('\`brightness_range should be tuple or list of two floats. Received: %s' % (brightness_range,))
        self.featurewise_center = featurewise_center or zca_whitening or featurewise_std_normalization
        self.featurewise_std_normalization = featurewise_std_normalization and not zca_whitening
        self.samplewise_center = samplewise_center or samplewise_std_normalization
        self.samplewise_std_normalization = samplewise_std_normalization
        self.zca_whitening, self.zca_epsilon = zca_whitening, zca_epsilon
        self.rotation_range, self.shear_range = rotation_range, shear_range
        self.width_shift_range, self.height_shift_range = width_shift_range, height_shift_range
        self.brightness_range, self.channel_shift_range = brightness_range, channel_shift_range
        self.fill_mode, self.cval, self.interpolation_order = fill_mode, cval, interpolation_order
        self.horizontal_flip, self.vertical_flip = horizontal_flip, vertical_flip
        self.rescale, self.preprocessing_function = rescale, preprocessing_function
        self._validation_split = validation_split
        self.dtype = 'float32' if dtype is None else dtype
        self.mean = self.std = self.zca_whitening_matrix = None

    def flow(self, x, y=None, batch_size=32, shuffle=True, sample_weight=None, seed=None, save_to_dir=None,
             save_prefix='', save_format='png', ignore_class_split=False, subset=None):
        return NumpyArrayIterator(x, y, self, batch_size=batch_size, shuffle=shuffle, sample_weight=sample_weight,
                                  seed=seed, subset=subset, ignore_class_split=ignore_class_split, dtype=self.dtype)

    def flow_from_directory(self, directory, target_size=(256, 256), color_mode='rgb', classes=None,
                            class_mode='categorical', batch_size=32, shuffle=True, seed=None, save_to_dir=None,
                            save_prefix='', save_format='png', follow_links=False, subset=None, interpolation='nearest',
                            keep_aspect_ratio=False):
        return DirectoryIterator(directory, self, target_size=target_size, color_mode=color_mode, classes=classes,
                                 class_mode=class_mode, batch_size=batch_size, shuffle=shuffle, seed=seed, subset=subset,
                                 interpolation=interpolation, keep_aspect_ratio=keep_aspect_ratio)

    def flow_from_dataframe(self, dataframe, directory=None, x_col='filename', y_col='class', weight_col=None,
                            target_size=(256, 256), color_mode='rgb', classes=None, class_mode='categorical',
                            batch_size=32, shuffle=True, seed=None, save_to_dir=None, save_prefix='', save_format='png',
                            subset=None, interpolation='nearest', validate_filenames=True, **kwargs):
        return DataFrameIterator(dataframe, directory, self, x_col, y_col, target_size, color_mode, classes, class_mode,
                                 batch_size, shuffle, seed, subset, interpolation, False, validate_filenames)

    def standardize(self, x):
        if self.preprocessing_function:
            x = self.preprocessing_function(x)
        if self.rescale:
            x = x * self.rescale
        if self.samplewise_center:
            x = x - np.mean(x, keepdims=True)
        if self.samplewise_std_normalization:
            x = x / (np.std(x, keepdims=True) + 1e-6)
        for wanted, value, name in ((self.featurewise_center, self.mean, 'featurewise_center'),
                                    (self.featurewise_std_normalization, self.std, 'featurewise_std_normalization'),
                                    (self.zca_whitening, self.zca_whitening_matrix, 'zca_whitening')):
            if wanted and value is None:
                warnings.warn("This ImageDataGenerator specifies \`%s\`, but it hasn't been fit on any training data. Fit it "
                              "first by calling \`.fit(numpy_data)\`." % name)
        if self.featurewise_center and self.mean is not None:
            x = x - self.mean
        if self.featurewise_std_normalization and self.std is not None:
            x = x / (self.std + 1e-6)
        if self.zca_whitening and self.zca_whitening_matrix is not None:
            x = np.reshape(x.reshape(-1, np.prod(x.shape[-3:])) @ self.zca_whitening_matrix, x.shape)
        return np.asarray(x, dtype=self.dtype)

    def _shift(self, wanted, size):
        if not wanted:
            return 0
        if isinstance(wanted, (list, tuple, int, np.ndarray)):
            value = np.random.choice(wanted) * np.random.choice([-1, 1])
        else:
            value = np.random.uniform(-wanted, wanted)
        return value * size if np.max(wanted) < 1 else value

    def get_random_transform(self, img_shape, seed=None):
        if seed is not None:
            np.random.seed(seed)
        theta = np.random.uniform(-self.rotation_range, self.rotation_range) if self.rotation_range else 0
        tx = self._shift(self.height_shift_range, img_shape[self.row_axis - 1])
        ty = self._shift(self.width_shift_range, img_shape[self.col_axis - 1])
        shear = np.random.uniform(-self.shear_range, self.shear_range) if self.shear_range else 0
        if self.zoom_range[0] == 1 and self.zoom_range[1] == 1:
            zx, zy = 1, 1
        else:
            zx, zy = np.random.uniform(self.zoom_range[0], self.zoom_range[1], 2)
        flip_horizontal = (np.random.random() < 0.5) * self.horizontal_flip
        flip_vertical = (np.random.random() < 0.5) * self.vertical_flip
        shift = self.channel_shift_range
        intensity = np.random.uniform(-shift, shift) if shift != 0 else None
        light = self.brightness_range
        brightness = None if light is None else np.random.uniform(light[0], light[1])
        return {'theta': theta, 'tx': tx, 'ty': ty, 'shear': shear, 'zx': zx, 'zy': zy,
                'flip_horizontal': flip_horizontal, 'flip_vertical': flip_vertical,
                'channel_shift_intensity': intensity, 'brightness': brightness}

    def apply_transform(self, x, transform_parameters):
        given = transform_parameters
        row, col, channel = self.row_axis - 1, self.col_axis - 1, self.channel_axis - 1
        x = apply_affine_transform(x, given.get('theta', 0), given.get('tx', 0), given.get('ty', 0), given.get('shear', 0),
                                   given.get('zx', 1), given.get('zy', 1), row_axis=row, col_axis=col,
                                   channel_axis=channel, fill_mode=self.fill_mode, cval=self.cval,
                                   order=self.interpolation_order)
        if given.get('channel_shift_intensity') is not None:
            x = apply_channel_shift(x, given['channel_shift_intensity'], channel)
        if given.get('flip_horizontal', False):
            x = np.flip(x, col)
        if given.get('flip_vertical', False):
            x = np.flip(x, row)
        if given.get('brightness') is not None:
            x = apply_brightness_shift(x, given['brightness'], False)
        return x

    def random_transform(self, x, seed=None):
        return self.apply_transform(x, self.get_random_transform(x.shape, seed))

    def fit(self, x, augment=False, rounds=1, seed=None):
        x = np.array(x, dtype=self.dtype)
        if x.ndim != 4:
            raise ValueError('Input to \`.fit()\` should have rank 4. Got array with shape: ' + str(x.shape))
        if seed is not None:
            np.random.seed(seed)
        if self.rescale:
            x = x * self.rescale
        if augment:
            x = np.stack([self.random_transform(image) for _ in range(rounds) for image in x])
        shape = [1, 1, 1]
        shape[self.channel_axis - 1] = x.shape[self.channel_axis]
        axes = (0, self.row_axis, self.col_axis)
        if self.featurewise_center:
            self.mean = np.reshape(np.mean(x, axis=axes), shape)
            x = x - self.mean
        if self.featurewise_std_normalization:
            self.std = np.reshape(np.std(x, axis=axes), shape)
            x = x / (self.std + 1e-6)
        if self.zca_whitening:
            flat = np.reshape(x, (len(x), -1))
            u, s, _ = np.linalg.svd(flat.T, full_matrices=False)
            self.zca_whitening_matrix = (u * (np.sqrt(len(x)) / (s + self.zca_epsilon))).dot(u.T)
`;

export const imageGenerator: LibraryModule = {
  ...pythonModule('keras.preprocessing.image', source, {
    aliases: [
      'tensorflow.keras.preprocessing.image',
      'keras_preprocessing.image',
      'keras.api.preprocessing.image',
    ],
  }),
  entries: () => [...imageFunctions, smartResize].map(item => [item.name, item] as const),
};
