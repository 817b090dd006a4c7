// Uniform random numbers, four at a time: Threefry-2x32 with 13 rounds, the same bits as the reference.
import { sizeOf, staticShape } from '../../graph/shapes.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { FunctionWriter } from './assembler.ts';
import { i32Type, op, simd, v128Type } from './instructions.ts';
import type { KernelCall, KernelLibrary } from './kernels.ts';

const rotations = [13, 15, 26, 6, 17, 29, 16, 24];
const parity = 0x1bd11bda;

/** Calls kernel (out, seed, stream, salt). */
export function callUniform(
  library: KernelLibrary,
  node: Tensor,
  address: (tensor: Tensor) => number,
): KernelCall[] {
  const { stream, salt } = attributesOf(node, 'randomUniform');
  const size = sizeOf(staticShape('randomUniform', node.shape)) as number;
  if (size === 0) return [];
  const kernel = library.kernel(`uniform ${size}`, 4, writer =>
    new UniformWriter(library, writer, size).write(),
  );
  return [{ kernel, arguments: [address(node), stream.seed, library.streamIndex(stream), salt] }];
}

class UniformWriter {
  private readonly library: KernelLibrary;
  private readonly f: FunctionWriter;
  private readonly size: number;

  constructor(library: KernelLibrary, f: FunctionWriter, size: number) {
    this.library = library;
    this.f = f;
    this.size = size;
  }

  /** The second words fill the second half; going backwards, what spills over the middle is overwritten. */
  write(): void {
    const { f } = this;
    const half = (this.size + 1) >> 1;
    const keys = this.keys();
    const counter = f.local(i32Type);
    const last = (Math.ceil(half / 4) - 1) * 4;
    f.i32(last);
    f.set(counter);
    const x = f.local(v128Type);
    const y = f.local(v128Type);
    f.repeat(last / 4 + 1, () => {
      f.get(counter);
      f.simd(simd.i32Splat);
      f.constI32(0, 1, 2, 3);
      f.simd(simd.i32Add);
      f.get(keys[0]);
      f.simd(simd.i32Add);
      f.set(x);
      f.get(3);
      f.simd(simd.i32Splat);
      f.get(keys[1]);
      f.simd(simd.i32Add);
      f.set(y);
      this.rounds(x, y, keys);
      this.store(x, counter, 0);
      this.store(y, counter, half * 4);
      f.advance(counter, -4);
    });
  }

  /** Splatted seed, position and their combination with the parity word. */
  private keys(): number[] {
    const { f } = this;
    const keys = [0, 1, 2].map(() => f.local(v128Type));
    f.get(1);
    f.simd(simd.i32Splat);
    f.set(keys[0]);
    f.get(2);
    f.emit(op.f64ConvertI32);
    f.call(this.library.module.importIndex('position'));
    f.emit(0xfc, 0x02);
    f.simd(simd.i32Splat);
    f.set(keys[1]);
    f.get(keys[0]);
    f.get(keys[1]);
    f.simd(simd.xor);
    f.constI32(parity);
    f.simd(simd.xor);
    f.set(keys[2]);
    return keys;
  }

  private rounds(x: number, y: number, keys: readonly number[]): void {
    const { f } = this;
    for (let round = 0; round < 13; round++) {
      f.get(x);
      f.get(y);
      f.simd(simd.i32Add);
      f.set(x);
      const turn = rotations[round & 7];
      f.get(y);
      f.i32(turn);
      f.simd(simd.i32Shl);
      f.get(y);
      f.i32(32 - turn);
      f.simd(simd.i32ShrU);
      f.simd(simd.or);
      f.get(x);
      f.simd(simd.xor);
      f.set(y);
      if ((round & 3) !== 3) continue;
      const injection = (round >> 2) + 1;
      f.get(x);
      f.get(keys[injection % 3]);
      f.simd(simd.i32Add);
      f.set(x);
      f.get(y);
      f.get(keys[(injection + 1) % 3]);
      f.simd(simd.i32Add);
      f.constI32(injection);
      f.simd(simd.i32Add);
      f.set(y);
    }
  }

  private store(words: number, counter: number, offset: number): void {
    const { f } = this;
    f.get(0);
    f.get(counter);
    f.i32(4);
    f.emit(op.i32Mul, op.i32Add);
    f.get(words);
    f.i32(8);
    f.simd(simd.i32ShrU);
    f.simd(simd.f32ConvertI32);
    f.constF32(2 ** -24);
    f.simd(simd.f32Mul);
    f.vectorAccess(simd.store, offset);
  }
}
