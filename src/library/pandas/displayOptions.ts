/** `pandas.options`: how tables are printed. */
import { pythonModule } from '../../python/modules.ts';

export const displayOptionsModule = pythonModule(
  'pandas._config',
  String.raw`
import re
from pandas._support import running

_DEFAULTS = {
    "display.max_rows": 60, "display.min_rows": 10, "display.max_columns": 0, "display.width": 80, "display.precision": 6,
    "display.max_colwidth": 50, "display.float_format": None, "display.expand_frame_repr": True,
}
# What changes how things are done, warned about or shown elsewhere, and nothing here.
_ELSEWHERE = {
    "display.notebook_repr_html": True, "display.html.border": 1, "display.html.table_schema": False, "display.html.use_mathjax": True,
    "display.large_repr": "truncate", "display.max_info_columns": 100, "display.max_info_rows": 1690785, "display.memory_usage": True,
    "display.encoding": "utf-8", "mode.chained_assignment": "warn", "mode.copy_on_write": False, "mode.use_inf_as_na": False,
    "mode.sim_interactive": False, "compute.use_bottleneck": True, "compute.use_numexpr": True, "compute.use_numba": False,
    "future.no_silent_downcasting": False, "future.infer_string": False, "plotting.backend": "matplotlib",
}
_REFUSED = {
    "display.chop_threshold": None, "display.colheader_justify": "right", "display.date_dayfirst": False, "display.date_yearfirst": False,
    "display.max_categories": 8, "display.max_dir_items": 100, "display.max_seq_items": 100, "display.multi_sparse": True,
    "display.pprint_nest_depth": 3, "display.show_dimensions": "truncate", "display.unicode.ambiguous_as_wide": False,
    "display.unicode.east_asian_width": False, "mode.string_storage": "python",
}
OPTIONS = {**_DEFAULTS, **_ELSEWHERE, **_REFUSED}
_FIRST = dict(OPTIONS)

class OptionError(AttributeError, KeyError):
    def __str__(self): return str(self.args[0])

def _matching(pattern):
    if pattern in OPTIONS:
        return [pattern]
    if pattern == "all":
        return list(OPTIONS)
    return [name for name in OPTIONS if re.search(pattern, name, re.I)]

def _only(pattern):
    found = _matching(pattern)
    if not found:
        raise OptionError("No such keys(s): %r" % pattern)
    if len(found) > 1:
        raise OptionError("Pattern matched multiple keys")
    return found[0]

def get_option(pat, silent=False):
    return OPTIONS[_only(pat)]

def _set(name, value):
    if name in ("display.max_rows", "display.min_rows", "display.max_columns", "display.max_colwidth", "display.width") and not (
            value is None or isinstance(value, int) and value >= 0):
        raise ValueError("Value must be a nonnegative integer or None")
    if name == "display.precision" and not (isinstance(value, int) and value >= 0):
        raise ValueError("Value must be a nonnegative integer")
    if name == "display.float_format" and not (value is None or callable(value)):
        raise ValueError("Value must be one of None|callable")
    if name in _REFUSED and value != _REFUSED[name] and running():
        raise NotImplementedError("pandas' option %r is not supported by Kerascope yet" % name)
    OPTIONS[name] = value

def set_option(*args, silent=False):
    if not args or len(args) % 2:
        raise ValueError("Must provide an even number of non-keyword arguments")
    for name, value in zip(args[::2], args[1::2]):
        _set(_only(name), value)

def reset_option(pat, silent=False):
    found = _matching(pat)
    if not found:
        raise OptionError("No such keys(s)")
    if len(found) > 1 and len(pat) < 4 and pat != "all":
        raise ValueError("You must specify at least 4 characters when resetting multiple keys, use the special keyword \x60all\x60 to reset all the options to their default value")
    for name in found:
        OPTIONS[name] = _FIRST[name]

class option_context:
    def __init__(self, *args):
        if len(args) % 2 or len(args) < 2:
            raise ValueError("Need to invoke as option_context(pat, val, [(pat, val), ...]).")
        self._wanted = list(zip(args[::2], args[1::2]))

    def __enter__(self):
        self._before = [(name, get_option(name)) for name, value in self._wanted]
        for name, value in self._wanted:
            _set(_only(name), value)

    def __exit__(self, *error):
        for name, value in self._before:
            _set(_only(name), value)

class _Options:
    def __init__(self, front):
        object.__setattr__(self, "_front", front)

    def __getattr__(self, name):
        whole = self._front + name
        if whole in OPTIONS:
            return OPTIONS[whole]
        if [each for each in OPTIONS if each.startswith(whole + ".")]:
            return _Options(whole + ".")
        raise OptionError("No such option")

    def __setattr__(self, name, value):
        if self._front + name not in OPTIONS:
            raise OptionError("You can only set the value of existing options")
        _set(self._front + name, value)

options = _Options("")
`,
);
