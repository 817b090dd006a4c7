/** `sklearn.metrics`: ranking and regression scores, and the module that gathers all of them. */
import { pythonModule } from '../../python/modules.ts';
import { classificationMetricsModule } from './classificationMetrics.ts';
import { clusterMetricsModule } from './clusterMetrics.ts';
import { displayModules } from './displays.ts';

const ranking = pythonModule(
  'sklearn.metrics._ranking',
  String.raw`
import warnings
import numpy as np
from sklearn._support import known, one_hot_rows, codes_of, running, settled
from sklearn.exceptions import UndefinedMetricWarning
from sklearn.utils.multiclass import type_of_target
from sklearn.utils.validation import check_consistent_length, column_or_1d

def auc(x, y):
    check_consistent_length(x, y)
    x, y = column_or_1d(x), column_or_1d(y)
    if known(x) and x.shape[0] < 2:
        raise ValueError(
            "At least 2 points are needed to compute area under curve, but x.shape = %s" % (x.shape,)
        )
    if not known(x):
        return np.mean(settled(None, (1,), "float64"))
    steps = np.diff(x)
    direction = 1
    if np.any(steps < 0):
        if np.all(steps <= 0):
            direction = -1
        else:
            raise ValueError("x is neither increasing nor decreasing : {}.".format(x))
    return direction * np.trapz(y, x)

def _positive(y_true, pos_label):
    if pos_label is None:
        classes = np.unique(y_true)
        if classes.dtype.kind in "OUS" or not set(classes.tolist()) <= {0, 1, -1}:
            raise ValueError(
                f"y_true takes value in {{{', '.join(repr(each) for each in classes.tolist())}}} and pos_label is not "
                "specified: either make y_true take value in {0, 1} or {-1, 1} or pass pos_label explicitly."
            )
        return 1
    return pos_label

def _curve(y_true, y_score, pos_label, sample_weight):
    kind = type_of_target(y_true)
    if not (kind == "binary" or (kind == "multiclass" and pos_label is not None)):
        raise ValueError("{0} format is not supported".format(kind))
    check_consistent_length(y_true, y_score, sample_weight)
    y_true, y_score = column_or_1d(y_true), column_or_1d(y_score)
    positive = y_true == _positive(y_true, pos_label)
    order = np.argsort(y_score, kind="mergesort")[::-1]
    y_score, positive = y_score[order], positive[order]
    weight = 1.0 if sample_weight is None else np.asarray(sample_weight)[order]
    ends = np.append(np.where(np.diff(y_score))[0], positive.size - 1)
    hits = np.cumsum(positive * weight, dtype=np.float64)[ends]
    if sample_weight is None:
        misses = 1 + ends - hits
    else:
        misses = np.cumsum((1 - positive) * weight, dtype=np.float64)[ends]
    return misses, hits, y_score[ends]

def roc_curve(y_true, y_score, *, pos_label=None, sample_weight=None, drop_intermediate=True):
    if not running() and not (known(y_true) and known(y_score)):
        check_consistent_length(y_true, y_score)
        return tuple(settled(None, (None,), "float64", 0) for each in range(3))
    misses, hits, thresholds = _curve(y_true, y_score, pos_label, sample_weight)
    if drop_intermediate and len(misses) > 2:
        kept = np.where(np.r_[True, np.logical_or(np.diff(misses, 2), np.diff(hits, 2)), True])[0]
        misses, hits, thresholds = misses[kept], hits[kept], thresholds[kept]
    hits = np.r_[0, hits]
    misses = np.r_[0, misses]
    thresholds = np.r_[thresholds[0] + 1, thresholds]
    rates = []
    for counts, what, name in ((misses, "negative", "false positive"), (hits, "positive", "true positive")):
        if counts[-1] <= 0:
            warnings.warn(
                "No %s samples in y_true, %s value should be meaningless" % (what, name), UndefinedMetricWarning
            )
            rates.append(np.repeat(np.nan, counts.shape))
        else:
            rates.append(counts / counts[-1])
    return rates[0], rates[1], thresholds

def precision_recall_curve(y_true, probas_pred, *, pos_label=None, sample_weight=None):
    if not running() and not (known(y_true) and known(probas_pred)):
        check_consistent_length(y_true, probas_pred)
        return tuple(settled(None, (None,), "float64", 0) for each in range(3))
    misses, hits, thresholds = _curve(y_true, probas_pred, pos_label, sample_weight)
    predicted = hits + misses
    precision = np.where(predicted != 0, hits / np.where(predicted != 0, predicted, 1), 0.0)
    recall = np.ones_like(hits) if hits[-1] == 0 else hits / hits[-1]
    return np.hstack((precision[::-1], 1)), np.hstack((recall[::-1], 0)), thresholds[::-1]

def _average_precision(y_true, y_score, sample_weight=None, pos_label=1):
    precision, recall, _ = precision_recall_curve(y_true, y_score, pos_label=pos_label, sample_weight=sample_weight)
    return -np.sum(np.diff(recall) * np.array(precision)[:-1])

def _over_columns(score, rows, y_score, average, sample_weight):
    if average == "micro":
        return score(rows.ravel(), y_score.ravel(), sample_weight)
    scores = np.array([score(rows[:, column], y_score[:, column], sample_weight) for column in range(rows.shape[1])])
    if average is None:
        return scores
    return np.average(scores, weights=rows.sum(axis=0) if average == "weighted" else None)

def average_precision_score(y_true, y_score, *, average="macro", pos_label=1, sample_weight=None):
    if not running() and not (known(y_true) and known(y_score)):
        return np.mean(settled(None, (1,), "float64", 0, 1))
    y_true, y_score = np.asarray(y_true), np.asarray(y_score)
    if type_of_target(y_true) == "binary":
        return _average_precision(y_true, y_score, sample_weight, pos_label)
    return _over_columns(_average_precision, y_true, y_score, average, sample_weight)

def _binary_area(y_true, y_score, sample_weight=None):
    if len(np.unique(y_true)) != 2:
        raise ValueError("Only one class present in y_true. ROC AUC score is not defined in that case.")
    wrong, right, _ = roc_curve(y_true, y_score, pos_label=np.unique(y_true)[1], sample_weight=sample_weight)
    return auc(wrong, right)

def _pairs_area(y_true, y_score, count, average):
    areas, shares = [], []
    for first in range(count):
        for second in range(first + 1, count):
            chosen = np.logical_or(y_true == first, y_true == second)
            shares.append(np.average(chosen))
            one = _binary_area(y_true[chosen] == first, y_score[chosen, first])
            other = _binary_area(y_true[chosen] == second, y_score[chosen, second])
            areas.append((one + other) / 2)
    return np.average(np.array(areas), weights=shares if average == "weighted" else None)

def roc_auc_score(y_true, y_score, *, average="macro", sample_weight=None, max_fpr=None, multi_class="raise",
                  labels=None):
    if not running() and not (known(y_true) and known(y_score)):
        check_consistent_length(y_true, y_score)
        return np.mean(settled(None, (1,), "float64", 0, 1))
    kind = type_of_target(y_true)
    y_true, y_score = np.asarray(y_true), np.asarray(y_score)
    if kind == "multiclass" or (kind == "binary" and y_score.ndim == 2 and y_score.shape[1] > 2):
        if multi_class == "raise":
            raise ValueError("multi_class must be in ('ovo', 'ovr')")
        if not np.allclose(1, y_score.sum(axis=1)):
            raise ValueError(
                "Target scores need to be probabilities for multiclass roc_auc, i.e. they should sum up to 1.0 over "
                "classes"
            )
        classes = np.unique(y_true) if labels is None else np.asarray(labels)
        if len(classes) != y_score.shape[1]:
            raise ValueError(
                "Number of classes in y_true not equal to the number of columns in 'y_score'" if labels is None else
                "Number of given labels, {0}, not equal to the number of columns in 'y_score', {1}".format(
                    len(classes), y_score.shape[1]
                )
            )
        codes = codes_of(y_true, classes)
        if multi_class == "ovo":
            return _pairs_area(codes, y_score, len(classes), average)
        return _over_columns(_binary_area, one_hot_rows(codes, len(classes), "int64"), y_score, average, sample_weight)
    if kind == "binary":
        if y_score.ndim == 2:
            y_score = column_or_1d(y_score)
        return _binary_area(y_true, y_score, sample_weight)
    return _over_columns(_binary_area, y_true, y_score, average, sample_weight)

def top_k_accuracy_score(y_true, y_score, *, k=2, normalize=True, sample_weight=None, labels=None):
    y_true, y_score = column_or_1d(y_true), np.asarray(y_score)
    check_consistent_length(y_true, y_score)
    classes = np.unique(y_true) if labels is None else np.asarray(labels)
    codes = codes_of(y_true, classes)
    if y_score.ndim == 1:
        hits = (y_score > 0.5).astype(int) == codes if k == 1 else np.ones(len(codes), dtype=bool)
    else:
        if known(classes) and len(classes) != y_score.shape[1]:
            raise ValueError(
                f"Number of classes in 'y_true' ({len(classes)}) not equal to the number of classes in 'y_score' "
                f"({y_score.shape[1]}).You can provide a list of all known classes by assigning it to the ${'`'}labels${'`'} "
                "parameter."
            )
        best = np.argsort(y_score, axis=1, kind="mergesort")[:, ::-1][:, :k]
        hits = (codes[:, np.newaxis] == best).any(axis=1)
    if normalize:
        return np.average(hits, weights=sample_weight)
    return np.sum(hits) if sample_weight is None else np.dot(hits, sample_weight)
`,
);

