/** The interpreter: one program's modules, state and policy, and the operations that libraries use. */

// First, so that modules of the cycle below which make keys while they load find it ready.
export { StateKey } from './state.ts';

import { builtinNames } from './builtins/index.ts';
import type { KeyRules, PyDict } from './collections.ts';
import type { Frame } from './evaluate/frame.ts';
import type { PyIterator, PyModule } from './functions.ts';
import { type LibraryRegistry, ModuleTable } from './modules.ts';
import { getAttribute, getAttributeOrUndefined, setAttribute } from './operations/attributes.ts';
import { type Arguments, bindArguments, type CallSite, callValue } from './operations/calls.ts';
import { valuesEqual } from './operations/equality.ts';
import { keyRules } from './operations/hashing.ts';
import { deleteItem, getItem, lengthOf, setItem } from './operations/items.ts';
import { collect, iterate, iteratorOf } from './operations/iteration.ts';
import {
  type BinaryOperator,
  binaryOperation,
  type CompareOperator,
  compareValues,
  containsValue,
} from './operations/operators.ts';
import { reprOf, strOf } from './operations/text.ts';
import { truthOf } from './operations/truth.ts';
import type { Host, Policy } from './policy.ts';
import { type Restorer, saveState } from './savedState.ts';
import type { Signature } from './signature.ts';
import type { StateKey } from './state.ts';
import { Pending, type Suspendable } from './suspension.ts';
import type { Comment, Module, Span, SyntaxProblem } from './syntax.ts';
import { NotKnown, Unknown, type Value } from './values.ts';

/** A parsed file: its tree, and what in it is no Python. */
export interface ParsedModule {
  readonly module: Module;
  readonly errors: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
}

export interface InterpreterOptions {
  policy: Policy;
  host: Host;
  libraries: LibraryRegistry;
  /** Parses a module's text (the user's own modules are parsed when they are imported). */
  parse(text: string): ParsedModule;
}

export class Interpreter {
  readonly policy: Policy;
  readonly host: Host;
  readonly modules: ModuleTable;
  readonly keyRules: KeyRules;
  readonly builtins: ReadonlyMap<string, Value>;
  readonly parse: (text: string) => ParsedModule;
  /** The call being made right now. Natives that need it read it first thing: nested calls replace it. */
  site: CallSite | null = null;
  /** The frame being evaluated (innermost). */
  frame: Frame | null = null;
  private readonly states = new Map<StateKey<unknown>, unknown>();

  constructor(options: InterpreterOptions) {
    this.policy = options.policy;
    this.host = options.host;
    this.modules = new ModuleTable(this, options.libraries);
    this.keyRules = keyRules(this);
    this.builtins = builtinNames;
    this.parse = options.parse;
  }

  /** True when contents are real: everything is computed, nothing is unknown. */
  get running(): boolean {
    return this.policy.kind === 'run';
  }

  /** A library's state for this program. */
  state<T>(key: StateKey<T>): T {
    if (!this.states.has(key)) this.states.set(key, key.create());
    return this.states.get(key) as T;
  }

  /** Remembers the libraries' state and which modules are loaded; what is returned puts it back. */
  save(): Restorer {
    const states = [...this.states].map(([key, state]) => ({ key, state, restore: saveState(state) }));
    const restoreModules = this.modules.save();
    return () => {
      this.states.clear();
      for (const { key, state, restore } of states) {
        this.states.set(key, state);
        restore?.();
      }
      restoreModules();
      this.site = null;
      this.frame = null;
    };
  }

  /**
   * The span of the call being made, or of the statement being evaluated; inside of another file, which has spans of
   * its own, that of the script's call that led there.
   */
  get span(): Span | null {
    let { frame } = this;
    if (frame === null || frame.file.isScript) return this.site?.node.span ?? frame?.span ?? null;
    let entered: Span | null = null;
    for (; frame !== null && !frame.file.isScript; frame = frame.caller) entered = frame.calledAt;
    return frame === null ? null : (entered ?? frame.span);
  }

