/** Histograms of several dimensions, and quantiles that leave NaN out, in Python. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import numpy as np


def _without_nan(statistic, a, q, axis, keepdims):
    a = np.asarray(a)
    if axis is None:
        flat = a.ravel()
        result = statistic(flat[~np.isnan(flat)], q)
        return np.reshape(result, np.shape(q) + (1,) * a.ndim) if keepdims else result
    result = np.apply_along_axis(lambda line: statistic(line[~np.isnan(line)], q), axis, a)
    if np.ndim(q) > 0:
        result = np.moveaxis(result, axis, 0)
    return np.expand_dims(result, axis) if keepdims else result


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    return _without_nan(lambda line, at: np.percentile(line, at, method=method), a, q, axis, keepdims)


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    return _without_nan(lambda line, at: np.quantile(line, at, method=method), a, q, axis, keepdims)


def _bin_count(values, rule, limits):
    first, last = (values.min(), values.max()) if limits is None and values.size > 0 else (limits or (0, 1))
    if limits is not None:
        values = values[(values >= first) & (values <= last)]
    if first == last:
        first, last = first - 0.5, last + 0.5
    if values.size == 0:
        return 1
    width = _bin_width(values, rule, (first, last))
    return int(np.ceil((last - first) / width)) if width else 1


def _bin_width(x, rule, limits):
    size, spread = x.size, np.ptp(x)
    if rule == "sqrt":
        return spread / np.sqrt(size)
    if rule == "sturges":
        return spread / (np.log2(size) + 1.0)
    if rule == "rice":
        return spread / (2.0 * size ** (1.0 / 3))
    if rule == "scott":
        return (24.0 * np.pi**0.5 / size) ** (1.0 / 3.0) * np.std(x)
    if rule == "fd":
        return 2.0 * np.subtract(*np.percentile(x, [75, 25])) * size ** (-1.0 / 3.0)
    if rule == "auto":
        fd, sturges = _bin_width(x, "fd", limits), _bin_width(x, "sturges", limits)
        return min(fd, sturges) if fd else sturges
    if rule == "doane":
        if size > 2 and np.std(x) > 0.0:
            doubt = np.sqrt(6.0 * (size - 2) / ((size + 1.0) * (size + 3)))
            skew = np.mean(((x - np.mean(x)) / np.std(x)) ** 3)
            return spread / (1.0 + np.log2(size) + np.log2(1.0 + np.absolute(skew) / doubt))
        return 0.0
    if size <= 1 or spread == 0:
        return 0

    def risk(count):
        share = np.histogram(x, bins=count, range=limits)[0] / size
        return (2 - (size + 1) * share.dot(share)) / (spread / count)

    return spread / min(range(1, max(100, int(np.sqrt(size))) + 1), key=risk)


def histogramdd(sample, bins=10, range=None, density=None, weights=None):
    sample = np.asarray(sample)
    if sample.ndim == 1:
        sample = sample.reshape(-1, 1)
    count, dimensions = sample.shape
    if np.isscalar(bins):
        bins = [bins] * dimensions
    elif len(bins) != dimensions:
        raise ValueError("The dimension of bins must be equal to the dimension of the sample x.")
    edges, places = [], []
    for i, own in enumerate(bins):
        column = sample[:, i]
        if np.ndim(own) == 0:
            if own < 1:
                raise ValueError(f"\`bins[{i}]\` must be positive, when an integer")
            limits = None if range is None else range[i]
            edge = np.histogram_bin_edges(column, own, limits)
        else:
            edge = np.asarray(own)
        place = np.searchsorted(edge, column, side="right")
        place[column == edge[-1]] -= 1
        edges.append(edge)
        places.append(place)
    shape = tuple(len(edge) - 1 for edge in edges)
    hist = np.zeros(shape)
    inside = np.ones(count, dtype=bool)
    for place, edge in zip(places, edges):
        inside &= (place > 0) & (place < len(edge))
    index = tuple(place[inside] - 1 for place in places)
    np.add.at(hist, index, 1.0 if weights is None else np.asarray(weights)[inside])
    if density:
        total = hist.sum()
        for i, edge in enumerate(edges):
            widths = np.diff(edge)
            hist = hist / widths.reshape([-1 if j == i else 1 for j in np.arange(dimensions)])
        hist = hist / total
    return hist, edges


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    if len(x) != len(y):
        raise ValueError("x and y must have the same length.")
    pair = bins
    if not np.isscalar(bins) and len(bins) not in (1, 2):
        pair = [np.asarray(bins), np.asarray(bins)]
    hist, edges = histogramdd(np.stack([np.asarray(x), np.asarray(y)], axis=1), pair, range, density, weights)
    return hist, edges[0], edges[1]
`;

export const distributionsModule = pythonModule('numpy.lib.histograms', source);

/** Names that the module lends to NumPy's top level. */
export const distributionNames = ['nanpercentile', 'nanquantile', 'histogramdd', 'histogram2d'];
