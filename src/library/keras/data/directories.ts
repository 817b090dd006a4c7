/** Data sets from files in folders: `image_dataset_from_directory`, `text_dataset_from_directory`, in Python. */
import { type LibraryModule, pythonModule } from '../../../python/modules.ts';

export const directories: LibraryModule = pythonModule(
  'keras.src.utils.directories',
  `
import os
import numpy as np
import PIL._pixels as _pixels
from PIL import Image
import keras.src._indexed as _indexed
import keras.src.utils.image_utils as image_utils

_FORMATS = ('.bmp', '.gif', '.jpeg', '.jpg', '.png')
_CHANNELS = {'rgb': 3, 'rgba': 4, 'grayscale': 1}
_PILLOW_MODES = {1: 'L', 3: 'RGB', 4: 'RGBA'}
_INTERPOLATIONS = ('bilinear', 'nearest', 'bicubic', 'area', 'lanczos3', 'lanczos5', 'gaussian', 'mitchellcubic')


def _check_labels(labels, label_mode, class_names, what):
    if labels not in ('inferred', None):
        if not isinstance(labels, (list, tuple)):
            raise ValueError(
                '\`labels\` argument should be a list/tuple of integer labels, of the same size as the number of %s '
                'files in the target directory. If you wish to infer the labels from the subdirectory names in the '
                'target directory, pass \`labels="inferred"\`. If you wish to get a dataset that only contains %s '
                '(no labels), pass \`labels=None\`. Received: labels=%s' % (what, what + ' samples' if what == 'text' else 'images', labels))
        if class_names:
            raise ValueError('You can only pass \`class_names\` if \`labels="inferred"\`. Received: labels=%s, and '
                             'class_names=%s' % (labels, class_names))
    if label_mode not in ('int', 'categorical', 'binary', None):
        raise ValueError('\`label_mode\` argument must be one of "int", "categorical", "binary", or None. '
                         'Received: label_mode=%s' % label_mode)


def _check_split(validation_split, subset, shuffle, seed):
    if validation_split and not 0 < validation_split < 1:
        raise ValueError('\`validation_split\` must be between 0 and 1, received: %s' % validation_split)
    if (validation_split or subset) and not (validation_split and subset):
        raise ValueError('If \`subset\` is set, \`validation_split\` must be set, and inversely.')
    if subset not in ('training', 'validation', 'both', None):
        raise ValueError('\`subset\` must be either "training", "validation" or "both", received: %s' % subset)
    if validation_split and shuffle and seed is None:
        raise ValueError('If using \`validation_split\` and shuffling the data, you must provide a \`seed\` argument, '
                         'to make sure that there is no overlap between the training and validation subset.')


def _files_below(folder, formats):
    found = []
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            found.append((path + '/', None))
        elif name.lower().endswith(formats):
            found.append((path, name))
    files = [path for path, name in found if name is not None]
    for path, name in found:
        if name is None:
            files += _files_below(path[:-1], formats)
    return files


def _index(directory, labels, formats, class_names, shuffle, seed, verbose):
    directory = os.fspath(directory).rstrip('/')
    if labels == 'inferred':
        folders = [name for name in sorted(os.listdir(directory))
                   if not name.startswith('.') and os.path.isdir(os.path.join(directory, name))]
        if class_names is not None:
            if not set(class_names).issubset(set(folders)):
                raise ValueError(
                    'The \`class_names\` passed did not match the names of the subdirectories of the target directory. '
                    'Expected: %s (or a subset of it), but received: class_names=%s' % (folders, class_names))
            folders = class_names
    else:
        if class_names is not None:
            raise ValueError('When \`labels=None\` (no labels), argument \`class_names\` cannot be specified.')
        folders = ['']
    paths, places = [], []
    for place, folder in enumerate(folders):
        found = _files_below(os.path.join(directory, folder) if folder else directory, formats)
        paths += found
        places += [place] * len(found)
    if labels == 'inferred':
        labels, class_names = np.array(places, dtype='int32'), folders
    elif labels is None:
        class_names = None
    else:
        if len(labels) != len(paths):
            raise ValueError(
                'Expected the lengths of \`labels\` to match the number of files in the target directory. len(labels) is '
                '%d while we found %d files in directory %s.' % (len(labels), len(paths), directory))
        class_names = [str(label) for label in sorted(set(labels))]
        labels = list(labels)
    if verbose:
        if labels is None:
            print('Found %d files.' % len(paths))
        else:
            print('Found %d files belonging to %d classes.' % (len(paths), len(class_names)))
    if shuffle:
        np.random.RandomState(seed).shuffle(paths)
        if labels is not None:
            np.random.RandomState(seed).shuffle(labels)
    return paths, labels, class_names


def _part(paths, labels, validation_split, subset):
    if not validation_split:
        return paths, labels
    held = int(validation_split * len(paths))
    if subset == 'training':
        print('Using %d files for training.' % (len(paths) - held))
        part = slice(None, -held)
    else:
        print('Using %d files for validation.' % held)
        part = slice(-held, None)
    return paths[part], None if labels is None else labels[part]


def _label(labels, label_mode, classes, place):
    value = int(labels[place])
    if label_mode == 'binary':
        return np.array([value], dtype='float32')
    if label_mode == 'categorical':
        row = np.zeros((classes,), dtype='float32')
        row[value] = 1
        return row
    return np.array(value, dtype='int32')


def _label_element(label_mode, classes):
    if label_mode == 'binary':
        return _indexed.array((1,), 'float32')
    if label_mode == 'categorical':
        return _indexed.array((classes,), 'float32')
    return _indexed.array((), 'int32')


def _from_files(read, element, directory, options, formats, what, text_of_formats, pads=False):
    labels, label_mode, class_names = options['labels'], options['label_mode'], options['class_names']
    batch_size, subset, split = options['batch_size'], options['subset'], options['validation_split']
    shuffle, seed = options['shuffle'], options['seed']
    _check_labels(labels, label_mode, class_names, what)
    if labels is None or label_mode is None:
        labels, label_mode = None, None
    _check_split(split, subset, shuffle, seed)

    def dataset(paths, targets, classes, is_shuffled):
        def produce(place):
            value = read(paths[place])
            return value if label_mode is None else (value, _label(targets, label_mode, classes, place))
        count = None if paths is None else len(paths)
        whole = element if label_mode is None else (element, _label_element(label_mode, classes))
        made = _indexed.dataset(count, produce, whole, is_shuffled)
        if batch_size is not None:
            made = made.padded_batch(batch_size) if pads else made.batch(batch_size)
        return made

    if not _indexed.running:
        classes = None if class_names is None else len(class_names)
        if subset == 'both':
            return [dataset(None, None, classes, False), dataset(None, None, classes, False)]
        return dataset(None, None, classes, False)
    if seed is None:
        seed = np.random.randint(1e6)
    paths, targets, class_names = _index(directory, labels, formats, class_names, shuffle, seed, options['verbose'])
    if label_mode == 'binary' and len(class_names) != 2:
        raise ValueError('When passing \`label_mode="binary"\`, there must be exactly 2 class_names. '
                         'Received: class_names=%s' % class_names)
    classes = 0 if class_names is None else len(class_names)
    made = []
    for part in (['training', 'validation'] if subset == 'both' else [subset]):
        own_paths, own_targets = _part(paths, targets, split, part)
        if not own_paths:
            kind = {'both': part + ' '}.get(subset, '')
            raise ValueError('No %s%s found in directory %s. %s' % (kind, what if what == 'images' else what + ' files', directory, text_of_formats))
        part_set = dataset(own_paths, own_targets, classes, shuffle and part != 'validation')
        _indexed.describe(part_set, 'class_names', class_names)
        _indexed.describe(part_set, 'file_paths', own_paths)
        made.append(part_set)
    return made if subset == 'both' else made[0]


def image_dataset_from_directory(directory, labels='inferred', label_mode='int', class_names=None, color_mode='rgb',
                                 batch_size=32, image_size=(256, 256), shuffle=True, seed=None,
                                 validation_split=None, subset=None, interpolation='bilinear', follow_links=False,
                                 crop_to_aspect_ratio=False, pad_to_aspect_ratio=False, data_format=None,
                                 verbose=True, smart_resize=True):
    if color_mode not in _CHANNELS:
        raise ValueError('\`color_mode\` must be one of {"rgb", "rgba", "grayscale"}. Received: color_mode=%s' % color_mode)
    interpolation = interpolation.lower()
    if interpolation not in _INTERPOLATIONS:
        raise ValueError('Argument \`interpolation\` should be one of %s. Received: interpolation=%s'
                         % (_INTERPOLATIONS, interpolation))
    if pad_to_aspect_ratio and crop_to_aspect_ratio:
        raise ValueError('Only one of \`pad_to_aspect_ratio\`, \`crop_to_aspect_ratio\` can be set to \`True\`.')
    channels = _CHANNELS[color_mode]
    height, width = image_size
    is_first = image_utils._data_format(data_format) == 'channels_first'

    def read(path):
        pixels = Image.open(path).convert(_PILLOW_MODES[channels])._pixels
        if crop_to_aspect_ratio:
            pixels = image_utils._centre(pixels, height, width)
        made = image_utils._padded(pixels, height, width, interpolation) if pad_to_aspect_ratio else \
            _pixels.resize_float(pixels, height, width, interpolation)
        return made.transpose(2, 0, 1) if is_first else made

    shape = (channels, height, width) if is_first else (height, width, channels)
    return _from_files(
        read, _indexed.array(shape, 'float32', True), directory,
        dict(labels=labels, label_mode=label_mode, class_names=class_names, batch_size=batch_size, shuffle=shuffle,
             seed=seed, validation_split=validation_split, subset=subset, verbose=verbose),
        _FORMATS, 'images', 'Allowed formats: %s' % (_FORMATS,))


def text_dataset_from_directory(directory, labels='inferred', label_mode='int', class_names=None, batch_size=32,
                                max_length=None, shuffle=True, seed=None, validation_split=None, subset=None,
                                follow_links=False, verbose=True):
    def read(path):
        with open(path, encoding='utf-8') as file:
            text = file.read()
        return np.array(text if max_length is None else text[:max_length], dtype=object)

    return _from_files(
        read, _indexed.array((), 'object'), directory,
        dict(labels=labels, label_mode=label_mode, class_names=class_names, batch_size=batch_size, shuffle=shuffle,
             seed=seed, validation_split=validation_split, subset=subset, verbose=verbose),
        ('.txt',), 'text', 'Allowed format: .txt')


def audio_dataset_from_directory(directory, labels='inferred', label_mode='int', class_names=None, batch_size=32,
                                 sampling_rate=None, output_sequence_length=None, ragged=False, shuffle=True,
                                 seed=None, validation_split=None, subset=None, follow_links=False, verbose=True):
    if ragged and output_sequence_length is not None:
        raise ValueError('Cannot set both \`ragged\` and \`output_sequence_length\`')
    if ragged:
        raise NotImplementedError('audio_dataset_from_directory with ragged=True is not supported by Kerascope: give an output_sequence_length')
    if sampling_rate is not None:
        if not isinstance(sampling_rate, int):
            raise ValueError('\`sampling_rate\` should have an integer value. Received: sampling_rate=%s' % (sampling_rate,))
        if sampling_rate <= 0:
            raise ValueError('\`sampling_rate\` should be higher than 0. Received: sampling_rate=%s' % sampling_rate)
        raise ImportError('To use the argument \`sampling_rate\`, you should install tensorflow_io. You can install it via \`pip install tensorflow-io\`.')

    def read(path):
        import tensorflow.audio as audio
        with open(path, 'rb') as file:
            return audio._samples(file.read(), -1, -1 if output_sequence_length is None else output_sequence_length)[0]

    return _from_files(
        read, _indexed.array((output_sequence_length, None), 'float32'), directory,
        dict(labels=labels, label_mode=label_mode, class_names=class_names, batch_size=batch_size, shuffle=shuffle,
             seed=seed, validation_split=validation_split, subset=subset, verbose=verbose),
        ('.wav',), 'audio', "Allowed format(s): ('.wav',)", pads=output_sequence_length is None)
`,
);
