/** `keras.preprocessing.image`: `ImageDataGenerator` of Keras 1 and 2 and the functions around it, in Python. */
import { type LibraryModule, pythonModule } from '../../../python/modules.ts';
import { imageFunctions, smartResize } from './dataFunctions.ts';

const source = `
import os
import warnings
import numpy as np
import keras.backend as _backend
import keras.src._indexed as _indexed
from keras.utils import PyDataset as _PyDataset
import keras.src.utils.image_utils as _images

_FORMATS = ('.png', '.jpg', '.jpeg', '.bmp', '.gif')


def flip_axis(x, axis):
    return np.flip(x, axis)


def apply_channel_shift(x, intensity, channel_axis=0):
    x = np.moveaxis(x, channel_axis, 0)
    low, high = np.min(x), np.max(x)
    shifted = np.stack([np.clip(channel + intensity, low, high) for channel in x], axis=0)
    return np.moveaxis(shifted, 0, channel_axis)


def apply_brightness_shift(x, brightness, scale=True):
    low, high = np.min(x), np.max(x)
    is_local = low < 0 or high > 255
    image = np.asarray(_images.array_to_img(x, scale=is_local or scale)).astype('float64')
    # Pillow's brightness: a share of black.
    bright = _images.img_to_array(np.clip(np.trunc(image * brightness), 0, 255).astype('uint8'))
    return bright / 255 * (high - low) + low if is_local else bright


def apply_affine_transform(x, theta=0, tx=0, ty=0, shear=0, zx=1, zy=1, row_axis=1, col_axis=2, channel_axis=0,
                           fill_mode='nearest', cval=0.0, order=1):
    if x.ndim != 3:
        raise ValueError('Input arrays must be multi-channel 2D images.')
    if channel_axis not in (0, 2):
        raise ValueError('Channels are allowed and the first and last dimensions.')
    steps = []
    if theta != 0:
        angle = np.deg2rad(theta)
        steps.append(np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]]))
    if tx != 0 or ty != 0:
        steps.append(np.array([[1, 0, tx], [0, 1, ty], [0, 0, 1]]))
    if shear != 0:
        angle = np.deg2rad(shear)
        steps.append(np.array([[1, -np.sin(angle), 0], [0, np.cos(angle), 0], [0, 0, 1]]))
    if zx != 1 or zy != 1:
        steps.append(np.array([[zx, 0, 0], [0, zy, 0], [0, 0, 1]]))
    if not steps:
        return x
    matrix = steps[0]
    for step in steps[1:]:
        matrix = matrix @ step
    height, width = x.shape[row_axis], x.shape[col_axis]
    # The middle of the image is what stays; matrices are for (x, y), arrays for (row, column).
    middle_x, middle_y = height / 2 - 0.5, width / 2 - 0.5
    matrix = np.array([[1, 0, middle_x], [0, 1, middle_y], [0, 0, 1]]) @ matrix @ np.array([[1, 0, -middle_x], [0, 1, -middle_y], [0, 0, 1]])
    if col_axis > row_axis:
        matrix = matrix[[1, 0, 2]][:, [1, 0, 2]]
    last = np.moveaxis(x, channel_axis, 2)
    if col_axis < row_axis:
        last = np.swapaxes(last, 0, 1)
    made = _indexed.affine(last, matrix[:2, :2].tolist(), matrix[:2, 2].tolist(), fill_mode, cval, order)
    if col_axis < row_axis:
        made = np.swapaxes(made, 0, 1)
    return np.moveaxis(made, 2, channel_axis)


def random_rotation(x, rg, row_axis=1, col_axis=2, channel_axis=0, fill_mode='nearest', cval=0.0, interpolation_order=1):
    return apply_affine_transform(x, theta=np.random.uniform(-rg, rg), row_axis=row_axis, col_axis=col_axis,
                                  channel_axis=channel_axis, fill_mode=fill_mode, cval=cval, order=interpolation_order)


def random_shift(x, wrg, hrg, row_axis=1, col_axis=2, channel_axis=0, fill_mode='nearest', cval=0.0, interpolation_order=1):
    tx = np.random.uniform(-hrg, hrg) * x.shape[row_axis]
    ty = np.random.uniform(-wrg, wrg) * x.shape[col_axis]
    return apply_affine_transform(x, tx=tx, ty=ty, row_axis=row_axis, col_axis=col_axis, channel_axis=channel_axis,
                                  fill_mode=fill_mode, cval=cval, order=interpolation_order)


def random_shear(x, intensity, row_axis=1, col_axis=2, channel_axis=0, fill_mode='nearest', cval=0.0, interpolation_order=1):
    return apply_affine_transform(x, shear=np.random.uniform(-intensity, intensity), row_axis=row_axis,
                                  col_axis=col_axis, channel_axis=channel_axis, fill_mode=fill_mode, cval=cval,
                                  order=interpolation_order)


def random_zoom(x, zoom_range, row_axis=1, col_axis=2, channel_axis=0, fill_mode='nearest', cval=0.0, interpolation_order=1):
    if len(zoom_range) != 2:
        raise ValueError('\`zoom_range\` should be a tuple or list of two floats. Received: %s' % (zoom_range,))
    zx, zy = (1, 1) if zoom_range[0] == 1 and zoom_range[1] == 1 else np.random.uniform(zoom_range[0], zoom_range[1], 2)
    return apply_affine_transform(x, zx=zx, zy=zy, row_axis=row_axis, col_axis=col_axis, channel_axis=channel_axis,
                                  fill_mode=fill_mode, cval=cval, order=interpolation_order)


def random_channel_shift(x, intensity_range, channel_axis=0):
    return apply_channel_shift(x, np.random.uniform(-intensity_range, intensity_range), channel_axis=channel_axis)


def random_brightness(x, brightness_range, scale=True):
    if len(brightness_range) != 2:
        raise ValueError('\`brightness_range should be tuple or list of two floats. Received: %s' % (brightness_range,))
    return apply_brightness_shift(x, np.random.uniform(brightness_range[0], brightness_range[1]), scale)


class Iterator(_PyDataset):
    def __init__(self, n, batch_size, shuffle, seed):
        super().__init__()
        self.n, self.batch_size, self.shuffle, self.seed = n, batch_size, shuffle, seed
        self.batch_index, self.total_batches_seen, self.index_array = 0, 0, None

    def _set_index_array(self):
        self.index_array = np.random.permutation(self.n) if self.shuffle else np.arange(self.n)

    def __len__(self):
        return (self.n + self.batch_size - 1) // self.batch_size

    def __getitem__(self, idx):
        if idx >= len(self):
            raise ValueError('Asked to retrieve element %d, but the Sequence has length %d' % (idx, len(self)))
        if self.seed is not None:
            np.random.seed(self.seed + self.total_batches_seen)
        self.total_batches_seen += 1
        if self.index_array is None:
            self._set_index_array()
        return self._batch(self.index_array[self.batch_size * idx:self.batch_size * (idx + 1)])

    def on_epoch_end(self):
        self._set_index_array()

    def reset(self):
        self.batch_index = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.seed is not None:
            np.random.seed(self.seed + self.total_batches_seen)
        if self.batch_index == 0:
            self._set_index_array()
        first = (self.batch_index * self.batch_size) % self.n if self.n else 0
        self.batch_index = self.batch_index + 1 if self.n > first + self.batch_size else 0
        self.total_batches_seen += 1
        return self._batch(self.index_array[first:first + self.batch_size])

    next = __next__


class NumpyArrayIterator(Iterator):
    def __init__(self, x, y, image_data_generator, batch_size=32, shuffle=False, sample_weight=None, seed=None,
                 data_format=None, subset=None, ignore_class_split=False, dtype=None):
        generator = image_data_generator
        more = []
        if isinstance(x, (list, tuple)):
            more = [np.asarray(part) for part in (x[1] if isinstance(x[1], list) else [x[1]])]
            x = x[0]
        if y is not None and len(x) != len(y):
            raise ValueError('\`x\` (images tensor) and \`y\` (labels) should have the same length. Found: x.shape = %s, y.shape = %s'
                             % (np.asarray(x).shape, np.asarray(y).shape))
        if subset is not None:
            if subset not in ('training', 'validation'):
                raise ValueError('Invalid subset name: %s; expected "training" or "validation".' % subset)
            split = int(len(x) * generator._validation_split)
            if y is not None and not ignore_class_split and not np.array_equal(np.unique(y[:split]), np.unique(y[split:])):
                raise ValueError('Training and validation subsets have different number of classes after the split. If your '
                                 'numpy arrays are sorted by the label, you might want to shuffle them.')
            part = slice(None, split) if subset == 'validation' else slice(split, None)
            x, y, more = x[part], None if y is None else y[part], [other[part] for other in more]
        self.x = np.asarray(x, dtype='float32' if dtype is None else dtype)
        self.x_misc = more
        if self.x.ndim != 4:
            raise ValueError('Input data in \`NumpyArrayIterator\` should have rank 4. You passed an array with shape %s' % (self.x.shape,))
        self.y = None if y is None else np.asarray(y)
        self.sample_weight = None if sample_weight is None else np.asarray(sample_weight)
        self.image_data_generator = generator
        super().__init__(self.x.shape[0], batch_size, shuffle, seed)

    def _batch(self, places):
        generator = self.image_data_generator
        images = []
        for place in places:
            image = self.x[place].copy()
            image = generator.apply_transform(image, generator.get_random_transform(image.shape))
            images.append(generator.standardize(image))
        batch = np.stack(images)
        output = (batch if not self.x_misc else [batch] + [part[places] for part in self.x_misc],)
        if self.y is None:
            return output[0]
        output += (self.y[places],)
        return output if self.sample_weight is None else output + (self.sample_weight[places],)


def _files_below(folder):
    names = sorted(os.listdir(folder))
    files = [os.path.join(folder, name) for name in names if name.lower().endswith(_FORMATS)]
    for name in names:
        path = os.path.join(folder, name)
        if not name.lower().endswith(_FORMATS) and os.path.isdir(path):
            files += _files_below(path)
    return files


class _FileIterator(Iterator):
    def __init__(self, generator, paths, labels, num_classes, target_size, color_mode, class_mode, batch_size, shuffle,
                 seed, interpolation, keep_aspect_ratio):
        if color_mode not in ('rgb', 'rgba', 'grayscale'):
            raise ValueError('Invalid color mode: %s; expected "rgb", "rgba", or "grayscale".' % color_mode)
        self.image_data_generator, self.filepaths, self.labels = generator, paths, labels
        self.num_classes, self.class_mode = num_classes, class_mode
        self.target_size, self.color_mode = tuple(target_size), color_mode
        self.interpolation, self.keep_aspect_ratio = interpolation, keep_aspect_ratio
        channels = {'rgb': 3, 'rgba': 4, 'grayscale': 1}[color_mode]
        is_last = generator.data_format == 'channels_last'
        self.image_shape = self.target_size + (channels,) if is_last else (channels,) + self.target_size
        self.samples = len(paths)
        super().__init__(len(paths), batch_size, shuffle, seed)

    def _batch(self, places):
        generator = self.image_data_generator
        images = []
        for place in places:
            picture = _images.load_img(self.filepaths[place], color_mode=self.color_mode, target_size=self.target_size,
                                       interpolation=self.interpolation, keep_aspect_ratio=self.keep_aspect_ratio)
            image = _images.img_to_array(picture, data_format=generator.data_format)
            params = generator.get_random_transform(image.shape)
            images.append(generator.standardize(generator.apply_transform(image, params)))
        batch = np.stack(images)
        if self.class_mode is None:
            return batch
        if self.class_mode == 'input':
            return batch, batch.copy()
        labels = np.asarray(self.labels)[places]
        if self.class_mode in ('binary', 'sparse'):
            return batch, labels.astype('float32')
        if self.class_mode == 'categorical':
            rows = np.zeros((len(batch), self.num_classes), dtype='float32')
            rows[np.arange(len(batch)), labels] = 1.0
            return batch, rows
        return batch, labels


class DirectoryIterator(_FileIterator):
    def __init__(self, directory, image_data_generator, target_size=(256, 256), color_mode='rgb', classes=None,
                 class_mode='categorical', batch_size=32, shuffle=True, seed=None, subset=None, interpolation='nearest',
                 keep_aspect_ratio=False):
        modes = {'categorical', 'binary', 'sparse', 'input', None}
        if class_mode not in modes:
            raise ValueError('Invalid class_mode: %s; expected one of: %s' % (class_mode, modes))
        directory = os.fspath(directory).rstrip('/')
        if not classes:
            classes = [name for name in sorted(os.listdir(directory)) if os.path.isdir(os.path.join(directory, name))]
        self.directory = directory
        self.class_indices = {name: place for place, name in enumerate(classes)}
        paths, labels = [], []
        split = image_data_generator._validation_split
        for name in classes:
            found = _files_below(os.path.join(directory, name))
            if subset is not None:
                if subset not in ('training', 'validation'):
                    raise ValueError('Invalid subset name: %s;expected "training" or "validation"' % subset)
                low, high = (0, split) if subset == 'validation' else (split, 1)
                found = found[int(low * len(found)):int(high * len(found))]
            paths += found
            labels += [self.class_indices[name]] * len(found)
        self.filenames = [path[len(directory) + 1:] for path in paths]
        self.classes = np.array(labels, dtype='int32')
        print('Found %d images belonging to %d classes.' % (len(paths), len(classes)))
        super().__init__(image_data_generator, paths, self.classes, len(classes), target_size, color_mode, class_mode,
                         batch_size, shuffle, seed, interpolation, keep_aspect_ratio)


class DataFrameIterator(_FileIterator):
    def __init__(self, dataframe, directory, image_data_generator, x_col, y_col, target_size, color_mode, classes,
                 class_mode, batch_size, shuffle, seed, subset, interpolation, keep_aspect_ratio, validate_filenames):
        names = [str(name) for name in dataframe[x_col].tolist()]
        paths = names if directory is None else [os.path.join(os.fspath(directory), name) for name in names]
        keep = [not validate_filenames or os.path.isfile(path) for path in paths]
        values = None if class_mode in (None, 'input') else dataframe[y_col].tolist()
        if class_mode in ('categorical', 'binary', 'sparse'):
            classes = list(classes) if classes else sorted(set(values))
            keep = [kept and value in classes for kept, value in zip(keep, values)]
        paths = [path for path, kept in zip(paths, keep) if kept]
        values = None if values is None else [value for value, kept in zip(values, keep) if kept]
        split = image_data_generator._validation_split
        if subset is not None:
            edge = int(split * len(paths))
            part = slice(0, edge) if subset == 'validation' else slice(edge, None)
            paths, values = paths[part], None if values is None else values[part]
        count = 0
        if class_mode in ('categorical', 'binary', 'sparse'):
            count = len(classes)
            self.class_indices = {name: place for place, name in enumerate(classes)}
            values = np.array([self.class_indices[value] for value in values], dtype='int32')
            print('Found %d validated image filenames belonging to %d classes.' % (len(paths), count))
        else:
            print('Found %d validated image filenames.' % len(paths))
        self.filenames = paths
        super().__init__(image_data_generator, paths, values, count, target_size, color_mode, class_mode, batch_size,
                         shuffle, seed, interpolation, keep_aspect_ratio)


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
