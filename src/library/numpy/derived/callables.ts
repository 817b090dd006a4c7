/** Functions of NumPy that call functions of the script: `vectorize`, `frompyfunc`, `piecewise`, `apply_over_axes`. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import numpy as np


def piecewise(x, condlist, funclist, *args, **kw):
    x = np.asanyarray(x)
    if np.isscalar(condlist) or (not isinstance(condlist[0], (list, np.ndarray)) and x.ndim != 0):
        condlist = [condlist]
    conditions = [np.asarray(condition, dtype=bool) for condition in condlist]
    if len(funclist) == len(conditions) + 1:
        rest = ~np.any(np.array(conditions), axis=0)
        conditions = conditions + [rest]
    elif len(funclist) != len(conditions):
        n = len(conditions)
        raise ValueError(f"with {n} condition(s), either {n} or {n + 1} functions are expected")
    y = np.zeros_like(x)
    for condition, function in zip(conditions, funclist):
        if not callable(function):
            y[condition] = function
        else:
            chosen = x[condition]
            if chosen.size > 0:
                y[condition] = function(chosen, *args, **kw)
    return y


def apply_over_axes(func, a, axes):
    result = np.asarray(a)
    count = result.ndim
    for axis in np.ravel(np.asarray(axes)).tolist():
        if axis < 0:
            axis = count + axis
        reduced = func(result, axis)
        result = reduced if reduced.ndim == result.ndim else np.expand_dims(reduced, axis)
    return result


def frompyfunc(func, nin, nout, *, identity=None):
    def apply(*args):
        arrays = np.broadcast_arrays(*[np.asarray(arg) for arg in args])
        results = [func(*values) for values in zip(*[array.ravel().tolist() for array in arrays])]
        shape = arrays[0].shape
        if nout == 1:
            return results[0] if shape == () else _objects(results, shape)
        return tuple(_objects([result[i] for result in results], shape) for i in range(nout))

    return apply


def _objects(values, shape):
    result = np.empty(len(values), dtype=object)
    for i, value in enumerate(values):
        result[i] = value
    return result.reshape(shape)


class vectorize:
    def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        self.pyfunc = pyfunc
        self.otypes = otypes
        self.excluded = set() if excluded is None else set(excluded)
        self.signature = signature
        self.__doc__ = getattr(pyfunc, "__doc__", None) if doc is None else doc

    def _type(self, index, first):
        if self.otypes is None:
            return np.asarray(first).dtype
        types = list(self.otypes)
        return np.dtype(types[index])

    def __call__(self, *args, **kwargs):
        if self.signature is not None:
            return self._by_signature(args)
        places = [i for i in range(len(args)) if i not in self.excluded]
        names = [name for name in kwargs if name not in self.excluded]
        given = [np.asarray(args[i]) for i in places] + [np.asarray(kwargs[name]) for name in names]
        arrays = np.broadcast_arrays(*given)
        shape = arrays[0].shape
        if arrays[0].size == 0 and self.otypes is None:
            raise ValueError("cannot call \`vectorize\` on size 0 inputs unless \`otypes\` is set")
        results = []
        for row in zip(*[array.ravel() for array in arrays]):
            positional, named = list(args), dict(kwargs)
            for place, value in zip(places, row):
                positional[place] = value
            for name, value in zip(names, row[len(places) :]):
                named[name] = value
            results.append(self.pyfunc(*positional, **named))
        if len(results) > 0 and isinstance(results[0], tuple):
            columns = [[result[i] for result in results] for i in range(len(results[0]))]
            return tuple(
                np.array(column, dtype=self._type(i, column[0])).reshape(shape) for i, column in enumerate(columns)
            )
        kind = self._type(0, results[0] if results else None)
        if kind == object:
            made = np.empty(len(results), dtype=object)
            for i, result in enumerate(results):
                made[i] = result
            return made.reshape(shape)
        if kind.kind in "US":
            return np.array([str(result) for result in results]).reshape(shape)
        return np.array(results).astype(kind).reshape(shape)

    def _by_signature(self, args):
        inputs = self.signature.split("->")[0].replace(" ", "").strip("()").split("),(")
        depths = [len(part.split(",")) if part else 0 for part in inputs]
        arrays = [np.asarray(arg) for arg in args]
        outer = np.broadcast_shapes(*[a.shape[: a.ndim - depth] for a, depth in zip(arrays, depths)])
        cores = [
            np.broadcast_to(a, outer + a.shape[a.ndim - depth :]) for a, depth in zip(arrays, depths)
        ]
        results = [self.pyfunc(*[core[index] for core in cores]) for index in np.ndindex(outer)]
        made = np.array(results)
        return made.reshape(outer + made.shape[1:])
`;

export const callablesModule = pythonModule('numpy._callables', source);

/** What of it stands at the top level. */
export const callableNames = ['vectorize', 'frompyfunc', 'piecewise', 'apply_over_axes'];
