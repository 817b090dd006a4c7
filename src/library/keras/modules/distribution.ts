/** `keras.distribution` on one machine: its devices, and what would be told to several of them, which is kept and checked. */

export const distributionSource = `
import collections.abc
import contextlib
import re
import numpy as np

_current = [None]


def list_devices(device_type=None):
    if device_type is not None and device_type.lower() != 'cpu':
        return []
    return ['cpu:0']


def initialize(job_addresses=None, num_processes=None, process_id=None):
    if job_addresses is not None or (num_processes is not None and num_processes > 1):
        raise NotImplementedError('keras.distribution.initialize for several processes is not supported by Kerascope: it runs on one machine')


class DeviceMesh:
    def __init__(self, shape, axis_names, devices=None):
        if not shape or not axis_names:
            raise ValueError('Shape and axis_names cannot be empty. Received: shape=' + str(shape) + ', axis_names=' + str(axis_names))
        if len(shape) != len(axis_names):
            raise ValueError('Shape and axis_names should have same size. Received: shape=' + str(shape) + ', axis_names=' + str(axis_names))
        if devices is None:
            devices = list_devices()
        devices = np.array(devices)
        if np.prod(shape) != np.prod(devices.shape):
            raise ValueError('Shape does not match the number of devices. Received: shape=' + str(shape) + '; devices.shape=' + str(devices.shape))
        self._shape = shape
        self._axis_names = axis_names
        self._devices = np.reshape(devices, shape)

    @property
    def shape(self):
        return self._shape

    @property
    def axis_names(self):
        return self._axis_names

    @property
    def devices(self):
        return self._devices

    def __repr__(self):
        return '<' + type(self).__name__ + ' shape=' + str(self.shape) + ', axis_names=' + str(self.axis_names) + '>'


class TensorLayout:
    def __init__(self, axes, device_mesh=None):
        self._axes = tuple(axes)
        self._device_mesh = device_mesh
        self._validate_axes()

    @property
    def axes(self):
        return self._axes

    @property
    def device_mesh(self):
        return self._device_mesh

    @device_mesh.setter
    def device_mesh(self, device_mesh):
        if self._device_mesh is not None:
            raise ValueError('Cannot override device mesh value. Existing value is ' + str(self._device_mesh))
        self._device_mesh = device_mesh
        self._validate_axes()

    def _validate_axes(self):
        if self._device_mesh is None:
            return
        valid = set(self._device_mesh.axis_names)
        named = set(self._axes) - {None}
        if named - valid:
            raise ValueError('Invalid axis names for Layout. Valid axis names: ' + str(valid) + ', Got ' + str(named))

    def __repr__(self):
        return '<' + type(self).__name__ + ' axes=' + str(self.axes) + ', device_mesh=' + str(self.device_mesh) + '>'


class Distribution:
    def __init__(self, device_mesh):
        self._device_mesh = device_mesh

    def get_data_layout(self, data_shape):
        raise NotImplementedError()

    def get_variable_layout(self, variable):
        raise NotImplementedError()

    def get_tensor_layout(self, path):
        raise NotImplementedError()

    @contextlib.contextmanager
    def scope(self):
        before = distribution()
        set_distribution(self)
        try:
            yield
        finally:
            set_distribution(before)

    @property
    def device_mesh(self):
        return self._device_mesh

    def distribute_dataset(self, dataset):
        return dataset

    def __repr__(self):
        return '<' + type(self).__name__ + ' device_mesh=' + str(self.device_mesh) + '>'


class DataParallel(Distribution):
    def __init__(self, device_mesh=None, devices=None):
        if device_mesh is None:
            devices = np.array(list_devices() if devices is None else devices)
            device_mesh = DeviceMesh(shape=devices.shape, axis_names=['batch'], devices=devices.flatten())
        elif not isinstance(device_mesh, DeviceMesh):
            raise ValueError('Expect \`mesh\` to be an instance of \`DeviceMesh\`. Received: mesh=' + str(device_mesh) + ' (of type ' + str(type(device_mesh)) + ')')
        super().__init__(device_mesh)
        self._batch_dim_name = device_mesh.axis_names[0]

    def get_data_layout(self, data_shape):
        return TensorLayout([self._batch_dim_name] + [None] * (len(data_shape) - 1), self.device_mesh)

    def get_variable_layout(self, variable):
        return TensorLayout([None] * len(variable.shape), self.device_mesh)

    def get_tensor_layout(self, path):
        return None


class ModelParallel(Distribution):
    def __init__(self, device_mesh, layout_map, batch_dim_name=None):
        super().__init__(device_mesh)
        self._layout_map = layout_map
        self._batch_dim_name = batch_dim_name or device_mesh.axis_names[0]

    def get_data_layout(self, data_shape):
        return TensorLayout([self._batch_dim_name] + [None] * (len(data_shape) - 1), self.device_mesh)

    def get_variable_layout(self, variable):
        found = self._layout_map[variable.path]
        return found if found is not None else TensorLayout([None] * len(variable.shape), self.device_mesh)

    def get_tensor_layout(self, path):
        return self._layout_map[path]


class LayoutMap(collections.abc.MutableMapping):
    def __init__(self, device_mesh=None):
        self._layout_map = {}
        self._device_mesh = device_mesh

    def __getitem__(self, key):
        if key in self._layout_map:
            return self._layout_map[key]
        matching = [k for k in self._layout_map if re.search(k, key)]
        if len(matching) > 1:
            raise ValueError("Path '" + key + "' matches multiple layout specification keys: " + str(matching) + '. Please make sure each tensor/variable path only matches at most one layout specification key in the LayoutMap.')
        return self._layout_map[matching[0]] if matching else None

    def __setitem__(self, key, layout):
        if key in self._layout_map:
            raise ValueError(key + ' already exist in the LayoutMap with value ' + str(self._layout_map[key]) + '. Please make sure to not use duplicated keys.')
        if isinstance(layout, tuple):
            layout = TensorLayout(axes=layout, device_mesh=None)
        if not isinstance(layout, TensorLayout):
            raise ValueError(str(layout) + ' should be a TensorLayout type, got ' + str(type(layout)))
        if layout.device_mesh is None and self._device_mesh is not None:
            layout.device_mesh = self._device_mesh
        self._layout_map[key] = layout

    def __delitem__(self, key):
        return self._layout_map.pop(key)

    def __len__(self):
        return len(self._layout_map)

    def __iter__(self):
        return iter(self._layout_map)

    @property
    def device_mesh(self):
        return self._device_mesh


def distribute_tensor(tensor, layout):
    return tensor


def distribution():
    return _current[0]


def set_distribution(value):
    _current[0] = value
`;
