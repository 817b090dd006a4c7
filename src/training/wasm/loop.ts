// Loops as loops: the calls of one turn between a prologue that sets the states and an epilogue that hands them out.
import { storageOf } from '../../graph/dtypes.ts';
import { loopInputs, loopParts } from '../../graph/loop.ts';
import { uniformConstant } from '../../graph/operations/index.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import { bytesOf, type LoopLayout, layOutLoop, workingOffset } from '../host/layout.ts';
import { roundUp, slack } from '../host/linear-memory.ts';
import { type Step, sourceOf } from '../host/steps.ts';
import type { Call, KernelCall, KernelLibrary, Pointer } from './kernels.ts';
import { copyKernel, fillKernel } from './movement.ts';

type Address = (tensor: Tensor) => number;

/** Calls for a step, or null where its reference kernel has to compute it. */
export type StepCalls = (library: KernelLibrary, step: Step, address: Address) => readonly Call[] | null;

function copy(library: KernelLibrary, from: number, to: number, bytes: number): KernelCall {
  const kernel = copyKernel(library, { dims: [bytes / 4], from: [1], fromOffset: 0, to: [1], toOffset: 0 });
  return { kernel, arguments: [from, to] };
}

/** The calls of a loop; null where something in it has only a reference kernel, which then computes the whole loop. */
export function callLoop(
  library: KernelLibrary,
  node: Tensor,
  address: Address,
  callsOf: StepCalls,
): readonly Call[] | null {
  const { body } = attributesOf(node, 'loop');
  const plan = layOutLoop(body);
  const inputs = loopInputs(body, node.inputs);
  const [result, working] = [address(node), address(node) + workingOffset(node)];
  const parts = loopParts(body);
  const pointers: Pointer[] = [];
  /** The place of a turn in something that holds one after the other. */
  const moving = (start: number, turn: Tensor): number => {
    const stride = bytesOf(turn);
    const first = body.backwards ? start + (body.turns - 1) * stride : start;
    const pointer = library.pointer(first, body.backwards ? -stride : stride);
    pointers.push(pointer);
    return pointer.address;
  };
  const places = new Map<Tensor, number>();
  body.slices.forEach((leaf, index) => {
    places.set(leaf, moving(address(inputs.sequences[index]), leaf));
  });
  body.captured.forEach((leaf, index) => {
    places.set(leaf, address(inputs.captured[index]));
  });
  const stateAddress = (variable: Variable): number => working + (plan.states.get(variable) as number);
  for (const state of body.states) places.set(state.read(), stateAddress(state));
  const emitted = body.emitted.map((value, index) =>
    moving(result + 4 * parts[body.states.length + index].offset, value),
  );
  for (const [tensor, index] of plan.direct) places.set(tensor, emitted[index]);
  const own: Address = tensor => {
    const source = sourceOf(tensor);
    const known = places.get(source);
    if (known !== undefined) return known;
    const place = plan.layout.places.get(source);
    if (place === undefined) throw new RangeError(`${tensor.op} has no place in its loop`);
    return place.kind === 'variable' ? stateAddress(place.variable) : working + place.offset;
  };
  const turn: Call[] = [];
  for (const step of plan.steps) {
    const calls = callsOf(library, step, own);
    if (calls === null) return null;
    turn.push(...calls);
  }
  body.emitted.forEach((value, index) => {
    if (own(value) !== emitted[index]) turn.push(copy(library, own(value), emitted[index], bytesOf(value)));
  });
  turn.push(...handOn(library, plan, own, working));
  return [
    ...inputs.starts.map((start, index) =>
      copy(library, address(start), stateAddress(body.states[index]), bytesOf(start)),
    ),
    ...fills(library, plan, own),
    { turns: body.turns, pointers, calls: turn },
    ...body.states.map((state, index) =>
      copy(library, stateAddress(state), result + 4 * parts[index].offset, 4 * state.size),
    ),
  ];
}

/** Constants that kernels read from memory; the space may have held something else since the last run. */
function fills(library: KernelLibrary, { layout }: LoopLayout, own: Address): KernelCall[] {
  return [...layout.places.keys()]
    .filter(tensor => tensor.op === 'constant')
    .map(tensor => ({
      kernel: fillKernel(
        library,
        bytesOf(tensor) / 4,
        uniformConstant(tensor) ?? 0,
        storageOf(tensor.dtype) === 'float32',
      ),
      arguments: [own(tensor)],
    }));
}

/** Copies new states over the old ones; those that were others' states are put aside first. */
function handOn(library: KernelLibrary, plan: LoopLayout, own: Address, working: number): KernelCall[] {
  const [aside, over]: [KernelCall[], KernelCall[]] = [[], []];
  let spare = working + plan.spare;
  for (const { value, variable } of plan.layout.copies) {
    const to = working + (plan.states.get(variable) as number);
    const bytes = bytesOf(value);
    let from = own(value);
    if (sourceOf(value).op === 'variable') {
      aside.push(copy(library, from, spare, bytes));
      from = spare;
      spare += roundUp(bytes + slack);
    }
    over.push(copy(library, from, to, bytes));
  }
  return [...aside, ...over];
}
