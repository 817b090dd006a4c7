/** The sys module. */

import { standardStreams } from '../../python/builtins/streams.ts';
import { makeException, PythonError, raise, SystemExit, ValueError } from '../../python/errors.ts';
import { named, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { frameObject, tracebackOf } from '../../python/tracebackObjects.ts';
import { PyFloat, PyList, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { structSequence } from './namedTuples.ts';

const versionInfo = structSequence(
  'version_info',
  ['major', 'minor', 'micro', 'releaselevel', 'serial'],
  'sys',
);
const floatInfo = structSequence(
  'float_info',
  [
    'max',
    'max_exp',
    'max_10_exp',
    'min',
    'min_exp',
    'min_10_exp',
    'dig',
    'mant_dig',
    'epsilon',
    'radix',
    'rounds',
  ],
  'sys',
);

/** The exception that is being handled where a function is called: the innermost frame's that handles one. */
export function handledError(py: Interpreter): PythonError | null {
  for (let frame = py.frame; frame !== null; frame = frame.caller)
    if (frame.handled instanceof PythonError) return frame.handled;
  return null;
}

const float = (value: number) => new PyFloat(value);

/** `sys.argv`. What else the script will be given is not known before it runs; as far as it asks, there is nothing. */
function commandLine(py: Interpreter): PyList {
  const list = new PyList([...py.host.argv]);
  if (!py.running) list.beyond = new Unknown('what the command line gives is not known');
  return list;
}

export const module: LibraryModule = {
  name: 'sys',
  entries: py => {
    const streams = py.state(standardStreams);
    const constants: [string, Value][] = [
      ['argv', commandLine(py)],
      ['path', new PyList([''])],
      ['version', '3.11.2 (Kerascope)'],
      ['version_info', py.call(versionInfo, [new PyTuple([3, 11, 2, 'final', 0])])],
      ['hexversion', 0x030b02f0],
      ['platform', 'linux'],
      ['byteorder', 'little'],
      ['maxsize', BigInt('9223372036854775807')],
      ['maxunicode', 1114111],
      ['executable', ''],
      ...['prefix', 'base_prefix', 'exec_prefix', 'base_exec_prefix', 'abiflags'].map(
        (name): [string, Value] => [name, ''],
      ),
      ['orig_argv', new PyList([...py.host.argv])],
      ['warnoptions', new PyList([])],
      ['platlibdir', 'lib'],
      ['pycache_prefix', null],
      ['float_repr_style', 'short'],
      ['api_version', 1013],
      [
        'float_info',
        py.call(floatInfo, [
          new PyTuple([
            float(Number.MAX_VALUE),
            1024,
            308,
            float(2.2250738585072014e-308),
            -1021,
            -307,
            15,
            53,
            float(Number.EPSILON),
            2,
            1,
          ]),
        ]),
      ],
      ['stdout', streams.originalStdout],
      ['stderr', streams.originalStderr],
      ['__stdout__', streams.originalStdout],
      ['__stderr__', streams.originalStderr],
      ['modules', py.modules.asDict()],
      ['builtin_module_names', new PyTuple([])],
      ['dont_write_bytecode', true],
    ];
    const functions = named(
      native('exit(status=None, /)', ([status]) => {
        throw new PythonError(makeException(SystemExit, ...(status === null ? [] : [status])));
      }),
      native('getsizeof(object, default=None)', () => 64),
      native('getrecursionlimit()', () => 1000),
      native('setrecursionlimit(limit, /)', () => null),
      native('getdefaultencoding()', () => 'utf-8'),
      native('getfilesystemencoding()', () => 'utf-8'),
      native('intern(string, /)', ([text]) => text),
      native('exc_info()', (_args, py) => {
        const exception = handledError(py)?.exception ?? null;
        if (exception === null) return new PyTuple([null, null, null]);
        return new PyTuple([exception.cls, exception, tracebackOf(py, exception)]);
      }),
      native('exception()', (_args, py) => handledError(py)?.exception ?? null),
      native('getrefcount(object, /)', () => 2),
      native('_getframe(depth=0, /)', ([depth], py) => {
        let frame = py.frame;
        for (let level = Number(depth); level > 0 && frame !== null; level--) frame = frame.caller;
        if (frame === null) throw raise(ValueError, 'call stack is not deep enough');
        return frameObject(frame);
      }),
      native('getswitchinterval()', () => new PyFloat(0.005)),
      native('setswitchinterval(interval, /)', () => null),
      native('is_finalizing()', () => false),
      native('gettrace()', () => null),
      native('getprofile()', () => null),
      native('getfilesystemencodeerrors()', () => 'surrogateescape'),
      native('get_int_max_str_digits()', () => 4300),
      native('set_int_max_str_digits(maxdigits)', () => null),
    );
    return [...constants, ...functions];
  },
  unmodelled: new Set(['stdin', 'settrace', 'setprofile', 'meta_path', 'path_hooks', 'flags']),
};
