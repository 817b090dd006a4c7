"""What modules and objects of pandas, scikit-learn, Matplotlib, seaborn, NumPy, SciPy, Pillow and TensorFlow are called.

    python record_names.py record NAMES.json      in every environment that has other versions of these libraries
    python record_names.py write NAMES.json ...   writes the tables in src/library from all of them

A name that is close to one of these and is none of them is taken for misspelt. The tables hold what any of the recorded
versions has (pandas 1.5 to 3.0, scikit-learn 1.2 to 1.9, Matplotlib 3.6 to 3.11, seaborn 0.12 to 0.13, NumPy 1.24 to
2.4, SciPy 1.10 to 1.17, Pillow 9.4 to 12, TensorFlow 2.21), and behind a bar what modules
only import and what `earlier_names.py` lists of versions before these.
"""
import importlib
import inspect
import json
import pkgutil
import re
import sys
import textwrap
import warnings
from pathlib import Path

from earlier_names import EARLIER

warnings.simplefilter("ignore")
LIBRARY = Path(__file__).resolve().parents[3] / "src" / "library"

MODULES = """
pandas pandas.api pandas.api.types pandas.errors
matplotlib matplotlib.pyplot matplotlib.ticker matplotlib.dates matplotlib.colors matplotlib.cm matplotlib.image
matplotlib.animation matplotlib.patches matplotlib.lines matplotlib.gridspec matplotlib.style
seaborn PIL.Image
numpy.random numpy.linalg numpy.fft
scipy scipy.special scipy.stats scipy.optimize scipy.sparse scipy.spatial.distance scipy.io scipy.signal scipy.ndimage
scipy.linalg scipy.interpolate scipy.integrate
sklearn sklearn.base sklearn.calibration sklearn.cluster sklearn.compose sklearn.datasets sklearn.decomposition
sklearn.discriminant_analysis sklearn.dummy sklearn.ensemble sklearn.exceptions sklearn.feature_extraction
sklearn.feature_extraction.text sklearn.feature_selection sklearn.gaussian_process sklearn.impute sklearn.inspection
sklearn.isotonic sklearn.linear_model sklearn.manifold sklearn.metrics sklearn.metrics.pairwise sklearn.mixture
sklearn.model_selection sklearn.multiclass sklearn.multioutput sklearn.naive_bayes sklearn.neighbors
sklearn.neural_network sklearn.pipeline sklearn.preprocessing sklearn.random_projection sklearn.semi_supervised
sklearn.svm sklearn.tree sklearn.utils sklearn.utils.class_weight sklearn.utils.multiclass sklearn.utils.validation
""".split()


def public(names):
    return {name for name in names if isinstance(name, str) and name.isidentifier() and not name.startswith("_")}


def names_of_module(path):
    """What a module offers, and behind it what it only imports."""
    module = importlib.import_module(path)
    inside = {part.name for part in pkgutil.iter_modules(getattr(module, "__path__", []))}
    library = path.split(".")[0]

    def is_own(name):
        value = getattr(module, name, None)
        home = value.__name__ if inspect.ismodule(value) else getattr(value, "__module__", None)
        return not isinstance(home, str) or home.split(".")[0].strip("_") in (library, "builtins", "mpl_toolkits")

    names = public(dir(module))
    own = {name for name in names if is_own(name)} | public(getattr(module, "__all__", [])) | public(inside)
    return [sorted(own), sorted(names - own)]


def written_attributes(package):
    """All that methods of a package's classes give their objects."""
    names = set()
    for path in Path(importlib.import_module(package).__file__).parent.rglob("*.py"):
        if "tests" not in path.parts:
            names.update(re.findall(r"\bself\.(\w+)", path.read_text(encoding="utf8")))
    return public(names)


def attributes_of_sklearn():
    names = written_attributes("sklearn")
    for path in MODULES:
        if path.startswith("sklearn"):
            for value in vars(importlib.import_module(path)).values():
                if inspect.isclass(value) and value.__module__.startswith("sklearn"):
                    names.update(public(dir(value)))
    return names


def attributes_of_matplotlib():
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    axes, figures = set(), set()
    for options in ({}, {"projection": "polar"}, {"projection": "3d"}):
        figure = pyplot.figure()
        axes |= public(dir(figure.add_subplot(**options)))
        figures |= public(dir(figure))
    if hasattr(figure, "subfigures"):
        figures |= public(dir(pyplot.figure().subfigures()))
    return {"matplotlib.axes.Axes": axes, "matplotlib.figure.Figure": figures}


