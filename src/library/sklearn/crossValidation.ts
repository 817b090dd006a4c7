/** The Python text of more ways to split, and of scores over splits; part of `sklearn.model_selection`. */
import { searching } from './searching.ts';

export const crossValidation = String.raw`
class LeaveOneOut:
    def get_n_splits(self, X=None, y=None, groups=None):
        return _num_samples(X)

    def split(self, X, y=None, groups=None):
        places = np.arange(_num_samples(X))
        for place in range(_num_samples(X)):
            yield np.delete(places, place), places[place:place + 1]

    def __repr__(self):
        return "LeaveOneOut()"

class TimeSeriesSplit:
    def __init__(self, n_splits=5, *, max_train_size=None, test_size=None, gap=0):
        self.n_splits, self.max_train_size, self.test_size, self.gap = n_splits, max_train_size, test_size, gap

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits

    def split(self, X, y=None, groups=None):
        samples = _num_samples(X)
        if self.n_splits + 1 > samples:
            raise ValueError("Cannot have number of folds=%d greater than the number of samples=%d." % (self.n_splits + 1, samples))
        size = samples // (self.n_splits + 1) if self.test_size is None else self.test_size
        if samples - self.gap - size * self.n_splits <= 0:
            raise ValueError("Too many splits=%d for number of samples=%d with test_size=%d and gap=%d." % (
                self.n_splits, samples, size, self.gap))
        places = np.arange(samples)
        for start in range(samples - self.n_splits * size, samples, size):
            end = start - self.gap
            first = 0 if self.max_train_size is None or self.max_train_size >= end else end - self.max_train_size
            yield places[first:end], places[start:start + size]

    def __repr__(self):
        return "TimeSeriesSplit(gap=%r, max_train_size=%r, n_splits=%r, test_size=%r)" % (
            self.gap, self.max_train_size, self.n_splits, self.test_size)

class _Repeated:
    def __init__(self, *, n_splits=5, n_repeats=10, random_state=None):
        self.n_splits, self.n_repeats, self.random_state = n_splits, n_repeats, random_state

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits * self.n_repeats

    def split(self, X, y=None, groups=None):
        generator = check_random_state(self.random_state)
        for turn in range(self.n_repeats):
            for parts in self._kind(self.n_splits, shuffle=True, random_state=generator).split(X, y):
                yield parts

class RepeatedKFold(_Repeated):
    _kind = KFold

class RepeatedStratifiedKFold(_Repeated):
    _kind = StratifiedKFold

class ParameterGrid:
    def __init__(self, param_grid):
        self.param_grid = [param_grid] if isinstance(param_grid, dict) else list(param_grid)

    def __iter__(self):
        import itertools
        for grid in self.param_grid:
            names = sorted(grid)
            for values in itertools.product(*[grid[name] for name in names]):
                yield dict(zip(names, values))

    def __len__(self):
        count = 0
        for grid in self.param_grid:
            product = 1
            for values in grid.values():
                product *= len(values)
            count += product
        return count

def _scorer(estimator, scoring):
    if scoring is None:
        return lambda fitted, X, y: fitted.score(X, y)
    if callable(scoring):
        return scoring
    from sklearn import metrics
    named = {
        "accuracy": metrics.accuracy_score, "balanced_accuracy": metrics.balanced_accuracy_score, "f1": metrics.f1_score,
        "f1_macro": lambda y, p: metrics.f1_score(y, p, average="macro"), "f1_weighted": lambda y, p: metrics.f1_score(y, p, average="weighted"),
        "precision": metrics.precision_score, "recall": metrics.recall_score, "r2": metrics.r2_score,
        "neg_mean_squared_error": lambda y, p: -metrics.mean_squared_error(y, p),
        "neg_mean_absolute_error": lambda y, p: -metrics.mean_absolute_error(y, p),
        "precision_macro": lambda y, p: metrics.precision_score(y, p, average="macro"), "recall_macro": lambda y, p: metrics.recall_score(y, p, average="macro"),
        "precision_weighted": lambda y, p: metrics.precision_score(y, p, average="weighted"), "recall_weighted": lambda y, p: metrics.recall_score(y, p, average="weighted"),
        "f1_micro": lambda y, p: metrics.f1_score(y, p, average="micro"), "matthews_corrcoef": metrics.matthews_corrcoef,
        "neg_median_absolute_error": lambda y, p: -metrics.median_absolute_error(y, p), "max_error": lambda y, p: -metrics.max_error(y, p),
        "explained_variance": metrics.explained_variance_score, "neg_mean_absolute_percentage_error": lambda y, p: -metrics.mean_absolute_percentage_error(y, p),
        "neg_root_mean_squared_error": lambda y, p: -metrics.mean_squared_error(y, p) ** 0.5,
    }
    chances = {"roc_auc": metrics.roc_auc_score, "average_precision": metrics.average_precision_score, "neg_log_loss": lambda y, p: -metrics.log_loss(y, p),
               "neg_brier_score": lambda y, p: -metrics.brier_score_loss(y, p), "roc_auc_ovr": lambda y, p: metrics.roc_auc_score(y, p, multi_class="ovr")}
    if scoring in chances:
        def by_chances(fitted, X, y):
            shares = np.asarray(fitted.predict_proba(X))
            return chances[scoring](y, shares[:, 1] if shares.shape[1] == 2 and scoring != "neg_log_loss" else shares)
        return by_chances
    if scoring not in named:
        raise ValueError("%r is not a valid scoring value." % scoring)
    return lambda fitted, X, y: named[scoring](y, fitted.predict(X))

def _folds_of(cv, estimator, y):
    if cv is None or isinstance(cv, int):
        kind = StratifiedKFold if getattr(estimator, "_estimator_type", None) == "classifier" or getattr(
            getattr(estimator, "steps", [(None, None)])[-1][1], "_estimator_type", None) == "classifier" else KFold
        return kind(5 if cv is None else cv)
    return cv

def cross_val_score(estimator, X, y=None, *, groups=None, scoring=None, cv=None, n_jobs=None, verbose=0, fit_params=None,
                    pre_dispatch="2*n_jobs", error_score=np.nan):
    if not running():
        return settled(None, (None if not isinstance(cv, int) and cv is not None else 5 if cv is None else cv,), "float64")
    score = _scorer(estimator, scoring)
    results = []
    for train, test in _folds_of(cv, estimator, y).split(X, y):
        # What an estimator's fit returns is its own affair: Keras's wrappers return the history.
        fitted = clone(estimator)
        fitted.fit(_select(X, train), _select(y, train))
        results.append(score(fitted, _select(X, test), _select(y, test)))
    return np.array(results)

def cross_val_predict(estimator, X, y=None, *, cv=None, method="predict", **options):
    places, parts = [], []
    for train, test in _folds_of(cv, estimator, y).split(X, y):
        fitted = clone(estimator)
        fitted.fit(_select(X, train), _select(y, train))
        parts.append(getattr(fitted, method)(_select(X, test)))
        places.append(test)
    order = np.argsort(np.concatenate(places), kind="stable")
    return np.concatenate(parts)[order]
${searching}`;
