// Rewrites a program into an equal one with less to compute.
import type { HostData, OperationName } from './attributes.ts';
import { isFloating } from './dtypes.ts';
import { needsWrapping } from './integers.ts';
import type { LoopBody } from './loop.ts';
import * as ops from './operations/index.ts';
import { setOrigin } from './origin.ts';
import { needsRounding, roundingOf } from './precision.ts';
import { type Program, programRoots, topologicalOrder } from './program.ts';
import { evaluateReference, toHost } from './reference/index.ts';
import { isStatic, sameShape, sizeOf, staticShape } from './shapes.ts';
import { withInputs } from './substitute.ts';
import { attributesOf, constant, Tensor } from './tensor.ts';

/** Results above this many elements are not folded into constants. */
const foldingLimit = 4096;

/** A program with the same inputs and results: no dead, repeated, constant or idle operations. */
export function simplify(program: Program): Program {
  const rewritten = rewriteGraph(programRoots(program));
  const of = (tensor: Tensor) => rewritten.get(tensor) as Tensor;
  return {
    inputs: program.inputs,
    outputs: program.outputs.map(of),
    updates: program.updates
      .map(({ variable, value }) => ({ variable, value: of(value) }))
      .filter(({ variable, value }) => value !== variable.read()),
  };
}

function rewriteGraph(roots: readonly Tensor[]): Map<Tensor, Tensor> {
  const known = new Map<string, Tensor>();
  const result = new Map<Tensor, Tensor>();
  const order = topologicalOrder(roots);
  const longest = longestLoops(order);
  for (const tensor of order) {
    const inputs = tensor.inputs.map(input => result.get(input) as Tensor);
    const moved = withInputs(longest.get(tensor) ?? tensor, inputs);
    const previous = setOrigin(tensor.origin);
    const simple = inPrecision(settle(moved));
    setOrigin(previous);
    const key = structuralKey(simple);
    const same = known.get(key);
    if (same === undefined) known.set(key, simple);
    result.set(tensor, same ?? simple);
  }
  return result;
}

/** The result as its dtype holds it: with a step that rounds or wraps, where it comes with more than that. */
function inPrecision(tensor: Tensor): Tensor {
  if (needsWrapping(tensor)) return settle(ops.apply('wrap', [tensor], {}));
  const rounding = roundingOf(tensor.dtype);
  return rounding === null || !needsRounding(tensor) ? tensor : settle(ops.apply(rounding, [tensor], {}));
}

/** Loops over the same inputs that are beginnings of another, which gives their results too. */
function longestLoops(order: readonly Tensor[]): ReadonlyMap<Tensor, Tensor> {
  const chains = new Map<string, Tensor[]>();
  for (const tensor of order) {
    if (tensor.op !== 'loop') continue;
    let { body } = attributesOf(tensor, 'loop');
    while (body.shorter !== null) body = body.shorter;
    const key = `${identityOf(body)}:${tensor.inputs.map(input => input.id).join()}`;
    chains.set(key, [...(chains.get(key) ?? []), tensor]);
  }
  const longest = new Map<Tensor, Tensor>();
  for (const chain of chains.values()) {
    const bodyOf = (tensor: Tensor) => attributesOf(tensor, 'loop').body;
    chain.sort((a, b) => bodyOf(b).emitted.length - bodyOf(a).emitted.length);
    for (const tensor of chain) {
      const whole = chain.find(other => isBeginning(bodyOf(tensor), bodyOf(other)));
      if (whole !== undefined && whole !== tensor) longest.set(tensor, whole);
    }
  }
  return longest;
}

function isBeginning(start: LoopBody, body: LoopBody): boolean {
  for (let current: LoopBody | null = body; current !== null; current = current.shorter) {
    if (current === start) return true;
  }
  return false;
}

const simpleBodies = new WeakMap<LoopBody, { body: LoopBody; constants: readonly Tensor[] }>();

