/** What functools builds out of Python: methods that are made when they are looked up. */
export const METHODS = `
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        given = [repr(value) for value in self.args] + ['%s=%r' % item for item in self.keywords.items()]
        return 'functools.partialmethod(%s)' % ', '.join([repr(self.func)] + given)

    def __get__(self, obj, cls=None):
        if hasattr(self.func, '__get__'):
            return partial(self.func.__get__(obj, cls), *self.args, **self.keywords)
        return partial(self.func, *(() if obj is None else (obj,)), *self.args, **self.keywords)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls) if method is None else self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)
        _method.register = self.register
        return update_wrapper(_method, self.func)
`;
