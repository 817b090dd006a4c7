/** The Python text of what columns hold and how types change; part of the module `pandas.core`. */
export const values = String.raw`
import math
import numpy as np
from pandas._support import (
    absent_column,
    caller_names, certainly, factorized, guarded, has_contents, known, running, unknown, looked_up, mapped, membership, missing_mask, order_of, positions,
    present, time_kind,
)
from pandas._support import inferred as _inferred
from pandas._support import spread as _spread
from pandas.errors import DateParseError, IndexingError, UndefinedVariableError, IntCastingNaNError, MergeError
from pandas.io._cells import is_missing
from pandas.io._summaries import category_text, index_text, info_text, series_info_text
from pandas.io.formats import frame_text, series_text

_MISSING = float("nan")
_SAME = object()

@guarded
def isna(value):
    if isinstance(value, (Series, DataFrame)):
        return value.isna()
    if isinstance(value, (list, np.ndarray, Index)):
        return _missing_mask(_column(value))
    return is_missing(value) or isinstance(value, np.datetime64) and bool(np.isnat(value))

@guarded
def notna(value):
    result = isna(value)
    return (not result) if isinstance(result, bool) else ~result

def _missing_mask(values):
    if isinstance(values, Categorical):
        return values.codes < 0
    if values.ndim > 1:
        return np.isnan(values)
    return missing_mask(values)

def _objects(items):
    values = np.empty(len(items), dtype=object)
    for place, item in enumerate(items):
        values[place] = item
    return values

def _column(values, count=None):
    """The array of a column: text is kept as objects, single values are repeated."""
    if isinstance(values, (Series, Index)):
        values = values._values if isinstance(values, Series) else values.values
    if isinstance(values, Categorical):
        return values
    if isinstance(values, np.ndarray):
        if values.ndim == 0:
            return spread(_cell(values[()]), 1 if count is None else count)
        if values.dtype.kind in "mM":
            return values.astype("datetime64[ns]" if values.dtype.kind == "M" else "timedelta64[ns]")
        return values.astype(object) if values.dtype.kind == "U" else values
    if isinstance(values, range):
        return positions(len(values), values.start, values.step)
    if isinstance(values, set) or hasattr(values, "__next__"):
        values = list(values)
    if isinstance(values, (list, tuple)):
        return inferred(values)
    if isinstance(values, (str, bytes, dict)) or not hasattr(values, "__len__"):
        return spread(values, 1 if count is None else count)
    if hasattr(values, "__array__"):
        return _column(np.asarray(values))
    return inferred(list(values))

def _map_cells(function, values):
    if _is_timed(values):
        return inferred([function(each) for each in _cells(values)])
    return inferred(mapped(np.asarray(values) if isinstance(values, Categorical) else values, function))

def _operand(other):
    if isinstance(other, Series):
        return other._values
    return other.values if isinstance(other, (Index, DataFrame)) else _plain(other)

def _cast(values, dtype):
    if isinstance(dtype, CategoricalDtype):
        return Categorical(values, dtype=dtype)
    if isinstance(dtype, str) and dtype == "category":
        return values if isinstance(values, Categorical) else Categorical(values)
    if isinstance(values, Categorical):
        values = np.asarray(values)
    if isinstance(dtype, str) and dtype.startswith("datetime64"):
        return _moments_of(values, None, "raise", False, None)
    if isinstance(dtype, str) and dtype.startswith("timedelta64"):
        return values.astype("timedelta64[ns]")
    if _is_timed(values) and (dtype is str or isinstance(dtype, str) and dtype in ("str", "object", "string") or dtype is object):
        cells = _cells(values)
        if dtype is object or dtype == "object":
            return _objects(cells)
        bare = all([each is NaT or each.value % _DAY == 0 for each in cells]) and values.dtype.kind == "M"
        return _objects([str(each) if each is NaT or not bare else str(each)[:10] for each in cells])
    if isinstance(dtype, str) and dtype in ("Int64", "Int32", "string", "boolean", "Float64"):
        dtype = {"string": "object", "boolean": "bool"}.get(dtype, dtype.lower())
    if dtype is str or isinstance(dtype, str) and dtype == "str":
        return values if not has_contents(values) and values.dtype == object else _objects_of_text(values)
    if dtype is object or isinstance(dtype, str) and dtype == "object":
        return values.astype(object)
    if np.dtype(dtype).kind in "iu" and values.dtype.kind == "f":
        if has_contents(values) and not bool(np.isfinite(values).all()):
            raise IntCastingNaNError("Cannot convert non-finite values (NA or inf) to integer")
    if values.dtype == object and np.dtype(dtype).kind == "b":
        return inferred(mapped(values, bool))
    return values.astype(dtype)

def _objects_of_text(values):
    return inferred(mapped(values, str)) if len(values) else values.astype(object)

def _kind_of(value):
    if isinstance(value, (Timestamp, np.datetime64)) or value is NaT:
        return "M"
    if isinstance(value, (bool, np.bool_)):
        return "b"
    if isinstance(value, (int, np.integer)):
        return "i"
    return "f" if isinstance(value, (float, np.floating)) or value is None else "O"

def _widened(values, value):
    """The column with a type that can take the value as well."""
    if isinstance(values, Categorical) or values.dtype == object:
        return values.copy()
    kind = value.dtype.kind if isinstance(value, np.ndarray) else _kind_of(value)
    if isinstance(value, (list, tuple)):
        kind = inferred(value).dtype.kind
    if _is_timed(values):
        return values.copy()
    if kind in "OUM":
        return values.astype(object)
    if kind == "f" and values.dtype.kind in "iu":
        whole = not isinstance(value, np.ndarray) and value is not None and value == value and float(value).is_integer()
        return values.copy() if whole else values.astype(np.float64)
    if (kind == "b") != (values.dtype.kind == "b"):
        return values.astype(object)
    return values.copy()

def _filled(values, value):
    missing = _missing_mask(values)
    if isinstance(values, Categorical):
        filled = values.copy()
        filled[missing] = value
        return filled
    if not has_contents(values):
        return np.where(missing, value, values) if values.dtype.kind == "f" and _kind_of(value) in "ifb" else values
    if not missing.any():
        return values
    if _is_timed(values):
        filled = values.copy()
        filled[missing] = value[missing] if isinstance(value, np.ndarray) else _plain(_parsed_or(value))
        return filled
    filled = _widened(values, value)
    filled[missing] = value[missing] if isinstance(value, np.ndarray) else value
    return filled

def _carried(values, backwards):
    """Gaps take the value before them (behind them, backwards)."""
    if not has_contents(values):
        return values
    count = len(values)
    there = ~_missing_mask(values)
    if backwards:
        places = np.where(there, np.arange(count), count - 1)
        places = np.minimum.accumulate(places[::-1])[::-1]
    else:
        places = np.maximum.accumulate(np.where(there, np.arange(count), 0))
    return values[places]

def _chosen(condition, values, other):
    if isinstance(values, np.ndarray) and values.dtype.kind in "iufb" and (isinstance(other, np.ndarray) or _kind_of(other) in "ifb"):
        if condition.all():
            return values
        chosen = np.where(condition, values, other)
        keeps = not isinstance(other, np.ndarray) and _kind_of(other) == "i" and values.dtype.kind in "iu"
        return chosen.astype(values.dtype) if keeps else chosen
    chosen = values.astype(object)
    chosen[~condition] = other[~condition] if isinstance(other, np.ndarray) else other
    return chosen

def _shifted(values, periods, fill_value=None):
    count = len(values)
    filling = _MISSING if fill_value is None else fill_value
    if _is_timed(values):
        moved = values.copy()
        moved[:] = np.datetime64("NaT", "ns") if values.dtype.kind == "M" else np.timedelta64("NaT", "ns")
    elif values.dtype == object:
        moved = np.full(count, None if fill_value is None else fill_value, dtype=object)
    elif fill_value is not None and values.dtype.kind in "iu":
        moved = np.full(count, fill_value, dtype=values.dtype)
    else:
        moved = np.full(count, filling)
    if periods >= 0:
        moved[periods:] = values[:count - periods] if periods else values
    else:
        moved[:periods] = values[-periods:]
    return moved

def _sampled(count, n, frac, replace, random_state):
    generator = random_state if isinstance(random_state, (np.random.RandomState, np.random.Generator)) else (
        np.random if random_state is None else np.random.RandomState(random_state)
    )
    wanted = int(round(frac * count)) if frac is not None else 1 if n is None else n
    if not replace and certainly(wanted > count):
        raise ValueError("Cannot take a larger sample than population when 'replace=False'")
    return generator.choice(count, size=wanted, replace=replace)

class _Offsets:
    """A column of moments to which months and years are added."""

    def __init__(self, series): self._series = series
    def __add__(self, other): return self._series._like(other._added_all(self._series._values))
    def __sub__(self, other): return self._series._like(other._added_all(self._series._values, -1))

def _same_labels(a, b):
    if a is b:
        return True
    if isinstance(a, RangeIndex) and isinstance(b, RangeIndex):
        return not certainly(a._count != b._count) and not certainly(a.start != b.start) and not certainly(a.step != b.step)
    if not has_contents(a.values) or not has_contents(b.values):
        return True
    return a.tolist() == b.tolist()

@guarded
class _Arithmetic:
    def __add__(self, other): return self._with(other, lambda a, b: a + b)
    def __radd__(self, other): return self._with(other, lambda a, b: b + a)
    def __sub__(self, other): return self._with(other, lambda a, b: a - b)
    def __rsub__(self, other): return self._with(other, lambda a, b: b - a)
    def __mul__(self, other): return self._with(other, lambda a, b: a * b)
    def __rmul__(self, other): return self._with(other, lambda a, b: b * a)
    def __truediv__(self, other): return self._with(other, lambda a, b: a / b)
    def __rtruediv__(self, other): return self._with(other, lambda a, b: b / a)
    def __floordiv__(self, other): return self._with(other, lambda a, b: a // b)
    def __rfloordiv__(self, other): return self._with(other, lambda a, b: b // a)
    def __mod__(self, other): return self._with(other, lambda a, b: a % b)
    def __pow__(self, other): return self._with(other, lambda a, b: a ** b)
    def __rpow__(self, other): return self._with(other, lambda a, b: b ** a)
    def __neg__(self): return self._with(0, lambda a, b: -a)
    def __pos__(self): return self
    def __invert__(self): return self._with(0, lambda a, b: ~a)
    def __and__(self, other): return self._with(other, lambda a, b: a & b)
    def __rand__(self, other): return self._with(other, lambda a, b: a & b)
    def __or__(self, other): return self._with(other, lambda a, b: a | b)
    def __ror__(self, other): return self._with(other, lambda a, b: a | b)
    def __xor__(self, other): return self._with(other, lambda a, b: a ^ b)
    def __eq__(self, other): return self._with(other, lambda a, b: _compared(a, b, "eq"))
    def __ne__(self, other): return self._with(other, lambda a, b: _compared(a, b, "ne"))
    def __lt__(self, other): return self._with(other, lambda a, b: _compared(a, b, "lt"))
    def __le__(self, other): return self._with(other, lambda a, b: _compared(a, b, "le"))
    def __gt__(self, other): return self._with(other, lambda a, b: _compared(a, b, "gt"))
    def __ge__(self, other): return self._with(other, lambda a, b: _compared(a, b, "ge"))
    __hash__ = None

    def add(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: a + b)
    def sub(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: a - b)
    def mul(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: a * b)
    def div(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: a / b)
    def pow(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: a ** b)
    def mod(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: a % b)
    subtract, multiply, divide, truediv = sub, mul, div, div
    def eq(self, other): return self == other
    def ne(self, other): return self != other
    def gt(self, other): return self > other
    def ge(self, other): return self >= other
    def lt(self, other): return self < other
    def le(self, other): return self <= other

    def _with(self, other, operation):
        if isinstance(other, DataFrame):
            return NotImplemented
        if isinstance(other, DateOffset):
            return operation(_Offsets(self), other)
        if not isinstance(other, Series):
            return Series(operation(self._values, _operand(other)), index=self.index, name=self.name)
        name = self.name if other.name == self.name else None
        if _same_labels(self.index, other.index):
            return Series(operation(self._values, other._values), index=self.index, name=name)
        labels = self.index.tolist()
        labels = sorted(set(labels) | set(other.index.tolist()))
        mine, theirs = self.reindex(labels), other.reindex(labels)
        return Series(operation(mine._values, theirs._values), index=labels, name=name)

    def _along(self, other, axis, operation):
        return self._with(other, operation)

def _compared(a, b, operation):
    if isinstance(a, Categorical):
        return getattr(a, "__%s__" % operation)(np.asarray(b) if isinstance(b, Categorical) else b)
    if _is_timed(a):
        b = _plain(_parsed_or(b) if isinstance(b, str) else b)
        if isinstance(b, np.ndarray) and b.dtype == object:
            b = _stamp_array(b.tolist())
    elif a.dtype == object or isinstance(b, str):
        if not has_contents(a):
            return np.equal(a, a) if isinstance(b, str) else a == b
        if isinstance(b, np.ndarray):
            pairs = zip(a.tolist(), b.tolist())
        else:
            pairs = ((each, b) for each in a.tolist())
        return np.array([_compared_cells(x, y, operation) for x, y in pairs], dtype=bool)
    if operation == "eq":
        return a == b
    if operation == "ne":
        return a != b
    if operation == "lt":
        return a < b
    if operation == "le":
        return a <= b
    return a > b if operation == "gt" else a >= b

def _parsed_or(value):
    return Timestamp(value) if isinstance(value, str) else value

def _compared_cells(a, b, operation):
    if operation == "eq":
        return a == b
    if operation == "ne":
        return a != b
    if is_missing(a) or is_missing(b):
        return False
    return a < b if operation == "lt" else a <= b if operation == "le" else a > b if operation == "gt" else a >= b
`;
