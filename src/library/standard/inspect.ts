/** The inspect module: what functions and classes are, and their signatures. */

import { requireKnown } from '../../python/builtins/conversions.ts';
import { PyClass } from '../../python/classes.ts';
import { TypeError as PyTypeError, raise } from '../../python/errors.ts';
import { isAwaitable, PyAsyncGenerator, PyCoroutine } from '../../python/evaluate/coroutines.ts';
import { PyFunction } from '../../python/evaluate/function.ts';
import { PyGenerator } from '../../python/evaluate/generators.ts';
import { BoundMethod, NativeFunction, named, native, PyIterator, PyModule } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { objectClass } from '../../python/types.ts';
import { PyList, PyTuple, type Value } from '../../python/values.ts';

const KINDS = { positionalOnly: 0, ordinary: 1, variadic: 2, keywordOnly: 3, keywords: 4 } as const;

/** One parameter as (name, kind, has a default, default). */
function row(name: string, kind: keyof typeof KINDS, fallback: Value | undefined): Value {
  return new PyTuple([name, KINDS[kind], fallback !== undefined, fallback ?? null]);
}

function ofPython(func: PyFunction): Value[] {
  const { positional, positionalOnlyCount, variadic, keywordOnly, keywords } = func.code.parameters;
  const firstDefault = positional.length - func.defaults.length;
  return [
    ...positional.map((place, index) =>
      row(
        place.name,
        index < positionalOnlyCount ? 'positionalOnly' : 'ordinary',
        func.defaults[index - firstDefault],
      ),
    ),
    ...(variadic === null ? [] : [row(variadic.name, 'variadic', undefined)]),
    ...keywordOnly.map(place => row(place.name, 'keywordOnly', func.keywordDefaults.get(place.name))),
    ...(keywords === null ? [] : [row(keywords.name, 'keywords', undefined)]),
  ];
}

/** The parameters of anything callable, without the instance where it is bound already. */
function parametersOf(py: Interpreter, callable: Value): Value[] {
  requireKnown(callable);
  if (callable instanceof PyFunction) return ofPython(callable);
  if (callable instanceof BoundMethod) return parametersOf(py, callable.func).slice(1);
  if (callable instanceof NativeFunction)
    return callable.signature.parameters.map(item => row(item.name, item.kind, item.default));
  if (callable instanceof PyClass) {
    const init = callable.lookup('__init__');
    if (init !== undefined && init !== objectClass.lookup('__init__')) return parametersOf(py, init).slice(1);
    const make = callable.lookup('__new__');
    return make instanceof PyFunction ? ofPython(make).slice(1) : [];
  }
  const call = py.getAttributeOrUndefined(callable, '__call__');
  if (call instanceof BoundMethod) return parametersOf(py, call);
  throw raise(PyTypeError, `${py.repr(callable)} is not a callable object`);
}

const test = (name: string, accept: (value: Value) => boolean) =>
  native(`${name}(object)`, ([object]) => accept(requireKnown(object)));

