// Loops turn by turn, with the reference kernels of their bodies.
import { loopParts } from '../loop.ts';
import { topologicalOrder } from '../program.ts';
import { sizeOf, staticShape } from '../shapes.ts';
import { attributesOf, type Tensor } from '../tensor.ts';
import type { Cells, Kernel, PreparedKernel } from './kernel.ts';

interface Places {
  /** Cells of the size of a tensor. */
  readonly newCells: (tensor: Tensor) => Cells;
  readonly prepare: (node: Tensor) => PreparedKernel;
  readonly constantCells: (node: Tensor) => Cells;
}

const sizeOfTensor = (tensor: Tensor) => sizeOf(staticShape(tensor.op, tensor.shape)) as number;

/** The kernel of loops, whose bodies are computed with the kernels given. */
export function loopKernel({ newCells, prepare, constantCells }: Places): Kernel {
  return node => {
    const { body } = attributesOf(node, 'loop');
    const leaves = [...body.slices, ...body.states.map(state => state.read()), ...body.captured];
    const values = new Map<Tensor, Cells>();
    const steps: (() => void)[] = [];
    for (const tensor of topologicalOrder([...body.next, ...body.emitted], new Set(leaves))) {
      if (tensor.op === 'constant') {
        values.set(tensor, constantCells(tensor));
        continue;
      }
      const kernel = prepare(tensor);
      const output = newCells(tensor);
      values.set(tensor, output);
      steps.push(() =>
        kernel(
          tensor.inputs.map(input => values.get(input) as Cells),
          output,
        ),
      );
    }
    const parts = loopParts(body);
    return (cells, out) => {
      const [slices, before] = [body.slices.length, body.slices.length + body.states.length];
      body.captured.forEach((leaf, index) => {
        values.set(leaf, cells[before + index]);
      });
      const states = body.states.map((state, index) => {
        const own = cells[slices + index].slice();
        values.set(state.read(), own);
        return own;
      });
      for (let turn = 0; turn < body.turns; turn++) {
        const index = body.backwards ? body.turns - 1 - turn : turn;
        body.slices.forEach((leaf, place) => {
          const size = sizeOfTensor(leaf);
          values.set(leaf, cells[place].subarray(index * size, (index + 1) * size));
        });
        for (const step of steps) step();
        body.emitted.forEach((value, place) => {
          const { offset } = parts[body.states.length + place];
          out.set(values.get(value) as Cells, offset + index * sizeOfTensor(value));
        });
        const after = body.next.map(value => (values.get(value) as Cells).slice());
        for (const [place, own] of states.entries()) own.set(after[place]);
      }
      for (const [place, own] of states.entries()) out.set(own, parts[place].offset);
    };
  };
}

/** A part of the flat result. */
export const loopResultKernel: Kernel = node => {
  const { body } = attributesOf(node.inputs[0], 'loop');
  const { offset, size } = loopParts(body)[attributesOf(node, 'loopResult').index];
  return ([flat], out) => out.set(flat.subarray(offset, offset + size));
};
