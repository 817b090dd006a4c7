"""Programs around scikit-learn's vector machines, logistic regression and ensembles of estimators, for record.py."""

DATA = """import warnings
import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
warnings.simplefilter('ignore')
X, y = load_iris(return_X_y=True)
Xt, Xv, yt, yv = train_test_split(X, y, random_state=0, stratify=y)
B, b = load_breast_cancer(return_X_y=True)
S = StandardScaler().fit_transform(B)[:160]
b = b[:160]
D, d = load_diabetes(return_X_y=True)
D, d = D[:90], d[:90]
"""


def machines():
    for kernel in ["linear", "poly", "rbf", "sigmoid"]:
        yield "machine " + kernel, DATA + f"""from sklearn.svm import SVC, SVR
m = SVC(kernel='{kernel}').fit(X, y)
print(m, m.n_support_, m.support_.tolist(), m.dual_coef_.round(5), m.intercept_.round(6), m.score(X, y), m.n_iter_)
print(m.decision_function(X[::30]).round(6), m.predict(X[::17]), m.classes_)
m = SVC(kernel='{kernel}', C=0.5, class_weight='balanced', decision_function_shape='ovo').fit(S, b)
print(m.decision_function(S[::30]).round(6), m.class_weight_, m.n_support_, m.fit_status_, m.shape_fit_)
r = SVR(kernel='{kernel}', C=50, epsilon=5).fit(D, d)
print(r, r.predict(D[:5]).round(5), r.n_support_, r.intercept_.round(5), round(r.score(D, d), 9))
"""
    yield "chances of machines", DATA + """from sklearn.svm import SVC
m = SVC(probability=True, random_state=0).fit(X, y)
print(m.predict_proba(X[::25]).round(6), m.probA_.round(5), m.probB_.round(5), m.predict_log_proba(X[:2]).round(5))
m = SVC(probability=True, random_state=1, C=3).fit(S, np.array(['m', 'b'])[b])
print(m.predict_proba(S[::30]).round(6), m.predict(S[:4]), m.classes_)
"""
    yield "other machines", DATA + """from sklearn.svm import SVC, NuSVC, NuSVR, OneClassSVM
n = NuSVC(nu=0.2).fit(X, y)
print(n, n.n_support_, n.decision_function(X[::40]).round(5), n.score(X, y))
r = NuSVR(C=50, nu=0.3).fit(D, d)
print(r.predict(D[:5]).round(5), r.intercept_.round(5), len(r.support_))
o = OneClassSVM(nu=0.1).fit(X)
print(o.predict(X)[:40], o.offset_.round(6), o.decision_function(X[:3]).round(6), o.score_samples(X[:2]).round(6), o.n_support_)
names = np.array(['a', 'b', 'c'])[y]
s = SVC(kernel=lambda a, b: a @ b.T).fit(X, names)
print(s.predict(X[::20]), s.score(X, names))
s = SVC(kernel='precomputed').fit(X @ X.T, names)
print(s.predict((X @ X.T)[::20]), s.decision_function((X @ X.T)[::50]).round(6))
m = SVC(kernel='linear').fit(X, y)
print(m.coef_.round(6), m.support_vectors_[:3])
print(SVC(max_iter=3).fit(X, y).fit_status_)
"""
    yield "machines in searches", DATA + """from sklearn.svm import SVC
g = GridSearchCV(SVC(), {'C': [0.1, 1, 10], 'gamma': [0.01, 'scale']}, cv=4).fit(X, y)
print(g.best_params_, g.best_score_, g.cv_results_['mean_test_score'], g.best_estimator_)
print(cross_val_score(make_pipeline(StandardScaler(), SVC(kernel='linear')), X, y, cv=5))
"""
    yield "machines refuse", DATA + """from sklearn.svm import SVC, NuSVC, LinearSVC
for make in [lambda: SVC(C=-1).fit(X, y), lambda: SVC().fit(X, np.zeros(150)), lambda: SVC().predict(X), lambda: SVC().fit(X, y).predict_proba(X),
             lambda: LinearSVC(penalty='l1', loss='hinge').fit(X, y), lambda: SVC().fit(X, y).predict(X[:, :2]), lambda: SVC().fit(X, y[:9]),
             lambda: SVC(degree=1.5).fit(X, y), lambda: SVC(gamma='x').fit(X, y), lambda: NuSVC(nu=0.9).fit(X, y == 0), lambda: SVC().fit(X, y + 0.5),
             lambda: SVC(kernel='precomputed').fit(X, y), lambda: SVC().fit(X, y).coef_, lambda: LinearSVC(dual=False, loss='hinge').fit(X, y)]:
    try:
        make()
        print('no error')
    except Exception as error:
        print(type(error).__name__, error)
"""
    for options in ["", "loss='hinge', C=0.3", "dual=False", "C=0.1, class_weight='balanced', fit_intercept=False"]:
        yield "linear machine " + options, DATA + f"""from sklearn.svm import LinearSVC
T = StandardScaler().fit_transform(X)
l = LinearSVC(random_state=0, max_iter=5000, {options}).fit(T, y)
print(l, l.coef_.round(6), np.round(l.intercept_, 6), l.n_iter_, l.score(T, y), l.predict(T[::30]))
l = LinearSVC(random_state=3, max_iter=3000, {options}).fit(T[50:], y[50:])
print(l.coef_.round(6), np.round(l.intercept_, 6), l.n_iter_, l.decision_function(T[50:53]).round(5))
"""
    yield "linear machines of numbers", DATA + """from sklearn.svm import LinearSVR
for options in [dict(), dict(loss='squared_epsilon_insensitive'), dict(epsilon=1.5, C=10), dict(loss='squared_epsilon_insensitive', dual=False)]:
    l = LinearSVR(random_state=0, max_iter=20000, **options).fit(D, d)
    print(l, l.coef_.round(4), np.round(l.intercept_, 4), l.n_iter_, l.predict(D[:2]).round(4))
"""


