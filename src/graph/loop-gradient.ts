// The gradient of a loop: a loop the other way, over what the first one saved of its turns.
import type { OperationName } from './attributes.ts';
import { gradientsOf, weightFactors } from './autodiff.ts';
import { isFloating } from './dtypes.ts';
import { type LoopBody, type LoopPart, loopInputs, loopParts, loopSize } from './loop.ts';
import * as ops from './operations/index.ts';
import { topologicalOrder } from './program.ts';
import { staticShape } from './shapes.ts';
import { substitute } from './substitute.ts';
import { attributesOf, constant, placeholder, type Tensor } from './tensor.ts';
import { Variable } from './variable.ts';

/** The gradient of a result as one of the flat result: never computed as such, {@link partOf} finds it again. */
export function spreadResult(output: Tensor, gradient: Tensor): Tensor {
  const source = output.inputs[0];
  const { body } = attributesOf(source, 'loop');
  const { offset, size } = loopParts(body)[attributesOf(output, 'loopResult').index];
  const flat = ops.cast(ops.reshape(gradient, [size]), source.dtype);
  return ops.pad(flat, [[offset, loopSize(body) - offset - size]]);
}

/** The gradient of one part within that of the flat result; null where it is zero. */
function partOf(gradient: Tensor, { offset, size, shape, value }: LoopPart): Tensor | null {
  const flat = stretchOf(gradient, offset, size);
  return flat === null ? null : ops.cast(ops.reshape(flat, shape), value.dtype);
}

function stretchOf(gradient: Tensor, offset: number, size: number): Tensor | null {
  if (ops.uniformConstant(gradient) === 0) return null;
  const whole = gradient.shape[0] as number;
  if (offset === 0 && size === whole) return gradient;
  if (gradient.op === 'add' && gradient.inputs.every(input => input.shape[0] === whole)) {
    const parts = gradient.inputs.map(input => stretchOf(input, offset, size)).filter(part => part !== null);
    return parts.length === 0 ? null : parts.reduce((sum, part) => ops.add(sum, part));
  }
  let start = 0;
  const pieces: [Tensor | null, number][] = [];
  if (gradient.op === 'pad') {
    const [[before, after]] = attributesOf(gradient, 'pad').padding;
    pieces.push([null, before], [gradient.inputs[0], gradient.inputs[0].shape[0] as number], [null, after]);
  } else if (gradient.op === 'concat') {
    for (const input of gradient.inputs) pieces.push([input, input.shape[0] as number]);
  }
  for (const [piece, length] of pieces) {
    if (offset >= start && offset + size <= start + length) {
      return piece === null ? null : stretchOf(piece, offset - start, size);
    }
    start += length;
  }
  return ops.slice(gradient, [offset], [size]);
}

/** How the gradient with respect to something captured adds up over the turns. */
type Contribution =
  | { readonly kind: 'none' }
  | { readonly kind: 'sum'; readonly term: Tensor }
  /** A weight's: the product of what all turns put side by side, `left` transposed by `right`. */
  | { readonly kind: 'product'; readonly left: Tensor; readonly right: Tensor };

/** One turn backwards: all tensors are over the leaves of `body`, of `upstream` and of `saved`. */
interface Adjoint {
  /** The loop that emits what going back needs. */
  readonly extended: LoopBody;
  /** Placeholders for what `extended` emits besides, in its order. */
  readonly saved: readonly Tensor[];
  /** Gradients of the states after the turn. */
  readonly states: readonly Variable[];
  /** Placeholders for the gradients of what was emitted; null where it is zero. */
  readonly upstream: readonly (Tensor | null)[];
  readonly ofStates: readonly (Tensor | null)[];
  readonly ofSlices: readonly (Tensor | null)[];
  readonly ofCaptured: readonly Contribution[];
}

const adjoints = new WeakMap<LoopBody, Map<string, Adjoint>>();

/** The turn backwards, made once for a body and the emitted parts that have a gradient. */
function adjointOf(body: LoopBody, present: readonly boolean[]): Adjoint {
  const key = present.map(Number).join('');
  const known = adjoints.get(body) ?? new Map<string, Adjoint>();
  adjoints.set(body, known);
  const adjoint = known.get(key) ?? makeAdjoint(body, present);
  known.set(key, adjoint);
  return adjoint;
}

