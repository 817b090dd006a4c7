"""Programs around scikit-learn: splits, encoders, scalers, data sets, generators, metrics."""

import itertools

HEAD = "import numpy as np\n"


def splits():
    base = HEAD + "from sklearn.model_selection import train_test_split\nX = np.arange(40).reshape(20, 2)\ny = np.array([0, 1, 2, 1] * 5)\n"
    show = "for part in parts:\n    print(np.asarray(part).tolist())\n"
    sizes = ["", ", test_size=0.2", ", test_size=5", ", train_size=0.5", ", test_size=0.3, train_size=0.4", ", train_size=7"]
    for index, size in enumerate(sizes):
        for seed in (0, 42):
            yield f"split {index} {seed}", base + f"parts = train_test_split(X, y{size}, random_state={seed})\n" + show
            yield f"split stratify {index} {seed}", base + f"parts = train_test_split(X, y{size}, random_state={seed}, stratify=y)\n" + show
        yield f"split unshuffled {index}", base + f"parts = train_test_split(X, y{size}, shuffle=False)\n" + show
    for index, text in enumerate([
        "train_test_split(X, y[:10])", "train_test_split()", "train_test_split(X, test_size=20)",
        "train_test_split(X, test_size=1.5)", "train_test_split(X, test_size=0.8, train_size=0.5)",
        "train_test_split(X, test_size=15, train_size=15)", "train_test_split(X, y, shuffle=False, stratify=y)",
        "train_test_split(X, stratify=np.arange(20))", "train_test_split(X, y, stratify=y, test_size=2)",
        "train_test_split([1], test_size=0.5)",
    ]):
        yield f"split error {index}", base + text + "\n"
    yield "split lists", base + "a, b = train_test_split(list('abcdefghij'), random_state=3)\nprint(a, b)\n"
    yield "split imbalanced", base + "y = np.array([0] * 50 + [1] * 27 + [2] * 7)\nparts = train_test_split(np.arange(84), y, test_size=0.33, stratify=y, random_state=7)\n" + show
    yield "split one-hot", base + "t = np.eye(3)[y]\na, b = train_test_split(t, test_size=0.25, random_state=1)\nprint(a.shape, b.shape)\nprint(a)\n"
    yield "split strings", base + "names = np.array(['a', 'b'] * 10)\nparts = train_test_split(X, names, stratify=names, random_state=5)\n" + show
    for name, seed in itertools.product(["KFold", "StratifiedKFold"], [None, 0, 3]):
        options = "n_splits=4" if seed is None else f"n_splits=4, shuffle=True, random_state={seed}"
        yield f"{name} {seed}", HEAD + f"""from sklearn.model_selection import {name}
X = np.zeros((22, 3))
y = np.array([0, 1] * 11)
folds = {name}({options})
print(folds, folds.get_n_splits())
for train, test in folds.split(X, y):
    print(train, test)
"""
    for index, text in enumerate(["KFold(1)", "KFold(2, random_state=3)", "list(KFold(9).split(np.zeros((5, 2))))", "KFold(2.5)"]):
        yield f"KFold error {index}", HEAD + f"from sklearn.model_selection import KFold\n{text}\n"
    yield "ShuffleSplit", HEAD + "from sklearn.model_selection import ShuffleSplit, StratifiedShuffleSplit\nX = np.zeros((12, 2))\ny = np.array([0, 1, 1] * 4)\nfor a, b in ShuffleSplit(n_splits=2, test_size=0.25, random_state=0).split(X):\n    print(a, b)\nfor a, b in StratifiedShuffleSplit(n_splits=2, test_size=0.5, random_state=0).split(X, y):\n    print(a, b)\n"