def logistic():
    for options in ["", "C=0.1", "C=5, max_iter=500", "multi_class='ovr'", "class_weight='balanced', tol=1e-6", "solver='liblinear'",
                    "solver='liblinear', C=0.05, class_weight='balanced'", "fit_intercept=False", "multi_class='multinomial'"]:
        yield "logistic " + options, DATA + f"""from sklearn.linear_model import LogisticRegression
T = StandardScaler().fit_transform(X)
for A, a in [(T, y), (S[:, :8], b), (T, np.array(['x', 'y', 'z'])[y])]:
    m = LogisticRegression({options}).fit(A, a)
    print(m, m.coef_.round(6), np.round(m.intercept_, 6), m.n_iter_, m.score(A, a), m.classes_)
    print(m.predict_proba(A[::40]).round(6), m.predict(A[::30]), m.decision_function(A[:2]).round(5))
"""
    yield "logistic refuses", DATA + """from sklearn.linear_model import LogisticRegression
for options in [dict(penalty='l1'), dict(dual=True), dict(penalty='elasticnet'), dict(penalty='none', solver='liblinear'), dict(C=0), dict(max_iter=1.5),
                dict(multi_class='multinomial', solver='liblinear')]:
    try:
        LogisticRegression(**options).fit(X, y)
        print('no error')
    except Exception as error:
        print(type(error).__name__, error)
"""


