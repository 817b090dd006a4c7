/** The module weakref, in Python: nothing is collected while a script runs, so that what is referred to stays. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'weakref',
  String.raw`
class ref:
    def __init__(self, object, callback=None):
        if object is None or isinstance(object, (int, float, str, tuple, list, dict, bytes)) and type(object).__module__ == 'builtins':
            raise TypeError("cannot create weak reference to '%s' object" % type(object).__name__)
        self._object = object

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return isinstance(other, ref) and self._object == other._object

    def __hash__(self):
        return hash(self._object)


ReferenceType = ref
WeakMethod = ref


def proxy(object, callback=None):
    return object


class WeakKeyDictionary(dict):
    pass


class WeakValueDictionary(dict):
    pass


class WeakSet(set):
    pass


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        self.alive = True
        self._call = (func, args, kwargs)

    def __call__(self):
        if not self.alive:
            return None
        self.alive = False
        func, args, kwargs = self._call
        return func(*args, **kwargs)

    def detach(self):
        self.alive = False
`,
);
