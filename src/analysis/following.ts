/**
 * Follows a script part by part and remembers the state before each, so that a changed text is followed again only
 * from the part that changed.
 *
 * Invariant: following a text after others gives what following it alone gives (test/analysis/following.test.ts).
 */
import { allLibraries } from '../library/index.ts';
import { type KerasOfProgram, setKeras } from '../library/kerasVersion.ts';
import { PythonError } from '../python/errors.ts';
import type { Watch } from '../python/evaluate/compiler.ts';
import { Frame, framesMade } from '../python/evaluate/frame.ts';
import { type CompiledStatements, mainModule, moduleParts, type RunPart } from '../python/evaluate/module.ts';
import { isNotebook } from '../python/evaluate/notebookNames.ts';
import { iteratorsMade, PyIterator } from '../python/functions.ts';
import { Interpreter } from '../python/interpreter.ts';
import { difference } from '../python/parse/kept.ts';
import type { ParseResult, Parser } from '../python/parse/parser.ts';
import type { FileGlimpse, Host } from '../python/policy.ts';
import { Pending } from '../python/suspension.ts';
import type { Module } from '../python/syntax.ts';
import { type Mutable, NotKnown, setJournal, Unknown } from '../python/values.ts';
import { AnalysisPolicy, CutShort } from './analysisPolicy.ts';
import { offerImport } from './missingNames.ts';
import { Pace } from './pace.ts';
import { followUncalled } from './uncalled.ts';

/** What analysis may see of the files a script names; see {@link Host.glimpse}. */
export type Glimpses = NonNullable<Host['glimpse']>;

/**
 * Statements of a script's top level that are followed between two checkpoints: few where the text changed, since the
 * next change is likely there too, and twice as many each time behind it.
 */
const FIRST_PART_LENGTH = 4;
const LAST_PART_LENGTH = 32;

/** The names of earlier outputs in a notebook. */
const OUTPUTS = /^_{1,3}$|^_i?\d+$/;

/** In place of a result: an error ended it. */
const FAILED: unique symbol = Symbol('failed');

/** What a part found and changed. */
interface Part {
  /** The index of its first statement. */
  readonly start: number;
  readonly firstIterator: number;
  readonly firstFrame: number;
  /** What every object held before the part changed it. */
  readonly changes: Map<Mutable, unknown>;
  /** Puts back all state that keeps no journal. */
  readonly restore: () => void;
  /** False when something that cannot be put back was made before this part and moved in it or later. */
  canResume: boolean;
}

export class Following {
  readonly interpreter: Interpreter;
  readonly policy: AnalysisPolicy;
  readonly keras: KerasOfProgram;
  /** True when a bound ended the last following early. */
  cutShort = false;
  private readonly parts: Part[] = [];
  private text = '';
  private tree: Module | null = null;
  /** What the code that was compiled for it sees: always the newest text, as its nodes have the newest places. */
  private readonly file: { readonly path: string; text: string; readonly isScript: true };
  private readonly compiled: CompiledStatements = new WeakMap();
  private readonly main: ReturnType<typeof mainModule>;
  /** The texts of modules that the script asked for. */
  private readonly sources = new Map<string, string | null>();
  private moduleSource: Host['moduleSource'] = () => null;
  /** What was seen of data files that the script reads. */
  private readonly glimpses = new Map<string, FileGlimpse | 'missing' | null>();
  private glimpse: Glimpses = () => null;

  /** @param pace how long it works between two pauses; what comes of it does not depend on that */
  constructor(parser: Parser, path: string, keras: KerasOfProgram, pace: Pace = new Pace()) {
    this.file = { path, text: '', isScript: true };
    this.keras = keras;
    let interpreter: Interpreter | null = null;
    this.policy = new AnalysisPolicy(name => {
      if (isNotebook(path) && OUTPUTS.test(name)) return new Unknown('an output of another cell');
      return interpreter === null ? null : (offerImport(interpreter, name)?.value ?? null);
    }, pace);
    interpreter = new Interpreter({
      policy: this.policy,
      host: {
        ...analysisHost(path, name => this.source(name)),
        glimpse: file => this.look(file),
      },
      libraries: allLibraries(),
      parse: source => parser.parse(source),
    });
    this.interpreter = interpreter;
    setKeras(interpreter, keras);
    this.main = mainModule(interpreter, { path, text: '', isScript: true });
  }