def encoders():
    head = HEAD + "from sklearn.preprocessing import LabelEncoder, LabelBinarizer, MultiLabelBinarizer, OneHotEncoder, OrdinalEncoder, label_binarize\n"
    targets = {
        "words": "['cat', 'dog', 'cat', 'bird']", "numbers": "[3, 1, 3, 7]", "two": "['yes', 'no', 'yes']",
        "one": "[5, 5, 5]", "floats": "[1.0, 2.0, 1.0, 3.0]", "bools": "[True, False, True]",
        "array": "np.array([2, 0, 1, 2])",
    }
    for name, text in targets.items():
        yield f"LabelEncoder {name}", head + f"le = LabelEncoder()\ny = le.fit_transform({text})\nprint(y, y.dtype, le.classes_, le)\nprint(le.inverse_transform(y))\nprint(le.transform({text}))\n"
        for options in ["", "neg_label=-1, pos_label=2"]:
            yield f"LabelBinarizer {name} {options}", head + f"lb = LabelBinarizer({options})\nt = lb.fit_transform({text})\nprint(t, t.dtype, t.shape, lb.classes_, lb.y_type_)\nprint(lb.inverse_transform(t))\nprint(lb)\n"
    for index, text in enumerate([
        "LabelEncoder().fit(['a', 'b']).transform(['c'])", "LabelEncoder().fit([1, 2]).transform([3, 1, 4])",
        "LabelEncoder().transform([1])", "LabelEncoder().fit([[1, 2], [3, 4]])", "LabelEncoder().fit([1, 2]).inverse_transform([5])",
        "LabelBinarizer().fit([[1, 2], [3, 4]])", "LabelBinarizer(neg_label=2, pos_label=1).fit([1, 2])",
        "LabelBinarizer().transform([1])", "OneHotEncoder().fit([1, 2, 3])", "OneHotEncoder().transform([[1]])",
        "OneHotEncoder().fit([['a'], ['b']]).transform([['c']])", "OneHotEncoder().fit([[1], [2]]).transform([[3]])",
        "OneHotEncoder().fit([[1], [2]]).transform([[1, 2]])", "OneHotEncoder(categories=[[1, 2]]).fit([[1, 2]])",
        "MultiLabelBinarizer().transform([[1]])", "LabelBinarizer().fit([0.5, 1.5])",
    ]):
        yield f"encoder error {index}", head + text + "\n"
    frames = {
        "words": "[['red', 'S'], ['blue', 'M'], ['red', 'L']]", "mixed": "[['red', 1], ['blue', 2], ['red', 3]]",
        "numbers": "np.array([[1, 10], [2, 20], [1, 10], [3, 20]])", "column": "np.array(['a', 'b', 'a', 'c']).reshape(-1, 1)",
        "floats": "[[0.5], [1.5], [0.5]]",
    }
    for name, text in frames.items():
        for index, options in enumerate(["sparse_output=False", "sparse_output=False, drop='first'", "sparse_output=False, drop='if_binary'", "sparse_output=False, dtype=np.float32, handle_unknown='ignore'"]):
            yield f"OneHotEncoder {name} {index}", head + f"enc = OneHotEncoder({options})\nt = enc.fit_transform({text})\nprint(t, t.dtype, t.shape)\nprint(enc.categories_)\nprint(enc.get_feature_names_out())\nprint(enc.inverse_transform(t))\n"
        yield f"OneHotEncoder sparse {name}", head + f"enc = OneHotEncoder()\nt = enc.fit_transform({text})\nprint(t.shape, t.toarray())\nprint(repr(t))\n"
        yield f"OrdinalEncoder {name}", head + f"enc = OrdinalEncoder()\nt = enc.fit_transform({text})\nprint(t, t.dtype, enc.categories_)\nprint(enc.inverse_transform(t))\n"
    yield "OneHotEncoder ignore", head + "enc = OneHotEncoder(handle_unknown='ignore', sparse_output=False)\nenc.fit([['a'], ['b']])\nprint(enc.transform([['b'], ['z']]))\nprint(enc.inverse_transform([[0, 1], [0, 0]]))\nprint(enc)\n"
    yield "OneHotEncoder categories", head + "enc = OneHotEncoder(categories=[['c', 'b', 'a']], sparse_output=False)\nprint(enc.fit_transform([['a'], ['c']]), enc.categories_)\n"
    yield "MultiLabelBinarizer", head + "mlb = MultiLabelBinarizer()\nt = mlb.fit_transform([('sci-fi', 'thriller'), ('comedy',), ()])\nprint(t, t.dtype, mlb.classes_)\nprint(mlb.inverse_transform(t))\nprint(MultiLabelBinarizer(classes=[3, 1, 2]).fit_transform([[1, 2], [3]]))\n"
    yield "label_binarize", head + "print(label_binarize([1, 6, 2], classes=[1, 2, 4, 6]))\nprint(label_binarize(['yes', 'no'], classes=['no', 'yes']))\n"


