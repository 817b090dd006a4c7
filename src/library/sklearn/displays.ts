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
        from matplotlib.colors import get_cmap
        axes = plt.subplots()[1] if ax is None else ax
        self.ax_, self.figure_ = axes, axes.figure
        if not running():
            return self
        table = np.asarray(self.confusion_matrix)
        image = axes.imshow(table, cmap=cmap)
        names = list(range(len(table))) if self.display_labels is None else list(self.display_labels)
        if include_values:
            for row in range(len(table)):
                for column in range(len(table)):
                    cell = table[row, column]
                    words = format(cell, values_format) if values_format is not None else str(cell) if table.dtype.kind != "f" else format(cell, ".2g")
                    colors = get_cmap(cmap)
                    middle = (float(table.max()) + float(table.min())) / 2
                    shade = colors(1.0) if cell < middle else colors(0.0)
                    axes.text(column, row, words, ha="center", va="center", color=tuple(shade)[:3])
        axes.set_xticks(np.arange(len(names)), names)
        axes.set_yticks(np.arange(len(names)), names)
        axes.set_xlabel("Predicted label")
        axes.set_ylabel("True label")
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

class _Curve:
    def _drawn(self, x, y, label, ax, across, up):
        import matplotlib.pyplot as plt
        axes = plt.gca() if ax is None else ax
        self.ax_, self.figure_ = axes, axes.figure
        axes.plot(x, y, label=label)
        axes.set_xlabel(across)
        axes.set_ylabel(up)
        axes.legend()
        return self

class RocCurveDisplay(_Curve):
    def __init__(self, *, fpr, tpr, roc_auc=None, estimator_name=None, pos_label=None):
        self.fpr, self.tpr, self.roc_auc, self.estimator_name = fpr, tpr, roc_auc, estimator_name

    def plot(self, ax=None, *, name=None, **options):
        name = self.estimator_name if name is None else name
        label = name or "" if self.roc_auc is None or not running() else "%s (AUC = %0.2f)" % (name or "", self.roc_auc)
        return self._drawn(self.fpr, self.tpr, label, ax, "False Positive Rate", "True Positive Rate")

    @classmethod
    def from_predictions(cls, y_true, y_pred, *, pos_label=None, name="Classifier", ax=None, **options):
        fpr, tpr, _ = roc_curve(y_true, y_pred, pos_label=pos_label)
        return cls(fpr=fpr, tpr=tpr, roc_auc=auc(fpr, tpr), estimator_name=name).plot(ax=ax)

class PrecisionRecallDisplay(_Curve):
    def __init__(self, precision, recall, *, average_precision=None, estimator_name=None, pos_label=None):
        self.precision, self.recall, self.average_precision, self.estimator_name = precision, recall, average_precision, estimator_name

    def plot(self, ax=None, *, name=None, **options):
        return self._drawn(self.recall, self.precision, name or self.estimator_name or "", ax, "Recall", "Precision")

    @classmethod
    def from_predictions(cls, y_true, y_pred, *, name="Classifier", ax=None, **options):
        precision, recall, _ = precision_recall_curve(y_true, y_pred)
        return cls(precision, recall, average_precision=average_precision_score(y_true, y_pred), estimator_name=name).plot(ax=ax)
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