function makeAdjoint(body: LoopBody, present: readonly boolean[]): Adjoint {
  const states = body.next.map(
    (value, index) =>
      new Variable({
        name: `gradient of state ${index}`,
        shape: staticShape('loop', value.shape),
        dtype: value.dtype,
        trainable: false,
        initial: 0,
      }),
  );
  const upstream = body.emitted.map((value, index) =>
    present[index] ? placeholder(value.shape, value.dtype, 'gradient') : null,
  );
  const wrt = [...body.states.map(state => state.read()), ...body.slices, ...body.captured];
  const roots = [
    ...body.next.map((value, index) => ({ value, gradient: () => states[index].read() })),
    ...body.emitted.flatMap((value, index) => {
      const given = upstream[index];
      return given === null ? [] : [{ value, gradient: () => given }];
    }),
  ];
  const found = gradientsOf(roots, wrt);
  const contributions = found.slice(body.states.length + body.slices.length).map((term): Contribution => {
    const factors = term === null ? null : weightFactors(term);
    if (factors !== null) return { kind: 'product', ...factors };
    return term === null ? { kind: 'none' } : { kind: 'sum', term };
  });
  const needed = [
    ...found.slice(0, body.states.length + body.slices.length),
    ...contributions.flatMap(part =>
      part.kind === 'product' ? [part.left, part.right] : part.kind === 'sum' ? [part.term] : [],
    ),
  ].filter(tensor => tensor !== null);
  const saving = choose(body, needed);
  const saved = saving.map(tensor => placeholder(tensor.shape, tensor.dtype, 'saved'));
  const replaced = new Map<Tensor, Tensor>(saving.map((tensor, index) => [tensor, saved[index]]));
  substitute(needed, replaced);
  const over = (tensor: Tensor): Tensor => replaced.get(tensor) as Tensor;
  const overOrNull = (tensor: Tensor | null) => (tensor === null ? null : over(tensor));
  return {
    extended: saving.length === 0 ? body : { ...body, emitted: [...body.emitted, ...saving], shorter: body },
    saved,
    states,
    upstream,
    ofStates: found.slice(0, body.states.length).map(overOrNull),
    ofSlices: found.slice(body.states.length, body.states.length + body.slices.length).map(overOrNull),
    ofCaptured: contributions.map(part => {
      if (part.kind === 'sum') return { kind: 'sum', term: over(part.term) };
      return part.kind === 'none' ? part : { ...part, left: over(part.left), right: over(part.right) };
    }),
  };
}

/** What costs less to compute again than to keep. */
const cheap: ReadonlySet<OperationName> = new Set<OperationName>([
  ...(['add', 'sub', 'mul', 'neg', 'select', 'maximum', 'minimum', 'relu', 'cast', 'broadcastTo'] as const),
  ...(['equal', 'notEqual', 'less', 'lessEqual', 'greater', 'greaterEqual'] as const),
  ...(['logicalAnd', 'logicalOr', 'logicalNot', 'reshape', 'identity', 'stopGradient'] as const),
]);

/** The tensors of the body that `needed` reads and that a loop has to save, in the body's order. */
function choose(body: LoopBody, needed: readonly Tensor[]): Tensor[] {
  const forward = topologicalOrder([...body.next, ...body.emitted]);
  const inBody = new Set(forward);
  const states = new Set(body.states.map(state => state.read()));
  const wanted = new Set<Tensor>();
  for (const tensor of [...needed, ...topologicalOrder(needed, inBody).flatMap(({ inputs }) => inputs)]) {
    if (inBody.has(tensor)) wanted.add(tensor);
  }
  // What is computed again needs its own inputs, so that the choice goes from the results to the leaves.
  const saved = new Set<Tensor>();
  const isFree = (tensor: Tensor) => tensor.inputs.length === 0 && !states.has(tensor);
  const near = new Map<Tensor, boolean>();
  for (const tensor of forward) {
    const kept = (input: Tensor) =>
      isFree(input) || states.has(input) || wanted.has(input) || near.get(input);
    near.set(tensor, cheap.has(tensor.op) && tensor.inputs.every(kept));
  }
  for (let index = forward.length - 1; index >= 0; index--) {
    const tensor = forward[index];
    if (!wanted.has(tensor) || isFree(tensor)) continue;
    if (near.get(tensor) || (tensor.inputs.length > 0 && !isFloating(tensor.dtype))) {
      for (const input of tensor.inputs) wanted.add(input);
    } else saved.add(tensor);
  }
  return forward.filter(tensor => saved.has(tensor));
}

/** Tensors in order, each once. */
class Places {
  readonly list: Tensor[] = [];
  of(tensor: Tensor): number {
    const at = this.list.indexOf(tensor);
    return at < 0 ? this.list.push(tensor) - 1 : at;
  }
}