def scalers():
    head = HEAD + "from sklearn.preprocessing import *\nnp.set_printoptions(precision=6, suppress=True)\n"
    data = {
        "floats": "np.array([[1.0, -1.0, 2.0], [2.0, 0.0, 0.0], [0.0, 1.0, -1.0]])",
        "ints": "[[1, 200], [3, 400], [5, 100], [7, 100]]",
        "constant": "np.array([[1.0, 5.0], [2.0, 5.0], [4.0, 5.0]])",
        "single": "np.random.RandomState(0).normal(3, 2, (6, 2)).astype('float32')",
    }
    scalers = ["StandardScaler()", "StandardScaler(with_mean=False)", "StandardScaler(with_std=False)", "MinMaxScaler()",
               "MinMaxScaler(feature_range=(-1, 1))", "MaxAbsScaler()", "RobustScaler()", "RobustScaler(quantile_range=(10.0, 90.0))"]
    for scaler, (name, text) in itertools.product(scalers, data.items()):
        yield f"{scaler} {name}", head + f"X = {text}\ns = {scaler}\nt = s.fit_transform(X)\nprint(s, t.dtype, t.shape)\nprint(t)\nprint(s.scale_)\nprint(s.inverse_transform(t))\n"
    for norm, (name, text) in itertools.product(["l1", "l2", "max"], data.items()):
        yield f"normalize {norm} {name}", head + f"X = {text}\nprint(normalize(X, norm='{norm}'))\nprint(Normalizer('{norm}').fit_transform(X))\n"
    for index, text in enumerate([
        "StandardScaler().fit([1.0, 2.0])", "StandardScaler().transform([[1.0]])", "MinMaxScaler().fit_transform(np.zeros((2, 2, 2)))",
        "StandardScaler().fit([[1, 2]]).transform([[1, 2, 3]])", "MinMaxScaler(feature_range=(1, 0)).fit([[1]])",
        "StandardScaler().fit(np.zeros((0, 3)))", "StandardScaler().fit(5)", "normalize([[1, 2]], norm='l3')",
        "StandardScaler().fit([[np.inf, 1]])", "StandardScaler().fit([['a']])",
    ]):
        yield f"scaler error {index}", head + text + "\n"
    yield "StandardScaler statistics", head + "X = np.random.RandomState(1).rand(50, 4) * [1, 10, 100, 1000]\ns = StandardScaler().fit(X)\nprint(s.mean_, s.var_, s.scale_, s.n_samples_seen_, s.n_features_in_)\nt = s.transform(X)\nprint(t.mean(axis=0).round(12), t.std(axis=0).round(12))\n"
    yield "StandardScaler partial", head + "X = np.random.RandomState(1).rand(30, 2)\ns = StandardScaler()\ns.partial_fit(X[:10])\ns.partial_fit(X[10:])\nprint(s.mean_, s.var_, s.n_samples_seen_)\n"
    yield "scale functions", head + "X = np.array([[1.0, 2.0], [3.0, 5.0], [4.0, 9.0]])\nprint(scale(X))\nprint(minmax_scale(X))\nprint(maxabs_scale(X))\nprint(binarize(X, threshold=3.0))\nprint(scale(np.array([1.0, 2.0, 3.0])))\n"
    yield "copy", head + "X = np.array([[1.0], [3.0]])\nStandardScaler().fit_transform(X)\nprint(X)\nStandardScaler(copy=False).fit_transform(X)\nprint(X)\n"


