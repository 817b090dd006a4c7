/** What scikit-learn draws of metrics, and distances between samples. */
import { pythonModule } from '../../python/modules.ts';

const plots = pythonModule(
  'sklearn.metrics._plot',
  String.raw`
import numpy as np
from sklearn._support import running
from sklearn.metrics._classification import confusion_matrix
from sklearn.metrics._ranking import auc, average_precision_score, precision_recall_curve, roc_curve

class ConfusionMatrixDisplay:
    def __init__(self, confusion_matrix, *, display_labels=None):
        self.confusion_matrix, self.display_labels = confusion_matrix, display_labels

    def plot(self, *, include_values=True, cmap="viridis", xticks_rotation="horizontal", values_format=None, ax=None, colorbar=True,
             im_kw=None, text_kw=None):
        import matplotlib.pyplot as plt
        axes = plt.subplots()[1] if ax is None else ax
        self.ax_, self.figure_ = axes, axes.figure
        if not running():
            return self
        table = np.asarray(self.confusion_matrix)
        image = axes.imshow(table, **dict({"interpolation": "nearest", "cmap": cmap}, **(im_kw or {})))
        names = list(range(len(table))) if self.display_labels is None else list(self.display_labels)
        if include_values:
            for row in range(len(table)):
                for column in range(len(table)):
                    cell = table[row, column]
                    words = format(cell, values_format) if values_format is not None else str(cell) if table.dtype.kind != "f" else format(cell, ".2g")
                    colors = image.cmap
                    middle = (float(table.max()) + float(table.min())) / 2
                    shade = colors(1.0) if cell < middle else colors(0.0)
                    axes.text(column, row, words, **dict({"ha": "center", "va": "center", "color": tuple(shade)[:3]}, **(text_kw or {})))
        axes.set_xticks(np.arange(len(names)), names)
        axes.set_yticks(np.arange(len(names)), names)
        axes.set_xlabel("Predicted label")
        axes.set_ylabel("True label")
        for word in axes.get_xticklabels():
            word.set_rotation(xticks_rotation)
        if colorbar:
            axes.figure.colorbar(image, ax=axes)
        return self

    @classmethod
    def from_predictions(cls, y_true, y_pred, *, labels=None, sample_weight=None, normalize=None, display_labels=None, **options):
        if display_labels is None and running():
            display_labels = np.unique(np.concatenate([np.asarray(y_true), np.asarray(y_pred)])) if labels is None else labels
        table = confusion_matrix(y_true, y_pred, labels=labels, sample_weight=sample_weight, normalize=normalize)
        return cls(confusion_matrix=table, display_labels=display_labels).plot(**options)

    @classmethod
    def from_estimator(cls, estimator, X, y, **options):
        return cls.from_predictions(y, estimator.predict(X), **options)

def _positive(y_true, pos_label):
    """The class that counts as positive: 1 where the labels are 0 or -1 and 1."""
    if pos_label is None and running():
        classes = np.unique(np.asarray(y_true)).tolist()
        return 1 if classes in ([0, 1], [-1, 1], [0], [1], [-1]) else None
    return pos_label

def _scores_of(estimator, X, pos_label):
    if not running():
        from matplotlib._figures import unknown
        return unknown("the scores of an estimator")
    if hasattr(estimator, "predict_proba"):
        columns = estimator.predict_proba(X)
        return columns[:, 1 if pos_label is None else list(estimator.classes_).index(pos_label)]
    return estimator.decision_function(X)

class _Curve:
    def _drawn(self, x, y, label, ax, across, up, look):
        import matplotlib.pyplot as plt
        axes = plt.gca() if ax is None else ax
        self.ax_, self.figure_ = axes, axes.figure
        self.line_ = axes.plot(x, y, **dict({"label": label} if label else {}, **look))
        self.line_ = self.line_[0] if running() else self.line_
        # The class that counts as positive stands behind the names of the axes.
        info = "" if self.pos_label is None else " (Positive label: %s)" % (self.pos_label,)
        axes.set_xlabel(across + info)
        axes.set_ylabel(up + info)
        if label or "label" in look:
            axes.legend(loc=self._corner)
        return self

class RocCurveDisplay(_Curve):
    _corner = "lower right"

    def __init__(self, *, fpr, tpr, roc_auc=None, estimator_name=None, pos_label=None):
        self.pos_label = pos_label
        self.fpr, self.tpr, self.roc_auc, self.estimator_name = fpr, tpr, roc_auc, estimator_name

    def plot(self, ax=None, *, name=None, **options):
        name = self.estimator_name if name is None else name
        label = name or "" if self.roc_auc is None or not running() else "AUC = %0.2f" % self.roc_auc if name is None else "%s (AUC = %0.2f)" % (name, self.roc_auc)
        return self._drawn(self.fpr, self.tpr, label, ax, "False Positive Rate", "True Positive Rate", options)

    @classmethod
    def from_predictions(cls, y_true, y_pred, *, sample_weight=None, drop_intermediate=True, pos_label=None, name=None, ax=None, **options):
        fpr, tpr, _ = roc_curve(y_true, y_pred, pos_label=pos_label, sample_weight=sample_weight, drop_intermediate=drop_intermediate)
        name = "Classifier" if name is None else name
        return cls(fpr=fpr, tpr=tpr, roc_auc=auc(fpr, tpr), estimator_name=name, pos_label=_positive(y_true, pos_label)).plot(ax=ax, name=name, **options)

    @classmethod
    def from_estimator(cls, estimator, X, y, *, pos_label=None, name=None, **options):
        name = type(estimator).__name__ if name is None else name
        return cls.from_predictions(y, _scores_of(estimator, X, pos_label), pos_label=_positive(y, pos_label), name=name, **options)

class PrecisionRecallDisplay(_Curve):
    _corner = "lower left"

    def __init__(self, precision, recall, *, average_precision=None, estimator_name=None, pos_label=None):
        self.pos_label = pos_label
        self.precision, self.recall, self.average_precision, self.estimator_name = precision, recall, average_precision, estimator_name

    def plot(self, ax=None, *, name=None, **options):
        name = self.estimator_name if name is None else name
        label = name or "" if self.average_precision is None or not running() else "AP = %0.2f" % self.average_precision if name is None else "%s (AP = %0.2f)" % (name, self.average_precision)
        return self._drawn(self.recall, self.precision, label, ax, "Recall", "Precision", dict({"drawstyle": "steps-post"}, **options))

    @classmethod
    def from_predictions(cls, y_true, y_pred, *, pos_label=None, sample_weight=None, name=None, ax=None, **options):
        precision, recall, _ = precision_recall_curve(y_true, y_pred, pos_label=pos_label, sample_weight=sample_weight)
        pos_label = _positive(y_true, pos_label)
        average = average_precision_score(y_true, y_pred, sample_weight=sample_weight, **({} if pos_label is None else {"pos_label": pos_label}))
        name = "Classifier" if name is None else name
        return cls(precision, recall, average_precision=average, estimator_name=name, pos_label=pos_label).plot(ax=ax, name=name, **options)

    @classmethod
    def from_estimator(cls, estimator, X, y, *, pos_label=None, name=None, **options):
        name = type(estimator).__name__ if name is None else name
        return cls.from_predictions(y, _scores_of(estimator, X, pos_label), pos_label=_positive(y, pos_label), name=name, **options)
`,
);

