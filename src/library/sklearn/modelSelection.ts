/** `sklearn.model_selection`: splits of samples, the same as scikit-learn's for a `random_state`. */
import { pythonModule } from '../../python/modules.ts';
import { crossValidation } from './crossValidation.ts';

export const modelSelectionModule = pythonModule(
  'sklearn.model_selection',
  String.raw`
import warnings
from math import ceil, floor
import numpy as np
from sklearn._support import drawn_by, known, running, settled, unknown
from sklearn.base import BaseEstimator, clone
from sklearn.utils.validation import _num_samples, _select, check_random_state, column_or_1d, indexable

def _size_kind(size):
    if size is None:
        return "O"
    if isinstance(size, (bool, np.bool_)):
        return "b"
    if isinstance(size, (int, np.integer)):
        return "i"
    if isinstance(size, (float, np.floating)):
        return "f"
    return np.asarray(size).dtype.kind

def _split_sizes(n_samples, test_size, train_size, default):
    if test_size is None and train_size is None:
        test_size = default
    test_kind = _size_kind(test_size)
    train_kind = _size_kind(train_size)
    for name, size, kind in (("test_size", test_size, test_kind), ("train_size", train_size, train_kind)):
        if (kind == "i" and (size >= n_samples or size <= 0)) or (kind == "f" and (size <= 0 or size >= 1)):
            raise ValueError(
                "{0}={1} should be either positive and smaller than the number of samples {2} or a float "
                "in the (0, 1) range".format(name, size, n_samples)
            )
    for name, size, kind in (("train_size", train_size, train_kind), ("test_size", test_size, test_kind)):
        if size is not None and kind not in ("i", "f"):
            raise ValueError("Invalid value for {}: {}".format(name, size))
    if train_kind == "f" and test_kind == "f" and train_size + test_size > 1:
        raise ValueError(
            "The sum of test_size and train_size = {}, should be in the (0, 1) range. Reduce test_size "
            "and/or train_size.".format(train_size + test_size)
        )
    n_test = n_train = 0
    if test_kind == "f":
        n_test = ceil(test_size * n_samples)
    elif test_kind == "i":
        n_test = test_size
    if train_kind == "f":
        n_train = floor(train_size * n_samples)
    elif train_kind == "i":
        n_train = train_size
    if train_size is None:
        n_train = n_samples - n_test
    elif test_size is None:
        n_test = n_samples - n_train
    if n_train + n_test > n_samples:
        raise ValueError(
            "The sum of train_size and test_size = %d, should be smaller than the number of samples %d. "
            "Reduce test_size and/or train_size." % (n_train + n_test, n_samples)
        )
    if n_train == 0:
        raise ValueError(
            "With n_samples={}, test_size={} and train_size={}, the resulting train set will be empty. "
            "Adjust any of the aforementioned parameters.".format(n_samples, test_size, train_size)
        )
    return n_train, n_test

def _random_split(n_samples, n_train, n_test, generator):
    order = generator.permutation(n_samples)
    return order[n_test:n_test + n_train], order[:n_test]

def _draws_of_classes(counts, draws, generator):
    """How many of each class to take so that draws come out and the shares stay; ties are broken by chance."""
    exact = counts / counts.sum() * draws
    taken = np.floor(exact)
    missing = int(draws - taken.sum())
    if missing > 0:
        rest = exact - taken
        for value in np.sort(np.unique(rest))[::-1]:
            (candidates,) = np.where(rest == value)
            now = min(len(candidates), missing)
            chosen = generator.choice(candidates, size=now, replace=False)
            taken[chosen] += 1
            missing -= now
            if missing == 0:
                break
    return taken.astype(int)

def _stratified_classes(y, n_train, n_test):
    y = np.asarray(y)
    if y.ndim == 2:
        y = np.array([" ".join(row.astype("str")) for row in y])
    classes, codes = np.unique(y, return_inverse=True)
    counts = np.bincount(codes)
    if np.min(counts) < 2:
        raise ValueError(
            "The least populated class in y has only 1 member, which is too few. The minimum number of "
            "groups for any class cannot be less than 2."
        )
    if n_train < len(classes):
        raise ValueError(
            "The train_size = %d should be greater or equal to the number of classes = %d" % (n_train, len(classes))
        )
    if n_test < len(classes):
        raise ValueError(
            "The test_size = %d should be greater or equal to the number of classes = %d" % (n_test, len(classes))
        )
    return codes, counts

def _stratified_split(codes, counts, n_train, n_test, generator):
    members = np.split(np.argsort(codes, kind="mergesort"), np.cumsum(counts)[:-1])
    train_counts = _draws_of_classes(counts, n_train, generator)
    test_counts = _draws_of_classes(counts - train_counts, n_test, generator)
    train, test = [], []
    for index in range(len(counts)):
        order = members[index][generator.permutation(counts[index])]
        train.append(order[:train_counts[index]])
        test.append(order[train_counts[index]:train_counts[index] + test_counts[index]])
    return generator.permutation(np.concatenate(train)), generator.permutation(np.concatenate(test))

def train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None):
    if len(arrays) == 0:
        raise ValueError("At least one array required as input")
    arrays = indexable(*arrays)
    n_samples = _num_samples(arrays[0])
    n_train, n_test = _split_sizes(n_samples, test_size, train_size, 0.25)
    if shuffle is False:
        if stratify is not None:
            raise ValueError("Stratified train/test split is not implemented for shuffle=False")
        train = np.arange(n_train)
        test = np.arange(n_train, n_train + n_test)
    elif stratify is not None:
        train = test = None
        if known(stratify):
            codes, counts = _stratified_classes(stratify, n_train, n_test)
            if running():
                train, test = _stratified_split(codes, counts, n_train, n_test, check_random_state(random_state))
    else:
        train = test = None
        if running():
            train, test = _random_split(n_samples, n_train, n_test, check_random_state(random_state))
    train = settled(train, (n_train,), "int64", 0, drawn=True)
    test = settled(test, (n_test,), "int64", 0, drawn=True)
    if shuffle is not False:
        drawn_by(check_random_state(random_state), train, test)
    parts = []
    for array in arrays:
        parts += [_select(array, train), _select(array, test)]
    return parts

class _Shuffled(BaseEstimator):
    def __init__(self, n_splits=10, *, test_size=None, train_size=None, random_state=None):
        self.n_splits = n_splits
        self.test_size = test_size
        self.train_size = train_size
        self.random_state = random_state

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits

    def split(self, X, y=None, groups=None):
        n_samples = _num_samples(X)
        n_train, n_test = _split_sizes(n_samples, self.test_size, self.train_size, 0.1)
        generator = check_random_state(self.random_state)
        for turn in range(self.n_splits):
            train = test = None
            if running():
                train, test = self._turn(n_samples, y, n_train, n_test, generator)
            yield settled(train, (n_train,), "int64", 0), settled(test, (n_test,), "int64", 0)

class ShuffleSplit(_Shuffled):
    def _turn(self, n_samples, y, n_train, n_test, generator):
        return _random_split(n_samples, n_train, n_test, generator)

class StratifiedShuffleSplit(_Shuffled):
    def _turn(self, n_samples, y, n_train, n_test, generator):
        codes, counts = _stratified_classes(y, n_train, n_test)
        return _stratified_split(codes, counts, n_train, n_test, generator)

class _Folds:
    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        if not isinstance(n_splits, (int, np.integer)):
            raise ValueError(
                "The number of folds must be of Integral type. %s of type %s was passed." % (n_splits, type(n_splits))
            )
        if n_splits <= 1:
            raise ValueError(
                "k-fold cross-validation requires at least one train/test split by setting n_splits=2 or more, "
                "got n_splits={0}.".format(n_splits)
            )
        if not isinstance(shuffle, bool):
            raise TypeError("shuffle must be True or False; got {0}".format(shuffle))
        if not shuffle and random_state is not None:
            raise ValueError(
                "Setting a random_state has no effect since shuffle is False. You should leave random_state to "
                "its default (None), or set shuffle=True."
            )
        self.n_splits = n_splits
        self.shuffle = shuffle
        self.random_state = random_state

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits

    def __repr__(self):
        return "%s(n_splits=%r, random_state=%r, shuffle=%r)" % (
            type(self).__name__, self.n_splits, self.random_state, self.shuffle,
        )

    def _check_count(self, n_samples):
        if self.n_splits > n_samples:
            raise ValueError(
                "Cannot have number of splits n_splits={0} greater than the number of samples: n_samples={1}.".format(
                    self.n_splits, n_samples
                )
            )

class KFold(_Folds):
    def split(self, X, y=None, groups=None):
        n_samples = _num_samples(X)
        self._check_count(n_samples)
        order = np.arange(n_samples)
        if self.shuffle:
            generator = check_random_state(self.random_state)
            if running():
                generator.shuffle(order)
            else:
                order = settled(None, (n_samples,), "int64", 0, drawn=True)
        all_indices = np.arange(n_samples)
        start = 0
        for fold in range(self.n_splits):
            size = n_samples // self.n_splits + (1 if fold < n_samples % self.n_splits else 0)
            if running() or not self.shuffle:
                test_mask = np.zeros(n_samples, dtype=bool)
                test_mask[order[start:start + size]] = True
                yield all_indices[np.logical_not(test_mask)], all_indices[test_mask]
            else:
                yield settled(None, (n_samples - size,), "int64", 0, drawn=True), settled(None, (size,), "int64", 0, drawn=True)
            start += size

class StratifiedKFold(_Folds):
    def _test_folds(self, y):
        generator = check_random_state(self.random_state)
        y = column_or_1d(np.asarray(y))
        _, first, codes = np.unique(y, return_index=True, return_inverse=True)
        _, by_appearance = np.unique(first, return_inverse=True)
        codes = by_appearance[codes]
        counts = np.bincount(codes)
        if np.all(self.n_splits > counts):
            raise ValueError(
                "n_splits=%d cannot be greater than the number of members in each class." % self.n_splits
            )
        if self.n_splits > np.min(counts):
            warnings.warn(
                "The least populated class in y has only %d members, which is less than n_splits=%d."
                % (np.min(counts), self.n_splits), UserWarning,
            )
        ordered = np.sort(codes)
        shares = np.asarray(
            [np.bincount(ordered[fold::self.n_splits], minlength=len(first)) for fold in range(self.n_splits)]
        )
        folds = np.empty(len(y), dtype="i")
        for index in range(len(first)):
            of_class = np.arange(self.n_splits).repeat(shares[:, index])
            if self.shuffle:
                generator.shuffle(of_class)
            folds[codes == index] = of_class
        return folds

    def split(self, X, y, groups=None):
        n_samples = _num_samples(X)
        self._check_count(n_samples)
        folds = self._test_folds(y) if running() else None
        all_indices = np.arange(n_samples)
        for fold in range(self.n_splits):
            if running():
                yield all_indices[folds != fold], all_indices[folds == fold]
            else:
                yield np.flatnonzero(settled(None, (n_samples,), "int64", 0)), np.flatnonzero(
                    settled(None, (n_samples,), "int64", 0)
                )
${crossValidation}
`,
);
