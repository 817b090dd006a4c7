/** `LogisticRegression`, by L-BFGS as scikit-learn's own, by LIBLINEAR, or by Newton's steps to the end. */
import { pythonModule } from '../../../python/modules.ts';

export const logisticRegressionModule = pythonModule(
  'sklearn.linear_model._logistic',
  String.raw`
import warnings
import numpy as np
from sklearn._logistic import fit_logistic
from sklearn._support import running, settled, unknown
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.exceptions import ConvergenceWarning
from sklearn.svm._linear import _kind, fit_classes
from sklearn.svm._machines import _answers, _check_range
from sklearn.utils._param_validation import InvalidParameterError
from sklearn.utils.class_weight import compute_class_weight
from sklearn.utils.validation import check_consistent_length, check_is_fitted

_SOLVERS = ("lbfgs", "liblinear", "newton-cg", "newton-cholesky", "sag", "saga")
_MORE_TURNS = """lbfgs failed to converge (status=%d):
%s.

Increase the number of iterations (max_iter) or scale the data as shown in:
    https://scikit-learn.org/stable/modules/preprocessing.html
Please also refer to the documentation for alternative solver options:
    https://scikit-learn.org/stable/modules/linear_model.html#logistic-regression"""
_ENDS = {1: "STOP: TOTAL NO. of ITERATIONS REACHED LIMIT", 2: "ABNORMAL_TERMINATION_IN_LNSRCH"}

class LogisticRegression(ClassifierMixin, BaseEstimator):
    _defaults = {"penalty": "l2", "dual": False, "tol": 1e-4, "C": 1.0, "fit_intercept": True, "intercept_scaling": 1,
                 "class_weight": None, "random_state": None, "solver": "lbfgs", "max_iter": 100, "multi_class": "auto",
                 "verbose": 0, "warm_start": False, "n_jobs": None, "l1_ratio": None}

    def __init__(self, penalty="l2", *, dual=False, tol=1e-4, C=1.0, fit_intercept=True, intercept_scaling=1, class_weight=None,
                 random_state=None, solver="lbfgs", max_iter=100, multi_class="auto", verbose=0, warm_start=False, n_jobs=None,
                 l1_ratio=None):
        options = locals()
        for name in self._defaults:
            setattr(self, name, options[name])

    def _check_options(self):
        for name, choices in (("penalty", ("elasticnet", "l1", "l2", "none")), ("solver", _SOLVERS), ("multi_class", ("auto", "multinomial", "ovr"))):
            value = getattr(self, name)
            if value not in choices and not (name == "penalty" and value is None):
                raise InvalidParameterError("The %r parameter of LogisticRegression must be a str among {%s}%s. Got %r instead." % (
                    name, ", ".join([repr(each) for each in choices]), " or None" if name == "penalty" else "", value))
        _check_range(self, "tol", "float", 0.0, False)
        if not isinstance(self.C, (int, float, np.integer, np.floating)) or isinstance(self.C, bool) or not self.C > 0:
            raise InvalidParameterError("The 'C' parameter of LogisticRegression must be a float in the range (0, inf]. Got %r instead." % (self.C,))
        _check_range(self, "max_iter", "int", 0, True)
        if self.solver not in ("liblinear", "saga") and self.penalty not in ("l2", "none", None):
            raise ValueError("Solver %s supports only 'l2' or 'none' penalties, got %s penalty." % (self.solver, self.penalty))
        if self.solver != "liblinear" and self.dual:
            raise ValueError("Solver %s supports only dual=False, got dual=%s" % (self.solver, self.dual))
        if self.penalty == "elasticnet" and self.solver != "saga":
            raise ValueError("Only 'saga' solver supports elasticnet penalty, got solver=%s." % self.solver)
        if self.solver == "liblinear" and self.penalty in ("none", None):
            raise ValueError("penalty=%s is not supported for the liblinear solver" % ("None" if self.penalty is None else "'none'"))
        if self.solver == "liblinear" and self.multi_class == "multinomial":
            raise ValueError("Solver liblinear does not support a multinomial backend.")
        if self.solver == "saga" and self.penalty in ("l1", "elasticnet"):
            raise NotImplementedError("LogisticRegression(penalty=%r, solver='saga') is not supported by Kerascope yet" % self.penalty)

    def fit(self, X, y, sample_weight=None):
        self._check_options()
        X = self._checked(X, reset=True).astype(np.float64)
        y = np.asarray(y)
        check_consistent_length(X, y)
        if y.ndim == 2 and y.shape[1] == 1:
            y = y[:, 0]
        if y.ndim != 1:
            raise ValueError("y should be a 1d array, got an array of shape {} instead.".format(y.shape))
        self._label_type = y.dtype
        if not running():
            self.classes_, self.n_iter_ = _answers(None, y.dtype), settled(None, (None,), "int32")
            self.coef_, self.intercept_ = settled(None, (None, X.shape[1]), "float64"), settled(None, (None,), "float64")
            return self
        if y.dtype.kind == "f" and (y != np.floor(y)).any():
            raise ValueError("Unknown label type: 'continuous'")
        if self.solver == "liblinear":
            kind = _kind("LogisticRegression", "logistic_regression", self.penalty, self.dual)
            self.classes_, self.coef_, self.intercept_, self.n_iter_ = fit_classes(self, X, y, sample_weight, kind)
            return self
        before = getattr(self, "coef_", None) if self.warm_start else None
        self.classes_, codes = np.unique(y, return_inverse=True)
        if len(self.classes_) < 2:
            raise ValueError("This solver needs samples of at least 2 classes in the data, but the data contains only one class: %r" % self.classes_[0])
        weights = np.ones(len(y)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        if self._together() or isinstance(self.class_weight, dict):
            weights = weights * compute_class_weight(self.class_weight, classes=self.classes_, y=y)[codes]
        starts = None if before is None else np.hstack([before, self.intercept_[:, np.newaxis]]) if self.fit_intercept else before
        if self._together():
            parts = [self._solve(X, codes, weights, len(self.classes_), starts)]
        else:
            parts = []
            for place, own in enumerate([1] if len(self.classes_) == 2 else range(len(self.classes_))):
                targets = (codes == own).astype(np.float64)
                each = weights
                if self.class_weight == "balanced":
                    each = weights * compute_class_weight("balanced", classes=np.array([0.0, 1.0]), y=targets)[targets.astype(int)]
                parts.append(self._solve(X, targets, each, 1, None if starts is None else starts[place:place + 1]))
        W = np.hstack([found for found, turns in parts])
        self.n_iter_ = np.array([turns for found, turns in parts], dtype=np.int32)
        self.coef_ = W[:X.shape[1]].T
        self.intercept_ = W[-1].copy() if self.fit_intercept else np.zeros(W.shape[1])
        if self._together() and len(self.classes_) == 2:
            self.coef_, self.intercept_ = self.coef_[1:], self.intercept_[1:]
        return self

    def _together(self):
        """Whether one fit is for all classes."""
        return self.multi_class == "multinomial" or self.multi_class == "auto" and len(self.classes_) > 2 and self.solver not in ("liblinear", "newton-cholesky")

    def _solve(self, X, targets, weights, outputs, start):
        """Coefficients, the intercept last, as a column for each output; and the number of turns."""
        penalty = 0.0 if self.penalty in (None, "none") else 1.0 / self.C
        if self.solver != "lbfgs":
            return self._newton(np.hstack([X, np.ones((len(X), 1))]) if self.fit_intercept else X, targets, weights, outputs, penalty)
        first = np.zeros((X.shape[1] + int(self.fit_intercept), outputs))
        if start is not None:
            first = start.T if start.shape[0] == outputs else np.hstack([-start.T, start.T])
        found, turns, status = fit_logistic(X, targets, weights, outputs, bool(self.fit_intercept), penalty, float(self.tol), self.max_iter, first.ravel())
        if status:
            warnings.warn(_MORE_TURNS % (status, _ENDS[status]), ConvergenceWarning)
        return found.reshape(-1, outputs), turns

    def _newton(self, X, targets, weights, outputs, penalty):
        """Minimises the penalised loss, which is convex, by Newton's steps halved until they help."""
        several = outputs > 1
        features = X.shape[1]
        targets = np.eye(outputs)[targets] if several else targets[:, np.newaxis].astype(np.float64)
        keep = np.ones(features) * penalty
        if self.fit_intercept:
            keep[-1] = 0.0
        W = np.zeros((features, outputs))
        def measured(W):
            Z = X @ W
            if several:
                Z = Z - Z.max(axis=1, keepdims=True)
                logs = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
                loss = -(weights * (targets * logs).sum(axis=1)).sum()
                return loss + 0.5 * (keep[:, np.newaxis] * W ** 2).sum(), np.exp(logs)
            loss = (weights * (np.logaddexp(0, Z) - targets * Z)[:, 0]).sum()
            return loss + 0.5 * (keep[:, np.newaxis] * W ** 2).sum(), 1 / (1 + np.exp(-Z))
        loss, P = measured(W)
        for turn in range(max(self.max_iter, 1)):
            gradient = X.T @ (weights[:, np.newaxis] * (P - targets)) + keep[:, np.newaxis] * W
            if np.abs(gradient).max() <= 1e-9 * max(1.0, loss):
                break
            H = np.zeros((features * outputs, features * outputs))
            for a in range(outputs):
                for b in range(a, outputs):
                    curve = P[:, a] * ((1.0 if a == b else 0.0) - P[:, b]) * weights
                    block = X.T @ (curve[:, np.newaxis] * X)
                    H[a * features:(a + 1) * features, b * features:(b + 1) * features] = block
                    H[b * features:(b + 1) * features, a * features:(a + 1) * features] = block.T
            H += np.diag(np.tile(keep, outputs)) + 1e-9 * np.eye(features * outputs)
            step = np.linalg.solve(H, gradient.T.ravel()).reshape(outputs, features).T
            scale = 1.0
            while scale > 1e-8:
                trial, chances = measured(W - scale * step)
                if trial <= loss:
                    break
                scale /= 2
            done = abs(loss - trial) <= 1e-14 * max(1.0, abs(loss))
            W, loss, P = W - scale * step, trial, chances
            if done:
                break
        if several and self.fit_intercept:
            W[-1] -= W[-1].mean()
        return W, turn + 1

    def decision_function(self, X):
        X = self._checked(X)
        check_is_fitted(self)
        if not running():
            return unknown("its shape depends on the number of classes")
        scores = X @ self.coef_.T + self.intercept_
        return scores[:, 0] if scores.shape[1] == 1 else scores

    def predict_proba(self, X):
        X = self._checked(X)
        if not running():
            return settled(None, (X.shape[0], None), "float64", 0, 1)
        scores = self.decision_function(X)
        if not self._together():
            chances = 1 / (1 + np.exp(-scores))
            return np.stack([1 - chances, chances], axis=1) if scores.ndim == 1 else chances / chances.sum(axis=1)[:, np.newaxis]
        if scores.ndim == 1:
            scores = np.stack([-scores, scores], axis=1)
        shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
        return shifted / shifted.sum(axis=1, keepdims=True)

    def predict_log_proba(self, X):
        return np.log(self.predict_proba(X))

    def predict(self, X):
        if not running():
            return _answers(self._checked(X).shape[0], self._label_type)
        scores = self.decision_function(X)
        return self.classes_[(scores > 0).astype(int) if scores.ndim == 1 else scores.argmax(axis=1)]
`,
);
