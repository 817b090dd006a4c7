// Broadcasting at a low rank: neighbouring axes that operands broadcast in the same way are one axis.

const product = (dims: readonly number[]) => dims.reduce((total, dim) => total * dim, 1);

/** Shapes that broadcast as those given do, at the lowest rank there is; what comes out only needs its old shape. */
export function collapseAxes(shapes: readonly (readonly number[])[]): number[][] {
  const rank = Math.max(...shapes.map(shape => shape.length));
  const full = shapes.map(shape => [...new Array<number>(rank - shape.length).fill(1), ...shape]);
  const output = Array.from({ length: rank }, (_, axis) => Math.max(...full.map(shape => shape[axis])));
  // Whose values go along an axis; an axis of one element goes with any other.
  const along = (axis: number) => full.map(shape => shape[axis] === output[axis]).join();
  const groups: number[][] = [];
  for (let axis = 0; axis < rank; axis++) {
    if (output[axis] === 1) continue;
    const last = groups.at(-1);
    if (last !== undefined && along(last[0]) === along(axis)) last.push(axis);
    else groups.push([axis]);
  }
  return full.map(shape => groups.map(axes => product(axes.map(axis => shape[axis]))));
}
