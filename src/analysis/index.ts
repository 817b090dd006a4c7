/** The analysis: one script in, everything known about it out. */
import { remedied, runChecks } from '../checks/index.ts';
import { SourceCode } from '../checks/sourceCode.ts';
import type { ModelObject } from '../library/keras/models/modelObject.ts';
import { kerasRecordKey } from '../library/keras/record.ts';
import {
  type KerasVersion,
  type KerasVersionOption,
  resolveKerasVersion,
  resolvingKerasVersion,
} from '../library/kerasVersion.ts';
import type { Interpreter } from '../python/interpreter.ts';
import { nodesOfKind } from '../python/nodeKinds.ts';
import { parseCells, parsingCells, problemsOfNotebook, type ReadCells } from '../python/parse/cells.ts';
import {
  type ChangingText,
  createParser,
  type ParseResult,
  type Parser,
  type ParserBytes,
} from '../python/parse/parser.ts';
import { atOnce, stretches } from '../python/pauses.ts';
import type { Host } from '../python/policy.ts';
import type { Span } from '../python/syntax.ts';
import type { AnalysisPolicy, Observed, Raised } from './analysisPolicy.ts';
import { describeValue, isModel, mayBeShown } from './describe.ts';
import { findingOf, isOurLimit, syntaxFinding } from './findings.ts';
import { Following, type Glimpses } from './following.ts';
import { missingName } from './missingNames.ts';
import { analyseFits, analyseLayer, analyseModel, looseLayers, type NameOf, shownModels } from './models.ts';
import { Pace } from './pace.ts';
import type { AnalysedProgram, Finding, UnknownNote, Use, ValueNote } from './program.ts';
import { useAt } from './uses.ts';

export interface AnalyseOptions {
  readonly kerasVersion: KerasVersionOption;
  /** Tells scripts of the same name apart. */
  readonly id?: string;
  /** The text of a module beside the script, when it is at hand. */
  readonly moduleSource?: Host['moduleSource'];
  /** Where the cells of a notebook's text begin: a syntax error stays in its cell. */
  readonly cellStarts?: readonly number[];
  /** What there is to see of a data file, when it is at hand. */
  readonly glimpse?: Glimpses;
}

/** Scripts whose last state is kept, so that the next text of them costs less. */
const KEPT = 4;

/** A script that is analysed again and again. */
interface KeptScript {
  readonly text: ChangingText;
  /** Of a notebook with a fault in it. */
  readonly cells: ReadCells;
  /** What the next text may be followed from. */
  following: Following | null;
  /** Counts its texts, so that the analysis of an older one notices that it was overtaken. */
  turn: number;
  /** The text that was read last, and what came of it. */
  read: { readonly text: string; readonly parsed: ParseResult; readonly version: KerasVersion } | null;
  /** What places of the text are looked up with: a second following, made when one is asked for. */
  watching: Following | null;
  /** Counts what was looked up, as `turn` counts texts. */
  look: number;
}

function newScript(parser: Parser): KeptScript {
  return {
    text: parser.changing(),
    cells: new Map(),
    following: null,
    turn: 0,
    read: null,
    watching: null,
    look: 0,
  };
}

/** Analyses scripts; keeps a parser and the state of the last scripts between them. */
export class Analyser {
  private readonly parser: Parser;
  /** By what tells them apart, the one analysed last at the end. */
  private readonly kept = new Map<string, KeptScript>();

  private readonly newPace: () => Pace;

  private constructor(parser: Parser, newPace: () => Pace) {
    this.parser = parser;
    this.newPace = newPace;
  }

  /** @param newPace when {@link analysing} pauses inside of a statement; what it gives does not depend on that */
  static async create(bytes: ParserBytes, newPace: () => Pace = () => new Pace()): Promise<Analyser> {
    return new Analyser(await createParser(bytes), newPace);
  }

  /** Never throws for any text. */
  analyse(text: string, path: string, options: AnalyseOptions): AnalysedProgram {
    return atOnce(this.analysing(text, path, options))!;
  }

  /**
   * The same with pauses, often enough that nobody who works beside it has to wait. Its result is null when the
   * analysis of another text of the same script began in a pause. It may be dropped in any pause.
   */
  *analysing(text: string, path: string, options: AnalyseOptions): Generator<void, AnalysedProgram | null> {
    const script = this.script(options.id ?? path);
    const turn = ++script.turn;
    // Reading another text moves the nodes of this one.
    script.read = null;
    const parsing = parsingCells(this.parser, text, options.cellStarts, script.text, script.cells);
    const parsed = yield* whileNewest(script, turn, parsing);
    if (parsed === null) return null;
    const version = yield* whileNewest(
      script,
      turn,
      resolvingKerasVersion(options.kerasVersion, parsed.module),
    );
    if (version === null) return null;
    script.read = { text, parsed, version };
    const following = this.followingOf(script.following, path, version, options);
    try {
      // What was followed up to a pause serves the next text.
      script.following = following;
      for (const _pause of following.follow(parsed, text, options.moduleSource, options.glimpse)) {
        yield;
        if (script.turn !== turn) return null;
      }
      return yield* whileNewest(script, turn, gathering(following, parsed, text));
    } catch (error) {
      script.following = null;
      throw error;
    }
  }

