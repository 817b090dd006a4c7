/** What the READMEs say is there: links and pictures, commands, settings with their defaults, in both languages. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const read = (file: string): string => readFileSync(file, 'utf8');
const texts = {
  'README.md': JSON.parse(read('package.nls.json')),
  'README.zh-cn.md': JSON.parse(read('package.nls.zh-cn.json')),
} as Record<string, Record<string, string>>;

/** Not for the palette. */
const INTERNAL = new Set([
  'kerascope.explainFinding',
  'kerascope.explainTerminalSelection',
  'kerascope.revealPlace',
]);

describe.each(Object.entries(texts))('%s', (file, titles) => {
  const text = read(file);

  it('links only to what is there', () => {
    const targets = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
      .map(match => match[1]!)
      .filter(target => !/^https?:/.test(target));
    expect(targets.length).toBeGreaterThan(4);
    expect(targets.filter(target => !existsSync(path.join(path.dirname(file), target)))).toEqual([]);
  });

  it('has pictures with words for those who do not see them, small enough to load at once', () => {
    const pictures = [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words, target]) => ({
      words: words!,
      target: target!,
    }));
    expect(pictures.length).toBeGreaterThan(2);
    for (const { words, target } of pictures) {
      expect(words.length).toBeGreaterThan(10);
      expect(statSync(target).size).toBeLessThan(100_000);
    }
  });

  it('names every command and every setting', () => {
    const title = (key: string): string => titles[key.replaceAll('%', '')]!;
    // "Stop, Pause, Resume Training" share a word.
    const verbs = manifest.contributes.commands
      .filter(({ command }) => !INTERNAL.has(command))
      .map(({ title: key }) => title(key).replace(/ Training$|训练$/, ''));
    expect(verbs.filter(verb => !text.includes(verb))).toEqual([]);
    const settings = Object.keys(manifest.contributes.configuration.properties);
    expect(settings.filter(setting => !text.includes(`| \`${setting}\` |`))).toEqual([]);
  });

  it('gives the defaults of settings as they are', () => {
    for (const [name, property] of Object.entries(manifest.contributes.configuration.properties)) {
      const shown = new RegExp(`\\| \`${name}\` \\| ([^|]*) \\|`).exec(text)?.[1]?.replaceAll('`', '');
      const words: Record<string, string[]> = {
        true: ['on', '开'],
        null: ['none', '无'],
        '[]': ['none', '无'],
      };
      const value = property.default;
      const literal = typeof value === 'string' ? value : JSON.stringify(value);
      expect(words[literal] ?? [literal], name).toContain(shown);
    }
  });
});
