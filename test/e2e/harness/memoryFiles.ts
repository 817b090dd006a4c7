/** A second extension for tests: a file system that is nowhere on this machine, as `vscode-vfs` is. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { inject } from 'vitest';
import { installExtension } from '../../../scripts/vscode-server.ts';

/** The scheme of its addresses. */
export const MEMORY_SCHEME = 'memory-files';

const name = 'memory-files';
const publisher = 'kerascope-tests';

const manifest = {
  name,
  publisher,
  version: '1.0.0',
  engines: { vscode: '^1.101.0' },
  main: './extension.js',
  activationEvents: [`onFileSystem:${MEMORY_SCHEME}`],
  capabilities: { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true },
};

const vsixManifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
<Metadata><Identity Language="en-US" Id="${name}" Version="1.0.0" Publisher="${publisher}"/>
<DisplayName>Memory files</DisplayName><Description>Files for tests.</Description>
<Properties><Property Id="Microsoft.VisualStudio.Code.Engine" Value="^1.101.0"/></Properties></Metadata>
<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation><Dependencies/>
<Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets>
</PackageManifest>`;

/** Runs inside VS Code: a folder `/project` with the files that stand in its place. */
const source = `const vscode = require('vscode');
const given = FILES;
exports.activate = context => {
  const changed = new vscode.EventEmitter();
  const files = new Map(Object.entries(given).map(([name, text]) => ['/project/' + name, Buffer.from(text)]));
  const isFolder = path => path === '/' || path === '/project' || [...files.keys()].some(name => name.startsWith(path + '/'));
  const missing = uri => vscode.FileSystemError.FileNotFound(uri);
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat: uri => {
      const data = files.get(uri.path);
      if (data) return { type: vscode.FileType.File, ctime: 0, mtime: 1, size: data.length };
      if (isFolder(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 1, size: 0 };
      throw missing(uri);
    },
    readDirectory: uri => {
      const below = uri.path === '/' ? '/' : uri.path + '/';
      const names = [...files.keys()].filter(name => name.startsWith(below)).map(name => name.slice(below.length));
      return [...new Map(names.map(name => [name.split('/')[0], name.includes('/') ? 2 : 1]))];
    },
    createDirectory: () => {},
    readFile: uri => { const data = files.get(uri.path); if (!data) throw missing(uri); return data; },
    writeFile: (uri, content) => {
      const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      files.set(uri.path, Buffer.from(content));
      changed.fire([{ type, uri }]);
    },
    delete: uri => { files.delete(uri.path); },
    rename: (from, to) => { files.set(to.path, files.get(from.path)); files.delete(from.path); },
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('${MEMORY_SCHEME}', provider));
};
`;

/** Installs it beside the extension under test; the folder `/project` holds these files. */
export async function installMemoryFiles(files: Readonly<Record<string, string>>): Promise<void> {
  const folder = await mkdtemp(path.join(inject('scratch'), 'memory-files-'));
  const vsix = path.join(folder, `${name}.vsix`);
  const archive = zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="application/javascript"/><Default Extension=".vsixmanifest" ContentType="text/xml"/></Types>',
    ),
    'extension.vsixmanifest': strToU8(vsixManifest),
    'extension/package.json': strToU8(JSON.stringify(manifest)),
    'extension/extension.js': strToU8(source.replace('FILES', JSON.stringify(files))),
  });
  await writeFile(vsix, archive);
  await installExtension(inject('vscode'), vsix, { extensions: inject('extensions'), data: folder });
}
