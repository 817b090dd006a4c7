/** The warnings module: each place warns once, in Python's format, on standard error. */

import { currentStream, writeTo } from '../../python/builtins/streams.ts';
import { PyClass } from '../../python/classes.ts';
import { builtinExceptions, makeException, PythonError, UserWarning } from '../../python/errors.ts';
import { method, type NativeFunction, named, native, suspendable } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { StateKey } from '../../python/state.ts';
import { isInstance, objectClass } from '../../python/types.ts';
import { AttributeMap, PyInstance, PyList, type Value } from '../../python/values.ts';

interface Filter {
  readonly action: string;
  readonly category: PyClass;
  readonly pattern: string;
}

interface WarningState {
  filters: Filter[];
  /** Places that have warned already. */
  shown: Set<string>;
  /** The list of an active `catch_warnings(record=True)`. */
  record: PyList | null;
}

const warningState = new StateKey<WarningState>('warnings', () => ({
  filters: [],
  shown: new Set(),
  record: null,
}));
const Warning = builtinExceptions.get('Warning')!;
const IGNORED_BY_DEFAULT = [
  'DeprecationWarning',
  'PendingDeprecationWarning',
  'ImportWarning',
  'ResourceWarning',
];

function actionFor(state: WarningState, category: PyClass, text: string, isMain: boolean): string {
  for (const filter of state.filters) {
    if (category.isSubclassOf(filter.category) && new RegExp(`^(?:${filter.pattern})`, 'i').test(text))
      return filter.action;
  }
  if (isMain && category.name === 'DeprecationWarning') return 'default';
  return category.mro.some(base => IGNORED_BY_DEFAULT.includes(base.name)) ? 'ignore' : 'default';
}

/** Warns as `warnings.warn` does. */
export function* warn(py: Interpreter, message: Value, category: PyClass, stackLevel = 1) {
  const state = py.state(warningState);
  const exception = isInstance(message, Warning) ? (message as PyInstance) : makeException(category, message);
  const cls = exception.cls;
  const text = py.str(exception);
  let frame = py.frame;
  for (let level = 1; level < stackLevel && frame?.caller; level++) frame = frame.caller;
  // What a library warns of is said of the line that called it.
  while (frame?.file.isLibrary && frame.caller) frame = frame.caller;
  const line = frame?.span?.start.line ?? 1;
  const path = frame?.file.path ?? 'script.py';
  const action = actionFor(state, cls, text, frame?.file.isScript ?? true);
  if (action === 'ignore') return;
  if (action === 'error') throw new PythonError(exception);
  if (state.record !== null) {
    state.record.items.push(recorded(exception, cls, path, line));
    return;
  }
  const key =
    action === 'once' ? `${cls.name}\u0000${text}` : `${path}:${line}\u0000${cls.name}\u0000${text}`;
  if (action !== 'always' && state.shown.has(key)) return;
  state.shown.add(key);
  const source = frame?.file.text.split('\n')[line - 1]?.trim() ?? '';
  yield* writeTo(
    py,
    currentStream(py, 'stderr'),
    `${path}:${line}: ${cls.name}: ${text}\n${source === '' ? '' : `  ${source}\n`}`,
  );
}

const messageClass = new PyClass('WarningMessage', [objectClass], [], { module: 'warnings' });

function recorded(exception: PyInstance, category: PyClass, path: string, line: number): PyInstance {
  const record = new PyInstance(messageClass);
  record.attributes = new AttributeMap([
    ['message', exception],
    ['category', category],
    ['filename', path],
    ['lineno', line],
  ]);
  return record;
}

const functions: NativeFunction[] = [
  suspendable(
    'warn(message, category=None, stacklevel=1, source=None)',
    function* ([message, category, level], py) {
      yield* warn(
        py,
        message,
        (category as PyClass | null) ?? UserWarning,
        typeof level === 'number' ? level : 1,
      );
      return null;
    },
  ),
  native('simplefilter(action, category=Warning, lineno=0, append=False)', ([action, category], py) => {
    const cls = category instanceof PyClass ? category : Warning;
    py.state(warningState).filters.unshift({ action: String(action), category: cls, pattern: '' });
    return null;
  }),
  native(
    "filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False)",
    ([action, pattern, category], py) => {
      const cls = category instanceof PyClass ? category : Warning;
      py.state(warningState).filters.unshift({
        action: String(action),
        category: cls,
        pattern: String(pattern),
      });
      return null;
    },
  ),
  native('resetwarnings()', (_args, py) => {
    py.state(warningState).filters = [{ action: 'default', category: Warning, pattern: '' }];
    return null;
  }),
];

const saved = new WeakMap<PyInstance, WarningState>();

const catchClass = new PyClass(
  'catch_warnings',
  [objectClass],
  named(
    method(
      '__init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False)',
      ([self, record, , action]) => {
        (self as PyInstance).attributes!.set('_record', record);
        (self as PyInstance).attributes!.set('_action', action);
        return null;
      },
    ),
    method('__enter__(self)', ([self], py) => {
      const instance = self as PyInstance;
      const state = py.state(warningState);
      saved.set(instance, { ...state, filters: [...state.filters], shown: new Set(state.shown) });
      const action = instance.attributes!.get('_action') ?? null;
      if (action !== null) state.filters.unshift({ action: String(action), category: Warning, pattern: '' });
      if (instance.attributes!.get('_record') !== true) return null;
      state.record = new PyList([]);
      return state.record;
    }),
    method('__exit__(self, *args)', ([self], py) => {
      Object.assign(py.state(warningState), saved.get(self as PyInstance));
      return null;
    }),
  ),
  { module: 'warnings' },
);

export const module: LibraryModule = {
  name: 'warnings',
  entries: () => [...named(...functions), ['catch_warnings', catchClass]],
  unmodelled: new Set(['showwarning', 'formatwarning', 'warn_explicit']),
};
