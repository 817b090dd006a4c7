/** More of `numpy.testing`, in Python. */

/** Runs in the module `numpy.testing`, beside the functions of testingFunctions.ts. */
export const testingSource = `
import contextlib

import numpy as np


def assert_(val, msg=""):
    if not val:
        raise AssertionError(msg)


def assert_string_equal(actual, desired):
    if actual != desired:
        raise AssertionError(f"Differences in strings:\\n- {actual}+ {desired}")


def assert_raises(exception_class, callable=None, *args, **kwargs):
    if callable is None:
        return _Raises(exception_class)
    try:
        callable(*args, **kwargs)
    except exception_class:
        return None
    raise AssertionError(f"{exception_class.__name__} not raised by {callable.__name__}")


class _Raises:
    def __init__(self, expected):
        self.expected = expected
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            raise AssertionError(f"{self.expected.__name__} not raised")
        self.exception = value
        return issubclass(kind, self.expected)


def assert_approx_equal(actual, desired, significant=7, err_msg="", verbose=True):
    if actual == desired:
        return
    size = max(abs(float(actual)), abs(float(desired)))
    scale = 10 ** np.floor(np.log10(size)) if size else 1.0
    if abs(float(desired) / scale - float(actual) / scale) >= 10.0 ** -(significant - 1):
        raise AssertionError(
            f"\\nItems are not equal to {significant} significant digits:\\n ACTUAL: {actual!r}\\n DESIRED: {desired!r}"
        )


def assert_array_less(x, y, err_msg="", verbose=True):
    if not np.all(np.less(x, y)):
        raise AssertionError("\\nArrays are not less-ordered\\n")


@contextlib.contextmanager
def suppress_warnings(forwarding_rule="always"):
    yield
`;
