/** What any value looks like to a person who points at its name: arrays, models, layers, data sets, plain values. */
import { DatasetObject } from '../library/keras/data/datasetObject.ts';
import { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import { ModelObject } from '../library/keras/models/modelObject.ts';
import { kerasRecordKey } from '../library/keras/record.ts';
import { PyDict } from '../python/collections.ts';
import type { Interpreter } from '../python/interpreter.ts';
import { reprOf } from '../python/operations/text.ts';
import { NotKnown, PyFloat, PyList, PyTuple, type Value } from '../python/values.ts';
import { describeValue } from './describe.ts';
import { analyseLayer, analyseModel } from './models.ts';
import type { AnalysedValue, UsedValue } from './program.ts';

/** Longer texts, lists and dictionaries are told by their length. */
const LONGEST_TEXT = 60;

/** So many keys of a dictionary are named. */
const MOST_KEYS = 8;

/** Nested deeper than this, collections are told by their length. */
const DEEPEST = 2;

/** A value at one moment. Models and layers are described at the end, when they are built. */
export interface Described {
  /** Equal for values that look the same. */
  readonly key: string;
  readonly describe: () => UsedValue;
}

/** Null for what has no shape, layers or contents to tell: functions, classes, modules, the unknown. */
export function describeUsed(value: Value, py: Interpreter): Described | null {
  if (value instanceof ModelObject) {
    const { models, compiles } = py.state(kerasRecordKey);
    const number = [...models].indexOf(value);
    const model = () => analyseModel(value, { compiles }, null);
    const className = value.cls.name;
    return { key: `model ${number}`, describe: () => ({ kind: 'model', className, model: model() }) };
  }
  if (value instanceof LayerObject) {
    const number = [...py.state(kerasRecordKey).layers].indexOf(value);
    return {
      key: `layer ${number} ${value.name}`,
      describe: () => ({ kind: 'layer', layer: analyseLayer(value) }),
    };
  }
  const described = describeNow(value, py);
  return described === null ? null : { key: JSON.stringify(described), describe: () => described };
}

function describeNow(value: Value, py: Interpreter): UsedValue | null {
  const shaped = describeValue(value);
  if (shaped !== null) return { kind: 'value', value: shaped };
  if (value instanceof DatasetObject) return dataset(value, py);
  return plain(value, py);
}

function dataset(value: DatasetObject, py: Interpreter): UsedValue {
  const element = value.element;
  const parts = element instanceof PyTuple ? element.items : element === null ? [] : [element];
  const shaped = parts.map(describeValue).filter((part): part is AnalysedValue => part !== null);
  return {
    kind: 'dataset',
    type: 'Dataset',
    length: value.length,
    element: shaped.length === parts.length && !py.running ? shaped : [],
  };
}

function plain(value: Value, py: Interpreter): UsedValue | null {
  const type = typeOf(value);
  if (type === null) return null;
  const text = isShort(value, 0) ? textOf(value, py) : null;
  const [keys, length] = [keysOf(value, py), lengthOf(value)];
  return text === null && length === null ? null : { kind: 'plain', type, text, keys, length };
}

function typeOf(value: Value): string | null {
  if (value === null) return 'None';
  if (value instanceof PyFloat) return 'float';
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PyDict) return value.cls.name;
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 'int';
    case 'boolean':
      return 'bool';
    case 'string':
      return 'str';
    default:
      return null;
  }
}

/** Whether it holds plain values only, and few of them. */
function isShort(value: Value, depth: number): boolean {
  if (value instanceof PyList || value instanceof PyTuple) {
    return value.items.length < LONGEST_TEXT / 2 && areShort(value.items, depth + 1);
  }
  if (value instanceof PyDict) {
    return value.size < LONGEST_TEXT / 4 && areShort([...value.values()], depth + 1);
  }
  return typeOf(value) !== null;
}

function areShort(values: readonly Value[], depth: number): boolean {
  return depth <= DEEPEST && values.every(value => isShort(value, depth));
}

function textOf(value: Value, py: Interpreter): string | null {
  if ((value instanceof PyList || value instanceof PyDict) && value.lost !== null) return null;
  try {
    const text = reprOf(py, value);
    return text.length <= LONGEST_TEXT ? text : null;
  } catch (error) {
    if (error instanceof NotKnown) return null;
    throw error;
  }
}

function keysOf(value: Value, py: Interpreter): string[] | null {
  if (!(value instanceof PyDict) || value.lost !== null || value.size > MOST_KEYS) return null;
  const texts = [...value.keys()].map(key => (typeOf(key) === null ? null : textOf(key, py)));
  const known = texts.filter(text => text !== null);
  return known.length === texts.length && texts.length > 0 ? known : null;
}

function lengthOf(value: Value): number | null {
  if (typeof value === 'string') return value.length;
  if (value instanceof PyList) return value.lost === null ? value.items.length : null;
  if (value instanceof PyTuple) return value.items.length;
  if (value instanceof PyDict) return value.lost === null ? value.size : null;
  return null;
}