  get isNotebook(): boolean {
    return isNotebook(this.file.path);
  }

  /** Whether the modules and data files are what they were when the script asked for them. */
  stands(moduleSource: Host['moduleSource'], glimpse: Glimpses): boolean {
    return (
      [...this.sources].every(([name, text]) => (moduleSource(name)?.text ?? null) === text) &&
      [...this.glimpses].every(([file, seen]) => glimpse(file) === seen)
    );
  }

  /** Whether another text may be followed from what was followed last: all of it, and without a fault of ours. */
  get isSound(): boolean {
    return !this.cutShort && this.policy.faults.length === 0;
  }

  /**
   * Follows the script, then the functions it never calls; pauses often. Another text may be followed after any
   * pause: this following is not to be gone on with then.
   */
  *follow(
    parsed: ParseResult,
    text: string,
    moduleSource: Host['moduleSource'] = () => null,
    glimpse: Glimpses = () => null,
  ): Generator<void, void> {
    this.moduleSource = moduleSource;
    this.glimpse = glimpse;
    const { length } = parsed.module.body;
    const { run, starts } = this.begin(parsed.module, text, { statement: length, end: length, watch: null });
    this.cutShort = yield* this.followAll(run, starts, true);
  }

  /**
   * Follows the script only to see what one place of it stands for, which is told to `watch`.
   * @param statement the statement of the top level that holds the place
   * @param isLater whether the place is evaluated by statements behind that one as well: it stands in a function
   */
  *watching(
    parsed: ParseResult,
    text: string,
    sight: { readonly moduleSource: Host['moduleSource']; readonly glimpse: Glimpses },
    place: { readonly statement: number; readonly isLater: boolean; readonly watch: Watch },
  ): Generator<void, void> {
    this.moduleSource = sight.moduleSource;
    this.glimpse = sight.glimpse;
    this.policy.keepsPlain = true;
    const { statement, isLater, watch } = place;
    const end = isLater ? parsed.module.body.length : statement + 1;
    const { run, starts } = this.begin(parsed.module, text, { statement, end, watch });
    this.cutShort = yield* this.followAll(run, starts, isLater);
  }

  /** Goes back to the last state before what has changed, and before a statement; `end` is where to stop. */
  private begin(
    tree: Module,
    text: string,
    { statement, end, watch }: { statement: number; end: number; watch: Watch | null },
  ): { readonly run: RunPart; readonly starts: readonly number[] } {
    this.cutShort = false;
    const shared = Math.min(this.sharedStatements(tree, text), statement);
    const start = this.rewind(shared);
    this.text = text;
    this.tree = tree;
    this.file.text = text;
    const compiled: CompiledStatements = watch === null ? this.compiled : new WeakMap();
    return {
      run: moduleParts(this.interpreter, tree, this.file, this.main, { compiled, watch }),
      starts: partStarts(start, shared, end),
    };
  }

  private source(name: string): ReturnType<Host['moduleSource']> {
    const source = this.moduleSource(name);
    this.sources.set(name, source?.text ?? null);
    return source;
  }

  /** A file is certainly missing only while nothing has happened that could have made it. */
  private look(file: string): FileGlimpse | 'missing' | null {
    const seen = this.glimpse(file);
    this.glimpses.set(file, seen);
    return seen === 'missing' && this.policy.isInDoubt ? null : seen;
  }

  /** Goes back to the last state before at most so many statements; returns the statement that comes next. */
  private rewind(shared: number): number {
    let index = this.parts.length - 1;
    while (index > 0 && !(this.parts[index].start <= shared && this.parts[index].canResume)) index--;
    if (index < 0) return 0;
    const { start, restore } = this.parts[index];
    const restored = new Set<Mutable>();
    for (const { changes } of this.parts.splice(index)) {
      for (const [object, state] of changes) {
        // The first part that changed it knows what it was.
        if (!restored.has(object)) object.restore(state);
        restored.add(object);
      }
    }
    restore();
    return start;
  }

  /** How many statements at the start of both texts are the same, and sure not to be touched by what follows. */
  private sharedStatements(tree: Module, text: string): number {
    if (this.tree === null) return 0;
    const { start } = difference(this.text, text);
    const before = this.tree.body;
    const now = tree.body;
    let count = 0;
    while (count + 1 < before.length && count + 1 < now.length) {
      const mine = before[count];
      const other = now[count];
      const next = before[count + 1].span.start.offset;
      if (mine.kind !== other.kind || mine.kind === 'Invalid') break;
      if (mine.span.end.offset !== other.span.end.offset) break;
      if (next !== now[count + 1].span.start.offset || next >= start) break;
      count++;
    }
    return count;
  }