/** The loop with a simpler body; constants that lie in memory come in from outside. */
function simplifyLoop(tensor: Tensor): Tensor | null {
  const { body } = attributesOf(tensor, 'loop');
  let simple = simpleBodies.get(body);
  if (simple === undefined) {
    const results = [...body.next, ...body.emitted];
    const rewritten = rewriteGraph(results);
    const leaves = [...body.slices, ...body.states.map(state => state.read()), ...body.captured];
    const closed = ops.capture(
      leaves,
      results.map(result => rewritten.get(result) as Tensor),
    );
    const made: LoopBody = {
      ...body,
      captured: [...body.captured, ...closed.placeholders],
      next: closed.roots.slice(0, body.next.length),
      emitted: closed.roots.slice(body.next.length),
      shorter: null,
    };
    simple = { body: made, constants: closed.captured };
    simpleBodies.set(body, simple);
    simpleBodies.set(made, { body: made, constants: [] });
  }
  if (simple.body === body) return null;
  return ops.apply('loop', [...tensor.inputs, ...simple.constants], { body: simple.body });
}

/** Applies the rules until none does anything more. */
function settle(tensor: Tensor): Tensor {
  let current = tensor;
  for (let round = 0; round < 8; round++) {
    const next = fold(current) ?? rules[current.op]?.(current) ?? current;
    if (next === current) break;
    current = next;
  }
  return current;
}

function fold(tensor: Tensor): Tensor | null {
  // What reads a loop's results asks the loop where they lie.
  if (tensor.inputs.length === 0 || tensor.op === 'loop' || !isStatic(tensor.shape)) return null;
  if ((sizeOf(tensor.shape) as number) > foldingLimit) return null;
  if (!tensor.inputs.every(input => input.op === 'constant')) return null;
  const [cells] = evaluateReference([tensor]);
  return constant(toHost(cells, tensor.dtype), tensor.shape, tensor.dtype);
}

type Rule = (tensor: Tensor) => Tensor | null;

/** The tensor in the shape and dtype of what it replaces. */
function standIn(value: Tensor, replaced: Tensor): Tensor | null {
  if (value.dtype !== replaced.dtype) return null;
  if (sameShape(value.shape, replaced.shape)) return value;
  return isStatic(replaced.shape) ? ops.broadcastTo(value, replaced.shape) : null;
}

/** Removes an operation with a neutral constant on either or only the right side. */
function neutral(value: number, sides: 'both' | 'right'): Rule {
  return tensor => {
    const [a, b] = tensor.inputs;
    if (ops.uniformConstant(b) === value) return standIn(a, tensor);
    if (sides === 'both' && ops.uniformConstant(a) === value) return standIn(b, tensor);
    return null;
  };
}

/** What was rounded so before is not rounded again. */
const roundedAlready: Rule = tensor => (tensor.inputs[0].op === tensor.op ? tensor.inputs[0] : null);