  dispose(): void {
    for (const { text } of this.kept.values()) text.dispose();
    this.kept.clear();
    this.parser.dispose();
  }

  /**
   * Tells what the name at an offset stands for there, with pauses as {@link analysing} has them. Null where there is
   * nothing to tell, and where another text or place was asked for in a pause. To be asked for the text analysed last.
   */
  *usedAt(text: string, path: string, options: AnalyseOptions, offset: number): Generator<void, Use | null> {
    const script = this.kept.get(options.id ?? path);
    if (script?.read?.text !== text) return null;
    const { turn } = script;
    const look = ++script.look;
    const { parsed, version } = script.read;
    // One script is looked into at a time, so that only one costs memory.
    for (const other of this.kept.values()) if (other !== script) other.watching = null;
    script.watching = this.followingOf(script.watching, path, version, options);
    const sight = {
      moduleSource: options.moduleSource ?? (() => null),
      glimpse: options.glimpse ?? (() => null),
    };
    try {
      const looking = useAt(script.watching, parsed, text, sight, offset);
      for (;;) {
        const { done, value } = looking.next();
        if (done) return value as Use | null;
        yield;
        if (script.turn !== turn || script.look !== look) return null;
      }
    } catch (error) {
      script.watching = null;
      throw error;
    }
  }

  private followingOf(
    following: Following | null,
    path: string,
    version: KerasVersion,
    options: AnalyseOptions,
  ): Following {
    if (
      following?.kerasVersion === version &&
      following.isSound &&
      following.stands(options.moduleSource ?? (() => null), options.glimpse ?? (() => null))
    ) {
      return following;
    }
    return new Following(this.parser, path, version, this.newPace());
  }

  private script(id: string): KeptScript {
    const script = this.kept.get(id) ?? newScript(this.parser);
    this.kept.delete(id);
    this.kept.set(id, script);
    for (const [oldest, { text }] of this.kept) {
      if (this.kept.size <= KEPT) break;
      text.dispose();
      this.kept.delete(oldest);
    }
    return script;
  }
}

/** An analysed program together with the interpreter that followed it (for tests that compare with a run). */
export interface FollowedProgram {
  readonly program: AnalysedProgram;
  readonly policy: AnalysisPolicy;
  readonly interpreter: Interpreter;
}

/** Follows a script under the analysis policy and gathers what there is to say about it. */
export function followProgram(
  parser: Parser,
  text: string,
  path: string,
  options: AnalyseOptions,
): FollowedProgram {
  const parsed = parseCells(parser, text, options.cellStarts);
  const following = new Following(parser, path, resolveKerasVersion(options.kerasVersion, parsed.module));
  for (const _pause of following.follow(parsed, text, options.moduleSource, options.glimpse));
  const program = atOnce(gathering(following, parsed, text));
  return { program, policy: following.policy, interpreter: following.interpreter };
}

/** Goes on with the work after each of its pauses, until another text of the script is analysed in one: then null. */
function* whileNewest<Result>(
  script: KeptScript,
  turn: number,
  work: Generator<void, Result>,
): Generator<void, Result | null> {
  let isOver = false;
  try {
    for (;;) {
      const { done, value } = work.next();
      isOver = done === true;
      if (done) return value;
      yield;
      if (script.turn !== turn) return null;
    }
  } finally {
    // What holds memory outside of JavaScript's gives it back.
    if (!isOver) work.return(null as never);
  }
}

/** What there is to say of a script, with pauses. */
function* gathering(
  following: Following,
  parsed: ParseResult,
  text: string,
): Generator<void, AnalysedProgram> {
  const steps = gather(following, parsed, text);
  for (;;) {
    const { done, value } = following.policy.describing(() => steps.next());
    if (done) return value as AnalysedProgram;
    yield;
  }
}

