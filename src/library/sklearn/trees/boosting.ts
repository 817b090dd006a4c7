/** Gradient boosting: each tree learns what those before it left, with scikit-learn's order of sums. */
import { pythonModule } from '../../../python/modules.ts';

export const boostingModule = pythonModule(
  'sklearn.ensemble._gb',
  String.raw`
import numpy as np
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.tree import TREE_LEAF, DecisionTreeRegressor, _answers, _check_options
from sklearn.utils.validation import check_consistent_length, check_is_fitted, check_random_state, column_or_1d
from scipy.special import expit
from scipy.special._precise import exp, log

def _log_sum(values):
    most = values.max(axis=1, keepdims=True)
    return log(np.sum(exp(values - most), axis=1)) + most[:, 0]

class _Squares:
    trees = 1
    def start(self, y, weights, classes): return np.average(y, weights=weights).reshape(1)
    def loss(self, y, raw, weights): return 1 / weights.sum() * np.sum(weights * ((y - raw.ravel()) ** 2))
    def residual(self, y, raw, place): return y - raw.ravel()
    step = None

class _Binary:
    trees = 1
    def start(self, y, weights, classes):
        share = np.average(y == 1, weights=weights)
        share = np.clip(np.array([share]), np.finfo(np.float32).eps, 1 - np.finfo(np.float32).eps)
        return log(share / (1 - share))
    def loss(self, y, raw, weights):
        raw = raw.ravel()
        return -2 / weights.sum() * np.sum(weights * ((y * raw) - np.logaddexp(0, raw)))
    def residual(self, y, raw, place): return y - expit(raw.ravel())
    def step(self, y, residual, weights):
        return _divided(np.sum(weights * residual), np.sum(weights * (y - residual) * (1 - y + residual)))

class _Classes:
    def __init__(self, count): self.trees = count
    def start(self, y, weights, classes):
        shares = np.bincount(y.astype(int), weights=weights, minlength=classes) / weights.sum()
        return log(np.clip(shares, np.finfo(np.float32).eps, 1 - np.finfo(np.float32).eps))
    def loss(self, y, raw, weights):
        own = (y[:, np.newaxis] == np.arange(self.trees)).astype(np.float64)
        return np.average(-1 * (own * raw).sum(axis=1) + _log_sum(raw), weights=weights)
    def residual(self, y, raw, place): return y - np.nan_to_num(exp(raw[:, place] - _log_sum(raw)))
    def step(self, y, residual, weights):
        numerator = np.sum(weights * residual) * ((self.trees - 1) / self.trees)
        return _divided(numerator, np.sum(weights * (y - residual) * (1 - y + residual)))

def _divided(numerator, denominator):
    return 0.0 if abs(denominator) < 1e-150 else numerator / denominator

class _Boosted(BaseEstimator):
    def _set(self, options):
        for name in self._defaults:
            setattr(self, name, options[name])

    def fit(self, X, y, sample_weight=None, monitor=None):
        _check_options(self, DecisionTreeRegressor._criteria)
        allowed = ("log_loss", "deviance") if self._estimator_type == "classifier" else ("squared_error",)
        for name, fine in (("loss", self.loss in allowed), ("init", self.init is None), ("warm_start", not self.warm_start), ("monitor", monitor is None)):
            if not fine:
                raise NotImplementedError("%s(%s=...) is not supported by Kerascope yet" % (type(self).__name__, name))
        X = self._checked(X, reset=True, dtype=np.float32)
        y = column_or_1d(y)
        check_consistent_length(X, y)
        self._label_type = y.dtype
        if not running():
            self.estimators_ = self.train_score_ = unknown("it depends on the data")
            if self._estimator_type == "classifier":
                self.classes_ = self.n_classes_ = unknown("it depends on the data")
            return self
        weights = np.ones(X.shape[0]) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        self._loss = _Squares()
        if self._estimator_type == "classifier":
            self.classes_, y = np.unique(y, return_inverse=True)
            self.n_classes_ = len(self.classes_)
            if self.n_classes_ < 2:
                raise ValueError("y contains %d class after sample_weight trimmed classes with zero weights, while a minimum of 2 classes are required." % self.n_classes_)
            self._loss = _Binary() if self.n_classes_ == 2 else _Classes(self.n_classes_)
        held = None
        if self.n_iter_no_change is not None:
            from sklearn.model_selection import train_test_split
            X, X_held, y, y_held, weights, weights_held = train_test_split(
                X, y, weights, random_state=self.random_state, test_size=self.validation_fraction, stratify=y if self._estimator_type == "classifier" else None)
            held = X_held, y_held.astype(np.float64), weights_held
        y = y.astype(np.float64)
        self._start = self._loss.start(y, weights, getattr(self, "n_classes_", 1))
        self._grow_stages(X, y, weights, held, check_random_state(self.random_state))
        return self

    def _grow_stages(self, X, y, weights, held, generator):
        raw = np.tile(self._start, (X.shape[0], 1))
        scores, gains, stages = [], [], []
        mask = np.ones(X.shape[0], dtype=bool)
        history = None if held is None else np.full(self.n_iter_no_change, np.inf)
        held_raw = None if held is None else np.tile(self._start, (held[0].shape[0], 1))
        inside = max(1, int(self.subsample * X.shape[0]))
        for stage in range(self.n_estimators):
            if self.subsample < 1.0:
                mask = self._drawn_mask(X.shape[0], inside, generator)
                before = self._loss.loss(y[~mask], raw[~mask], weights[~mask])
            stages.append(self._grow_stage(X, y, weights, mask, raw, generator))
            scores.append(self._loss.loss(y[mask], raw[mask], weights[mask]))
            if self.subsample < 1.0:
                gains.append(before - self._loss.loss(y[~mask], raw[~mask], weights[~mask]))
            self._tell(stage, scores, gains)
            if held is not None:
                for place, tree in enumerate(stages[-1]):
                    held_raw[:, place] += self.learning_rate * tree.tree_.predict(held[0])[:, 0]
                now = self._loss.loss(held[1], held_raw, held[2])
                if not np.any(now + self.tol < history):
                    break
                history[stage % len(history)] = now
        self.estimators_ = np.empty((len(stages), self._loss.trees), dtype=object)
        for stage, trees in enumerate(stages):
            for place, tree in enumerate(trees):
                self.estimators_[stage, place] = tree
        self.train_score_, self.n_estimators_ = np.array(scores), len(stages)
        if self.subsample < 1.0:
            self.oob_improvement_ = np.array(gains)

    def _tell(self, stage, scores, gains):
        if self.verbose and (stage + 1) % (1 if stage < 10 else 10) == 0:
            if stage == 0:
                print("      Iter       Train Loss " + ("     OOB Improve " if gains else ""))
            print("%10d %16.4f" % (stage + 1, scores[-1]) + (" %16.4f" % gains[-1] if gains else ""))

    def _drawn_mask(self, total, inside, generator):
        mask, taken = np.zeros(total, dtype=bool), 0
        chances = generator.uniform(size=total)
        for place in range(total):
            if chances[place] * (total - place) < inside - taken:
                mask[place] = True
                taken += 1
        return mask

    def _grow_stage(self, X, y, weights, mask, raw, generator):
        trees, seen = [], raw.copy()
        for place in range(self._loss.trees):
            own = (y == place).astype(np.float64) if self._loss.trees > 1 else y
            residual = self._loss.residual(own, seen, place)
            tree = DecisionTreeRegressor(
                criterion=self.criterion, max_depth=self.max_depth, min_samples_split=self.min_samples_split, min_samples_leaf=self.min_samples_leaf,
                min_weight_fraction_leaf=self.min_weight_fraction_leaf, min_impurity_decrease=self.min_impurity_decrease, max_features=self.max_features,
                max_leaf_nodes=self.max_leaf_nodes, random_state=generator)
            if self.subsample < 1.0:
                weights = weights * mask.astype(np.float64)
            tree.fit(X, residual, sample_weight=weights, check_input=False)
            nodes = tree.tree_
            ends = nodes.apply(X)
            if self._loss.step is not None:
                chosen = np.where(mask, ends, -1)
                for leaf in np.flatnonzero(nodes.children_left == TREE_LEAF).tolist():
                    rows = np.flatnonzero(chosen == leaf)
                    nodes.value[leaf, 0, 0] = self._loss.step(own[rows], residual[rows], weights[rows])
            raw[:, place] += self.learning_rate * nodes.value[:, 0, 0].take(ends)
            trees.append(tree)
        return trees

    def _table(self, X):
        check_is_fitted(self, "estimators_")
        return self._checked(X, dtype=np.float32)

    def _raw(self, X):
        for raw in self._staged_raw(X):
            pass
        return raw

    def _staged_raw(self, X):
        raw = np.tile(self._start, (X.shape[0], 1))
        for trees in self.estimators_:
            for place in range(len(trees)):
                raw[:, place] += self.learning_rate * trees[place].tree_.predict(X)[:, 0]
            yield raw

    @property
    def feature_importances_(self):
        check_is_fitted(self, "estimators_")
        if not running():
            return settled(None, (self.n_features_in_,), "float64", 0, 1)
        each = [tree.tree_.compute_feature_importances(normalize=False) for trees in self.estimators_ for tree in trees if tree.tree_.node_count > 1]
        if not each:
            return np.zeros(self.n_features_in_)
        mean = np.mean(each, axis=0, dtype=np.float64)
        return mean / np.sum(mean)

class GradientBoostingClassifier(ClassifierMixin, _Boosted):
    _defaults = {"loss": "log_loss", "learning_rate": 0.1, "n_estimators": 100, "subsample": 1.0, "criterion": "friedman_mse", "min_samples_split": 2,
                 "min_samples_leaf": 1, "min_weight_fraction_leaf": 0.0, "max_depth": 3, "min_impurity_decrease": 0.0, "init": None, "random_state": None,
                 "max_features": None, "verbose": 0, "max_leaf_nodes": None, "warm_start": False, "validation_fraction": 0.1, "n_iter_no_change": None,
                 "tol": 1e-4, "ccp_alpha": 0.0}

    def __init__(self, *, loss="log_loss", learning_rate=0.1, n_estimators=100, subsample=1.0, criterion="friedman_mse", min_samples_split=2,
                 min_samples_leaf=1, min_weight_fraction_leaf=0.0, max_depth=3, min_impurity_decrease=0.0, init=None, random_state=None,
                 max_features=None, verbose=0, max_leaf_nodes=None, warm_start=False, validation_fraction=0.1, n_iter_no_change=None, tol=1e-4, ccp_alpha=0.0):
        self._set(locals())

    def decision_function(self, X):
        X = self._table(X)
        if not running():
            return unknown("its shape depends on the number of classes")
        raw = self._raw(X)
        return raw.ravel() if raw.shape[1] == 1 else raw

    def _chances(self, raw):
        if raw.shape[1] == 1:
            found = np.ones((raw.shape[0], 2))
            found[:, 1] = expit(raw.ravel())
            found[:, 0] -= found[:, 1]
            return found
        return np.nan_to_num(np.exp(raw - _log_sum(raw)[:, np.newaxis]))

    def predict_proba(self, X):
        X = self._table(X)
        return self._chances(self._raw(X)) if running() else settled(None, (X.shape[0], None), "float64", 0, 1)

    def predict_log_proba(self, X): return np.log(self.predict_proba(X))

    def predict(self, X):
        X = self._table(X)
        return self.classes_.take(np.argmax(self._chances(self._raw(X)), axis=1)) if running() else _answers(X.shape[0], self._label_type)

    def staged_predict_proba(self, X):
        X = self._table(X)
        return (self._chances(raw) for raw in self._staged_raw(X)) if running() else unknown("it depends on the data")

    def staged_predict(self, X):
        X = self._table(X)
        return (self.classes_.take(np.argmax(self._chances(raw), axis=1)) for raw in self._staged_raw(X)) if running() else unknown("it depends on the data")

class GradientBoostingRegressor(RegressorMixin, _Boosted):
    _defaults = {"loss": "squared_error", "learning_rate": 0.1, "n_estimators": 100, "subsample": 1.0, "criterion": "friedman_mse", "min_samples_split": 2,
                 "min_samples_leaf": 1, "min_weight_fraction_leaf": 0.0, "max_depth": 3, "min_impurity_decrease": 0.0, "init": None, "random_state": None,
                 "max_features": None, "alpha": 0.9, "verbose": 0, "max_leaf_nodes": None, "warm_start": False, "validation_fraction": 0.1,
                 "n_iter_no_change": None, "tol": 1e-4, "ccp_alpha": 0.0}

    def __init__(self, *, loss="squared_error", learning_rate=0.1, n_estimators=100, subsample=1.0, criterion="friedman_mse", min_samples_split=2,
                 min_samples_leaf=1, min_weight_fraction_leaf=0.0, max_depth=3, min_impurity_decrease=0.0, init=None, random_state=None, max_features=None,
                 alpha=0.9, verbose=0, max_leaf_nodes=None, warm_start=False, validation_fraction=0.1, n_iter_no_change=None, tol=1e-4, ccp_alpha=0.0):
        self._set(locals())

    def predict(self, X):
        X = self._table(X)
        return self._raw(X).ravel() if running() else settled(None, (X.shape[0],), "float64")

    def staged_predict(self, X):
        X = self._table(X)
        return (raw.ravel().copy() for raw in self._staged_raw(X)) if running() else unknown("it depends on the data")
`,
);
