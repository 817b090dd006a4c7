/** `sklearn.preprocessing._encoders`: encoders of categorical features, and the module `sklearn.preprocessing`. */
import { pythonModule } from '../../python/modules.ts';
import { featuresModule } from './features.ts';

const encoders = pythonModule(
  'sklearn.preprocessing._encoders',
  String.raw`
import numpy as np
from sklearn._support import codes_of, known, one_hot_rows
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_array, check_is_fitted

def _columns_of(X):
    if hasattr(X, "iloc") and getattr(X, "ndim", 0) == 2:
        return [np.asarray(X.iloc[:, index]) for index in range(X.shape[1])]
    plain = not hasattr(X, "dtype")
    array = check_array(X, dtype=None)
    if plain and array.dtype.kind == "U":
        array = check_array(X, dtype=object)
    return [array[:, index] for index in range(array.shape[1])]

class _Encoder(TransformerMixin, BaseEstimator):
    def _fit(self, X):
        columns = _columns_of(X)
        self.n_features_in_ = len(columns)
        if hasattr(X, "columns"):
            self.feature_names_in_ = list(X.columns)
        given = not isinstance(self.categories, str)
        if given and len(self.categories) != len(columns):
            raise ValueError("Shape mismatch: if categories is an array, it has to be of shape (n_features,).")
        self.categories_ = []
        for index, column in enumerate(columns):
            if not given:
                self.categories_.append(np.unique(column))
                continue
            kind = object if column.dtype.kind == "U" else column.dtype
            names = np.array(self.categories[index], dtype=kind)
            if column.dtype.kind not in "OUS" and np.any(np.sort(names) != names):
                raise ValueError("Unsorted categories are not supported for numerical categories")
            if self.handle_unknown == "error":
                self._refuse_unknown(column, codes_of(column, names), index, "fit")
            self.categories_.append(names)

    def _refuse_unknown(self, column, codes, index, when):
        if known(codes) and np.any(codes < 0):
            bad = column[codes < 0]
            names = list(set(bad.tolist())) if column.dtype.kind in "OUS" else list(np.unique(bad))
            raise ValueError("Found unknown categories {0} in column {1} during {2}".format(names, index, when))

    def _codes(self, X, refuse):
        check_is_fitted(self)
        columns = _columns_of(X)
        if len(columns) != self.n_features_in_:
            raise ValueError(
                f"X has {len(columns)} features, but {type(self).__name__} is expecting "
                f"{self.n_features_in_} features as input."
            )
        result = []
        for index, column in enumerate(columns):
            codes = codes_of(column, self.categories_[index])
            if refuse:
                self._refuse_unknown(column, codes, index, "transform")
            result.append(codes)
        return result

    def _names_in(self, input_features):
        if input_features is not None:
            return list(input_features)
        names = getattr(self, "feature_names_in_", None)
        return names if names is not None else [f"x{index}" for index in range(self.n_features_in_)]

class OneHotEncoder(_Encoder):
    _defaults = {
        "categories": "auto", "drop": None, "sparse": "deprecated", "sparse_output": True, "dtype": np.float64,
        "handle_unknown": "error", "min_frequency": None, "max_categories": None,
    }

    def __init__(self, *, categories="auto", drop=None, sparse="deprecated", sparse_output=True, dtype=np.float64,
                 handle_unknown="error", min_frequency=None, max_categories=None):
        self.categories = categories
        self.sparse = sparse
        self.sparse_output = sparse_output
        self.dtype = dtype
        self.handle_unknown = handle_unknown
        self.drop = drop
        self.min_frequency = min_frequency
        self.max_categories = max_categories

    def fit(self, X, y=None):
        if self.handle_unknown not in ("error", "ignore", "infrequent_if_exist"):
            raise ValueError(
                "The 'handle_unknown' parameter of OneHotEncoder must be a str among "
                "{'error', 'ignore', 'infrequent_if_exist'}. Got %r instead." % (self.handle_unknown,)
            )
        if self.min_frequency is not None or self.max_categories is not None:
            raise NotImplementedError("infrequent categories are not supported by Kerascope yet")
        self._fit(X)
        self.drop_idx_ = self._dropped()
        return self

    def _dropped(self):
        if self.drop is None:
            return None
        if isinstance(self.drop, str) and self.drop == "first":
            return np.zeros(len(self.categories_), dtype=object)
        if isinstance(self.drop, str) and self.drop == "if_binary":
            return np.array([0 if len(names) == 2 else None for names in self.categories_], dtype=object)
        return np.array(
            [names.tolist().index(name) for names, name in zip(self.categories_, self.drop)], dtype=object
        )

    def transform(self, X):
        blocks = []
        for index, codes in enumerate(self._codes(X, self.handle_unknown == "error")):
            block = one_hot_rows(codes, len(self.categories_[index]), np.dtype(self.dtype).name,
                                 complete=self.handle_unknown == "error")
            if self.drop_idx_ is not None and self.drop_idx_[index] is not None:
                block = np.delete(block, self.drop_idx_[index], axis=1)
            blocks.append(block)
        rows = blocks[0] if len(blocks) == 1 else np.concatenate(blocks, axis=1)
        sparse = self.sparse_output if isinstance(self.sparse, str) else self.sparse
        if not sparse:
            return rows
        from scipy.sparse import csr_matrix
        return csr_matrix(rows)

    def _kept(self, index):
        names = self.categories_[index]
        if self.drop_idx_ is not None and self.drop_idx_[index] is not None:
            return np.delete(names, self.drop_idx_[index])
        return names

    def inverse_transform(self, X):
        check_is_fitted(self)
        rows = X.toarray() if hasattr(X, "toarray") else np.asarray(X)
        width = sum(len(self._kept(index)) for index in range(len(self.categories_)))
        if rows.shape[1] != width:
            raise ValueError(
                "Shape of the passed X data is not correct. Expected {0} columns, got {1}.".format(width, rows.shape[1])
            )
        columns = []
        start = 0
        for index in range(len(self.categories_)):
            names = self._kept(index)
            part = rows[:, start:start + len(names)]
            start += len(names)
            labels = names[part.argmax(axis=1)]
            empty = part.sum(axis=1) == 0
            if np.any(empty):
                if self.drop_idx_ is not None and self.drop_idx_[index] is not None:
                    labels = labels.copy()
                    labels[empty] = self.categories_[index][self.drop_idx_[index]]
                elif self.handle_unknown == "error":
                    raise ValueError(
                        f"Samples {np.flatnonzero(empty)} can not be inverted when drop=None and handle_unknown='error' "
                        "because they contain all zeros"
                    )
                else:
                    labels = labels.astype(object)
                    labels[empty] = None
            columns.append(labels)
        if any(column.dtype == object for column in columns):
            columns = [column.astype(object) for column in columns]
        return np.stack(columns, axis=1)

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        names = self._names_in(input_features)
        return np.array(
            [f"{name}_{label}" for index, name in enumerate(names) for label in self._kept(index)], dtype=object
        )

class OrdinalEncoder(_Encoder):
    _defaults = {
        "categories": "auto", "dtype": np.float64, "handle_unknown": "error", "unknown_value": None,
        "encoded_missing_value": np.nan,
    }

    def __init__(self, *, categories="auto", dtype=np.float64, handle_unknown="error", unknown_value=None,
                 encoded_missing_value=np.nan):
        self.categories = categories
        self.dtype = dtype
        self.handle_unknown = handle_unknown
        self.unknown_value = unknown_value
        self.encoded_missing_value = encoded_missing_value

    def fit(self, X, y=None):
        self._fit(X)
        return self

    def transform(self, X):
        columns = self._codes(X, self.handle_unknown == "error")
        if self.handle_unknown == "use_encoded_value":
            columns = [np.where(column < 0, self.unknown_value, column) for column in columns]
        return np.stack(columns, axis=1).astype(self.dtype)

    def inverse_transform(self, X):
        check_is_fitted(self)
        X = np.asarray(X)
        columns = [names[X[:, index].astype(int)] for index, names in enumerate(self.categories_)]
        if any(column.dtype == object for column in columns):
            columns = [column.astype(object) for column in columns]
        return np.stack(columns, axis=1)
`,
);

const preprocessing = pythonModule(
  'sklearn.preprocessing',
  String.raw`
from sklearn.preprocessing._data import (
    Binarizer, MaxAbsScaler, MinMaxScaler, Normalizer, RobustScaler, StandardScaler,
    binarize, maxabs_scale, minmax_scale, normalize, robust_scale, scale,
)
from sklearn.preprocessing._encoders import OneHotEncoder, OrdinalEncoder
from sklearn.preprocessing._label import LabelBinarizer, LabelEncoder, MultiLabelBinarizer, label_binarize
from sklearn.preprocessing._features import FunctionTransformer, KBinsDiscretizer, PolynomialFeatures
`,
);

export const encoderModules = [encoders, featuresModule, preprocessing];
