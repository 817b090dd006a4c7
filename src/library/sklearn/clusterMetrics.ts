/** `sklearn.metrics`: how well clusters fit, and tables of right and wrong for each label. */
import { pythonModule } from '../../python/modules.ts';

export const clusterMetricsModule = pythonModule(
  'sklearn.metrics._clusters',
  `
import numpy as np
from sklearn._support import running, unknown

def _table(labels_true, labels_pred):
    rows, first = np.unique(np.asarray(labels_true), return_inverse=True)
    columns, second = np.unique(np.asarray(labels_pred), return_inverse=True)
    table = np.zeros((len(rows), len(columns)), dtype=np.int64)
    np.add.at(table, (first.ravel(), second.ravel()), 1)
    return table

def _pairs(counts):
    return int((counts * (counts - 1) // 2).sum())

def adjusted_rand_score(labels_true, labels_pred):
    if not running():
        return unknown("it depends on the data")
    table = _table(labels_true, labels_pred)
    count = int(table.sum())
    both, rows, columns, whole = _pairs(table), _pairs(table.sum(axis=1)), _pairs(table.sum(axis=0)), count * (count - 1) // 2
    if both == rows == columns:
        return 1.0
    expected = rows * columns / whole
    return (both - expected) / ((rows + columns) / 2 - expected)

def rand_score(labels_true, labels_pred):
    table = _table(labels_true, labels_pred)
    count = int(table.sum())
    both, rows, columns, whole = _pairs(table), _pairs(table.sum(axis=1)), _pairs(table.sum(axis=0)), count * (count - 1) // 2
    return 1.0 if whole == 0 else (whole + 2 * both - rows - columns) / whole

def _entropy(counts):
    shares = counts[counts > 0] / counts.sum()
    return float(-(shares * np.log(shares)).sum())

def mutual_info_score(labels_true, labels_pred, *, contingency=None):
    if not running():
        return unknown("it depends on the data")
    table = _table(labels_true, labels_pred).astype(np.float64)
    total = table.sum()
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / total
    there = table > 0
    return max(0.0, float((table[there] / total * np.log(table[there] / expected[there])).sum()))

def _shared(labels_true, labels_pred):
    table = _table(labels_true, labels_pred)
    return mutual_info_score(labels_true, labels_pred), _entropy(table.sum(axis=1)), _entropy(table.sum(axis=0))

def normalized_mutual_info_score(labels_true, labels_pred, *, average_method="arithmetic"):
    if not running():
        return unknown("it depends on the data")
    shared, first, second = _shared(labels_true, labels_pred)
    if first == 0.0 and second == 0.0:
        return 1.0
    mean = {"arithmetic": (first + second) / 2, "min": min(first, second), "max": max(first, second), "geometric": (first * second) ** 0.5}[average_method]
    return shared / mean

def homogeneity_score(labels_true, labels_pred):
    shared, first, second = _shared(labels_true, labels_pred)
    return shared / first if first else 1.0

def completeness_score(labels_true, labels_pred):
    shared, first, second = _shared(labels_true, labels_pred)
    return shared / second if second else 1.0

def v_measure_score(labels_true, labels_pred, *, beta=1.0):
    a, b = homogeneity_score(labels_true, labels_pred), completeness_score(labels_true, labels_pred)
    return 0.0 if a + b == 0 else (1 + beta) * a * b / (beta * a + b)

def silhouette_samples(X, labels, *, metric="euclidean"):
    if metric != "euclidean":
        raise NotImplementedError("silhouettes with metric=%r are not supported by Kerascope yet" % metric)
    X, labels = np.asarray(X, dtype=np.float64), np.asarray(labels)
    names = np.unique(labels)
    if not 1 < len(names) < len(labels):
        raise ValueError("Number of labels is %d. Valid values are 2 to n_samples - 1 (inclusive)" % len(names))
    apart = np.sqrt(np.maximum(((X[:, np.newaxis, :] - X[np.newaxis, :, :]) ** 2).sum(axis=2), 0))
    sums = np.stack([apart[:, labels == name].sum(axis=1) for name in names.tolist()], axis=1)
    sizes = np.array([int((labels == name).sum()) for name in names.tolist()])
    own = np.searchsorted(names, labels)
    rows = np.arange(len(labels))
    within = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
    means = sums / sizes
    means[rows, own] = np.inf
    nearest = means.min(axis=1)
    result = (nearest - within) / np.maximum(within, nearest)
    return np.where(sizes[own] > 1, np.nan_to_num(result), 0.0)

def silhouette_score(X, labels, *, metric="euclidean", sample_size=None, random_state=None, **options):
    if not running():
        return unknown("it depends on the data")
    return silhouette_samples(X, labels, metric=metric).mean()

def multilabel_confusion_matrix(y_true, y_pred, *, sample_weight=None, labels=None, samplewise=False):
    if not running():
        return unknown("it depends on the data")
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    if y_true.ndim == 1:
        names = np.unique(np.concatenate([y_true, y_pred])) if labels is None else np.asarray(labels)
        y_true, y_pred = y_true[:, np.newaxis] == names, y_pred[:, np.newaxis] == names
    else:
        y_true, y_pred = y_true.astype(bool), y_pred.astype(bool)
    axis = 1 if samplewise else 0
    found = [(a & b).sum(axis=axis) for a, b in ((~y_true, ~y_pred), (~y_true, y_pred), (y_true, ~y_pred), (y_true, y_pred))]
    return np.array(found).T.reshape(-1, 2, 2)
`,
);
