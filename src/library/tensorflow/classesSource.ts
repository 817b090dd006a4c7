/** Classes at the top of `tensorflow`: specifications, modules, scopes; in Python. */

export const classesSource = `
class TensorSpec:
    def __init__(self, shape, dtype='float32', name=None):
        self.shape = TensorShape(shape)
        self.dtype = as_dtype(dtype)
        self.name = name

    def __repr__(self):
        return 'TensorSpec(shape=' + str(self.shape) + ', dtype=' + repr(self.dtype) + ', name=' + repr(self.name) + ')'

    def __eq__(self, other):
        return type(self) is type(other) and repr(self) == repr(other)

    def __hash__(self):
        return hash(repr(self))

    @classmethod
    def from_tensor(cls, tensor, name=None):
        return cls(tensor.shape, tensor.dtype, name)

    @classmethod
    def from_spec(cls, spec, name=None):
        return cls(spec.shape, spec.dtype, name or spec.name)

    def is_compatible_with(self, other):
        return as_dtype(other.dtype) == self.dtype and self.shape.is_compatible_with(other.shape)


class UnconnectedGradients:
    NONE = 'none'
    ZERO = 'zero'


class Module:
    def __init__(self, name=None):
        self._name = name

    @property
    def name(self):
        return self._name or type(self).__name__.lower()

    def _walk(self, value, found, seen):
        if id(value) in seen:
            return
        seen.append(id(value))
        if isinstance(value, Variable):
            found.append(value)
        elif isinstance(value, (list, tuple)):
            for item in value:
                self._walk(item, found, seen)
        elif isinstance(value, dict):
            for key in sorted(value):
                self._walk(value[key], found, seen)
        elif isinstance(value, Module):
            for key in sorted(value.__dict__):
                self._walk(value.__dict__[key], found, seen)
        elif hasattr(value, 'variables') and hasattr(value, 'trainable_variables'):
            found.extend(value.variables)

    @property
    def variables(self):
        found = []
        self._walk(self, found, [])
        return tuple(found)

    @property
    def trainable_variables(self):
        return tuple(v for v in self.variables if v.trainable)

    @property
    def submodules(self):
        return tuple(v for v in self.__dict__.values() if isinstance(v, Module))


class name_scope:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self.name

    def __exit__(self, *details):
        return None


class device(name_scope):
    pass


class control_dependencies(name_scope):
    pass


class init_scope:
    def __enter__(self):
        return None

    def __exit__(self, *details):
        return None


class _Logger:
    def setLevel(self, level):
        return None

    def addHandler(self, handler):
        return None


def get_logger():
    return _Logger()
`;

/** `tf.data`'s own specification, of data sets in data sets. */
export const dataSource = `
class DatasetSpec:
    def __init__(self, element_spec, dataset_shape=()):
        self.element_spec = element_spec

    def __repr__(self):
        return 'DatasetSpec(' + repr(self.element_spec) + ', TensorShape([]))'
`;
