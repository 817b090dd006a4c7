/** The pprint module, in Python: containers that do not fit a line are written one item a line. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'pprint',
  String.raw`
import re as _re
import sys as _sys


def _sorted_items(items):
    items = list(items)
    try:
        return sorted(items)
    except TypeError:
        return sorted(items, key=lambda item: (str(type(item[0])), id(item[0])) if isinstance(item, tuple) else (str(type(item)), id(item)))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        print(self.pformat(object), file=self._stream)

    def pformat(self, object):
        return self._text(object, 0, 0, 0)

    def isreadable(self, object):
        return True

    def _short(self, value, level):
        """On one line."""
        kind = type(value)
        if kind is int and self._underscores:
            return format(value, '_d')
        if kind in (dict, list, tuple) and value and self._depth is not None and level >= self._depth:
            return '{...}' if kind is dict else '[...]' if kind is list else '(...)'
        if kind is dict and value:
            items = _sorted_items(value.items()) if self._sort else value.items()
            return '{' + ', '.join(self._short(k, level + 1) + ': ' + self._short(v, level + 1) for k, v in items) + '}'
        if kind is list and value:
            return '[' + ', '.join(self._short(item, level + 1) for item in value) + ']'
        if kind is tuple and value:
            inner = ', '.join(self._short(item, level + 1) for item in value)
            return '(' + inner + (',)' if len(value) == 1 else ')')
        return repr(value)

    def _text(self, value, indent, allowance, level):
        short = self._short(value, level)
        if len(short) <= self._width - indent - allowance:
            return short
        kind = type(value)
        if self._depth is not None and level >= self._depth and kind in (dict, list, tuple):
            return short
        level += 1
        if kind is dict and value:
            return self._dict(value, indent, allowance, level)
        if kind is list and value:
            return self._sequence('[', value, ']', indent, allowance + 1, level)
        if kind is tuple and value:
            end = ',)' if len(value) == 1 else ')'
            return self._sequence('(', value, end, indent, allowance + len(end), level)
        if kind is set and value:
            return self._sequence('{', _sorted_items(value), '}', indent, allowance + 1, level)
        if kind is frozenset and value:
            return 'frozenset(' + self._sequence('{', _sorted_items(value), '}', indent + 10, allowance + 2, level) + ')'
        if kind is str and value:
            return self._string(value, indent, allowance, level)
        fields = getattr(kind, '__dataclass_fields__', None)
        if fields and '__repr__' in kind.__dict__:
            return self._dataclass(value, fields, indent, allowance, level)
        return short

    def _dataclass(self, value, fields, indent, allowance, level):
        head = type(value).__name__ + '('
        inner = indent + len(head)
        names = [name for name, field in fields.items() if field.repr]
        parts = []
        for place, name in enumerate(names):
            last = place == len(names) - 1
            text = name + '='
            parts.append(text + self._text(getattr(value, name), inner + len(text), allowance if last else 1, level))
        return head + (',\n' + ' ' * inner).join(parts) + ')'

    def _dict(self, value, indent, allowance, level):
        items = _sorted_items(value.items()) if self._sort else list(value.items())
        inner = indent + self._indent
        parts = []
        for place, (key, item) in enumerate(items):
            last = place == len(items) - 1
            head = self._short(key, level) + ': '
            parts.append(head + self._text(item, inner + len(head), allowance + 1 if last else 1, level))
        start = '{' + ' ' * (self._indent - 1)
        return start + (',\n' + ' ' * inner).join(parts) + '}'

    def _sequence(self, start, values, end, indent, allowance, level):
        inner = indent + self._indent
        values = list(values)
        head = start + ' ' * (self._indent - 1)
        if not self._compact:
            parts = []
            for place, item in enumerate(values):
                last = place == len(values) - 1
                parts.append(self._text(item, inner, allowance if last else 1, level))
            return head + (',\n' + ' ' * inner).join(parts) + end
        text = head
        room = full = self._width - inner + 1
        separator = ''
        for place, item in enumerate(values):
            last = place == len(values) - 1
            if last:
                full -= allowance
                room -= allowance
            short = self._short(item, level)
            size = len(short) + 2
            if room < size:
                room = full
                if separator:
                    separator = ',\n' + ' ' * inner
            if room >= size:
                room -= size
                text += separator + short
                separator = ', '
                continue
            text += separator + self._text(item, inner, allowance if last else 1, level)
            separator = ',\n' + ' ' * inner
            room = full
        return text + end

    def _string(self, value, indent, allowance, level):
        lines = value.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = last_room = self._width - indent
        chunks = []
        text = ''
        for place, line in enumerate(lines):
            text = repr(line)
            if place == len(lines) - 1:
                last_room -= allowance
            if len(text) <= last_room:
                chunks.append(text)
                continue
            parts = _re.findall(r'\S*\s*', line)
            if parts and not parts[-1]:
                parts.pop()
            longest = room
            current = ''
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and place == len(lines) - 1:
                    longest -= allowance
                if len(repr(candidate)) > longest:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return text
        whole = ('\n' + ' ' * indent).join(chunks)
        return '(' + whole + ')' if level == 1 else whole


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    printer = PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    return printer.pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    printer = PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    printer.pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._short(object, 0)


def isreadable(object):
    return True
`,
);
