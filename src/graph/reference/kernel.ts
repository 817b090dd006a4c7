// The form of the reference kernels: prepared once for a node, then run on cells of 32 or 64 bits.
import type { Tensor } from '../tensor.ts';

/** Contents of a tensor while computing: floats, or integers and bools (0 and 1). */
export type Cells = Float32Array | Float64Array | Int32Array;

export type PreparedKernel = (inputs: readonly Cells[], output: Cells) => void;

/** Works out geometry from static shapes and returns the loop; `output` may hold anything before. */
export type Kernel = (node: Tensor) => PreparedKernel;
