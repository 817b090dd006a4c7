/** Installs the methods of the built-in types, and names the built-in functions. */
import type { Value } from '../values.ts';
import { installBytes } from './bytes.ts';
import { installComplex } from './complex.ts';
import { installDict } from './dict.ts';
import { installExceptions } from './exceptions.ts';
import { installFloat } from './float.ts';
import { installFunctionTypes } from './functionTypes.ts';
import { installObject } from './object.ts';
import { installRanges } from './range.ts';
import { installSets } from './set.ts';
import { installSuper } from './super.ts';
import { installStr } from './str.ts';
import { installList } from './list.ts';
import { installIntegers } from './int.ts';
import { installTuple } from './tuple.ts';
import { installIterators } from './iterators.ts';
import { native } from '../functions.ts';
import { PyRange, PyTuple } from '../values.ts';
import { builtinExceptions } from '../errors.ts';
import * as types from '../types.ts';

installStr();
installBytes(); installComplex(); installDict(); installExceptions(); installFloat(); installFunctionTypes(); installObject(); installRanges(); installSets(); installSuper();
installList();
installIntegers();
installTuple();
installIterators();
export const builtinNames: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...builtinExceptions,
  ['print', native('print(*values, sep=" ", end="\\n", file=None, flush=False)', ([values, sep, end], py) => {
    py.host.write('stdout', (values as PyTuple).items.map(v => py.str(v)).join(String(sep)) + String(end));
    return null;
  })],
  ['len', native('len(obj, /)', ([v], py) => py.length(v))],
  ['range', native('range(start, stop=None, step=1, /)', ([a, b, c]) => b === null ? new PyRange(0, a as number, 1) : new PyRange(a as number, b as number, c as number))],
  ['type', types.typeClass], ['int', types.intClass], ['float', types.floatClass], ['str', types.strClass], ['list', types.listClass], ['dict', types.dictClass], ['tuple', types.tupleClass], ['object', types.objectClass], ['super', types.superClass], ['property', types.propertyClass],
]);