  /** Whether the code of another file than the script is running. */
  get isElsewhere(): boolean {
    return this.frame !== null && !this.frame.file.isScript;
  }

  // --- calling -------------------------------------------------------------------------------------------------

  /** Calls a Python value. A callee that must wait makes it {@link Pending}. */
  callSuspendable(callee: Value, args: readonly Value[], keywords?: PyDict | null): Value | Pending {
    // The caller goes on afterwards, with its own call site for errors.
    const { site } = this;
    const signature = site?.signature ?? null;
    try {
      return callValue(this, callee, { positional: args, keywords: keywords ?? null });
    } finally {
      this.site = site;
      if (site !== null) site.signature = signature;
    }
  }

  /** Calls a Python value that must not wait (keys, comparisons, conversions). */
  call(callee: Value, args: readonly Value[], keywords?: PyDict | null): Value {
    return this.settleNow(this.callSuspendable(callee, args, keywords));
  }

  /** Calls a method by name. */
  callMethod(object: Value, name: string, args: readonly Value[] = [], keywords?: PyDict | null): Value {
    return this.call(this.getAttribute(object, name), args, keywords);
  }

  *callAndWait(callee: Value, args: readonly Value[], keywords?: PyDict | null): Suspendable<Value> {
    const result = this.callSuspendable(callee, args, keywords);
    return result instanceof Pending ? yield* result.rest : result;
  }

  /** Finishes a result that may be pending, where waiting is impossible. */
  settleNow<T>(result: T | Pending<T>): T {
    if (!(result instanceof Pending)) return result;
    let step = result.rest.next();
    while (!step.done && step.value.kind === 'wait' && step.value.optional) step = result.rest.next();
    if (step.done) return step.value;
    throw new NotKnown('something that must wait was called where Python cannot be suspended');
  }

  bind(signature: Signature, args: Arguments): Value[] {
    return bindArguments(this, signature, args, null);
  }

  // --- objects -------------------------------------------------------------------------------------------------

  getAttribute(object: Value, name: string): Value {
    return getAttribute(this, object, name);
  }

  getAttributeOrUndefined(object: Value, name: string): Value | undefined {
    return getAttributeOrUndefined(this, object, name);
  }

  setAttribute(object: Value, name: string, value: Value): void {
    setAttribute(this, object, name, value);
  }

  getItem(object: Value, key: Value): Value {
    return getItem(this, object, key);
  }

  setItem(object: Value, key: Value, value: Value): void {
    setItem(this, object, key, value);
  }

  deleteItem(object: Value, key: Value): void {
    deleteItem(this, object, key);
  }

  length(object: Value): number {
    return lengthOf(this, object);
  }

  /** The items of any iterable as an array; throws NotKnown for unknown ones. */
  collect(iterable: Value): Value[] {
    return collect(this, iterable);
  }

  iterate(iterable: Value): Iterable<Value> {
    return iterate(this, iterable);
  }

  iterator(iterable: Value): PyIterator {
    return iteratorOf(this, iterable);
  }

  // --- operators -----------------------------------------------------------------------------------------------

  binary(operator: BinaryOperator, left: Value, right: Value): Value {
    return binaryOperation(this, operator, left, right);
  }

  compare(operator: CompareOperator, left: Value, right: Value): Value {
    return compareValues(this, operator, left, right);
  }

  contains(container: Value, item: Value): Value {
    return containsValue(this, container, item);
  }

  equal(left: Value, right: Value): boolean {
    return valuesEqual(this, left, right);
  }

  /** Python truth; throws NotKnown for an unknown value. */
  truth(value: Value): boolean {
    const truth = truthOf(this, value);
    if (truth instanceof Unknown) throw new NotKnown(truth.reason);
    return truth;
  }

  str(value: Value): string {
    return strOf(this, value);
  }

  repr(value: Value): string {
    return reprOf(this, value);
  }

  // --- modules -------------------------------------------------------------------------------------------------

  /** Imports by dotted name, as `import a.b.c` does, and returns the innermost module. */
  importModule(name: string): PyModule | Unknown {
    return this.modules.import(name);
  }
}
