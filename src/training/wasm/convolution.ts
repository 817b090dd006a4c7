// Convolutions of one or two spatial axes and their gradients: patches laid out as matrix rows, a few images
// at a time, and matrix products.
import { type ConvolutionGeometry, convolutionGeometry } from '../../graph/reference/products.ts';
import type { Tensor } from '../../graph/tensor.ts';
import type { FunctionWriter } from './assembler.ts';
import { i32Type, op, simd } from './instructions.ts';
import type { Argument, KernelCall, KernelLibrary } from './kernels.ts';
import { type ProductShape, productKernel, productScratch } from './matmul.ts';
import { addRun, copyKernel, fillKernel } from './movement.ts';

/** Patches of one piece of the batch take about this many bytes, so that they stay in the cache. */
const patchBytes = 512 * 1024;

interface Plan {
  readonly g: ConvolutionGeometry;
  /** Height and width with padding. */
  readonly height: number;
  readonly width: number;
  readonly padded: boolean;
  /** Output cells of an image, and numbers in a patch. */
  readonly cells: number;
  readonly depth: number;
  /** Whether the input itself serves as the patches. */
  readonly direct: boolean;
  readonly images: number;
}

function planOf(g: ConvolutionGeometry): Plan {
  const extent = (axis: number) =>
    Math.max(
      (g.output[axis] - 1) * g.strides[axis] + (g.window[axis] - 1) * g.dilation[axis] + 1,
      g.before[axis] + g.input[axis],
    );
  const [height, width] = [extent(1), extent(2)];
  const padded = height !== g.input[1] || width !== g.input[2];
  const cells = g.output[1] * g.output[2];
  const depth = g.window[1] * g.window[2] * g.channels;
  const direct = !padded && g.window[1] * g.window[2] === 1 && g.strides[1] === 1 && g.strides[2] === 1;
  const images = direct
    ? g.batch
    : Math.min(g.batch, Math.max(1, Math.floor(patchBytes / (cells * depth * 4))));
  return { g, height, width, padded, cells, depth, direct, images };
}

/** Calls for a convolution or one of its gradients; null for what the reference kernels do. */
export function callConvolution(
  library: KernelLibrary,
  node: Tensor,
  address: (tensor: Tensor) => number,
): KernelCall[] | null {
  const g = convolutionGeometry(node);
  if (g.groups !== 1 || g.input[0] !== 1 || g.window[0] !== 1 || g.before[0] !== 0) return null;
  if (g.before.some(before => before < 0) || g.batch * g.channels * g.filters === 0) return null;
  return new ConvolutionCalls(library, node, planOf(g), address).write();
}

class ConvolutionCalls {
  private readonly library: KernelLibrary;
  private readonly node: Tensor;
  private readonly plan: Plan;
  private readonly address: (tensor: Tensor) => number;
  private readonly calls: KernelCall[] = [];
  private readonly patches: Argument;
  private readonly padding: number;
  private readonly partial: Argument;

  constructor(library: KernelLibrary, node: Tensor, plan: Plan, address: (tensor: Tensor) => number) {
    this.library = library;
    this.node = node;
    this.plan = plan;
    this.address = address;
    const { g } = plan;
    const round = (bytes: number) => Math.ceil((bytes + 64) / 64) * 64;
    const product = productScratch(this.product(plan.images));
    const patches = plan.direct ? 0 : round(plan.images * plan.cells * plan.depth * 4);
    const padded = plan.padded ? round(plan.images * plan.height * plan.width * g.channels * 4) : 0;
    this.patches = { scratch: product };
    this.padding = product + patches;
    this.partial = { scratch: product + patches + padded };
    library.needScratch(product + patches + padded + round(plan.depth * g.filters * 4));
  }

  private product(images: number): ProductShape {
    const { cells, depth, g } = this.plan;
    const rows = images * cells;
    if (this.node.op === 'convolution')
      return { rows, inner: depth, columns: g.filters, transposeA: false, transposeB: false };
    if (this.node.op === 'convolutionInputGradient') {
      return { rows, inner: g.filters, columns: depth, transposeA: false, transposeB: true };
    }
    return { rows: depth, inner: rows, columns: g.filters, transposeA: true, transposeB: false };
  }

  private call(kernel: number, ...list: Argument[]): void {
    this.calls.push({ kernel, arguments: list });
  }

  private multiply(images: number, a: Argument, b: Argument, c: Argument): void {
    this.call(productKernel(this.library, this.product(images)), a, b, c, { scratch: 0 });
  }

  write(): KernelCall[] {
    const { g, images } = this.plan;
    if (this.plan.padded && this.node.op !== 'convolutionInputGradient') this.clearPadding();
    for (let first = 0; first < g.batch; first += images)
      this.piece(first, Math.min(images, g.batch - first));
    return this.calls;
  }

  private clearPadding(): void {
    const { g, height, width, images } = this.plan;
    this.call(fillKernel(this.library, images * height * width * g.channels, 0, true), {
      scratch: this.padding,
    });
  }

