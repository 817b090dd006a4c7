/** `sklearn.metrics._classification`: scores of predicted classes and the report's text. */
import { pythonModule } from '../../python/modules.ts';
import { probabilityScores } from './probabilityScores.ts';

export const classificationMetricsModule = pythonModule(
  'sklearn.metrics._classification',
  String.raw`
import warnings
import numpy as np
from sklearn._support import codes_of, known, refuse_mixed, refuse_rows, running, settled, unknown
from sklearn.exceptions import UndefinedMetricWarning
from sklearn.preprocessing._label import LabelBinarizer
from sklearn.utils.multiclass import type_of_target, unique_labels
from sklearn.utils.validation import check_array, check_consistent_length, column_or_1d

def _targets(y_true, y_pred):
    check_consistent_length(y_true, y_pred)
    kinds = [type_of_target(y_true, "y_true"), type_of_target(y_pred, "y_pred")]
    kind = kinds[0]
    if kinds[0] != kinds[1]:
        if kinds[0] in ("binary", "multiclass") and kinds[1] in ("binary", "multiclass"):
            kind = "multiclass"
        else:
            refuse_mixed(y_true, y_pred, kinds[0], kinds[1])
    if kind not in ("binary", "multiclass", "multilabel-indicator"):
        raise ValueError("{0} is not supported".format(kind))
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    if kind == "multilabel-indicator":
        return kind, y_true, y_pred
    y_true, y_pred = column_or_1d(y_true), column_or_1d(y_pred)
    if kind == "binary" and len(np.union1d(y_true, y_pred)) > 2:
        kind = "multiclass"
    return kind, y_true, y_pred

def _check_unknown(y_true, y_pred):
    """Under analysis: what is wrong with them whatever they hold."""
    check_consistent_length(y_true, y_pred)
    kinds = [type_of_target(y) if known(y) else None for y in (y_true, y_pred)]
    refuse_mixed(y_true, y_pred, kinds[0], kinds[1])

def _of_contents(function):
    """Under analysis the result of predictions that are not known is not known either."""
    def call(y_true, y_pred, *args, **options):
        if not running() and not (known(y_true) and known(y_pred)):
            _check_unknown(y_true, y_pred)
            return unknown("it depends on predictions")
        return function(y_true, y_pred, *args, **options)
    return call

def _mean(scores, sample_weight, normalize):
    if normalize:
        return np.average(scores, weights=sample_weight)
    if sample_weight is not None:
        return np.dot(scores, sample_weight)
    return scores.sum()

def _scored(name):
    """Under analysis a score of unknown predictions is some float."""
    return np.mean(settled(None, (1,), "float64", 0, 1))

def accuracy_score(y_true, y_pred, *, normalize=True, sample_weight=None):
    if not running() and not (known(y_true) and known(y_pred)):
        _check_unknown(y_true, y_pred)
        return _scored("accuracy_score") if normalize else np.sum(np.asarray(y_true) == np.asarray(y_pred))
    kind, y_true, y_pred = _targets(y_true, y_pred)
    right = np.all(y_true == y_pred, axis=1) if kind.startswith("multilabel") else y_true == y_pred
    if not normalize and sample_weight is None:
        return np.sum(right)
    return _mean(right, sample_weight, normalize)

def zero_one_loss(y_true, y_pred, *, normalize=True, sample_weight=None):
    score = accuracy_score(y_true, y_pred, normalize=normalize, sample_weight=sample_weight)
    if normalize:
        return 1 - score
    return (len(y_true) if sample_weight is None else np.sum(sample_weight)) - score

@_of_contents
def hamming_loss(y_true, y_pred, *, sample_weight=None):
    kind, y_true, y_pred = _targets(y_true, y_pred)
    return np.average(y_true != y_pred, weights=sample_weight) if sample_weight is not None else np.mean(y_true != y_pred)

def _abstract_confusion(y_true, y_pred, labels, normalize):
    _check_unknown(y_true, y_pred)
    refuse_rows(y_true, y_pred, None)
    count = len(labels) if labels is not None else len(np.unique(np.asarray(y_true)))
    return settled(None, (count, count), "int64" if normalize is None else "float64", 0)

def confusion_matrix(y_true, y_pred, *, labels=None, sample_weight=None, normalize=None):
    if not running() and not (known(y_true) and known(y_pred)):
        return _abstract_confusion(y_true, y_pred, labels, normalize)
    kind, y_true, y_pred = _targets(y_true, y_pred)
    if kind not in ("binary", "multiclass"):
        refuse_rows(y_true, y_pred, kind)
    if normalize not in ("true", "pred", "all", None):
        raise ValueError("normalize must be one of {'true', 'pred', 'all', None}")
    if labels is None:
        labels = unique_labels(y_true, y_pred)
    else:
        labels = np.asarray(labels)
        if labels.size == 0:
            raise ValueError("'labels' should contains at least one label.")
        if y_true.size == 0:
            return np.zeros((labels.size, labels.size), dtype=int)
        if len(np.intersect1d(y_true, labels)) == 0:
            raise ValueError("At least one label specified must be in y_true")
    size = labels.size
    true_codes, pred_codes = codes_of(y_true, labels), codes_of(y_pred, labels)
    inside = np.logical_and(true_codes >= 0, pred_codes >= 0)
    places = true_codes[inside] * size + pred_codes[inside]
    if sample_weight is None:
        matrix = np.bincount(places, minlength=size * size).reshape(size, size)
    else:
        weights = np.asarray(sample_weight)
        matrix = np.bincount(places, weights=weights[inside], minlength=size * size).reshape(size, size)
        if weights.dtype.kind in "iub":
            matrix = matrix.astype(np.int64)
    if normalize is not None:
        with np.errstate(all="ignore"):
            if normalize == "true":
                matrix = matrix / matrix.sum(axis=1, keepdims=True)
            elif normalize == "pred":
                matrix = matrix / matrix.sum(axis=0, keepdims=True)
            else:
                matrix = matrix / matrix.sum()
        matrix = np.nan_to_num(matrix)
    return matrix

def _counts(y_true, y_pred, kind, labels, sample_weight, average):
    """Per label: predicted rightly, predicted at all, true at all."""
    if kind.startswith("multilabel"):
        chosen_true, chosen_pred = y_true != 0, y_pred != 0
        if labels is not None:
            chosen_true, chosen_pred = chosen_true[:, labels], chosen_pred[:, labels]
        axis = 1 if average == "samples" else 0
        hits = np.logical_and(chosen_true, chosen_pred)
        return hits.sum(axis=axis), chosen_pred.sum(axis=axis), chosen_true.sum(axis=axis)
    if average == "samples":
        raise ValueError(
            "Samplewise metrics are not available outside of multilabel classification."
        )
    present = unique_labels(y_true, y_pred)
    labels = present if labels is None else np.asarray(labels)
    size = len(labels)
    true_codes, pred_codes = codes_of(y_true, labels), codes_of(y_pred, labels)
    weights = None if sample_weight is None else np.asarray(sample_weight)
    def count(codes, chosen):
        part = None if weights is None else weights[chosen]
        return np.bincount(codes[chosen], weights=part, minlength=size)
    hits = count(true_codes, np.logical_and(true_codes == pred_codes, true_codes >= 0))
    return hits, count(pred_codes, pred_codes >= 0), count(true_codes, true_codes >= 0)

def _quotient(numerator, denominator, metric, modifier, average, warn_for, zero_division):
    empty = denominator == 0.0
    safe = np.where(empty, 1, denominator)
    result = numerator / safe
    if not np.any(empty):
        return result
    value = 1.0 if zero_division == 1 else 0.0
    result = np.where(empty, value, result)
    if zero_division == "warn" and metric in warn_for:
        _warn_undefined(average, modifier, metric.capitalize() + " is", len(result))
    return result

def _warn_undefined(average, modifier, start, size):
    across = "samples" if average == "samples" else "labels"
    if size == 1:
        ending = "due to no {0} samples".format(modifier)
    else:
        ending = "in {0} with no {1} {0}".format(across, modifier) if average == "samples" else (
            "in labels with no {0} samples".format(modifier)
        )
    warnings.warn(
        "{0} ill-defined and being set to 0.0 {1}. Use ${'`'}zero_division${'`'} parameter to control this behavior.".format(
            start, ending
        ), UndefinedMetricWarning, stacklevel=2,
    )

def _check_labels(y_true, y_pred, kind, average, labels, pos_label):
    if average not in (None, "micro", "macro", "weighted", "samples", "binary"):
        raise ValueError("average has to be one of " + str((None, "micro", "macro", "weighted", "samples", "binary")))
    if average != "binary":
        return labels
    if kind != "binary":
        options = [None, "micro", "macro", "weighted"]
        if kind.startswith("multilabel"):
            options.insert(3, "samples")
            options = [None, "micro", "macro", "weighted", "samples"]
        raise ValueError(
            "Target is %s but average='binary'. Please choose another average setting, one of %r." % (kind, options)
        )
    present = unique_labels(y_true, y_pred).tolist()
    if pos_label not in present and len(present) >= 2:
        raise ValueError(f"pos_label={pos_label} is not a valid label. It should be one of {present}")
    return [pos_label]

@_of_contents
def precision_recall_fscore_support(y_true, y_pred, *, beta=1.0, labels=None, pos_label=1, average=None,
                                    warn_for=("precision", "recall", "f-score"), sample_weight=None,
                                    zero_division="warn"):
    kind, y_true, y_pred = _targets(y_true, y_pred)
    labels = _check_labels(y_true, y_pred, kind, average, labels, pos_label)
    hits, predicted, true = _counts(y_true, y_pred, kind, labels, sample_weight, average)
    if average == "micro":
        hits, predicted, true = np.array([hits.sum()]), np.array([predicted.sum()]), np.array([true.sum()])
    precision = _quotient(hits, predicted, "precision", "predicted", average, warn_for, zero_division)
    recall = _quotient(hits, true, "recall", "true", average, warn_for, zero_division)
    squared = beta ** 2
    if np.isposinf(beta):
        score = recall
    else:
        below = squared * precision + recall
        score = (1 + squared) * precision * recall / np.where(below == 0.0, 1, below)
    if average == "weighted":
        weights = true
        if weights.sum() == 0:
            value = 1.0 if zero_division == 1 else 0.0
            return (value, value, value, None)
    else:
        weights = None
    if average is not None:
        precision = np.average(precision, weights=weights)
        recall = np.average(recall, weights=weights)
        score = np.average(score, weights=weights)
        true = None
    return precision, recall, score, true

def _one_score(position, name, y_true, y_pred, options):
    average = options["average"]
    if not running() and not (known(y_true) and known(y_pred)):
        _check_unknown(y_true, y_pred)
        if average is None:
            return settled(None, (len(np.unique(np.asarray(y_true))),), "float64", 0, 1)
        return _scored(name)
    return precision_recall_fscore_support(y_true, y_pred, warn_for=(name,), **options)[position]

def precision_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None,
                    zero_division="warn"):
    return _one_score(0, "precision", y_true, y_pred, dict(
        labels=labels, pos_label=pos_label, average=average, sample_weight=sample_weight, zero_division=zero_division))

def recall_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None,
                 zero_division="warn"):
    return _one_score(1, "recall", y_true, y_pred, dict(
        labels=labels, pos_label=pos_label, average=average, sample_weight=sample_weight, zero_division=zero_division))

def f1_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"):
    return fbeta_score(y_true, y_pred, beta=1, labels=labels, pos_label=pos_label, average=average,
                       sample_weight=sample_weight, zero_division=zero_division)

def fbeta_score(y_true, y_pred, *, beta, labels=None, pos_label=1, average="binary", sample_weight=None,
                zero_division="warn"):
    return _one_score(2, "f-score", y_true, y_pred, dict(
        beta=beta, labels=labels, pos_label=pos_label, average=average, sample_weight=sample_weight,
        zero_division=zero_division))

def balanced_accuracy_score(y_true, y_pred, *, sample_weight=None, adjusted=False):
    matrix = confusion_matrix(y_true, y_pred, sample_weight=sample_weight)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.diag(matrix) / matrix.sum(axis=1)
    if not running() and not known(shares):
        return _scored("balanced_accuracy_score")
    shares = shares[~np.isnan(shares)]
    score = np.mean(shares)
    if adjusted:
        chance = 1 / len(shares)
        score = (score - chance) / (1 - chance)
    return score

def cohen_kappa_score(y1, y2, *, labels=None, weights=None, sample_weight=None):
    matrix = confusion_matrix(y1, y2, labels=labels, sample_weight=sample_weight)
    size = matrix.shape[0]
    expected = np.outer(matrix.sum(axis=0), matrix.sum(axis=1)) / np.sum(matrix.sum(axis=0))
    if weights is None:
        distance = np.ones([size, size], dtype=int)
        distance[np.arange(size), np.arange(size)] = 0
    else:
        distance = np.zeros([size, size], dtype=int) + np.arange(size)
        distance = np.abs(distance - distance.T) if weights == "linear" else (distance - distance.T) ** 2
    return 1 - np.sum(distance * matrix) / np.sum(distance * expected)

def matthews_corrcoef(y_true, y_pred, *, sample_weight=None):
    matrix = confusion_matrix(y_true, y_pred, sample_weight=sample_weight)
    true = matrix.sum(axis=1, dtype=np.float64)
    predicted = matrix.sum(axis=0, dtype=np.float64)
    right = np.trace(matrix, dtype=np.float64)
    total = predicted.sum()
    both = right * total - np.dot(true, predicted)
    below = (total ** 2 - np.dot(predicted, predicted)) * (total ** 2 - np.dot(true, true))
    if below == 0:
        return 0.0
    return both / np.sqrt(below)

@_of_contents
def jaccard_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None,
                  zero_division="warn"):
    kind, y_true, y_pred = _targets(y_true, y_pred)
    labels = _check_labels(y_true, y_pred, kind, average, labels, pos_label)
    hits, predicted, true = _counts(y_true, y_pred, kind, labels, sample_weight, average)
    union = predicted + true - hits
    weights = true if average == "weighted" else None
    if average == "micro":
        hits, union = np.array([hits.sum()]), np.array([union.sum()])
    scores = _quotient(hits, union, "jaccard", "true or predicted", average, ("jaccard",), zero_division)
    return scores if average is None else np.average(scores, weights=weights)

@_of_contents
def classification_report(y_true, y_pred, *, labels=None, target_names=None, sample_weight=None, digits=2,
                          output_dict=False, zero_division="warn"):
    kind, y_true, y_pred = _targets(y_true, y_pred)
    present = unique_labels(y_true, y_pred)
    given = labels is not None
    labels = np.asarray(labels) if given else present
    has_accuracy = kind in ("multiclass", "binary") and (not given or set(labels.tolist()) == set(present.tolist()))
    if target_names is not None and len(labels) != len(target_names):
        if given:
            warnings.warn(
                "labels size, {0}, does not match size of target_names, {1}".format(len(labels), len(target_names))
            )
        else:
            raise ValueError(
                "Number of classes, {0}, does not match size of target_names, {1}. Try specifying the labels "
                "parameter".format(len(labels), len(target_names))
            )
    if target_names is None:
        target_names = ["%s" % label for label in labels]
    options = dict(labels=labels, sample_weight=sample_weight, zero_division=zero_division)
    columns = precision_recall_fscore_support(y_true, y_pred, average=None, **options)
    support = np.sum(columns[3])
    averages = ["micro", "macro", "weighted"] + (["samples"] if kind.startswith("multilabel") else [])
    rows = [(name, [column[index] for column in columns]) for index, name in enumerate(target_names[:len(labels)])]
    summary = []
    for average in averages:
        heading = "accuracy" if average == "micro" and has_accuracy else average + " avg"
        scores = precision_recall_fscore_support(y_true, y_pred, average=average, **options)
        summary.append((heading, [scores[0], scores[1], scores[2], support]))
    if output_dict:
        return _report_dict(rows, summary)
    return _report_text(rows, summary, digits)

_HEADERS = ["precision", "recall", "f1-score", "support"]

def _plain(value):
    return value.item() if hasattr(value, "item") else value

def _report_dict(rows, summary):
    report = {str(name): dict(zip(_HEADERS, [_plain(value) for value in values])) for name, values in rows + summary}
    if "accuracy" in report:
        report["accuracy"] = report["accuracy"]["precision"]
    return report

def _report_text(rows, summary, digits):
    width = max([len(str(name)) for name, values in rows] + [len("weighted avg"), digits])
    report = "{:>{width}s} ".format("", width=width) + "".join(" {:>9}".format(name) for name in _HEADERS) + "\n\n"
    def line(name, values):
        scores = "".join(" {:>9.{digits}f}".format(value, digits=digits) for value in values[:3])
        return "{:>{width}s} ".format(name, width=width) + scores + " {:>9}\n".format(values[3])
    for name, values in rows:
        report += line(name, values)
    report += "\n"
    for name, values in summary:
        if name == "accuracy":
            report += "{:>{width}s} ".format(name, width=width) + " {:>9} {:>9}".format("", "")
            report += " {:>9.{digits}f} {:>9}\n".format(values[2], values[3], digits=digits)
        else:
            report += line(name, values)
    return report

${probabilityScores}`,
);
