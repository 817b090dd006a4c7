"""Programs around scikit-learn's trees, neighbours, calibration and kernels, for record.py: the same nodes and the same order."""

DATA = """import numpy as np
from sklearn.datasets import load_iris, load_breast_cancer, load_diabetes, load_wine, load_digits, make_classification, make_moons
from sklearn.model_selection import train_test_split, cross_val_score, GridSearchCV
from sklearn.metrics import accuracy_score, classification_report, roc_auc_score, brier_score_loss, mean_squared_error
X, y = load_iris(return_X_y=True)
Xt, Xv, yt, yv = train_test_split(X, y, test_size=0.3, random_state=0, stratify=y)
"""

TREE_OPTIONS = [
    "", "max_depth=3", "criterion='entropy'", "max_features='sqrt'", "max_leaf_nodes=6", "min_samples_leaf=4", "splitter='random'",
    "class_weight={0: 1, 1: 3, 2: 1.5}", "min_samples_split=0.2, class_weight='balanced'", "min_impurity_decrease=0.02",
]

FOREST_OPTIONS = ["", "max_depth=3", "criterion='entropy'", "bootstrap=False", "oob_score=True", "class_weight='balanced_subsample'", "max_samples=0.5, max_features=2"]

REGRESSION_OPTIONS = ["", "max_depth=4", "criterion='friedman_mse', max_depth=5", "max_leaf_nodes=20", "splitter='random', max_depth=6"]


def trees():
    for options in TREE_OPTIONS:
        yield "tree " + options, DATA + f"""from sklearn.tree import DecisionTreeClassifier
for seed in range(4):
    t = DecisionTreeClassifier(random_state=seed, {options}).fit(X, y)
    print(t.tree_.feature.tolist(), t.tree_.threshold.tolist(), t.tree_.impurity.round(12).tolist(), t.tree_.n_node_samples.tolist())
    print(t.feature_importances_, t.get_depth(), t.get_n_leaves(), t.score(X, y), t)
"""
    for options in REGRESSION_OPTIONS:
        yield "tree regression " + options, DATA + f"""from sklearn.tree import DecisionTreeRegressor
X, y = load_diabetes(return_X_y=True)
for seed in range(3):
    t = DecisionTreeRegressor(random_state=seed, {options}).fit(X[:250], y[:250])
    print(t.tree_.node_count, t.tree_.feature[:30].tolist(), t.predict(X[250:256]), t.feature_importances_, round(t.score(X[250:], y[250:]), 12))
"""
    yield "tree text", DATA + """from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, export_text
t = DecisionTreeClassifier(max_depth=2, random_state=0).fit(X, y)
print(export_text(t))
print(export_text(t, feature_names=load_iris().feature_names, show_weights=True, decimals=1, spacing=2))
print(export_text(DecisionTreeRegressor(max_depth=2, random_state=0).fit(X, y * 1.5)))
print(export_text(DecisionTreeClassifier(random_state=0).fit(X, y), max_depth=1))
print(t.apply(X[::20]), t.predict_proba(X[::30]), t.predict(Xv[:5]), t.classes_, t.n_features_in_, t.tree_.value.tolist())
try:
    t.predict(X[:, :2])
except ValueError as e:
    print(e)
try:
    DecisionTreeClassifier().fit(X, y[:3])
except ValueError as e:
    print(e)
"""
    yield "tree of digits", DATA + """from sklearn.tree import DecisionTreeClassifier
D, d = load_digits(return_X_y=True)
t = DecisionTreeClassifier(random_state=0).fit(D[:600], d[:600])
print(t.score(D[600:], d[600:]), t.tree_.feature.tolist(), t.get_depth())
"""


