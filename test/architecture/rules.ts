/** The rules about which module may import which, as functions over source text. */
import path from 'node:path';

export interface SourceFile {
  /** Path from the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface ImportLine {
  readonly specifier: string;
  /** `import type`, `export type ... from`: erased before anything runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** The zones of the source tree by their folder, or their one file. */
const zones = [
  ['python', 'src/python/'],
  ['graph', 'src/graph/'],
  ['calibration', 'src/calibration/'],
  ['figures', 'src/figures/'],
  ['library', 'src/library/'],
  ['analysis', 'src/analysis/'],
  ['checks', 'src/checks/'],
  ['execution', 'src/execution/'],
  ['training', 'src/training/'],
  ['editor', 'src/editor/'],
  ['cli', 'src/cli/'],
  ['panel', 'webview/panel/'],
  ['worker', 'webview/worker/'],
  ['entry', 'src/extension.ts'],
] as const;

/** `protocol`: the files directly under src, which host, panel and worker share. */
export type Zone = (typeof zones)[number][0] | 'protocol';

/** For each zone the zones that it may import besides itself. */
const mayImport: Readonly<Record<Zone, readonly Zone[]>> = {
  python: [],
  graph: [],
  calibration: [],
  figures: [],
  protocol: ['calibration', 'figures'],
  library: ['python', 'graph', 'calibration', 'figures'],
  analysis: ['checks', 'library', 'python', 'graph', 'calibration'],
  checks: ['library', 'python', 'graph', 'calibration'],
  execution: ['library', 'python', 'graph', 'calibration'],
  training: ['library', 'python', 'graph', 'calibration'],
  editor: ['protocol', 'checks', 'analysis', 'library', 'python', 'graph', 'calibration'],
  cli: [
    'protocol',
    'checks',
    'analysis',
    'execution',
    'training',
    'library',
    'python',
    'graph',
    'calibration',
  ],
  worker: [
    'protocol',
    'checks',
    'analysis',
    'execution',
    'training',
    'library',
    'python',
    'graph',
    'calibration',
  ],
  panel: ['protocol', 'calibration', 'figures'],
  entry: ['editor'],
};

/** Packages that only some zones may import, at run time or as types. */
const restrictedPackages: readonly { readonly pattern: RegExp; readonly zones: readonly Zone[] }[] = [
  { pattern: /^vscode$/, zones: ['editor', 'entry'] },
  { pattern: /^@tensorflow\//, zones: ['training'] },
  { pattern: /^@vscode\/tree-sitter-wasm/, zones: ['python'] },
  { pattern: /^uplot/, zones: ['panel'] },
  { pattern: /^@vscode\/webview-ui-toolkit/, zones: ['panel'] },
  // The extension also runs in browsers, the worker always does.
  { pattern: /^node:/, zones: ['cli'] },
];

/** An archived package stays behind one file, so that its successor is a change of that file. */
const onlyImporter = new Map([['@vscode/webview-ui-toolkit', 'webview/panel/controls.ts']]);

const namesThatSayNothing = /^(utils?|helpers?|common|misc)$/;

/** The zone of a file, or undefined for one that belongs to none. */
export function zoneOf(file: string): Zone | undefined {
  const zone = zones.find(([, start]) => file.startsWith(start))?.[0];
  return zone ?? (/^src\/[^/]+$/.test(file) ? 'protocol' : undefined);
}

/** The import and re-export statements of a TypeScript file, and its dynamic imports of fixed modules. */
export function importsOf(text: string): ImportLine[] {
  const statement =
    /^[ \t]*(?:import|export)\s+(type\s+)?(?:[^'";`=()]*?\sfrom\s+)?'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'\s*\)/gm;
  // Comments are blanked, not removed, so that line numbers stay true; "//" inside strings is left alone.
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ' '))
    .replace(/^[ \t]*\/\/.*$/gm, '');
  return [...code.matchAll(statement)].map(match => ({
    specifier: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined,
    line: code.slice(0, match.index).split('\n').length,
  }));
}

function faultOfRelative(file: string, zone: Zone, { specifier }: ImportLine): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (!/\.(ts|css|json)$/.test(specifier)) return 'names a file without its ending';
  if (specifier.endsWith('.css')) return zone === 'panel' ? undefined : 'imports styles outside the panel';
  const other = zoneOf(target);
  if (other === undefined) return target === 'package.json' ? undefined : 'imports a file outside the layers';
  if (other === zone || mayImport[zone].includes(other)) return undefined;
  return `breaks the layers: ${zone} may import ${mayImport[zone].join(', ') || 'nothing'}, not ${other}`;
}

function faultOfPackage(file: string, zone: Zone, { specifier }: ImportLine): string | undefined {
  for (const { pattern, zones: permitted } of restrictedPackages) {
    if (pattern.test(specifier) && !permitted.includes(zone)) {
      return `imports a package that only ${permitted.join(', ')} may import`;
    }
  }
  const importer = onlyImporter.get(specifier);
  return importer && importer !== file ? `imports a package that only ${importer} may import` : undefined;
}

/** What breaks the layers in a file: one sentence each, with its place. */
export function importFaults(file: SourceFile): string[] {
  const zone = zoneOf(file.path);
  if (zone === undefined) return [`${file.path}: the folder belongs to no layer; give it one here`];
  return importsOf(file.text).flatMap(found => {
    const relative = found.specifier.startsWith('.');
    const fault = (relative ? faultOfRelative : faultOfPackage)(file.path, zone, found);
    return fault ? [`${file.path}:${found.line}: '${found.specifier}' ${fault}`] : [];
  });
}

/** Whether a part of the path has a name that says nothing about what is inside. */
export function nameFaults(file: string): string[] {
  const parts = file.split('/').map(part => part.replace(/\.[^/]*$/, ''));
  return parts.some(part => namesThatSayNothing.test(part))
    ? [`${file}: the name does not say what is inside`]
    : [];
}
