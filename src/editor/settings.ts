/** The user's settings, typed: read when needed, never cached longer than a question. */
import { type ConfigurationChangeEvent, ConfigurationTarget, type Uri, workspace } from 'vscode';
import type { BackendChoice, KerasVersionChoice, RunSettings } from '../protocol.ts';
import { SETTING_DEFAULTS, type SettingName } from './contributions.ts';

type Value<Name extends SettingName> = (typeof SETTING_DEFAULTS)[Name] extends boolean
  ? boolean
  : (typeof SETTING_DEFAULTS)[Name] extends number
    ? number
    : (typeof SETTING_DEFAULTS)[Name] extends readonly unknown[]
      ? string[]
      : (typeof SETTING_DEFAULTS)[Name] extends null
        ? number | null
        : string;

function read<Name extends SettingName>(name: Name, scope?: Uri): Value<Name> {
  const value = workspace.getConfiguration(undefined, scope).get<Value<Name>>(name);
  return value ?? (SETTING_DEFAULTS[name] as unknown as Value<Name>);
}

function oneOf<T extends string>(value: string, choices: readonly T[]): T {
  return choices.find(choice => choice === value) ?? choices[0]!;
}

const BACKENDS: readonly BackendChoice[] = ['auto', 'webgpu', 'webgl', 'wasm', 'cpu'];
const VERSIONS: readonly KerasVersionChoice[] = ['auto', '1', '2', '3'];

export type WorkingDirectory = 'workspaceFolder' | 'scriptFolder';

/** What the language features ask for. */
export interface LanguageSettings {
  readonly diagnostics: boolean;
  readonly ignoredCodes: readonly string[];
  readonly layerHints: boolean;
  readonly arrayHints: boolean;
  readonly codeLens: boolean;
  readonly hover: boolean;
}

export function languageSettings(scope: Uri): LanguageSettings {
  return {
    diagnostics: read('kerascope.diagnostics.enable', scope),
    ignoredCodes: read('kerascope.diagnostics.ignore', scope),
    layerHints: read('kerascope.inlayHints.layers', scope),
    arrayHints: read('kerascope.inlayHints.arrays', scope),
    codeLens: read('kerascope.codeLens.enable', scope),
    hover: read('kerascope.hover.enable', scope),
  };
}

export function kerasVersionSetting(scope: Uri): KerasVersionChoice {
  return oneOf(read('kerascope.kerasVersion', scope), VERSIONS);
}

/** What a run needs; `auto` of the Keras version is settled by the caller where it knows better. */
export function runSettings(scope?: Uri): RunSettings {
  const maximum = read('kerascope.maximumPredictions', scope);
  const seed = read('kerascope.seed', scope);
  return {
    backend: oneOf(read('kerascope.backend', scope), BACKENDS),
    seed: seed === null ? null : Math.trunc(seed),
    kerasVersion: oneOf(read('kerascope.kerasVersion', scope), VERSIONS),
    maximumPredictions: Math.max(1, Math.trunc(maximum)),
  };
}

export function workingDirectorySetting(scope: Uri): WorkingDirectory {
  return oneOf(read('kerascope.workingDirectory', scope), ['workspaceFolder', 'scriptFolder']);
}

export function argumentsSetting(scope: Uri): string[] {
  return read('kerascope.arguments', scope).map(String);
}

export type DownloadSetting = 'ask' | 'kerasDatasets' | 'never';

export function downloadSetting(): DownloadSetting {
  return oneOf(read('kerascope.downloads'), ['ask', 'kerasDatasets', 'never']);
}

/** Remembers that the data sets of Keras may be fetched. */
export async function allowKerasDatasets(): Promise<void> {
  const wanted: DownloadSetting = 'kerasDatasets';
  await workspace.getConfiguration().update('kerascope.downloads', wanted, ConfigurationTarget.Global);
}

/** Changes the backend where the user has set it already, else for the user. */
export async function chooseBackend(backend: BackendChoice): Promise<void> {
  const configuration = workspace.getConfiguration();
  const known = configuration.inspect('kerascope.backend');
  const target =
    known?.workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await configuration.update('kerascope.backend', backend, target);
}

/** Whether a change touches settings of this extension, or one of them. */
export function affects(event: ConfigurationChangeEvent, name?: SettingName): boolean {
  return event.affectsConfiguration(name ?? 'kerascope');
}
