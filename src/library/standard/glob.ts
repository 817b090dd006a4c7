/** The modules fnmatch and glob, in Python on top of os. Names are found in sorted order, the same in every run. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';

const fnmatch = pythonModule(
  'fnmatch',
  String.raw`
import re as _re


def _pattern(pat):
    result = ''
    i = 0
    while i < len(pat):
        character = pat[i]
        i += 1
        if character == '*':
            if not result.endswith('.*'):
                result += '.*'
        elif character == '?':
            result += '.'
        elif character == '[':
            end = i + 1 if pat[i:i + 1] == '!' else i
            end = pat.find(']', end + 1)
            if end < 0:
                result += '\\['
            else:
                inside = pat[i:end].replace('\\', '\\\\')
                if inside.startswith('!'):
                    inside = '^' + inside[1:]
                elif inside.startswith('^'):
                    inside = '\\' + inside
                result += '[' + inside + ']'
                i = end + 1
        else:
            result += _re.escape(character)
    return result + '\\Z'


def translate(pat):
    return '(?s:' + _pattern(pat)[:-2] + ')\\Z'


def fnmatchcase(name, pat):
    return _re.match(_pattern(pat), name, _re.DOTALL) is not None


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    matcher = _re.compile(_pattern(pat), _re.DOTALL)
    return [name for name in names if matcher.match(name)]
`,
);

const glob = pythonModule(
  'glob',
  String.raw`
import os as _os
import fnmatch as _fnmatch


def _needs_files(function):
    def call(*args, **kwargs):
        return _os._with_files(function, *args, **kwargs)
    return call


def has_magic(s):
    return '*' in s or '?' in s or '[' in s


def escape(pathname):
    return ''.join('[' + c + ']' if c in '*?[' else c for c in pathname)


def _names(folder):
    return _os.listdir(folder or '.') if _os.path.isdir(folder or '.') else []


def _join(folder, name):
    return _os.path.join(folder, name) if folder else name


def _below(folder, hidden):
    yield folder
    for name in _names(folder):
        path = _join(folder, name)
        if (hidden or not name.startswith('.')) and _os.path.isdir(path):
            yield from _below(path, hidden)


def _select(folder, pieces, recursive, hidden):
    piece, rest = pieces[0], pieces[1:]
    if piece == '**' and recursive:
        for below in _below(folder, hidden):
            if rest:
                yield from _select(below, rest, recursive, hidden)
            else:
                yield below + '/' if below == folder and folder else below
                for name in _names(below):
                    path = _join(below, name)
                    if (hidden or not name.startswith('.')) and not _os.path.isdir(path):
                        yield path
        return
    if piece == '':
        if _os.path.isdir(folder):
            yield folder + '/'
        return
    if has_magic(piece):
        shown = hidden or piece.startswith('.')
        found = [name for name in _names(folder) if (shown or not name.startswith('.')) and _fnmatch.fnmatchcase(name, piece)]
    else:
        # Folders on the way need not be readable themselves: what is below tells whether they are there.
        found = [piece] if rest or _os.path.exists(_join(folder, piece)) else []
    for name in found:
        path = _join(folder, name)
        if rest:
            yield from _select(path, rest, recursive, hidden)
        else:
            yield path


@_needs_files
def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = _os.fspath(pathname)
    base = '/' if pathname.startswith('/') else ''
    pieces = pathname.lstrip('/').split('/')
    seen = set()
    root = '' if root_dir is None else _os.fspath(root_dir).rstrip('/')
    for path in _select(base or root, pieces, recursive, include_hidden):
        if root and path.startswith(root + '/'):
            path = path[len(root) + 1:]
        if path and path not in seen:
            seen.add(path)
            yield path


@_needs_files
def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))
`,
);

export const modules: readonly LibraryModule[] = [fnmatch, glob];
