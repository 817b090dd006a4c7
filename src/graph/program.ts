// A program: placeholders in, outputs and variable updates out; and the order in which it computes.
import { attributesOf, type Tensor } from './tensor.ts';
import type { Variable } from './variable.ts';

export interface Update {
  readonly variable: Variable;
  readonly value: Tensor;
}

export interface Program {
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  /** All updates read the old values, then all are written. */
  readonly updates: readonly Update[];
}

/** Every tensor that the roots need, inputs before users, `known` ones and what only these need left out; without recursion, for deep graphs. */
export function topologicalOrder(
  roots: readonly Tensor[],
  known: { has(tensor: Tensor): boolean } = new Set<Tensor>(),
): Tensor[] {
  const order: Tensor[] = [];
  const state = new Map<Tensor, 'open' | 'done'>();
  const stack: Tensor[] = [];
  for (const root of roots) {
    stack.push(root);
    while (stack.length > 0) {
      const tensor = stack[stack.length - 1];
      if (known.has(tensor)) {
        stack.pop();
        continue;
      }
      if (state.has(tensor)) {
        stack.pop();
        if (state.get(tensor) === 'open') {
          state.set(tensor, 'done');
          order.push(tensor);
        }
        continue;
      }
      state.set(tensor, 'open');
      for (let index = tensor.inputs.length - 1; index >= 0; index--) {
        if (!state.has(tensor.inputs[index])) stack.push(tensor.inputs[index]);
      }
    }
  }
  return order;
}

export function programRoots(program: Program): Tensor[] {
  return [...program.outputs, ...program.updates.map(update => update.value)];
}

/** Variables that a program reads or writes, each once. */
export function programVariables(program: Program): Variable[] {
  const found = new Set<Variable>(program.updates.map(update => update.variable));
  for (const tensor of topologicalOrder(programRoots(program))) {
    if (tensor.op === 'variable') found.add(attributesOf(tensor, 'variable').variable);
  }
  return [...found];
}
