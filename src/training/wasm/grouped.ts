// Convolutions in groups and depthwise ones, over one or two spatial axes: the window's taps outermost, channels
// in vectors where each channel has one filter, else scalar loops.
import { type ConvolutionGeometry, convolutionGeometry } from '../../graph/reference/products.ts';
import type { Tensor } from '../../graph/tensor.ts';
import type { FunctionWriter } from './assembler.ts';
import { i32Type, op, simd, v128Type } from './instructions.ts';
import type { KernelCall, KernelLibrary } from './kernels.ts';
import { fillKernel } from './movement.ts';

type Name = 'convolution' | 'convolutionInputGradient' | 'convolutionFilterGradient';

/** Output positions whose tap falls inside the input, along one axis. */
function validRange(g: ConvolutionGeometry, axis: number, tap: number): [number, number] {
  const shift = tap * g.dilation[axis] - g.before[axis];
  const low = Math.max(0, Math.ceil(-shift / g.strides[axis]));
  const high = Math.min(g.output[axis], Math.floor((g.input[axis] - 1 - shift) / g.strides[axis]) + 1);
  return [low, Math.max(low, high)];
}

/** Calls for a grouped convolution or gradient; null for three spatial axes. */
export function callGrouped(
  library: KernelLibrary,
  node: Tensor,
  address: (tensor: Tensor) => number,
): KernelCall[] | null {
  const g = convolutionGeometry(node);
  if (g.input[0] !== 1 || g.window[0] !== 1 || g.before[0] !== 0 || g.batch * g.channels * g.filters === 0)
    return null;
  const name = node.op as Name;
  const sizes = {
    convolution: g.batch * g.output[1] * g.output[2] * g.filters,
    convolutionInputGradient: g.batch * g.input[1] * g.input[2] * g.channels,
    convolutionFilterGradient: g.window[1] * g.window[2] * (g.channels / g.groups) * g.filters,
  };
  const kernel = library.kernel(JSON.stringify(['grouped', name, g]), 3, f =>
    new GroupedWriter(f, g, name, library.fused).write(),
  );
  const [first, second] = node.inputs.map(address);
  const out = address(node);
  const [x, filter, y] =
    name === 'convolution'
      ? [first, second, out]
      : name === 'convolutionInputGradient'
        ? [out, second, first]
        : [first, out, second];
  return [
    { kernel: fillKernel(library, sizes[name], 0, true), arguments: [out] },
    { kernel, arguments: [x, filter, y] },
  ];
}

/** Parameters: input x, kernel, output y; one of them is added to. */
class GroupedWriter {
  private readonly f: FunctionWriter;
  private readonly g: ConvolutionGeometry;
  private readonly name: Name;
  private readonly fused: boolean;
  private readonly x: number;
  private readonly y: number;
  private readonly tap: number;

  constructor(f: FunctionWriter, g: ConvolutionGeometry, name: Name, fused: boolean) {
    this.f = f;
    this.g = g;
    this.name = name;
    this.fused = fused;
    this.x = f.local(i32Type);
    this.y = f.local(i32Type);
    this.tap = f.local(i32Type);
  }

  write(): void {
    const { f, g } = this;
    const taps = (g.channels / g.groups) * g.filters;
    for (let a = 0; a < g.window[1]; a++) {
      for (let b = 0; b < g.window[2]; b++) {
        f.get(1);
        f.i32((a * g.window[2] + b) * taps * 4);
        f.emit(op.i32Add);
        f.set(this.tap);
        this.overPositions(a, b);
      }
    }
  }