const rules: Partial<Record<OperationName, Rule>> = {
  identity: tensor => tensor.inputs[0],
  wrap: roundedAlready,
  toHalf: roundedAlready,
  toBfloat16: roundedAlready,
  stopGradient: tensor => tensor.inputs[0],
  withGradient: tensor => tensor.inputs[0],
  add: neutral(0, 'both'),
  sub: tensor => neutral(0, 'right')(tensor) ?? subtractRows(tensor),
  mul: neutral(1, 'both'),
  div(tensor) {
    const value = ops.uniformConstant(tensor.inputs[1]);
    if (value === 1) return standIn(tensor.inputs[0], tensor);
    const exact = value !== undefined && value !== 0 && Number.isInteger(Math.log2(Math.abs(value)));
    return exact ? ops.mul(tensor.inputs[0], ops.div(1, tensor.inputs[1])) : null;
  },
  neg(tensor) {
    return tensor.inputs[0].op === 'neg' ? tensor.inputs[0].inputs[0] : null;
  },
  pow(tensor) {
    const exponent = ops.uniformConstant(tensor.inputs[1]);
    const base = tensor.inputs[0];
    if (!sameShape(base.shape, tensor.shape)) return null;
    if (exponent === 1) return base;
    if (exponent === 2) return ops.mul(base, base);
    if (exponent === 0.5 && isFloating(base.dtype)) return ops.sqrt(base);
    return null;
  },
  cast(tensor) {
    const source = tensor.inputs[0];
    if (source.dtype === tensor.dtype) return source;
    return null;
  },
  reshape(tensor) {
    const source = tensor.inputs[0];
    if (sameShape(source.shape, tensor.shape)) return source;
    if (source.op !== 'reshape') return null;
    return new Tensor('reshape', source.inputs, {}, tensor.shape, tensor.dtype);
  },
  broadcastTo(tensor) {
    return sameShape(tensor.inputs[0].shape, tensor.shape) ? tensor.inputs[0] : null;
  },
  transpose(tensor) {
    const source = tensor.inputs[0];
    const { permutation } = attributesOf(tensor, 'transpose');
    if (source.op === 'transpose') {
      const inner = attributesOf(source, 'transpose').permutation;
      return ops.transpose(
        source.inputs[0],
        permutation.map(axis => inner[axis]),
      );
    }
    return asReshape(tensor, permutation);
  },
  reverse(tensor) {
    const source = tensor.inputs[0];
    const same = (axes: readonly number[]) => axes.join() === attributesOf(tensor, 'reverse').axes.join();
    return source.op === 'reverse' && same(attributesOf(source, 'reverse').axes) ? source.inputs[0] : null;
  },
  loop: simplifyLoop,
  matmul: foldTranspose,
  sum: tensor => joinReductions(tensor) ?? splitReduction(tensor, 'sum'),
  prod: tensor => splitReduction(tensor, 'prod'),
  max: tensor => splitReduction(tensor, 'max'),
  min: tensor => splitReduction(tensor, 'min'),
  select(tensor) {
    const [condition, a, b] = tensor.inputs;
    const value = ops.uniformConstant(condition);
    if (value === undefined) return null;
    return standIn(value !== 0 ? a : b, tensor);
  },
};

/** A step against a gradient that is zero but for some rows touches only these: a table minus rows times a rate. */
function subtractRows(tensor: Tensor): Tensor | null {
  const [table, change] = tensor.inputs;
  if (change.op !== 'mul' || !sameShape(table.shape, change.shape)) return null;
  const rows = change.inputs.find(input => input.op === 'scatterSum');
  const rate = change.inputs.find(input => input !== rows);
  if (rows === undefined || rate === undefined || rate.shape.length > 0) return null;
  if (attributesOf(rows, 'scatterSum').axis !== 0 || tensor.dtype !== 'float32') return null;
  const [indices, updates] = rows.inputs;
  return ops.scatterAdd(table, indices, ops.mul(updates, ops.neg(rate)));
}

/** A transpose that only moves axes of size 1 is a reshape. */
function asReshape(tensor: Tensor, permutation: readonly number[]): Tensor | null {
  const shape = tensor.inputs[0].shape;
  if (!isStatic(shape)) return null;
  const order = permutation.filter(axis => shape[axis] !== 1);
  const sorted = order.every((axis, index) => index === 0 || axis > order[index - 1]);
  return sorted ? ops.reshape(tensor.inputs[0], staticShape('transpose', tensor.shape)) : null;
}

/** Whether a transpose swaps the last two axes and nothing else. */
function swapsLast(tensor: Tensor): boolean {
  if (tensor.op !== 'transpose') return false;
  const { permutation } = attributesOf(tensor, 'transpose');
  const rank = permutation.length;
  return permutation.every((axis, index) =>
    index < rank - 2 ? axis === index : axis === 2 * rank - 3 - index,
  );
}

function foldTranspose(tensor: Tensor): Tensor | null {
  const [a, b] = tensor.inputs;
  const { transposeA, transposeB } = attributesOf(tensor, 'matmul');
  const [left, right] = [swapsLast(a), swapsLast(b)];
  if (!left && !right) return null;
  return new Tensor(
    'matmul',
    [left ? a.inputs[0] : a, right ? b.inputs[0] : b],
    { transposeA: transposeA !== left, transposeB: transposeB !== right },
    tensor.shape,
    tensor.dtype,
  );
}

