// Pooling of one or two spatial axes, four channels at a time.
import { type ConvolutionGeometry, poolGeometry } from '../../graph/reference/products.ts';
import type { Tensor } from '../../graph/tensor.ts';
import type { FunctionWriter } from './assembler.ts';
import { i32Type, op, simd, v128Type } from './instructions.ts';
import type { Argument, KernelCall, KernelLibrary } from './kernels.ts';
import { copyKernel, fillKernel } from './movement.ts';

type PoolName = 'maxPool' | 'maxPoolGradient' | 'averagePool' | 'averagePoolGradient';

const round = (bytes: number) => Math.ceil((bytes + 64) / 64) * 64;

/** The same windows over images whose borders are real cells. */
function padded(g: ConvolutionGeometry): ConvolutionGeometry {
  const input = g.input.map((dim, axis) =>
    Math.max(dim + g.before[axis], (g.output[axis] - 1) * g.strides[axis] + g.window[axis]),
  );
  return { ...g, input, before: [0, 0, 0] };
}

/** Calls for a pooling or its gradient; null for what the reference kernels do. */
export function callPool(
  library: KernelLibrary,
  node: Tensor,
  address: (tensor: Tensor) => number,
): KernelCall[] | null {
  const g = poolGeometry(node);
  const name = node.op as PoolName;
  const back = name === 'maxPoolGradient' || name === 'averagePoolGradient';
  if (g.input[0] !== 1 || g.window[0] !== 1 || g.before[0] !== 0 || g.before.some(before => before < 0))
    return null;
  if (g.batch * g.channels === 0 || (back && g.channels % 4 !== 0)) return null;
  const wide = padded(g);
  const bordered = wide.input.some((dim, axis) => dim !== g.input[axis]);
  if (bordered && name !== 'maxPool' && name !== 'maxPoolGradient') return null;
  const parameters = name === 'maxPoolGradient' ? 4 : 2;
  const kernel = library.kernel(JSON.stringify([name, wide]), parameters, f =>
    new PoolWriter(f, wide, name).write(),
  );
  const inputs: Argument[] = node.inputs.map(address);
  if (bordered) return borderedCalls(library, g, wide, kernel, inputs, address(node), back);
  const calls: KernelCall[] = [];
  if (back) {
    const size = g.batch * g.input[1] * g.input[2] * g.channels;
    calls.push({ kernel: fillKernel(library, size, 0, true), arguments: [address(node)] });
  }
  calls.push({ kernel, arguments: [...inputs, address(node)] });
  return calls;
}

/** Maximum pooling through copies of the images with borders that never win. */
function borderedCalls(
  library: KernelLibrary,
  g: ConvolutionGeometry,
  wide: ConvolutionGeometry,
  kernel: number,
  inputs: readonly Argument[],
  out: number,
  back: boolean,
): KernelCall[] {
  const size = g.batch * wide.input[1] * wide.input[2] * g.channels;
  const second = round(size * 4);
  library.needScratch(second * 2);
  const interior = (g.before[1] * wide.input[2] + g.before[2]) * g.channels * 4;
  const small = [g.input[1] * g.input[2] * g.channels, g.input[2] * g.channels, 1];
  const large = [wide.input[1] * wide.input[2] * g.channels, wide.input[2] * g.channels, 1];
  const dims = [g.batch, g.input[1], g.input[2] * g.channels];
  const copy = (from: readonly number[], to: readonly number[]) =>
    copyKernel(library, { dims, from, to, fromOffset: 0, toOffset: 0 });
  const calls: KernelCall[] = [
    { kernel: fillKernel(library, size, -Infinity, true), arguments: [{ scratch: 0 }] },
    { kernel: copy(small, large), arguments: [inputs[0], { scratch: interior }] },
  ];
  if (!back) return [...calls, { kernel, arguments: [{ scratch: 0 }, out] }];
  return [
    ...calls,
    { kernel: fillKernel(library, size, 0, true), arguments: [{ scratch: second }] },
    { kernel, arguments: [{ scratch: 0 }, ...inputs.slice(1), { scratch: second }] },
    { kernel: copy(large, small), arguments: [{ scratch: second + interior }, out] },
  ];
}

