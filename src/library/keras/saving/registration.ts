/** Classes and functions of a script that saved configs may name: registered ones and those of custom object scopes. */
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { method, named, native } from '../../../python/functions.ts';
import { type Interpreter, StateKey } from '../../../python/interpreter.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, PyInstance, Unknown, type Value } from '../../../python/values.ts';
import { ofVersion } from '../versionWords.ts';

interface CustomObjects {
  /** By registered name: what `get_custom_objects` gives. */
  readonly registered: PyDict;
  readonly names: Map<Value, string>;
  /** The dicts of open scopes, innermost last. */
  readonly scopes: PyDict[];
}

const customObjectsKey = new StateKey<CustomObjects>('keras.customObjects', () => ({
  registered: new PyDict(),
  names: new Map(),
  scopes: [],
}));

/** The name a class or function is saved under: the registered one, else its own. */
export function registeredName(py: Interpreter, object: Value): string {
  const known = py.state(customObjectsKey).names.get(object);
  return known ?? py.str(py.getAttribute(object, '__name__'));
}

/** What the script has registered for a name of a loss or metric, which Keras 3 does not look for there. */
export function registeredByScript(py: Interpreter, name: string): Value | undefined {
  return ofVersion(py, { 1: true, 2: true, 3: false }) ? registeredObject(py, name) : undefined;
}

/** The registered object, or one of an open scope, of this name. */
export function registeredObject(py: Interpreter, name: string): Value | undefined {
  const { registered, scopes } = py.state(customObjectsKey);
  for (const scope of scopes.toReversed()) {
    const found = scope.getString(name);
    if (found !== undefined) return found;
  }
  const exact = registered.getString(name);
  if (exact !== undefined) return exact;
  for (const [key, value] of registered.entries()) if (String(key).endsWith(`>${name}`)) return value;
  return undefined;
}

/** Runs `body` while the names of `objects` (a dict or None) can be found. */
export function withCustomObjects<T>(py: Interpreter, objects: Value, body: () => T): T {
  if (!(objects instanceof PyDict)) return body();
  const { scopes } = py.state(customObjectsKey);
  scopes.push(objects);
  try {
    return body();
  } finally {
    scopes.splice(scopes.lastIndexOf(objects), 1);
  }
}

const register = native(
  'register_keras_serializable(package="Custom", name=None)',
  ([packageName, name], py) =>
    native(
      'decorator(arg)',
      ([object]) => {
        if (object instanceof Unknown) throw new NotKnown(object.reason);
        const own = name === null ? py.str(py.getAttribute(object, '__name__')) : py.str(name);
        const full = `${py.str(packageName)}>${own}`;
        if (
          object instanceof PyClass &&
          py.running &&
          py.getAttributeOrUndefined(object, 'get_config') === undefined
        ) {
          throw raise(ValueError, 'Cannot register a class that does not have a get_config() method.');
        }
        const { registered, names } = py.state(customObjectsKey);
        registered.setString(full, object);
        names.set(object, full);
        return object;
      },
      'Makes a class or function known to configs under its name.',
    ),
  'A decorator: saved models name the class or function `package>name`.',
);

const scopeClass = new PyClass(
  'CustomObjectScope',
  [objectClass],
  named(
    method('__init__(self, custom_objects)', ([self, objects]) => {
      (self as PyInstance).attributes!.set('custom_objects', objects);
      return null;
    }),
    method('__enter__(self)', ([self], py) => {
      const objects = (self as PyInstance).attributes!.get('custom_objects');
      if (objects instanceof PyDict) py.state(customObjectsKey).scopes.push(objects);
      return self;
    }),
    method('__exit__(self, *args)', ([self], py) => {
      const objects = (self as PyInstance).attributes!.get('custom_objects');
      const { scopes } = py.state(customObjectsKey);
      const place = objects instanceof PyDict ? scopes.lastIndexOf(objects) : -1;
      if (place >= 0) scopes.splice(place, 1);
      return null;
    }),
  ),
  { module: 'keras.src.saving.object_registration', allocate: cls => new PyInstance(cls) },
);

/** What `keras.saving` and `keras.utils` share. */
export const registrationEntries: readonly (readonly [string, Value])[] = [
  ['register_keras_serializable', register],
  ['CustomObjectScope', scopeClass],
  ['custom_object_scope', scopeClass],
  [
    'get_custom_objects',
    native('get_custom_objects()', (_args, py) => py.state(customObjectsKey).registered),
  ],
  ['get_registered_name', native('get_registered_name(obj)', ([object], py) => registeredName(py, object))],
  [
    'get_registered_object',
    native(
      'get_registered_object(name, custom_objects=None, module_objects=None)',
      ([name, objects, modules], py) => {
        const text = py.str(name);
        const found = withCustomObjects(py, objects, () => registeredObject(py, text));
        return found ?? (modules instanceof PyDict ? (modules.getString(text) ?? null) : null);
      },
    ),
  ],
];
