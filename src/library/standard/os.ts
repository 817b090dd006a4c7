/** The os and os.path modules, inside the workspace. */

import { bytesOrNull } from '../../python/builtins/conversions.ts';
import { noSuchFile, pathText } from '../../python/builtins/files.ts';
import { PyDict } from '../../python/collections.ts';
import { FileExistsError, makeException, OSError, PythonError } from '../../python/errors.ts';
import { type NativeFunction, named, native, suspendable } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import type { HostFiles } from '../../python/policy.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { OS, OS_PATH } from './osSource.ts';
import { joinPaths, normalizePath, relativePath, splitExtension, splitPath } from './paths.ts';

/** The working folder, as scripts see it: the workspace is all there is. */
export const WORKING_FOLDER = '/workspace';

/** The host's files; unknown while editing. */
export function hostFiles(py: Interpreter): HostFiles {
  if (py.host.files === null) throw new NotKnown('files are not read while editing');
  return py.host.files;
}

export function* statOf(
  py: Interpreter,
  path: string,
): Suspendable<{ kind: 'file' | 'directory'; size: number } | null> {
  return yield* wait(hostFiles(py).stat(path));
}

/** Makes a folder and its parents. */
export function* makeFolders(py: Interpreter, path: string, mayExist: boolean): Suspendable<null> {
  const known = yield* statOf(py, path);
  if (known !== null) {
    if (mayExist && known.kind === 'directory') return null;
    throw fileError(FileExistsError, 17, 'File exists', path);
  }
  const [parent] = splitPath(path.replace(/\/+$/, ''));
  if (parent !== '' && parent !== '/') yield* makeFolders(py, parent, true);
  yield* wait(hostFiles(py).makeDirectory(path));
  return null;
}

function fileError(cls: typeof OSError, number: number, text: string, path: string): PythonError {
  const exception = makeException(cls, number, text);
  exception.attributes!.map.set('errno', number);
  exception.attributes!.map.set('strerror', text);
  exception.attributes!.map.set('filename', path);
  return new PythonError(exception);
}

/** The names in a folder, sorted so that every run gives the same. */
export function* listFolder(py: Interpreter, path: string): Suspendable<string[]> {
  const known = yield* statOf(py, path);
  if (known === null) throw noSuchFile(path);
  return (yield* wait(hostFiles(py).list(path))).map(entry => entry.name).sort();
}

function question(name: string, answer: (found: { kind: string } | null) => boolean): NativeFunction {
  return suspendable(`${name}(path)`, function* ([path], py) {
    return answer(yield* statOf(py, pathText(py, path)));
  });
}

const text = (py: Interpreter, value: Value) => pathText(py, value);
const absolute = (path: string) => normalizePath(joinPaths([WORKING_FOLDER, path]));

const pathFunctions: NativeFunction[] = [
  native('join(path, *paths)', ([path, paths], py) =>
    joinPaths([path, ...(paths as PyTuple).items].map(item => text(py, item))),
  ),
  native('split(path)', ([path], py) => new PyTuple(splitPath(text(py, path)))),
  native('splitext(path)', ([path], py) => new PyTuple(splitExtension(text(py, path)))),
  native('basename(path)', ([path], py) => splitPath(text(py, path))[1]),
  native('dirname(path)', ([path], py) => splitPath(text(py, path))[0]),
  native('normpath(path)', ([path], py) => normalizePath(text(py, path))),
  native('abspath(path)', ([path], py) => absolute(text(py, path))),
  native('realpath(path)', ([path], py) => absolute(text(py, path))),
  native('relpath(path, start=None)', ([path, start], py) =>
    relativePath(absolute(text(py, path)), start === null ? WORKING_FOLDER : absolute(text(py, start))),
  ),
  native('isabs(path)', ([path], py) => text(py, path).startsWith('/')),
  native('expanduser(path)', ([path], py) => text(py, path)),
  native('expandvars(path)', ([path], py) => text(py, path)),
  native('normcase(path)', ([path], py) => text(py, path)),
  native('commonprefix(list)', ([list], py) => {
    const paths = py.collect(list).map(item => text(py, item));
    if (paths.length === 0) return '';
    let length = 0;
    while (length < paths[0].length && paths.every(path => path[length] === paths[0][length])) length++;
    return paths[0].slice(0, length);
  }),
  question('exists', found => found !== null),
  question('isfile', found => found?.kind === 'file'),
  question('isdir', found => found?.kind === 'directory'),
  question('islink', () => false),
  suspendable('getsize(path)', function* ([path], py) {
    const found = yield* statOf(py, text(py, path));
    if (found === null) throw noSuchFile(text(py, path));
    return found.size;
  }),
];