class PoolWriter {
  private readonly f: FunctionWriter;
  private readonly g: ConvolutionGeometry;
  private readonly name: PoolName;
  /** Parameters that move over the large and over the small images. */
  private readonly large: readonly number[];
  private readonly small: readonly number[];

  constructor(f: FunctionWriter, g: ConvolutionGeometry, name: PoolName) {
    this.f = f;
    this.g = g;
    this.name = name;
    this.large = name === 'maxPoolGradient' ? [0, 3] : name === 'averagePoolGradient' ? [1] : [0];
    this.small = name === 'maxPoolGradient' ? [1, 2] : name === 'averagePoolGradient' ? [0] : [1];
  }

  write(): void {
    const { f, g } = this;
    const pixel = g.channels * 4;
    const move = (parameters: readonly number[], bytes: number) => {
      for (const parameter of parameters) f.advance(parameter, bytes);
    };
    f.repeat(g.batch, () => {
      f.repeat(g.output[1], () => {
        f.repeat(g.output[2], () => {
          this.cell();
          move(this.large, g.strides[2] * pixel);
          move(this.small, pixel);
        });
        move(this.large, (g.strides[1] * g.input[2] - g.output[2] * g.strides[2]) * pixel);
      });
      move(this.large, (g.input[1] - g.output[1] * g.strides[1]) * g.input[2] * pixel);
    });
  }

  private taps(): number[] {
    const { g } = this;
    const offsets: number[] = [];
    for (let y = 0; y < g.window[1]; y++) {
      for (let x = 0; x < g.window[2]; x++) offsets.push((y * g.input[2] + x) * g.channels * 4);
    }
    return offsets;
  }

  /** All channels of one window. */
  private cell(): void {
    const { f, g } = this;
    const channel = f.local(i32Type);
    f.count(channel, g.channels * 4, 16, () => {
      const at = Array.from({ length: f.parameters }, (_, parameter) => {
        const local = f.local(i32Type);
        f.get(parameter);
        f.get(channel);
        f.emit(op.i32Add);
        f.set(local);
        return local;
      });
      if (this.name === 'maxPool' || this.name === 'averagePool') this.forward(at);
      else if (this.name === 'averagePoolGradient') this.averageBack(at);
      else this.maximumBack(at);
    });
  }

  private load(base: number, offset = 0): void {
    this.f.get(base);
    this.f.vectorAccess(simd.load, offset);
  }

  private forward(at: readonly number[]): void {
    const { f, name } = this;
    const taps = this.taps();
    f.get(at[1]);
    taps.forEach((offset, index) => {
      this.load(at[0], offset);
      if (index > 0) f.simd(name === 'maxPool' ? simd.f32PMax : simd.f32Add);
    });
    if (name === 'averagePool') {
      f.constF32(1 / taps.length);
      f.simd(simd.f32Mul);
    }
    f.vectorAccess(simd.store, 0);
  }

  private averageBack(at: readonly number[]): void {
    const { f } = this;
    const taps = this.taps();
    const share = f.local(v128Type);
    this.load(at[0]);
    f.constF32(1 / taps.length);
    f.simd(simd.f32Mul);
    f.set(share);
    for (const offset of taps) this.addTo(at[1], offset, () => f.get(share));
  }

  private addTo(base: number, offset: number, value: () => void): void {
    const { f } = this;
    f.get(base);
    this.load(base, offset);
    value();
    f.simd(simd.f32Add);
    f.vectorAccess(simd.store, offset);
  }

  /** The gradient goes to the first cell that equals the maximum. */
  private maximumBack(at: readonly number[]): void {
    const { f } = this;
    const [pooled, gradient, hit, open] = [0, 1, 2, 3].map(() => f.local(v128Type));
    this.load(at[1]);
    f.set(pooled);
    this.load(at[2]);
    f.set(gradient);
    f.constI32(-1);
    f.set(open);
    for (const offset of this.taps()) {
      this.load(at[0], offset);
      f.get(pooled);
      f.simd(simd.f32Eq);
      f.get(open);
      f.simd(simd.and);
      f.set(hit);
      f.get(open);
      f.get(hit);
      f.simd(simd.andNot);
      f.set(open);
      this.addTo(at[3], offset, () => {
        f.get(gradient);
        f.get(hit);
        f.simd(simd.and);
      });
    }
  }
}