function* gather(following: Following, parsed: ParseResult, text: string): Generator<void, AnalysedProgram> {
  const { interpreter, policy, cutShort } = following;
  const record = interpreter.state(kerasRecordKey);
  const nameOf = modelNames(policy);
  const isKerasScript = record.layers.size > 0 || record.models.size > 0 || importsKeras(parsed);
  const input = { record, py: interpreter, parsed, text };
  const values = yield* valueNotes(policy);
  yield;
  const problems = following.isNotebook ? problemsOfNotebook(parsed.errors) : parsed.errors;
  const errors: Finding[] = problems.map(syntaxFinding);
  for (const raised of firstInLibraries(policy.raised))
    if (!isOurLimit(interpreter, raised)) errors.push(findingOf(interpreter, raised));
  const code = new SourceCode(parsed.module, text, parsed.comments);
  for (const node of policy.undefinedNames) {
    const finding = missingName(interpreter, node, code);
    if (finding) errors.push(finding);
  }
  const arrays = () =>
    values.flatMap(({ name, span, value }) =>
      value.shape === null ? [] : [{ name, span, shape: value.shape }],
    );
  yield;
  const findings = [...remedied(errors, input, arrays)];
  yield;
  findings.push(...(yield* runChecks(input)));
  yield;
  const shown = shownModels(record, nameOf);
  const models = yield* stretches(shown, MODELS, some =>
    some.map(model => analyseModel(model, record, nameOf(model))),
  );
  const loose = yield* stretches(looseLayers(record), LAYERS, some => some.map(analyseLayer));
  yield;
  return {
    isKerasScript,
    models,
    looseLayers: loose,
    fits: analyseFits(record, nameOf),
    findings: distinct(findings),
    values,
    unknown: unknownNotes(policy),
    cutShort,
  };
}

/** The errors without those that a library's text runs into behind its first one, where the real one has ended. */
function firstInLibraries(raised: readonly Raised[]): readonly Raised[] {
  const seen = new Set<Span>();
  return raised.filter(({ isInLibrary, scriptSpan }) => {
    if (!isInLibrary || scriptSpan === null) return true;
    if (seen.has(scriptSpan)) return false;
    seen.add(scriptSpan);
    return true;
  });
}

/** The variable that holds a model in the script: the first name it was bound to. */
function modelNames(policy: AnalysisPolicy): NameOf {
  const names = new Map<ModelObject, { name: string; span: Span }>();
  for (const binding of policy.bindings) {
    // Most are numbers and text, bound in loops.
    if (typeof binding.value !== 'object') continue;
    const { node, value } = binding;
    if (isModel(value) && node.kind === 'Name' && !names.has(value))
      names.set(value, { name: node.id, span: node.span });
  }
  return model => names.get(model) ?? null;
}

function importsKeras(parsed: ParseResult): boolean {
  return (
    nodesOfKind(parsed.module, 'Import').some(({ names }) => names.some(({ name }) => isKeras(name))) ||
    nodesOfKind(parsed.module, 'ImportFrom').some(({ module }) => module !== null && isKeras(module))
  );
}

function isKeras(module: string): boolean {
  return (
    /^(keras|tensorflow\.keras|tensorflow\.python\.keras|tf_keras)(\.|$)/.test(module) ||
    module === 'tensorflow'
  );
}

/** Bindings and models that are described between two pauses. */
const BINDINGS = 500;
const MODELS = 10;
const LAYERS = 20;

/** The last value that each assignment gave, in the order of the text. */
function* valueNotes(policy: AnalysisPolicy): Generator<void, ValueNote[]> {
  const last = new Map<number, Observed>();
  const { bindings } = policy;
  for (let index = 0; index < bindings.length; index++) {
    if (index % BINDINGS === BINDINGS - 1) yield;
    const binding = bindings[index]!;
    const offset = binding.node.span.start.offset;
    if (mayBeShown(binding.value)) last.set(offset, binding);
    else if (last.size > 0) last.delete(offset);
  }
  const notes: ValueNote[] = [];
  let described = 0;
  for (const { node, value } of last.values()) {
    if (++described % BINDINGS === 0) yield;
    if (node.kind !== 'Name' && node.kind !== 'Attribute') continue;
    const shown = describeValue(value);
    if (shown !== null)
      notes.push({ name: node.kind === 'Name' ? node.id : node.attr, span: node.span, value: shown });
  }
  return notes.sort((a, b) => a.span.start.offset - b.span.start.offset);
}

function unknownNotes(policy: AnalysisPolicy): UnknownNote[] {
  const notes = new Map<string, UnknownNote>();
  for (const note of policy.unknowns) notes.set(`${note.span.start.offset}:${note.reason}`, note);
  return [...notes.values()].sort((a, b) => a.span.start.offset - b.span.start.offset);
}

/** Loops and repeated calls meet the same mistake again and again: it is told once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.code}:${finding.span.start.offset}:${finding.span.end.offset}`;
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()].sort((a, b) => a.span.start.offset - b.span.start.offset);
}
