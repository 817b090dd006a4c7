/** csv.Sniffer: finds the delimiter and the quotes of a text, and whether it begins with a header. */
export const SNIFFER = String.raw`
class Sniffer:
    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        quotechar, doublequote, delimiter, skip = self._quoted(sample, delimiters)
        if not delimiter:
            delimiter, skip = self._counted(sample, delimiters)
        if not delimiter:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doublequote
        dialect.delimiter = delimiter
        dialect.quotechar = quotechar or '"'
        dialect.skipinitialspace = skip
        return dialect

    def _quoted(self, data, delimiters):
        patterns = (
            r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?P=delim)',
            r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?P<delim>[^\w\n"\'])(?P<space> ?)',
            r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?:$|\n)',
            r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?:$|\n)',
        )
        for pattern in patterns:
            found = list(_re.finditer(pattern, data, _re.DOTALL | _re.MULTILINE))
            if found:
                break
        else:
            return '', False, None, 0
        quotes, delims, spaces = {}, {}, 0
        for match in found:
            groups = match.groupdict()
            quotes[groups['quote']] = quotes.get(groups['quote'], 0) + 1
            delim = groups.get('delim')
            if delim and (delimiters is None or delim in delimiters):
                delims[delim] = delims.get(delim, 0) + 1
            if groups.get('space'):
                spaces += 1
        quotechar = max(quotes, key=quotes.get)
        delim, skip = '', 0
        if delims:
            delim = max(delims, key=delims.get)
            skip = delims[delim] == spaces
            if delim == '\n':
                delim = ''
        escaped = _re.escape(delim)
        doubled = r'((%(d)s)|^)\W*%(q)s[^%(d)s\n]*%(q)s[^%(d)s\n]*%(q)s\W*((%(d)s)|$)' % {'d': escaped, 'q': quotechar}
        return quotechar, bool(delim and _re.search(doubled, data, _re.MULTILINE)), delim, skip

    def _counted(self, data, delimiters):
        lines = [line for line in data.split('\n') if line]
        frequencies, modes, delims = {}, {}, {}
        chunk = min(10, len(lines))
        start, end, turns = 0, chunk, 0
        while start < len(lines):
            turns += 1
            for line in lines[start:end]:
                for code in range(127):
                    char = chr(code)
                    counts = frequencies.setdefault(char, {})
                    times = line.count(char)
                    counts[times] = counts.get(times, 0) + 1
            for char, counts in frequencies.items():
                items = list(counts.items())
                if len(items) == 1 and items[0][0] == 0:
                    continue
                if len(items) > 1:
                    best = max(items, key=lambda item: item[1])
                    items.remove(best)
                    modes[char] = (best[0], best[1] - sum(item[1] for item in items))
                else:
                    modes[char] = items[0]
            total = float(min(chunk * turns, len(lines)))
            consistency = 1.0
            while not delims and consistency >= 0.9:
                for char, (times, lead) in modes.items():
                    if times > 0 and lead > 0 and lead / total >= consistency:
                        if delimiters is None or char in delimiters:
                            delims[char] = (times, lead)
                consistency -= 0.01
            if len(delims) == 1:
                delim = list(delims)[0]
                return delim, lines[0].count(delim) == lines[0].count('%s ' % delim)
            start = end
            end += chunk
        if not delims:
            return '', 0
        for delim in self.preferred:
            if delim in delims:
                return delim, lines[0].count(delim) == lines[0].count('%s ' % delim)
        delim = max((times, char) for char, times in delims.items())[1]
        return delim, lines[0].count(delim) == lines[0].count('%s ' % delim)

    def has_header(self, sample):
        rows = reader(_io.StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = {column: None for column in range(len(header))}
        checked = 0
        for row in rows:
            if checked > 20:
                break
            checked += 1
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = complex
                try:
                    kind(row[column])
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kind != kinds[column]:
                    if kinds[column] is None:
                        kinds[column] = kind
                    else:
                        del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            else:
                try:
                    kind(header[column])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0
`;
