/** One quiet item in the status bar: that the extension is at work, and while a model trains, how it goes. */
import { Disposable, l10n, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { AnalysedProgram } from '../analysis/program.ts';
import { type Message, message } from '../python/message.ts';
import type { ActiveScript } from './activeScript.ts';
import { COMMAND } from './contributions.ts';
import type { Documents } from './documents.ts';
import { escapeMarkdown } from './hoverText.ts';
import { localise } from './localisation.ts';
import { type Progress, progressOf } from './runProgress.ts';
import type { Runs } from './runs.ts';
import { modelSummary, SEPARATOR } from './wording.ts';

const PRIORITY = 90;

function placeOf({ epoch, epochs, step, download }: Progress): Message {
  if (step !== null) {
    return message('step {0}', step);
  }
  if (epoch !== null) {
    return message('epoch {0}/{1}', epoch, epochs);
  }
  return download === null ? message('preparing') : message('downloading {0}', download);
}

function progressText(progress: Progress): string {
  const icon = progress.paused ? '$(debug-pause)' : '$(sync~spin)';
  const parts = [
    localise(placeOf(progress)),
    ...(progress.loss === null ? [] : [localise(message('loss {0}', progress.loss))]),
  ];
  return `${icon} ${parts.join(SEPARATOR)}`;
}

function summary(program: AnalysedProgram | null): MarkdownString {
  const text = new MarkdownString();
  for (const model of program?.models ?? []) {
    text.appendMarkdown(
      `**${escapeMarkdown(model.name)}** ${escapeMarkdown(modelSummary(model, localise))}\n\n`,
    );
  }
  const count = program?.findings.length ?? 0;
  text.appendText(
    count === 0
      ? l10n.t('No findings.')
      : count === 1
        ? l10n.t('1 finding.')
        : l10n.t('{0} findings.', count),
  );
  text.appendMarkdown(`\n\n${escapeMarkdown(l10n.t('Click to show the panel.'))}`);
  return text;
}

class StatusBar {
  readonly #documents: Documents;
  readonly #active: ActiveScript;
  readonly #runs: Runs;
  readonly #item: StatusBarItem;
  readonly #subscriptions: Disposable;

  constructor(documents: Documents, active: ActiveScript, runs: Runs) {
    this.#documents = documents;
    this.#active = active;
    this.#runs = runs;
    this.#item = window.createStatusBarItem('status', StatusBarAlignment.Right, PRIORITY);
    this.#item.name = 'Kerascope';
    this.#item.command = COMMAND.showPanel;
    const update = (): void => this.#update();
    this.#subscriptions = Disposable.from(
      this.#item,
      active.onDidChange(update),
      documents.onDidAnalyse(({ script }) => {
        if (script === active.script) {
          update();
        }
      }),
      runs.onDidReport(update),
      runs.onDidChangeList(update),
    );
    update();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #update(): void {
    const run = this.#runs.active;
    const { script } = this.#active;
    if (run !== null) {
      this.#item.text = progressText(progressOf(run.record));
      const waiting = this.#runs.waiting.map(({ request }) => request.name);
      this.#item.tooltip = [
        l10n.t('Kerascope trains {0}. Click to show the panel.', run.record.run.name),
        ...(waiting.length === 0 ? [] : [l10n.t('Waiting for their turn: {0}', waiting.join(', '))]),
      ].join('\n');
      this.#item.show();
    } else if (script !== null) {
      this.#item.text = '$(graph-line) Kerascope';
      this.#item.tooltip = summary(this.#documents.latest(script));
      this.#item.show();
    } else {
      this.#item.hide();
    }
  }
}

export function registerStatusBar(documents: Documents, active: ActiveScript, runs: Runs): Disposable {
  return new StatusBar(documents, active, runs);
}
