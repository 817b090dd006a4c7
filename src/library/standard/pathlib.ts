/** The pathlib module, in Python on top of os and os.path: POSIX paths inside the workspace. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'pathlib',
  String.raw`
import os as _os
import fnmatch as _fnmatch
import shutil as _shutil


def _needs_files(function):
    def call(*args, **kwargs):
        return _os._with_files(function, *args, **kwargs)
    return call


class PurePath:
    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        elif cls is PurePath:
            cls = PurePosixPath
        root = ''
        parts = []
        for argument in args:
            text = argument if isinstance(argument, str) else _os.fspath(argument)
            if not isinstance(text, str):
                raise TypeError('argument should be a str object or an os.PathLike object returning str, not %r' % type(text))
            if text.startswith('/'):
                root = '//' if text.startswith('//') and not text.startswith('///') else '/'
                parts = []
            parts += [piece for piece in text.split('/') if piece and piece != '.']
        return cls._of(root, parts)

    @classmethod
    def _of(cls, root, parts):
        self = object.__new__(cls)
        self._root = root
        self._names = parts
        return self

    def __str__(self):
        return self._root + '/'.join(self._names) or '.'

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return str(self).encode()

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return 'file://' + str(self)

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, str(self))

    def _key(self):
        return ([self._root] if self._root else []) + self._names

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def __truediv__(self, other):
        if not isinstance(other, (str, PurePath)):
            return NotImplemented
        return type(self)(self, other)

    def __rtruediv__(self, other):
        if not isinstance(other, str):
            return NotImplemented
        return type(self)(other, self)

    drive = property(lambda self: '')
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)

    @property
    def parts(self):
        return tuple(self._key())

    @property
    def name(self):
        return self._names[-1] if self._names else ''

    @property
    def suffix(self):
        name = self.name
        at = name.rfind('.')
        return name[at:] if 0 < at < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + piece for piece in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:len(self.name) - len(suffix)] if suffix else self.name

    @property
    def parent(self):
        return self._of(self._root, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return self._root != ''

    def is_reserved(self):
        return False

    def joinpath(self, *others):
        return type(self)(self, *others)

    def with_name(self, name):
        if not self.name:
            raise ValueError('%r has an empty name' % (self,))
        if not name or '/' in name or name == '.':
            raise ValueError('Invalid name %r' % name)
        return self._of(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if '/' in suffix or suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError('Invalid suffix %r' % suffix)
        if not self.name:
            raise ValueError('%r has an empty name' % (self,))
        return self._of(self._root, self._names[:-1] + [self.stem + suffix])

    def relative_to(self, *other):
        base = type(self)(*other)
        if self._key()[:len(base._key())] != base._key():
            raise ValueError('%r is not in the subpath of %r OR one path is relative and the other is absolute.' % (str(self), str(base)))
        return self._of('', self._key()[len(base._key()):])

    def is_relative_to(self, *other):
        base = type(self)(*other)
        return self._key()[:len(base._key())] == base._key()

    def match(self, pattern):
        wanted = PurePosixPath(pattern)
        names = wanted._key()
        if not names:
            raise ValueError('empty pattern')
        mine = self._key()
        if len(names) > len(mine) or wanted._root and len(names) != len(mine):
            return False
        return all(_fnmatch.fnmatchcase(name, wanted) for name, wanted in zip(reversed(mine), reversed(names)))


class _Parents:
    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._names)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._path._of(self._path._root, self._path._names[:len(self) - index - 1])

    def __repr__(self):
        return '<%s.parents>' % type(self._path).__name__


class PurePosixPath(PurePath):
    pass


class _Stat:
    def __init__(self, size):
        self.st_size = size
        self.st_mtime = 0.0
        self.st_mode = 0o100644


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls(_os.getcwd())

    def absolute(self):
        return self if self.is_absolute() else type(self)(_os.getcwd(), self)

    def resolve(self, strict=False):
        return type(self)(_os.path.abspath(str(self)))

    def expanduser(self):
        return self

    def exists(self):
        return _os.path.exists(str(self))

    def is_file(self):
        return _os.path.isfile(str(self))

    def is_dir(self):
        return _os.path.isdir(str(self))

    def is_symlink(self):
        return False

    @_needs_files
    def stat(self):
        return _Stat(_os.path.getsize(str(self)))

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with open(str(self), encoding=encoding) as file:
            return file.read()

    def read_bytes(self):
        with open(str(self), 'rb') as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % type(data).__name__)
        with open(str(self), 'w', encoding=encoding, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with open(str(self), 'wb') as file:
            return file.write(data)

    @_needs_files
    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, 'File exists', str(self))
            return
        with open(str(self), 'w'):
            pass

    @_needs_files
    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        path = str(self)
        if parents:
            _os.makedirs(path, exist_ok=exist_ok)
        elif not (exist_ok and _os.path.isdir(path)):
            parent = _os.path.dirname(path)
            if parent and parent != '/' and not _os.path.exists(parent):
                raise FileNotFoundError(2, 'No such file or directory', path)
            _os.mkdir(path)

    def rmdir(self):
        _os.rmdir(str(self))

    @_needs_files
    def unlink(self, missing_ok=False):
        if missing_ok and not self.exists():
            return
        _os.unlink(str(self))

    @_needs_files
    def rename(self, target):
        _os.rename(str(self), str(target))
        return type(self)(target)

    replace = rename

    def samefile(self, other):
        return self.resolve() == type(self)(other).resolve()

    @_needs_files
    def iterdir(self):
        for name in _os.listdir(str(self)):
            yield self / name

    @_needs_files
    def walk(self):
        for folder, folders, files in _os.walk(str(self)):
            yield type(self)(folder), folders, files

    @_needs_files
    def glob(self, pattern):
        wanted = PurePosixPath(pattern)
        if not wanted._names:
            raise ValueError('Unacceptable pattern: %r' % pattern)
        if wanted._root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        seen = set()
        for path in _select(self, wanted._names):
            if path not in seen:
                seen.add(path)
                yield path

    def rglob(self, pattern):
        return self.glob('**/' + str(pattern))


class PosixPath(Path, PurePosixPath):
    pass


def _entries(folder):
    return list(folder.iterdir()) if folder.is_dir() else []


def _below(folder):
    yield folder
    for entry in _entries(folder):
        if entry.is_dir():
            yield from _below(entry)


def _select(folder, names):
    name, rest = names[0], names[1:]
    if name == '**':
        for below in _below(folder):
            if rest:
                yield from _select(below, rest)
            else:
                yield below
        return
    if '*' in name or '?' in name or '[' in name:
        found = [entry for entry in _entries(folder) if _fnmatch.fnmatchcase(entry.name, name)]
    else:
        found = [folder / name] if (folder / name).exists() else []
    for entry in found:
        if not rest:
            yield entry
        elif entry.is_dir():
            yield from _select(entry, rest)
`,
);
