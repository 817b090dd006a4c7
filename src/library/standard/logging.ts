/** The logging module: loggers by name, levels, `basicConfig` and Python's format, on standard error. */

import { integerOrNull } from '../../python/builtins/conversions.ts';
import { percentFormat } from '../../python/builtins/percentFormat.ts';
import { currentStream, writeTo } from '../../python/builtins/streams.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import { raise, ValueError } from '../../python/errors.ts';
import {
  method,
  type NativeFunction,
  named,
  native,
  property,
  suspendable,
  suspendableMethod,
} from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { StateKey } from '../../python/state.ts';
import type { Suspendable } from '../../python/suspension.ts';
import { objectClass } from '../../python/types.ts';
import { AttributeMap, PyObject, type PyTuple, type Value } from '../../python/values.ts';

const LEVELS: Readonly<Record<string, number>> = {
  NOTSET: 0,
  DEBUG: 10,
  INFO: 20,
  WARNING: 30,
  ERROR: 40,
  CRITICAL: 50,
};
const DEFAULT_FORMAT = '%(levelname)s:%(name)s:%(message)s';

class Logger extends PyObject {
  cls: PyClass = loggerClass;
  readonly name: string;
  level: number;
  constructor(name: string, level: number) {
    super();
    this.name = name;
    this.level = level;
    this.attributes = new AttributeMap();
  }
}

interface LoggingState {
  readonly loggers: Map<string, Logger>;
  /** Set by `basicConfig`; before that only warnings and worse are shown, bare. */
  format: string | null;
  stream: Value;
}

const loggingState = new StateKey<LoggingState>('logging', () => ({
  loggers: new Map([['root', new Logger('root', LEVELS.WARNING)]]),
  format: null,
  stream: null,
}));

function levelName(level: number): string {
  return Object.entries(LEVELS).find(([, value]) => value === level)?.[0] ?? `Level ${level}`;
}

function levelOf(value: Value): number {
  if (typeof value === 'string') {
    const level = LEVELS[value === 'WARN' ? 'WARNING' : value];
    if (level === undefined) throw raise(ValueError, `Unknown level: '${value}'`);
    return level;
  }
  return Number(integerOrNull(value) ?? 0);
}

function loggerNamed(py: Interpreter, name: string): Logger {
  const { loggers } = py.state(loggingState);
  let logger = loggers.get(name);
  if (logger === undefined) {
    logger = new Logger(name, LEVELS.NOTSET);
    loggers.set(name, logger);
  }
  return logger;
}

/** The level of the nearest ancestor that has one. */
function effectiveLevel(py: Interpreter, logger: Logger): number {
  const { loggers } = py.state(loggingState);
  for (let name = logger.name; ; name = name.slice(0, name.lastIndexOf('.'))) {
    const level = loggers.get(name)?.level ?? 0;
    if (level > 0) return level;
    if (!name.includes('.')) return loggers.get('root')!.level;
  }
}

function* emit(
  py: Interpreter,
  logger: Logger,
  level: number,
  message: Value,
  args: Value,
): Suspendable<null> {
  const state = py.state(loggingState);
  if (!py.running || level < effectiveLevel(py, logger)) return null;
  const given = (args as PyTuple).items;
  const template = py.str(message);
  const text =
    given.length === 0
      ? template
      : percentFormat(py, template, given.length === 1 && given[0] instanceof PyDict ? given[0] : args);
  const record = PyDict.fromStrings([
    ['levelname', levelName(level)],
    ['levelno', level],
    ['name', logger.name],
    ['message', text],
    ['asctime', new Date(py.host.now()).toISOString().replace('T', ' ').replace('.', ',').replace('Z', '')],
    ['module', 'script'],
    ['filename', py.host.scriptPath],
    ['lineno', py.span?.start.line ?? 0],
    ['funcName', py.frame?.func?.code.name ?? '<module>'],
  ]);
  const line = state.format === null ? text : percentFormat(py, state.format, record);
  yield* writeTo(py, state.stream ?? currentStream(py, 'stderr'), `${line}\n`);
  return null;
}

const SHORTCUTS: readonly (readonly [string, number])[] = [
  ['debug', 10],
  ['info', 20],
  ['warning', 30],
  ['warn', 30],
  ['error', 40],
  ['exception', 40],
  ['critical', 50],
  ['fatal', 50],
];

const loggerClass: PyClass = new PyClass(
  'Logger',
  [objectClass],
  [
    ...named(
      ...SHORTCUTS.map(([name, level]) =>
        suspendableMethod(`${name}(self, msg, *args, **kwargs)`, ([self, message, args], py) =>
          emit(py, self as Logger, level, message, args),
        ),
      ),
      suspendableMethod('log(self, level, msg, *args, **kwargs)', ([self, level, message, args], py) =>
        emit(py, self as Logger, levelOf(level), message, args),
      ),
      method('setLevel(self, level)', ([self, level]) => {
        (self as Logger).level = levelOf(level);
        return null;
      }),
      method('getEffectiveLevel(self)', ([self], py) => effectiveLevel(py, self as Logger)),
      method(
        'isEnabledFor(self, level)',
        ([self, level], py) => levelOf(level) >= effectiveLevel(py, self as Logger),
      ),
      method('addHandler(self, hdlr)', () => null),
      method(
        '__repr__(self)',
        ([self], py) =>
          `<Logger ${(self as Logger).name} (${levelName(effectiveLevel(py, self as Logger))})>`,
      ),
    ),
    property('name', self => (self as Logger).name),
    property('level', self => (self as Logger).level),
  ],
  { module: 'logging' },
);

const functions: NativeFunction[] = [
  native('getLogger(name=None)', ([name], py) =>
    loggerNamed(py, name === null || name === '' ? 'root' : String(name)),
  ),
  native('getLevelName(level)', ([level]) =>
    typeof level === 'string' ? levelOf(level) : levelName(levelOf(level)),
  ),
  native('disable(level=50)', () => null),
  native('captureWarnings(capture)', () => null),
  native(
    'basicConfig(*, filename=None, filemode="a", format=None, datefmt=None, style="%", level=None, stream=None, handlers=None, force=False)',
    ([, , format, , , level, stream], py) => {
      const state = py.state(loggingState);
      if (state.format !== null) return null;
      state.format = format === null ? DEFAULT_FORMAT : String(format);
      state.stream = stream;
      if (level !== null) loggerNamed(py, 'root').level = levelOf(level);
      return null;
    },
  ),
  ...SHORTCUTS.map(([name, level]) =>
    suspendable(`${name}(msg, *args, **kwargs)`, function* ([message, args], py) {
      // The module's functions configure the root logger at their first use.
      py.state(loggingState).format ??= DEFAULT_FORMAT;
      return yield* emit(py, loggerNamed(py, 'root'), level, message, args);
    }),
  ),
];

export const module: LibraryModule = {
  name: 'logging',
  entries: () => [
    ...named(...functions),
    ...Object.entries(LEVELS),
    ['WARN', 30],
    ['FATAL', 50],
    ['Logger', loggerClass],
  ],
  unmodelled: 'all',
};
