/** `keras.callbacks.Callback`: the hooks, and how native callbacks and the user's are called. */
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { method, type NativeFunction, suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { classOf, objectClass } from '../../../python/types.ts';
import { PyFloat, PyObject, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { KerasObject } from '../objects/kerasObject.ts';
import { type ByVersion, ofVersion } from '../versionWords.ts';

export type Logs = ReadonlyMap<string, number>;

/** Hooks that take an index and logs, and those that take logs only. */
export const indexedHooks = [
  ['on_epoch_begin', 'epoch'],
  ['on_epoch_end', 'epoch'],
  ['on_batch_begin', 'batch'],
  ['on_batch_end', 'batch'],
  ['on_train_batch_begin', 'batch'],
  ['on_train_batch_end', 'batch'],
  ['on_test_batch_begin', 'batch'],
  ['on_test_batch_end', 'batch'],
  ['on_predict_batch_begin', 'batch'],
  ['on_predict_batch_end', 'batch'],
] as const;
export const plainHooks = [
  'on_train_begin',
  'on_train_end',
  'on_test_begin',
  'on_test_end',
  'on_predict_begin',
  'on_predict_end',
] as const;

export type Hook = (typeof indexedHooks)[number][0] | (typeof plainHooks)[number];

const noHooks = new Set<Value>();

function hook(signature: string): NativeFunction {
  return ofNobody(method(signature, () => null));
}

function ofNobody(made: NativeFunction): NativeFunction {
  noHooks.add(made);
  return made;
}

/** The older name of a newer hook; null for others. */
function olderName(name: Hook): Hook | null {
  return name.startsWith('on_train_batch_') ? (name.replace('_train', '') as Hook) : null;
}

/** The base's own `on_train_batch_end` calls the older hook, also where a script calls it with `super()`. */
function newerHook(name: Hook, older: Hook): NativeFunction {
  return ofNobody(
    suspendableMethod(`${name}(self, batch, logs=None)`, function* ([self, batch, logs], py) {
      if (implemented(self, older))
        yield* py.callAndWait(py.getAttribute(self, older), [batch], PyDict.fromStrings([['logs', logs]]));
      return null;
    }),
  );
}

export const callbackClass: PyClass = new PyClass(
  'Callback',
  [objectClass],
  [
    [
      '__init__',
      method('Callback.__init__(self)', ([self]) => {
        (self as KerasObject).attributes.set('params', null);
        (self as KerasObject).attributes.set('_model', null);
        return null;
      }),
    ],
    [
      'set_model',
      method('set_model(self, model)', ([self, model]) => {
        (self as KerasObject).attributes.set('model', model);
        return null;
      }),
    ],
    [
      'set_params',
      method('set_params(self, params)', ([self, params]) => {
        (self as KerasObject).attributes.set('params', params);
        return null;
      }),
    ],
    ...indexedHooks.map(([name, parameter]) => {
      const older = olderName(name);
      const made = older === null ? hook(`${name}(self, ${parameter}, logs=None)`) : newerHook(name, older);
      return [name, made] as const;
    }),
    ...plainHooks.map(name => [name, hook(`${name}(self, logs=None)`)] as const),
  ],
  { module: 'keras.src.callbacks.callback', allocate: cls => new KerasObject(cls) },
);
callbackClass.unmodelled = 'all';

/** Numbers by name as the dict that hooks receive. */
export function logsDict(logs: Logs): PyDict {
  return PyDict.fromStrings([...logs].map(([name, value]) => [name, new PyFloat(value)] as const));
}

/** Hooks whose logs are passed by name: what Keras 3 calls at batches, and what the newer hooks call for the older ones. */
const namedLogs: ByVersion<RegExp> = { 1: /^$/, 2: /^on_batch_/, 3: /_batch_/ };

/** What a hook is called with. */
export function hookArguments(
  py: Interpreter,
  name: Hook,
  args: readonly Value[],
): { readonly positional: readonly Value[]; readonly keywords: PyDict | null } {
  const byName = args.length === 2 && ofVersion(py, namedLogs).test(name);
  return byName
    ? { positional: [args[0]], keywords: PyDict.fromStrings([['logs', args[1]]]) }
    : { positional: args, keywords: null };
}

/** The callbacks of one call of fit, evaluate or predict. */
export class CallbackList {
  readonly py: Interpreter;
  readonly items: readonly Value[];

  constructor(py: Interpreter, items: readonly Value[]) {
    this.py = py;
    this.items = items;
  }

  /** Whether any callback does something at this hook. */
  listens(...names: Hook[]): boolean {
    return this.items.some(item => names.some(name => implemented(item, name)));
  }

  *setUp(model: Value, params: PyDict): Suspendable<void> {
    for (const item of this.items) {
      yield* this.py.callAndWait(this.py.getAttribute(item, 'set_model'), [model]);
      yield* this.py.callAndWait(this.py.getAttribute(item, 'set_params'), [params]);
    }
  }

  /** Calls a hook of every callback that has it, by the name that the version calls. */
  *fire(name: Hook, index: number | null, logs: PyDict | null): Suspendable<void> {
    const older = olderName(name);
    for (const item of this.items) {
      const called =
        older === null || (isCalled(this.py, item, name) && implemented(item, name)) ? name : older;
      if (!implemented(item, called) || !existsIn(this.py, called)) continue;
      const dict = logs ?? new PyDict();
      const args = hookArguments(this.py, called, index === null ? [dict] : [index, dict]);
      yield* this.py.callAndWait(this.py.getAttribute(item, called), args.positional, args.keywords);
    }
  }
}

/** Keras 1 has hooks for training alone, those of batches by their older names. */
function existsIn(py: Interpreter, name: Hook): boolean {
  return py.state(kerasVersionKey).current !== 1 || !/^on_(test|predict|train_batch)_/.test(name);
}

/** Whether Keras calls a hook of its own accord: the newer one of a batch takes the place of the older. */
export function isCalled(py: Interpreter, item: Value, name: Hook): boolean {
  if (name !== 'on_batch_begin' && name !== 'on_batch_end') return existsIn(py, name);
  const newer = name.replace('on_', 'on_train_') as Hook;
  return !existsIn(py, newer) || !implemented(item, newer);
}

export function implemented(item: Value, name: Hook): boolean {
  if (item instanceof PyObject && item.attributes?.map.has(name)) return true;
  const found = classOf(item).lookup(name);
  return found !== undefined && !noHooks.has(found);
}