const functions: NativeFunction[] = [
  // For library modules in Python: what follows depends on files, so that while editing only its result is unknown.
  suspendable('_with_files(function, *args, **kwargs)', ([func, args, keywords], py) => {
    hostFiles(py);
    return py.callAndWait(func, (args as PyTuple).items, keywords as PyDict);
  }),
  native('getcwd()', () => WORKING_FOLDER),
  native('getpid()', () => 1),
  native('cpu_count()', () => 1),
  native('fspath(path)', ([path], py) => (bytesOrNull(path) === null ? pathText(py, path) : path)),
  native('getenv(key, default=None)', ([key, fallback], py) => py.host.environment(String(key)) ?? fallback),
  native('putenv(name, value)', () => null),
  suspendable("listdir(path='.')", function* ([path], py) {
    return new PyList(yield* listFolder(py, path === null ? '.' : text(py, path)));
  }),
  suspendable('mkdir(path, mode=511)', function* ([path], py) {
    const name = text(py, path);
    if ((yield* statOf(py, name)) !== null) throw fileError(FileExistsError, 17, 'File exists', name);
    yield* wait(hostFiles(py).makeDirectory(name));
    return null;
  }),
  suspendable('makedirs(name, mode=511, exist_ok=False)', ([path, , mayExist], py) =>
    makeFolders(py, text(py, path), py.truth(mayExist)),
  ),
  ...['remove', 'unlink', 'rmdir'].map(name =>
    suspendable(`${name}(path)`, function* ([path], py) {
      const target = text(py, path);
      if ((yield* statOf(py, target)) === null) throw noSuchFile(target);
      yield* wait(hostFiles(py).remove(target));
      return null;
    }),
  ),
  ...['rename', 'replace'].map(name =>
    suspendable(`${name}(src, dst)`, function* ([source, target], py) {
      const from = text(py, source);
      if ((yield* statOf(py, from)) === null) throw noSuchFile(from);
      yield* wait(hostFiles(py).write(text(py, target), yield* wait(hostFiles(py).read(from))));
      yield* wait(hostFiles(py).remove(from));
      return null;
    }),
  ),
  suspendable('walk(top, topdown=True, onerror=None, followlinks=False)', function* ([top, topdown], py) {
    const found: Value[] = [];
    const first = py.truth(topdown);
    const visit = function* (folder: string): Suspendable<void> {
      const entries = yield* wait(hostFiles(py).list(folder));
      const names = (kind: string) =>
        entries
          .filter(entry => entry.kind === kind)
          .map(entry => entry.name)
          .sort();
      const folders = names('directory');
      const entry = new PyTuple([folder, new PyList(folders), new PyList(names('file'))]);
      if (first) found.push(entry);
      for (const name of folders) yield* visit(joinPaths([folder, name]));
      if (!first) found.push(entry);
    };
    yield* visit(text(py, top));
    return new PyList(found);
  }),
];

/** `os.environ`: only what the host gives by name. A plain dict, since scripts mostly set variables in it. */
function environment(py: Interpreter): PyDict {
  const names = [
    'HOME',
    'PATH',
    'USER',
    'PWD',
    'LANG',
    'KERAS_BACKEND',
    'TF_CPP_MIN_LOG_LEVEL',
    'CUDA_VISIBLE_DEVICES',
  ];
  const entries = names.map(name => [name, py.host.environment(name)] as const);
  return PyDict.fromStrings(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export const pathModule: LibraryModule = {
  name: 'os.path',
  aliases: ['posixpath'],
  entries: () => [
    ...named(...pathFunctions),
    ['sep', '/'],
    ['pathsep', ':'],
    ['curdir', '.'],
    ['pardir', '..'],
  ],
  source: OS_PATH,
};

export const module: LibraryModule = {
  name: 'os',
  entries: py => [
    ...named(...functions),
    ['environ', py.running ? environment(py) : new Unknown('the environment is known only when it runs')],
    ['name', 'posix'],
    ['sep', '/'],
    ['linesep', '\n'],
    ['pathsep', ':'],
    ['curdir', '.'],
    ['pardir', '..'],
    ['devnull', '/dev/null'],
    ['error', OSError],
  ],
  source: OS,
  unmodelled: new Set(['sys']),
};
