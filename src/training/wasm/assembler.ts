// Writes WebAssembly modules: functions as instruction bytes, with helpers for counted loops.
import { f64Type, i32Type, op, simd } from './instructions.ts';
import { assembly } from './platform.ts';

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest !== 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const byte = rest & 0x7f;
    rest >>= 7;
    const last = (rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0);
    bytes.push(last ? byte : byte | 0x80);
    if (last) return bytes;
  }
}

const scratch = new DataView(new ArrayBuffer(8));

function floatBytes(value: number): number[] {
  scratch.setFloat32(0, value, true);
  return [0, 1, 2, 3].map(index => scratch.getUint8(index));
}

function doubleBytes(value: number): number[] {
  scratch.setFloat64(0, value, true);
  return [0, 1, 2, 3, 4, 5, 6, 7].map(index => scratch.getUint8(index));
}

function intBytes(value: number): number[] {
  scratch.setInt32(0, value, true);
  return [0, 1, 2, 3].map(index => scratch.getUint8(index));
}

/** One function under construction; parameters are i32 and come first among the locals. */
export class FunctionWriter {
  readonly parameters: number;
  readonly code: number[] = [];
  private readonly locals: number[] = [];

  constructor(parameters: number) {
    this.parameters = parameters;
  }

  local(type: number): number {
    this.locals.push(type);
    return this.parameters + this.locals.length - 1;
  }

  emit(...bytes: number[]): void {
    this.code.push(...bytes);
  }

  get(local: number): void {
    this.code.push(0x20, ...unsigned(local));
  }

  set(local: number): void {
    this.code.push(0x21, ...unsigned(local));
  }

  tee(local: number): void {
    this.code.push(0x22, ...unsigned(local));
  }

  i32(value: number): void {
    this.code.push(0x41, ...signed(value));
  }

  f32(value: number): void {
    this.code.push(0x43, ...floatBytes(value));
  }

  f64(value: number): void {
    this.code.push(0x44, ...doubleBytes(value));
  }

  call(index: number): void {
    this.code.push(op.call, ...unsigned(index));
  }

  simd(instruction: number): void {
    this.code.push(0xfd, ...unsigned(instruction));
  }

  lane(instruction: number, lane: number): void {
    this.simd(instruction);
    this.code.push(lane);
  }

  shuffle(lanes: readonly number[]): void {
    this.simd(simd.shuffle);
    for (const lane of lanes) for (let byte = 0; byte < 4; byte++) this.code.push(lane * 4 + byte);
  }

  /** A 16-byte load or store, or a splat of 4 bytes, at the address on the stack plus `offset`. */
  vectorAccess(instruction: number, offset: number): void {
    this.simd(instruction);
    this.code.push(instruction === simd.load32Splat ? 2 : 2, ...unsigned(offset));
  }

  /** A load or store of 4 or 8 bytes. */
  access(instruction: number, offset: number): void {
    this.code.push(instruction, 2, ...unsigned(offset));
  }

  constF32(value: number): void {
    this.simd(0x0c);
    for (let lane = 0; lane < 4; lane++) this.code.push(...floatBytes(value));
  }

  constI32(...lanes: [number] | [number, number, number, number]): void {
    this.simd(0x0c);
    for (let lane = 0; lane < 4; lane++)
      this.code.push(...intBytes(lanes.length === 1 ? lanes[0] : lanes[lane]));
  }

  /** local += amount */
  advance(local: number, amount: number): void {
    if (amount === 0) return;
    this.get(local);
    this.i32(amount);
    this.emit(op.i32Add);
    this.set(local);
  }

  /** Runs the body `count` times; once needs no loop. */
  repeat(count: number, body: () => void): void {
    if (count <= 0) return;
    if (count === 1) {
      body();
      return;
    }
    const counter = this.local(i32Type);
    this.i32(count);
    this.set(counter);
    this.emit(0x03, 0x40);
    body();
    this.get(counter);
    this.i32(1);
    this.emit(op.i32Sub);
    this.tee(counter);
    this.emit(op.brIf, 0, op.end);
  }

