/** Shows output shapes and parameters after layers, and shapes after assignments of arrays. */
import {
  type CancellationToken,
  Disposable,
  type DocumentSelector,
  EventEmitter,
  InlayHint,
  InlayHintKind,
  InlayHintLabelPart,
  type InlayHintsProvider,
  languages,
  MarkdownString,
  type Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { AnalysedProgram } from '../analysis/program.ts';
import { assertNever } from '../protocol.ts';
import type { Documents } from './documents.ts';
import { layerHover, valueHover } from './hoverText.ts';
import { type LineNote, type LineNoteChoice, lineNotes } from './lineNotes.ts';
import { localise } from './localisation.ts';
import { affects, languageSettings } from './settings.ts';

/** Tooltips of long loops name only the first layers. */
const LAYERS_IN_TOOLTIP = 4;

function tooltip({ about }: LineNote): MarkdownString {
  switch (about.kind) {
    case 'layers':
      return new MarkdownString(
        about.layers
          .slice(0, LAYERS_IN_TOOLTIP)
          .map(layer => layerHover(layer, localise))
          .join('\n\n---\n\n'),
      );
    case 'values':
      return new MarkdownString(
        about.values.map(({ name, value }) => valueHover(name, value, localise)).join('\n\n'),
      );
    default:
      return assertNever(about);
  }
}

class InlayHints implements InlayHintsProvider {
  readonly #documents: Documents;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  /** Of the newest analysis: scrolling asks again and again. */
  #notes: { readonly program: AnalysedProgram; readonly choice: string; readonly notes: LineNote[] } | null =
    null;
  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(documents: Documents) {
    this.#documents = documents;
    this.#subscriptions = Disposable.from(
      this.#changed,
      documents.onDidAnalyse(() => this.#changed.fire()),
      documents.onDidForget(() => this.#changed.fire()),
      workspace.onDidChangeConfiguration(event => {
        if (affects(event)) {
          this.#changed.fire();
        }
      }),
    );
  }

  async provideInlayHints(
    document: TextDocument,
    range: Range,
    token: CancellationToken,
  ): Promise<InlayHint[]> {
    const analysis = await this.#documents.analysed(document, token);
    if (analysis === null) {
      return [];
    }
    const { layerHints, arrayHints } = languageSettings(document.uri);
    const places = analysis.script.places();
    return this.#notesOf(analysis.program, { layers: layerHints, arrays: arrayHints }).flatMap(note => {
      const place = places.rangeIn(document, { start: note.end, end: note.end });
      if (place === null || !range.contains(place.end)) {
        return [];
      }
      const part = new InlayHintLabelPart(note.text);
      part.tooltip = tooltip(note);
      const hint = new InlayHint(document.lineAt(place.end.line).range.end, [part], InlayHintKind.Type);
      hint.paddingLeft = true;
      return [hint];
    });
  }

  #notesOf(program: AnalysedProgram, choice: LineNoteChoice): LineNote[] {
    const key = JSON.stringify(choice);
    if (this.#notes?.program !== program || this.#notes.choice !== key) {
      this.#notes = { program, choice: key, notes: lineNotes(program, choice, localise) };
    }
    return this.#notes.notes;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

export function registerInlayHints(documents: Documents, selector: DocumentSelector): Disposable {
  const provider = new InlayHints(documents);
  return Disposable.from(provider, languages.registerInlayHintsProvider(selector, provider));
}
