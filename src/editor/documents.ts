/** Which open documents are Keras scripts, and the newest analysis of each. */
import {
  type CancellationToken,
  Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TextDocument,
  workspace,
} from 'vscode';
import type { AnalysedProgram } from '../analysis/program.ts';
import type { ProgramAnalyser } from './analyser.ts';
import type { KerasEnvironment } from './kerasEnvironment.ts';
import { NewestOnly } from './newestOnly.ts';
import { isKerasModelFile } from './recognition.ts';
import { Script } from './scripts.ts';
import { affects, kerasVersionSetting } from './settings.ts';

/** What is known of a script at one state of its text. */
export interface Analysis {
  readonly script: Script;
  readonly program: AnalysedProgram;
}

interface Tracked {
  readonly script: Script;
  readonly newest: NewestOnly<AnalysedProgram>;
}

/** A file that is no Keras script is looked at again only when typing pauses this long. */
const RECOGNITION_DELAY = 400;

export class Documents {
  readonly #tracked = new Map<TextDocument, Tracked>();
  readonly #recognitions = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  readonly #analyser: () => Promise<ProgramAnalyser>;
  readonly #environment: KerasEnvironment;
  readonly #log: LogOutputChannel;
  readonly #analysed = new EventEmitter<Analysis>();
  readonly #forgotten = new EventEmitter<Script>();
  readonly #recognised = new EventEmitter<Script>();
  readonly #subscriptions: Disposable;

  /** After each analysis of a newest text. */
  readonly onDidAnalyse = this.#analysed.event;
  /** A document was found to be a Keras script. */
  readonly onDidRecognise = this.#recognised.event;
  /** A script was closed, or is none any more. */
  readonly onDidForget = this.#forgotten.event;

  constructor(
    analyser: () => Promise<ProgramAnalyser>,
    environment: KerasEnvironment,
    log: LogOutputChannel,
  ) {
    this.#analyser = analyser;
    this.#environment = environment;
    this.#log = log;
    this.#subscriptions = Disposable.from(
      workspace.onDidOpenTextDocument(document => this.#consider(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#changed(document);
        }
      }),
      workspace.onDidCloseTextDocument(document => this.#forget(document)),
      workspace.onDidChangeConfiguration(event => {
        if (affects(event, 'kerascope.kerasVersion')) {
          this.#restart();
        }
      }),
      environment.onDidChange(() => this.#restart()),
    );
    workspace.textDocuments.forEach(document => {
      this.#consider(document);
    });
  }

  /** The script that a document belongs to; null where it is no Keras script. */
  scriptOf(document: TextDocument): Script | null {
    return this.#tracked.get(document)?.script ?? null;
  }

  get scripts(): readonly Script[] {
    return [...this.#tracked.values()].map(({ script }) => script);
  }

  /** The last analysis, perhaps of an older text. */
  latest(script: Script): AnalysedProgram | null {
    for (const tracked of this.#tracked.values()) {
      if (tracked.script === script) {
        return tracked.newest.latest;
      }
    }
    return null;
  }

  /** The analysis of the document's newest text, as soon as there is one; null for other files and failures. */
  async analysed(document: TextDocument, token?: CancellationToken): Promise<Analysis | null> {
    const tracked = this.#tracked.get(document);
    if (!tracked) {
      return null;
    }
    const program = await tracked.newest.newest();
    return program === null || token?.isCancellationRequested ? null : { script: tracked.script, program };
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const document of [...this.#tracked.keys(), ...this.#recognitions.keys()]) {
      this.#forget(document);
    }
    this.#analysed.dispose();
    this.#forgotten.dispose();
    this.#recognised.dispose();
  }

  #consider(document: TextDocument): void {
    if (
      document.languageId === 'python' &&
      document.uri.scheme !== 'git' &&
      !this.#tracked.has(document) &&
      isKerasModelFile(document.getText())
    ) {
      this.#track(document);
    }
  }

  #changed(document: TextDocument): void {
    const tracked = this.#tracked.get(document);
    if (tracked) {
      tracked.newest.changed();
    }
    if (document.languageId === 'python') {
      clearTimeout(this.#recognitions.get(document));
      this.#recognitions.set(
        document,
        setTimeout(() => this.#reconsider(document), RECOGNITION_DELAY),
      );
    }
  }

  #reconsider(document: TextDocument): void {
    this.#recognitions.delete(document);
    if (!this.#tracked.has(document)) {
      this.#consider(document);
    } else if (!isKerasModelFile(document.getText())) {
      this.#forget(document);
    }
  }

  #track(document: TextDocument): void {
    const script = Script.ofFile(document);
    const newest = new NewestOnly<AnalysedProgram>({
      stamp: () => script.stamp(),
      run: () => this.#analyse(script),
      done: (program, milliseconds) => {
        this.#log.trace(`analysed ${script.name} in ${milliseconds.toFixed(1)} ms`);
        this.#analysed.fire({ script, program });
      },
      failed: error => this.#log.error(error instanceof Error ? error : String(error)),
    });
    this.#tracked.set(document, { script, newest });
    this.#recognised.fire(script);
    newest.changed();
  }

  async #analyse(script: Script): Promise<AnalysedProgram> {
    const analyser = await this.#analyser();
    const kerasVersion = await this.#environment.version(script.uri, kerasVersionSetting(script.uri));
    return analyser.analyse(script.text(), script.name, { kerasVersion });
  }

  #forget(document: TextDocument): void {
    clearTimeout(this.#recognitions.get(document));
    this.#recognitions.delete(document);
    const tracked = this.#tracked.get(document);
    if (tracked) {
      this.#tracked.delete(document);
      tracked.newest.dispose();
      this.#forgotten.fire(tracked.script);
    }
  }

  #restart(): void {
    for (const { newest } of this.#tracked.values()) {
      newest.restart();
    }
  }
}
