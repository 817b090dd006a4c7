/** The exceptions of configparser and how values refer to each other, in Python. */
export const VALUES = String.raw`
import re as _re

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, 'No section: %r' % (section,))
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        text = repr(section) + ' already exists'
        if source is not None:
            where = 'While reading from ' + repr(source)
            if lineno is not None:
                where += ' [line {0:2d}]'.format(lineno)
            text = where + ': section ' + text
        else:
            text = 'Section ' + text
        Error.__init__(self, text)
        self.section = section
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = repr(option) + ' in section ' + repr(section) + ' already exists'
        if source is not None:
            where = 'While reading from ' + repr(source)
            if lineno is not None:
                where += ' [line {0:2d}]'.format(lineno)
            text = where + ': option ' + text
        else:
            text = 'Option ' + text
        Error.__init__(self, text)
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, 'No option %r in section: %r' % (option, section))
        self.option = option
        self.section = section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option = option
        self.section = section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        msg = ('Bad value substitution: option {!r} in section {!r} contains an interpolation key {!r} which is not '
               'a valid option name. Raw value: {!r}'.format(option, section, reference, rawval))
        InterpolationError.__init__(self, option, section, msg)
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        msg = ('Recursion limit exceeded in value substitution: option {!r} in section {!r} contains an interpolation '
               'key which cannot be substituted in {} steps. Raw value: {!r}'
               .format(option, section, MAX_INTERPOLATION_DEPTH, rawval))
        InterpolationError.__init__(self, option, section, msg)
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source):
        Error.__init__(self, 'Source contains parsing errors: %r' % source)
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += '\n\t[line %2d]: %s' % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, 'File contains no section headers.\nfile: %r, line: %d\n%r' % (filename, lineno, line))
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value


class _Substitution(Interpolation):
    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._interpolate(parser, option, parts, value, section, defaults, 1)
        return ''.join(parts)

    def _interpolate(self, parser, option, parts, rest, section, names, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        mark, opening = self._mark, self._opening
        while rest:
            at = rest.find(mark)
            if at < 0:
                parts.append(rest)
                return
            if at > 0:
                parts.append(rest[:at])
                rest = rest[at:]
            if rest[1:2] == mark:
                parts.append(mark)
                rest = rest[2:]
                continue
            if rest[1:2] != opening:
                raise InterpolationSyntaxError(
                    option, section, "%r must be followed by %r or %r, found: %r" % (mark, mark, opening, rest))
            match = _re.match(self._reference, rest)
            if match is None:
                raise InterpolationSyntaxError(option, section, 'bad interpolation variable reference %r' % rest)
            rest = rest[match.end():]
            self._insert(parser, option, parts, match.group(1), rest, section, names, depth, raw)


class BasicInterpolation(_Substitution):
    _mark, _opening = '%', '('
    _reference = r'%\(([^)]+)\)s'

    def before_set(self, parser, section, option, value):
        rest = _re.sub(r'%\([^)]+\)s', '', value.replace('%%', ''))
        if '%' in rest:
            raise ValueError('invalid interpolation syntax in %r at position %d' % (value, rest.find('%')))
        return value

    def _insert(self, parser, option, parts, path, rest, section, names, depth, raw):
        name = parser.optionxform(path)
        if name not in names:
            raise InterpolationMissingOptionError(option, section, raw, name)
        value = names[name]
        if '%' in value:
            self._interpolate(parser, option, parts, value, section, names, depth + 1)
        else:
            parts.append(value)


class ExtendedInterpolation(_Substitution):
    _mark, _opening = '$', '{'
    _reference = r'\$\{([^}]+)\}'

    def _insert(self, parser, option, parts, path, rest, section, names, depth, raw):
        path = path.split(':')
        place, name = section, option
        try:
            if len(path) == 1:
                name = parser.optionxform(path[0])
                value = names[name]
            elif len(path) == 2:
                place, name = path[0], parser.optionxform(path[1])
                value = parser.get(place, name, raw=True)
            else:
                raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % (rest,))
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ':'.join(path)) from None
        if '$' in value:
            self._interpolate(parser, name, parts, value, place, dict(parser.items(place, raw=True)), depth + 1)
        else:
            parts.append(value)
`;
