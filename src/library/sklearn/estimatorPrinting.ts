/** How scikit-learn prints estimators: what differs from the defaults, in lines of 80 characters. */
import { pythonModule } from '../../python/modules.ts';

export const estimatorPrintingModule = pythonModule(
  'sklearn.utils._pprint',
  String.raw`
WIDTH = 80

def _plain(value):
    """A value in one line."""
    if hasattr(value, "_shown_params"):
        return "%s(%s)" % (type(value).__name__, ", ".join(["%s=%s" % (name, _plain(each)) for name, each in value._shown_params()]))
    if type(value) is list:
        return "[%s]" % ", ".join([_plain(each) for each in value])
    if type(value) is tuple:
        return "(%s%s)" % (", ".join([_plain(each) for each in value]), "," if len(value) == 1 else "")
    if type(value) is dict:
        return "{%s}" % ", ".join(["%s: %s" % (repr(name), _plain(each)) for name, each in sorted(value.items())])
    return repr(value)

def _entries(entries, indent, allowance):
    """Entries (front, value) in lines of at most 80 characters, each line filled as far as it goes."""
    indent += 1
    broken = ",\n" + " " * indent
    between, text = "", ""
    width = widest = WIDTH - indent + 1
    for place, (front, value) in enumerate(entries):
        last = place == len(entries) - 1
        if last:
            widest -= allowance
            width -= allowance
        shown = front + _plain(value)
        needed = len(shown) + 2
        if width < needed:
            width = widest
            if between:
                between = broken
        if width >= needed:
            width -= needed
            text += between + shown
            between = ", "
            continue
        text += between + front + laid_out(value, indent + len(front), allowance if last else 1)
        between = broken
    return text

def laid_out(value, indent=0, allowance=0):
    """A value as scikit-learn prints estimators: in lines of at most 80 characters."""
    shown = _plain(value)
    if len(shown) <= WIDTH - indent - allowance:
        return shown
    if hasattr(value, "_shown_params"):
        name = type(value).__name__
        return "%s(%s)" % (name, _entries([(each + "=", param) for each, param in value._shown_params()], indent + len(name), allowance + 1))
    if type(value) is list:
        return "[%s]" % _entries([("", each) for each in value], indent, allowance + 1)
    if type(value) is tuple:
        end = ",)" if len(value) == 1 else ")"
        return "(%s%s" % (_entries([("", each) for each in value], indent, allowance + len(end)), end)
    if type(value) is dict:
        return "{%s}" % _entries([(repr(name) + ": ", each) for name, each in sorted(value.items())], indent, allowance + 1)
    return shown
`,
);