  private piece(first: number, images: number): void {
    const { g, cells, direct } = this.plan;
    const [one, two] = this.node.inputs.map(this.address);
    const out = this.address(this.node);
    const image = g.input[1] * g.input[2] * g.channels * 4 * first;
    const result = cells * g.filters * 4 * first;
    if (this.node.op === 'convolution') {
      this.multiply(images, this.patchesOf(one + image, images), two, out + result);
    } else if (this.node.op === 'convolutionFilterGradient') {
      const patches = this.patchesOf(one + image, images);
      this.multiply(images, patches, two + result, first === 0 ? out : this.partial);
      if (first > 0) this.call(this.addKernel(), this.partial, out);
    } else if (direct) this.multiply(images, one + result, two, out + image);
    else {
      this.multiply(images, one + result, two, this.patches);
      this.spread(images, out + image);
    }
  }

  private addKernel(): number {
    const size = this.plan.depth * this.plan.g.filters;
    return this.library.kernel(`add run ${size}`, 2, f => addRun(f, 0, 1, size));
  }

  /** Lays the patches of some images out as rows. */
  private patchesOf(images: number, count: number): Argument {
    if (this.plan.direct) return images;
    let source: Argument = images;
    if (this.plan.padded) {
      this.call(this.borderKernel(count, true), images, { scratch: this.padding + this.interior() });
      source = { scratch: this.padding };
    }
    this.call(this.patchKernel(count, 'gather'), source, this.patches);
    return this.patches;
  }

  /** Byte offset of the first input cell in the padded images. */
  private interior(): number {
    const { g, width } = this.plan;
    return (g.before[1] * width + g.before[2]) * g.channels * 4;
  }

  /** Copies images into their padded form, or back. */
  private borderKernel(count: number, into: boolean): number {
    const { g, height, width } = this.plan;
    const small = [g.input[1] * g.input[2] * g.channels, g.input[2] * g.channels, 1];
    const large = [height * width * g.channels, width * g.channels, 1];
    const [from, to] = into ? [small, large] : [large, small];
    return copyKernel(this.library, {
      dims: [count, g.input[1], g.input[2] * g.channels],
      from,
      to,
      fromOffset: 0,
      toOffset: 0,
    });
  }

  /** Adds the patches up where they came from. */
  private spread(count: number, images: number): void {
    const { g, height, width, padded } = this.plan;
    const target: Argument = padded ? { scratch: this.padding } : images;
    this.call(fillKernel(this.library, count * height * width * g.channels, 0, true), target);
    this.call(this.patchKernel(count, 'scatter'), target, this.patches);
    if (padded)
      this.call(this.borderKernel(count, false), { scratch: this.padding + this.interior() }, images);
  }

  /** Kernel (images, patches): copies every patch from the images, or adds it to them. */
  private patchKernel(count: number, direction: 'gather' | 'scatter'): number {
    const { g, height, width } = this.plan;
    const key = JSON.stringify([
      'patch',
      direction,
      count,
      height,
      width,
      g.channels,
      g.output,
      g.window,
      g.strides,
      g.dilation,
    ]);
    return this.library.kernel(key, 2, f => {
      const from = f.local(i32Type);
      const row = f.local(i32Type);
      const run = g.dilation[2] === 1 ? g.window[2] * g.channels : g.channels;
      const jumps = g.dilation[2] === 1 ? 1 : g.window[2];
      f.repeat(count, () => {
        f.get(0);
        f.set(row);
        f.repeat(g.output[1], () => {
          f.get(row);
          f.set(from);
          f.repeat(g.output[2], () => {
            for (let y = 0; y < g.window[1]; y++) {
              for (let x = 0; x < jumps; x++) {
                const inside = (y * g.dilation[1] * width + x * g.dilation[2]) * g.channels * 4;
                if (direction === 'gather') gatherRun(f, from, inside, run);
                else scatterRun(f, from, inside, run);
              }
            }
            f.advance(from, g.strides[2] * g.channels * 4);
          });
          f.advance(row, g.strides[1] * width * g.channels * 4);
        });
        f.advance(0, height * width * g.channels * 4);
      });
    });
  }
}

/** Copies a run to the patches (parameter 1), which move on; the last vector may spill over into what follows. */
function gatherRun(f: FunctionWriter, from: number, inside: number, run: number): void {
  const vectors = Math.ceil(run / 4);
  if (run <= 2) {
    for (let index = 0; index < run; index++) {
      f.get(1);
      f.get(from);
      f.access(op.i32Load, inside + index * 4);
      f.access(op.i32Store, index * 4);
    }
  } else if (vectors <= 24) {
    for (let index = 0; index < vectors; index++) {
      f.get(1);
      f.get(from);
      f.vectorAccess(simd.load, inside + index * 16);
      f.vectorAccess(simd.store, index * 16);
    }
  } else {
    const source = f.local(i32Type);
    f.get(from);
    f.set(source);
    f.repeat(vectors, () => {
      f.get(1);
      f.get(source);
      f.vectorAccess(simd.load, inside);
      f.vectorAccess(simd.store, 0);
      f.advance(source, 16);
      f.advance(1, 16);
    });
    f.advance(1, -vectors * 16);
  }
  f.advance(1, run * 4);
}

/** Adds a run of the patches to the images. */
function scatterRun(f: FunctionWriter, from: number, inside: number, run: number): void {
  const target = f.local(i32Type);
  f.get(from);
  f.i32(inside);
  f.emit(op.i32Add);
  f.set(target);
  addRun(f, 1, target, run);
}
