/** How argparse goes through the words of a command line, in Python. */
export const PARSING = String.raw`
class _Parsing:
    def __init__(self, parser, words, namespace):
        self.parser = parser
        self.words = words
        self.namespace = namespace
        self.extras = []
        self.seen = set()
        self.seen_given = set()
        self.positionals = [action for action in parser._actions if not action.option_strings]
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = [other for other in group._group_actions if other is not action]
                self.conflicts.setdefault(action, []).extend(others)
        self.numbers_are_options = any(_NEGATIVE.match(option) for option in parser._option_string_actions)
        self.options = {}
        kinds = []
        after = False
        for at, word in enumerate(words):
            if after:
                kinds.append('A')
            elif word == '--':
                kinds.append('-')
                after = True
            else:
                option = self.as_option(word)
                if option is not None:
                    self.options[at] = option
                kinds.append('A' if option is None else 'O')
        self.kinds = ''.join(kinds)

    def run(self):
        start = 0
        last = max(self.options, default=-1)
        while start <= last:
            following = min(at for at in self.options if at >= start)
            if start != following:
                stopped = self.take_positionals(start)
                if stopped > start:
                    start = stopped
                    continue
                start = stopped
            if start not in self.options:
                self.extras.extend(self.words[start:following])
                start = following
            start = self.take_option(start)
        stopped = self.take_positionals(start)
        self.extras.extend(self.words[stopped:])
        self.check_required()
        return self.namespace, self.extras

    def check_required(self):
        parser, missing = self.parser, []
        for action in parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_argument_name(action))
            elif (action.default is not None and isinstance(action.default, str)
                    and hasattr(self.namespace, action.dest) and action.default is getattr(self.namespace, action.dest)):
                setattr(self.namespace, action.dest, parser._get_value(action, action.default))
        if missing:
            parser.error('the following arguments are required: %s' % ', '.join(missing))
        for group in parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_given for action in group._group_actions):
                names = [_argument_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                parser.error('one of the arguments %s is required' % ' '.join(names))

    def take(self, action, words, option=None):
        self.seen.add(action)
        values = self.parser._get_values(action, words)
        if values is not action.default:
            self.seen_given.add(action)
            for other in self.conflicts.get(action, []):
                if other in self.seen_given:
                    raise ArgumentError(action, 'not allowed with argument %s' % _argument_name(other))
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def take_option(self, start):
        action, option, given = self.options[start]
        pending = []
        while True:
            if action is None:
                self.extras.append(self.words[start])
                return start + 1
            if given is None:
                stop = start + 1 + self.count_for(action, self.kinds[start + 1:])
                pending.append((action, self.words[start + 1:stop], option))
                break
            count = self.count_for(action, 'A')
            if count == 0 and option[1] not in self.parser.prefix_chars and given != '':
                pending.append((action, [], option))
                option = option[0] + given[0]
                rest = given[1:] or None
                if option not in self.parser._option_string_actions:
                    raise ArgumentError(action, 'ignored explicit argument %r' % given)
                action, given = self.parser._option_string_actions[option], rest
            elif count == 1:
                stop = start + 1
                pending.append((action, [given], option))
                break
            else:
                raise ArgumentError(action, 'ignored explicit argument %r' % given)
        for action, words, option in pending:
            self.take(action, words, option)
        return stop

    def take_positionals(self, start):
        counts = self.counts_for_positionals(self.kinds[start:])
        for action, count in zip(self.positionals, counts):
            self.take(action, self.words[start:start + count])
            start += count
        self.positionals = self.positionals[len(counts):]
        return start

    def counts_for_positionals(self, kinds):
        for end in range(len(self.positionals), 0, -1):
            pattern = ''.join(self.pattern(action) for action in self.positionals[:end])
            found = _re.match(pattern, kinds)
            if found is not None:
                return [len(text) for text in found.groups()]
        return []

    def count_for(self, action, kinds):
        found = _re.match(self.pattern(action), kinds)
        if found is None:
            problems = {None: 'expected one argument', OPTIONAL: 'expected at most one argument',
                        ONE_OR_MORE: 'expected at least one argument'}
            problem = problems.get(action.nargs)
            if problem is None:
                problem = 'expected %s argument%s' % (action.nargs, '' if action.nargs == 1 else 's')
            raise ArgumentError(action, problem)
        return len(found.group(1))

    def pattern(self, action):
        nargs = action.nargs
        if nargs is None:
            pattern = '(-*A-*)'
        elif nargs == OPTIONAL:
            pattern = '(-*A?-*)'
        elif nargs == ZERO_OR_MORE:
            pattern = '(-*[A-]*)'
        elif nargs == ONE_OR_MORE:
            pattern = '(-*A[A-]*)'
        elif nargs == REMAINDER:
            pattern = '([-AO]*)'
        elif nargs == PARSER:
            pattern = '(-*A[-AO]*)'
        elif nargs == SUPPRESS:
            pattern = '(-*-*)'
        else:
            pattern = '(-*%s-*)' % '-*'.join('A' * nargs)
        if action.option_strings:
            pattern = pattern.replace('-*', '').replace('-', '')
        return pattern

    def as_option(self, word):
        parser = self.parser
        actions = parser._option_string_actions
        if not word or word[0] not in parser.prefix_chars:
            return None
        if word in actions:
            return actions[word], word, None
        if len(word) == 1:
            return None
        if '=' in word:
            option, given = word.split('=', 1)
            if option in actions:
                return actions[option], option, given
        found = self.abbreviated(word)
        if len(found) > 1:
            names = ', '.join(option for _, option, _ in found)
            parser.error('ambiguous option: %(option)s could match %(matches)s' % {'option': word, 'matches': names})
        if len(found) == 1:
            return found[0]
        if _NEGATIVE.match(word) and not self.numbers_are_options:
            return None
        if ' ' in word:
            return None
        return None, word, None

    def abbreviated(self, word):
        parser = self.parser
        actions, chars = parser._option_string_actions, parser.prefix_chars
        if word[0] in chars and word[1] in chars:
            if not parser.allow_abbrev:
                return []
            prefix, equals, given = word.partition('=')
            return [(actions[option], option, given if equals else None) for option in actions
                    if option.startswith(prefix)]
        found = []
        short, given = word[:2], word[2:]
        for option in actions:
            if option == short:
                found.append((actions[option], option, given))
            elif option.startswith(word):
                found.append((actions[option], option, None))
        return found


_NEGATIVE = _re.compile(r'^-\d+$|^-\d*\.\d+$')
`;
