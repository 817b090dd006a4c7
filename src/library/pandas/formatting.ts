/** `pandas.io.formats`: how frames and series print. */
import { pythonModule } from '../../python/modules.ts';

export const formattingModule = pythonModule(
  'pandas.io.formats',
  String.raw`
import numpy as np
from pandas._config import OPTIONS
from pandas.io._cells import NaT, _signed, cell_texts, duration_text, is_missing, label_texts

LINE = 80

def _rows_shown(count, limit):
    """The rows that are printed, and the place of the dots between them (-1 for none)."""
    if not limit or count <= limit:
        return list(range(count)), -1
    fewer = OPTIONS["display.min_rows"]
    shown = min(fewer, limit) if fewer else limit
    if shown == 1:
        return [0], 1
    return list(range(shown // 2)) + list(range(count - shown // 2, count)), shown // 2

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
        kind = "interval[%s, %s]" % ("float64" if "." in names[0] else "int64", values.categories.tolist()[0].closed) if hasattr(values.categories.tolist()[0], "closed") else kind
    if len(quoted) > 10:
        quoted = quoted[:5] + ["..."] + quoted[-5:]
    sep = " < " if values.ordered else ", "
    return "Categories (%d, %s): [%s]" % (len(names), kind, sep.join(quoted))

def series_text(series, limit="option"):
    limit = OPTIONS["display.max_rows"] or len(series) + 1 if limit == "option" else limit
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
        width = max([len(value) for value in values])
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

def _bins(widths, room):
    """Where lines of columns end that are too wide for one."""
    ends, width = [], 0
    for place, own in enumerate(widths):
        width += own + 1
        if place > 0 and width + (1 if place == len(widths) - 1 else 2) > room:
            ends.append(place)
            width = own + 1
    return ends + [len(widths)]

def _wrapped(strings, room):
    """Columns in blocks below one another, each with the row labels."""
    labels, columns = strings[0], strings[1:]
    ends = _bins([max(len(text) for text in column) for column in columns], room - max(len(text) for text in labels) - 1)
    if len(ends) == 1:
        return "\n".join(_adjoined(strings))
    blocks, start = [], 0
    for place, end in enumerate(ends):
        edge = [" "] * len(labels) if place == len(ends) - 1 else [" \\"] + ["  "] * (len(labels) - 1)
        blocks.append("\n".join(_adjoined([labels] + columns[start:end] + [edge])))
        start = end
    return "\n\n".join(blocks)

def _between(frame, half, rows, gap, limit):
    """The first and last columns, with dots between them."""
    names = list(frame._data)
    chosen = names[:half] + names[len(names) - half:]
    shown = frame._new({name: frame._data[name] for name in chosen})
    shown._column_names = frame._column_names
    strings = _blocks(shown, rows, gap, limit, False, frame)
    strings.insert(half + 1, [" ..." for line in strings[0]])
    return strings

def frame_text(frame, limit="option", width_limit="option", index=True, header=True):
    limit = OPTIONS["display.max_rows"] if limit == "option" else limit
    most = OPTIONS["display.max_columns"] if width_limit == "option" else 0
    cells = OPTIONS["display.max_colwidth"] if width_limit == "option" else None
    width_limit = (OPTIONS["display.width"] or LINE if OPTIONS["display.expand_frame_repr"] else None) if width_limit == "option" else width_limit
    if len(frame._data) == 0 or len(frame) == 0:
        return "Empty DataFrame\nColumns: %s\nIndex: %s" % (
            "[" + ", ".join(str(name) for name in frame._data) + "]",
            "[" + ", ".join(str(label) for label in frame.index.tolist()) + "]",
        )
    rows, gap = _rows_shown(len(frame), limit)
    strings = _blocks(frame, rows, gap, cells, not index)
    if not index:
        strings = strings[1:]
    cut = bool(most) and len(frame._data) > most
    if cut:
        strings = _between(frame, most // 2, rows, gap, cells)
    elif width_limit is not None and most == 0:
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
                strings = _between(frame, fitting // 2, rows, gap, cells)
    if not header:
        kept = [[cell for cell in column[1:]] for column in strings]
        widths = [max([len(cell.strip()) for cell in column]) for column in kept]
        strings = [[cell.strip().rjust(width) if place or not index else cell for cell in column] for place, (column, width) in enumerate(zip(kept, widths))]
    text = _wrapped(strings, width_limit) if width_limit is not None and most != 0 else "\n".join(_adjoined(strings))
    if gap >= 0 or cut:
        text += "\n\n[%d rows x %d columns]" % (len(frame), len(frame._data))
    return text
`,
);
