/** The activation of a module, class body, function or comprehension. */

import type { Interpreter } from '../interpreter.ts';
import type { CallSite } from '../operations/calls.ts';
import type { Expression, Span, Statement } from '../syntax.ts';
import { type AttributeMap, type Mutable, touch, type Value } from '../values.ts';
import type { PyFunction } from './function.ts';
import type { Scope } from './scopes.ts';

/** A variable that inner functions share. */
export class Cell implements Mutable {
  value: Value | undefined;
  constructor(value?: Value) {
    this.value = value;
  }

  set(value: Value | undefined): void {
    touch(this);
    this.value = value;
  }

  capture(): Value | undefined {
    return this.value;
  }

  restore(state: unknown): void {
    this.value = state as Value | undefined;
  }

  join(state: unknown, joinValues: (a: Value, b: Value) => Value): void {
    this.value = joinOptional(this.value, state as Value | undefined, joinValues);
  }
}

/** A variable bound in only one branch is taken from there: unknown must not cause errors. */
function joinOptional(
  mine: Value | undefined,
  other: Value | undefined,
  joinValues: (a: Value, b: Value) => Value,
): Value | undefined {
  if (mine === undefined) return other;
  return other === undefined ? mine : joinValues(mine, other);
}

/** A source file being evaluated. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** True for the script itself, false for modules it imports. */
  readonly isScript: boolean;
  /** Whether it is a library's text. */
  readonly isLibrary?: boolean;
  /** Of a library that refuses options it never reads: those that change nothing. */
  readonly withoutEffect?: ReadonlySet<string>;
}

/** What an unfinished comprehension has gathered, and the one around it. */
export interface Gathering {
  readonly result: Value;
  readonly outer: Gathering | null;
}

/** Shared by the frames that have none: nothing is added to a frame's cells later. */
const NO_CELLS: Cell[] = [];

/** How many frames have been made so far. */
let nextFrame = 0;

export function framesMade(): number {
  return nextFrame;
}

export class Frame implements Mutable {
  /** The number of frames made before it. */
  readonly order = nextFrame++;
  readonly py: Interpreter;
  readonly scope: Scope;
  readonly file: SourceFile;
  readonly globals: AttributeMap;
  /** The dictionary of a module or class body; null in functions. */
  readonly names: AttributeMap | null;
  readonly slots: (Value | undefined)[];
  readonly cells: Cell[];
  readonly caller: Frame | null;
  readonly depth: number;
  readonly func: PyFunction | null;
  /** The call that entered it, where it was one of the source's. */
  calledBy: CallSite | null = null;
  /** The first parameter's value: what `super()` without arguments binds to. */
  firstArgument: Value | undefined = undefined;
  /** The statement being executed. */
  statement: Statement | Expression | null = null;
  returnValue: Value = null;
  /** Unfinished comprehensions; whoever counts what a program holds finds them here. */
  gathering: Gathering | null = null;
  /** Values that a `return` in a branch not surely taken may give; joined when the function ends. */
  possibleReturns: Value[] | null = null;
  /** Whether it has evaluated what a condition that is not known decides: `a if unknown else b`, `unknown or b`. */
  isUndecided = false;
  /** Functions defined directly in a class body: they learn their class when it is made. */
  readonly definitions: PyFunction[] = [];
  /** The exception being handled, for a bare `raise`. */
  handled: unknown = null;

  constructor(options: {
    py: Interpreter;
    scope: Scope;
    file: SourceFile;
    globals: AttributeMap;
    names: AttributeMap | null;
    freeCells: readonly Cell[];
    caller: Frame | null;
    func: PyFunction | null;
  }) {
    this.py = options.py;
    this.scope = options.scope;
    this.file = options.file;
    this.globals = options.globals;
    this.names = options.names;
    this.caller = options.caller;
    this.depth = options.caller === null ? 0 : options.caller.depth + 1;
    this.func = options.func;
    this.slots = new Array(options.scope.slotCount).fill(undefined);
    this.cells = options.scope.ownCellCount + options.freeCells.length === 0 ? NO_CELLS : [];
    for (let index = 0; index < options.scope.ownCellCount; index++) this.cells.push(new Cell());
    for (const cell of options.freeCells) this.cells.push(cell);
  }

  /** As tracebacks call it: a function's name, `<module>`, `<listcomp>`. */
  get title(): string {
    const { name } = this.scope;
    return name === '' ? '<module>' : name.slice(name.lastIndexOf('.') + 1);
  }

  get calledAt(): Span | null {
    return this.calledBy?.node.span ?? null;
  }

  get span(): Span | null {
    return this.statement?.span ?? null;
  }

  setSlot(index: number, value: Value | undefined): void {
    touch(this);
    this.slots[index] = value;
  }

  capture(): (Value | undefined)[] {
    return this.slots.slice();
  }

  restore(state: unknown): void {
    const saved = state as (Value | undefined)[];
    for (let index = 0; index < saved.length; index++) this.slots[index] = saved[index];
  }

  join(state: unknown, joinValues: (a: Value, b: Value) => Value): void {
    const saved = state as (Value | undefined)[];
    for (let index = 0; index < saved.length; index++) {
      this.slots[index] = joinOptional(this.slots[index], saved[index], joinValues);
    }
  }

  /** Remembers a value that may be returned here. */
  addPossibleReturn(value: Value): void {
    this.possibleReturns ??= [];
    this.possibleReturns.push(value);
  }
}
