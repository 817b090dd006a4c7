/** Modules that Kerascope knows and refuses, each with its reason: importing them is fine, using them is not. */
import { NotImplementedError, raise } from '../../python/errors.ts';
import { type NativeFunction, named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { NotKnown, type Value } from '../../python/values.ts';

/** Functions that say why they do nothing. */
export function refusedFunctions(module: string, reason: string, functions: string): [string, Value][] {
  return functions.split(' ').map((item): [string, Value] => [
    item,
    native(`${item}(*args, **kwargs)`, (_args, py) => {
      const text = `${module}.${item} is not supported by Kerascope: ${reason}`;
      if (!py.running) throw new NotKnown(text);
      throw raise(NotImplementedError, text);
    }),
  ]);
}

function refused(
  name: string,
  reason: string,
  functions: string,
  offered: readonly NativeFunction[] = [],
): LibraryModule {
  return {
    name,
    entries: () => [...named(...offered), ...refusedFunctions(name, reason, functions)],
    unmodelled: 'all',
  };
}

const NETWORK = 'a run does not reach the network';
const THREADS = 'a run has one thread';

export const refusedModules: readonly LibraryModule[] = [
  refused(
    'pickle',
    'pickled objects run code when they are read; save weights or arrays instead',
    'dump dumps load loads',
  ),
  refused('urllib.request', NETWORK, 'urlopen urlretrieve Request'),
  refused('requests', NETWORK, 'get post put delete head request Session'),
  refused('socket', NETWORK, 'socket create_connection'),
  refused('multiprocessing', THREADS, 'Process Pool Queue Manager Value Array', [
    native('cpu_count()', () => 1),
    native('freeze_support()', () => null),
    native('set_start_method(method, force=False)', () => null),
  ]),
  refused('subprocess', 'a run starts no programs', 'run Popen call check_output check_call'),
  refused('ctypes', 'a run loads no libraries', 'CDLL cdll'),
  refused('signal', 'a run receives no signals', 'signal alarm'),
  { name: 'urllib', entries: () => [], unmodelled: 'all' },
];
