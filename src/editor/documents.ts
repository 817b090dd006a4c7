/** Which open documents are Keras scripts, and the newest analysis of each. */
import {
  type CancellationToken,
  Disposable,
  EventEmitter,
  type LogOutputChannel,
  type NotebookDocument,
  type Position,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import type { AnalysedProgram, Finding, Use } from '../analysis/program.ts';
import type { AnalysisOptions, ProgramAnalyser } from './analyser.ts';
import type { DataFiles } from './dataFiles.ts';
import type { KerasEnvironment } from './kerasEnvironment.ts';
import type { LocalModules } from './localModules.ts';
import { NewestOnly } from './newestOnly.ts';
import { scriptFrom, scriptUri } from './notebooks.ts';
import { isKerasModelFile } from './recognition.ts';
import type { Script } from './scripts.ts';
import { affects, kerasVersionSetting } from './settings.ts';
import { inSlices } from './slices.ts';
import { isWorkedOn } from './workedOn.ts';

/** What is known of a script at one state of its text. */
export interface Analysis {
  readonly script: Script;
  readonly program: AnalysedProgram;
}

/** What was found in a script at one state of its text. */
export interface Findings {
  readonly script: Script;
  readonly findings: readonly Finding[];
}

export interface DocumentServices {
  /** Loads the analysis when it is first needed. */
  readonly analyser: () => Promise<ProgramAnalyser>;
  readonly environment: KerasEnvironment;
  readonly modules: LocalModules;
  readonly dataFiles: DataFiles;
  readonly log: LogOutputChannel;
}

interface Tracked {
  readonly script: Script;
  readonly newest: NewestOnly<AnalysedProgram>;
}

/** Milliseconds. */
const SOON = 200;

/** A file that is no Keras script is looked at again only when typing pauses this long. */
const RECOGNITION_DELAY = 400;

export class Documents implements Disposable {
  /** By the address of the file or notebook. */
  readonly #tracked = new Map<string, Tracked>();
  readonly #recognitions = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #services: DocumentServices;
  readonly #found = new EventEmitter<Findings>();
  readonly #analysed = new EventEmitter<Analysis>();
  readonly #forgotten = new EventEmitter<Script>();
  readonly #recognised = new EventEmitter<Script>();
  readonly #subscriptions: Disposable;

  /** As soon as the findings of a newest text are known, which is before the rest of its analysis. */
  readonly onDidFind = this.#found.event;
  /** After each analysis of a newest text. */
  readonly onDidAnalyse = this.#analysed.event;
  /** A document was found to be a Keras script. */
  readonly onDidRecognise = this.#recognised.event;
  /** A script was closed, or is none any more. */
  readonly onDidForget = this.#forgotten.event;

  constructor(services: DocumentServices) {
    this.#services = services;
    this.#subscriptions = Disposable.from(
      workspace.onDidOpenTextDocument(document => this.#opened(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#changed(document);
        }
      }),
      workspace.onDidCloseTextDocument(document => this.#closed(document)),
      workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#cellsChanged(notebook);
        }
      }),
      workspace.onDidCloseNotebookDocument(({ uri }) => this.#forget(uri)),
      workspace.onDidChangeConfiguration(event => {
        if (affects(event, 'kerascope.kerasVersion')) {
          this.#restart();
        }
      }),
      services.environment.onDidChange(() => this.#restart()),
      services.modules.onDidChange(() => this.#restart()),
      services.dataFiles.onDidChange(() => this.#restart()),
    );
    workspace.textDocuments.forEach(document => {
      this.#consider(document);
    });
  }

  /** The script that a document is or belongs to; null where that is no Keras script. */
  scriptOf(document: TextDocument): Script | null {
    return this.scriptAt(scriptUri(document));
  }

  /** The Keras script in this file or notebook. */
  scriptAt(uri: Uri): Script | null {
    return this.#tracked.get(uri.toString())?.script ?? null;
  }

  get scripts(): readonly Script[] {
    return [...this.#tracked.values()].map(({ script }) => script);
  }

  /** The last analysis, perhaps of an older text. */
  latest(script: Script): AnalysedProgram | null {
    return this.#tracked.get(script.uri.toString())?.newest.latest ?? null;
  }

  /** The analysis of the document's newest text, as soon as there is one; null for other files and failures. */
  async analysed(document: TextDocument, token?: CancellationToken): Promise<Analysis | null> {
    const tracked = this.#tracked.get(scriptUri(document).toString());
    if (!tracked) {
      return null;
    }
    const program = await tracked.newest.newest();
    return program === null || token?.isCancellationRequested ? null : { script: tracked.script, program };
  }

  /** The same, but of an older text where the newest one takes longer; for what must be answered at once. */
  async soonAnalysed(document: TextDocument, token: CancellationToken): Promise<Analysis | null> {
    const tracked = this.#tracked.get(scriptUri(document).toString());
    if (!tracked) {
      return null;
    }
    const program = await tracked.newest.soon(SOON);
    return program === null || token.isCancellationRequested ? null : { script: tracked.script, program };
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const timer of this.#recognitions.values()) {
      clearTimeout(timer);
    }
    for (const { newest } of this.#tracked.values()) {
      newest.dispose();
    }
    this.#tracked.clear();
    this.#found.dispose();
    this.#analysed.dispose();
    this.#forgotten.dispose();
    this.#recognised.dispose();
  }

  /** A cell is opened anew when its language changes, from Python or to it. */
  #opened(document: TextDocument): void {
    const tracked = this.#tracked.get(scriptUri(document).toString());
    if (tracked) {
      tracked.newest.changed();
    } else {
      this.#consider(document);
    }
  }

  #consider(document: TextDocument): void {
    if (
      document.languageId !== 'python' ||
      !isWorkedOn(scriptUri(document)) ||
      this.scriptOf(document) !== null
    ) {
      return;
    }
    const script = scriptFrom(document);
    if (isKerasModelFile(script.text())) {
      this.#track(script);
    }
  }

  #changed(document: TextDocument): void {
    if (document.languageId !== 'python') {
      return;
    }
    const key = scriptUri(document).toString();
    this.#tracked.get(key)?.newest.changed();
    clearTimeout(this.#recognitions.get(key));
    this.#recognitions.set(
      key,
      setTimeout(() => this.#reconsider(key, document), RECOGNITION_DELAY),
    );
  }

  #reconsider(key: string, document: TextDocument): void {
    this.#recognitions.delete(key);
    const tracked = this.#tracked.get(key);
    if (!tracked) {
      this.#consider(document);
    } else if (!isKerasModelFile(tracked.script.text())) {
      this.#forget(tracked.script.uri);
    }
  }

  #cellsChanged(notebook: NotebookDocument): void {
    const tracked = this.#tracked.get(notebook.uri.toString());
    const cell = notebook.getCells()[0]?.document;
    if (tracked) {
      tracked.newest.changed();
    } else if (cell) {
      this.#consider(cell);
    }
  }

  #track(script: Script): void {
    const newest = new NewestOnly<AnalysedProgram>({
      stamp: () => script.stamp(),
      run: isOvertaken => this.#analyse(script, isOvertaken),
      done: (program, milliseconds) => {
        this.#services.log.trace(`analysed ${script.name} in ${milliseconds.toFixed(1)} ms`);
        this.#analysed.fire({ script, program });
      },
      failed: error => this.#services.log.error(error instanceof Error ? error : String(error)),
    });
    this.#tracked.set(script.uri.toString(), { script, newest });
    this.#recognised.fire(script);
    newest.changed();
  }

  /** What the name at a place stands for there; null where there is nothing to tell, or no time to find it. */
  async usedAt(document: TextDocument, position: Position, token: CancellationToken): Promise<Use | null> {
    const analysis = await this.analysed(document, token);
    if (analysis === null) {
      return null;
    }
    const { script } = analysis;
    const { analyser, options } = await this.#prepared(script);
    const offset = script.offsetAt(document, position);
    const looking = analyser.usedAt(script.text(), script.name, options, offset);
    return inSlices(looking, () => token.isCancellationRequested);
  }

  async #analyse(script: Script, isOvertaken: () => boolean): Promise<AnalysedProgram | null> {
    const { analyser, options } = await this.#prepared(script);
    const onFindings = (findings: readonly Finding[]) => this.#found.fire({ script, findings });
    const analysing = analyser.analysing(script.text(), script.name, { ...options, onFindings });
    return inSlices(analysing, isOvertaken);
  }

  async #prepared(script: Script): Promise<{ analyser: ProgramAnalyser; options: AnalysisOptions }> {
    const { analyser, environment, modules, dataFiles } = this.#services;
    const [loaded, kerasVersion, sources] = await Promise.all([
      analyser(),
      environment.version(script.uri, kerasVersionSetting(script.uri)),
      modules.of(script),
    ]);
    const moduleSource = (name: string) => sources.get(name) ?? null;
    const glimpse = dataFiles.glimpsesFor(script);
    const { cellStarts } = script;
    const options = { id: script.uri.toString(), kerasVersion, moduleSource, glimpse, cellStarts };
    return { analyser: loaded, options };
  }

  /** A cell's end is not its notebook's. */
  #closed(document: TextDocument): void {
    if (this.#tracked.has(document.uri.toString())) {
      this.#forget(document.uri);
    }
  }

  #forget(uri: Uri): void {
    const key = uri.toString();
    clearTimeout(this.#recognitions.get(key));
    this.#recognitions.delete(key);
    const tracked = this.#tracked.get(key);
    if (tracked) {
      this.#tracked.delete(key);
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
