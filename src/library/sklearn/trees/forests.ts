/** Random forests and extremely random ones, tree by tree as scikit-learn draws them for a `random_state`. */
import { pythonModule } from '../../../python/modules.ts';

export const forestsModule = pythonModule(
  'sklearn.ensemble._forest',
  String.raw`
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.tree import (
    DecisionTreeClassifier, DecisionTreeRegressor, ExtraTreeClassifier, ExtraTreeRegressor, _answers, _check_options, _coded, _named_outputs,
)
from sklearn.utils.class_weight import compute_sample_weight
from sklearn.utils.validation import check_consistent_length, check_is_fitted, check_random_state

_OF_TREES = ("criterion", "max_depth", "min_samples_split", "min_samples_leaf", "min_weight_fraction_leaf", "max_features", "max_leaf_nodes",
             "min_impurity_decrease", "ccp_alpha")

class _Forest(BaseEstimator):
    def _set(self, options):
        for name in self._defaults:
            setattr(self, name, options[name])

    def fit(self, X, y, sample_weight=None):
        _check_options(self, self._tree._criteria)
        X = self._checked(X, reset=True, dtype=np.float32)
        self._label_type = np.asarray(y).dtype
        y = _named_outputs(y)
        check_consistent_length(X, y)
        if not self.bootstrap and self.max_samples is not None:
            raise ValueError("\x60max_sample\x60 cannot be set if \x60bootstrap=False\x60. Either switch to \x60bootstrap=True\x60 or set \x60max_sample=None\x60.")
        if not self.bootstrap and self.oob_score:
            raise ValueError("Out of bag estimation only available if bootstrap=True")
        self.n_outputs_ = y.shape[1]
        if not running():
            self.estimators_ = unknown("it depends on the data")
            if self._estimator_type == "classifier":
                self.classes_ = self.n_classes_ = unknown("it depends on the data")
            if self.oob_score:
                self.oob_score_ = unknown("it depends on the data")
            return self
        named, expanded = y, None
        if self._estimator_type == "classifier":
            classes, y = _coded(y)
            if self.class_weight is not None and not (isinstance(self.class_weight, str) and self.class_weight == "balanced_subsample" and self.bootstrap):
                preset = "balanced" if isinstance(self.class_weight, str) else self.class_weight
                expanded = compute_sample_weight(preset, named[:, 0])
            self.classes_, self.n_classes_ = (classes[0], len(classes[0])) if self.n_outputs_ == 1 else (classes, [len(names) for names in classes])
        y = y.astype(np.float64)
        if sample_weight is not None:
            sample_weight = np.asarray(sample_weight, dtype=np.float64)
        if expanded is not None:
            sample_weight = expanded if sample_weight is None else sample_weight * expanded
        generator = check_random_state(self.random_state)
        if not self.warm_start or not hasattr(self, "estimators_"):
            self.estimators_ = []
        more = self.n_estimators - len(self.estimators_)
        if more < 0:
            raise ValueError("n_estimators=%d must be larger or equal to len(estimators_)=%d when warm_start==True" % (self.n_estimators, len(self.estimators_)))
        if self.estimators_ and more:
            generator.randint(2 ** 31 - 1, size=len(self.estimators_))
        shared = {name: getattr(self, name) for name in _OF_TREES}
        grown = [self._tree(random_state=int(generator.randint(2 ** 31 - 1)), **shared) for place in range(more)]
        for tree in grown:
            tree.fit(X, y, sample_weight=self._drawn_weights(tree, X, y, sample_weight), check_input=False)
        self.estimators_ = self.estimators_ + grown
        if self.oob_score:
            self._score_unseen(X, y)
        return self

    def _draw_size(self, samples):
        if self.max_samples is None:
            return samples
        if isinstance(self.max_samples, (int, np.integer)):
            if self.max_samples > samples:
                raise ValueError("\x60max_samples\x60 must be <= n_samples=%d but got value %d" % (samples, self.max_samples))
            return self.max_samples
        return round(samples * self.max_samples)

    def _drawn(self, tree, samples):
        return check_random_state(tree.random_state).randint(0, samples, self._draw_size(samples))

    def _drawn_weights(self, tree, X, y, sample_weight):
        if not self.bootstrap:
            return sample_weight
        samples = X.shape[0]
        weights = np.ones((samples,), dtype=np.float64) if sample_weight is None else sample_weight.copy()
        drawn = self._drawn(tree, samples)
        weights *= np.bincount(drawn, minlength=samples)
        if self._estimator_type == "classifier" and isinstance(self.class_weight, str) and self.class_weight == "balanced_subsample":
            weights *= compute_sample_weight("balanced", y[:, 0], indices=drawn)
        return weights

    def _unseen(self, tree, samples):
        return np.flatnonzero(np.bincount(self._drawn(tree, samples), minlength=samples) == 0)

    def _unseen_means(self, X, width, answers):
        samples = X.shape[0]
        total, counts = np.zeros((samples, width)), np.zeros((samples, 1), dtype=np.int64)
        for tree in self.estimators_:
            unseen = self._unseen(tree, samples)
            total[unseen] += answers(tree, X[unseen])
            counts[unseen] += 1
        if (counts == 0).any():
            import warnings
            warnings.warn("Some inputs do not have OOB scores. This probably means too few trees were used to compute any reliable OOB estimates.", UserWarning)
            counts[counts == 0] = 1
        return total / counts

    def _table(self, X):
        check_is_fitted(self, "estimators_")
        return self._checked(X, dtype=np.float32)

    def apply(self, X):
        X = self._table(X)
        return np.array([tree.apply(X, check_input=False) for tree in self.estimators_]).T if running() else settled(None, (X.shape[0], self.n_estimators), "int64", 0)

    @property
    def feature_importances_(self):
        check_is_fitted(self, "estimators_")
        if not running():
            return settled(None, (self.n_features_in_,), "float64", 0, 1)
        each = [tree.feature_importances_ for tree in self.estimators_ if tree.tree_.node_count > 1]
        if not each:
            return np.zeros(self.n_features_in_, dtype=np.float64)
        mean = np.mean(each, axis=0, dtype=np.float64)
        return mean / np.sum(mean)

    def __len__(self): return len(self.estimators_)
    def __getitem__(self, place): return self.estimators_[place]
    def __iter__(self): return iter(self.estimators_)

class _ForestClassifier(ClassifierMixin, _Forest):
    def _score_unseen(self, X, y):
        self.oob_decision_function_ = self._unseen_means(X, self.n_classes_, lambda tree, rows: tree.predict_proba(rows, check_input=False))
        self.oob_score_ = float(np.mean(y[:, 0] == np.argmax(self.oob_decision_function_, axis=1)))

    def predict_proba(self, X):
        X = self._table(X)
        if not running():
            return settled(None, (X.shape[0], None), "float64", 0, 1)
        if self.n_outputs_ > 1:
            every = [tree.predict_proba(X, check_input=False) for tree in self.estimators_]
            return [sum([each[place] for each in every]) / len(every) for place in range(self.n_outputs_)]
        total = np.zeros((X.shape[0], self.n_classes_), dtype=np.float64)
        for tree in self.estimators_:
            total += tree.predict_proba(X, check_input=False)
        return total / len(self.estimators_)

    def predict_log_proba(self, X):
        return np.log(self.predict_proba(X))

    def predict(self, X):
        if not running():
            return _answers(self._table(X).shape[0], self._label_type)
        chances = self.predict_proba(X)
        if self.n_outputs_ == 1:
            return self.classes_.take(np.argmax(chances, axis=1), axis=0)
        return np.stack([self.classes_[place].take(np.argmax(chances[place], axis=1)) for place in range(self.n_outputs_)], axis=1)

class _ForestRegressor(RegressorMixin, _Forest):
    def _score_unseen(self, X, y):
        from sklearn.metrics import r2_score
        found = self._unseen_means(X, self.n_outputs_, lambda tree, rows: tree.predict(rows, check_input=False).reshape(len(rows), -1))
        self.oob_prediction_ = found[:, 0] if self.n_outputs_ == 1 else found
        self.oob_score_ = r2_score(y, found)

    def predict(self, X):
        X = self._table(X)
        if not running():
            return settled(None, (X.shape[0],) if self.n_outputs_ == 1 else (X.shape[0], self.n_outputs_), "float64")
        total = np.zeros((X.shape[0],) if self.n_outputs_ == 1 else (X.shape[0], self.n_outputs_), dtype=np.float64)
        for tree in self.estimators_:
            total += tree.predict(X, check_input=False)
        return total / len(self.estimators_)

_CLASSIFIER = {"n_estimators": 100, "criterion": "gini", "max_depth": None, "min_samples_split": 2, "min_samples_leaf": 1, "min_weight_fraction_leaf": 0.0,
               "max_features": "sqrt", "max_leaf_nodes": None, "min_impurity_decrease": 0.0, "bootstrap": True, "oob_score": False, "n_jobs": None,
               "random_state": None, "verbose": 0, "warm_start": False, "class_weight": None, "ccp_alpha": 0.0, "max_samples": None}
_REGRESSOR = {name: value for name, value in dict(_CLASSIFIER, criterion="squared_error", max_features=1.0).items() if name != "class_weight"}

class RandomForestClassifier(_ForestClassifier):
    _tree, _defaults = DecisionTreeClassifier, _CLASSIFIER

    def __init__(self, n_estimators=100, *, criterion="gini", max_depth=None, min_samples_split=2, min_samples_leaf=1, min_weight_fraction_leaf=0.0,
                 max_features="sqrt", max_leaf_nodes=None, min_impurity_decrease=0.0, bootstrap=True, oob_score=False, n_jobs=None, random_state=None,
                 verbose=0, warm_start=False, class_weight=None, ccp_alpha=0.0, max_samples=None):
        self._set(locals())

class ExtraTreesClassifier(_ForestClassifier):
    _tree, _defaults = ExtraTreeClassifier, dict(_CLASSIFIER, bootstrap=False)

    def __init__(self, n_estimators=100, *, criterion="gini", max_depth=None, min_samples_split=2, min_samples_leaf=1, min_weight_fraction_leaf=0.0,
                 max_features="sqrt", max_leaf_nodes=None, min_impurity_decrease=0.0, bootstrap=False, oob_score=False, n_jobs=None, random_state=None,
                 verbose=0, warm_start=False, class_weight=None, ccp_alpha=0.0, max_samples=None):
        self._set(locals())

class RandomForestRegressor(_ForestRegressor):
    _tree, _defaults = DecisionTreeRegressor, _REGRESSOR

    def __init__(self, n_estimators=100, *, criterion="squared_error", max_depth=None, min_samples_split=2, min_samples_leaf=1, min_weight_fraction_leaf=0.0,
                 max_features=1.0, max_leaf_nodes=None, min_impurity_decrease=0.0, bootstrap=True, oob_score=False, n_jobs=None, random_state=None,
                 verbose=0, warm_start=False, ccp_alpha=0.0, max_samples=None):
        self._set(locals())

class ExtraTreesRegressor(_ForestRegressor):
    _tree, _defaults = ExtraTreeRegressor, dict(_REGRESSOR, bootstrap=False)

    def __init__(self, n_estimators=100, *, criterion="squared_error", max_depth=None, min_samples_split=2, min_samples_leaf=1, min_weight_fraction_leaf=0.0,
                 max_features=1.0, max_leaf_nodes=None, min_impurity_decrease=0.0, bootstrap=False, oob_score=False, n_jobs=None, random_state=None,
                 verbose=0, warm_start=False, ccp_alpha=0.0, max_samples=None):
        self._set(locals())
`,
);
