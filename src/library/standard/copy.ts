/** The copy module. */

import { makeTuple } from '../../python/builtins/tuple.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict, PySet } from '../../python/collections.ts';
import { Exception } from '../../python/errors.ts';
import { named, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { tupleClass } from '../../python/types.ts';
import {
  AttributeMap,
  PyBytes,
  PyInstance,
  PyList,
  PyObject,
  PyTuple,
  type Value,
} from '../../python/values.ts';

/** Copies the attributes of an instance into a new one of its class. */
function shallow(py: Interpreter, value: Value): Value {
  if (!(value instanceof PyObject) || value instanceof PyClass) return value;
  const custom = value.cls.lookup('__copy__');
  if (custom !== undefined) return py.call(custom, [value]);
  if (value instanceof PyList || value instanceof PyDict || value instanceof PySet)
    return sameContainer(value);
  if (value instanceof PyBytes) {
    return value.cls.adopt(new PyBytes(value.data.slice()));
  }
  const method = value.cls.lookup('copy');
  if (!(value instanceof PyInstance) || value instanceof PyTuple) {
    return method !== undefined && !value.cls.userDefined && !(value instanceof PyTuple)
      ? py.call(method, [value])
      : value;
  }
  const copy = value.cls.allocate();
  copy.attributes = new AttributeMap(value.attributes!.map);
  return copy;
}

function sameContainer<T extends PyList | PyDict | PySet>(value: T): T {
  const copy = value.cls.allocate() as T;
  copy.cls = value.cls;
  copy.restore(value.capture());
  if (value.attributes !== null) copy.attributes = new AttributeMap(value.attributes.map);
  return copy;
}

/** `deepcopy`; `memo` maps what has been copied to its copy. */
class DeepCopier {
  private readonly py: Interpreter;
  private readonly memo: Map<Value, Value>;
  private readonly memoDict: Value;

  constructor(py: Interpreter, memoDict: Value) {
    this.py = py;
    this.memo = new Map();
    this.memoDict = memoDict;
  }

  copy(value: Value): Value {
    if (!(value instanceof PyObject) || value instanceof PyClass) return value;
    const known = this.memo.get(value);
    if (known !== undefined) return known;
    const custom = value.cls.lookup('__deepcopy__');
    if (custom !== undefined) return this.remember(value, this.py.call(custom, [value, this.memoDict]));
    if (value instanceof PyList) return this.list(value);
    if (value instanceof PyTuple) return this.tuple(value);
    if (value instanceof PyDict) return this.dict(value);
    if (value instanceof PySet) return this.set(value);
    if (value instanceof PyInstance) return this.instance(value);
    return shallow(this.py, value);
  }

  private remember(original: Value, copy: Value): Value {
    this.memo.set(original, copy);
    return copy;
  }

  private list(value: PyList): Value {
    const copy = sameContainer(value);
    this.remember(value, copy);
    copy.items = value.items.map(item => this.copy(item));
    return copy;
  }

  private tuple(value: PyTuple): Value {
    const items = value.items.map(item => this.copy(item));
    const changed = items.some((item, index) => item !== value.items[index]);
    return this.remember(
      value,
      changed ? (value.cls === tupleClass ? new PyTuple(items) : makeTuple(value.cls, items)) : value,
    );
  }

  private dict(value: PyDict): Value {
    const copy = sameContainer(value);
    this.remember(value, copy);
    const entries = [...value.entries()];
    copy.clear();
    for (const [key, item] of entries) copy.set(this.copy(key), this.copy(item), this.py.keyRules);
    return copy;
  }

  private set(value: PySet): Value {
    const copy = sameContainer(value);
    const keys = [...value.keys()];
    copy.clear();
    for (const key of keys) copy.add(this.copy(key), this.py.keyRules);
    return this.remember(value, copy);
  }

  private instance(value: PyInstance): Value {
    const copy = value.cls.allocate();
    this.remember(value, copy);
    const attributes = new AttributeMap();
    for (const [name, item] of value.attributes!.map) attributes.map.set(name, this.copy(item));
    copy.attributes = attributes;
    return copy;
  }
}

export const module: LibraryModule = {
  name: 'copy',
  entries: () => [
    ...named(
      native('copy(x)', ([value], py) => shallow(py, value)),
      native('deepcopy(x, memo=None)', ([value, memo], py) =>
        new DeepCopier(py, memo ?? new PyDict()).copy(value),
      ),
    ),
    ['Error', new PyClass('Error', [Exception], [], { module: 'copy' })],
  ],
};