const regression = pythonModule(
  'sklearn.metrics._regression',
  String.raw`
import warnings
import numpy as np
from sklearn._support import known, running
from sklearn.exceptions import UndefinedMetricWarning
from sklearn.utils.validation import check_array, check_consistent_length

def _columns(y_true, y_pred, multioutput):
    check_consistent_length(y_true, y_pred)
    y_true = check_array(y_true, ensure_2d=False)
    y_pred = check_array(y_pred, ensure_2d=False)
    if y_true.ndim == 1:
        y_true = y_true.reshape((-1, 1))
    if y_pred.ndim == 1:
        y_pred = y_pred.reshape((-1, 1))
    if y_true.shape[1] != y_pred.shape[1]:
        raise ValueError(
            "y_true and y_pred have different number of output ({0}!={1})".format(y_true.shape[1], y_pred.shape[1])
        )
    return y_true, y_pred

def _combined(errors, multioutput):
    if isinstance(multioutput, str):
        if multioutput == "raw_values":
            return errors
        return np.average(errors, weights=None)
    return np.average(errors, weights=multioutput)

def mean_absolute_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    y_true, y_pred = _columns(y_true, y_pred, multioutput)
    return _combined(np.average(np.abs(y_pred - y_true), weights=sample_weight, axis=0), multioutput)

def mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", squared=True):
    y_true, y_pred = _columns(y_true, y_pred, multioutput)
    errors = np.average((y_true - y_pred) ** 2, axis=0, weights=sample_weight)
    if not squared:
        errors = np.sqrt(errors)
    return _combined(errors, multioutput)

def mean_squared_log_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", squared=True):
    y_true, y_pred = _columns(y_true, y_pred, multioutput)
    if running() and ((y_true < 0).any() or (y_pred < 0).any()):
        raise ValueError("Mean Squared Logarithmic Error cannot be used when targets contain negative values.")
    return mean_squared_error(np.log1p(y_true), np.log1p(y_pred), sample_weight=sample_weight,
                              multioutput=multioutput, squared=squared)

def mean_absolute_percentage_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    y_true, y_pred = _columns(y_true, y_pred, multioutput)
    shares = np.abs(y_pred - y_true) / np.maximum(np.abs(y_true), np.finfo(np.float64).eps)
    return _combined(np.average(shares, weights=sample_weight, axis=0), multioutput)

def median_absolute_error(y_true, y_pred, *, multioutput="uniform_average", sample_weight=None):
    y_true, y_pred = _columns(y_true, y_pred, multioutput)
    return _combined(np.median(np.abs(y_pred - y_true), axis=0), multioutput)

def max_error(y_true, y_pred):
    y_true, y_pred = _columns(y_true, y_pred, None)
    if y_true.shape[1] > 1:
        raise ValueError("Multioutput not supported in max_error")
    return np.max(np.abs(y_true - y_pred))

def _explained(unexplained, spread, multioutput):
    scores = np.where(
        spread != 0, 1 - unexplained / np.where(spread != 0, spread, 1), np.where(unexplained != 0, 0.0, 1.0)
    )
    if isinstance(multioutput, str):
        if multioutput == "raw_values":
            return scores
        weights = None
        if multioutput == "variance_weighted" and np.any(spread):
            weights = spread
        return np.average(scores, weights=weights)
    return np.average(scores, weights=multioutput)

def r2_score(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", force_finite=True):
    y_true, y_pred = _columns(y_true, y_pred, multioutput)
    if len(y_pred) < 2:
        warnings.warn("R^2 score is not well-defined with less than two samples.", UndefinedMetricWarning)
        return float("nan")
    weight = 1.0 if sample_weight is None else np.asarray(sample_weight)[:, np.newaxis]
    unexplained = (weight * (y_true - y_pred) ** 2).sum(axis=0, dtype=np.float64)
    mean = np.average(y_true, axis=0, weights=sample_weight)
    spread = (weight * (y_true - mean) ** 2).sum(axis=0, dtype=np.float64)
    return _explained(unexplained, spread, multioutput)

def explained_variance_score(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", force_finite=True):
    y_true, y_pred = _columns(y_true, y_pred, multioutput)
    bias = np.average(y_true - y_pred, weights=sample_weight, axis=0)
    unexplained = np.average((y_true - y_pred - bias) ** 2, weights=sample_weight, axis=0)
    mean = np.average(y_true, weights=sample_weight, axis=0)
    spread = np.average((y_true - mean) ** 2, weights=sample_weight, axis=0)
    return _explained(unexplained, spread, multioutput)
`,
);

