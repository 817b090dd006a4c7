/** `sklearn.datasets._samples_generator`: made-up data, the same numbers as scikit-learn's for a `random_state`. */
import { pythonModule } from '../../python/modules.ts';

export const sampleGeneratorsModule = pythonModule(
  'sklearn.datasets._samples_generator',
  String.raw`
import numpy as np
from sklearn._support import running, settled
from sklearn.utils import check_random_state
from sklearn.utils import shuffle as shuffled

def _is_whole(value):
    return isinstance(value, (int, np.integer))

def sample_without_replacement(n_population, n_samples, random_state=None):
    generator = check_random_state(random_state)
    ratio = n_samples / n_population if n_population > 0 else 1.0
    if ratio < 0.01:
        chosen = []
        taken = set()
        for turn in range(n_samples):
            candidate = generator.randint(n_population)
            while candidate in taken:
                candidate = generator.randint(n_population)
            taken.add(candidate)
            chosen.append(candidate)
        return np.array(chosen, dtype=int)
    if ratio < 0.99:
        return generator.permutation(n_population)[:n_samples]
    chosen = list(range(n_samples))
    for index in range(n_samples, n_population):
        place = generator.randint(0, index + 1)
        if place < n_samples:
            chosen[place] = index
    return np.array(chosen, dtype=int)

def _corners(samples, dimensions, generator):
    """Different corners of a hypercube, as rows of zeros and ones."""
    if dimensions > 30:
        return np.hstack(
            [generator.randint(2, size=(samples, dimensions - 30)), _corners(samples, 30, generator)]
        )
    numbers = sample_without_replacement(2 ** dimensions, samples, random_state=generator)
    return np.array([[(int(number) >> bit) & 1 for bit in range(dimensions - 1, -1, -1)] for number in numbers])

def _classification(n_samples, n_features, n_informative, n_redundant, n_repeated, n_classes,
                    n_clusters_per_class, weights, flip_y, class_sep, hypercube, shift, scale, shuffle, generator):
    clusters = n_classes * n_clusters_per_class
    sizes = [int(n_samples * weights[index % n_classes] / n_clusters_per_class) for index in range(clusters)]
    for index in range(n_samples - sum(sizes)):
        sizes[index % clusters] += 1
    X = np.zeros((n_samples, n_features))
    y = np.zeros(n_samples, dtype=int)
    centres = _corners(clusters, n_informative, generator).astype(float)
    centres *= 2 * class_sep
    centres -= class_sep
    if not hypercube:
        centres *= generator.uniform(size=(clusters, 1))
        centres *= generator.uniform(size=(1, n_informative))
    X[:, :n_informative] = generator.standard_normal(size=(n_samples, n_informative))
    stop = 0
    for index, centre in enumerate(centres):
        start, stop = stop, stop + sizes[index]
        y[start:stop] = index % n_classes
        mixing = 2 * generator.uniform(size=(n_informative, n_informative)) - 1
        X[start:stop, :n_informative] = np.dot(X[start:stop, :n_informative], mixing) + centre
    if n_redundant > 0:
        mixing = 2 * generator.uniform(size=(n_informative, n_redundant)) - 1
        X[:, n_informative:n_informative + n_redundant] = np.dot(X[:, :n_informative], mixing)
    if n_repeated > 0:
        made = n_informative + n_redundant
        sources = ((made - 1) * generator.uniform(size=n_repeated) + 0.5).astype(np.intp)
        X[:, made:made + n_repeated] = X[:, sources]
    useless = n_features - n_informative - n_redundant - n_repeated
    if useless > 0:
        X[:, -useless:] = generator.standard_normal(size=(n_samples, useless))
    if flip_y >= 0.0:
        flipped = generator.uniform(size=n_samples) < flip_y
        y[flipped] = generator.randint(n_classes, size=flipped.sum())
    if shift is None:
        shift = (2 * generator.uniform(size=n_features) - 1) * class_sep
    X += shift
    if scale is None:
        scale = 1 + 100 * generator.uniform(size=n_features)
    X *= scale
    if shuffle:
        X, y = shuffled(X, y, random_state=generator)
        order = np.arange(n_features)
        generator.shuffle(order)
        X[:, :] = X[:, order]
    return X, y

def make_classification(n_samples=100, n_features=20, *, n_informative=2, n_redundant=2, n_repeated=0, n_classes=2,
                        n_clusters_per_class=2, weights=None, flip_y=0.01, class_sep=1.0, hypercube=True, shift=0.0,
                        scale=1.0, shuffle=True, random_state=None):
    generator = check_random_state(random_state)
    if n_informative + n_redundant + n_repeated > n_features:
        raise ValueError(
            "Number of informative, redundant and repeated features must sum to less than the number of total features"
        )
    if n_informative < np.log2(n_classes * n_clusters_per_class):
        raise ValueError(
            "n_classes({}) * n_clusters_per_class({}) must be smaller or equal 2**n_informative({})={}".format(
                n_classes, n_clusters_per_class, n_informative, 2 ** n_informative
            )
        )
    if weights is None:
        weights = [1.0 / n_classes] * n_classes
    else:
        if len(weights) not in [n_classes, n_classes - 1]:
            raise ValueError("Weights specified but incompatible with number of classes.")
        if len(weights) == n_classes - 1:
            weights = list(weights) + [1.0 - sum(weights)]
    X = y = None
    if running():
        X, y = _classification(
            n_samples, n_features, n_informative, n_redundant, n_repeated, n_classes, n_clusters_per_class, weights,
            flip_y, class_sep, hypercube, shift, scale, shuffle, generator,
        )
    return (
        settled(X, (n_samples, n_features), "float64"),
        settled(y, (n_samples,), "int64", 0, n_classes - 1),
    )

def make_blobs(n_samples=100, n_features=2, *, centers=None, cluster_std=1.0, center_box=(-10.0, 10.0), shuffle=True,
               random_state=None, return_centers=False):
    generator = check_random_state(random_state)
    whole = _is_whole(n_samples)
    if centers is None:
        centers = 3 if whole else len(n_samples)
    if _is_whole(centers):
        centers = generator.uniform(center_box[0], center_box[1], size=(centers, n_features))
    elif not hasattr(centers, "__len__"):
        raise ValueError("Parameter ${'`'}centers${'`'} must be array-like. Got {!r} instead".format(centers))
    elif not whole and len(centers) != len(n_samples):
        raise ValueError(
            "Length of ${'`'}n_samples${'`'} not consistent with number of centers. "
            f"Got n_samples = {n_samples} and centers = {centers}"
        )
    centers = np.asarray(centers)
    if centers.dtype.kind != "f":
        centers = centers.astype(np.float64)
    count, n_features = centers.shape
    if hasattr(cluster_std, "__len__") and len(cluster_std) != count:
        raise ValueError(
            "Length of ${'`'}clusters_std${'`'} not consistent with number of centers. Got centers = {} and "
            "cluster_std = {}".format(centers, cluster_std)
        )
    if not hasattr(cluster_std, "__len__"):
        cluster_std = np.full(count, cluster_std)
    if whole:
        sizes = [n_samples // count + (1 if index < n_samples % count else 0) for index in range(count)]
    else:
        sizes = list(n_samples)
    X = y = None
    if running():
        X = np.concatenate([
            generator.normal(loc=centers[index], scale=cluster_std[index], size=(sizes[index], n_features))
            for index in range(count)
        ])
        y = np.repeat(np.arange(count), sizes)
        if shuffle:
            X, y = shuffled(X, y, random_state=generator)
    total = n_samples if whole else sum(sizes)
    X = settled(X, (total, n_features), "float64")
    y = settled(y, (total,), "int64", 0, count - 1)
    return (X, y, centers) if return_centers else (X, y)

def _halves(n_samples):
    if _is_whole(n_samples):
        return n_samples // 2, n_samples - n_samples // 2
    if len(n_samples) != 2:
        raise ValueError("${'`'}n_samples${'`'} can be either an int or a two-element tuple.")
    return n_samples

def _two_curves(outer, inner, shuffle, noise, generator):
    X = np.vstack([np.append(outer[0], inner[0]), np.append(outer[1], inner[1])]).T
    y = np.hstack([np.zeros(len(outer[0]), dtype=np.intp), np.ones(len(inner[0]), dtype=np.intp)])
    if shuffle:
        X, y = shuffled(X, y, random_state=generator)
    if noise is not None:
        X = X + generator.normal(scale=noise, size=X.shape)
    return X, y

def make_moons(n_samples=100, *, shuffle=True, noise=None, random_state=None):
    n_out, n_in = _halves(n_samples)
    generator = check_random_state(random_state)
    X = y = None
    if running():
        out_angles = np.linspace(0, np.pi, n_out)
        in_angles = np.linspace(0, np.pi, n_in)
        outer = np.cos(out_angles), np.sin(out_angles)
        inner = 1 - np.cos(in_angles), 1 - np.sin(in_angles) - 0.5
        X, y = _two_curves(outer, inner, shuffle, noise, generator)
    return settled(X, (n_out + n_in, 2), "float64"), settled(y, (n_out + n_in,), "int64", 0, 1)

def make_circles(n_samples=100, *, shuffle=True, noise=None, random_state=None, factor=0.8):
    if factor >= 1 or factor < 0:
        raise ValueError("'factor' has to be between 0 and 1.")
    n_out, n_in = _halves(n_samples)
    generator = check_random_state(random_state)
    X = y = None
    if running():
        out_angles = np.linspace(0, 2 * np.pi, n_out, endpoint=False)
        in_angles = np.linspace(0, 2 * np.pi, n_in, endpoint=False)
        outer = np.cos(out_angles), np.sin(out_angles)
        inner = np.cos(in_angles) * factor, np.sin(in_angles) * factor
        X, y = _two_curves(outer, inner, shuffle, noise, generator)
    return settled(X, (n_out + n_in, 2), "float64"), settled(y, (n_out + n_in,), "int64", 0, 1)

def make_regression(n_samples=100, n_features=100, *, n_informative=10, n_targets=1, bias=0.0, effective_rank=None,
                    tail_strength=0.5, noise=0.0, shuffle=True, coef=False, random_state=None):
    if effective_rank is not None:
        raise NotImplementedError("make_regression with effective_rank is not supported by Kerascope yet")
    n_informative = min(n_features, n_informative)
    generator = check_random_state(random_state)
    X = y = truth = None
    if running():
        X = generator.standard_normal(size=(n_samples, n_features))
        truth = np.zeros((n_features, n_targets))
        truth[:n_informative, :] = 100 * generator.uniform(size=(n_informative, n_targets))
        y = np.dot(X, truth) + bias
        if noise > 0.0:
            y += generator.normal(scale=noise, size=y.shape)
        if shuffle:
            X, y = shuffled(X, y, random_state=generator)
            order = np.arange(n_features)
            generator.shuffle(order)
            X[:, :] = X[:, order]
            truth = truth[order]
        y = np.squeeze(y)
        truth = np.squeeze(truth)
    shape = (n_samples,) if n_targets == 1 else (n_samples, n_targets)
    X = settled(X, (n_samples, n_features), "float64")
    y = settled(y, shape, "float64")
    if not coef:
        return X, y
    return X, y, settled(truth, (n_features,) if n_targets == 1 else (n_features, n_targets), "float64")

def make_s_curve(n_samples=100, *, noise=0.0, random_state=None):
    generator = check_random_state(random_state)
    t = 3 * np.pi * (generator.uniform(size=(1, n_samples)) - 0.5)
    X = np.empty(shape=(n_samples, 3), dtype=np.float64)
    X[:, 0] = np.sin(t)
    X[:, 1] = 2.0 * generator.uniform(size=n_samples)
    X[:, 2] = np.sign(t) * (np.cos(t) - 1)
    X += noise * generator.standard_normal(size=(3, n_samples)).T
    return X, np.squeeze(t)

def make_friedman1(n_samples=100, n_features=10, *, noise=0.0, random_state=None):
    generator = check_random_state(random_state)
    X = generator.uniform(size=(n_samples, n_features))
    y = (
        10 * np.sin(np.pi * X[:, 0] * X[:, 1]) + 20 * (X[:, 2] - 0.5) ** 2 + 10 * X[:, 3] + 5 * X[:, 4]
        + noise * generator.standard_normal(size=n_samples)
    )
    return X, y

def make_multilabel_classification(*arguments, **options):
    raise NotImplementedError("make_multilabel_classification is not supported by Kerascope yet")
`,
);