def ensembles():
    for options in FOREST_OPTIONS:
        yield "forest " + options, DATA + f"""from sklearn.ensemble import RandomForestClassifier
f = RandomForestClassifier(n_estimators=12, random_state=42, {options}).fit(Xt, yt)
print(f, f.feature_importances_, f.predict_proba(Xv[::6]), f.score(Xv, yv), f.predict(Xv[:9]), getattr(f, 'oob_score_', None), len(f.estimators_))
"""
    yield "forests of numbers", DATA + """from sklearn.ensemble import RandomForestRegressor, ExtraTreesRegressor, ExtraTreesClassifier
X, y = load_diabetes(return_X_y=True)
f = RandomForestRegressor(n_estimators=8, random_state=0, oob_score=True).fit(X[:200], y[:200])
print(f.predict(X[200:206]), round(f.score(X[200:], y[200:]), 12), f.feature_importances_.round(12), round(f.oob_score_, 12), f)
e = ExtraTreesRegressor(n_estimators=6, random_state=1).fit(X[:200], y[:200])
print(e.predict(X[200:206]), e)
c = ExtraTreesClassifier(n_estimators=6, random_state=1).fit(Xt, yt)
print(c.predict_proba(Xv[::8]), c.feature_importances_, c)
"""
    yield "forest in searches", DATA + """from sklearn.ensemble import RandomForestClassifier
print(cross_val_score(RandomForestClassifier(n_estimators=6, random_state=0), X, y, cv=4))
g = GridSearchCV(RandomForestClassifier(random_state=0), {'n_estimators': [3, 5], 'max_depth': [2, None]}, cv=3).fit(X, y)
print(g.best_params_, g.best_score_, g.best_estimator_, g)
f = RandomForestClassifier(n_estimators=3, warm_start=True, random_state=0).fit(X, y)
f.set_params(n_estimators=5).fit(X, y)
print(len(f.estimators_), f.predict_proba(X[::40]))
"""
    yield "boosting", DATA + """from sklearn.ensemble import GradientBoostingClassifier, GradientBoostingRegressor
g = GradientBoostingClassifier(n_estimators=8, max_depth=2, random_state=0).fit(Xt, yt)
print(g.score(Xv, yv), g.predict_proba(Xv[::6]).round(6), g.train_score_.round(6), [p[:4].tolist() for p in g.staged_predict(Xv)][-1], g)
b = GradientBoostingClassifier(n_estimators=8, random_state=0, learning_rate=0.2).fit(Xt[yt > 0], yt[yt > 0])
print(b.predict_proba(Xv[::6]).round(6), b.decision_function(Xv[:3]).round(6), b.classes_)
s = GradientBoostingClassifier(n_estimators=6, subsample=0.5, max_features='sqrt', random_state=3).fit(Xt, yt)
print(s.predict_proba(Xv[::9]).round(6), s.oob_improvement_.round(6))
X, y = load_diabetes(return_X_y=True)
r = GradientBoostingRegressor(n_estimators=12, random_state=0).fit(X[:200], y[:200])
print(r.predict(X[200:206]).round(6), r.train_score_[-1].round(6), r.feature_importances_.round(6), r)
n = GradientBoostingRegressor(n_estimators=60, n_iter_no_change=3, random_state=0).fit(X[:200], y[:200])
print(n.n_estimators_, n.predict(X[:3]).round(6))
"""


def neighbours():
    for algorithm in ["auto", "kd_tree", "ball_tree", "brute"]:
        yield "neighbours " + algorithm, DATA + f"""from sklearn.neighbors import NearestNeighbors, KNeighborsClassifier
X, y = (X * 10).round(), y
Xt, Xv, yt, yv = train_test_split(X, y, test_size=0.3, random_state=0)
for metric in ['minkowski', 'manhattan', 'chebyshev']:
    for k in [1, 3, 8]:
        n = KNeighborsClassifier(k, algorithm='{algorithm}', metric=metric).fit(Xt, yt)
        d, i = n.kneighbors(Xv)
        print(metric, k, i.tolist(), d[:3].round(9).tolist(), n.score(Xv, yv), n.predict_proba(Xv[:3]).tolist())
r = np.random.RandomState(0)
A, B = r.randint(0, 4, (700, 3)).astype(float), r.randint(0, 4, (300, 3)).astype(float)
for k in [1, 2, 5, 10]:
    n = NearestNeighbors(n_neighbors=k, algorithm='{algorithm}').fit(A)
    print(n.kneighbors(B, return_distance=False)[:, -1].tolist(), n.kneighbors(return_distance=False)[:60].tolist(), n.kneighbors(A[:3], k + 1))
    print(NearestNeighbors(n_neighbors=k, algorithm='{algorithm}').fit(B[:200]).kneighbors(A, return_distance=False)[:, 0].tolist())
"""
    yield "neighbours of digits", DATA + """from sklearn.neighbors import KNeighborsClassifier
D, d = load_digits(return_X_y=True)
Dt, Dv, dt, dv = train_test_split(D[:900], d[:900], test_size=0.3, random_state=0)
for k in [1, 4, 9]:
    n = KNeighborsClassifier(k, weights='distance').fit(Dt, dt)
    far, near = n.kneighbors(Dv)
    print(near[::9].tolist(), far[:2].round(9).tolist(), n.score(Dv, dv))
    n = KNeighborsClassifier(k).fit(Dt.astype(np.uint8), dt)
    print(n.kneighbors(Dv.astype(np.uint8))[1][::9].tolist(), n.predict(Dv[:20].astype(np.uint8)))
"""
    yield "neighbours of all kinds", DATA + """from sklearn.neighbors import *
X, y = load_diabetes(return_X_y=True)
for weights in ['uniform', 'distance', lambda d: 1 / (d + 1)]:
    q = KNeighborsRegressor(7, weights=weights).fit(X[:300], y[:300])
    print(q.predict(X[300:305]), round(q.score(X[300:], y[300:]), 12))
print(KNeighborsRegressor(3).fit(X[:300], np.stack([y[:300], -y[:300]], 1)).predict(X[300:302]))
A = np.random.RandomState(1).randint(0, 5, (80, 3)).astype(float)
print(KDTree(A, leaf_size=5).query(A[:3], k=4), BallTree(A).query(A[5:7], k=3, return_distance=False))
print(KNeighborsClassifier(3, metric='cosine').fit(X[:50], np.arange(50) % 3).predict(X[50:60]), NearestCentroid().fit(X[:50], np.arange(50) % 3).predict(X[50:60]))
print(NearestNeighbors(n_neighbors=2), KNeighborsClassifier(n_neighbors=3, p=1).fit(A, np.arange(80) % 3).predict_proba(A[:4]), KNeighborsClassifier(1, p=3).fit(A, np.arange(80)).kneighbors(A[:2], 3))
print(KNeighborsClassifier(3).fit(A, np.stack([np.arange(80) % 3, np.arange(80) % 2], axis=1)).predict(A[:4]))
for bad in [lambda: KNeighborsClassifier(n_neighbors=90).fit(A, np.arange(80)).predict(A), lambda: NearestNeighbors().kneighbors(A), lambda: KNeighborsClassifier().fit(A, np.arange(3))]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
"""