const pairwise = pythonModule(
  'sklearn.metrics.pairwise',
  String.raw`
import numpy as np

def euclidean_distances(X, Y=None, *, squared=False):
    X = np.asarray(X, dtype=np.float64)
    Y = X if Y is None else np.asarray(Y, dtype=np.float64)
    squares = (X ** 2).sum(axis=1)[:, np.newaxis] - 2 * X @ Y.T + (Y ** 2).sum(axis=1)
    squares = np.maximum(squares, 0)
    if Y is X:
        np.fill_diagonal(squares, 0)
    return squares if squared else np.sqrt(squares)

def cosine_similarity(X, Y=None, dense_output=True):
    X = X.toarray() if hasattr(X, "toarray") else np.asarray(X, dtype=np.float64)
    Y = X if Y is None else Y.toarray() if hasattr(Y, "toarray") else np.asarray(Y, dtype=np.float64)
    sizes = lambda rows: np.where(np.linalg.norm(rows, axis=1, keepdims=True) == 0, 1.0, np.linalg.norm(rows, axis=1, keepdims=True))
    return (X / sizes(X)) @ (Y / sizes(Y)).T

def pairwise_distances(X, Y=None, metric="euclidean", **options):
    if metric == "euclidean":
        return euclidean_distances(X, Y)
    if metric == "cosine":
        return 1 - cosine_similarity(X, Y)
    raise NotImplementedError("pairwise_distances with metric=%r is not supported by Kerascope yet" % metric)
`,
);

export const displayModules = [plots, pairwise];
