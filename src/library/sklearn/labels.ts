/** `sklearn.preprocessing._label`: encoders of targets. */
import { pythonModule } from '../../python/modules.ts';

export const labelsModule = pythonModule(
  'sklearn.preprocessing._label',
  String.raw`
import warnings
import numpy as np
from sklearn._support import codes_of, known, one_hot_rows, running
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.multiclass import type_of_target, unique_labels
from sklearn.utils.validation import check_is_fitted, column_or_1d

def _unseen(y, codes, classes):
    """The error for values that were not there at fit."""
    bad = y[codes < 0]
    if y.dtype.kind in "OUS":
        return ValueError("y contains previously unseen labels: %s" % repr(bad.tolist()[0]))
    return ValueError("y contains previously unseen labels: %s" % str(list(np.unique(bad))))

class LabelEncoder(TransformerMixin, BaseEstimator):
    _defaults = {}

    def fit(self, y):
        self.classes_ = np.unique(column_or_1d(y))
        return self

    def fit_transform(self, y):
        y = column_or_1d(y)
        self.classes_, codes = np.unique(y, return_inverse=True)
        return codes

    def transform(self, y):
        check_is_fitted(self)
        y = column_or_1d(y)
        if len(y) == 0:
            return np.array([])
        codes = codes_of(y, self.classes_)
        if known(codes) and np.any(codes < 0):
            raise _unseen(y, codes, self.classes_)
        return codes

    def inverse_transform(self, y):
        check_is_fitted(self)
        y = column_or_1d(y)
        if len(y) == 0:
            return np.array([])
        if known(y) and known(self.classes_):
            unseen = np.setdiff1d(y, np.arange(len(self.classes_)))
            if len(unseen):
                raise ValueError("y contains previously unseen labels: %s" % str(unseen))
        return self.classes_[np.asarray(y)]

def label_binarize(y, *, classes, neg_label=0, pos_label=1, sparse_output=False, _complete=False):
    if neg_label >= pos_label:
        raise ValueError(
            "neg_label={0} must be strictly less than pos_label={1}.".format(neg_label, pos_label)
        )
    if sparse_output and (pos_label == 0 or neg_label != 0):
        raise ValueError(
            "Sparse binarization is only supported with non zero pos_label and zero neg_label, got "
            "pos_label={0} and neg_label={1}".format(pos_label, neg_label)
        )
    kind = type_of_target(y)
    if "multioutput" in kind:
        raise ValueError("Multioutput target data is not supported with label binarization")
    if kind == "unknown":
        raise ValueError("The type of target data is not known")
    if kind == "continuous":
        raise ValueError("continuous target data is not supported with label binarization")
    classes = np.asarray(classes)
    count = len(classes)
    if kind == "multilabel-indicator":
        rows = np.where(np.asarray(y) != 0, pos_label, neg_label)
    else:
        y = column_or_1d(y)
        if count == 1 and kind == "binary":
            rows = np.zeros((len(y), 1), dtype=int) + neg_label
        else:
            rows = one_hot_rows(codes_of(y, classes), count, "int64", pos_label, neg_label, _complete)
            if count == 2 and kind == "binary":
                rows = rows[:, -1].reshape((-1, 1))
    if sparse_output:
        from scipy.sparse import csr_matrix
        return csr_matrix(rows)
    return rows

class LabelBinarizer(TransformerMixin, BaseEstimator):
    _defaults = {"neg_label": 0, "pos_label": 1, "sparse_output": False}

    def __init__(self, *, neg_label=0, pos_label=1, sparse_output=False):
        self.neg_label = neg_label
        self.pos_label = pos_label
        self.sparse_output = sparse_output

    def fit(self, y):
        if self.neg_label >= self.pos_label:
            raise ValueError(
                f"neg_label={self.neg_label} must be strictly less than pos_label={self.pos_label}."
            )
        self.y_type_ = type_of_target(y)
        if "multioutput" in self.y_type_:
            raise ValueError("Multioutput target data is not supported with label binarization")
        if len(y) == 0:
            raise ValueError("y has 0 samples: %r" % y)
        self.sparse_input_ = False
        self.classes_ = unique_labels(y)
        return self

    def fit_transform(self, y):
        return self.fit(y)._rows(y, True)

    def transform(self, y):
        return self._rows(y, False)

    def _rows(self, y, complete):
        check_is_fitted(self)
        if type_of_target(y).startswith("multilabel") and not self.y_type_.startswith("multilabel"):
            raise ValueError("The object was not fitted with multilabel input.")
        return label_binarize(
            y, classes=self.classes_, pos_label=self.pos_label, neg_label=self.neg_label,
            sparse_output=self.sparse_output, _complete=complete,
        )

    def inverse_transform(self, Y, threshold=None):
        check_is_fitted(self)
        if hasattr(Y, "toarray"):
            Y = Y.toarray()
        Y = np.asarray(Y)
        if threshold is None:
            threshold = (self.pos_label + self.neg_label) / 2.0
        if self.y_type_ == "multiclass":
            return self.classes_.take(Y.argmax(axis=1), mode="clip")
        if self.y_type_ == "binary" and Y.ndim == 2 and Y.shape[1] > 2:
            raise ValueError("output_type='binary', but y.shape = {0}".format(Y.shape))
        chosen = np.array(Y > threshold, dtype=int)
        if self.y_type_ == "binary":
            if Y.ndim == 2 and Y.shape[1] == 2:
                return self.classes_[chosen[:, 1]]
            if len(self.classes_) == 1:
                return np.repeat(self.classes_[0], len(Y))
            return self.classes_[chosen.ravel()]
        return chosen

class MultiLabelBinarizer(TransformerMixin, BaseEstimator):
    _defaults = {"classes": None, "sparse_output": False}

    def __init__(self, *, classes=None, sparse_output=False):
        self.classes = classes
        self.sparse_output = sparse_output

    def fit(self, y):
        if self.classes is None:
            classes = sorted(set(label for labels in y for label in labels))
        elif len(set(self.classes)) < len(self.classes):
            raise ValueError(
                "The classes argument contains duplicate classes. Remove these duplicates before passing "
                "them to MultiLabelBinarizer."
            )
        else:
            classes = list(self.classes)
        self.classes_ = np.array(classes, dtype=int if all(isinstance(each, int) for each in classes) else object)
        return self

    def fit_transform(self, y):
        return self.fit(y).transform(y)

    def transform(self, y):
        check_is_fitted(self)
        columns = {name: column for column, name in enumerate(self.classes_.tolist())}
        rows = np.zeros((len(y), len(columns)), dtype=int)
        unknown = set()
        for row, labels in enumerate(y):
            for label in labels:
                if label in columns:
                    rows[row, columns[label]] = 1
                else:
                    unknown.add(label)
        if unknown:
            warnings.warn("unknown class(es) {0} will be ignored".format(sorted(unknown, key=str)))
        if self.sparse_output:
            from scipy.sparse import csr_matrix
            return csr_matrix(rows)
        return rows

    def inverse_transform(self, yt):
        check_is_fitted(self)
        if hasattr(yt, "toarray"):
            yt = yt.toarray()
        yt = np.asarray(yt)
        if yt.shape[1] != len(self.classes_):
            raise ValueError(
                "Expected indicator for {0} classes, but got {1}".format(len(self.classes_), yt.shape[1])
            )
        unexpected = np.setdiff1d(yt, [0, 1])
        if len(unexpected) > 0:
            raise ValueError("Expected only 0s and 1s in label indicator. Also got {0}".format(unexpected))
        return [tuple(self.classes_[row.astype(bool)]) for row in yt]
`,
);

