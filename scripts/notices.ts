/** Collects the licences of everything that ships, for ThirdPartyNotices.txt, and refuses unknown ones. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Licences under which a package may be part of the VSIX. */
const accepted = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD', 'CC-BY-4.0']);

/** Packages whose package.json names no SPDX licence, with what their licence file says. */
const readByHand = new Map([['h5wasm', 'NIST public domain notice']]);

/** Texts for packages that name a licence but ship no copy of it. */
const standardTexts = new Map([['Apache-2.0', 'scripts/licences/Apache-2.0.txt']]);

/** What ships without being a package: what it is, and its licence's text. */
const shippedData = [
  ['Data sets of scikit-learn (BSD-3-Clause)', 'scripts/licences/scikit-learn-BSD-3-Clause.txt'],
  ['Outlines of letters of DejaVu Sans', 'scripts/licences/DejaVu-fonts.txt'],
  ["Names of Unicode's characters", 'scripts/licences/Unicode-data-files.txt'],
] as const;

/** The package folders (`node_modules/...`) that the given module paths belong to, sorted, each once. */
export function bundledPackages(modules: readonly string[]): string[] {
  const folders = modules.flatMap(module => {
    // esbuild marks modules that a package.json replaces by nothing in browsers.
    if (module.startsWith('(disabled)')) return [];
    const match = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module);
    return match ? [match[0]] : [];
  });
  return [...new Set(folders)].sort();
}

async function licenceText(folder: string, licence: string): Promise<string> {
  const names = (await readdir(folder)).filter(name => /^(licen[cs]e|notice|copying)/i.test(name)).sort();
  const texts = await Promise.all(names.map(name => readFile(path.join(folder, name), 'utf8')));
  // Some small packages have their licence in the page that describes them.
  if (texts.length === 0) {
    const page = await readFile(path.join(folder, 'README'), 'utf8').catch(() => '');
    const start = page.indexOf('(c) ');
    if (page.includes('Permission is hereby granted')) texts.push(page.slice(Math.max(0, start)));
  }
  const standard = standardTexts.get(licence);
  if (texts.length === 0 && standard) texts.push(await readFile(standard, 'utf8'));
  return texts.map(text => text.trim()).join('\n\n');
}

/**
 * The notices for the given package folders.
 * @throws Error when a package has no licence that may be shipped, or none at all.
 */
export async function thirdPartyNotices(folders: readonly string[]): Promise<string> {
  const namesByText = new Map<string, string[]>();
  for (const folder of folders) {
    const manifest: { name: string; version: string; license?: string } = JSON.parse(
      await readFile(path.join(folder, 'package.json'), 'utf8'),
    );
    const licence = readByHand.get(manifest.name) ?? manifest.license ?? 'none';
    if (!accepted.has(licence) && !readByHand.has(manifest.name)) {
      throw new Error(
        `${manifest.name} has the licence "${licence}", which may not ship without being looked at.`,
      );
    }
    const text = await licenceText(folder, licence);
    const names = namesByText.get(text) ?? [];
    namesByText.set(text, [...names, `${manifest.name} ${manifest.version} (${licence})`]);
  }
  for (const [what, file] of shippedData) namesByText.set((await readFile(file, 'utf8')).trim(), [what]);
  const sections = [...namesByText].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
  const title = 'Kerascope contains the following third-party software.';
  return `${[title, ...sections].join(`\n\n${'-'.repeat(78)}\n\n`)}\n`;
}