def calibration():
    for method in ["sigmoid", "isotonic"]:
        yield "calibrated by " + method, DATA + f"""from sklearn.calibration import CalibratedClassifierCV, calibration_curve
from sklearn.naive_bayes import GaussianNB
from sklearn.ensemble import RandomForestClassifier
from sklearn.neighbors import KNeighborsClassifier
B, b = make_classification(n_samples=240, n_features=6, n_informative=2, n_redundant=2, random_state=42)
Bt, Bv, bt, bv = train_test_split(B, b, random_state=42)
for base in [GaussianNB(), KNeighborsClassifier(7), RandomForestClassifier(n_estimators=8, random_state=0)]:
    c = CalibratedClassifierCV(base, method='{method}', cv=3).fit(Bt, bt)
    p = c.predict_proba(Bv)
    print(p[:6].round(4).tolist(), round(brier_score_loss(bv, p[:, 1]), 5), c.predict(Bv[:10]), len(c.calibrated_classifiers_), c.classes_, c)
    fitted = base.fit(Bt[:120], bt[:120])
    q = CalibratedClassifierCV(fitted, method='{method}', cv='prefit').fit(Bt[120:], bt[120:])
    print(q.predict_proba(Bv)[:4].round(4).tolist(), round(q.score(Bv, bv), 6))
    o = CalibratedClassifierCV(base, method='{method}', cv=3, ensemble=False).fit(Bt, bt)
    print(o.predict_proba(Bv)[:4].round(4).tolist(), len(o.calibrated_classifiers_))
m = CalibratedClassifierCV(GaussianNB(), method='{method}').fit(Xt, yt)
print(m.predict_proba(Xv)[::6].round(3).tolist(), m.score(Xv, yv))
print([each.round(4).tolist() for each in calibration_curve(bv, p[:, 1], n_bins=4)])
try:
    CalibratedClassifierCV(GaussianNB(), cv=3).fit(X[:4], [0, 0, 0, 1])
except ValueError as e:
    print(e)
"""
    yield "isotonic", DATA + """from sklearn.isotonic import IsotonicRegression, isotonic_regression, check_increasing
r = np.random.RandomState(0)
x = np.arange(30)
z = r.randint(-10, 10, 30) + 10.0 * np.log1p(x)
i = IsotonicRegression()
print(i.fit_transform(x, z), i.X_min_, i.X_max_, i.X_thresholds_, i.y_thresholds_, i.increasing_)
print(i.predict([-1.0, 3.5, 12.25, 40.0]), IsotonicRegression(out_of_bounds='clip').fit(x, z).predict([-1.0, 3.5, 40.0]))
print(isotonic_regression([5, 3, 1, 2, 8, 10, 7, 9, 6, 4]), isotonic_regression([1.0, 4, 2, 3], increasing=False), isotonic_regression([1, 5, 2], sample_weight=[1, 2, 1], y_min=2, y_max=3))
print(IsotonicRegression(increasing='auto').fit(x, -z).predict([2.0, 20.0]), check_increasing(x, z), IsotonicRegression(y_min=0, y_max=1).fit([1, 1, 2, 3, 3], [0, 1, 0.5, 2, 0.2]).predict([1.0, 1.5, 3.0]))
try:
    IsotonicRegression(out_of_bounds='raise').fit(x, z).predict([-5.0])
except ValueError as e:
    print(e)
"""
    yield "bins", DATA + """from sklearn.preprocessing import KBinsDiscretizer
T = np.array([[-2, 1, -4, -1], [-1, 2, -3, -0.5], [0, 3, -2, 0.5], [1, 4, -1, 2], [4, 4, -1, 2.5]], dtype=float)
for strategy in ['uniform', 'quantile', 'kmeans']:
    k = KBinsDiscretizer(n_bins=3, encode='ordinal', strategy=strategy)
    c = k.fit_transform(T)
    print(c, [e.round(6).tolist() for e in k.bin_edges_], k.n_bins_, k.inverse_transform(c).round(6).tolist())
    print(KBinsDiscretizer(4, encode='onehot-dense', strategy=strategy).fit(X).transform(X[::50]))
k = KBinsDiscretizer(n_bins=[2, 3, 2, 4]).fit(X)
print(k.transform(X[:3]).toarray(), k.get_feature_names_out(), k, k.inverse_transform(k.transform(X[:2])).round(6))
try:
    KBinsDiscretizer(strategy='best').fit(X)
except ValueError as e:
    print(type(e).__name__)
"""


