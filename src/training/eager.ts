// Computing tensors at once: graphs of the same structure share one compiled program.
import type { DeviceValue, Executable, Feed } from '../graph/engine.ts';
import { setOrigin } from '../graph/origin.ts';
import { type Program, topologicalOrder, type Update } from '../graph/program.ts';
import type { SeedStream } from '../graph/random.ts';
import { staticShape } from '../graph/shapes.ts';
import { structuralKey } from '../graph/simplify.ts';
import { attributesOf, placeholder, Tensor } from '../graph/tensor.ts';

const capacity = 256;

interface Made {
  readonly program: Program;
  readonly executable: Executable;
}

interface Entry {
  /** Null where it was only counted. */
  made: Made | null;
  uses: number;
}

/** A computation that is ready to run. */
export interface Found {
  readonly program: Program;
  readonly feeds: readonly Feed[];
  /** Whether its structure was not computed before. */
  readonly isNew: boolean;
  run(): DeviceValue[];
  /** Takes back that it was computed. */
  forget(): void;
}

/** A program whose array constants became inputs, with what to feed and a key of its structure. */
interface Lifted {
  readonly key: string;
  feeds(): Feed[];
  build(): Program;
}

export class EagerCache {
  private readonly entries = new Map<string, Entry>();
  private readonly compile: (program: Program, seen: number) => Executable;

  /** `seen` tells how often the structure was computed before, so that single uses stay cheap. */
  constructor(compile: (program: Program, seen: number) => Executable) {
    this.compile = compile;
  }

  run(tensors: readonly Tensor[], updates: readonly Update[]): DeviceValue[] {
    return this.find(tensors, updates).run();
  }

  /** What computes tensors. */
  find(tensors: readonly Tensor[], updates: readonly Update[]): Found {
    return this.take(lift(tensors, updates));
  }

  /** The same if it was computed before, else null, and nothing is counted. */
  findKnown(tensors: readonly Tensor[], updates: readonly Update[]): Found | null {
    const lifted = lift(tensors, updates);
    return this.entries.has(lifted.key) ? this.take(lifted) : null;
  }

  private take(lifted: Lifted): Found {
    const entry = this.use(lifted.key);
    if (entry.uses === 2) {
      entry.made?.executable.dispose();
      entry.made = null;
    }
    const made = entry.made ?? this.make(lifted, entry.uses - 1);
    entry.made = made;
    const feeds = lifted.feeds();
    return {
      program: made.program,
      feeds,
      isNew: entry.uses === 1,
      run: () => made.executable.run(feeds),
      forget: () => {
        if (--entry.uses > 0 || this.entries.get(lifted.key) !== entry) return;
        made.executable.dispose();
        this.entries.delete(lifted.key);
      },
    };
  }

  private make(lifted: Lifted, seen: number): Made {
    const program = lifted.build();
    return { program, executable: this.compile(program, seen) };
  }

  /** Counts a computation that is not done here. */
  passOver(tensors: readonly Tensor[], updates: readonly Update[]): void {
    this.use(lift(tensors, updates).key);
  }

  private use(key: string): Entry {
    const entry = this.entries.get(key) ?? { made: null, uses: 0 };
    entry.uses++;
    this.entries.delete(key);
    this.entries.set(key, entry);
    if (this.entries.size > capacity) this.evict();
    return entry;
  }

  private evict(): void {
    const [oldest, entry] = this.entries.entries().next().value as [string, Entry];
    entry.made?.executable.dispose();
    this.entries.delete(oldest);
  }

  clear(): void {
    for (const { made } of this.entries.values()) made?.executable.dispose();
    this.entries.clear();
  }
}

/** Arrays and what was computed become inputs; other scalars stay constants, as their values shape the program. */
function isLifted(tensor: Tensor): boolean {
  if (tensor.op !== 'constant') return false;
  return tensor.shape.length > 0 || attributesOf(tensor, 'constant').isComputed === true;
}

/** The program that computes tensors: arrays among them are inputs, so that it is the same at each step of a loop. */
export function liftedProgram(tensors: readonly Tensor[], updates: readonly Update[]): Program {
  return lift(tensors, updates).build();
}

function lift(tensors: readonly Tensor[], updates: readonly Update[]): Lifted {
  const roots = [...tensors, ...updates.map(update => update.value)];
  const order = topologicalOrder(roots);
  const draws = drawNumbers(order);
  const number = new Map(order.map((tensor, index) => [tensor, index]));
  const name = (tensor: Tensor) => number.get(tensor) as number;
  const arrays = order.filter(isLifted);
  const lines = order.map(tensor => {
    if (isLifted(tensor)) return `in:${tensor.shape.join()}:${tensor.dtype}`;
    return structuralKey(draws.get(tensor) ?? tensor, name);
  });
  const ends = [
    tensors.map(name).join(),
    ...updates.map(({ variable, value }) => `${variable.id}=${name(value)}`),
  ];
  return {
    key: `${lines.join(';')}|${ends.join('|')}`,
    feeds: () =>
      arrays.map(tensor => ({
        data: attributesOf(tensor, 'constant').data,
        shape: staticShape('constant', tensor.shape),
        dtype: tensor.dtype,
      })),
    build: () => rebuild(order, arrays, draws, tensors, updates),
  };
}

/**
 * Random tensors with the numbers that they have among those of their stream, instead of ones that grow with every
 * trace: a stream moves on with every run, so that these draw anew, and a loop of the script's own finds its program.
 */
function drawNumbers(order: readonly Tensor[]): ReadonlyMap<Tensor, Tensor> {
  const counts = new Map<SeedStream, number>();
  const numbered = new Map<Tensor, Tensor>();
  for (const tensor of order) {
    const { op } = tensor;
    if (op !== 'randomUniform' && op !== 'randomNormal' && op !== 'randomTruncatedNormal') continue;
    const attributes = attributesOf(tensor, op);
    const salt = counts.get(attributes.stream) ?? 0;
    counts.set(attributes.stream, salt + 1);
    const previous = setOrigin(tensor.origin);
    numbered.set(tensor, new Tensor(op, [], { ...attributes, salt }, tensor.shape, tensor.dtype));
    setOrigin(previous);
  }
  return numbered;
}

function rebuild(
  order: readonly Tensor[],
  arrays: readonly Tensor[],
  draws: ReadonlyMap<Tensor, Tensor>,
  tensors: readonly Tensor[],
  updates: readonly Update[],
): Program {
  const copies = new Map<Tensor, Tensor>(draws);
  for (const tensor of arrays) copies.set(tensor, placeholder(tensor.shape, tensor.dtype));
  for (const tensor of order) {
    if (copies.has(tensor)) continue;
    const inputs = tensor.inputs.map(input => copies.get(input) as Tensor);
    const previous = setOrigin(tensor.origin);
    const same = inputs.every((input, index) => input === tensor.inputs[index]);
    copies.set(
      tensor,
      same ? tensor : new Tensor(tensor.op, inputs, tensor.attributes, tensor.shape, tensor.dtype),
    );
    setOrigin(previous);
  }
  const of = (tensor: Tensor) => copies.get(tensor) as Tensor;
  return {
    inputs: arrays.map(of),
    outputs: tensors.map(of),
    updates: updates.map(({ variable, value }) => ({ variable, value: of(value) })),
  };
}
