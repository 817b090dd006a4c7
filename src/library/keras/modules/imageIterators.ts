/** The batches of an ImageDataGenerator, from arrays, folders and tables, in Python: a part of the text of imageGenerator.ts. */
export const imageIterators = `
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

    def __getitem__(self, idx):
        return super().__getitem__(idx) if _running else self._form()

    def __next__(self):
        return super().__next__() if _running else self._form()

    def _form(self):
        # What a batch is like before any file is read.
        images = _settled(None, (None,) + self.image_shape, 'float32')
        if self.class_mode is None:
            return images
        if self.class_mode in ('binary', 'sparse'):
            return images, _settled(None, (None,), 'float32', 0, 1 if self.class_mode == 'binary' else None)
        if self.class_mode == 'categorical':
            return images, _settled(None, (None, None), 'float32', 0, 1)
        return images, images if self.class_mode == 'input' else _unknown('its labels are in a table')

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
`;
