/** The commands of the palette, the lenses and the menus. */
import { commands, Disposable, l10n, Range, Uri, window } from 'vscode';
import type { ActiveScript } from './activeScript.ts';
import { COMMAND, INTERNAL_COMMAND } from './contributions.ts';
import type { Documents } from './documents.ts';
import { openExample } from './example.ts';
import { explainTerminalCommand, explainTracebackCommand } from './explainTraceback.ts';
import { explainFinding } from './findingPages.ts';
import type { PanelHost } from './panelHost.ts';
import { revealPlace } from './reveal.ts';
import type { Script } from './scripts.ts';
import type { Trainer } from './trainer.ts';

export interface CommandServices {
  readonly extensionUri: Uri;
  readonly documents: Documents;
  readonly active: ActiveScript;
  readonly panel: PanelHost;
  readonly trainer: Trainer;
}

type Handlers = Readonly<
  Record<(typeof COMMAND)[keyof typeof COMMAND], (...input: unknown[]) => unknown> &
    Record<(typeof INTERNAL_COMMAND)[keyof typeof INTERNAL_COMMAND], (...input: unknown[]) => unknown>
>;

/** The script that a command is for: the one given (by a lens or a menu), else the active one. */
function scriptFor(target: unknown, { documents, active }: CommandServices): Script | null {
  return target instanceof Uri ? documents.scriptAt(target) : active.script;
}

async function train(target: unknown, services: CommandServices): Promise<void> {
  const script = scriptFor(target, services);
  if (script !== null) {
    return services.trainer.train(script);
  }
  const example = l10n.t('Open the Example');
  const name = window.activeTextEditor?.document.uri.path.split('/').at(-1);
  const choice = await window.showInformationMessage(
    name === undefined
      ? l10n.t('Open a Python file that builds a Keras model to train it.')
      : l10n.t('{0} builds no Keras model, so there is nothing to train.', name),
    example,
  );
  if (choice === example) {
    await openExample(services.extensionUri);
  }
}

function handlers(services: CommandServices): Handlers {
  const { documents, extensionUri, panel, trainer } = services;
  return {
    [COMMAND.train]: target => train(target, services),
    [COMMAND.stop]: () => trainer.stop(),
    [COMMAND.pause]: () => trainer.pause(),
    [COMMAND.resume]: () => trainer.resume(),
    [COMMAND.showPanel]: () => panel.show(),
    [COMMAND.predict]: () => trainer.showResults('predictions', false),
    [COMMAND.fitTemperature]: () => trainer.showResults('temperature', true),
    [COMMAND.measureAgain]: () => trainer.measureAgain(),
    [COMMAND.openExample]: () => openExample(extensionUri),
    [COMMAND.explainTraceback]: target =>
      explainTracebackCommand({ documents, extensionUri, script: scriptFor(target, services) }),
    [INTERNAL_COMMAND.explainTerminal]: () =>
      explainTerminalCommand({ documents, extensionUri, script: services.active.script }),
    [INTERNAL_COMMAND.explainFinding]: code => explainFinding(extensionUri, code),
    [INTERNAL_COMMAND.revealPlace]: (uri, range) =>
      uri instanceof Uri && range instanceof Range ? revealPlace(uri, range) : undefined,
  };
}

export function registerCommands(services: CommandServices): Disposable {
  return Disposable.from(
    ...Object.entries(handlers(services)).map(([id, handler]) => commands.registerCommand(id, handler)),
  );
}
