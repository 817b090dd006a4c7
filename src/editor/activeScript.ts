/** The Keras script that commands, the tree and the panel's offer are about, and the context key that says so. */
import { commands, Disposable, EventEmitter, type TextEditor, window } from 'vscode';
import { CONTEXT_KEY } from './contributions.ts';
import type { Documents } from './documents.ts';
import type { Script } from './scripts.ts';

/**
 * Follows the active notebook or text editor. Where none is active (the panel has the focus), the last one stays; an
 * editor with another file ends it.
 */
export class ActiveScript {
  readonly #documents: Documents;
  readonly #changed = new EventEmitter<Script | null>();
  readonly #subscriptions: Disposable;
  #script: Script | null = null;
  readonly onDidChange = this.#changed.event;

  constructor(documents: Documents) {
    this.#documents = documents;
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor(() => this.#update()),
      window.onDidChangeActiveNotebookEditor(() => this.#update()),
      documents.onDidRecognise(() => this.#update()),
      documents.onDidForget(script => {
        if (script === this.#script) {
          this.#set(null);
          this.#update();
        }
      }),
    );
    this.#update();
  }

  get script(): Script | null {
    return this.#script;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #update(): void {
    // A notebook counts as a whole: no cell of it, or one of another language, may have the focus.
    const notebook = window.activeNotebookEditor?.notebook;
    if (notebook) {
      this.#set(this.#documents.scriptAt(notebook.uri));
      return;
    }
    // After a window was reloaded the panel may have the focus from the beginning.
    const document = (window.activeTextEditor ?? (this.#script === null ? this.#shown() : undefined))
      ?.document;
    // Output channels and the like are text editors as well, but not what the user works on.
    if (document && document.uri.scheme !== 'output') {
      this.#set(this.#documents.scriptOf(document));
    }
  }

  #shown(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => this.#documents.scriptOf(document) !== null);
  }

  #set(script: Script | null): void {
    if (script !== this.#script) {
      this.#script = script;
      void commands.executeCommand('setContext', CONTEXT_KEY.isKerasFile, script !== null);
      this.#changed.fire(script);
    }
  }
}
