/** The module configparser, in Python: files of sections with options. */
import { pythonModule } from '../../python/modules.ts';
import { VALUES } from './configparserValues.ts';

const PARSERS = String.raw`
class RawConfigParser:
    _DEFAULT_INTERPOLATION = Interpolation
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True,
                      '0': False, 'no': False, 'false': False, 'off': False}

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET):
        self._sections = {}
        self._defaults = {}
        self._allow_no_value = allow_no_value
        self._delimiters = tuple(delimiters)
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION() if interpolation is _UNSET else interpolation or Interpolation()
        for name, converter in (() if converters is _UNSET else converters.items()):
            setattr(self, 'get' + name, self._converted(converter))
        if defaults:
            self.read_dict({default_section: defaults})

    def _converted(self, converter):
        return lambda section, option, **kwargs: self._get_conv(section, option, converter, **kwargs)

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError('Invalid section name: %r' % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, '__fspath__'):
            filenames = [filenames]
        found = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file.read(), str(filename))
            except OSError:
                continue
            found.append(str(filename))
        return found

    def read_file(self, f, source=None):
        if source is None:
            source = getattr(f, 'name', None) or '<???>'
        self._read(''.join(f), source)

    def read_string(self, string, source='<string>'):
        self._read(string, source)

    def read_dict(self, dictionary, source='<dict>'):
        for section, keys in dictionary.items():
            section = str(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            for key, value in keys.items():
                self._put(section, self.optionxform(str(key)), None if value is None else str(value))

    def _put(self, section, option, value):
        (self._defaults if section == self.default_section else self._sections[section])[option] = value

    def _without_comment(self, line):
        cut = len(line)
        for prefix in self._inline_comment_prefixes:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    cut = min(cut, at)
                    break
                at = line.find(prefix, at + 1)
        if line.strip().startswith(self._comment_prefixes) if self._comment_prefixes else False:
            return '', True
        return line[:cut], cut < len(line)

    def _read(self, text, source):
        current = name = option = None
        indent = 0
        errors = None
        seen_sections, seen_options = set(), set()
        delimiters = '|'.join(_re.escape(each) for each in self._delimiters)
        pattern = _re.compile(r'(?P<option>.*?)\s*(?:(?P<vi>%s)\s*(?P<value>.*))?$' % delimiters if self._allow_no_value
                              else r'(?P<option>.*?)\s*(?:(?P<vi>%s)\s*(?P<value>.*))$' % delimiters)
        for number, line in enumerate(text.splitlines(keepends=True), 1):
            content, commented = self._without_comment(line)
            value = content.strip()
            if not value:
                if self._empty_lines_in_values:
                    if not commented and current is not None and option and current.get(option) is not None:
                        current[option].append('')
                else:
                    indent = 10 ** 6
                continue
            depth = len(content) - len(content.lstrip())
            if current is not None and option and depth > indent and current.get(option) is not None:
                current[option].append(value)
                continue
            indent = depth
            header = _re.match(r'\[(?P<header>.+)\]', value)
            if header:
                name = header.group('header')
                option = None
                if name in self._sections:
                    if self._strict and name in seen_sections:
                        raise DuplicateSectionError(name, source, number)
                    current = self._sections[name]
                elif name == self.default_section:
                    current = self._defaults
                else:
                    current = self._sections[name] = {}
                seen_sections.add(name)
                continue
            if current is None:
                raise MissingSectionHeaderError(source, number, line)
            match = pattern.match(value)
            if not match or not match.group('option'):
                if errors is None:
                    errors = ParsingError(source)
                errors.append(number, repr(line))
                continue
            option = self.optionxform(match.group('option').rstrip())
            if self._strict and (name, option) in seen_options:
                raise DuplicateOptionError(name, option, source, number)
            seen_options.add((name, option))
            given = match.group('value')
            current[option] = None if given is None else [given.strip()]
        for options in [self._defaults, *self._sections.values()]:
            for key, value in options.items():
                if isinstance(value, list):
                    options[key] = '\n'.join(value).rstrip()
        if errors is not None:
            raise errors

    def _values(self, section, vars=None):
        if section in self._sections:
            own = self._sections[section]
        elif section == self.default_section:
            own = {}
        else:
            raise NoSectionError(section)
        given = {self.optionxform(key): None if value is None else str(value) for key, value in (vars or {}).items()}
        return {**self._defaults, **own, **given}

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[option]
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET):
        try:
            value = self.get(section, option, raw=raw, vars=vars)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return conv(value)

    def getint(self, section, option, **kwargs):
        return self._get_conv(section, option, int, **kwargs)

    def getfloat(self, section, option, **kwargs):
        return self._get_conv(section, option, float, **kwargs)

    def getboolean(self, section, option, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError('Not a boolean: %s' % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return [(name, self[name]) for name in self]
        values = self._values(section, vars)
        if raw:
            return list(values.items())
        return [(option, value if value is None else self._interpolation.before_get(self, section, option, value, values))
                for option, value in values.items()]

    def __eq__(self, other):
        if not isinstance(other, RawConfigParser):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if section and section != self.default_section and section not in self._sections:
            raise NoSectionError(section)
        self._put(section or self.default_section, self.optionxform(option), value)

    def write(self, fp, space_around_delimiters=True):
        sign = ' {} '.format(self._delimiters[0]) if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults, sign)
        for section, values in self._sections.items():
            self._write_section(fp, section, values, sign)

    def _write_section(self, fp, name, values, sign):
        fp.write('[{}]\n'.format(name))
        for key, value in values.items():
            if value is not None or not self._allow_no_value:
                key += sign + str(value).replace('\n', '\n\t')
            fp.write('{}\n'.format(key))
        fp.write('\n')

    def remove_option(self, section, option):
        values = self._defaults if not section or section == self.default_section else self._sections.get(section)
        if values is None:
            raise NoSectionError(section)
        return values.pop(self.optionxform(option), None) is not None

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def clear(self):
        self._sections.clear()

    def keys(self):
        return list(self)

    def values(self):
        return [self[name] for name in self]

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        (self._defaults if key == self.default_section else self._sections.get(key, {})).clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if not isinstance(value, str) and not (self._allow_no_value and value is None):
            raise TypeError('option values must be strings')
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError('section names must be strings')
        super().add_section(section)


class SectionProxy:
    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def __repr__(self):
        return '<Section: {}>'.format(self._name)

    def __eq__(self, other):
        if not isinstance(other, (SectionProxy, dict)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if not isinstance(value, str) and not (self._parser._allow_no_value and value is None):
            raise TypeError('option values must be strings')
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def keys(self):
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, **kwargs):
        return self._parser.getint(self._name, option, fallback=fallback, **kwargs)

    def getfloat(self, option, fallback=None, **kwargs):
        return self._parser.getfloat(self._name, option, fallback=fallback, **kwargs)

    def getboolean(self, option, fallback=None, **kwargs):
        return self._parser.getboolean(self._name, option, fallback=fallback, **kwargs)

    def __getattr__(self, name):
        if name.startswith('get') and hasattr(self._parser, name):
            getter = getattr(self._parser, name)
            return lambda option, fallback=None, **kwargs: getter(self._name, option, fallback=fallback, **kwargs)
        raise AttributeError("'SectionProxy' object has no attribute %r" % name)
`;

export const module = pythonModule('configparser', `${VALUES}\n\n${PARSERS}`);