const SOURCE = String.raw`
class _empty:
    pass


class _ParameterKind(int):
    def __repr__(self):
        return '<_ParameterKind.%s: %d>' % (self.name, self)

    def __str__(self):
        return self.name

    @property
    def name(self):
        return ('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY', 'VAR_KEYWORD')[int(self)]

    @property
    def description(self):
        return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword')[int(self)]


_KINDS = tuple(_ParameterKind(number) for number in range(5))


def _annotation_text(annotation):
    if isinstance(annotation, type) and annotation.__module__ == 'builtins':
        return annotation.__qualname__
    if isinstance(annotation, type):
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class Parameter:
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += ': ' + _annotation_text(self.annotation)
        if self.default is not _empty:
            text += (' = ' if self.annotation is not _empty else '=') + repr(self.default)
        return {2: '*', 4: '**'}.get(int(self.kind), '') + text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def __eq__(self, other):
        return str(self) == str(other) and self.kind == other.kind

    def replace(self, **changes):
        values = {'name': self.name, 'kind': self.kind, 'default': self.default, 'annotation': self.annotation}
        values.update(changes)
        return Parameter(values.pop('name'), values.pop('kind'), **values)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        result = []
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments and parameter.kind in (0, 1):
                result.append(self.arguments[name])
            elif name in self.arguments and parameter.kind == 2:
                result.extend(self.arguments[name])
        return tuple(result)

    @property
    def kwargs(self):
        result = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments and parameter.kind == 3:
                result[name] = self.arguments[name]
            elif name in self.arguments and parameter.kind == 4:
                result.update(self.arguments[name])
        return result

    def apply_defaults(self):
        full = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif parameter.default is not _empty:
                full[name] = parameter.default
            elif parameter.kind == 2:
                full[name] = ()
            elif parameter.kind == 4:
                full[name] = {}
        self.arguments = full

    def __repr__(self):
        inner = ', '.join('%s=%r' % item for item in self.arguments.items())
        return '<BoundArguments (%s)>' % inner


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    def __str__(self):
        texts = []
        before = None
        starred = False
        for parameter in self.parameters.values():
            if before == 0 and parameter.kind != 0:
                texts.append('/')
            if parameter.kind == 2:
                starred = True
            if parameter.kind == 3 and not starred:
                texts.append('*')
                starred = True
            texts.append(str(parameter))
            before = parameter.kind
        if before == 0:
            texts.append('/')
        text = '(' + ', '.join(texts) + ')'
        if self.return_annotation is not _empty:
            text += ' -> ' + _annotation_text(self.return_annotation)
        return text

    def __repr__(self):
        return '<Signature %s>' % self

    def __eq__(self, other):
        return isinstance(other, Signature) and str(self) == str(other)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        rest = list(args)
        for name, parameter in self.parameters.items():
            if parameter.kind == 2:
                if rest:
                    arguments[name] = tuple(rest)
                rest = []
            elif parameter.kind in (0, 1) and rest:
                if name in kwargs and parameter.kind == 1:
                    raise TypeError('multiple values for argument %r' % name)
                arguments[name] = rest.pop(0)
            elif parameter.kind in (1, 3) and name in kwargs:
                arguments[name] = kwargs.pop(name)
            elif parameter.kind == 4:
                if kwargs:
                    arguments[name] = dict(kwargs)
                kwargs = {}
            elif parameter.default is _empty and not partial:
                raise TypeError('missing a required argument: %r' % name)
        if rest:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError('got an unexpected keyword argument %r' % next(iter(kwargs)))
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    @classmethod
    def from_callable(cls, obj):
        return signature(obj)


def signature(callable, *, follow_wrapped=True):
    wrapped = getattr(callable, '__wrapped__', None)
    if follow_wrapped and wrapped is not None:
        return signature(wrapped)
    owner = callable.__init__ if isclass(callable) and isfunction(callable.__init__) else callable
    notes = getattr(owner, '__annotations__', None) or {}
    parameters = []
    for name, kind, has_default, default in _parameters(callable):
        parameters.append(Parameter(name, _KINDS[kind], default=default if has_default else _empty,
                                    annotation=notes.get(name, _empty)))
    returned = _empty if isclass(callable) else notes.get('return', _empty)
    return Signature(parameters, return_annotation=returned)


def getfullargspec(func):
    from collections import namedtuple
    spec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')
    rows = _parameters(func)
    defaults = tuple(row[3] for row in rows if row[1] < 2 and row[2])
    only = {row[0]: row[3] for row in rows if row[1] == 3 and row[2]}
    return spec([row[0] for row in rows if row[1] < 2], next((row[0] for row in rows if row[1] == 2), None),
                next((row[0] for row in rows if row[1] == 4), None), defaults or None,
                [row[0] for row in rows if row[1] == 3], only or None, getattr(func, '__annotations__', None) or {})


def getmembers(object, predicate=None):
    result = []
    for name in dir(object):
        value = getattr(object, name)
        if predicate is None or predicate(value):
            result.append((name, value))
    return result


def getmodule(object):
    return None


def getmro(cls):
    return cls.__mro__


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', None))

`;

/** The Python function behind a method or a partial application. */
function plainFunction(value: Value): PyFunction | null {
  if (value instanceof BoundMethod) return plainFunction(value.func);
  return value instanceof PyFunction ? value : null;
}

function isGeneratorFunction(value: Value, kind: 'FunctionDef' | 'AsyncFunctionDef'): boolean {
  const code = plainFunction(value)?.code;
  if (code === undefined || !code.scope.isGenerator) return false;
  return (code.node.kind === 'AsyncFunctionDef') === (kind === 'AsyncFunctionDef');
}

function isCoroutineFunction(value: Value): boolean {
  const code = plainFunction(value)?.code;
  return code?.node.kind === 'AsyncFunctionDef' && !code.scope.isGenerator;
}

export const module: LibraryModule = {
  name: 'inspect',
  entries: () =>
    named(
      native('_parameters(callable)', ([callable], py) => new PyList(parametersOf(py, callable))),
      test('isclass', value => value instanceof PyClass),
      test('isfunction', value => value instanceof PyFunction),
      test('ismethod', value => value instanceof BoundMethod),
      test('isbuiltin', value => value instanceof NativeFunction),
      test('isroutine', value =>
        value instanceof PyFunction || value instanceof NativeFunction || value instanceof BoundMethod),
      test('ismodule', value => value instanceof PyModule),
      test('isgeneratorfunction', value => isGeneratorFunction(value, 'FunctionDef')),
      test('isasyncgenfunction', value => isGeneratorFunction(value, 'AsyncFunctionDef')),
      test('iscoroutinefunction', isCoroutineFunction),
      test('iscoroutine', value => value instanceof PyCoroutine),
      test('isasyncgen', value => value instanceof PyAsyncGenerator),
      test('isawaitable', isAwaitable),
      native('getcoroutinestate(coroutine)', ([value]) => {
        const state = value instanceof PyCoroutine ? value.run.state : 'closed';
        return `CORO_${state.toUpperCase()}`;
      }),
      native('getgeneratorstate(generator)', ([value]) => {
        const state = value instanceof PyGenerator ? value.state : 'closed';
        return `GEN_${state.toUpperCase()}`;
      }),
      test('isgenerator', value => value instanceof PyGenerator && value instanceof PyIterator),
    ),
  source: SOURCE,
  unmodelled: 'all',
};