/** A sum over axes of size 1 is a reshape. */
function joinReductions(tensor: Tensor): Tensor | null {
  const source = tensor.inputs[0];
  const { axes } = attributesOf(tensor, 'sum');
  if (!axes.every(axis => source.shape[axis] === 1) || !isStatic(tensor.shape)) return null;
  return ops.reshape(source, tensor.shape);
}

const reducers = { sum: ops.sum, prod: ops.prod, max: ops.max, min: ops.min } as const;

/** A reduction over axes with kept ones between them as one over each run of neighbours, the last first. */
function splitReduction(tensor: Tensor, name: 'sum' | 'prod' | 'max' | 'min'): Tensor | null {
  const source = tensor.inputs[0];
  if (!isStatic(tensor.shape)) return null;
  const axes = attributesOf(tensor, name).axes.filter(axis => source.shape[axis] !== 1);
  const kept = (axis: number) => !axes.includes(axis) && source.shape[axis] !== 1;
  const last = axes.at(-1);
  if (last === undefined) return null;
  let first = axes.length - 1;
  const apart = (from: number, to: number) => {
    for (let axis = from + 1; axis < to; axis++) if (kept(axis)) return true;
    return false;
  };
  while (first > 0 && !apart(axes[first - 1], axes[first])) first--;
  if (first === 0) return null;
  const inner = reducers[name](source, axes.slice(first), true);
  return ops.reshape(reducers[name](inner, axes.slice(0, first)), tensor.shape);
}

const identities = new WeakMap<object, number>();
let nextIdentity = 0;

/** A number that stands for an object in a key. */
function identityOf(value: object): number {
  const known = identities.get(value);
  if (known !== undefined) return known;
  const fresh = nextIdentity++;
  identities.set(value, fresh);
  return fresh;
}

function attributeKey(tensor: Tensor): string {
  switch (tensor.op) {
    case 'constant': {
      const { data } = attributesOf(tensor, 'constant');
      return data.length <= 16
        ? Array.from(data, value => (Object.is(value, -0) ? '-0' : value)).join()
        : uniformKey(tensor, data);
    }
    case 'variable':
      return `v${attributesOf(tensor, 'variable').variable.id}`;
    case 'placeholder':
      return `p${tensor.id}`;
    case 'randomUniform':
    case 'randomNormal':
    case 'randomTruncatedNormal': {
      const { stream, salt } = attributesOf(tensor, tensor.op);
      return `${identityOf(stream)}:${salt}`;
    }
    case 'loop':
      return bodyKey(attributesOf(tensor, 'loop').body);
    default:
      return JSON.stringify(tensor.attributes);
  }
}

function uniformKey(tensor: Tensor, data: HostData): string {
  const value = ops.uniformConstant(tensor);
  if (value === undefined) return `#${identityOf(data)}`;
  return `all ${Object.is(value, -0) ? '-0' : value}`;
}

const bodyKeys = new WeakMap<LoopBody, string>();

/** Equal for bodies that compute the same. */
function bodyKey(body: LoopBody): string {
  const known = bodyKeys.get(body);
  if (known !== undefined) return known;
  const leaves = [...body.slices, ...body.states.map(state => state.read()), ...body.captured];
  const number = new Map(leaves.map((leaf, index) => [leaf, index]));
  const name = (tensor: Tensor) => number.get(tensor) as number;
  const lines = leaves.map(({ shape, dtype }) => `${shape.join()}:${dtype}`);
  for (const tensor of topologicalOrder([...body.next, ...body.emitted], number)) {
    lines.push(structuralKey(tensor, name));
    number.set(tensor, number.size);
  }
  const ends = [body.turns, body.backwards, body.slices.length, body.states.length];
  const key = [...lines, ends.join(), body.next.map(name).join(), body.emitted.map(name).join()].join(';');
  bodyKeys.set(body, key);
  return key;
}

/** Equal for tensors that compute the same; inputs are told apart by `name`. */
export function structuralKey(tensor: Tensor, name: (input: Tensor) => number = input => input.id): string {
  return `${tensor.op}(${tensor.inputs.map(name).join()})${attributeKey(tensor)}:${tensor.shape.join()}:${tensor.dtype}`;
}
