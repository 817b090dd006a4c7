/** Parts of os and os.path in Python: what is made of the functions that touch files. */
export const OS = `
from abc import ABC as _ABC, abstractmethod as _abstractmethod

F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
EX_OK = 0
extsep = '.'
altsep = None
defpath = '/bin:/usr/bin'


class PathLike(_ABC):
    @_abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__') if cls is PathLike else NotImplemented

    @classmethod
    def __class_getitem__(cls, key):
        return cls


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = name if folder is None else path.join(folder, name)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_symlink(self):
        return False

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return '<DirEntry %r>' % self.name


class _Scan:
    def __init__(self, folder):
        at = '.' if folder is None else folder
        self._entries = iter([DirEntry('.' if folder is None else fspath(folder), name) for name in listdir(at)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path=None):
    return _Scan(path)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    return _module_path.exists(path)


def fsencode(filename):
    name = fspath(filename)
    return name.encode('utf-8', 'surrogateescape') if isinstance(name, str) else name


def fsdecode(filename):
    name = fspath(filename)
    return name.decode('utf-8', 'surrogateescape') if isinstance(name, bytes) else name


def getppid():
    return 0


def urandom(size, /):
    import secrets
    return secrets.token_bytes(size)


def unsetenv(key, /):
    pass


def removedirs(name):
    rmdir(name)
    head = path.dirname(name)
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = path.dirname(head)


_TEXTS = {1: 'Operation not permitted', 2: 'No such file or directory', 5: 'Input/output error',
          9: 'Bad file descriptor', 11: 'Resource temporarily unavailable', 12: 'Cannot allocate memory',
          13: 'Permission denied', 17: 'File exists', 20: 'Not a directory', 21: 'Is a directory',
          22: 'Invalid argument', 24: 'Too many open files', 28: 'No space left on device',
          32: 'Broken pipe', 39: 'Directory not empty', 110: 'Connection timed out', 111: 'Connection refused'}


def strerror(code, /):
    return _TEXTS.get(code, 'Unknown error %d' % code)


import os.path as path
_module_path = path
`;

export const OS_PATH = `
extsep = '.'
altsep = None
defpath = '/bin:/usr/bin'
devnull = '/dev/null'
supports_unicode_filenames = True


def lexists(path):
    return exists(path)


def ismount(path):
    return abspath(path) == '/'


def samefile(f1, f2):
    return realpath(f1) == realpath(f2)


def splitdrive(p):
    import os
    return '', os.fspath(p)


def splitroot(p):
    import os
    p = os.fspath(p)
    slashes = len(p) - len(p.lstrip('/'))
    size = 2 if slashes == 2 else min(slashes, 1)
    return '', p[:size], p[size:]


def commonpath(paths):
    import os
    paths = [os.fspath(each) for each in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({each.startswith('/') for each in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in each.split('/') if part and part != '.'] for each in paths]
    low, high = min(parts), max(parts)
    shared = low
    for at, part in enumerate(low):
        if part != high[at]:
            shared = low[:at]
            break
    return ('/' if paths[0].startswith('/') else '') + '/'.join(shared)
`;