  /** True when a bound ended it early. */
  private *followAll(run: RunPart, starts: readonly number[], isWhole: boolean): Generator<void, boolean> {
    try {
      const end = starts.at(-1)!;
      for (const [index, start] of starts.slice(0, -1).entries()) {
        if (!(yield* this.followPart(run, start, starts[index + 1]!))) break;
      }
      if (isWhole) {
        const uncalled = followUncalled(this.interpreter, this.policy);
        yield* this.inPauses(this.part(end), () => new Pending(uncalled));
      }
    } catch (error) {
      if (error instanceof CutShort) return true;
      if (!(error instanceof NotKnown)) throw error;
    }
    return false;
  }

  /** False when the script ends there. */
  private *followPart(run: RunPart, start: number, end: number): Generator<void, boolean> {
    const part = this.part(start);
    for (let at = start; at < end; at++) {
      const goesOn = yield* this.inPauses(part, () => run(at, at + 1));
      if (!goesOn) return false;
    }
    return true;
  }

  /**
   * Does one thing for a part, with pauses where the script can be suspended and it is time. False when an error of
   * the script ended it, or when it waits for something: nothing behind it is followed then.
   */
  private *inPauses(part: Part, run: () => unknown): Generator<void, boolean> {
    let result = this.changing(part, () => this.orFailed(run));
    yield;
    while (result instanceof Pending) {
      const { rest } = result as Pending<unknown>;
      const step = this.changing(part, () => this.orFailed(() => rest.next()));
      if (step === FAILED) return false;
      if (step.done) result = step.value;
      else if (step.value.kind !== 'wait' || !step.value.optional) return false;
      yield;
    }
    return result !== FAILED;
  }

  private orFailed<Result>(run: () => Result): Result | typeof FAILED {
    try {
      return run();
    } catch (error) {
      if (error instanceof PythonError) this.policy.uncaught(error);
      else if (!(error instanceof NotKnown)) throw error;
      return FAILED;
    }
  }

  /** Begins a part: remembers what there is before it. */
  private part(start: number): Part {
    const restorers = [this.interpreter.save(), this.policy.save()];
    const part: Part = {
      start,
      firstIterator: iteratorsMade(),
      firstFrame: framesMade(),
      changes: new Map(),
      restore: () => {
        for (const restore of restorers) restore();
      },
      canResume: true,
    };
    this.parts.push(part);
    return part;
  }

  private changing<Result>(part: Part, run: () => Result): Result {
    const outer = setJournal(object => this.keep(part, object));
    this.policy.goOn();
    try {
      return run();
    } finally {
      this.policy.pause();
      setJournal(outer);
    }
  }

  private keep(part: Part, object: Mutable): void {
    if (object instanceof PyIterator) {
      if (object.order < part.firstIterator) this.block(object.order);
    } else if (object instanceof Frame && object.order >= part.firstFrame) {
      // Nothing of the time before the part leads to a call that was made in it.
      return;
    } else if (!part.changes.has(object)) part.changes.set(object, object.capture());
  }

  /** An iterator moves that an earlier part made: it can only be had again by following that part again. */
  private block(order: number): void {
    for (const part of this.parts) if (part.firstIterator > order) part.canResume = false;
  }
}

/** Where parts begin, and at last where the script ends. */
function partStarts(start: number, changed: number, length: number): number[] {
  const starts: number[] = [];
  let partLength = FIRST_PART_LENGTH;
  for (let at = start; at < length; ) {
    starts.push(at);
    if (at < changed) at = Math.min(changed, at + LAST_PART_LENGTH);
    else {
      at += partLength;
      partLength = Math.min(2 * partLength, LAST_PART_LENGTH);
    }
  }
  starts.push(length);
  return starts;
}

function analysisHost(path: string, moduleSource: Host['moduleSource']): Host {
  return {
    write() {},
    files: null,
    moduleSource,
    scriptPath: path,
    argv: [path],
    environment: () => undefined,
    now: () => 0,
    monotonic: () => 0,
  };
}
