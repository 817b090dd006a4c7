/** Classes at the top of `tensorflow`: shapes, modules, scopes; in Python. */

export const classesSource = `
class TensorShape:
    def __init__(self, dims):
        if dims is None:
            self._dims = None
        elif isinstance(dims, TensorShape):
            self._dims = dims._dims
        else:
            self._dims = [None if d is None else int(d) for d in (dims if hasattr(dims, '__iter__') else [dims])]

    @property
    def rank(self):
        return None if self._dims is None else len(self._dims)

    @property
    def ndims(self):
        return self.rank

    @property
    def dims(self):
        return self._dims

    def as_list(self):
        if self._dims is None:
            raise ValueError('as_list() is not defined on an unknown TensorShape.')
        return list(self._dims)

    def is_fully_defined(self):
        return self._dims is not None and None not in self._dims

    def num_elements(self):
        if not self.is_fully_defined():
            return None
        total = 1
        for size in self._dims:
            total *= size
        return total

    def is_compatible_with(self, other):
        other = TensorShape(other)
        if self._dims is None or other._dims is None:
            return True
        return len(self._dims) == len(other._dims) and all(a is None or b is None or a == b for a, b in zip(self._dims, other._dims))

    def concatenate(self, other):
        other = TensorShape(other)
        if self._dims is None or other._dims is None:
            return TensorShape(None)
        return TensorShape(self._dims + other._dims)

    def with_rank(self, rank):
        return self

    def __bool__(self):
        return self._dims is not None

    def __len__(self):
        if self._dims is None:
            raise ValueError('Cannot take the length of shape with unknown rank.')
        return len(self._dims)

    def __iter__(self):
        if self._dims is None:
            raise ValueError('Cannot iterate over a shape with unknown rank.')
        return iter(self._dims)

    def __getitem__(self, key):
        if self._dims is None:
            return TensorShape(None) if type(key).__name__ == "slice" else None
        found = self._dims[key]
        return TensorShape(found) if isinstance(found, list) else found

    def __add__(self, other):
        return self.concatenate(other)

    def __eq__(self, other):
        return self._dims == TensorShape(other)._dims

    def __str__(self):
        if self._dims is None:
            return '<unknown>'
        return '(' + ', '.join(str(d) for d in self._dims) + (',)' if len(self._dims) == 1 else ')')

    def __repr__(self):
        return 'TensorShape(' + ('None' if self._dims is None else str(self._dims)) + ')'


class TensorSpec:
    def __init__(self, shape, dtype='float32', name=None):
        self.shape = TensorShape(shape)
        self.dtype = dtype
        self.name = name

    def __repr__(self):
        return 'TensorSpec(shape=' + str(self.shape) + ', dtype=tf.' + str(self.dtype) + ', name=' + repr(self.name) + ')'


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
