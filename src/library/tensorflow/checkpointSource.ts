/** `tf.train.Checkpoint` and its manager, in Python: the values of variables in files of our own. */

export const checkpointSource = `
import os as _os
import re as _re
from tensorflow._records import _is_running


def _variables_in(value):
    if isinstance(value, _tf.Variable):
        return [value]
    if isinstance(value, (list, tuple)):
        return [variable for item in value for variable in _variables_in(item)]
    if isinstance(value, dict):
        return [variable for key in sorted(value) for variable in _variables_in(value[key])]
    if isinstance(value, Checkpoint):
        return [variable for name, part in value._parts() for variable in _variables_in(part)]
    if hasattr(value, 'variables'):
        return list(value.variables)
    if hasattr(value, 'assign'):
        return [value]
    if value is None or isinstance(value, (bool, int, float, complex, str, bytes, set)):
        raise ValueError('\`Checkpoint\` was expecting keyword arguments to be a trackable object (an object derived from \`Trackable\`), got '
                         + repr(value) + '. If you believe this object should be trackable (i.e. it is part of the TensorFlow Python API and manages state), please open an issue.')
    if _is_running():
        raise NotImplementedError('tf.train.Checkpoint(%s) is not supported by Kerascope yet' % type(value).__name__)
    return []


class _Status:
    def assert_consumed(self):
        return self

    def assert_existing_objects_matched(self):
        return self

    def assert_nontrivial_match(self):
        return self

    def expect_partial(self):
        return self

    def initialize_or_restore(self, session=None):
        return None

    def run_restore_ops(self, session=None):
        return None


class Checkpoint:
    def __init__(self, root=None, **kwargs):
        self._names = sorted(kwargs)
        if root is not None:
            self._names.append('root')
            kwargs['root'] = root
        for name, value in kwargs.items():
            _variables_in(value)
            setattr(self, name, value)
        self.save_counter = _tf.Variable(0, dtype='int64', trainable=False, name='save_counter')

    def _parts(self):
        return [(name, getattr(self, name)) for name in self._names] + [('save_counter', self.save_counter)]

    def write(self, file_prefix, options=None):
        path = _os.fspath(file_prefix)
        if not _is_running():
            return path
        folder = _os.path.dirname(path)
        if folder:
            _os.makedirs(folder, exist_ok=True)
        values = {}
        for name, part in self._parts():
            for index, variable in enumerate(_variables_in(part)):
                values[name + '/' + str(index)] = _np.asarray(variable.numpy())
        _np.savez(path + '.npz', **values)
        with open(path + '.index', 'w') as file:
            file.write(''.join(name + ' ' + str(value.dtype) + ' ' + str(value.shape) + '\\n' for name, value in values.items()))
        return path

    def save(self, file_prefix, options=None):
        self.save_counter.assign_add(1)
        path = _os.fspath(file_prefix) + '-' + (str(int(self.save_counter)) if _is_running() else '1')
        self.write(path)
        if _is_running():
            _note(_os.path.dirname(path), [_os.path.basename(path)])
        return path

    def read(self, save_path, options=None):
        return self.restore(save_path)

    def restore(self, save_path, options=None):
        if save_path is None or not _is_running():
            return _Status()
        path = _os.fspath(save_path)
        if _os.path.exists(path + '.data-00000-of-00001'):
            raise NotImplementedError('Checkpoints that TensorFlow wrote are not supported by Kerascope yet')
        if not _os.path.exists(path + '.npz'):
            raise _tf.errors.NotFoundError('Unsuccessful TensorSliceReader constructor: Failed to find any matching files for ' + path)
        values = dict(_np.load(path + '.npz'))
        for name, part in self._parts():
            variables = _variables_in(part)
            kept = [key for key in values if key.rsplit('/', 1)[0] == name]
            if kept and not variables:
                raise NotImplementedError('Restoring ' + name + ' before it has variables is not supported by Kerascope yet; call or build it first')
            for index, variable in enumerate(variables):
                value = values.get(name + '/' + str(index))
                if value is None:
                    continue
                if tuple(value.shape) != tuple(variable.shape):
                    raise ValueError('Tensor\\'s shape ' + str(tuple(value.shape)) + ' is not compatible with supplied shape ' + str(tuple(variable.shape)))
                variable.assign(value)
        return _Status()


def _note(folder, names):
    with open(_os.path.join(folder, 'checkpoint'), 'w') as file:
        file.write('model_checkpoint_path: "' + names[-1] + '"\\n' + ''.join('all_model_checkpoint_paths: "' + name + '"\\n' for name in names))


def latest_checkpoint(checkpoint_dir, latest_filename=None):
    path = _os.path.join(_os.fspath(checkpoint_dir), latest_filename or 'checkpoint')
    if not _os.path.exists(path):
        return None
    with open(path) as file:
        found = _re.search('model_checkpoint_path: "(.*)"', file.read())
    return _os.path.join(_os.fspath(checkpoint_dir), found.group(1)) if found else None


class CheckpointManager:
    def __init__(self, checkpoint, directory, max_to_keep, keep_checkpoint_every_n_hours=None, checkpoint_name='ckpt',
                 step_counter=None, checkpoint_interval=None, init_fn=None):
        if keep_checkpoint_every_n_hours is not None or checkpoint_interval is not None or init_fn is not None:
            raise NotImplementedError('CheckpointManager with hours, intervals or init_fn is not supported by Kerascope yet')
        self.checkpoint = checkpoint
        self.directory = _os.fspath(directory)
        self._most = max_to_keep
        self._prefix = _os.path.join(self.directory, checkpoint_name)
        self._kept = []
        path = _os.path.join(self.directory, 'checkpoint')
        if _is_running() and _os.path.exists(path):
            with open(path) as file:
                self._kept = [_os.path.join(self.directory, name) for name in _re.findall('all_model_checkpoint_paths: "(.*)"', file.read())]

    @property
    def checkpoints(self):
        return list(self._kept)

    @property
    def latest_checkpoint(self):
        return self._kept[-1] if self._kept else None

    def save(self, checkpoint_number=None, check_interval=True, options=None):
        self.checkpoint.save_counter.assign_add(1)
        if not _is_running():
            return self._prefix + '-1'
        number = int(self.checkpoint.save_counter) if checkpoint_number is None else int(checkpoint_number)
        path = self.checkpoint.write(self._prefix + '-' + str(number))
        self._kept.append(path)
        while self._most is not None and len(self._kept) > self._most:
            oldest = self._kept.pop(0)
            for ending in ('.npz', '.index'):
                if _os.path.exists(oldest + ending):
                    _os.remove(oldest + ending)
        _note(self.directory, [_os.path.basename(kept) for kept in self._kept])
        return path

    def restore_or_initialize(self):
        path = self.latest_checkpoint
        self.checkpoint.restore(path)
        return path
`;
