/** The Python text of searches for parameters and of scores of several kinds; part of `sklearn.model_selection`. */
export const searching = `
class GroupKFold(_Folds):
    def __init__(self, n_splits=5):
        self.n_splits, self.shuffle, self.random_state = n_splits, False, None

    def split(self, X, y=None, groups=None):
        if groups is None:
            raise ValueError("The 'groups' parameter should not be None.")
        names, codes = np.unique(np.asarray(groups), return_inverse=True)
        if self.n_splits > len(names):
            raise ValueError("Cannot have number of splits n_splits=%d greater than the number of groups: %d." % (self.n_splits, len(names)))
        counts = np.bincount(codes)
        order = np.argsort(counts)[::-1]
        weights, fold_of = np.zeros(self.n_splits), np.zeros(len(names), dtype=np.int64)
        for group in order.tolist():
            lightest = int(np.argmin(weights))
            weights[lightest] += counts[group]
            fold_of[group] = lightest
        folds = fold_of[codes]
        for fold in range(self.n_splits):
            yield np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)

class PredefinedSplit:
    def __init__(self, test_fold):
        self.test_fold = np.asarray(test_fold)

    def get_n_splits(self, X=None, y=None, groups=None):
        return len(np.unique(self.test_fold[self.test_fold >= 0]))

    def split(self, X=None, y=None, groups=None):
        for fold in np.unique(self.test_fold[self.test_fold >= 0]).tolist():
            yield np.flatnonzero(self.test_fold != fold), np.flatnonzero(self.test_fold == fold)

class ParameterSampler:
    """Parameters drawn by chance from lists or distributions."""

    def __init__(self, param_distributions, n_iter, *, random_state=None):
        self.param_distributions = [param_distributions] if isinstance(param_distributions, dict) else list(param_distributions)
        self.n_iter, self.random_state = n_iter, random_state

    def __len__(self):
        return self.n_iter

    def __iter__(self):
        generator = check_random_state(self.random_state)
        if all([not hasattr(values, "rvs") for each in self.param_distributions for values in each.values()]):
            grid = [each for each in _GridOrder(self.param_distributions)]
            for place in _without_replacement(len(grid), min(self.n_iter, len(grid)), generator):
                yield grid[place]
            return
        for turn in range(self.n_iter):
            chosen = self.param_distributions[generator.randint(len(self.param_distributions))] if len(self.param_distributions) > 1 else self.param_distributions[0]
            yield {name: values.rvs(random_state=generator) if hasattr(values, "rvs") else values[generator.randint(len(values))] for name, values in sorted(chosen.items())}

def _GridOrder(distributions):
    """The grid in the order in which scikit-learn numbers it: the last name's values change slowest."""
    import itertools
    found = []
    for each in distributions:
        names = sorted(each)
        for values in itertools.product(*[list(each[name]) for name in names]):
            found.append(dict(zip(names, values)))
    return found

def _without_replacement(population, count, generator):
    if count / population < 0.01:
        found = []
        while len(found) < count:
            place = int(generator.randint(population))
            if place not in found:
                found.append(place)
        return found
    if count / population < 0.99:
        found = list(range(count))
        for place in range(count, population):
            other = int(generator.randint(0, place + 1))
            if other < count:
                found[other] = place
        return found
    return generator.permutation(population)[:count].tolist()

def _scorers_of(estimator, scoring):
    if scoring is None or isinstance(scoring, str) or callable(scoring):
        return {"score": _scorer(estimator, scoring)}
    return {name: _scorer(estimator, scoring[name]) for name in scoring} if isinstance(scoring, dict) else {name: _scorer(estimator, name) for name in scoring}

def cross_validate(estimator, X, y=None, *, groups=None, scoring=None, cv=None, n_jobs=None, verbose=0, fit_params=None, pre_dispatch=None,
                   return_train_score=False, return_estimator=False, error_score=np.nan):
    if not running():
        return unknown("scores are known when the script runs")
    import time
    scorers = _scorers_of(estimator, scoring)
    found = {"fit_time": [], "score_time": []}
    for train, test in _folds_of(cv, estimator, y).split(X, y, groups):
        start = time.time()
        fitted = clone(estimator).fit(_select(X, train), _select(y, train), **(fit_params or {}))
        found["fit_time"].append(time.time() - start)
        start = time.time()
        if return_estimator:
            found.setdefault("estimator", []).append(fitted)
        for name, score in scorers.items():
            found.setdefault("test_" + name, []).append(score(fitted, _select(X, test), _select(y, test)))
            if return_train_score:
                found.setdefault("train_" + name, []).append(score(fitted, _select(X, train), _select(y, train)))
        found["score_time"].append(time.time() - start)
    return {name: values if name == "estimator" else np.array(values) for name, values in found.items()}

# What is there once the best parameters are found.
_FOUND = (
    "best_estimator_", "best_index_", "best_params_", "best_score_", "classes_", "cv_results_", "feature_names_in_",
    "multimetric_", "n_features_in_", "n_splits_", "refit_time_", "scorer_",
)

class _Search(BaseEstimator):
    """Fits with every choice of parameters on every fold and keeps the best."""

    @property
    def _estimator_type(self):
        return getattr(self.estimator, "_estimator_type", None)

    def fit(self, X, y=None, **fit_params):
        if not running():
            self._looked = False
            return self
        folds = list(_folds_of(self.cv, self.estimator, y).split(X, y))
        self.n_splits_ = len(folds)
        scorers = _scorers_of(self.estimator, self.scoring)
        choices = list(self._choices())
        if self.verbose:
            print("Fitting %d folds for each of %d candidates, totalling %d fits" % (len(folds), len(choices), len(folds) * len(choices)))
        scores = {name: np.zeros((len(choices), len(folds))) for name in scorers}
        trained = {name: np.zeros((len(choices), len(folds))) for name in scorers}
        times = np.zeros((2, len(choices), len(folds)))
        import time
        for row, choice in enumerate(choices):
            for column, (train, test) in enumerate(folds):
                start = time.time()
                fitted = clone(self.estimator).set_params(**choice)
                fitted.fit(_select(X, train), _select(y, train), **fit_params)
                times[0, row, column] = time.time() - start
                start = time.time()
                for name, score in scorers.items():
                    scores[name][row, column] = score(fitted, _select(X, test), _select(y, test))
                    if self.return_train_score:
                        trained[name][row, column] = score(fitted, _select(X, train), _select(y, train))
                times[1, row, column] = time.time() - start
        self._results(choices, scores, trained, times)
        chosen = "score" if "score" in scorers else self.refit
        if not self.refit and chosen not in scorers:
            return self
        ranks = self.cv_results_["rank_test_%s" % chosen]
        self.best_index_ = int(np.argmin(ranks))
        self.best_params_ = choices[self.best_index_]
        self.best_score_ = self.cv_results_["mean_test_%s" % chosen][self.best_index_]
        if not self.refit:
            return self
        start = time.time()
        self.best_estimator_ = clone(self.estimator).set_params(**self.best_params_)
        if y is None:
            self.best_estimator_.fit(X)
        else:
            self.best_estimator_.fit(X, y, **fit_params)
        self.refit_time_ = time.time() - start
        self.scorer_ = scorers[chosen]
        self.n_features_in_ = getattr(self.best_estimator_, "n_features_in_", None)
        return self

    def _results(self, choices, scores, trained, times):
        found = {}
        for name, part in (("fit", times[0]), ("score", times[1])):
            found["mean_%s_time" % name], found["std_%s_time" % name] = part.mean(axis=1), part.std(axis=1)
        for name in sorted(set([each for choice in choices for each in choice])):
            cells = np.empty(len(choices), dtype=object)
            for place, choice in enumerate(choices):
                cells[place] = choice.get(name)
            found["param_" + name] = cells
        found["params"] = choices
        for name, part in scores.items():
            for kind, values in (("test", part),) + ((("train", trained[name]),) if self.return_train_score else ()):
                for fold in range(values.shape[1]):
                    found["split%d_%s_%s" % (fold, kind, name)] = values[:, fold]
                found["mean_%s_%s" % (kind, name)], found["std_%s_%s" % (kind, name)] = values.mean(axis=1), values.std(axis=1)
                if kind == "test":
                    means = found["mean_test_%s" % name]
                    found["rank_test_%s" % name] = np.array([1 + int((means > mean).sum()) for mean in means], dtype=np.int32)
        self.cv_results_ = found

    def _best(self):
        if not running():
            return unknown("the best parameters are found when the script runs")
        if not hasattr(self, "best_estimator_"):
            from sklearn.exceptions import NotFittedError
            raise NotFittedError("This %s instance is not fitted yet. Call 'fit' with appropriate arguments before using this estimator." % type(self).__name__)
        return self.best_estimator_

    def __dir__(self):
        return sorted({*object.__dir__(self), *_FOUND})

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in _FOUND and not running():
            return unknown("the best parameters are found when the script runs")
        raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))

    def predict(self, X): return self._best().predict(X)
    def predict_proba(self, X): return self._best().predict_proba(X)
    def decision_function(self, X): return self._best().decision_function(X)
    def transform(self, X): return self._best().transform(X)
    def score(self, X, y=None): return self.scorer_(self._best(), X, y) if running() else unknown("scores are known when the script runs")
    classes_ = property(lambda self: self._best().classes_)

class GridSearchCV(_Search):
    _defaults = {"estimator": None, "param_grid": None, "scoring": None, "n_jobs": None, "refit": True, "cv": None, "verbose": 0, "pre_dispatch": "2*n_jobs",
                 "error_score": np.nan, "return_train_score": False}

    def __init__(self, estimator, param_grid, *, scoring=None, n_jobs=None, refit=True, cv=None, verbose=0, pre_dispatch="2*n_jobs", error_score=np.nan,
                 return_train_score=False):
        self.estimator, self.param_grid, self.scoring, self.n_jobs, self.refit, self.cv = estimator, param_grid, scoring, n_jobs, refit, cv
        self.verbose, self.pre_dispatch, self.error_score, self.return_train_score = verbose, pre_dispatch, error_score, return_train_score

    def _choices(self):
        return ParameterGrid(self.param_grid)

class RandomizedSearchCV(_Search):
    _defaults = {"estimator": None, "param_distributions": None, "n_iter": 10, "scoring": None, "n_jobs": None, "refit": True, "cv": None, "verbose": 0,
                 "pre_dispatch": "2*n_jobs", "random_state": None, "error_score": np.nan, "return_train_score": False}

    def __init__(self, estimator, param_distributions, *, n_iter=10, scoring=None, n_jobs=None, refit=True, cv=None, verbose=0, pre_dispatch="2*n_jobs",
                 random_state=None, error_score=np.nan, return_train_score=False):
        self.estimator, self.param_distributions, self.n_iter, self.scoring, self.n_jobs = estimator, param_distributions, n_iter, scoring, n_jobs
        self.refit, self.cv, self.verbose, self.pre_dispatch, self.random_state = refit, cv, verbose, pre_dispatch, random_state
        self.error_score, self.return_train_score = error_score, return_train_score

    def _choices(self):
        return ParameterSampler(self.param_distributions, self.n_iter, random_state=self.random_state)

def learning_curve(estimator, X, y, *, train_sizes=np.linspace(0.1, 1.0, 5), cv=None, scoring=None, shuffle=False, random_state=None, **options):
    if not running():
        return unknown("scores"), unknown("scores"), unknown("scores")
    folds = list(_folds_of(cv, estimator, y).split(X, y))
    most = len(folds[0][0])
    sizes = np.asarray(train_sizes)
    sizes = np.unique((sizes * most).astype(int) if sizes.dtype.kind == "f" else sizes)
    score = _scorer(estimator, scoring)
    trained, tested = np.zeros((len(sizes), len(folds))), np.zeros((len(sizes), len(folds)))
    for column, (train, test) in enumerate(folds):
        train = check_random_state(random_state).permutation(train) if shuffle else train
        for row, size in enumerate(sizes.tolist()):
            fitted = clone(estimator).fit(_select(X, train[:size]), _select(y, train[:size]))
            trained[row, column] = score(fitted, _select(X, train[:size]), _select(y, train[:size]))
            tested[row, column] = score(fitted, _select(X, test), _select(y, test))
    return sizes, trained, tested

def validation_curve(estimator, X, y, *, param_name, param_range, cv=None, scoring=None, **options):
    if not running():
        return unknown("scores"), unknown("scores")
    folds = list(_folds_of(cv, estimator, y).split(X, y))
    score = _scorer(estimator, scoring)
    trained, tested = np.zeros((len(param_range), len(folds))), np.zeros((len(param_range), len(folds)))
    for row, value in enumerate(param_range):
        for column, (train, test) in enumerate(folds):
            fitted = clone(estimator).set_params(**{param_name: value}).fit(_select(X, train), _select(y, train))
            trained[row, column] = score(fitted, _select(X, train), _select(y, train))
            tested[row, column] = score(fitted, _select(X, test), _select(y, test))
    return trained, tested
`;
