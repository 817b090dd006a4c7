/** The modules shutil and tempfile, in Python on top of os: files of the workspace. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';

const shutil = pythonModule(
  'shutil',
  String.raw`
import os as _os
from collections import namedtuple as _namedtuple


def _needs_files(function):
    def call(*args, **kwargs):
        return _os._with_files(function, *args, **kwargs)
    return call

_TerminalSize = _namedtuple('terminal_size', 'columns lines')


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def _into(src, dst):
    dst = _os.fspath(dst)
    return _os.path.join(dst, _os.path.basename(_os.fspath(src))) if _os.path.isdir(dst) else dst


def copyfileobj(fsrc, fdst, length=0):
    fdst.write(fsrc.read())


@_needs_files
def copyfile(src, dst, *, follow_symlinks=True):
    if _os.path.abspath(_os.fspath(src)) == _os.path.abspath(_os.fspath(dst)):
        raise SameFileError('%r and %r are the same file' % (src, dst))
    with open(src, 'rb') as source:
        data = source.read()
    with open(dst, 'wb') as target:
        target.write(data)
    return dst


@_needs_files
def copy(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst)
    return dst


copy2 = copy


def copymode(src, dst, *, follow_symlinks=True):
    pass


copystat = copymode


@_needs_files
def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    names = _os.listdir(src)
    _os.makedirs(dst, exist_ok=dirs_exist_ok)
    ignored = set() if ignore is None else ignore(_os.fspath(src), names)
    for name in names:
        if name in ignored:
            continue
        source, target = _os.path.join(src, name), _os.path.join(dst, name)
        if _os.path.isdir(source):
            copytree(source, target, symlinks, ignore, copy_function, False, dirs_exist_ok)
        else:
            copy_function(source, target)
    return dst


def ignore_patterns(*patterns):
    import fnmatch
    return lambda path, names: {name for pattern in patterns for name in fnmatch.filter(names, pattern)}


@_needs_files
def rmtree(path, ignore_errors=False, onerror=None):
    if not _os.path.isdir(path):
        if ignore_errors:
            return
        raise FileNotFoundError(2, 'No such file or directory', _os.fspath(path))
    for name in _os.listdir(path):
        entry = _os.path.join(path, name)
        if _os.path.isdir(entry):
            rmtree(entry)
        else:
            _os.remove(entry)
    _os.rmdir(path)


@_needs_files
def move(src, dst, copy_function=copy2):
    target = _into(src, dst)
    if _os.path.isdir(src):
        copytree(src, target)
        rmtree(src)
    else:
        _os.rename(src, target)
    return target


def which(cmd, mode=1, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    return _TerminalSize(*fallback)
`,
);

const tempfile = pythonModule(
  'tempfile',
  String.raw`
import os as _os
import shutil as _shutil


def _needs_files(function):
    def call(*args, **kwargs):
        return _os._with_files(function, *args, **kwargs)
    return call

tempdir = None
_made = [0]


def gettempdir():
    return 'tmp'


@_needs_files
def _fresh(suffix, prefix, dir):
    folder = _os.fspath(dir) if dir is not None else gettempdir()
    _os.makedirs(folder, exist_ok=True)
    while True:
        _made[0] += 1
        path = _os.path.join(folder, '%s%08d%s' % (prefix or 'tmp', _made[0], suffix or ''))
        if not _os.path.exists(path):
            return path


@_needs_files
def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _fresh(suffix, prefix, dir)
    _os.mkdir(path)
    return path


@_needs_files
def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    path = _fresh(suffix, prefix, dir)
    with open(path, 'w'):
        pass
    return 3, path


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *details):
        self.cleanup()

    def cleanup(self):
        _shutil.rmtree(self.name, ignore_errors=True)

    def __repr__(self):
        return '<TemporaryDirectory %r>' % self.name


class _TemporaryFile:
    def __init__(self, path, mode, delete):
        self.name = path
        self._delete = delete
        self._file = open(path, mode)

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        return iter(self._file)

    def close(self):
        self._file.close()
        if self._delete and _os.path.exists(self.name):
            _os.remove(self.name)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True):
    return _TemporaryFile(_fresh(suffix, prefix, dir), mode, delete)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None):
    return _TemporaryFile(_fresh(suffix, prefix, dir), mode, True)
`,
);

export const modules: readonly LibraryModule[] = [shutil, tempfile];
