/** The texts of a table's cells and labels. */
import { pythonModule } from '../../python/modules.ts';

export const cellTextsModule = pythonModule(
  'pandas.io._cells',
  String.raw`
import math
import numpy as np
from pandas._config import OPTIONS

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

def _float_texts(values):
    """Numbers with a place for the sign."""
    digits, form = OPTIONS["display.precision"], OPTIONS["display.float_format"]
    if form is not None:
        return ["NaN" if math.isnan(value) else form(value) for value in values]
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
        form = OPTIONS["display.float_format"] or ("%%.%df" % OPTIONS["display.precision"]).__mod__
        return "NaN" if math.isnan(value) else _trimmed([form(value)])[0]
    if isinstance(value, np.ndarray):
        return "[%s]" % ", ".join(str(each) for each in value.tolist())
    if isinstance(value, (list, tuple)):
        return "[%s]" % ", ".join(str(each) for each in value) if isinstance(value, list) else "(%s)" % ", ".join(str(each) for each in value)
    return str(value).replace("\n", "\\n").replace("\t", "\\t")

def _clipped(text, limit=50):
    return text if len(text) <= limit else text[:limit - 4] + "..."

def cell_texts(column, limit="option"):
    """The texts of one column's cells, with a place for the sign."""
    limit = OPTIONS["display.max_colwidth"] if limit == "option" else limit
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
`,
);
