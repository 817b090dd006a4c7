// Writes a sequence of kernel calls, with loops whose pointers move on.
import type { FunctionWriter } from './assembler.ts';
import { i32Type, op } from './instructions.ts';
import { type Argument, type Call, pointerAt } from './kernels.ts';

export class CallWriter {
  private readonly f: FunctionWriter;
  private readonly scratch: number;
  /** The local that holds each pointer. */
  private readonly locals = new Map<number, number>();

  constructor(f: FunctionWriter, scratch: number) {
    this.f = f;
    this.scratch = scratch;
  }

  write(calls: readonly Call[]): void {
    const { f } = this;
    for (const call of calls) {
      if ('kernel' in call) {
        for (const argument of call.arguments) this.push(argument);
        f.call(call.kernel);
        continue;
      }
      const moving = call.pointers.map(({ start, step, address }) => {
        const local = f.local(i32Type);
        this.push(start);
        f.set(local);
        this.locals.set((pointerAt(address) as { pointer: number }).pointer, local);
        return { local, step };
      });
      f.repeat(call.turns, () => {
        this.write(call.calls);
        for (const { local, step } of moving) f.advance(local, step);
      });
    }
  }

  private push(argument: Argument): void {
    const { f } = this;
    if (typeof argument !== 'number') {
      f.i32(this.scratch + argument.scratch);
      return;
    }
    const moving = pointerAt(argument);
    if (moving === null) {
      f.i32(argument);
      return;
    }
    f.get(this.locals.get(moving.pointer) as number);
    if (moving.offset === 0) return;
    f.i32(moving.offset);
    f.emit(op.i32Add);
  }
}
