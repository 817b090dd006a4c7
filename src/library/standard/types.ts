/** The types module: names of built-in types, SimpleNamespace and MappingProxyType. */
import type { LibraryModule } from '../../python/modules.ts';
import {
  asyncGeneratorClass,
  boundMethodClass,
  coroutineClass,
  ellipsisClass,
  functionClass,
  generatorClass,
  moduleClass,
  nativeFunctionClass,
  noneClass,
  notImplementedClass,
} from '../../python/types.ts';

const SOURCE = String.raw`
class SimpleNamespace:
    def __init__(self, /, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        return name + '(' + ', '.join('%s=%r' % item for item in vars(self).items()) + ')'

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return vars(self) == vars(other)
        return NotImplemented


class mappingproxy:
    def __init__(self, mapping, /):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __len__(self):
        return len(self._mapping)

    def __iter__(self):
        return iter(self._mapping)

    def __repr__(self):
        return 'mappingproxy(%r)' % (self._mapping,)

    def __str__(self):
        return str(self._mapping)

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, mappingproxy) else other)

    def __or__(self, other):
        return self._mapping | other

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()


def new_class(name, bases=(), kwds=None, exec_body=None):
    names = {}
    if exec_body is not None:
        exec_body(names)
    return type(name, bases, names)


class _AwaitableGenerator:
    def __init__(self, generator):
        self._generator = generator

    def __await__(self):
        return self._generator

    def __getattr__(self, name):
        return getattr(self._generator, name)

    def __iter__(self):
        return self._generator

    def __next__(self):
        return next(self._generator)


def coroutine(func):
    import functools
    import inspect

    if inspect.iscoroutinefunction(func):
        return func

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        made = func(*args, **kwargs)
        return _AwaitableGenerator(made) if inspect.isgenerator(made) else made

    return wrapper


UnionType = type(int | str)
GenericAlias = type(list[int])
MappingProxyType = mappingproxy
`;

export const module: LibraryModule = {
  name: 'types',
  entries: () => [
    ['FunctionType', functionClass],
    ['LambdaType', functionClass],
    ['GeneratorType', generatorClass],
    ['CoroutineType', coroutineClass],
    ['AsyncGeneratorType', asyncGeneratorClass],
    ['MethodType', boundMethodClass],
    ['BuiltinFunctionType', nativeFunctionClass],
    ['BuiltinMethodType', nativeFunctionClass],
    ['ModuleType', moduleClass],
    ['NoneType', noneClass],
    ['EllipsisType', ellipsisClass],
    ['NotImplementedType', notImplementedClass],
  ],
  source: SOURCE,
  unmodelled: new Set([
    'CodeType',
    'FrameType',
    'TracebackType',
    'CellType',
    'MethodDescriptorType',
    'MethodWrapperType',
    'WrapperDescriptorType',
    'GetSetDescriptorType',
    'MemberDescriptorType',
    'DynamicClassAttribute',
    'prepare_class',
    'resolve_bases',
  ]),
};