export const multiclassModule = pythonModule(
  'sklearn.utils.multiclass',
  String.raw`
import numpy as np
from sklearn._support import known

def type_of_target(y, input_name=""):
    if isinstance(y, str) or not (hasattr(y, "__len__") or hasattr(y, "__array__")):
        raise ValueError("Expected array-like (array or non-string sequence), got %r" % y)
    if isinstance(y, (list, tuple)) and len(y) > 0 and isinstance(y[0], (list, tuple)) and len(set(len(each) for each in y)) > 1:
        raise ValueError(
            "You appear to be using a legacy multi-label data representation. Sequence of sequences are no "
            "longer supported; use a binary array or sparse matrix instead - the MultiLabelBinarizer "
            "transformer can convert to this format."
        )
    y = np.asarray(y)
    if y.ndim not in (1, 2):
        return "unknown"
    if y.size == 0:
        return "binary" if y.ndim == 1 else "unknown"
    if y.dtype == object and not isinstance(y.ravel()[0], str):
        return "unknown"
    wide = y.ndim == 2 and y.shape[1] > 1
    if y.dtype.kind == "f" and np.any(y != np.floor(y)):
        if np.isnan(y).any():
            raise ValueError("Input %s contains NaN." % input_name if input_name else "Input contains NaN.")
        return "continuous-multioutput" if wide else "continuous"
    different = np.unique(y)
    if wide and y.dtype.kind in "biuf" and len(different) <= 2 and np.all((different == 0) | (different == 1)):
        return "multilabel-indicator"
    if len(different) > 2 or wide:
        return "multiclass-multioutput" if wide else "multiclass"
    return "binary"

def unique_labels(*ys):
    if len(ys) == 0:
        raise ValueError("No argument has been passed.")
    kinds = set(type_of_target(y) for y in ys)
    for y, kind in zip(ys, [type_of_target(y) for y in ys]):
        if kind in ("continuous", "unknown", "multiclass-multioutput", "continuous-multioutput"):
            raise ValueError("Unknown label type: %s" % repr(ys))
    if "multilabel-indicator" in kinds:
        return np.arange(np.asarray(ys[0]).shape[1])
    found = [np.unique(np.asarray(y)) for y in ys]
    if len(found) == 1:
        return found[0]
    texts = set(each.dtype.kind in "OUS" for each in found)
    if len(texts) > 1:
        raise ValueError("Mix of label input types (string and number)")
    return np.unique(np.concatenate(found))
`,
);
