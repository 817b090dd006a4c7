/** The analysis: one script in, everything known about it out. */
import {
  type KerasOfProgram,
  type KerasVersionOption,
  resolveKeras,
  resolvingKeras,
} from '../library/kerasVersion.ts';
import type { Interpreter } from '../python/interpreter.ts';
import { parseCells, parsingCells, type ReadCells } from '../python/parse/cells.ts';
import type { ChangingText } from '../python/parse/changingText.ts';
import { createParser, type ParseResult, type Parser, type ParserBytes } from '../python/parse/parser.ts';
import { atOnce } from '../python/pauses.ts';
import type { Host } from '../python/policy.ts';
import type { AnalysisPolicy } from './analysisPolicy.ts';
import { Following, type Glimpses } from './following.ts';
import { gathering, type OnFindings } from './gathering.ts';
import { Pace } from './pace.ts';
import type { AnalysedProgram, Use } from './program.ts';
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
  /** Is told the findings as soon as they are known: before models and values are described. */
  readonly onFindings?: OnFindings;
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
  read: { readonly text: string; readonly parsed: ParseResult; readonly keras: KerasOfProgram } | null;
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
    const keras = yield* whileNewest(script, turn, resolvingKeras(options.kerasVersion, parsed.module));
    if (keras === null) return null;
    script.read = { text, parsed, keras };
    const following = this.followingOf(script.following, path, keras, options);
    try {
      // What was followed up to a pause serves the next text.
      script.following = following;
      for (const _pause of following.follow(parsed, text, options.moduleSource, options.glimpse)) {
        yield;
        if (script.turn !== turn) return null;
      }
      return yield* whileNewest(script, turn, gathering(following, parsed, text, options.onFindings));
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
    const { parsed, keras } = script.read;
    // One script is looked into at a time, so that only one costs memory.
    for (const other of this.kept.values()) if (other !== script) other.watching = null;
    script.watching = this.followingOf(script.watching, path, keras, options);
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
    keras: KerasOfProgram,
    options: AnalyseOptions,
  ): Following {
    if (
      following !== null &&
      following.keras.version === keras.version &&
      following.keras.fromTensorFlow === keras.fromTensorFlow &&
      following.isSound &&
      following.stands(options.moduleSource ?? (() => null), options.glimpse ?? (() => null))
    ) {
      return following;
    }
    return new Following(this.parser, path, keras, this.newPace());
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
  const following = new Following(parser, path, resolveKeras(options.kerasVersion, parsed.module));
  following.policy.keepsPlain = true;
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
