/** The panel's strings: complete translations with the same placeholders, and templates that fill in. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PANEL_STRINGS, setStrings, t } from '../../webview/panel/strings.ts';

const folder = new URL('../../l10n/', import.meta.url);
const bundles = readdirSync(folder).filter(name => name.startsWith('panel.'));
const placeholders = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();

describe.each(bundles)('%s', name => {
  const bundle = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>;

  it('translates every string and no other', () => {
    expect(Object.keys(bundle).sort()).toEqual([...PANEL_STRINGS].sort());
  });

  it('keeps the placeholders', () => {
    for (const [english, translation] of Object.entries(bundle)) {
      expect(placeholders(translation), english).toEqual(placeholders(english));
    }
  });
});

describe('PANEL_STRINGS', () => {
  it('are all used', () => {
    const sources = new URL('../../webview/panel/', import.meta.url);
    const code = readdirSync(sources)
      .filter(name => name.endsWith('.ts') && name !== 'strings.ts')
      .map(name => readFileSync(new URL(name, sources), 'utf8'))
      .join('\n');
    expect(PANEL_STRINGS.filter(text => !code.includes(`'${text}'`))).toEqual([]);
  });

  it('fill in values, translated or not', () => {
    expect(t('step {0}/{1}', 3, 4)).toBe('step 3/4');
    setStrings({ 'step {0}/{1}': '{1} 步中的第 {0} 步' });
    expect(t('step {0}/{1}', 3, 4)).toBe('4 步中的第 3 步');
    setStrings({});
  });
});
