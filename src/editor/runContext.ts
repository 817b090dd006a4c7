/** Keeps the context keys about runs true, so that menus and commands show when they can be used. */
import { commands, type Disposable } from 'vscode';
import { CONTEXT_KEY } from './contributions.ts';
import type { Runs } from './runs.ts';

export function registerRunContext(runs: Runs): Disposable {
  const set = (key: string, value: boolean): void => {
    void commands.executeCommand('setContext', key, value);
  };
  return runs.onDidChangeActivity(() => {
    set(CONTEXT_KEY.running, runs.active !== null);
    set(CONTEXT_KEY.paused, runs.active?.record.status === 'paused');
  });
}
