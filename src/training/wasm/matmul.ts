// Matrix products: register blocks of 6 rows by 8 columns over panels of the right side.
import type { FunctionWriter } from './assembler.ts';
import { i32Type, op, simd, v128Type } from './instructions.ts';
import type { KernelLibrary } from './kernels.ts';

export interface ProductShape {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

const blockRows = 6;

interface Blocking extends ProductShape {
  /** Floats in one row of a panel. */
  readonly width: number;
  readonly panels: number;
  readonly packA: boolean;
  readonly packB: boolean;
}

function blocking(shape: ProductShape): Blocking {
  const width = shape.columns <= 4 ? 4 : 8;
  const panels = Math.ceil(shape.columns / width);
  const large = shape.inner * shape.columns > 2048 && shape.rows > 24;
  return {
    ...shape,
    width,
    panels,
    packA: shape.transposeA && panels > 3 && shape.inner * shape.rows > 2048,
    packB: shape.transposeB || large,
  };
}

/** Bytes of working space for the packed sides. */
export function productScratch(shape: ProductShape): number {
  const plan = blocking(shape);
  const b = plan.packB ? plan.panels * plan.width * plan.inner * 4 + 64 : 0;
  const a = plan.packA ? Math.ceil(plan.rows / blockRows) * blockRows * plan.inner * 4 + 64 : 0;
  return Math.ceil((a + b) / 64) * 64;
}

/**
 * A kernel (a, b, c, scratch) for c = a b. It may write up to 28 bytes behind the end of c: stores at the
 * right edge spill into the next row, which is written after.
 */
export function productKernel(library: KernelLibrary, shape: ProductShape): number {
  library.needScratch(productScratch(shape));
  const { rows, inner, columns, transposeA, transposeB } = shape;
  return library.kernel(`matmul ${rows} ${inner} ${columns} ${transposeA} ${transposeB}`, 4, writer =>
    new ProductWriter(writer, blocking(shape), library.fused).write(),
  );
}

const [paramA, paramB, paramC, paramScratch] = [0, 1, 2, 3];

class ProductWriter {
  private readonly f: FunctionWriter;
  private readonly plan: Blocking;
  private readonly fused: boolean;
  private readonly left: number;
  private readonly right: number;
  private readonly target: number;

  constructor(writer: FunctionWriter, plan: Blocking, fused: boolean) {
    this.f = writer;
    this.plan = plan;
    this.fused = fused;
    this.left = writer.local(i32Type);
    this.right = writer.local(i32Type);
    this.target = writer.local(i32Type);
  }

  private get packedBytesB(): number {
    return this.plan.packB
      ? Math.ceil((this.plan.panels * this.plan.width * this.plan.inner * 4 + 64) / 64) * 64
      : 0;
  }

  write(): void {
    const { f, plan } = this;
    if (plan.inner === 0) {
      f.get(paramC);
      f.i32(0);
      f.i32(plan.rows * plan.columns * 4);
      f.emit(0xfc, 0x0b, 0);
      return;
    }
    if (plan.packB) {
      if (plan.transposeB) this.packTransposedB();
      else this.packPlainB();
    }
    if (plan.packA) this.packA();
    const panelBase = f.local(i32Type);
    const targetBase = f.local(i32Type);
    const panelBytes = plan.packB ? plan.inner * plan.width * 4 : plan.width * 4;
    f.get(plan.packB ? paramScratch : paramB);
    f.i32((plan.panels - 1) * panelBytes);
    f.emit(op.i32Add);
    f.set(panelBase);
    f.get(paramC);
    f.i32((plan.panels - 1) * plan.width * 4);
    f.emit(op.i32Add);
    f.set(targetBase);
    f.repeat(plan.panels, () => {
      this.panel(panelBase, targetBase);
      f.advance(panelBase, -panelBytes);
      f.advance(targetBase, -plan.width * 4);
    });
  }

  /** All rows of c for one panel of columns. */
  private panel(panelBase: number, targetBase: number): void {
    const { f, plan } = this;
    const leftBase = f.local(i32Type);
    f.get(plan.packA ? paramScratch : paramA);
    if (plan.packA) {
      f.i32(this.packedBytesB);
      f.emit(op.i32Add);
    }
    f.set(leftBase);
    f.get(targetBase);
    f.set(this.target);
    const full = Math.floor(plan.rows / blockRows);
    const rest = plan.rows % blockRows;
    const block = (count: number) => {
      f.get(leftBase);
      f.set(this.left);
      f.get(panelBase);
      f.set(this.right);
      this.block(count);
      f.advance(leftBase, (plan.packA ? plan.inner : plan.transposeA ? 1 : plan.inner) * blockRows * 4);
      f.advance(this.target, blockRows * plan.columns * 4);
    };
    f.repeat(full, () => block(blockRows));
    if (rest > 0) block(rest);
  }

