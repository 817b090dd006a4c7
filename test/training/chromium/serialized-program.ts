// A program as plain data, so that a page can compute what a test in Node built.

import type { HostData, OperationAttributes, OperationName } from '../../../src/graph/attributes.ts';
import type { DType } from '../../../src/graph/dtypes.ts';
import type { LoopBody } from '../../../src/graph/loop.ts';
import { topologicalOrder } from '../../../src/graph/program.ts';
import { SeedStream } from '../../../src/graph/random.ts';
import type { Shape } from '../../../src/graph/shapes.ts';
import { attributesOf, Tensor } from '../../../src/graph/tensor.ts';
import { Variable } from '../../../src/graph/variable.ts';

interface SerializedTensor {
  readonly op: OperationName;
  readonly inputs: readonly number[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly shape: Shape;
  readonly dtype: DType;
}

/** A loop's body with the places of its tensors. */
interface SerializedBody {
  readonly turns: number;
  readonly backwards: boolean;
  readonly slices: readonly number[];
  readonly states: readonly number[];
  readonly captured: readonly number[];
  readonly next: readonly number[];
  readonly emitted: readonly number[];
  /** The place of a body among the bodies. */
  readonly shorter: number | null;
}

export interface SerializedProgram {
  readonly name: string;
  readonly tensors: readonly SerializedTensor[];
  /** Each stands before the first loop that has it. */
  readonly bodies: readonly SerializedBody[];
  readonly outputs: readonly number[];
}

const kinds = { Float32Array, Float64Array, Int32Array, Uint8Array };

/** Infinities and NaN have no JSON. */
function plain(values: HostData): readonly (number | string)[] {
  return Array.from(values, value => (Number.isFinite(value) ? value : String(value)));
}

function contents(data: HostData): Record<string, unknown> {
  return { data: { kind: data.constructor.name, values: plain(data) } };
}

class Serializer {
  readonly tensors: SerializedTensor[] = [];
  readonly bodies: SerializedBody[] = [];
  readonly #places = new Map<Tensor, number>();
  readonly #bodyPlaces = new Map<LoopBody, number>();

  /** Takes in what roots need and returns their places. */
  add(roots: readonly Tensor[]): number[] {
    for (const tensor of topologicalOrder(roots, this.#places)) {
      const serialized = this.#serialized(tensor);
      this.#places.set(tensor, this.tensors.push(serialized) - 1);
    }
    return roots.map(root => this.#places.get(root) as number);
  }

  #serialized(tensor: Tensor): SerializedTensor {
    const { op, shape, dtype } = tensor;
    const inputs = tensor.inputs.map(input => this.#places.get(input) as number);
    return { op, inputs, attributes: this.#attributes(tensor), shape, dtype };
  }

  #attributes(tensor: Tensor): Record<string, unknown> {
    if (tensor.op === 'constant') return contents(attributesOf(tensor, 'constant').data);
    if (tensor.op === 'variable') return contents(attributesOf(tensor, 'variable').variable.initialValue());
    if (tensor.op === 'loop') return { body: this.#body(attributesOf(tensor, 'loop').body) };
    const entries = Object.entries(tensor.attributes as object).map(([name, value]) =>
      value instanceof SeedStream ? [name, { seed: value.seed }] : [name, value],
    );
    return Object.fromEntries(entries) as Record<string, unknown>;
  }

  #body(body: LoopBody): number {
    const known = this.#bodyPlaces.get(body);
    if (known !== undefined) return known;
    const shorter = body.shorter === null ? null : this.#body(body.shorter);
    const made: SerializedBody = {
      turns: body.turns,
      backwards: body.backwards,
      slices: this.add(body.slices),
      states: this.add(body.states.map(state => state.read())),
      captured: this.add(body.captured),
      next: this.add(body.next),
      emitted: this.add(body.emitted),
      shorter,
    };
    const place = this.bodies.push(made) - 1;
    this.#bodyPlaces.set(body, place);
    return place;
  }
}

export function serialize(name: string, roots: readonly Tensor[]): SerializedProgram {
  const serializer = new Serializer();
  const outputs = serializer.add(roots);
  return { name, tensors: serializer.tensors, bodies: serializer.bodies, outputs };
}

/** Contents as a variable or a constant has them. */
function dataFrom(attributes: SerializedTensor['attributes']): HostData {
  const { kind, values } = attributes.data as { kind: keyof typeof kinds; values: (number | string)[] };
  return kinds[kind].from(values.map(Number));
}

/** The roots again; variables stay variables, since what is made of constants alone is computed ahead. */
export function deserialize(program: SerializedProgram): Tensor[] {
  const made: Tensor[] = [];
  const bodies: LoopBody[] = [];
  const at = (places: readonly number[]) => places.map(place => made[place]);
  const bodyAt = (place: number): LoopBody => {
    const { turns, backwards, shorter, ...places } = program.bodies[place];
    bodies[place] ??= {
      turns,
      backwards,
      slices: at(places.slices),
      states: at(places.states).map(state => attributesOf(state, 'variable').variable),
      captured: at(places.captured),
      next: at(places.next),
      emitted: at(places.emitted),
      shorter: shorter === null ? null : bodyAt(shorter),
    };
    return bodies[place];
  };
  const attributesFrom = ({ op, attributes }: SerializedTensor): OperationAttributes[OperationName] => {
    if (op === 'constant') return { data: dataFrom(attributes) };
    if (op === 'loop') return { body: bodyAt(attributes.body as number) };
    if ('stream' in attributes)
      return {
        ...attributes,
        stream: new SeedStream((attributes.stream as { seed: number }).seed),
      } as OperationAttributes[OperationName];
    return attributes as OperationAttributes[OperationName];
  };
  for (const item of program.tensors) {
    const { op, shape, dtype } = item;
    if (op === 'variable') {
      const initial = dataFrom(item.attributes);
      made.push(new Variable({ name: 'variable', shape: shape as number[], dtype, initial }).read());
      continue;
    }
    made.push(new Tensor(op, at(item.inputs), attributesFrom(item), shape, dtype));
  }
  return program.outputs.map(place => made[place]);
}
