/** The modules platform and gc: a machine with fixed answers, memory that needs no collecting. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';

const platform = pythonModule(
  'platform',
  String.raw`
from collections import namedtuple as _namedtuple

_Uname = _namedtuple('uname_result', 'system node release version machine')


def system():
    return 'Linux'


def node():
    return 'localhost'


def release():
    return ''


def version():
    return ''


def machine():
    return 'x86_64'


def processor():
    return ''


def architecture(executable=None):
    return ('64bit', 'ELF')


def platform(aliased=False, terse=False):
    return 'Linux-x86_64'


def python_version():
    return '3.11.2'


def python_version_tuple():
    return ('3', '11', '2')


def python_implementation():
    return 'CPython'


def python_compiler():
    return ''


def python_build():
    return ('main', '')


def uname():
    return _Uname(system(), node(), release(), version(), machine())
`,
);

const gc = pythonModule(
  'gc',
  String.raw`
garbage = []
_state = {'on': True}


def collect(generation=2):
    return 0


def enable():
    _state['on'] = True


def disable():
    _state['on'] = False


def isenabled():
    return _state['on']


def get_count():
    return (0, 0, 0)


def get_threshold():
    return (700, 10, 10)


def set_threshold(threshold0, threshold1=None, threshold2=None):
    pass


def freeze():
    pass


def unfreeze():
    pass
`,
);

export const modules: readonly LibraryModule[] = [platform, gc];
