/** `numpy.rec` and `numpy.lib.recfunctions`, in Python on top of structured arrays. */
import { pythonModule } from '../../../python/modules.ts';

const recordsSource = `
import numpy as np
from numpy import record, recarray


def _names(names):
    if names is None:
        return None
    return [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)


def _type(arrays, dtype, formats, names, aligned):
    if dtype is not None:
        return np.dtype(dtype)
    given = _names(names)
    if formats is not None:
        types = [part.strip() for part in formats.split(",")] if isinstance(formats, str) else list(formats)
    else:
        types = [array.dtype for array in arrays]
    chosen = [given[i] if given is not None and i < len(given) else "f%d" % i for i in range(len(types))]
    return np.dtype(list(zip(chosen, types)), align=aligned)


def _ordered(kind, byteorder):
    return kind if byteorder is None else kind.newbyteorder(byteorder)


def fromarrays(arrayList, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False, byteorder=None):
    arrays = [np.asarray(item) for item in arrayList]
    if shape is None:
        shape = arrays[0].shape
    kind = _ordered(_type(arrays, dtype, formats, names, aligned), byteorder)
    if len(kind) != len(arrays):
        raise ValueError("mismatch between the number of fields and the number of arrays")
    for place, array in enumerate(arrays):
        if array.shape != arrays[0].shape:
            raise ValueError(f'array-shape mismatch in array {place} ("{kind.names[place]}")')
    result = np.recarray(shape, kind)
    for name, array in zip(kind.names, arrays):
        result[name] = array
    return result


def fromrecords(recList, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False, byteorder=None):
    if dtype is None and formats is None:
        rows = recList.tolist() if isinstance(recList, np.ndarray) else list(recList)
        columns = [np.array(list(column)) for column in zip(*rows)]
        return fromarrays(columns, names=names, aligned=aligned, byteorder=byteorder)
    kind = _ordered(_type([], dtype, formats, names, aligned), byteorder)
    return np.array([tuple(row) for row in recList], dtype=kind).view(np.recarray)


def array(obj, dtype=None, shape=None, offset=0, strides=None, formats=None, names=None, titles=None, aligned=False, byteorder=None, copy=True):
    kind = None if dtype is None and formats is None else _ordered(_type([], dtype, formats, names, aligned), byteorder)
    if isinstance(obj, np.ndarray):
        made = obj if kind is None else obj.view(kind)
        return (made.copy() if copy else made).view(np.recarray)
    if isinstance(obj, (list, tuple)):
        if isinstance(obj[0], (tuple, list)):
            return fromrecords(obj, dtype=kind, names=names, byteorder=byteorder)
        return fromarrays(obj, dtype=kind, names=names, byteorder=byteorder)
    if obj is None:
        return np.recarray(shape, kind)
    raise ValueError("Unknown input type")


def find_duplicate(list):
    seen = []
    return [item for item in list if item in seen or seen.append(item)]
`;