def clusters():
    yield "k-means", DATA + """from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
for seed in range(3):
    for k in [2, 3, 8]:
        m = KMeans(n_clusters=k, random_state=seed, n_init=2).fit(X)
        print(m.labels_.tolist(), m.inertia_, m.n_iter_, m.cluster_centers_[0])
    m = KMeans(n_clusters=4, random_state=seed, init='random', n_init=1).fit(X)
    print(m.labels_.tolist(), m.inertia_)
B, _ = make_blobs(200, centers=6, random_state=1)
m = KMeans(n_clusters=6, random_state=0, n_init=3).fit(B)
print(m.labels_, m.inertia_, m.predict(B[:5]), m.transform(B[:2]), m.score(B))
"""


PRINTED = """from sklearn.ensemble import RandomForestClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler, MinMaxScaler, OneHotEncoder
from sklearn.decomposition import PCA
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.model_selection import GridSearchCV, RandomizedSearchCV
from sklearn.neighbors import KNeighborsClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.base import BaseEstimator, clone
print(RandomForestClassifier(n_estimators=50, max_depth=8, min_samples_leaf=3, random_state=42, class_weight='balanced', n_jobs=-1))
print(Pipeline([('s', StandardScaler())]))
print(Pipeline([('scaler', StandardScaler()), ('pca', PCA(n_components=2)), ('knn', KNeighborsClassifier(n_neighbors=3))]))
ct = ColumnTransformer([('num', Pipeline([('fill', SimpleImputer(strategy='median')), ('scale', StandardScaler())]), ['age', 'fare']), ('cat', OneHotEncoder(handle_unknown='ignore'), ['sex', 'embarked'])])
print(ct)
print(Pipeline([('prep', ct), ('model', RandomForestClassifier(random_state=1))]))
print(GridSearchCV(Pipeline([('scaler', StandardScaler()), ('model', LogisticRegression(max_iter=1000))]), {'model__C': [0.1, 1, 10], 'model__penalty': ['l2']}, cv=5, scoring='accuracy'))
print(RandomizedSearchCV(RandomForestClassifier(), {'n_estimators': [1, 2], 'max_depth': [None, 3]}, n_iter=2, random_state=0))
print([StandardScaler(), MinMaxScaler((0, 2))], SimpleImputer(), SimpleImputer(strategy='constant', fill_value=0))
class Mine(BaseEstimator):
    def __init__(self, a=1, b='x'):
        self.a, self.b = a, b
print(Mine(), Mine(2), Mine(b='y').get_params(), clone(Mine(4)), make_pipeline(Mine(), Mine(3)))
"""


def programs():
    yield from trees()
    yield from ensembles()
    yield from neighbours()
    yield from calibration()
    yield from clusters()
    yield "estimators in lines", PRINTED
