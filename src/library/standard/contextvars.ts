/** The modules contextvars, shlex and graphlib, in Python. */
import { pythonModule } from '../../python/modules.ts';

const contextvars = pythonModule(
  'contextvars',
  `
_UNSET = object()
_values = [{}]


class Token:
    MISSING = '<Token.MISSING>'

    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value
        self._used = False


class ContextVar:
    def __init__(self, name, *, default=_UNSET):
        self.name = name
        self._default = default

    def get(self, default=_UNSET, /):
        values = _values[-1]
        if self in values:
            return values[self]
        if default is not _UNSET:
            return default
        if self._default is not _UNSET:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        values = _values[-1]
        token = Token(self, values.get(self, Token.MISSING))
        values[self] = value
        return token

    def reset(self, token, /):
        if token._used:
            raise RuntimeError('%r has already been used once' % (token,))
        if token.var is not self:
            raise ValueError('%r was created by a different ContextVar' % (token,))
        token._used = True
        if token.old_value is Token.MISSING:
            _values[-1].pop(self, None)
        else:
            _values[-1][self] = token.old_value


class Context:
    def __init__(self):
        self._values = {}

    def run(self, callable, *args, **kwargs):
        _values.append(self._values)
        try:
            return callable(*args, **kwargs)
        finally:
            _values.pop()

    def copy(self):
        made = Context()
        made._values = dict(self._values)
        return made

    def get(self, var, default=None):
        return self._values.get(var, default)

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def copy_context():
    made = Context()
    made._values = dict(_values[-1])
    return made
`,
);

const shlex = pythonModule(
  'shlex',
  String.raw`
import re as _re


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError('s argument must not be None')
    words, word, at = [], None, 0
    while at < len(s):
        char = s[at]
        at += 1
        if char in ' \t\r\n':
            if word is not None:
                words.append(word)
                word = None
        elif comments and char == '#' and word is None:
            end = s.find('\n', at)
            at = len(s) if end < 0 else end
        elif char == '\\' and posix:
            if at == len(s):
                raise ValueError('No escaped character')
            word = (word or '') + s[at]
            at += 1
        elif char in '\'"':
            word = word or ''
            if not posix:
                word += char
            while True:
                if at == len(s):
                    raise ValueError('No closing quotation')
                inner = s[at]
                at += 1
                if inner == char:
                    if not posix:
                        word += inner
                    break
                if inner == '\\' and char == '"' and posix and at < len(s) and s[at] in '"\\':
                    inner = s[at]
                    at += 1
                word += inner
        else:
            word = (word or '') + char
    if word is not None:
        words.append(word)
    return words


def quote(s):
    if not s:
        return "''"
    if _re.search(r'[^\w@%+=:,./-]', s, _re.ASCII) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join(quote(word) for word in split_command)
`,
);

const graphlib = pythonModule(
  'graphlib',
  `
class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._before = {}
        self._after = {}
        self._ready = None
        for node, before in (graph or {}).items():
            self.add(node, *before)

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._before.setdefault(node, 0)
        self._after.setdefault(node, [])
        self._before[node] += len(predecessors)
        for each in predecessors:
            self._before.setdefault(each, 0)
            self._after.setdefault(each, []).append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)
        self._ready = [node for node, count in self._before.items() if count == 0]
        self._left = len(self._before)

    def get_ready(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        ready, self._ready = tuple(self._ready), []
        return ready

    def is_active(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return self._left > 0

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        for node in nodes:
            self._left -= 1
            for after in self._after[node]:
                self._before[after] -= 1
                if self._before[after] == 0:
                    self._ready.append(after)

    def _find_cycle(self):
        done = set()
        for start in self._after:
            path, on_path = [], set()
            todo = [(start, iter(self._after[start]))] if start not in done else []
            if todo:
                path.append(start)
                on_path.add(start)
            while todo:
                node, following = todo[-1]
                after = next((each for each in following if each not in done), None)
                if after is None:
                    todo.pop()
                    path.pop()
                    on_path.discard(node)
                    done.add(node)
                elif after in on_path:
                    return path[path.index(after):] + [after]
                else:
                    path.append(after)
                    on_path.add(after)
                    todo.append((after, iter(self._after[after])))
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
`,
);

export const modules = [contextvars, shlex, graphlib];
