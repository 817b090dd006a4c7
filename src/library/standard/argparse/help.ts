/** How argparse writes its help, in Python. */
export const HELP = String.raw`
import re as _re
import textwrap as _textwrap


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = 78
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._indent = 0
        self._action_max_length = 0
        self._root = _Section(self, None, None)
        self._section = self._root

    def start_section(self, heading):
        self._indent += self._indent_increment
        section = _Section(self, self._section, heading)
        self._section.items.append(section.format)
        self._section = section

    def end_section(self):
        self._section = self._section.parent
        self._indent -= self._indent_increment

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._section.items.append(lambda: self._format_text(text))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._section.items.append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action)) + self._indent]
        for sub in self._subactions(action):
            lengths.append(len(self._format_action_invocation(sub)) + self._indent + self._indent_increment)
        self._action_max_length = max(self._action_max_length, *lengths)
        self._section.items.append(lambda: self._format_action(action))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._root.format()
        if text:
            text = _re.sub(r'\n\n\n+', '\n\n', text).strip('\n') + '\n'
        return text

    def _subactions(self, action):
        return action._get_subactions() if hasattr(action, '_get_subactions') else []

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = 'usage: '
        if usage is not None:
            return '%s%s\n\n' % (prefix, usage % dict(prog=self._prog))
        if not actions:
            return '%s%s\n\n' % (prefix, '%(prog)s' % dict(prog=self._prog))
        optionals = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        room = self._width - self._indent
        option_parts = self._usage_parts(optionals, groups)
        position_parts = self._usage_parts(positionals, groups)
        usage = ' '.join([self._prog] + option_parts + position_parts)
        if len(prefix) + len(usage) > room:
            usage = '\n'.join(self._usage_lines(prefix, room, option_parts, position_parts))
        return '%s%s\n\n' % (prefix, usage)

    def _usage_lines(self, prefix, room, option_parts, position_parts):
        def lines_of(parts, indent, prefix=None):
            lines, line = [], []
            length = len(indent) - 1 if prefix is None else len(prefix) - 1
            for part in parts:
                if length + 1 + len(part) > room and line:
                    lines.append(indent + ' '.join(line))
                    line, length = [], len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + ' '.join(line))
            if prefix is not None:
                lines[0] = lines[0][len(indent):]
            return lines

        prog = self._prog
        if len(prefix) + len(prog) <= 0.75 * room:
            indent = ' ' * (len(prefix) + len(prog) + 1)
            if option_parts:
                return lines_of([prog] + option_parts, indent, prefix) + lines_of(position_parts, indent)
            if position_parts:
                return lines_of([prog] + position_parts, indent, prefix)
            return [prog]
        indent = ' ' * len(prefix)
        lines = lines_of(option_parts + position_parts, indent)
        if len(lines) > 1:
            lines = lines_of(option_parts, indent) + lines_of(position_parts, indent)
        return [prog] + lines

    def _usage_parts(self, actions, groups):
        parts, at = [], 0
        while at < len(actions):
            group = next((group for group in groups if self._starts_at(group, actions, at)), None)
            if group is None:
                parts.extend(self._usage_part(actions[at], False))
                at += 1
                continue
            members = [part for action in group._group_actions for part in self._usage_part(action, True)]
            if members:
                alone = len(members) == 1
                opening, closing = ('', '') if alone and group.required else ('(', ')') if group.required else ('[', ']')
                members[0] = opening + members[0]
                members[-1] += closing
                parts.extend(self._joined_members(members))
            at += len(group._group_actions)
        return parts

    def _joined_members(self, members):
        return [part + ' |' for part in members[:-1]] + members[-1:]

    def _starts_at(self, group, actions, at):
        members = group._group_actions
        return bool(members) and actions[at:at + len(members)] == members

    def _usage_part(self, action, in_group):
        if action.help is SUPPRESS:
            return []
        if not action.option_strings:
            part = self._format_args(action, self._metavar_for_positional(action))
            if in_group and part[0] == '[' and part[-1] == ']':
                part = part[1:-1]
            return [part]
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = '%s %s' % (action.option_strings[0], self._format_args(action, self._metavar_for_optional(action)))
        return [part if action.required or in_group else '[%s]' % part]

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % dict(prog=self._prog)
        width = max(self._width - self._indent, 11)
        return self._fill_text(text, width, ' ' * self._indent) + '\n\n'

    def _format_action(self, action):
        help_position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - help_position, 11)
        action_width = help_position - self._indent - 2
        header = self._format_action_invocation(action)
        first_indent = 0
        if not action.help:
            header = '%*s%s\n' % (self._indent, '', header)
        elif len(header) <= action_width:
            header = '%*s%-*s  ' % (self._indent, '', action_width, header)
        else:
            header = '%*s%s\n' % (self._indent, '', header)
            first_indent = help_position
        parts = [header]
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, help_width)
                parts.append('%*s%s\n' % (first_indent, '', lines[0]))
                for line in lines[1:]:
                    parts.append('%*s%s\n' % (help_position, '', line))
        elif not header.endswith('\n'):
            parts.append('\n')
        subactions = self._subactions(action)
        if subactions:
            self._indent += self._indent_increment
            for sub in subactions:
                parts.append(self._format_action(sub))
            self._indent -= self._indent_increment
        return ''.join(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return self._metavars(action, self._metavar_for_positional(action))(1)[0]
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        args = self._format_args(action, self._metavar_for_optional(action))
        return ', '.join('%s %s' % (option, args) for option in action.option_strings)

    def _metavars(self, action, default):
        if action.metavar is not None:
            shown = action.metavar
        elif action.choices is not None:
            shown = '{%s}' % ','.join(str(choice) for choice in action.choices)
        else:
            shown = default
        return lambda count: shown if isinstance(shown, tuple) else (shown,) * count

    def _format_args(self, action, default):
        metavar = self._metavars(action, default)
        if action.nargs is None:
            return '%s' % metavar(1)
        if action.nargs == OPTIONAL:
            return '[%s]' % metavar(1)
        if action.nargs == ZERO_OR_MORE:
            names = metavar(1)
            return '[%s [%s ...]]' % names if len(names) == 2 else '[%s ...]' % names
        if action.nargs == ONE_OR_MORE:
            return '%s [%s ...]' % metavar(2)
        if action.nargs == REMAINDER:
            return '...'
        if action.nargs == PARSER:
            return '%s ...' % metavar(1)
        if action.nargs is SUPPRESS:
            return ''
        if not isinstance(action.nargs, int):
            raise ValueError('invalid nargs value')
        return ' '.join(['%s'] * action.nargs) % metavar(action.nargs)

    def _expand_help(self, action):
        params = dict(vars(action), prog=self._prog)
        for name in list(params):
            if params[name] is SUPPRESS:
                del params[name]
            elif hasattr(params[name], '__name__'):
                params[name] = params[name].__name__
        if params.get('choices') is not None:
            params['choices'] = ', '.join(str(choice) for choice in params['choices'])
        return self._get_help_string(action) % params

    def _split_lines(self, text, width):
        return _textwrap.wrap(' '.join(text.split()), width)

    def _fill_text(self, text, width, indent):
        return _textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _metavar_for_optional(self, action):
        return action.dest.upper()

    def _metavar_for_positional(self, action):
        return action.dest


class _Section:
    def __init__(self, formatter, parent, heading):
        self.formatter = formatter
        self.parent = parent
        self.heading = heading
        self.items = []

    def format(self):
        formatter = self.formatter
        if self.parent is not None:
            formatter._indent += formatter._indent_increment
        text = ''.join(part for part in [item() for item in self.items] if part)
        if self.parent is not None:
            formatter._indent -= formatter._indent_increment
        if not text:
            return ''
        heading = ''
        if self.heading is not SUPPRESS and self.heading is not None:
            heading = '%*s%s:\n' % (formatter._indent, '', self.heading)
        return '\n' + heading + text + '\n'


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = '' if action.help is None else action.help
        if '%(default)' not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _metavar_for_optional(self, action):
        return action.type.__name__

    def _metavar_for_positional(self, action):
        return action.type.__name__
`;
