import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import {
  COMMAND,
  CONTEXT_KEY,
  EXTENSION_ID,
  INTERNAL_COMMAND,
  PANEL_TYPE,
  SETTING_DEFAULTS,
  VIEW,
  WALKTHROUGH_ID,
} from '../../src/editor/contributions.ts';

const { contributes } = manifest;
const sorted = (values: readonly string[]): string[] => [...values].sort();

/** Every string inside a JSON value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('package.json', () => {
  it('is the extension that the code takes itself for', () => {
    expect(`${manifest.publisher}.${manifest.name}`).toBe(EXTENSION_ID);
    expect(manifest.activationEvents).toContain(`onWebviewPanel:${PANEL_TYPE}`);
  });

  it('has the commands of the code and no others', () => {
    const ids = [...Object.values(COMMAND), ...Object.values(INTERNAL_COMMAND)];
    expect(sorted(contributes.commands.map(({ command }) => command))).toEqual(sorted(ids));
  });

  it('names every command through its key, in the category Kerascope', () => {
    for (const { command, title, category } of contributes.commands) {
      expect(title).toBe(`%command.${command.slice('kerascope.'.length)}%`);
      expect(category).toBe('Kerascope');
    }
  });

  it('hides internal commands from the palette', () => {
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false');
    expect(sorted(hidden.map(({ command }) => command))).toEqual(sorted(Object.values(INTERNAL_COMMAND)));
  });

  it('has the settings of the code with the same defaults', () => {
    const defaults = Object.entries(contributes.configuration.properties).map(
      ([name, { default: value }]) => [name, value],
    );
    expect(Object.fromEntries(defaults)).toEqual(SETTING_DEFAULTS);
  });

  it('describes every setting and every choice', () => {
    for (const [name, property] of Object.entries(contributes.configuration.properties)) {
      expect(property.description).toBe(`%setting.${name.slice('kerascope.'.length)}%`);
      if ('enum' in property) {
        expect(property.enumDescriptions).toHaveLength(property.enum.length);
      }
    }
  });

  it('has the views and the walkthrough of the code', () => {
    expect(contributes.views.explorer.map(({ id }) => id)).toEqual(Object.values(VIEW));
    expect(contributes.walkthroughs.map(({ id }) => id)).toEqual([WALKTHROUGH_ID]);
  });

  it('uses no context key, command or view that nothing defines', () => {
    const known = new Set<string>([
      ...Object.values(COMMAND),
      ...Object.values(INTERNAL_COMMAND),
      ...Object.values(CONTEXT_KEY),
      ...Object.values(VIEW),
      ...Object.keys(SETTING_DEFAULTS),
      PANEL_TYPE,
      WALKTHROUGH_ID,
    ]);
    const named = strings(contributes).flatMap(text => text.match(/kerascope\.[A-Za-z.]+/g) ?? []);
    expect(named.filter(id => !known.has(id))).toEqual([]);
  });

  it('runs nothing in untrusted workspaces', () => {
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe('limited');
  });
});
