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


IS_PYPY = IS_PYSTON = IS_WASM = False
HAS_REFCOUNT = True
verbose = 0


class SkipTest(Exception):
    pass


class KnownFailureException(Exception):
    pass


class IgnoreException(Exception):
    pass


def assert_raises_regex(exception_class, expected_regexp, callable=None, *args, **kwargs):
    import re
    try:
        callable(*args, **kwargs)
    except exception_class as error:
        if re.search(expected_regexp, str(error)) is None:
            raise AssertionError(f'"{expected_regexp}" does not match "{error}"')
        return None
    raise AssertionError(f"{exception_class.__name__} not raised by {callable.__name__}")


def assert_no_warnings(*args, **kwargs):
    if not args:
        return contextlib.nullcontext()
    return args[0](*args[1:], **kwargs)


def assert_array_almost_equal_nulp(x, y, nulp=1):
    reference = nulp * np.spacing(np.where(np.abs(x) > np.abs(y), np.abs(x), np.abs(y)))
    if not np.all(np.abs(np.asarray(x) - y) <= reference):
        raise AssertionError(f"X and Y are not equal to {nulp} ULP (max is {np.max(np.abs(np.asarray(x) - y) / reference) * nulp:g})")


def assert_array_max_ulp(a, b, maxulp=1, dtype=None):
    size = np.spacing(np.maximum(np.abs(a), np.abs(b)))
    found = np.atleast_1d(np.round(np.abs(np.asarray(a) - b) / size))
    if not np.all(found <= maxulp):
        raise AssertionError(f"Arrays are not almost equal up to {maxulp:g} ULP (max difference is {np.max(found):g} ULP)")
    return found


@contextlib.contextmanager
def suppress_warnings(forwarding_rule="always"):
    yield
`;