def datasets():
    for name in ["iris", "wine", "breast_cancer", "digits", "diabetes"]:
        yield f"load {name}", HEAD + f"""from sklearn.datasets import load_{name}
bunch = load_{name}()
print(bunch.data.shape, bunch.target.shape, bunch.data.dtype, bunch.target.dtype)
print(bunch.data[:3].tolist(), bunch.target[:5])
print(bunch.data.sum().round(6), bunch.target.sum())
print(list(bunch.feature_names)[:4], bunch.get('target_names'))
X, y = load_{name}(return_X_y=True)
print(X[-1].tolist(), y[-1])
"""
    yield "load digits images", HEAD + "from sklearn.datasets import load_digits\nd = load_digits(n_class=4)\nprint(d.images.shape, d.target_names)\nprint(d.images[0])\n"
    for seed in (0, 42):
        for index, (name, options) in enumerate([
            ("make_blobs", ""), ("make_blobs", "n_samples=7, centers=2, cluster_std=0.5, n_features=3, "),
            ("make_blobs", "n_samples=[3, 4], shuffle=False, "), ("make_blobs", "n_samples=6, centers=[[0, 0], [5, 5]], cluster_std=[0.1, 2.0], "),
            ("make_moons", "n_samples=9, "), ("make_moons", "n_samples=10, noise=0.1, "), ("make_moons", "n_samples=(3, 4), shuffle=False, "),
            ("make_circles", "n_samples=9, "), ("make_circles", "n_samples=10, noise=0.05, factor=0.3, "),
            ("make_regression", "n_samples=8, n_features=3, "), ("make_regression", "n_samples=8, n_features=2, noise=1.5, bias=3, n_targets=2, "),
            ("make_classification", "n_samples=12, n_features=5, "), ("make_classification", "n_samples=15, n_features=8, n_informative=4, n_classes=3, "),
            ("make_classification", "n_samples=10, n_features=6, n_repeated=1, weights=[0.8], flip_y=0.3, hypercube=False, shift=None, scale=None, "),
            ("make_classification", "n_samples=20, n_features=3, n_redundant=0, n_informative=3, n_clusters_per_class=1, class_sep=2.0, shuffle=False, "),
        ]):
            yield f"{name} {index} {seed}", HEAD + f"from sklearn.datasets import {name}\nX, y = {name}({options}random_state={seed})\nprint(X.shape, X.dtype, y.shape, y.dtype)\nprint(X[:8].round(9).tolist())\nprint(y.round(9).tolist())\n"
    for index, text in enumerate(["make_classification(n_features=3, n_informative=3)", "make_classification(n_classes=5)", "make_circles(factor=1.5)",
                                  "make_classification(n_classes=3, n_informative=4, weights=[0.5])"]):
        yield f"generator error {index}", f"from sklearn.datasets import *\n{text}\n"
    yield "utils", HEAD + """from sklearn.utils import shuffle, resample, check_random_state
from sklearn.utils.class_weight import compute_class_weight, compute_sample_weight
X, y = np.arange(10).reshape(5, 2), np.arange(5)
print(shuffle(X, y, random_state=0))
print(shuffle([3, 1, 2], random_state=1))
print(resample(y, random_state=0), resample(y, n_samples=3, replace=False, random_state=0))
t = np.array([0, 0, 0, 1, 2, 2])
print(compute_class_weight('balanced', classes=np.unique(t), y=t))
print(compute_class_weight({0: 1, 1: 3, 2: 2}, classes=np.unique(t), y=t))
print(compute_sample_weight('balanced', t))
"""


