/** How indexes and categories print, and what `info` tells. */
import { pythonModule } from '../../python/modules.ts';

export const summariesModule = pythonModule(
  'pandas.io._summaries',
  String.raw`
import numpy as np
from pandas.io._cells import _time_texts, is_missing, label_texts
from pandas.io.formats import LINE, category_ending

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
