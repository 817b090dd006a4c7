/** Windows for signals (`np.hanning`), and the functions that they are made of, in Python. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import numpy as np


def _window(M, terms):
    if M < 1:
        return np.array([])
    if M == 1:
        return np.ones(1, float)
    n = np.arange(1 - M, M, 2)
    return sum(weight * np.cos(k * np.pi * n / (M - 1)) if k else weight for k, weight in enumerate(terms))


def hamming(M):
    return _window(M, [0.54, 0.46])


def hanning(M):
    return _window(M, [0.5, 0.5])


def blackman(M):
    return _window(M, [0.42, 0.5, 0.08])


def bartlett(M):
    if M < 1:
        return np.array([])
    if M == 1:
        return np.ones(1, float)
    n = np.arange(1 - M, M, 2)
    return np.where(np.less_equal(n, 0), 1 + n / (M - 1), 1 - n / (M - 1))


def kaiser(M, beta):
    if M == 1:
        return np.ones(1, dtype=float)
    n = np.arange(0, M)
    alpha = (M - 1) / 2.0
    return i0(beta * np.sqrt(1 - ((n - alpha) / alpha) ** 2.0)) / i0(float(beta))


def i0(x):
    x = np.abs(np.asarray(x, dtype=float))
    quarter = x * x / 4
    term = np.ones_like(x)
    total = np.ones_like(x)
    for k in range(1, 200):
        term = term * quarter / (k * k)
        total = total + term
    return total


def sinc(x):
    x = np.asanyarray(x)
    y = np.pi * np.where(x == 0, 1.0e-20, x)
    return np.sin(y) / y
`;

export const windowsModule = pythonModule('numpy.lib.window_functions', source);

/** Names that the module lends to NumPy's top level. */
export const windowNames = ['hamming', 'hanning', 'blackman', 'bartlett', 'kaiser', 'i0', 'sinc'];