/** Gradients of the inputs of a loop. */
export function loopGradient(
  output: Tensor,
  gradient: Tensor,
  wanted: readonly boolean[],
): readonly (Tensor | null)[] {
  const { body } = attributesOf(output, 'loop');
  const inputs = loopInputs(body, output.inputs);
  const upstream = loopParts(body).map(part => partOf(gradient, part));
  const ofEmitted = upstream.slice(body.states.length);
  const adjoint = adjointOf(
    body,
    ofEmitted.map(part => part !== null),
  );
  const forward = ops.apply('loop', output.inputs, { body: adjoint.extended });
  const known = new Map<Tensor, Tensor>();
  adjoint.upstream.forEach((leaf, index) => {
    if (leaf !== null) known.set(leaf, ofEmitted[index] as Tensor);
  });
  adjoint.saved.forEach((leaf, index) => {
    known.set(leaf, ops.loopResult(forward, body.states.length + body.emitted.length + index));
  });
  body.slices.forEach((leaf, index) => {
    known.set(leaf, inputs.sequences[index]);
  });
  return backwards(body, adjoint, { known, inputs, wanted, ofStates: upstream.slice(0, body.states.length) });
}

interface Backward {
  /** The sequences that leaves of the turn are slices of. */
  readonly known: ReadonlyMap<Tensor, Tensor>;
  readonly inputs: ReturnType<typeof loopInputs>;
  readonly wanted: readonly boolean[];
  readonly ofStates: readonly (Tensor | null)[];
}

function zerosLike(tensor: Tensor): Tensor {
  return constant(0, staticShape('loop', tensor.shape), tensor.dtype);
}

function backwards(body: LoopBody, adjoint: Adjoint, given: Backward): (Tensor | null)[] {
  const { known, inputs, wanted } = given;
  const [slices, states] = [body.slices.length, body.states.length];
  const emitted = new Places();
  const ofSlices = adjoint.ofSlices.map((tensor, index) =>
    tensor === null || !wanted[index] ? null : emitted.of(tensor),
  );
  const sums: { readonly state: Variable; readonly next: Tensor }[] = [];
  // A function of the loop's results for each captured tensor.
  const ofCaptured = adjoint.ofCaptured.map((part, index) => {
    if (part.kind === 'none' || !wanted[slices + states + index]) return null;
    if (part.kind === 'sum') return accumulate(sums, part.term, states);
    const sides = [part.left, part.right].map(tensor => {
      const whole = known.get(tensor);
      const place = whole === undefined ? emitted.of(tensor) : null;
      return (results: ops.LoopResults) => whole ?? results.emitted[place as number];
    });
    return (results: ops.LoopResults) => {
      const rows = sides.map(side => side(results)).map(all => ops.reshape(all, [-1, all.shape[2]]));
      return ops.matmul(rows[0], rows[1], { transposeA: true });
    };
  });
  const next = body.next.map((value, index) => {
    const gradient = adjoint.ofStates[index];
    // Gradients that fade over many turns would end as denormal numbers, with which processors compute many times
    // slower than with zeros.
    return gradient === null ? zerosLike(value) : ops.flush(gradient);
  });
  const roots = [...next, ...sums.map(sum => sum.next), ...emitted.list];
  const leaves = topologicalOrder(roots).filter(tensor => tensor.op === 'placeholder');
  const sequences = leaves.filter(leaf => known.has(leaf));
  const captured = leaves.filter(leaf => body.captured.includes(leaf));
  const turned: LoopBody = {
    turns: body.turns,
    backwards: !body.backwards,
    slices: sequences,
    states: [...adjoint.states, ...sums.map(sum => sum.state)],
    captured,
    next: [...next, ...sums.map(sum => sum.next)],
    emitted: emitted.list,
    shorter: null,
  };
  const starts = [
    ...body.next.map((value, index) => given.ofStates[index] ?? zerosLike(value)),
    ...sums.map(sum => zerosLike(sum.next)),
  ];
  const source = ops.apply(
    'loop',
    [
      ...sequences.map(leaf => known.get(leaf) as Tensor),
      ...starts,
      ...captured.map(leaf => inputs.captured[body.captured.indexOf(leaf)]),
    ],
    { body: turned },
  );
  const results = ops.resultsOf(source);
  return [
    ...ofSlices.map(place => (place === null ? null : results.emitted[place])),
    ...inputs.starts.map((start, index) => (isFloating(start.dtype) ? results.states[index] : null)),
    ...ofCaptured.map(of => of?.(results) ?? null),
  ];
}

/** A state that adds up a term over the turns; reads its last value. */
function accumulate(
  sums: { state: Variable; next: Tensor }[],
  term: Tensor,
  before: number,
): (results: ops.LoopResults) => Tensor {
  const state = new Variable({
    name: 'sum over turns',
    shape: staticShape('loop', term.shape),
    dtype: term.dtype,
    trainable: false,
    initial: 0,
  });
  const index = before + sums.push({ state, next: ops.add(state.read(), term) }) - 1;
  return results => results.states[index];
}
