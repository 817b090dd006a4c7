/** The generated pages are those that are checked in, and every code has its section. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedPages } from '../../scripts/generate-docs.ts';
import { errorCodes } from '../../src/checks/errors/index.ts';
import { checks } from '../../src/checks/index.ts';
import { publicNames } from '../../src/library/keras/modules/publicNames.ts';

const pages = generatedPages();

test.each([...pages.keys()])('%s is fresh', path => {
  const there = readFileSync(path, 'utf8');
  // Not toBe: the difference of two whole pages helps nobody.
  expect(there === pages.get(path), `${path} is out of date: run node scripts/generate-docs.ts`).toBe(true);
});

test.each(['docs/diagnostics.md', 'docs/diagnostics.zh-cn.md'])('every code has one section in %s', path => {
  const headings = [...pages.get(path)!.matchAll(/^### (.*)$/gm)].map(match => match[1]);
  expect(headings.toSorted()).toEqual([...checks, ...errorCodes].map(item => item.code).toSorted());
});

test('every public name of Keras is on the page, supported or not', () => {
  const page = pages.get('docs/supported.md')!;
  const start = page.indexOf('## The public API of Keras');
  const section = page.slice(start, page.indexOf('\n## ', start + 1));
  for (const [path, names] of Object.entries(publicNames)) {
    const from = section.indexOf(`### ${path}\n`);
    const end = section.indexOf('\n### ', from);
    const part = section.slice(from, end < 0 ? undefined : end);
    for (const name of names.split(' ')) expect(part, path).toContain(`\`${name}\``);
  }
});

test('what is supported names the ways that everybody uses', () => {
  const page = pages.get('docs/supported.md')!;
  for (const part of ['## numpy', '`Dense(units, activation=None', '`Sequential(', '`eye('])
    expect(page).toContain(part);
});

test('what is supported stands where scripts import it, and modules of ours inside nowhere', () => {
  const sections = pages.get('docs/supported.md')!.split(/^## /m).slice(1);
  const internal = sections.map(section => section.split('\n')[0]!).filter(name => /(?:^|\.)_/.test(name));
  expect(internal).toEqual([]);
  const preprocessing = sections.find(section => section.startsWith('sklearn.preprocessing\n'));
  expect(preprocessing).toContain('| `StandardScaler');
  expect(preprocessing).not.toContain('`running');
});