def attributes_of_tensorflow():
    import keras
    import tensorflow as tf
    from tensorflow.python.framework import ops

    eager, data = tf.constant([1.0]), tf.data.Dataset.range(2)
    tensors = [eager, tf.Tensor, keras.KerasTensor, keras.KerasTensor((2,)), ops.SymbolicTensor]
    tensors += [tf.RaggedTensor, tf.SparseTensor, tf.TensorArray, tf.IndexedSlices]
    variables = [tf.Variable(1.0), tf.compat.v1.Variable, keras.Variable, keras.Variable(1.0)]
    sets = [data, data.batch(1), data.shuffle(1), data.map(lambda x: x), tf.compat.v1.data.Dataset]
    iterators = [iter(data), tf.data.Iterator, tf.compat.v1.data.Iterator, data.as_numpy_iterator()]
    groups = {"Tensor": tensors, "Variable": variables, "Dataset": sets, "Iterator": iterators, "GradientTape": [tf.GradientTape()]}
    return {f"tensorflow.{name}": set().union(*[public(dir(each)) for each in objects]) for name, objects in groups.items()}


def record(target):
    found = {"modules": {}, "attributes": {}}
    for path in MODULES:
        try:
            found["modules"][path] = names_of_module(path)
        except ImportError as error:
            print("no", path, error)
    attributes = {"sklearn": attributes_of_sklearn(), **attributes_of_matplotlib()}
    try:
        attributes.update(attributes_of_tensorflow())
    except ImportError as error:
        print("no TensorFlow", error)
    found["attributes"] = {key: [sorted(names), []] for key, names in attributes.items()}
    Path(target).write_text(json.dumps(found))


PURPOSES = {
    "pandas": "pandas' modules",
    "matplotlib": "Matplotlib's and seaborn's modules",
    "numpy": "NumPy's smaller modules",
    "scipy": "SciPy's modules",
    "sklearn": "scikit-learn's modules",
    "pillow": "modules of Pillow",
}
OBJECTS = {
    "matplotlib": "axes and figures of Matplotlib",
    "sklearn": "the objects of scikit-learn",
    "tensorflow": "tensors, variables, data sets, iterators and tapes of TensorFlow and Keras",
}


def earlier_of(key):
    return {name for names in EARLIER.values() for name in names.get(key, "").split()}


def folder_of(key):
    library = key.split(".")[0]
    return {"seaborn": "matplotlib", "PIL": "pillow"}.get(library, library)


def table(constant, purpose, rows):
    """One table as TypeScript, as its formatter writes it."""
    lines = [
        f"/** What {purpose} hold, in all versions of the last years. Data from the libraries, by test/oracles/names. */",
        f"export const {constant}: Readonly<Record<string, string>> = {{",
    ]
    for key, (names, others) in sorted(rows.items()):
        quoted = key if key.isidentifier() else f"'{key}'"
        others = sorted(others - names)
        text = " ".join([*sorted(names), *(["|", *others] if others else [])])
        parts = textwrap.wrap(text, 100, break_on_hyphens=False)
        if len(parts) == 1 and len(quoted) + len(parts[0]) < 100:
            lines.append(f"  {quoted}: '{parts[0]}',")
            continue
        lines.append(f"  {quoted}:")
        lines += [f"    '{part} ' +" for part in parts[:-1]] + [f"    '{parts[-1]}',"]
    return "\n".join([*lines, "};", ""])


def write(sources):
    recorded = [json.loads(Path(source).read_text()) for source in sources]
    for kind, constant, purposes in (("modules", "publicNames", PURPOSES), ("attributes", "attributeNames", OBJECTS)):
        rows = {}
        for each in recorded:
            for key, names in each[kind].items():
                for known, found in zip(rows.setdefault(key, (set(), earlier_of(key))), names):
                    known.update(found)
        for folder, purpose in purposes.items():
            chosen = {key: names for key, names in rows.items() if folder_of(key) == folder}
            (LIBRARY / folder / f"{constant}.ts").write_text(table(constant, purpose, chosen))


if __name__ == "__main__":
    if sys.argv[1] == "record":
        record(sys.argv[2])
    else:
        write(sys.argv[2:])