def ensembles():
    for options in ["", "algorithm='SAMME'", "learning_rate=0.5, n_estimators=20", "estimator=DecisionTreeClassifier(max_depth=2)"]:
        yield "adaptive " + options, DATA + f"""from sklearn.ensemble import AdaBoostClassifier
from sklearn.tree import DecisionTreeClassifier
a = AdaBoostClassifier(**dict(dict(n_estimators=8, random_state=0), **dict({options}))).fit(Xt, yt)
print(a, a.score(Xv, yv), a.predict_proba(Xv[::8]).round(6), a.decision_function(Xv[:3]).round(6), a.estimator_weights_[:4], a.estimator_errors_[:4].round(8))
a = AdaBoostClassifier(**dict(dict(n_estimators=8, random_state=0), **dict({options}))).fit(S, b)
print(a.score(S, b), a.predict_proba(S[:3]).round(6), a.decision_function(S[:3]).round(6), list(a.staged_score(S, b))[-3:], a.n_classes_, a.classes_, len(a))
"""
    yield "adaptive numbers", DATA + """from sklearn.ensemble import AdaBoostRegressor
for options in [dict(), dict(loss='square'), dict(loss='exponential', learning_rate=0.3)]:
    a = AdaBoostRegressor(random_state=0, n_estimators=6, **options).fit(D, d)
    print(a, a.predict(D[:5]).round(6), round(a.score(D, d), 8), a.estimator_weights_[:3].round(8))
"""
    for options in ["", "max_samples=0.5, bootstrap=False", "max_features=0.5", "estimator=KNeighborsClassifier(), max_samples=0.6", "oob_score=True, n_estimators=30",
                    "estimator=SVC(), n_estimators=5, bootstrap_features=True"]:
        yield "bagging " + options, DATA + f"""from sklearn.ensemble import BaggingClassifier
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC
a = BaggingClassifier(random_state=1, {options}).fit(Xt, yt)
print(a, a.score(Xv, yv), a.predict_proba(Xv[::8]).round(8), getattr(a, 'oob_score_', None), a.estimators_features_[0], a.predict(Xv[:5]))
"""
    yield "bagging numbers", DATA + """from sklearn.ensemble import BaggingRegressor
a = BaggingRegressor(random_state=1, oob_score=True, n_estimators=12).fit(D, d)
print(a, a.predict(D[:4]).round(6), round(a.oob_score_, 8))
"""
    yield "votes", DATA + """from sklearn.ensemble import VotingClassifier, VotingRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
members = [('lr', make_pipeline(StandardScaler(), LogisticRegression())), ('nb', GaussianNB()), ('knn', KNeighborsClassifier())]
for options in [dict(), dict(voting='soft'), dict(voting='soft', weights=[2, 1, 1]), dict(weights=[1, 3, 1])]:
    v = VotingClassifier(members, **options).fit(Xt, np.array(['a', 'b', 'c'])[yt])
    print(v, v.score(Xv, np.array(['a', 'b', 'c'])[yv]), v.predict(Xv[:9]), v.transform(Xv[:2]).shape, v.named_estimators_['nb'], v.classes_)
try:
    VotingClassifier(members).fit(X, y).predict_proba(X)
except AttributeError as error:
    print(error)
r = VotingRegressor([('a', LinearRegression()), ('b', Ridge())]).fit(D, d)
print(r, r.predict(D[:3]).round(6))
print(VotingClassifier(members).set_params(knn__n_neighbors=3).get_params()['knn__n_neighbors'])
"""
    yield "stacks", DATA + """from sklearn.ensemble import StackingClassifier, StackingRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
members = [('lr', make_pipeline(StandardScaler(), LogisticRegression())), ('nb', GaussianNB()), ('knn', KNeighborsClassifier())]
s = StackingClassifier(members).fit(Xt, yt)
print(s, s.score(Xv, yv), s.stack_method_, s.transform(Xv[:2]).round(6), s.predict_proba(Xv[:2]).round(6))
s = StackingClassifier(members, final_estimator=DecisionTreeClassifier(max_depth=3, random_state=0), cv=3, passthrough=True).fit(S, b)
print(s, s.score(S, b), s.transform(S[:1]).shape)
r = StackingRegressor([('a', LinearRegression()), ('b', DecisionTreeRegressor(max_depth=3, random_state=0))], final_estimator=LinearRegression()).fit(D, d)
print(r, r.predict(D[:3]).round(6), round(r.score(D, d), 8))
"""


def programs():
    yield from machines()
    yield from logistic()
    yield from ensembles()
