/** The assertions of unittest's test cases, in Python, with the messages of CPython. */
export const ASSERTIONS = String.raw`
import difflib as _difflib
import pprint as _pprint
import re as _re

_MAX_LENGTH = 80


def _safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + ' [truncated]...'


def _shorten(s, prefix, suffix):
    skip = len(s) - prefix - suffix
    if skip > 12:
        s = '%s[%d chars]%s' % (s[:prefix], skip, s[len(s) - suffix:])
    return s


def _common_prefix(texts):
    first, last = min(texts), max(texts)
    for at, char in enumerate(first):
        if char != last[at]:
            return first[:at]
    return first


def _common_shorten_repr(*args):
    args = tuple(map(_safe_repr, args))
    longest = max(map(len, args))
    if longest <= _MAX_LENGTH:
        return args
    prefix = _common_prefix(args)
    length = len(prefix)
    room = _MAX_LENGTH - (longest - length + 5 + 12)
    if room > 5:
        prefix = _shorten(prefix, 5, room)
        return tuple(prefix + s[length:] for s in args)
    prefix = _shorten(prefix, 5, 5)
    return tuple(prefix + _shorten(s[length:], _MAX_LENGTH - 39, 5) for s in args)


class _Raises:
    def __init__(self, expected, case, regex=None, name='assertRaises', msg=None):
        self.expected = expected
        self.case = case
        self.regex = regex
        self.msg = msg

    def handle(self, args, kwargs):
        if not args:
            self.msg = kwargs.pop('msg', None)
            return self
        func, *rest = args
        self.name = getattr(func, '__name__', str(func))
        with self:
            func(*rest, **kwargs)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                expected = self.expected.__name__
            except AttributeError:
                expected = str(self.expected)
            if getattr(self, 'name', None):
                self.fail('{} not raised by {}'.format(expected, self.name))
            self.fail('{} not raised'.format(expected))
        if not issubclass(kind, self.expected):
            return False
        self.exception = value
        if self.regex is not None:
            pattern = _re.compile(self.regex) if isinstance(self.regex, str) else self.regex
            if not pattern.search(str(value)):
                self.fail('"{}" does not match "{}"'.format(pattern.pattern, str(value)))
        return True

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))


class _Warns:
    def __init__(self, expected, case, regex=None):
        self.expected, self.case, self.regex = expected, case, regex

    def __enter__(self):
        import warnings
        self._manager = warnings.catch_warnings(record=True)
        self.warnings = self._manager.__enter__()
        warnings.simplefilter('always')
        return self

    def __exit__(self, kind, value, traceback):
        self._manager.__exit__(kind, value, traceback)
        if kind is not None:
            return
        for each in self.warnings:
            if issubclass(each.category, self.expected):
                if self.regex is None or _re.search(self.regex, str(each.message)):
                    self.warning = each.message
                    return
        raise self.case.failureException('{} not triggered'.format(self.expected.__name__))


class _Assertions:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else '%s : %s' % (standard, msg)

    def _check(self, holds, msg, standard):
        if not holds:
            raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, '%s is not true' % _safe_repr(expr))

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, '%s is not false' % _safe_repr(expr))

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, '%s is not %s' % (_safe_repr(expr1), _safe_repr(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, 'unexpectedly identical: %s' % _safe_repr(expr1))

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, '%s is not None' % _safe_repr(obj))

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, '%s not found in %s' % (_safe_repr(member), _safe_repr(container)))

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg,
                    '%s unexpectedly found in %s' % (_safe_repr(member), _safe_repr(container)))

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, '%s is not an instance of %r' % (_safe_repr(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, '%s is an instance of %r' % (_safe_repr(obj), cls))

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, '%s not less than %s' % (_safe_repr(a), _safe_repr(b)))

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, '%s not less than or equal to %s' % (_safe_repr(a), _safe_repr(b)))

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, '%s not greater than %s' % (_safe_repr(a), _safe_repr(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, '%s not greater than or equal to %s' % (_safe_repr(a), _safe_repr(b)))

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = _re.compile(expected_regex) if isinstance(expected_regex, str) else expected_regex
        self._check(pattern.search(text), msg, "Regex didn't match: %r not found in %r" % (pattern.pattern, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = _re.compile(unexpected_regex) if isinstance(unexpected_regex, str) else unexpected_regex
        match = pattern.search(text)
        if match:
            self._check(False, msg, 'Regex matched: %r matches %r in %r' % (match.group(), pattern.pattern, text))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(expected_exception, self).handle(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(expected_exception, self, expected_regex).handle(args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return self._warns(_Warns(expected_warning, self), args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return self._warns(_Warns(expected_warning, self, expected_regex), args, kwargs)

    def _warns(self, context, args, kwargs):
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        shown = (_safe_repr(first), _safe_repr(second))
        if delta is not None:
            self._check(diff <= delta, msg,
                        '%s != %s within %s delta (%s difference)' % (*shown, _safe_repr(delta), _safe_repr(diff)))
            return
        places = 7 if places is None else places
        self._check(round(diff, places) == 0, msg,
                    '%s != %s within %r places (%s difference)' % (*shown, places, _safe_repr(diff)))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        diff = abs(first - second)
        shown = (_safe_repr(first), _safe_repr(second))
        if delta is not None:
            self._check(not first == second and diff > delta, msg,
                        '%s == %s within %s delta (%s difference)' % (*shown, _safe_repr(delta), _safe_repr(diff)))
            return
        places = 7 if places is None else places
        self._check(not first == second and round(diff, places) != 0, msg,
                    '%s == %s within %r places' % (*shown, places))

    def addTypeEqualityFunc(self, typeobj, function):
        self._equality_functions = {**getattr(self, '_equality_functions', {}), typeobj: function}

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            own = getattr(self, '_equality_functions', {}).get(type(first))
            if own is not None:
                (getattr(self, own) if isinstance(own, str) else own)(first, second, msg=msg)
                return
            named = {dict: self.assertDictEqual, list: self.assertListEqual, tuple: self.assertTupleEqual,
                     set: self.assertSetEqual, frozenset: self.assertSetEqual, str: self.assertMultiLineEqual}
            if type(first) in named:
                named[type(first)](first, second, msg)
                return
        self._check(first == second, msg, '%s != %s' % _common_shorten_repr(first, second))

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, '%s == %s' % (_safe_repr(first), _safe_repr(second)))

    def _with_diff(self, standard, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return standard + diff
        return standard + 'Diff is %s characters long. Set self.maxDiff to None to see it.' % len(diff)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = 'sequence' if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for order, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException('%s sequence is not a %s: %s' % (order, name, _safe_repr(seq)))
        if seq1 == seq2:
            return
        differing = '%ss differ: %s != %s\n' % ((name.capitalize(),) + _common_shorten_repr(seq1, seq2))
        len1, len2 = len(seq1), len(seq2)
        for at in range(min(len1, len2)):
            if seq1[at] != seq2[at]:
                differing += '\nFirst differing element %d:\n%s\n%s\n' % ((at,) + _common_shorten_repr(seq1[at], seq2[at]))
                break
        if len1 > len2:
            differing += '\nFirst %s contains %d additional elements.\n' % (name, len1 - len2)
            differing += 'First extra element %d:\n%s\n' % (len2, _safe_repr(seq1[len2]))
        elif len1 < len2:
            differing += '\nSecond %s contains %d additional elements.\n' % (name, len2 - len1)
            differing += 'First extra element %d:\n%s\n' % (len1, _safe_repr(seq2[len1]))
        diff = '\n' + '\n'.join(_difflib.ndiff(_pprint.pformat(seq1).splitlines(), _pprint.pformat(seq2).splitlines()))
        self.fail(self._formatMessage(msg, self._with_diff(differing, diff)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for order, rest in (('first', set1 - set2), ('second', set2 - set1)):
            if rest:
                lines.append('Items in the %s set but not the %s:' % (order, 'second' if order == 'first' else 'first'))
                lines.extend(repr(item) for item in rest)
        if lines:
            self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            standard = '%s != %s' % _common_shorten_repr(d1, d2)
            diff = '\n' + '\n'.join(_difflib.ndiff(_pprint.pformat(d1).splitlines(), _pprint.pformat(d2).splitlines()))
            self.fail(self._formatMessage(msg, self._with_diff(standard, diff)))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        items = []
        for item in first + second:
            if item not in items:
                items.append(item)
        counts = [(first.count(item), second.count(item), item) for item in items]
        different = [each for each in counts if each[0] != each[1]]
        if different:
            lines = ['First has %d, Second has %d:  %r' % each for each in different]
            self.fail(self._formatMessage(msg, 'Element counts were not equal:\n' + '\n'.join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        one, two = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(one) == 1 and first.strip('\r\n') == first:
            one, two = [first + '\n'], [second + '\n']
        standard = '%s != %s' % _common_shorten_repr(first, second)
        diff = '\n' + ''.join(_difflib.ndiff(one, two))
        self.fail(self._formatMessage(msg, self._with_diff(standard, diff)))
`;
