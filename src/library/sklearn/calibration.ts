/** `sklearn.calibration`: reliability curves, and classifiers whose chances are set right by a sigmoid or in steps. */
import { pythonModule } from '../../python/modules.ts';

export const calibrationModule = pythonModule(
  'sklearn.calibration',
  String.raw`
import math
import numpy as np
from sklearn.utils._param_validation import InvalidParameterError
from scipy.special import expit
from sklearn._support import known, running, settled, unknown
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, clone
from sklearn.isotonic import IsotonicRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.utils.validation import _select, check_consistent_length, check_is_fitted, column_or_1d

def calibration_curve(y_true, y_prob, *, pos_label=None, normalize="deprecated", n_bins=5, strategy="uniform"):
    y_true, y_prob = column_or_1d(y_true), column_or_1d(y_prob)
    check_consistent_length(y_true, y_prob)
    if known(y_prob) and (y_prob.min() < 0 or y_prob.max() > 1):
        raise ValueError("y_prob has values outside [0, 1].")
    labels = np.unique(y_true)
    if len(labels) > 2:
        raise ValueError(f"Only binary classification is supported. Provided labels {labels}.")
    y_true = y_true == (1 if pos_label is None else pos_label)
    if strategy == "quantile":
        edges = np.percentile(y_prob, np.linspace(0, 1, n_bins + 1) * 100)
    elif strategy == "uniform":
        edges = np.linspace(0.0, 1.0, n_bins + 1)
    else:
        raise ValueError("Invalid entry to 'strategy' input. Strategy must be either 'quantile' or 'uniform'.")
    bins = np.searchsorted(edges[1:-1], y_prob)
    sums = np.bincount(bins, weights=y_prob, minlength=len(edges))
    right = np.bincount(bins, weights=y_true, minlength=len(edges))
    total = np.bincount(bins, minlength=len(edges))
    filled = total != 0
    return right[filled] / total[filled], sums[filled] / total[filled]

class CalibrationDisplay:
    def __init__(self, prob_true, prob_pred, y_prob, *, estimator_name=None, pos_label=None):
        self.prob_true, self.prob_pred, self.y_prob, self.estimator_name, self.pos_label = prob_true, prob_pred, y_prob, estimator_name, pos_label

    def plot(self, *, ax=None, name=None, ref_line=True, **options):
        import matplotlib.pyplot as plt
        axes = plt.subplots()[1] if ax is None else ax
        self.ax_, self.figure_ = axes, axes.figure
        name = self.estimator_name if name is None else name
        if ref_line:
            axes.plot([0, 1], [0, 1], "k:", label="Perfectly calibrated")
        self.line_ = axes.plot(self.prob_pred, self.prob_true, "s-", **({} if name is None else {"label": name}), **options)[0]
        axes.legend(loc="lower right")
        axes.set_xlabel("Mean predicted probability")
        axes.set_ylabel("Fraction of positives")
        return self

    @classmethod
    def from_predictions(cls, y_true, y_prob, *, n_bins=5, strategy="uniform", pos_label=None, name=None, ref_line=True, ax=None, **options):
        prob_true, prob_pred = calibration_curve(y_true, y_prob, n_bins=n_bins, strategy=strategy, pos_label=pos_label)
        return cls(prob_true, prob_pred, y_prob, estimator_name="Classifier" if name is None else name).plot(ax=ax, ref_line=ref_line, **options)

    @classmethod
    def from_estimator(cls, estimator, X, y, *, name=None, **options):
        return cls.from_predictions(y, estimator.predict_proba(X)[:, 1], name=type(estimator).__name__ if name is None else name, **options)

def _line(predictions, y, weights):
    """Platt's two parameters: the slope and offset of the sigmoid that fits best, by Newton's method."""
    y = y > 0
    negatives, positives = float(weights[~y].sum()), float(weights[y].sum())
    wanted = np.where(y, (positives + 1.0) / (positives + 2.0), 1.0 / (negatives + 2.0))
    a, b = 0.0, math.log((negatives + 1.0) / (positives + 1.0))

    def loss(a, b):
        z = a * predictions + b
        return float((weights * (np.logaddexp(0.0, z) - (1.0 - wanted) * z)).sum())
    now = loss(a, b)
    for turn in range(200):
        share = expit(-(a * predictions + b))
        off, curve = weights * (wanted - share), weights * share * (1.0 - share)
        slope = np.array([(off * predictions).sum(), off.sum()])
        if np.abs(slope).max() < 1e-10:
            break
        middle = (curve * predictions).sum()
        bend = np.array([[(curve * predictions * predictions).sum() + 1e-12, middle], [middle, curve.sum() + 1e-12]])
        step, scale = np.linalg.solve(bend, slope), 1.0
        while scale > 1e-10 and loss(a - scale * step[0], b - scale * step[1]) > now:
            scale /= 2.0
        a, b = a - scale * step[0], b - scale * step[1]
        before, now = now, loss(a, b)
        if before - now <= 1e-15 * abs(before):
            break
    return float(a), float(b)

class _SigmoidCalibration(RegressorMixin, BaseEstimator):
    def fit(self, X, y, sample_weight=None):
        X, y = column_or_1d(X), column_or_1d(y)
        self.a_, self.b_ = _line(X.astype(np.float64), y, np.ones(len(y)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64))
        return self

    def predict(self, T):
        return expit(-(self.a_ * column_or_1d(T) + self.b_))

class _CalibratedClassifier:
    def __init__(self, estimator, calibrators, *, classes, method="sigmoid"):
        self.estimator, self.calibrators, self.classes, self.method = estimator, calibrators, classes, method

    def predict_proba(self, X):
        count = len(self.classes)
        answers = _answers_of(self.estimator, X, count)
        places = np.searchsorted(self.classes, self.estimator.classes_)
        chances = np.zeros((len(answers), count))
        for place, column, calibrator in zip(places, answers.T, self.calibrators):
            chances[:, place + 1 if count == 2 else place] = calibrator.predict(column)
        if count == 2:
            chances[:, 0] = 1.0 - chances[:, 1]
        else:
            total = chances.sum(axis=1)[:, np.newaxis]
            chances = np.where(total == 0.0, 1 / count, chances / np.where(total == 0.0, 1.0, total))
        chances[(chances > 1.0) & (chances <= 1.0 + 1e-5)] = 1.0
        return chances

def _method_of(estimator):
    return "decision_function" if hasattr(estimator, "decision_function") else "predict_proba"

def _shaped(answers, method, count):
    if method == "decision_function":
        return answers[:, np.newaxis] if answers.ndim == 1 else answers
    return answers[:, 1:] if count == 2 else answers

def _answers_of(estimator, X, count):
    method = _method_of(estimator)
    return _shaped(getattr(estimator, method)(X), method, count)

def _calibrated(estimator, answers, y, classes, method, weights):
    codes = np.searchsorted(classes, np.asarray(y))
    calibrators = []
    for place, column in zip(np.searchsorted(classes, estimator.classes_), answers.T):
        own = (codes == (1 if len(classes) == 2 else place)).astype(int)
        calibrator = IsotonicRegression(out_of_bounds="clip") if method == "isotonic" else _SigmoidCalibration()
        calibrators.append(calibrator.fit(column, own, weights))
    return _CalibratedClassifier(estimator, calibrators, method=method, classes=classes)

class CalibratedClassifierCV(ClassifierMixin, BaseEstimator):
    _defaults = {"estimator": None, "method": "sigmoid", "cv": None, "n_jobs": None, "ensemble": True, "base_estimator": "deprecated"}

    def __init__(self, estimator=None, *, method="sigmoid", cv=None, n_jobs=None, ensemble=True, base_estimator="deprecated"):
        self.estimator, self.method, self.cv, self.n_jobs, self.ensemble, self.base_estimator = estimator, method, cv, n_jobs, ensemble, base_estimator

    def fit(self, X, y, sample_weight=None, **fit_params):
        if self.method not in ("isotonic", "sigmoid"):
            raise InvalidParameterError("The 'method' parameter of CalibratedClassifierCV must be a str among {'isotonic', 'sigmoid'}. Got %r instead." % (self.method,))
        check_consistent_length(X, y)
        estimator = self.base_estimator if not isinstance(self.base_estimator, str) else self.estimator
        if estimator is None:
            raise NotImplementedError("CalibratedClassifierCV() without an estimator (scikit-learn's LinearSVC) is not supported by Kerascope yet")
        self._label_type = np.asarray(y).dtype
        if not running():
            self.classes_ = self.calibrated_classifiers_ = unknown("it depends on the data")
            return self
        weights = None if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        if isinstance(self.cv, str) and self.cv == "prefit":
            check_is_fitted(estimator, "classes_")
            self.classes_ = estimator.classes_
            answers = _answers_of(estimator, X, len(self.classes_))
            self.calibrated_classifiers_ = [_calibrated(estimator, answers, y, self.classes_, self.method, weights)]
        else:
            self.classes_ = np.unique(np.asarray(y))
            folds = 5 if self.cv is None else self.cv if isinstance(self.cv, int) else getattr(self.cv, "n_splits", None)
            if folds and any([int((np.asarray(y) == name).sum()) < folds for name in self.classes_]):
                raise ValueError("Requesting %d-fold cross-validation but provided less than %d examples for at least one class." % (folds, folds))
            splits = StratifiedKFold(folds) if self.cv is None or isinstance(self.cv, int) else self.cv
            self.calibrated_classifiers_ = self._by_folds(estimator, X, y, splits, weights, fit_params) if self.ensemble else [self._at_once(estimator, X, y, splits, weights)]
        first = self.calibrated_classifiers_[0].estimator
        for name in ("n_features_in_", "feature_names_in_"):
            if hasattr(first, name):
                setattr(self, name, getattr(first, name))
        return self

    def _by_folds(self, estimator, X, y, splits, weights, fit_params):
        found = []
        for train, test in (splits.split(X, y) if hasattr(splits, "split") else splits):
            own = clone(estimator)
            if weights is None:
                own.fit(_select(X, train), _select(y, train), **fit_params)
            else:
                own.fit(_select(X, train), _select(y, train), sample_weight=weights[train], **fit_params)
            answers = _answers_of(own, _select(X, test), len(self.classes_))
            found.append(_calibrated(own, answers, _select(y, test), self.classes_, self.method, None if weights is None else weights[test]))
        return found

    def _at_once(self, estimator, X, y, splits, weights):
        own = clone(estimator)
        method = _method_of(own)
        answers = _shaped(cross_val_predict(own, X, y, cv=splits, method=method), method, len(self.classes_))
        own.fit(X, y) if weights is None else own.fit(X, y, sample_weight=weights)
        return _calibrated(own, answers, y, self.classes_, self.method, weights)

    def predict_proba(self, X):
        check_is_fitted(self, "calibrated_classifiers_")
        if not running():
            return settled(None, (len(X), None), "float64", 0, 1)
        total = np.zeros((len(X), len(self.classes_)))
        for each in self.calibrated_classifiers_:
            total += each.predict_proba(X)
        return total / len(self.calibrated_classifiers_)

    def predict(self, X):
        check_is_fitted(self, "calibrated_classifiers_")
        if not running():
            return settled(None, (len(X),), str(self._label_type)) if self._label_type.kind in "biuf" else unknown("it depends on the data")
        return self.classes_[np.argmax(self.predict_proba(X), axis=1)]
`,
);