  /** `count` rows by one panel. */
  private block(count: number): void {
    const { f, plan } = this;
    const vectors = plan.width / 4;
    const sums = Array.from({ length: count * vectors }, () => f.local(v128Type));
    for (const sum of sums) {
      f.constF32(0);
      f.set(sum);
    }
    const columns = Array.from({ length: vectors }, () => f.local(v128Type));
    const factor = f.local(v128Type);
    const unroll = plan.inner % 4 === 0 && plan.inner >= 16 ? 4 : plan.inner % 2 === 0 ? 2 : 1;
    const stepA = plan.packA ? blockRows * 4 : plan.transposeA ? plan.rows * 4 : 4;
    const rowA = plan.packA || plan.transposeA ? 4 : plan.inner * 4;
    const stepB = plan.packB ? plan.width * 4 : plan.columns * 4;
    f.repeat(plan.inner / unroll, () => {
      for (let turn = 0; turn < unroll; turn++) {
        for (let vector = 0; vector < vectors; vector++) {
          f.get(this.right);
          f.vectorAccess(simd.load, turn * stepB + vector * 16);
          f.set(columns[vector]);
        }
        for (let row = 0; row < count; row++) {
          f.get(this.left);
          f.vectorAccess(simd.load32Splat, turn * stepA + row * rowA);
          f.set(factor);
          for (let vector = 0; vector < vectors; vector++)
            this.accumulate(sums[row * vectors + vector], factor, columns[vector]);
        }
      }
      f.advance(this.left, unroll * stepA);
      f.advance(this.right, unroll * stepB);
    });
    for (let row = 0; row < count; row++) {
      for (let vector = 0; vector < vectors; vector++) {
        f.get(this.target);
        f.get(sums[row * vectors + vector]);
        f.vectorAccess(simd.store, row * plan.columns * 4 + vector * 16);
      }
    }
  }

  private accumulate(sum: number, factor: number, column: number): void {
    const { f } = this;
    f.get(factor);
    f.get(column);
    if (this.fused) {
      f.get(sum);
      f.simd(simd.f32RelaxedMadd);
    } else {
      f.simd(simd.f32Mul);
      f.get(sum);
      f.simd(simd.f32Add);
    }
    f.set(sum);
  }

  /** Copies vectors from `left` to `target` at the given byte offsets. */
  private copyVectors(offsets: readonly number[]): void {
    for (const offset of offsets) {
      this.f.get(this.target);
      this.f.get(this.left);
      this.f.vectorAccess(simd.load, offset);
      this.f.vectorAccess(simd.store, offset);
    }
  }

  private packPlainB(): void {
    const { f, plan } = this;
    const source = f.local(i32Type);
    f.get(paramB);
    f.set(source);
    f.get(paramScratch);
    f.set(this.target);
    f.repeat(plan.panels, () => {
      f.get(source);
      f.set(this.left);
      f.repeat(plan.inner, () => {
        this.copyVectors(plan.width === 8 ? [0, 16] : [0]);
        f.advance(this.left, plan.columns * 4);
        f.advance(this.target, plan.width * 4);
      });
      f.advance(source, plan.width * 4);
    });
  }

  /** b is (columns, inner): each panel takes `width` of its rows, turned by 4 x 4 shuffles where they fill. */
  private packTransposedB(): void {
    const { f, plan } = this;
    const source = f.local(i32Type);
    f.get(paramB);
    f.set(source);
    f.get(paramScratch);
    f.set(this.target);
    const panel = (lines: number) => {
      f.get(source);
      f.set(this.left);
      f.repeat(Math.floor(plan.inner / 4), () => {
        for (let line = 0; line + 4 <= plan.width; line += 4) this.turn(line, lines);
        f.advance(this.left, 16);
        f.advance(this.target, plan.width * 16);
      });
      f.repeat(plan.inner % 4, () => {
        for (let line = 0; line < lines; line++) {
          f.get(this.target);
          f.get(this.left);
          f.access(op.i32Load, line * plan.inner * 4);
          f.access(op.i32Store, line * 4);
        }
        f.advance(this.left, 4);
        f.advance(this.target, plan.width * 4);
      });
      f.advance(source, plan.width * plan.inner * 4);
    };
    const full = Math.floor(plan.columns / plan.width);
    f.repeat(full, () => panel(plan.width));
    if (plan.columns % plan.width > 0) panel(plan.columns % plan.width);
  }

  /** Turns a 4 x 4 tile starting at line `line`; lines beyond `lines` repeat the last. */
  private turn(line: number, lines: number): void {
    const { f, plan } = this;
    const rows = [0, 1, 2, 3].map(index => {
      const local = f.local(v128Type);
      f.get(this.left);
      f.vectorAccess(simd.load, Math.min(line + index, lines - 1) * plan.inner * 4);
      f.set(local);
      return local;
    });
    const mix = (a: number, b: number, lanes: readonly number[]) => {
      const local = f.local(v128Type);
      f.get(a);
      f.get(b);
      f.shuffle(lanes);
      f.set(local);
      return local;
    };
    const low = [mix(rows[0], rows[1], [0, 4, 1, 5]), mix(rows[2], rows[3], [0, 4, 1, 5])];
    const high = [mix(rows[0], rows[1], [2, 6, 3, 7]), mix(rows[2], rows[3], [2, 6, 3, 7])];
    [low, low, high, high].forEach((pair, index) => {
      f.get(this.target);
      f.get(pair[0]);
      f.get(pair[1]);
      f.shuffle(index % 2 === 0 ? [0, 1, 4, 5] : [2, 3, 6, 7]);
      f.vectorAccess(simd.store, index * plan.width * 4 + line * 4);
    });
  }

  /** a is (inner, rows): blocks of 6 columns one after the other. */
  private packA(): void {
    const { f, plan } = this;
    const source = f.local(i32Type);
    f.get(paramA);
    f.set(source);
    f.get(paramScratch);
    f.i32(this.packedBytesB);
    f.emit(op.i32Add);
    f.set(this.target);
    f.repeat(Math.ceil(plan.rows / blockRows), () => {
      f.get(source);
      f.set(this.left);
      f.repeat(plan.inner, () => {
        this.copyVectors([0, 8]);
        f.advance(this.left, plan.rows * 4);
        f.advance(this.target, blockRows * 4);
      });
      f.advance(source, blockRows * 4);
    });
  }
}