  /** Runs the body with `index` at 0, step, ... below `end`; at least one round. */
  count(index: number, end: number, step: number, body: () => void): void {
    this.i32(0);
    this.set(index);
    if (end <= step) {
      body();
      return;
    }
    this.emit(0x03, 0x40);
    body();
    this.get(index);
    this.i32(step);
    this.emit(op.i32Add);
    this.tee(index);
    this.i32(end);
    this.emit(op.i32LtU, op.brIf, 0, op.end);
  }

  body(): number[] {
    const groups = this.locals.flatMap(type => [1, type]);
    const content = [...unsigned(this.locals.length), ...groups, ...this.code, op.end];
    return [...unsigned(content.length), ...content];
  }
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function text(value: string): number[] {
  return [value.length, ...Array.from(value, character => character.charCodeAt(0))];
}

/** A module of functions over an imported memory, with imported functions of doubles. */
export class ModuleWriter {
  private readonly functions: FunctionWriter[] = [];
  private readonly exports: { name: string; index: number }[] = [];
  private readonly imports: { name: string; doubles: number }[];

  constructor(imports: readonly { name: string; doubles: number }[]) {
    this.imports = [...imports];
  }

  /** The index that calls to the function use. */
  add(writer: FunctionWriter, name?: string): number {
    const index = this.imports.length + this.functions.length;
    this.functions.push(writer);
    if (name !== undefined) this.exports.push({ name, index });
    return index;
  }

  importIndex(name: string): number {
    return this.imports.findIndex(item => item.name === name);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const most = Math.max(0, ...this.functions.map(writer => writer.parameters));
    const types: number[] = [];
    for (let count = 0; count <= most; count++) {
      types.push(0x60, ...unsigned(count), ...new Array<number>(count).fill(i32Type), 0);
    }
    types.push(0x60, 1, f64Type, 1, f64Type, 0x60, 2, f64Type, f64Type, 1, f64Type);
    const imports = [
      ...unsigned(this.imports.length + 1),
      ...text('e'),
      ...text('memory'),
      2,
      1,
      ...unsigned(16),
      ...unsigned(65536),
      ...this.imports.flatMap(({ name, doubles }) => [
        ...text('e'),
        ...text(name),
        0,
        ...unsigned(most + doubles),
      ]),
    ];
    const output: number[] = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
    output.push(...section(1, [...unsigned(most + 3), ...types]));
    output.push(...section(2, imports));
    output.push(
      ...section(3, [
        ...unsigned(this.functions.length),
        ...this.functions.flatMap(writer => unsigned(writer.parameters)),
      ]),
    );
    output.push(
      ...section(7, [
        ...unsigned(this.exports.length),
        ...this.exports.flatMap(({ name, index }) => [...text(name), 0, ...unsigned(index)]),
      ]),
    );
    return joinCode(output, this.functions);
  }
}

/** The code section can be too long for argument lists, so it is put together as one array. */
function joinCode(head: readonly number[], functions: readonly FunctionWriter[]): Uint8Array<ArrayBuffer> {
  const bodies = functions.map(writer => writer.body());
  const count = unsigned(functions.length);
  const length = count.length + bodies.reduce((total, body) => total + body.length, 0);
  const start = [...head, 10, ...unsigned(length), ...count];
  const bytes = new Uint8Array(start.length + length - count.length);
  bytes.set(start);
  let at = start.length;
  for (const body of bodies) {
    bytes.set(body, at);
    at += body.length;
  }
  return bytes;
}

/** Whether this machine's WebAssembly has fused multiply-add on vectors. */
export function supportsRelaxedMadd(): boolean {
  return validates(writer => {
    for (let count = 0; count < 3; count++) writer.constF32(0);
    writer.simd(simd.f32RelaxedMadd);
    writer.emit(0x1a);
  });
}

/** Whether this machine's WebAssembly has vectors of 128 bits. */
export function supportsSimd(): boolean {
  return validates(writer => {
    writer.constF32(0);
    writer.emit(0x1a);
  });
}

function validates(build: (writer: FunctionWriter) => void): boolean {
  if (assembly === undefined) return false;
  const module = new ModuleWriter([]);
  const writer = new FunctionWriter(0);
  build(writer);
  module.add(writer, 'f');
  return assembly.validate(module.bytes());
}