  /** Every output cell that this tap reaches, in every image. */
  private overPositions(a: number, b: number): void {
    const { f, g } = this;
    const [top, bottom] = validRange(g, 1, a);
    const [left, right] = validRange(g, 2, b);
    if (bottom === top || right === left) return;
    const pixel = g.channels * 4;
    const cell = g.filters * 4;
    const row = top * g.strides[1] + a * g.dilation[1] - g.before[1];
    const column = left * g.strides[2] + b * g.dilation[2] - g.before[2];
    this.start(this.x, 0, (row * g.input[2] + column) * pixel);
    this.start(this.y, 2, (top * g.output[2] + left) * cell);
    f.repeat(g.batch, () => {
      f.repeat(bottom - top, () => {
        f.repeat(right - left, () => {
          this.cell();
          f.advance(this.x, g.strides[2] * pixel);
          f.advance(this.y, cell);
        });
        f.advance(this.x, (g.strides[1] * g.input[2] - (right - left) * g.strides[2]) * pixel);
        f.advance(this.y, (g.output[2] - (right - left)) * cell);
      });
      f.advance(this.x, (g.input[1] - (bottom - top) * g.strides[1]) * g.input[2] * pixel);
      f.advance(this.y, (g.output[1] - (bottom - top)) * g.output[2] * cell);
    });
  }

  private start(local: number, parameter: number, offset: number): void {
    this.f.get(parameter);
    this.f.i32(offset);
    this.f.emit(op.i32Add);
    this.f.set(local);
  }

  private cell(): void {
    const { g } = this;
    if (g.groups === g.channels && g.filters === g.channels && g.channels % 4 === 0) this.vectorCell();
    else this.scalarCell();
  }

  /** One filter a channel: plain products of vectors. */
  private vectorCell(): void {
    const { f, g } = this;
    const offset = f.local(i32Type);
    const pairs = {
      convolution: [this.x, this.tap, this.y],
      convolutionInputGradient: [this.y, this.tap, this.x],
      convolutionFilterGradient: [this.x, this.y, this.tap],
    };
    const [first, second, target] = pairs[this.name];
    const total = f.local(v128Type);
    const at = (base: number) => {
      f.get(base);
      f.get(offset);
      f.emit(op.i32Add);
    };
    const load = (base: number) => {
      at(base);
      f.vectorAccess(simd.load, 0);
    };
    f.count(offset, g.channels * 4, 16, () => {
      load(first);
      load(second);
      if (this.fused) {
        load(target);
        f.simd(simd.f32RelaxedMadd);
      } else {
        f.simd(simd.f32Mul);
        load(target);
        f.simd(simd.f32Add);
      }
      f.set(total);
      at(target);
      f.get(total);
      f.vectorAccess(simd.store, 0);
    });
  }

  private scalarCell(): void {
    const { f, g } = this;
    const depth = g.channels / g.groups;
    const width = g.filters / g.groups;
    const [x, y, tap] = [0, 1, 2].map(() => f.local(i32Type));
    for (const [copy, base] of [
      [x, this.x],
      [y, this.y],
      [tap, this.tap],
    ]) {
      f.get(base);
      f.set(copy);
    }
    f.repeat(g.groups, () => {
      f.repeat(depth, () => {
        f.repeat(width, () => {
          this.multiply(x, tap, y);
          f.advance(tap, 4);
          f.advance(y, 4);
        });
        f.advance(x, 4);
        f.advance(y, -4 * width);
        f.advance(tap, 4 * (g.filters - width));
      });
      f.advance(tap, 4 * (width - depth * g.filters));
      f.advance(y, 4 * width);
    });
  }

  private multiply(x: number, tap: number, y: number): void {
    const { f } = this;
    const pairs = {
      convolution: [x, tap, y],
      convolutionInputGradient: [y, tap, x],
      convolutionFilterGradient: [x, y, tap],
    };
    const [first, second, target] = pairs[this.name];
    f.get(target);
    f.get(first);
    f.access(op.f32Load, 0);
    f.get(second);
    f.access(op.f32Load, 0);
    f.emit(op.f32Mul);
    f.get(target);
    f.access(op.f32Load, 0);
    f.emit(op.f32Add);
    f.access(op.f32Store, 0);
  }
}
