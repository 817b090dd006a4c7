/** `sklearn.datasets`: the data sets that come with scikit-learn, and made-up ones. */
import { pythonModule } from '../../python/modules.ts';
import { refusals } from '../refusals.ts';
import { sampleGeneratorsModule } from './sampleGenerators.ts';

const datasets = pythonModule(
  'sklearn.datasets',
  String.raw`
import numpy as np
from sklearn._support import running, toy_data, unknown
from sklearn.utils import Bunch
from sklearn.datasets._samples_generator import (
    make_blobs, make_circles, make_classification, make_friedman1, make_moons, make_multilabel_classification,
    make_regression, make_s_curve,
)

_IRIS_FEATURES = [
    "sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)",
]

_WINE_FEATURES = [
    "alcohol", "malic_acid", "ash", "alcalinity_of_ash", "magnesium", "total_phenols", "flavanoids",
    "nonflavanoid_phenols", "proanthocyanins", "color_intensity", "hue", "od280/od315_of_diluted_wines",
    "proline",
]

_BREAST_CANCER_FEATURES = [
    "mean radius", "mean texture", "mean perimeter", "mean area", "mean smoothness", "mean compactness",
    "mean concavity", "mean concave points", "mean symmetry", "mean fractal dimension", "radius error",
    "texture error", "perimeter error", "area error", "smoothness error", "compactness error",
    "concavity error", "concave points error", "symmetry error", "fractal dimension error", "worst radius",
    "worst texture", "worst perimeter", "worst area", "worst smoothness", "worst compactness",
    "worst concavity", "worst concave points", "worst symmetry", "worst fractal dimension",
]

_DIABETES_FEATURES = [
    "age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6",
]

def _loaded(name, feature_names, target_names, return_X_y, as_frame, data=None, target=None, **more):
    if data is None:
        data, target = toy_data(name)
    frame = None
    if as_frame:
        import pandas as pd
        table = pd.DataFrame(data, columns=feature_names)
        target = pd.Series(target, name="target")
        frame = pd.concat([table, target], axis=1)
        data = table
    if return_X_y:
        return data, target
    bunch = Bunch(data=data, target=target, frame=frame, feature_names=feature_names,
                  DESCR="The data set " + name + " of scikit-learn.", **more)
    if target_names is not None:
        bunch["target_names"] = np.array(target_names)
    return bunch

def load_iris(*, return_X_y=False, as_frame=False):
    return _loaded("iris", list(_IRIS_FEATURES), ["setosa", "versicolor", "virginica"], return_X_y, as_frame)

def load_wine(*, return_X_y=False, as_frame=False):
    return _loaded("wine", list(_WINE_FEATURES), ["class_0", "class_1", "class_2"], return_X_y, as_frame)

def load_breast_cancer(*, return_X_y=False, as_frame=False):
    names = np.array(_BREAST_CANCER_FEATURES)
    return _loaded("breast_cancer", names, ["malignant", "benign"], return_X_y, as_frame)

def load_digits(*, n_class=10, return_X_y=False, as_frame=False):
    data, target = toy_data("digits")
    if n_class < 10:
        chosen = target < n_class
        data, target = data[chosen], target[chosen]
    names = [f"pixel_{row}_{column}" for row in range(8) for column in range(8)]
    images = data.reshape(-1, 8, 8)
    return _loaded("digits", names, list(range(10)), return_X_y, as_frame, data, target, images=images)

def load_diabetes(*, return_X_y=False, as_frame=False, scaled=True):
    data, target = toy_data("diabetes")
    if scaled:
        from sklearn.preprocessing import scale
        data = scale(data) / data.shape[0] ** 0.5
    return _loaded("diabetes", list(_DIABETES_FEATURES), None, return_X_y, as_frame, data, target)

${refusals}
def _fetched(name, instead):
    message = "sklearn.datasets.%s downloads data from the internet, which Kerascope does not do%s" % (name, instead)
    return _refusing(name, message, "sklearn.datasets.%s downloads its data when the script runs" % name)

fetch_openml = _fetched("fetch_openml", ": for MNIST use keras.datasets.mnist, for other data save a CSV file beside the script")
fetch_california_housing = _fetched("fetch_california_housing", ": use keras.datasets.california_housing")
fetch_20newsgroups = _fetched("fetch_20newsgroups", ": save the texts beside the script")
fetch_olivetti_faces = _fetched("fetch_olivetti_faces", "")
fetch_lfw_people = _fetched("fetch_lfw_people", "")
fetch_covtype = _fetched("fetch_covtype", "")
fetch_kddcup99 = _fetched("fetch_kddcup99", "")
`,
);

export const datasetModules = [sampleGeneratorsModule, datasets];
