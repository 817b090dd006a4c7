/** The Python text of `.str`, `.cat` and rolling windows; part of the module `pandas.core`. */
export const accessors = String.raw`
_PLAIN_TEXT_METHODS = (
    "upper", "lower", "title", "capitalize", "swapcase", "strip", "lstrip", "rstrip", "zfill", "ljust", "rjust", "center",
    "count", "find", "rfind", "index", "isdigit", "isalpha", "isalnum", "isnumeric", "isspace", "isupper", "islower",
    "istitle", "isdecimal", "startswith", "endswith", "casefold", "partition", "encode", "removeprefix", "removesuffix",
    "translate", "join", "expandtabs",
)

@guarded
class StringMethods:
    def __init__(self, series):
        values = series._values if isinstance(series, Series) else series.values
        if isinstance(values, Categorical):
            values = np.asarray(values)
        if values.dtype != object:
            raise AttributeError("Can only use .str accessor with string values!")
        self._series = series
        self._values = values

    def _each(self, function):
        result = inferred(mapped(self._values, lambda text: function(text) if isinstance(text, (str, list, tuple, bytes)) else None if text is None else _MISSING))
        return self._series._like(result) if isinstance(self._series, Series) else Index(result, name=self._series.name)

    def __dir__(self):
        return sorted({*object.__dir__(self), *_PLAIN_TEXT_METHODS})

    def __getattr__(self, name):
        if name not in _PLAIN_TEXT_METHODS:
            _no_attribute("StringMethods", name)
        method = getattr(str, name)
        return lambda *args, **options: self._each(lambda text: method(text, *args, **options))

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._each(lambda text: text[key])
        return self.get(key)

    def get(self, i):
        return self._each(lambda text: text[i] if -len(text) <= i < len(text) else _MISSING)

    def slice(self, start=None, stop=None, step=None):
        return self[start:stop:step]

    def len(self):
        return self._each(len)

    def _matched(self, pattern, case, regex, method, na):
        import re
        compiled = re.compile(pattern if regex else re.escape(pattern), 0 if case else re.IGNORECASE)
        search = getattr(compiled, method)
        result = self._each(lambda text: search(text) is not None)
        return result if na is None else result.fillna(na).astype(bool)

    def contains(self, pat, case=True, flags=0, na=None, regex=True):
        return self._matched(pat, case, regex, "search", na)

    def match(self, pat, case=True, flags=0, na=None):
        return self._matched(pat, case, True, "match", na)

    def fullmatch(self, pat, case=True, flags=0, na=None):
        return self._matched(pat, case, True, "fullmatch", na)

    def replace(self, pat, repl, n=-1, case=None, flags=0, regex=False):
        if not regex:
            return self._each(lambda text: text.replace(pat, repl, n))
        import re
        compiled = re.compile(pat, re.IGNORECASE if case is False else flags) if isinstance(pat, str) else pat
        return self._each(lambda text: compiled.sub(repl, text, max(n, 0)))

    def split(self, pat=None, n=-1, expand=False, regex=None):
        if pat is not None and (regex or regex is None and len(pat) > 1):
            import re
            parts = self._each(lambda text: re.split(pat, text, max(n, 0)))
        else:
            parts = self._each(lambda text: text.split(pat, n if n != 0 else -1))
        if not expand:
            return parts
        width = max(len(each) for each in parts.tolist() if isinstance(each, list))
        table = {place: inferred([each[place] if isinstance(each, list) and place < len(each) else None if isinstance(each, list) or each is None else _MISSING
                                  for each in parts.tolist()]) for place in range(width)}
        return DataFrame(table, index=self._series.index)

    def rsplit(self, pat=None, n=-1, expand=False):
        parts = self._each(lambda text: text.rsplit(pat, n))
        return parts if not expand else self._columns_of(parts)

    def _columns_of(self, parts):
        width = max(len(each) for each in parts.tolist() if isinstance(each, (list, tuple)))
        return DataFrame({place: inferred([each[place] if isinstance(each, (list, tuple)) and place < len(each) else None for each in parts.tolist()]) for place in range(width)},
                         index=self._series.index)

    def partition(self, sep=" ", expand=True):
        parts = self._each(lambda text: text.partition(sep))
        return self._columns_of(parts) if expand else parts

    def rpartition(self, sep=" ", expand=True):
        parts = self._each(lambda text: text.rpartition(sep))
        return self._columns_of(parts) if expand else parts

    def extractall(self, pat, flags=0):
        import re
        compiled = re.compile(pat, flags)
        named = {place: name for name, place in compiled.groupindex.items()}
        rows, labels = [], []
        for label, text in zip(self._series.index.tolist(), self._values.tolist()):
            for place, match in enumerate(compiled.finditer(text) if isinstance(text, str) else []):
                rows.append(match.groups())
                labels.append((label, place))
        return DataFrame({named.get(place + 1, place): inferred([row[place] for row in rows]) for place in range(compiled.groups)},
                         index=MultiIndex(labels, [self._series.index.name, "match"]))

    def wrap(self, width, **options):
        import textwrap
        return self._each(lambda text: "\n".join(textwrap.wrap(text, width)))

    def slice_replace(self, start=None, stop=None, repl=""):
        return self._each(lambda text: text[:start] + (repl or "") + ("" if stop is None else text[stop:]))

    def join(self, sep):
        return self._each(lambda text: sep.join(text))

    def encode(self, encoding, errors="strict"):
        return self._each(lambda text: text.encode(encoding, errors))

    def decode(self, encoding, errors="strict"):
        return self._each(lambda text: text.decode(encoding, errors))

    def translate(self, table):
        return self._each(lambda text: text.translate(table))

    def normalize(self, form):
        import unicodedata
        return self._each(lambda text: unicodedata.normalize(form, text))

    def findall(self, pat, flags=0):
        import re
        return self._each(lambda text: re.findall(pat, text, flags))

    def extract(self, pat, flags=0, expand=True):
        import re
        compiled = re.compile(pat, flags)
        found = [compiled.search(text) if isinstance(text, str) else None for text in self._values.tolist()]
        named = {place: name for name, place in compiled.groupindex.items()}
        columns = {}
        for place in range(compiled.groups):
            cells = [_MISSING if match is None or match.group(place + 1) is None else match.group(place + 1) for match in found]
            columns[named.get(place + 1, place)] = inferred(cells)
        if not expand and len(columns) == 1:
            return self._series._like(next(iter(columns.values())))
        return DataFrame(columns, index=self._series.index)

    def pad(self, width, side="left", fillchar=" "):
        how = {"left": "rjust", "right": "ljust", "both": "center"}[side]
        return self._each(lambda text: getattr(text, how)(width, fillchar))

    def repeat(self, repeats):
        return self._each(lambda text: text * repeats)

    def cat(self, others=None, sep="", na_rep=None):
        if others is None:
            return sep.join(str(text) for text in self._values.tolist() if not is_missing(text))
        pairs = zip(self._values.tolist(), _operand(others).tolist() if hasattr(others, "tolist") else list(others))
        return self._series._like(inferred([_MISSING if is_missing(a) or is_missing(b) else a + sep + b for a, b in pairs]))

    def get_dummies(self, sep="|"):
        parts = [text.split(sep) if isinstance(text, str) else [] for text in self._values.tolist()]
        names = sorted(set(part for row in parts for part in row))
        return DataFrame({name: [int(name in row) for row in parts] for name in names}, index=self._series.index)

@guarded
class _Categories:
    def __init__(self, series):
        if not isinstance(series._values, Categorical):
            raise AttributeError("Can only use .cat accessor with a 'category' dtype")
        self._series = series
        self._values = series._values

    codes = property(lambda self: self._series._like(self._values.codes, None))
    categories = property(lambda self: self._values.categories)
    ordered = property(lambda self: self._values.ordered)

    def rename_categories(self, names):
        labels = [names.get(each, each) for each in self.categories.tolist()] if isinstance(names, dict) else list(names)
        return self._series._like(Categorical.from_codes(self._values.codes, labels, self._values.ordered))

    def _with_categories(self, names, ordered):
        return self._series._like(Categorical(np.asarray(self._values), names, ordered))

    def set_categories(self, names, ordered=False):
        return self._with_categories(list(names), ordered)

    def reorder_categories(self, names, ordered=None):
        return self._with_categories(list(names), self._values.ordered if ordered is None else ordered)

    def add_categories(self, names):
        more = [names] if isinstance(names, str) else list(names)
        return self._with_categories(self.categories.tolist() + more, self._values.ordered)

    def remove_unused_categories(self):
        used = set(self._values.tolist())
        return self._with_categories([name for name in self.categories.tolist() if name in used], self._values.ordered)

    def as_ordered(self):
        return self._with_categories(self.categories.tolist(), True)

def _grouped_bars(axes, names, columns, lying, stacked):
    """Bars of each column side by side, or one on the other, at each row."""
    import numpy as np
    places, wide, base = np.arange(len(names)), 0.5, np.zeros(len(names))
    for number, (name, values) in enumerate(columns):
        share = wide if stacked else wide / len(columns)
        at = places if stacked else places - wide / 2 + share * (number + 0.5)
        (axes.barh if lying else axes.bar)(at, values, share, base, label=name)
        base = base + np.asarray(values) if stacked else base
    (axes.set_yticks if lying else axes.set_xticks)(places, [str(name) for name in names], **({} if lying else {"rotation": 90}))

def _plotted(frame, options):
    import matplotlib.pyplot as plt
    kind = options.get("kind", "line")
    names = [name for name in frame._data if frame._data[name].dtype.kind in "iufb"]
    labels = list(range(len(frame))) if isinstance(frame.index, RangeIndex) else frame.index.tolist()
    axes = options.get("ax")
    if axes is None:
        axes = plt.gca() if options.get("figsize") is None else plt.subplots(figsize=options["figsize"])[1]
    if kind in ("hist", "box"):
        for name in names:
            axes.hist(frame._data[name], bins=options.get("bins", 10), label=str(name)) if kind == "hist" else None
        if kind == "box":
            axes.boxplot([frame._data[name] for name in names], labels=[str(name) for name in names])
    elif kind == "scatter":
        axes.scatter(frame._data[options["x"]], frame._data[options["y"]])
        axes.set_xlabel(str(options["x"]))
        axes.set_ylabel(str(options["y"]))
    else:
        x = labels if options.get("x") is None else frame._data[options["x"]]
        shown = names if options.get("y") is None else [options["y"]] if isinstance(options["y"], str) else options["y"]
        shown = [name for name in shown if name != options.get("x")]
        if kind in ("bar", "barh"):
            _grouped_bars(axes, list(x), [(str(name), frame._data[name]) for name in shown], kind == "barh", options.get("stacked", False))
        else:
            for name in shown:
                axes.plot(x, frame._data[name], label=str(name))
    if options.get("title") is not None:
        axes.set_title(options["title"])
    if len(names) > 1 and options.get("legend", True):
        axes.legend()
    return axes
`;
