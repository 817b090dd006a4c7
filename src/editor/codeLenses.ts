/** The lenses above a model: train it, and what it is. */
import {
  type CancellationToken,
  CodeLens,
  type CodeLensProvider,
  Disposable,
  type DocumentSelector,
  EventEmitter,
  l10n,
  languages,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import { COMMAND, INTERNAL_COMMAND } from './contributions.ts';
import type { Analysis, Documents } from './documents.ts';
import { localise } from './localisation.ts';
import { modelsByPlace } from './modelPlaces.ts';
import type { Runs } from './runs.ts';
import { affects, languageSettings } from './settings.ts';
import { UntilAsked } from './untilAsked.ts';
import { modelSummaries } from './wording.ts';

class CodeLenses implements CodeLensProvider {
  readonly #documents: Documents;
  readonly #runs: Runs;
  readonly #changed = new EventEmitter<void>();
  readonly #news = new UntilAsked(() => this.#changed.fire());
  readonly #subscriptions: Disposable;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(documents: Documents, runs: Runs) {
    this.#documents = documents;
    this.#runs = runs;
    this.#subscriptions = Disposable.from(
      this.#changed,
      this.#news,
      documents.onDidAnalyse(({ script }) => this.#news.changed(script.uri.toString())),
      documents.onDidForget(() => this.#changed.fire()),
      runs.onDidChangeActivity(({ script }) => this.#news.changed(script.toString())),
      workspace.onDidChangeConfiguration(event => {
        if (affects(event, 'kerascope.codeLens.enable')) {
          this.#changed.fire();
        }
      }),
    );
  }

  async provideCodeLenses(document: TextDocument, token: CancellationToken): Promise<CodeLens[]> {
    // VS Code asks the later the longer answers took before: one that waited for a long analysis would leave "Stop"
    // standing after the run. It is asked again when there is an analysis of the newest text.
    const analysis = await this.#documents.soonAnalysed(document, token);
    if (analysis !== null) {
      this.#news.asked(analysis.script.uri.toString());
    }
    return analysis === null || !languageSettings(document.uri).codeLens
      ? []
      : this.#lenses(document, analysis);
  }

  #lenses(document: TextDocument, { script, program }: Analysis): CodeLens[] {
    const running = this.#runs.activeOf(script.uri) !== null;
    const places = script.places();
    return modelsByPlace(program.models).flatMap(({ span, models }) => {
      const place = places.rangeIn(document, span);
      if (place === null) {
        return [];
      }
      const range = new Range(place.start, place.start);
      const run = running
        ? { title: `$(debug-stop) ${l10n.t('Stop Training')}`, command: COMMAND.stop }
        : { title: `$(play) ${l10n.t('Train Model')}`, command: COMMAND.train, arguments: [script.uri] };
      const abouts = modelSummaries(models, localise).map(title => ({
        title,
        command: INTERNAL_COMMAND.revealPlace,
        arguments: [document.uri, place],
      }));
      return [run, ...abouts].map(command => new CodeLens(range, command));
    });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

export function registerCodeLenses(documents: Documents, runs: Runs, selector: DocumentSelector): Disposable {
  const provider = new CodeLenses(documents, runs);
  return Disposable.from(provider, languages.registerCodeLensProvider(selector, provider));
}
