/** Functions of `numpy.ma`, in Python on top of its arrays. */
import { pythonModule } from '../../../python/modules.ts';

const unary =
  'abs absolute arccos arccosh arcsin arcsinh arctan arctanh ceil conjugate cos cosh exp fabs floor log log10 log2 ' +
  'logical_not negative sin sinh sqrt tan tanh';
const binary =
  'add arctan2 bitwise_and bitwise_or bitwise_xor divide equal floor_divide fmod greater greater_equal hypot ' +
  'left_shift less less_equal logical_and logical_or logical_xor mod multiply not_equal power remainder right_shift ' +
  'subtract true_divide';
/** Methods that are functions too. */
const methods = 'max min prod all any argmax argmin';
/** What moves elements moves the mask along. */
const moving =
  'ravel reshape transpose repeat squeeze swapaxes take diagonal expand_dims atleast_1d atleast_2d atleast_3d resize flip';
const joining = 'concatenate vstack hstack dstack stack column_stack row_stack';
const making = 'zeros ones empty arange identity zeros_like ones_like empty_like';

const words = (text: string): string[] => text.split(' ');

const source = `
import numpy as np
from numpy.ma import MaskedArray, asarray, getdata, getmaskarray, masked, nomask

MaskType = np.bool_


def _result(data, hidden):
    if np.ndim(data) == 0:
        return masked if hidden else data
    return MaskedArray(data, mask=hidden)


def _unary(function):
    def apply(a, *args, **options):
        a = asarray(a)
        with np.errstate(all="ignore"):
            result = function(a.data)
        hidden = a.mask | ~np.isfinite(result)
        return _result(np.where(hidden, a.data, result).astype(result.dtype), hidden)
    return apply


def _binary(function):
    def apply(a, b, *args, **options):
        left, right = getdata(a), getdata(b)
        with np.errstate(all="ignore"):
            result = function(left, right)
        hidden = getmaskarray(a) | getmaskarray(b)
        if result.dtype.kind == "f":
            hidden = hidden | ~np.isfinite(result)
        kept = np.where(hidden, np.broadcast_to(left, result.shape), result).astype(result.dtype)
        return _result(kept, np.broadcast_to(hidden, result.shape))
    return apply


def _method(name):
    def apply(a, axis=None, **options):
        return getattr(asarray(a), name)(axis)
    return apply


def _moving(function):
    def apply(a, *args, **options):
        a = asarray(a)
        return MaskedArray(function(a.data, *args, **options), mask=function(a.mask, *args, **options))
    return apply


def _joining(function):
    def apply(arrays, *args, **options):
        data = function([getdata(item) for item in arrays], *args, **options)
        return MaskedArray(data, mask=function([getmaskarray(item) for item in arrays], *args, **options))
    return apply


def _making(function):
    def apply(*args, **options):
        return MaskedArray(function(*[getdata(item) if isinstance(item, MaskedArray) else item for item in args], **options))
    return apply


DEFINITIONS

amax, amin, product = max, min, prod


def default_fill_value(obj):
    kind = np.dtype(obj).kind if isinstance(obj, (type, np.dtype)) else np.asarray(getdata(obj)).dtype.kind
    return {"b": True, "i": 999999, "u": 999999, "f": 1e20, "c": 1e20 + 0j, "S": b"N/A", "U": "N/A"}.get(kind, "?")


def masked_all(shape, dtype=float):
    return MaskedArray(np.empty(shape, dtype), mask=np.ones(shape, bool))


def masked_all_like(arr):
    return masked_all(np.shape(arr), getdata(arr).dtype)


def masked_values(x, value, rtol=1e-05, atol=1e-08, copy=True, shrink=True):
    data = getdata(x)
    close = np.isclose(data, value, rtol=rtol, atol=atol) if data.dtype.kind == "f" else data == value
    return MaskedArray(data, mask=close, fill_value=value)


def masked_object(x, value, copy=True, shrink=True):
    return MaskedArray(x, mask=getdata(x) == value, fill_value=value)


def fix_invalid(a, mask=nomask, copy=True, fill_value=None):
    a = asarray(a)
    wrong = ~np.isfinite(a.data)
    fill = a.fill_value if fill_value is None else fill_value
    return MaskedArray(np.where(wrong, fill, a.data), mask=a.mask | wrong | getdata(mask))


def count_masked(arr, axis=None):
    return np.sum(getmaskarray(arr), axis=axis)


def average(a, axis=None, weights=None, returned=False):
    a = asarray(a)
    if weights is None:
        return a.mean(axis)
    weights = np.broadcast_to(np.asarray(weights), a.shape) if np.shape(weights) == a.shape or axis is None else np.asarray(weights)
    if weights.shape != a.shape:
        weights = np.expand_dims(weights, tuple(i for i in range(a.ndim) if i != axis % a.ndim)) * np.ones(a.shape)
    total = MaskedArray(a.data * weights, mask=a.mask).sum(axis)
    return total / np.sum(np.where(a.mask, 0, weights), axis=axis)


def where(condition, x=None, y=None):
    if x is None:
        return np.nonzero(np.asarray(getdata(condition)) & ~getmaskarray(condition))
    chosen, hidden = getdata(condition), getmaskarray(condition)
    data = np.where(chosen, getdata(x), getdata(y))
    lost = np.where(hidden, True, np.where(chosen, getmaskarray(x), getmaskarray(y)))
    return MaskedArray(data, mask=lost)


def mask_or(m1, m2, copy=False, shrink=True):
    found = np.logical_or(m1, m2)
    return found if found.any() or not shrink else nomask


def make_mask(m, copy=False, shrink=True, dtype=bool):
    found = np.asarray(m, dtype=bool)
    return found if found.any() or not shrink else nomask


def make_mask_none(newshape, dtype=None):
    return np.zeros(newshape, dtype=bool)


def is_mask(m):
    return isinstance(m, np.ndarray) and m.dtype == bool or m is nomask


def allequal(a, b, fill_value=True):
    hidden = getmaskarray(a) | getmaskarray(b)
    equal = getdata(a) == getdata(b)
    return bool(np.all(np.where(hidden, fill_value, equal)))


def allclose(a, b, masked_equal=True, rtol=1e-05, atol=1e-08):
    hidden = getmaskarray(a) | getmaskarray(b)
    return bool(np.all(np.where(hidden, masked_equal, np.isclose(getdata(a), getdata(b), rtol, atol))))


def dot(a, b, strict=False, out=None):
    left, right = asarray(a), asarray(b)
    data = np.dot(left.filled(0), right.filled(0))
    return MaskedArray(data, mask=~np.dot(~left.mask, ~right.mask))


def argsort(a, axis=-1, kind=None, order=None, endwith=True, fill_value=None):
    a = asarray(a)
    kind_ = a.dtype.kind
    last = np.iinfo(a.dtype).max if kind_ in "iu" else np.nan
    return np.argsort(np.where(a.mask, last, a.data), axis=axis, kind="stable")


def sort(a, axis=-1, kind=None, order=None, endwith=True, fill_value=None):
    a = asarray(a)
    places = argsort(a, axis)
    return MaskedArray(np.take_along_axis(a.data, places, axis), mask=np.take_along_axis(a.mask, places, axis))


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    a = asarray(a)
    if axis is None:
        kept = a.compressed()
        return np.median(kept) if len(kept) else masked
    lines = np.moveaxis(a.data, axis, -1).reshape(-1, a.shape[axis])
    masks = np.moveaxis(a.mask, axis, -1).reshape(-1, a.shape[axis])
    shape = tuple(length for i, length in enumerate(a.shape) if i != axis % a.ndim)
    empty = masks.all(axis=-1).reshape(shape)
    found = [0.0 if mask.all() else np.median(line[~mask]) for line, mask in zip(lines, masks)]
    return MaskedArray(np.array(found).reshape(shape), mask=empty)


def unique(ar1, return_index=False, return_inverse=False):
    a = asarray(ar1)
    values = np.unique(a.compressed())
    if not a.mask.any():
        return MaskedArray(values)
    return MaskedArray(np.append(values, a.data[a.mask][:1]), mask=[False] * len(values) + [True])


def anom(a, axis=None, dtype=None):
    a = asarray(a)
    mean = a.mean(axis)
    return a - (mean if axis is None else np.expand_dims(getdata(mean), axis))


def diff(a, n=1, axis=-1):
    a = asarray(a)
    for _ in range(n):
        hidden = np.moveaxis(a.mask, axis, -1)
        a = MaskedArray(np.diff(a.data, axis=axis), mask=np.moveaxis(hidden[..., 1:] | hidden[..., :-1], -1, axis))
    return a


def append(a, b, axis=None):
    return concatenate([ravel(a), ravel(b)]) if axis is None else concatenate([asarray(a), asarray(b)], axis)


def mask_rowcols(a, axis=None):
    a = asarray(a)
    hidden = a.mask.copy()
    rows, columns = a.mask.any(axis=1), a.mask.any(axis=0)
    if not axis:
        hidden[rows] = True
    if axis in (None, 1, -1):
        hidden[:, columns] = True
    return MaskedArray(a.data, mask=hidden)


def mask_rows(a, axis=None):
    return mask_rowcols(a, 0)


def mask_cols(a, axis=None):
    return mask_rowcols(a, 1)


def compress_rows(a):
    a = asarray(a)
    return a.data[~a.mask.any(axis=1)]


def compress_cols(a):
    a = asarray(a)
    return a.data[:, ~a.mask.any(axis=0)]


def compress_rowcols(x, axis=None):
    x = asarray(x)
    rows, columns = ~x.mask.any(axis=1), ~x.mask.any(axis=0)
    found = x.data
    if axis in (None, 0):
        found = found[rows]
    if axis in (None, 1, -1):
        found = found[:, columns]
    return found


def _runs(flags):
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(int), [0]])))
    return [slice(int(start), int(stop), None) for start, stop in zip(edges[::2], edges[1::2])]


def clump_masked(a):
    return _runs(getmaskarray(a))


def clump_unmasked(a):
    return _runs(~getmaskarray(a))


def flatnotmasked_contiguous(a):
    return _runs(~getmaskarray(a).ravel())


def notmasked_contiguous(a, axis=None):
    return flatnotmasked_contiguous(a)


def flatnotmasked_edges(a):
    places = np.flatnonzero(~getmaskarray(a).ravel())
    return np.array([places[0], places[-1]]) if len(places) else None


notmasked_edges = flatnotmasked_edges


def ndim(obj):
    return np.ndim(getdata(obj))


def shape(obj):
    return np.shape(getdata(obj))


def size(obj, axis=None):
    return np.size(getdata(obj), axis)


def copy(a, *args):
    return asarray(a).copy()


def round(a, decimals=0, out=None):
    a = asarray(a)
    return MaskedArray(np.round(a.data, decimals), mask=a.mask)


around = round_ = round


def clip(a, a_min=None, a_max=None):
    a = asarray(a)
    return MaskedArray(np.clip(a.data, a_min, a_max), mask=a.mask)


def cumsum(a, axis=None):
    a = asarray(a)
    return MaskedArray(np.cumsum(a.filled(0), axis=axis), mask=a.mask if axis is not None else a.mask.ravel())


def cumprod(a, axis=None):
    a = asarray(a)
    return MaskedArray(np.cumprod(a.filled(1), axis=axis), mask=a.mask if axis is not None else a.mask.ravel())


def ptp(obj, axis=None):
    return asarray(obj).max(axis) - asarray(obj).min(axis)


def nonzero(a):
    return np.nonzero(asarray(a).filled(0))


def isin(element, test_elements, assume_unique=False, invert=False):
    return MaskedArray(np.isin(getdata(element), getdata(test_elements), invert=invert), mask=getmaskarray(element))


in1d = isin


def set_fill_value(a, fill_value):
    if isinstance(a, MaskedArray):
        a._fill = fill_value


def common_fill_value(a, b):
    return a.fill_value if a.fill_value == b.fill_value else None


def maximum(a, b=None):
    return max(a) if b is None else _binary(np.maximum)(a, b)


def minimum(a, b=None):
    return min(a) if b is None else _binary(np.minimum)(a, b)


def asanyarray(a, dtype=None):
    return asarray(a, dtype)
`;

