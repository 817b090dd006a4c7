/** `sklearn.tree`: decision trees with scikit-learn's own splits for a `random_state`. */
import { pythonModule } from '../../../python/modules.ts';

export const decisionTreesModule = pythonModule(
  'sklearn.tree',
  String.raw`
import math
import numpy as np
from sklearn.utils._param_validation import InvalidParameterError
from sklearn._support import running, settled, unknown
from sklearn._trees import grow, importances, leaves
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.utils.class_weight import compute_sample_weight
from sklearn.utils.validation import check_consistent_length, check_is_fitted, check_random_state

TREE_LEAF, TREE_UNDEFINED = -1, -2

class Tree:
    """The nodes of a fitted tree."""

    def __init__(self, n_features, n_outputs, parts):
        (self.children_left, self.children_right, self.feature, self.threshold, self.impurity, self.n_node_samples,
         self.weighted_n_node_samples, self.value, self.max_depth) = parts
        self.n_features, self.n_outputs = n_features, n_outputs
        self.node_count = self.capacity = len(self.children_left)
        self.n_leaves = int((self.children_left == TREE_LEAF).sum())
        self.max_n_classes = self.value.shape[2]

    def apply(self, X):
        return leaves(np.asarray(X, dtype=np.float32), self.children_left, self.children_right, self.feature, self.threshold)

    def predict(self, X):
        found = self.value[self.apply(X)]
        return found[:, 0, :] if self.n_outputs == 1 else found

    def compute_feature_importances(self, normalize=True):
        found = importances(self.children_left, self.children_right, self.feature, self.impurity, self.weighted_n_node_samples, self.n_features)
        total = np.sum(found) if normalize else 0.0
        return found / total if total > 0.0 else found

def _answers(count, dtype):
    """What analysis knows of predicted labels."""
    return settled(None, (count,), str(dtype)) if dtype.kind in "biuf" else unknown("its contents depend on the data")

def _coded(y):
    """Class codes of each column, and the classes."""
    classes, codes = [], np.zeros(y.shape, dtype=int)
    for place in range(y.shape[1]):
        names, codes[:, place] = np.unique(y[:, place], return_inverse=True)
        classes.append(names)
    return classes, codes

def _named_outputs(y):
    y = np.asarray(y)
    return y.reshape(-1, 1) if y.ndim == 1 else y

def _whole(value, samples):
    return value if isinstance(value, (int, np.integer)) else int(math.ceil(value * samples))

def _check_options(estimator, criteria):
    kind = type(estimator).__name__
    if estimator.criterion in ("absolute_error", "poisson") and "squared_error" in criteria:
        raise NotImplementedError("%s(criterion=%r) is not supported by Kerascope yet" % (kind, estimator.criterion))
    if estimator.criterion not in criteria:
        raise InvalidParameterError("The 'criterion' parameter of %s must be a str among {%s}. Got %r instead." % (kind, ", ".join(repr(name) for name in criteria), estimator.criterion))
    if estimator.ccp_alpha != 0.0:
        raise NotImplementedError("%s(ccp_alpha=...) is not supported by Kerascope yet" % kind)
    for name, least in (("max_depth", 1), ("max_leaf_nodes", 2), ("n_estimators", 1)):
        value = getattr(estimator, name, None)
        if value is not None and (not isinstance(value, (int, np.integer)) or value < least):
            either = " or None" if name != "n_estimators" else ""
            raise InvalidParameterError("The %r parameter of %s must be an int in the range [%d, inf)%s. Got %r instead." % (name, kind, least, either, value))

class _DecisionTree(BaseEstimator):
    def fit(self, X, y, sample_weight=None, check_input=True):
        _check_options(self, self._criteria)
        X = self._checked(X, reset=True, dtype=np.float32) if check_input else X
        if not check_input:
            self.n_features_in_ = X.shape[1]
        self._label_type = np.asarray(y).dtype
        y = _named_outputs(y)
        self.n_outputs_ = y.shape[1]
        if len(y) != X.shape[0]:
            raise ValueError("Number of labels=%d does not match number of samples=%d" % (len(y), X.shape[0]))
        if not running():
            self.tree_ = unknown("it depends on the data")
            if self._estimator_type == "classifier":
                self.classes_ = self.n_classes_ = unknown("it depends on the data")
            return self
        generator = check_random_state(self.random_state)
        width = 1
        if self._estimator_type == "classifier":
            named = y
            classes, y = _coded(y)
            width = max([len(names) for names in classes])
            if self.class_weight is not None:
                expanded = compute_sample_weight(self.class_weight, named[:, 0])
                sample_weight = expanded if sample_weight is None else np.asarray(sample_weight, dtype=np.float64) * expanded
            self.classes_, self.n_classes_ = (classes[0], len(classes[0])) if self.n_outputs_ == 1 else (classes, np.array([len(names) for names in classes]))
        samples = X.shape[0]
        weights = None if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        least_leaf = _whole(self.min_samples_leaf, samples)
        least_split = max(2, _whole(self.min_samples_split, samples), 2 * least_leaf)
        least_weight = self.min_weight_fraction_leaf * (samples if weights is None else float(np.sum(weights)))
        self.max_features_ = self._features_at_once()
        limits = (2 ** 31 - 1 if self.max_depth is None else self.max_depth, least_split, least_leaf, least_weight, self.max_features_,
                  self.max_leaf_nodes, self.min_impurity_decrease)
        criterion = {"log_loss": "entropy"}.get(self.criterion, self.criterion)
        self.tree_ = Tree(self.n_features_in_, self.n_outputs_, grow(
            X, y.astype(np.float64), weights, width, criterion, self.splitter, int(generator.randint(0, 0x7FFFFFFF)), limits))
        return self

    def _features_at_once(self):
        wanted, features = self.max_features, self.n_features_in_
        if wanted is None:
            return features
        if isinstance(wanted, str):
            if wanted == "log2":
                return max(1, int(np.log2(features)))
            if wanted == "sqrt" or wanted == "auto" and self._estimator_type == "classifier":
                return max(1, int(np.sqrt(features)))
            if wanted == "auto":
                return features
            raise ValueError("Invalid value for max_features. Allowed string values are 'sqrt' or 'log2'.")
        return wanted if isinstance(wanted, (int, np.integer)) else max(1, int(wanted * features))

    def _table(self, X, check_input=True):
        check_is_fitted(self, "tree_")
        return self._checked(X, dtype=np.float32) if check_input else X

    def apply(self, X, check_input=True):
        X = self._table(X, check_input)
        return self.tree_.apply(X) if running() else settled(None, (X.shape[0],), "int64", 0)

    def get_depth(self):
        check_is_fitted(self, "tree_")
        return self.tree_.max_depth

    def get_n_leaves(self):
        check_is_fitted(self, "tree_")
        return self.tree_.n_leaves

    @property
    def feature_importances_(self):
        check_is_fitted(self, "tree_")
        return self.tree_.compute_feature_importances() if running() else settled(None, (self.n_features_in_,), "float64", 0, 1)

class DecisionTreeClassifier(ClassifierMixin, _DecisionTree):
    _criteria = ("gini", "entropy", "log_loss")
    _defaults = {"criterion": "gini", "splitter": "best", "max_depth": None, "min_samples_split": 2, "min_samples_leaf": 1, "min_weight_fraction_leaf": 0.0,
                 "max_features": None, "random_state": None, "max_leaf_nodes": None, "min_impurity_decrease": 0.0, "class_weight": None, "ccp_alpha": 0.0}

    def __init__(self, *, criterion="gini", splitter="best", max_depth=None, min_samples_split=2, min_samples_leaf=1, min_weight_fraction_leaf=0.0,
                 max_features=None, random_state=None, max_leaf_nodes=None, min_impurity_decrease=0.0, class_weight=None, ccp_alpha=0.0):
        self.criterion, self.splitter, self.max_depth, self.min_samples_split = criterion, splitter, max_depth, min_samples_split
        self.min_samples_leaf, self.min_weight_fraction_leaf, self.max_features = min_samples_leaf, min_weight_fraction_leaf, max_features
        self.random_state, self.max_leaf_nodes, self.min_impurity_decrease = random_state, max_leaf_nodes, min_impurity_decrease
        self.class_weight, self.ccp_alpha = class_weight, ccp_alpha

    def predict_proba(self, X, check_input=True):
        X = self._table(X, check_input)
        if not running():
            return settled(None, (X.shape[0], None), "float64", 0, 1)
        found = self.tree_.predict(X)
        if self.n_outputs_ == 1:
            return self._shares(found[:, :self.n_classes_])
        return [self._shares(found[:, place, :self.n_classes_[place]]) for place in range(self.n_outputs_)]

    def _shares(self, counts):
        total = counts.sum(axis=1)[:, np.newaxis]
        total[total == 0.0] = 1.0
        return counts / total

    def predict_log_proba(self, X):
        found = self.predict_proba(X)
        return np.log(found) if not isinstance(found, list) else [np.log(each) for each in found]

    def predict(self, X, check_input=True):
        X = self._table(X, check_input)
        if not running():
            return _answers(X.shape[0], self._label_type)
        found = self.tree_.predict(X)
        if self.n_outputs_ == 1:
            return self.classes_.take(np.argmax(found, axis=1), axis=0)
        return np.stack([self.classes_[place].take(np.argmax(found[:, place], axis=1)) for place in range(self.n_outputs_)], axis=1)

class DecisionTreeRegressor(RegressorMixin, _DecisionTree):
    _criteria = ("squared_error", "friedman_mse")
    _defaults = {"criterion": "squared_error", "splitter": "best", "max_depth": None, "min_samples_split": 2, "min_samples_leaf": 1,
                 "min_weight_fraction_leaf": 0.0, "max_features": None, "random_state": None, "max_leaf_nodes": None, "min_impurity_decrease": 0.0, "ccp_alpha": 0.0}

    def __init__(self, *, criterion="squared_error", splitter="best", max_depth=None, min_samples_split=2, min_samples_leaf=1, min_weight_fraction_leaf=0.0,
                 max_features=None, random_state=None, max_leaf_nodes=None, min_impurity_decrease=0.0, ccp_alpha=0.0):
        self.criterion, self.splitter, self.max_depth, self.min_samples_split = criterion, splitter, max_depth, min_samples_split
        self.min_samples_leaf, self.min_weight_fraction_leaf, self.max_features = min_samples_leaf, min_weight_fraction_leaf, max_features
        self.random_state, self.max_leaf_nodes, self.min_impurity_decrease, self.ccp_alpha = random_state, max_leaf_nodes, min_impurity_decrease, ccp_alpha

    def predict(self, X, check_input=True):
        X = self._table(X, check_input)
        if not running():
            return settled(None, (X.shape[0],) if self.n_outputs_ == 1 else (X.shape[0], self.n_outputs_), "float64")
        found = self.tree_.predict(X)
        return found[:, 0] if self.n_outputs_ == 1 else found[:, :, 0]

class ExtraTreeClassifier(DecisionTreeClassifier):
    _defaults = dict(DecisionTreeClassifier._defaults, splitter="random", max_features="sqrt")

    def __init__(self, *, criterion="gini", splitter="random", max_features="sqrt", **options):
        super().__init__(criterion=criterion, splitter=splitter, max_features=max_features, **options)

class ExtraTreeRegressor(DecisionTreeRegressor):
    _defaults = dict(DecisionTreeRegressor._defaults, splitter="random", max_features=1.0)

    def __init__(self, *, criterion="squared_error", splitter="random", max_features=1.0, **options):
        super().__init__(criterion=criterion, splitter=splitter, max_features=max_features, **options)

def export_text(decision_tree, *, feature_names=None, max_depth=10, spacing=3, decimals=2, show_weights=False):
    check_is_fitted(decision_tree, "tree_")
    if not running():
        return unknown("it depends on the data")
    tree, lines = decision_tree.tree_, []
    if feature_names is not None and len(feature_names) != tree.n_features:
        raise ValueError("feature_names must contain %d elements, got %d" % (tree.n_features, len(feature_names)))
    names = ["feature_%d" % place for place in range(tree.n_features)] if feature_names is None else list(feature_names)
    number = "%." + str(decimals) + "f"
    classifies = decision_tree._estimator_type == "classifier"

    def leaf(node, stem):
        value = tree.value[node][0]
        listed = ", ".join([number % each for each in value])
        if classifies:
            shown = "weights: [%s] " % listed if show_weights else ""
            lines.append(stem + " %sclass: %s" % (shown, decision_tree.classes_[np.argmax(value)]))
        else:
            lines.append(stem + " value: [%s]" % listed)

    def depth_below(node):
        if tree.children_left[node] == TREE_LEAF:
            return 1
        return max(depth_below(tree.children_left[node]), depth_below(tree.children_right[node])) + 1

    def walk(node, depth):
        stem = ("|" + " " * spacing) * depth
        stem = stem[:-spacing] + "-" * spacing
        if depth > max_depth + 1:
            below = depth_below(node)
            if below == 1:
                leaf(node, stem)
            else:
                lines.append("%s truncated branch of depth %d" % (stem, below))
        elif tree.children_left[node] == TREE_LEAF:
            leaf(node, stem)
        else:
            name, bound = names[tree.feature[node]], number % tree.threshold[node]
            lines.append("%s %s <= %s" % (stem, name, bound))
            walk(tree.children_left[node], depth + 1)
            lines.append("%s %s >  %s" % (stem, name, bound))
            walk(tree.children_right[node], depth + 1)
    walk(0, 1)
    return "\n".join(lines) + "\n"
`,
);
