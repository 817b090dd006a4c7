/** string.Formatter: what str.format does, in parts that a class of the script's own may replace. */
export const FORMATTER = String.raw`
class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if field is None:
                continue
            if field == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field = str(auto)
                auto += 1
            elif field.isdigit():
                if auto:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto = False
            value, key = self.get_field(field, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            parts.append(self.format_field(value, spec))
        return ''.join(parts), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError('Unknown conversion specifier %s' % conversion)

    def parse(self, format_string):
        text, at = '', 0
        while at < len(format_string):
            char = format_string[at]
            if char in '{}' and format_string[at + 1:at + 2] == char:
                yield text + char, None, None, None
                text = ''
                at += 2
            elif char == '}':
                raise ValueError("Single '}' encountered in format string")
            elif char != '{':
                text += char
                at += 1
            else:
                end, depth = at + 1, 1
                while end < len(format_string) and depth:
                    depth += {'{': 1, '}': -1}.get(format_string[end], 0)
                    end += 1
                if depth:
                    raise ValueError("expected '}' before end of string" if end > at + 1 else
                                     "Single '{' encountered in format string")
                yield (text, *self._split(format_string[at + 1:end - 1]))
                text, at = '', end
        if text:
            yield text, None, None, None

    @staticmethod
    def _split(inside):
        depth = 0
        for at, char in enumerate(inside):
            depth += {'[': 1, ']': -1}.get(char, 0)
            if depth == 0 and char in '!:':
                break
        else:
            return inside, '', None
        if inside[at] == ':':
            return inside[:at], inside[at + 1:], None
        if at + 1 == len(inside):
            raise ValueError("end of string while looking for conversion specifier")
        rest = inside[at + 2:]
        if rest and rest[0] != ':':
            raise ValueError("expected ':' after conversion specifier")
        return inside[:at], rest[1:], inside[at + 1]

    def get_field(self, field_name, args, kwargs):
        end = min([at for at in (field_name.find('.'), field_name.find('[')) if at >= 0], default=len(field_name))
        first, rest = field_name[:end], field_name[end:]
        key = int(first) if first.isdigit() else first
        value = self.get_value(key, args, kwargs)
        while rest:
            if rest[0] == '.':
                end = min([at for at in (rest.find('.', 1), rest.find('[', 1)) if at >= 0], default=len(rest))
                value = getattr(value, rest[1:end])
            else:
                end = rest.index(']') + 1
                index = rest[1:end - 1]
                value = value[int(index) if index.isdigit() else index]
            rest = rest[end:]
        return value, key
`;