const definitions = [
  ...words(unary).map(name => `${name} = _unary(np.${name})`),
  ...words(binary).map(name => `${name} = _binary(np.${name})`),
  ...words(methods).map(name => `${name} = _method("${name}")`),
  ...words(moving).map(name => `${name} = _moving(np.${name})`),
  ...words(joining).map(name => `${name} = _joining(np.${name})`),
  ...words(making).map(name => `${name} = _making(np.${name})`),
].join('\n');

const MODULE = 'numpy._masked_functions';

export const maskedFunctionsModule = pythonModule(MODULE, source.replace('DEFINITIONS', definitions));

const others =
  'MaskType amax amin product default_fill_value masked_all masked_all_like masked_values masked_object fix_invalid ' +
  'count_masked average where mask_or make_mask make_mask_none is_mask allequal allclose dot argsort sort median unique ' +
  'anom diff append mask_rowcols mask_rows mask_cols compress_rows compress_cols compress_rowcols clump_masked ' +
  'clump_unmasked flatnotmasked_contiguous notmasked_contiguous flatnotmasked_edges notmasked_edges ndim shape size copy ' +
  'round around round_ clip cumsum cumprod ptp nonzero isin in1d set_fill_value common_fill_value maximum minimum ' +
  'asanyarray';

/** Names of `numpy.ma` by the module that defines them. */
export const maskedElsewhere: ReadonlyMap<string, string> = new Map(
  [unary, binary, methods, moving, joining, making, others].flatMap(words).map(name => [name, MODULE]),
);
