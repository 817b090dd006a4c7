/** Dtype policies: what layers compute in and what their weights are kept in; the global one, and floatx. */
import type { DType } from '../../graph/dtypes.ts';
import { PyDict } from '../../python/collections.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import { NotKnown, PyInstance, PyList, touch, Unknown, type Value } from '../../python/values.ts';
import { dtypeOf } from './tensors/conversion.ts';

export interface DTypePolicy {
  readonly name: string;
  readonly compute: DType;
  readonly variable: DType;
}

/** The default float that layers and constants take. */
export const floatKey = new StateKey<{ current: string }>('keras.floatx', () => ({ current: 'float32' }));

/** The name of the global policy in a list, so that branches can undo it; None for floatx's. */
const globalKey = new StateKey<PyList>('keras.dtypePolicy', () => new PyList([null]));

export function globalPolicyName(py: Interpreter): Value {
  return py.state(globalKey).items[0];
}

export function setGlobalPolicy(py: Interpreter, name: Value): void {
  const holder = py.state(globalKey);
  touch(holder);
  holder.items[0] = name;
}

/** The default float, as a dtype. */
export function floatOf(py: Interpreter): DType {
  return dtypeOf(py, py.state(floatKey).current) ?? 'float32';
}

/** Whether numbers of this dtype have 16 bits. */
export function isNarrow(dtype: DType): boolean {
  return dtype === 'float16' || dtype === 'bfloat16';
}

function named(py: Interpreter, name: string): DTypePolicy | null {
  if (name === 'mixed_float16') return { name, compute: 'float16', variable: 'float32' };
  if (name === 'mixed_bfloat16') return { name, compute: 'bfloat16', variable: 'float32' };
  const quantized = /^(?:int8|float8)_from_(.+)$/.exec(name);
  if (quantized !== null) {
    const inner = named(py, quantized[1]);
    return inner === null ? null : { ...inner, name };
  }
  const dtype = dtypeOf(py, name);
  return dtype === null ? null : { name: dtype, compute: dtype, variable: dtype };
}

/** What `dtype=` stands for: a policy, its name, its config or a dtype; the global policy for None. */
export function policyOf(py: Interpreter, dtype: Value): DTypePolicy {
  if (dtype instanceof Unknown) throw new NotKnown(dtype.reason);
  const fallback: DTypePolicy = { name: 'float32', compute: 'float32', variable: 'float32' };
  if (dtype === null) {
    const name = globalPolicyName(py) ?? py.state(floatKey).current;
    return typeof name === 'string' ? (named(py, name) ?? fallback) : fallback;
  }
  if (typeof dtype === 'string') return named(py, dtype) ?? fallback;
  if (dtype instanceof PyDict) {
    const config = dtype.getString('config') ?? dtype;
    const name = config instanceof PyDict ? (config.getString('name') ?? null) : null;
    return policyOf(py, name);
  }
  if (dtype instanceof PyInstance) {
    const isPolicy = py.getAttributeOrUndefined(dtype, 'compute_dtype') !== undefined;
    const name = isPolicy ? py.getAttribute(dtype, 'name') : null;
    if (typeof name === 'string') return named(py, name) ?? fallback;
  }
  const plain = dtypeOf(py, dtype);
  return plain === null ? fallback : { name: plain, compute: plain, variable: plain };
}
