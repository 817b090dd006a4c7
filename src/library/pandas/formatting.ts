/** `pandas.io.formats`: how frames, series and labels print. */
import { pythonModule } from '../../python/modules.ts';

export const formattingModule = pythonModule(
  'pandas.io.formats',
  String.raw`
import math
import numpy as np

LINE = 80

class _NotATime:
    """The moment or duration that is missing."""

    year = month = day = hour = minute = second = days = float("nan")
    def __repr__(self): return "NaT"
    def __str__(self): return "NaT"
    def __eq__(self, other): return False
    def __ne__(self, other): return True
    def __lt__(self, other): return False
    __gt__ = __le__ = __ge__ = __lt__
    def __hash__(self): return 0
    def __add__(self, other): return self
    __radd__ = __sub__ = __rsub__ = __add__
    def isoformat(self, *args): return "NaT"
    def strftime(self, form): return "NaT"

NaT = _NotATime()

def is_missing(value):
    return value is None or value is NaT or (isinstance(value, float) and math.isnan(value))

def duration_text(ns, bare=False):
    days, rest = ns // 86400000000000, ns % 86400000000000
    if bare and rest == 0:
        return "%d days" % days
    seconds, part = rest // 1000000000, rest % 1000000000
    text = "%d days %s%02d:%02d:%02d" % (days, "+" if days < 0 else "", seconds // 3600, seconds // 60 % 60, seconds % 60)
    return text + ("" if part == 0 else ".%06d" % (part // 1000) if part % 1000 == 0 else ".%09d" % part)

def _time_texts(values):
    """Moments or durations, all as exact as the most exact of them."""
    missing = np.isnat(values)
    if values.dtype.kind == "m":
        ns = values.astype("timedelta64[ns]").astype(np.int64).tolist()
        bare = all([gone or each % 86400000000000 == 0 for each, gone in zip(ns, missing.tolist())])
        return ["NaT" if gone else duration_text(each, bare) for each, gone in zip(ns, missing.tolist())]
    ns = values.astype("datetime64[ns]").astype(np.int64)
    there = ns[~missing]
    unit = "D" if not len(there) or (there % 86400000000000 == 0).all() else "s" if (there % 1000000000 == 0).all() else "ms" if (there % 1000000 == 0).all() else "us" if (there % 1000 == 0).all() else "ns"
    return ["NaT" if gone else str(each).replace("T", " ") for each, gone in zip(values.astype("datetime64[%s]" % unit).astype(str).tolist(), missing.tolist())]

def _trimmed(texts):
    """Zeros at the end that all numbers share are left out; one digit stays behind the point."""
    plain = [text for text in texts if "." in text and "e" not in text]
    cut = 0
    while plain and all(text[len(text) - 1 - cut] == "0" and text[len(text) - 2 - cut] != "." for text in plain):
        cut += 1
    return [text[:len(text) - cut] if cut and "." in text and "e" not in text else text for text in texts]

def _signed(value, text):
    return text if text.startswith("-") else " " + text

def _float_texts(values, digits=6):
    """Numbers with a place for the sign."""
    shown = [value for value in values if not math.isnan(value)]
    finite = [abs(value) for value in shown if not math.isinf(value)]
    def texts(form):
        return [_signed(value, ("-inf" if value < 0 else "inf") if math.isinf(value) else form % value) for value in shown]
    result = _trimmed(texts("%%.%df" % digits))
    small = any(0 < value < 10 ** -digits for value in finite)
    long = max([len(text) for text in result] + [0]) > digits + 6
    if small or (long and any(value > 1e6 for value in finite)):
        result = _trimmed(texts("%%.%de" % digits))
    rest = iter(result)
    return ["NaN" if math.isnan(value) else next(rest) for value in values]

def _cell_text(value):
    if value is None:
        return "None"
    if isinstance(value, float):
        return "NaN" if math.isnan(value) else _trimmed(["%.6f" % value])[0]
    if isinstance(value, np.ndarray):
        return "[%s]" % ", ".join(str(each) for each in value.tolist())
    if isinstance(value, (list, tuple)):
        return "[%s]" % ", ".join(str(each) for each in value) if isinstance(value, list) else "(%s)" % ", ".join(str(each) for each in value)
    return str(value).replace("\n", "\\n").replace("\t", "\\t")

def _clipped(text, limit=50):
    return text if len(text) <= limit else text[:limit - 4] + "..."

def cell_texts(column, limit=50):
    """The texts of one column's cells, with a place for the sign."""
    values = np.asarray(column)
    if values.dtype.kind in "mM":
        texts = _time_texts(values)
        return texts
    if values.dtype.kind == "f":
        return _float_texts([float(value) for value in values.tolist()])
    if values.dtype.kind in "iu":
        return [_signed(value, str(value)) for value in values.tolist()]
    return [" " + (_cell_text(value) if limit is None else _clipped(_cell_text(value), limit)) for value in values.tolist()]

def label_texts(labels):
    values = np.asarray(labels)
    if values.dtype.kind in "mM":
        return _time_texts(values)
    if values.dtype.kind == "f":
        texts = _float_texts([float(value) for value in values.tolist()])
        return [text.strip() for text in texts]
    return [_cell_text(value) if not isinstance(value, tuple) else str(value) for value in values.tolist()]

def _rows_shown(count, limit=60):
    if limit is None or count <= limit:
        return list(range(count)), -1
    return list(range(5)) + list(range(count - 5, count)), 5

def _dots(width):
    return "..." if width > 3 else ".."

def _index_columns(index, rows):
    """The texts of the row labels, a column for each level; equal ones below each other are left out."""
    if not hasattr(index, "_labels"):
        return [label_texts(np.asarray(index)[rows])]
    labels = [index._labels[row] for row in rows]
    columns = []
    for level in range(index.nlevels):
        texts = label_texts(np.array([label[level] for label in labels], dtype=object)) if not all(isinstance(label[level], float) for label in labels) else label_texts(np.array([label[level] for label in labels]))
        if level < index.nlevels - 1:
            texts = [text if row == 0 or labels[row][:level + 1] != labels[row - 1][:level + 1] else "" for row, text in enumerate(texts)]
        columns.append(texts)
    return columns

def category_ending(values):
    names = label_texts(values.categories.values)
    kind = values.categories.dtype
    quoted = [repr(name) for name in values.categories.tolist()] if all(isinstance(name, str) for name in values.categories.tolist()) else names
    if kind == object and not all(isinstance(name, str) for name in values.categories.tolist()):
        kind = "interval[%s, right]" % ("float64" if "." in names[0] else "int64") if hasattr(values.categories.tolist()[0], "closed") else kind
    if len(quoted) > 10:
        quoted = quoted[:5] + ["..."] + quoted[-5:]
    sep = " < " if values.ordered else ", "
    return "Categories (%d, %s): [%s]" % (len(names), kind, sep.join(quoted))

def series_text(series, limit=60):
    rows, gap = _rows_shown(len(series), limit)
    categories = category_ending(series._values) if hasattr(series._values, "categories") else None
    dtype = "category" if categories else series.dtype
    ending = "dtype: %s" % dtype
    if series.name is not None and limit is not None:
        ending = "Name: %s, " % ("(%s)" % ", ".join(str(each) for each in series.name) if isinstance(series.name, tuple) else series.name) + ("Length: %d, " % len(series) if gap >= 0 else "") + ending
    elif gap >= 0:
        ending = "Length: %d, " % len(series) + ending
    if getattr(series.index, "freq", None) is not None and limit is not None:
        ending = "Freq: %s, " % series.index.freq + ending
    if categories:
        ending += "\n" + categories
    if len(series) == 0:
        return "Series([], " + ending + ")"
    values = cell_texts(series._values[np.array(rows)])
    columns = _index_columns(series.index, rows)
    names = [name for name in series.index.names]
    titled = any(name is not None for name in names)
    multi = hasattr(series.index, "_labels")
    if gap >= 0:
        width = len(values[gap - 1])
        values.insert(gap, _dots(width).center(width))
        for column in columns:
            column.insert(gap, "")
    if titled and multi:
        for name, column in zip(names, columns):
            column.insert(0, "" if name is None else str(name))
    padded = [[text.ljust(max([len(each) for each in column])) for text in column] for column in columns]
    labels = _adjoined(padded, "  " if multi else " ")
    header = []
    if titled and multi:
        header = [labels.pop(0)]
    elif titled:
        header = [str(names[0])]
    width = max([len(value) for value in values])
    lines = header + [label + "   " + value.rjust(width) for label, value in zip(labels, values)]
    return "\n".join(lines) + ("\n" + ending if limit is not None else "")

def _adjoined(columns, sep=" "):
    return [sep.join(cells) for cells in zip(*columns)]

def _column_titles(names):
    """Header texts of each column, one for each level; equal ones beside each other are left out."""
    levels = max([len(name) if isinstance(name, tuple) else 1 for name in names] + [1])
    if levels == 1 or not all(isinstance(name, tuple) for name in names):
        texts = label_texts(np.array(names)) if names and all(isinstance(name, float) for name in names) else [
            "NaN" if is_missing(name) else str(name) for name in names]
        return 1, [[text] for text in texts]
    result = []
    for place, name in enumerate(names):
        texts = []
        for level in range(levels):
            repeated = place > 0 and level < levels - 1 and name[:level + 1] == names[place - 1][:level + 1]
            texts.append("" if repeated else str(name[level]))
        result.append(texts)
    return levels, result

def _signed_titles(frame):
    """Whether titles keep room for a sign: pandas takes the types of the first columns, also where some are left out."""
    return [not hasattr(column, "categories") and column.dtype.kind in "iufb" for column in frame._data.values()]

def _blocks(frame, rows, gap, limit, bare=False, whole=None):
    """Every column as texts of one width: the row labels first."""
    columns = list(frame._data.items())
    levels, titles = _column_titles([name for name, column in columns])
    names = frame._column_names if isinstance(frame._column_names, list) else [frame._column_names] * levels
    index_names = frame.index.names
    titled = any(name is not None for name in index_names)
    several = any(name is not None for name in names)
    strings = []
    index_columns = _index_columns(frame.index, rows)
    for level, column in enumerate(index_columns):
        last = level == len(index_columns) - 1
        head = [("" if names[row] is None else str(names[row])) if level == 0 and several else "" for row in range(levels)]
        if titled:
            head = head + ["" if index_names[level] is None else str(index_names[level])]
        column = head + column
        if gap >= 0:
            width = max(len(text) for text in column)
            column.insert(gap + len(head), _dots(width))
        width = max(len(text) for text in column)
        strings.append([text.ljust(width) for text in column])
    index_strings = _adjoined(strings)
    result = [index_strings]
    signed = _signed_titles(frame if whole is None else whole)
    for place, ((name, column), title) in enumerate(zip(columns, titles)):
        cells = cell_texts(column[np.array(rows, dtype=np.int64)], limit)
        if bare:
            cells = [text[1:] if text.startswith(" ") else text for text in cells]
        head = [" " + text if signed[place] and levels == 1 else text for text in title] + ([""] if titled else [])
        width = max([len(cell) for cell in cells] + [len(text) for text in head])
        texts = head + cells
        if gap >= 0:
            texts.insert(gap + len(head), _dots(width))
        result.append([text.rjust(width) for text in texts])
    return result

def frame_text(frame, limit=60, width_limit=LINE, index=True, header=True):
    if len(frame._data) == 0 or len(frame) == 0:
        return "Empty DataFrame\nColumns: %s\nIndex: %s" % (
            "[" + ", ".join(str(name) for name in frame._data) + "]",
            "[" + ", ".join(str(label) for label in frame.index.tolist()) + "]",
        )
    rows, gap = _rows_shown(len(frame), limit)
    strings = _blocks(frame, rows, gap, 50 if width_limit is not None else None, not index)
    if not index:
        strings = strings[1:]
    cut = False
    if width_limit is not None:
        widths = [len(column[0]) for column in strings]
        over = sum(widths) + len(widths) - 1 - width_limit + 1
        if over > 1:
            left = list(widths)
            while over > 0 and len(left) > 1:
                place = round(len(left) / 2)
                over -= left[place] + 1
                del left[place]
            fitting = max(len(left) - 1, 2)
            if fitting < len(widths) - 1:
                cut = True
                half = fitting // 2
                names = list(frame._data)
                chosen = names[:half] + names[len(names) - half:]
                shown = frame._new({name: frame._data[name] for name in chosen})
                strings = _blocks(shown, rows, gap, 50, False, frame)
                strings.insert(half + 1, [" ..." for line in strings[0]])
                if frame.index.names != [None] and any(name is not None for name in frame.index.names):
                    strings[half + 1][1] = "    "
    if not header:
        kept = [[cell for cell in column[1:]] for column in strings]
        widths = [max([len(cell.strip()) for cell in column]) for column in kept]
        strings = [[cell.strip().rjust(width) if place or not index else cell for cell in column] for place, (column, width) in enumerate(zip(kept, widths))]
    text = "\n".join(_adjoined(strings))
    if gap >= 0 or cut:
        text += "\n\n[%d rows x %d columns]" % (len(frame), len(frame._data))
    return text

def _lines_of(items, start, justified):
    """Items with commas, broken into lines of at most 80 characters that begin below one another."""
    indent = " " * start
    if justified and len(", ".join(items)) >= LINE:
        width = max(len(item) for item in items)
        items = [item.rjust(width) for item in items]
    lines, line = [], indent
    for place, item in enumerate(items):
        last = place == len(items) - 1
        word = item if last else item + ", "
        limit = LINE - 2 if last else LINE
        if len(line.rstrip()) + len(word.rstrip()) >= limit and line.strip():
            lines.append(line.rstrip())
            line = indent
        line += word
    lines.append(line)
    return lines

def index_text(index):
    kind = type(index).__name__
    labels = index.tolist()
    if index.dtype.kind in "mM":
        return _times_text(index, kind)
    texts = [repr(label) for label in labels] if index.dtype == object else label_texts(np.array(labels)) if labels else []
    cut = len(texts) > 100
    strings = index.dtype == object
    start = len(kind) + 2
    if cut:
        texts = texts[:10] + ["..."] + texts[-10:]
        if not strings:
            width = max(len(text) for text in texts)
            texts = [text.rjust(width) if text != "..." else text for text in texts]
        head = _lines_of(texts[:10], start, False)
        tail = _lines_of(texts[11:], start, False)
        lines = head[:-1] + [head[-1].rstrip() + ","] + [" " * start + "..."] + tail
    else:
        lines = _lines_of(texts, start, not strings)
    body = "\n".join(lines)[start:]
    more = ["dtype='%s'" % index.dtype]
    if index.name is not None:
        more.append("name=%r" % (index.name,))
    if cut:
        more.append("length=%d" % len(labels))
    wrapped = len(lines) > 1
    return "%s([%s],%s%s)" % (kind, body, "\n" + " " * (len(kind) + 1) if wrapped else " ", ", ".join(more))

def _times_text(index, kind):
    """Labels that are moments: in columns below one another, as they all are equally long."""
    texts = ["'%s'" % text if kind == "DatetimeIndex" else "'%s'" % text for text in _time_texts(index.values)]
    cut = len(texts) > 100
    start = len(kind) + 2
    if cut:
        head, tail = _lines_of(texts[:10], start, True), _lines_of(texts[-10:], start, True)
        lines = head[:-1] + [head[-1].rstrip() + ",", " " * start + "..."] + tail
    else:
        lines = _lines_of(texts, start, True)
    more = ["dtype='%s'" % index.dtype] + ([] if index.name is None else ["name=%r" % (index.name,)]) + (["length=%d" % len(texts)] if cut else [])
    more.append("freq=%s" % ("None" if getattr(index, "freq", None) is None else repr(index.freq)))
    return "%s([%s],%s%s)" % (kind, "\n".join(lines)[start:], "\n" + " " * (len(kind) + 1) if len(lines) > 1 else " ", ", ".join(more))

def series_info_text(series):
    index = series.index
    labels = index.tolist()
    lines = ["<class 'pandas.core.series.Series'>", "%s: %d entries%s" % (type(index).__name__, len(series), ", %s to %s" % (labels[0], labels[-1]) if labels else ""),
             "Series name: %s" % (series.name,)]
    count = "%d non-null" % int(series.count())
    kind = "category" if hasattr(series._values, "categories") else str(series.dtype)
    width = max(14, len(count))
    lines += ["Non-Null Count".ljust(width) + "  Dtype ".rstrip().ljust(7), "-" * 14 + " " * (width - 14) + "  -----", count.ljust(width) + "  " + kind, "dtypes: %s(1)" % kind]
    size = (series._values.codes.nbytes + 8 * len(series._values.categories) if hasattr(series._values, "categories") else series._values.nbytes) + (132 if type(index).__name__ == "RangeIndex" else index.values.nbytes)
    return "\n".join(lines + ["memory usage: " + _size_text(size, "+" if series.dtype == object else "")])

def category_text(values):
    texts = ["NaN" if is_missing(value) else repr(value) if isinstance(value, str) else str(value) for value in values.tolist()]
    cut = len(texts) > 10
    if cut:
        texts = texts[:5] + ["..."] + texts[-5:]
    return "[%s]\n%s%s" % (", ".join(texts), "Length: %d\n" % len(values) if cut else "", category_ending(values))

def _size_text(size, more):
    for unit in ("bytes", "KB", "MB", "GB"):
        if size < 1024 or unit == "GB":
            return "%.1f%s %s" % (size, more, unit)
        size = size / 1024

def info_text(frame, memory=True):
    names = [str(name) for name in frame._data]
    count = len(frame)
    lines = ["<class 'pandas.core.frame.DataFrame'>"]
    labels = frame.index.tolist()
    if labels and frame.index.dtype.kind in "mM":
        labels = _time_texts(frame.index.values)
    ends = ", %s to %s" % (labels[0], labels[-1]) if labels else ""
    lines.append("%s: %d entries%s" % (type(frame.index).__name__, count, ends))
    if getattr(frame.index, "freq", None) is not None:
        lines.append("Freq: %s" % frame.index.freq)
    if not names:
        return "\n".join(lines + ["Empty DataFrame"])
    lines.append("Data columns (total %d columns):" % len(names))
    counts = ["%d non-null" % int(frame[name].count()) for name in frame._data]
    kinds = [str(column.dtype) for column in frame._data.values()]
    places = [" %d" % place for place in range(len(names))]
    table = []
    for head, cells in ((" # ", places), ("Column", names), ("Non-Null Count", counts), ("Dtype", kinds)):
        width = max([len(head)] + [len(cell) for cell in cells])
        table.append([head.ljust(width), ("-" * len(head)).ljust(width) if head != " # " else "---".ljust(width)] + [cell.ljust(width) for cell in cells])
    lines += ["  ".join(cells) for cells in zip(*table)]
    tally = {}
    for kind in kinds:
        tally[kind] = tally.get(kind, 0) + 1
    lines.append("dtypes: " + ", ".join("%s(%d)" % (kind, tally[kind]) for kind in sorted(tally)))
    size = 0
    for column in frame._data.values():
        size += column.codes.nbytes + 8 * len(column.categories) if hasattr(column, "categories") else column.nbytes
    size += 132 if type(frame.index).__name__ == "RangeIndex" else frame.index.values.nbytes
    if memory:
        lines.append("memory usage: " + _size_text(size, "+" if "object" in kinds else ""))
    return "\n".join(lines)
`,
);
