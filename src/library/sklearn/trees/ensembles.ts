/** `sklearn.ensemble`: forests and boosted trees, tree by tree as scikit-learn draws them for a `random_state`. */
import { pythonModule } from '../../../python/modules.ts';

const forests = pythonModule(
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

const boosting = pythonModule(
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

export const ensembleModules = [forests, boosting];
