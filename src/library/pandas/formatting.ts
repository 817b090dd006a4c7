/** `pandas.io.formats`: how frames and series print. */
import { pythonModule } from '../../python/modules.ts';

export const formattingModule = pythonModule(
  'pandas.io.formats',
  String.raw`
import math
import numpy as np

def is_missing(value):
    return value is None or (isinstance(value, float) and math.isnan(value))

def _float_texts(values):
    present = [abs(value) for value in values if not math.isnan(value) and not math.isinf(value)]
    texts = ["%.6f" % value for value in values]
    small = any(0 < value < 1e-6 for value in present)
    large = any(value > 1e6 for value in present)
    if small or (large and max(len(text) for text in texts) > 12 and any(value != int(value) for value in present)):
        return ["NaN" if math.isnan(value) else "%.6e" % value for value in values]
    plain = [text for value, text in zip(values, texts) if not math.isnan(value) and not math.isinf(value)]
    cut = 0
    while plain and cut < 5 and all(text[len(text) - 1 - cut] == "0" for text in plain):
        cut += 1
    result = []
    for value, text in zip(values, texts):
        if math.isnan(value):
            result.append("NaN")
        elif math.isinf(value):
            result.append("inf" if value > 0 else "-inf")
        else:
            result.append(text[:len(text) - cut])
    return result

def texts_of(values):
    """The texts of one column's cells."""
    values = np.asarray(values)
    if values.dtype.kind == "f":
        return _float_texts(values.tolist())
    result = []
    for value in values.tolist():
        if value is None:
            result.append("None")
        elif is_missing(value):
            result.append("NaN")
        else:
            result.append(str(value))
    return result

def _rows_shown(count, limit=60):
    if count <= limit:
        return list(range(count)), -1
    return list(range(5)) + list(range(count - 5, count)), 5

def series_text(series):
    rows, gap = _rows_shown(len(series))
    values = texts_of(series.values[rows]) if len(series) else []
    labels = texts_of(np.asarray(series.index)[rows]) if len(series) else []
    ending = "dtype: %s" % series.dtype
    if series.name is not None:
        ending = "Name: %s, " % series.name + ("Length: %d, " % len(series) if gap >= 0 else "") + ending
    elif gap >= 0:
        ending = "Length: %d, " % len(series) + ending
    if len(series) == 0:
        return "Series([], " + ending + ")"
    label_width = max(len(label) for label in labels)
    width = max(len(value) for value in values)
    index_name = getattr(series.index, "name", None)
    lines = [] if index_name is None else [str(index_name)]
    label_width = max(label_width, 0 if index_name is None else len(str(index_name)))
    for position, (label, value) in enumerate(zip(labels, values)):
        if position == gap:
            lines.append(" " * label_width + "    " + "...".rjust(width))
        lines.append(label.ljust(label_width) + "    " + value.rjust(width))
    return "\n".join(lines) + "\n" + ending

def frame_text(frame, limit=60, width_limit=80):
    if len(frame.columns) == 0 or len(frame) == 0:
        return "Empty DataFrame\nColumns: %s\nIndex: %s" % (
            "[" + ", ".join(str(name) for name in frame.columns) + "]",
            "[" + ", ".join(str(label) for label in np.asarray(frame.index).tolist()) + "]",
        )
    rows, gap = _rows_shown(len(frame), limit)
    labels = texts_of(np.asarray(frame.index)[rows])
    index_name = getattr(frame.index, "name", None)
    label_width = max([len(label) for label in labels] + [len(str(index_name)) if index_name is not None else 0])
    columns = []
    for name in frame.columns:
        cells = texts_of(frame._data[name][rows])
        if gap >= 0:
            cells = cells[:gap] + ["..."] + cells[gap:]
        columns.append((str(name), cells))
    if gap >= 0:
        labels = labels[:gap] + ["..." if label_width >= 3 else ".."] + labels[gap:]
        label_width = max(label_width, max(len(label) for label in labels))
    blocks, block, used = [], [], label_width
    for name, cells in columns:
        width = max([len(name)] + [len(cell) for cell in cells])
        if width_limit is not None and block and used + 2 + width + 3 > width_limit:
            blocks.append(block)
            block, used = [], label_width
        block.append((name, cells, width))
        used += 2 + width
    blocks.append(block)
    pieces = []
    for number, block in enumerate(blocks):
        more = "  \\" if number < len(blocks) - 1 else ("   " if len(blocks) > 1 else "")
        lines = [" " * label_width + "".join("  " + name.rjust(width) for name, cells, width in block) + more]
        if index_name is not None:
            lines.append(str(index_name).ljust(label_width) + "".join("  " + " " * width for name, cells, width in block))
        for row, label in enumerate(labels):
            line = label.ljust(label_width) + "".join("  " + cells[row].rjust(width) for name, cells, width in block)
            lines.append(line + ("   " if len(blocks) > 1 else ""))
        pieces.append("\n".join(lines))
    text = "\n\n".join(pieces)
    if gap >= 0:
        text += "\n\n[%d rows x %d columns]" % (len(frame), len(frame.columns))
    return text
`,
);