const metrics = pythonModule(
  'sklearn.metrics',
  String.raw`
from sklearn.metrics._classification import (
    accuracy_score, balanced_accuracy_score, brier_score_loss, classification_report, cohen_kappa_score,
    confusion_matrix, f1_score, fbeta_score, hamming_loss, jaccard_score, log_loss, matthews_corrcoef,
    precision_recall_fscore_support, precision_score, recall_score, zero_one_loss,
)
from sklearn.metrics._ranking import (
    auc, average_precision_score, precision_recall_curve, roc_auc_score, roc_curve, top_k_accuracy_score,
)
from sklearn.metrics._regression import (
    explained_variance_score, max_error, mean_absolute_error, mean_absolute_percentage_error, mean_squared_error,
    mean_squared_log_error, median_absolute_error, r2_score,
)
from sklearn.metrics._clusters import (
    adjusted_rand_score, completeness_score, homogeneity_score, multilabel_confusion_matrix, mutual_info_score, normalized_mutual_info_score, rand_score,
    silhouette_samples, silhouette_score, v_measure_score,
)
from sklearn.metrics._plot import ConfusionMatrixDisplay, PrecisionRecallDisplay, RocCurveDisplay
from sklearn.metrics.pairwise import euclidean_distances

def make_scorer(score_func, *, greater_is_better=True, needs_proba=False, needs_threshold=False, response_method=None, **options):
    sign = 1 if greater_is_better else -1
    by_chance = needs_proba or response_method == "predict_proba"
    def score(estimator, X, y):
        answers = estimator.predict_proba(X) if by_chance else estimator.predict(X)
        if by_chance and answers.shape[1] == 2:
            answers = answers[:, 1]
        return sign * score_func(y, answers, **options)
    return score

def get_scorer(name):
    from sklearn.model_selection import _scorer
    return _scorer(None, name)

def root_mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    return mean_squared_error(y_true, y_pred, sample_weight=sample_weight, multioutput=multioutput) ** 0.5
`,
);

export const metricModules = [
  classificationMetricsModule,
  ranking,
  regression,
  clusterMetricsModule,
  ...displayModules,
  metrics,
];