def metrics():
    head = HEAD + "from sklearn.metrics import *\n"
    cases = {
        "binary": ("[0, 1, 1, 0, 1, 0, 1, 1]", "[0, 1, 0, 0, 1, 1, 1, 1]"),
        "three": ("[0, 1, 2, 2, 1, 0, 2, 1, 0]", "[0, 2, 2, 2, 1, 0, 1, 1, 1]"),
        "words": "['cat', 'dog', 'cat', 'ant', 'dog'];['cat', 'cat', 'cat', 'ant', 'dog']".split(";"),
        "missing": ("[0, 1, 2, 2]", "[0, 1, 1, 1]"),
        "perfect": ("[1, 0, 1]", "[1, 0, 1]"),
    }
    for name, (true, pred) in cases.items():
        start = head + f"t = {true}\np = {pred}\n"
        yield f"confusion {name}", start + "print(confusion_matrix(t, p))\nfor n in ['true', 'pred', 'all']:\n    print(confusion_matrix(t, p, normalize=n))\n"
        yield f"accuracy {name}", start + "print(accuracy_score(t, p), accuracy_score(t, p, normalize=False), zero_one_loss(t, p), balanced_accuracy_score(t, p))\nprint(cohen_kappa_score(t, p), matthews_corrcoef(t, p), hamming_loss(t, p))\n"
        for average in ["'macro'", "'micro'", "'weighted'", "None"]:
            yield f"scores {name} {average}", start + f"for f in (precision_score, recall_score, f1_score):\n    print(f(t, p, average={average}, zero_division=0))\nprint(fbeta_score(t, p, beta=0.5, average={average}, zero_division=0), jaccard_score(t, p, average={average}, zero_division=0))\nprint(precision_recall_fscore_support(t, p, average={average}, zero_division=0))\n"
        yield f"report {name}", start + "print(classification_report(t, p, zero_division=0))\nprint(classification_report(t, p, digits=4, zero_division=1))\nprint(classification_report(t, p, output_dict=True, zero_division=0))\n"
    yield "report names", head + "t = [0, 1, 2, 2, 2]\np = [0, 0, 2, 2, 1]\nprint(classification_report(t, p, target_names=['class 0', 'a very long class name', 'c']))\nprint(classification_report(t, p, labels=[1, 2], zero_division=0))\n"
    yield "binary scores", head + "t = np.array([0, 1, 1, 0, 1])\np = np.array([1, 1, 0, 0, 1])\nprint(precision_score(t, p), recall_score(t, p), f1_score(t, p), f1_score(t, p, pos_label=0))\nprint(confusion_matrix(t, p).ravel(), confusion_matrix(t, p, labels=[1, 0]))\nprint(confusion_matrix(t, p, sample_weight=[1, 2, 3, 4, 5]))\nprint(accuracy_score(t, p, sample_weight=[1, 2, 3, 4, 5]))\n"
    yield "multilabel", head + "t = np.array([[1, 0, 1], [0, 1, 0], [1, 1, 0]])\np = np.array([[1, 0, 0], [0, 1, 0], [1, 0, 0]])\nprint(accuracy_score(t, p), f1_score(t, p, average='micro'), f1_score(t, p, average='samples'), hamming_loss(t, p))\nprint(classification_report(t, p, zero_division=0))\n"
    yield "probabilities", head + """rng = np.random.RandomState(0)
t = rng.randint(0, 3, 30)
q = rng.rand(30, 3)
q /= q.sum(axis=1, keepdims=True)
print(log_loss(t, q), log_loss(t, q, normalize=False))
print(roc_auc_score(t, q, multi_class='ovr'), roc_auc_score(t, q, multi_class='ovo'), roc_auc_score(t, q, multi_class='ovr', average='weighted'))
print(top_k_accuracy_score(t, q, k=2), top_k_accuracy_score(t, q, k=1))
b = rng.randint(0, 2, 30)
s = rng.rand(30)
print(log_loss(b, s), roc_auc_score(b, s), average_precision_score(b, s), brier_score_loss(b, s))
print([x.tolist() for x in roc_curve(b, s)])
print([x.tolist() for x in precision_recall_curve(b, s)])
x, y, _ = roc_curve(b, s)
print(auc(x, y))
"""
    yield "calibration", HEAD + "from sklearn.calibration import calibration_curve\nrng = np.random.RandomState(2)\np = rng.rand(200)\ny = (rng.rand(200) < p ** 2).astype(int)\nfor s in ['uniform', 'quantile']:\n    a, b = calibration_curve(y, p, n_bins=10, strategy=s)\n    print(a, b)\n"
    yield "regression", head + "t = [3, -0.5, 2, 7]\np = [2.5, 0.0, 2, 8]\nprint(mean_squared_error(t, p), mean_squared_error(t, p, squared=False), mean_absolute_error(t, p), r2_score(t, p))\nprint(median_absolute_error(t, p), max_error(t, p), explained_variance_score(t, p), mean_absolute_percentage_error(t, p))\nT = [[0.5, 1], [-1, 1], [7, -6]]\nP = [[0, 2], [-1, 2], [8, -5]]\nfor m in ['raw_values', 'uniform_average', [0.3, 0.7]]:\n    print(mean_squared_error(T, P, multioutput=m), r2_score(T, P, multioutput=m))\n"
    for index, text in enumerate([
        "accuracy_score([0, 1], [0, 1, 1])", "accuracy_score([0, 1], [0.3, 0.7])", "f1_score([0, 1, 2], [0, 1, 2])",
        "confusion_matrix([[1, 0], [0, 1]], [[1, 0], [0, 1]])", "log_loss([1, 1], [0.5, 0.5])", "log_loss([0, 1, 2], [[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]])",
        "roc_auc_score([0, 0], [0.1, 0.2])", "roc_auc_score([0, 1, 2], [[0.2, 0.3, 0.5]] * 3)", "mean_squared_error([1, 2], [[1, 2], [3, 4]])",
        "classification_report([0, 1], [0, 1], target_names=['a'])", "precision_score(['a', 'b'], ['a', 'b'])", "accuracy_score([[1, 0], [0, 1]], [0, 1])",
        "mean_squared_error([1.0, float('nan')], [1, 2])", "brier_score_loss([0, 1], [0.5, 1.5])", "classification_report(np.eye(3), np.array([0, 1, 2]))",
    ]):
        yield f"metric error {index}", head + text + "\n"


