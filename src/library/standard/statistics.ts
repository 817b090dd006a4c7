/** The statistics module, in Python: sums are exact rational numbers, rounded once. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'statistics',
  String.raw`
import math as _math
import random as _random
from bisect import bisect_left as _bisect_left, bisect_right as _bisect_right
from fractions import Fraction as _Fraction


class StatisticsError(ValueError):
    pass


def _kind(values):
    """The type of results: int, float or Fraction, the widest among the values."""
    kind = int
    for value in values:
        if isinstance(value, float):
            return float
        if isinstance(value, _Fraction):
            kind = _Fraction
        elif not isinstance(value, int):
            try:
                value.as_integer_ratio()
            except AttributeError:
                raise TypeError("can't convert type '%s' to numerator/denominator" % type(value).__name__) from None
            kind = float
    return kind


def _as_kind(value, kind):
    if kind is _Fraction:
        return value
    if kind is int and value.denominator == 1:
        return int(value)
    return value.numerator / value.denominator


def _special(values):
    """The float sum when infinities or NaN take part, else None."""
    odd = [value for value in values if isinstance(value, float) and not _math.isfinite(value)]
    return sum(odd) if odd else None


def _exact_sum(values):
    top, bottom = 0, 1
    partials = {}
    for value in values:
        n, d = value.as_integer_ratio()
        partials[d] = partials.get(d, 0) + n
    return sum((_Fraction(n, d) for d, n in partials.items()), _Fraction(0))


def mean(data):
    values = list(data)
    if len(values) < 1:
        raise StatisticsError('mean requires at least one data point')
    kind = _kind(values)
    special = _special(values)
    if special is not None:
        return special
    return _as_kind(_exact_sum(values) / len(values), kind)


def fmean(data, weights=None):
    values = [float(value) for value in data]
    if weights is None:
        if not values:
            raise StatisticsError('fmean requires at least one data point')
        return _math.fsum(values) / len(values)
    weights = list(weights)
    if len(values) != len(weights):
        raise StatisticsError('data and weights must be the same length')
    total = _math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return _math.fsum(value * weight for value, weight in zip(values, weights)) / total


def geometric_mean(data):
    try:
        return _math.exp(fmean(map(_math.log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    values = list(data)
    if len(values) < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if any(value < 0 for value in values):
        raise StatisticsError('harmonic mean does not support negative values')
    weights = [1] * len(values) if weights is None else list(weights)
    if len(weights) != len(values):
        raise StatisticsError('Number of weights does not match data size')
    if any(value == 0 for value in values):
        return 0
    terms = [weight / value for value, weight in zip(values, weights)]
    return _as_kind(_exact_sum(weights) / _exact_sum(terms), _kind(terms))


def median(data):
    values = sorted(data)
    n = len(values)
    if n == 0:
        raise StatisticsError('no median for empty data')
    if n % 2 == 1:
        return values[n // 2]
    return (values[n // 2 - 1] + values[n // 2]) / 2


def median_low(data):
    values = sorted(data)
    if not values:
        raise StatisticsError('no median for empty data')
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = sorted(data)
    if not values:
        raise StatisticsError('no median for empty data')
    return values[len(values) // 2]


def median_grouped(data, interval=1.0):
    values = sorted(data)
    if not values:
        raise StatisticsError('no median for empty data')
    middle = values[len(values) // 2]
    first = _bisect_left(values, middle)
    count = _bisect_right(values, middle) - first
    interval = float(interval)
    return float(middle) - interval / 2.0 + interval * (len(values) / 2 - first) / count


def mode(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    largest = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == largest]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    values = sorted(data)
    size = len(values)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        for i in range(1, n):
            j, rest = divmod(i * (size - 1), n)
            result.append((values[j] * (n - rest) + values[j + 1] * rest) / n)
        return result
    if method == 'exclusive':
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            rest = i * (size + 1) - j * n
            result.append((values[j - 1] * (n - rest) + values[j] * rest) / n)
        return result
    raise ValueError('Unknown method: %r' % method)


def _squares(values, center):
    """The exact sum of squared deviations."""
    if center is None:
        total = _exact_sum(values)
        center = total / len(values)
    else:
        center = _Fraction(center)
    return sum(((_Fraction(value) - center) ** 2 for value in values), _Fraction(0))


def _root(value):
    """The square root of a fraction as the nearest float."""
    if value == 0:
        return 0.0
    top, bottom = value.numerator, value.denominator
    shift = max(0, 66 + (bottom.bit_length() - top.bit_length()) // 2 + 1)
    scaled = (top << (2 * shift)) // bottom
    root = _math.isqrt(scaled)
    # Odd when something was cut off: the one rounding below then falls on the right side.
    if root * root * bottom != top << (2 * shift):
        root |= 1
    return root / (1 << shift)


def variance(data, xbar=None):
    values = list(data)
    if len(values) < 2:
        raise StatisticsError('variance requires at least two data points')
    return _as_kind(_squares(values, xbar) / (len(values) - 1), _kind(values))


def pvariance(data, mu=None):
    values = list(data)
    if len(values) < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _as_kind(_squares(values, mu) / len(values), _kind(values))


def stdev(data, xbar=None):
    values = list(data)
    if len(values) < 2:
        raise StatisticsError('stdev requires at least two data points')
    _kind(values)
    return _root(_squares(values, xbar) / (len(values) - 1))


def pstdev(data, mu=None):
    values = list(data)
    if len(values) < 1:
        raise StatisticsError('pstdev requires at least one data point')
    _kind(values)
    return _root(_squares(values, mu) / len(values))


def _pairs(x, y, name):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(name + ' requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(name + ' requires at least two data points')
    return x, y, _math.fsum(x) / len(x), _math.fsum(y) / len(y)


def covariance(x, y, /):
    x, y, center_x, center_y = _pairs(x, y, 'covariance')
    return _math.fsum((a - center_x) * (b - center_y) for a, b in zip(x, y)) / (len(x) - 1)


def correlation(x, y, /):
    x, y, center_x, center_y = _pairs(x, y, 'correlation')
    both = _math.fsum((a - center_x) * (b - center_y) for a, b in zip(x, y))
    first = _math.fsum((a - center_x) ** 2.0 for a in x)
    second = _math.fsum((b - center_y) ** 2.0 for b in y)
    try:
        return both / _math.sqrt(first * second)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


class LinearRegression(tuple):
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return 'LinearRegression(slope=%r, intercept=%r)' % tuple(self)


def linear_regression(x, y, /, *, proportional=False):
    x, y, center_x, center_y = _pairs(x, y, 'linear regression')
    if proportional:
        both = _math.fsum(a * b for a, b in zip(x, y))
        own = _math.fsum(a * a for a in x)
    else:
        both = _math.fsum((a - center_x) * (b - center_y) for a, b in zip(x, y))
        own = _math.fsum((a - center_x) ** 2.0 for a in x)
    try:
        slope = both / own
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression((slope, 0.0 if proportional else center_y - slope * center_x))


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    @classmethod
    def from_samples(cls, data):
        values = list(data)
        return cls(mean(values), stdev(values))

    def samples(self, n, *, seed=None):
        gauss = _random.gauss if seed is None else _random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        difference = x - self._mu
        return _math.exp(difference * difference / (-2.0 * variance)) / _math.sqrt(_math.tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _math.sqrt(2.0))))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * abs(other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / abs(other))

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return 'NormalDist(mu=%r, sigma=%r)' % (self._mu, self._sigma)
`,
);
