// A program as plain data, so that a page can compute what a test in Node built.

import type { HostData, OperationAttributes, OperationName } from '../../../src/graph/attributes.ts';
import type { DType } from '../../../src/graph/dtypes.ts';
import { topologicalOrder } from '../../../src/graph/program.ts';
import { SeedStream } from '../../../src/graph/random.ts';
import type { Shape } from '../../../src/graph/shapes.ts';
import { attributesOf, Tensor } from '../../../src/graph/tensor.ts';

interface SerializedTensor {
  readonly op: OperationName;
  readonly inputs: readonly number[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly shape: Shape;
  readonly dtype: DType;
}

export interface SerializedProgram {
  readonly name: string;
  readonly tensors: readonly SerializedTensor[];
  readonly outputs: readonly number[];
}

const kinds = { Float32Array, Int32Array, Uint8Array };

/** Infinities and NaN have no JSON. */
function plain(values: HostData): readonly (number | string)[] {
  return Array.from(values, value => (Number.isFinite(value) ? value : String(value)));
}

function contents(data: HostData): Record<string, unknown> {
  return { data: { kind: data.constructor.name, values: plain(data) } };
}

function attributesAsData(tensor: Tensor): Record<string, unknown> {
  if (tensor.op === 'constant') return contents(attributesOf(tensor, 'constant').data);
  const entries = Object.entries(tensor.attributes as object).map(([name, value]) =>
    value instanceof SeedStream ? [name, { seed: value.seed }] : [name, value],
  );
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** The tensors that roots need; variables become constants with their initial values. */
export function serialize(name: string, roots: readonly Tensor[]): SerializedProgram {
  const order = topologicalOrder(roots);
  const place = new Map(order.map((tensor, index) => [tensor, index]));
  const tensors = order.map((tensor): SerializedTensor => {
    const { shape, dtype } = tensor;
    if (tensor.op === 'variable') {
      const data = attributesOf(tensor, 'variable').variable.initialValue();
      return { op: 'constant', inputs: [], attributes: contents(data), shape, dtype };
    }
    const inputs = tensor.inputs.map(input => place.get(input) as number);
    return { op: tensor.op, inputs, attributes: attributesAsData(tensor), shape, dtype };
  });
  return { name, tensors, outputs: roots.map(root => place.get(root) as number) };
}

function attributesFromData({ op, attributes }: SerializedTensor): OperationAttributes[OperationName] {
  if (op === 'constant') {
    const { kind, values } = attributes.data as { kind: keyof typeof kinds; values: (number | string)[] };
    return { data: kinds[kind].from(values.map(Number)) };
  }
  if ('stream' in attributes)
    return {
      ...attributes,
      stream: new SeedStream((attributes.stream as { seed: number }).seed),
    } as OperationAttributes[OperationName];
  return attributes as OperationAttributes[OperationName];
}

/** The roots again. */
export function deserialize(program: SerializedProgram): Tensor[] {
  const made: Tensor[] = [];
  for (const item of program.tensors) {
    const inputs = item.inputs.map(index => made[index]);
    made.push(new Tensor(item.op, inputs, attributesFromData(item), item.shape, item.dtype));
  }
  return program.outputs.map(index => made[index]);
}