const functionsSource = `
import numpy as np


def get_names(adtype):
    return tuple((name, get_names(adtype[name])) if adtype[name].names is not None else name for name in adtype.names)


def get_names_flat(adtype):
    names = []
    for name in adtype.names:
        names.append(name)
        if adtype[name].names is not None:
            names.extend(get_names_flat(adtype[name]))
    return tuple(names)


def _built(base, names, columns, asrecarray=False):
    kind = np.dtype([(name, column.dtype) if column.ndim == 1 else (name, column.dtype, column.shape[1:]) for name, column in zip(names, columns)])
    result = np.empty(len(columns[0]) if columns else len(base), dtype=kind)
    for name, column in zip(names, columns):
        result[name] = column
    return result.view(np.recarray) if asrecarray else result


def append_fields(base, names, data, dtypes=None, fill_value=-1, usemask=True, asrecarray=False):
    single = isinstance(names, str)
    names = [names] if single else list(names)
    data = [data] if single else list(data)
    if len(names) != len(data):
        raise ValueError("The number of arrays does not match the number of names")
    if dtypes is None:
        columns = [np.asarray(item) for item in data]
    else:
        kinds = [dtypes] * len(data) if not isinstance(dtypes, (list, tuple)) else list(dtypes)
        columns = [np.asarray(item, dtype=kind) for item, kind in zip(data, kinds)]
    own = [base[name] for name in base.dtype.names]
    return _built(base, list(base.dtype.names) + names, own + columns, asrecarray)


rec_append_fields = lambda base, names, data, dtypes=None: append_fields(base, names, data, dtypes, usemask=False, asrecarray=True)


def drop_fields(base, drop_names, usemask=True, asrecarray=False):
    dropped = [drop_names] if isinstance(drop_names, str) else list(drop_names)
    kept = [name for name in base.dtype.names if name not in dropped]
    return _built(base, kept, [base[name] for name in kept], asrecarray)


def rename_fields(base, namemapper):
    result = base.copy()
    result.dtype.names = tuple(namemapper.get(name, name) for name in base.dtype.names)
    return result


def merge_arrays(seqarrays, fill_value=-1, flatten=False, usemask=False, asrecarray=False):
    if isinstance(seqarrays, np.ndarray):
        seqarrays = (seqarrays,)
    names, columns = [], []
    for array in seqarrays:
        array = np.asarray(array)
        if array.dtype.names is None:
            names.append("f%d" % len(columns))
            columns.append(array.ravel())
        else:
            names.extend(array.dtype.names)
            columns.extend(array[name] for name in array.dtype.names)
    return _built(None, names, columns, asrecarray)


def repack_fields(a, align=False, recurse=False):
    if not isinstance(a, np.dtype):
        return a.astype(repack_fields(a.dtype, align=align, recurse=recurse))
    return np.dtype([(name, a[name]) for name in a.names], align=align)


def structured_to_unstructured(arr, dtype=None, copy=False, casting="unsafe"):
    names = arr.dtype.names
    if dtype is None:
        dtype = np.result_type(*[arr[name].dtype for name in names])
    columns = []
    for name in names:
        column = arr[name]
        if column.dtype.names is not None:
            columns.append(structured_to_unstructured(column, dtype))
        elif column.ndim > arr.ndim:
            columns.append(column.reshape(arr.shape + (-1,)).astype(dtype))
        else:
            columns.append(column[..., np.newaxis].astype(dtype))
    return np.concatenate(columns, axis=-1)


def unstructured_to_structured(arr, dtype=None, names=None, align=False, copy=False, casting="unsafe"):
    arr = np.asarray(arr)
    if dtype is None:
        chosen = names if names is not None else ["f%d" % i for i in range(arr.shape[-1])]
        dtype = np.dtype([(name, arr.dtype) for name in chosen], align=align)
    dtype = np.dtype(dtype)
    if len(dtype) != arr.shape[-1]:
        raise ValueError("The length of the last dimension of arr must be equal to the number of fields in dtype")
    result = np.empty(arr.shape[:-1], dtype=dtype)
    for place, name in enumerate(dtype.names):
        result[name] = arr[..., place]
    return result


def stack_arrays(arrays, defaults=None, usemask=True, asrecarray=False, autoconvert=False):
    if isinstance(arrays, np.ndarray):
        return arrays
    return np.concatenate(list(arrays))


def apply_along_fields(func, arr):
    return func(structured_to_unstructured(arr), axis=-1)
`;

const textSource = `
import numpy as np


def recfromcsv(fname, **kwargs):
    kwargs.setdefault("case_sensitive", "lower")
    kwargs.setdefault("names", True)
    kwargs.setdefault("delimiter", ",")
    kwargs.setdefault("dtype", None)
    kwargs.pop("usemask", None)
    return np.genfromtxt(fname, **kwargs).view(np.recarray)


def recfromtxt(fname, **kwargs):
    kwargs.setdefault("dtype", None)
    kwargs.pop("usemask", None)
    return np.genfromtxt(fname, **kwargs).view(np.recarray)
`;

export const recordModules = [
  pythonModule('numpy.rec', recordsSource),
  pythonModule('numpy.core.records', recordsSource),
  pythonModule('numpy.lib.recfunctions', functionsSource),
  pythonModule('numpy._record_text', textSource),
];

/** Names of NumPy's top level that read records from text. */
export const recordTextNames = ['recfromcsv', 'recfromtxt'];