def estimators():
    iris = HEAD + "from sklearn.datasets import load_iris\nX, y = load_iris(return_X_y=True)\n"
    table = HEAD + "rng = np.random.RandomState(0)\nX = rng.rand(30, 3)\ny = X @ [1.0, -2.0, 0.5] + 3\n"
    yield "PCA", iris + "from sklearn.decomposition import PCA\np = PCA(n_components=2)\nZ = p.fit_transform(X)\nprint(Z[:3].round(6), p.explained_variance_ratio_.round(6), p.components_.round(6), p.n_components_, p)\nprint(np.allclose(p.inverse_transform(Z), X, atol=1), p.mean_.round(3), p.singular_values_.round(4))\n"
    yield "PCA shares", iris + "from sklearn.decomposition import PCA\np = PCA(0.98, whiten=True).fit(X)\nprint(p.n_components_, p.transform(X).std(axis=0).round(6), PCA().fit(X).noise_variance_, PCA().fit(X[:3]).explained_variance_.shape)\n"
    yield "PCA error", iris + "from sklearn.decomposition import PCA\nPCA(n_components=9).fit(X)\n"
    yield "LinearRegression", table + "from sklearn.linear_model import LinearRegression\nm = LinearRegression().fit(X, y)\nprint(m.coef_.round(8), round(m.intercept_, 8), m.predict(X[:2]).round(8), m.score(X, y), m)\nm = LinearRegression(fit_intercept=False).fit(X, np.stack([y, -y], axis=1))\nprint(m.coef_.round(6), m.predict(X[:2]).round(6))\n"
    yield "Ridge", table + "from sklearn.linear_model import Ridge\nm = Ridge(alpha=0.5).fit(X, y)\nprint(m.coef_.round(6), round(m.intercept_, 6), m)\n"
    yield "LogisticRegression", iris + "from sklearn.linear_model import LogisticRegression\nm = LogisticRegression(max_iter=1000, tol=1e-8).fit(X, y)\nprint(m.score(X, y), m.predict(X[[0, 60, 120]]), m.predict_proba(X[:2]).round(4), m.coef_.round(2) + 0.0, m.intercept_.round(2), m.classes_)\n"
    yield "LogisticRegression two", iris + "from sklearn.linear_model import LogisticRegression\nX, y = X[:100], np.array(['no', 'yes'])[y[:100]]\nm = LogisticRegression(C=10, tol=1e-8, class_weight='balanced', max_iter=500).fit(X, y)\nprint(m.coef_.round(2), m.intercept_.round(2), m.predict(X[[0, 99]]), m.predict_proba(X[:1]).round(4), m.decision_function(X[:2]).round(2), m.coef_.shape)\n"
    yield "LogisticRegression error", iris + "from sklearn.linear_model import LogisticRegression\nLogisticRegression().fit(X[:10], y[:10])\n"
    yield "not fitted", iris + "from sklearn.linear_model import LogisticRegression\nLogisticRegression().predict(X)\n"
    yield "KNeighbors", iris + "from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor\nm = KNeighborsClassifier(n_neighbors=3).fit(X[::2], y[::2])\nprint(m.predict(X[1::30]), m.score(X[1::2], y[1::2]), m.predict_proba(X[[71, 101]]).round(4), m)\nr = KNeighborsRegressor(5, weights='distance').fit(X[:, :3], X[:, 3])\nprint(r.predict(X[:3, :3]).round(6))\nprint(m.kneighbors(X[1:2], 2)[0].round(6))\n"
    imputer = HEAD + "from sklearn.impute import SimpleImputer\nX = np.array([[1, 2], [np.nan, 3], [7, np.nan], [7, 2.5]])\n"
    for strategy in ["mean", "median", "most_frequent", "constant"]:
        yield f"SimpleImputer {strategy}", imputer + f"m = SimpleImputer(strategy='{strategy}')\nprint(m.fit_transform(X), m.statistics_, m)\nprint(m.transform([[np.nan, 0]]))\n"
    yield "SimpleImputer other", imputer + "print(SimpleImputer(missing_values=7, strategy='mean').fit_transform(np.array([[1., 7.], [7., 3.], [5., 1.]])))\nSimpleImputer().fit(X).transform([[1]])\n"
    yield "Pipeline", iris + "from sklearn.pipeline import Pipeline, make_pipeline\nfrom sklearn.preprocessing import StandardScaler, MinMaxScaler\nfrom sklearn.decomposition import PCA\np = Pipeline([('scale', StandardScaler()), ('pca', PCA(n_components=2))])\nprint(p.fit_transform(X)[:2].round(6), p, len(p), list(p.named_steps))\nprint(p['scale'].mean_.round(4), p[-1].n_components_, p.transform(X[:1]).round(6))\nq = make_pipeline(StandardScaler(), MinMaxScaler())\nprint(q.fit(X).transform(X)[0].round(6), q.inverse_transform(q.transform(X[:1])).round(6), q)\n"
    yield "ColumnTransformer", HEAD + "from sklearn.compose import ColumnTransformer, make_column_transformer\nfrom sklearn.preprocessing import StandardScaler, OneHotEncoder\nX = np.array([[1.0, 5.0, 0], [2.0, 6.0, 1], [3.0, 10.0, 2]])\nc = ColumnTransformer([('num', StandardScaler(), [0, 1]), ('cat', OneHotEncoder(), [2])])\nprint(c.fit_transform(X).round(5), c.transform(X[:1]).round(5))\nprint(make_column_transformer((StandardScaler(), [0]), remainder='passthrough').fit_transform(X).round(5))\n"
    texts = HEAD + "from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer, TfidfTransformer, ENGLISH_STOP_WORDS\ndocs = ['The cat sat on the mat.', 'The dog ate the cat!', 'Dogs and cats: a love story']\n"
    yield "CountVectorizer", texts + "v = CountVectorizer()\nX = v.fit_transform(docs)\nprint(X.toarray(), v.get_feature_names_out(), X.shape, v.vocabulary_['cat'], X.dtype)\nprint(v.transform(['cat cat bird']).toarray())\n"
    yield "CountVectorizer options", texts + "for options in [dict(stop_words='english'), dict(ngram_range=(1, 2), max_features=4), dict(binary=True, lowercase=False), dict(min_df=2), dict(max_df=0.5), dict(analyzer='char', ngram_range=(2, 2), min_df=3), dict(vocabulary=['dog', 'cat'])]:\n    v = CountVectorizer(**options)\n    print(v.fit_transform(docs).toarray(), v.get_feature_names_out())\n"
    yield "TfidfVectorizer", texts + "v = TfidfVectorizer()\nX = v.fit_transform(docs)\nprint(X.toarray().round(6), v.idf_.round(6), X.shape)\nprint(TfidfVectorizer(norm=None, sublinear_tf=True, smooth_idf=False).fit_transform(docs).toarray().round(4))\nprint(TfidfTransformer().fit(np.eye(3)).transform(np.ones((1, 3))).toarray().round(6))\n"
    yield "stop words", texts + "print(len(ENGLISH_STOP_WORDS), sorted(ENGLISH_STOP_WORDS)[:20], sorted(ENGLISH_STOP_WORDS)[-10:], sum(len(word) for word in ENGLISH_STOP_WORDS))\n"
    yield "vectorizer error", texts + "CountVectorizer().fit('one text')\n"
    more = HEAD + "from sklearn.model_selection import *\nX = np.arange(24).reshape(12, 2)\ny = np.array([0, 1, 1] * 4)\n"
    yield "TimeSeriesSplit", more + "print(TimeSeriesSplit())\nfor options in [{}, dict(n_splits=3), dict(n_splits=2, test_size=2, gap=1), dict(n_splits=2, max_train_size=3)]:\n    for a, b in TimeSeriesSplit(**options).split(X):\n        print(a, b)\n"
    yield "repeated folds", more + "for kind in (RepeatedKFold, RepeatedStratifiedKFold):\n    for a, b in kind(n_splits=3, n_repeats=2, random_state=1).split(X, y):\n        print(b)\nfor a, b in LeaveOneOut().split(X[:3]):\n    print(a, b)\nprint(list(ParameterGrid({'a': [1, 2], 'b': ['x']})), len(ParameterGrid({'a': [1, 2], 'b': [3, 4]})))\n"
    yield "cross_val_score", iris + "from sklearn.model_selection import cross_val_score, cross_val_predict, KFold\nfrom sklearn.neighbors import KNeighborsClassifier\nfrom sklearn.linear_model import LinearRegression\nprint(cross_val_score(KNeighborsClassifier(), X, y), cross_val_score(KNeighborsClassifier(3), X, y, cv=3, scoring='f1_macro').round(6))\nprint(cross_val_score(LinearRegression(), X[:, :3], X[:, 3], cv=KFold(4, shuffle=True, random_state=0)).round(6), cross_val_score(LinearRegression(), X[:, :3], X[:, 3], scoring='neg_mean_squared_error').round(6))\nprint(cross_val_predict(KNeighborsClassifier(), X, y, cv=3)[::20])\n"
    yield "PolynomialFeatures", HEAD + "from sklearn.preprocessing import PolynomialFeatures, FunctionTransformer\nX = np.array([[1.0, 2.0], [3.0, 4.0]])\np = PolynomialFeatures(2)\nprint(p.fit_transform(X), p.get_feature_names_out(), p.powers_, p)\nprint(PolynomialFeatures(3, interaction_only=True, include_bias=False).fit_transform(X), FunctionTransformer(np.log1p).fit_transform(X).round(6))\n"
    yield "pairwise", HEAD + "from sklearn.metrics.pairwise import euclidean_distances, cosine_similarity, pairwise_distances\nX = np.array([[1.0, 2.0], [3.0, 4.0], [0.0, 1.0]])\nprint(euclidean_distances(X).round(6), cosine_similarity(X).round(6), euclidean_distances(X, [[0, 0]]).round(6), pairwise_distances(X, metric='cosine').round(6))\n"


def programs():
    for part in (splits, encoders, scalers, datasets, metrics, estimators):
        yield from part()
