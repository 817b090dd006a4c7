/** Before the end-to-end tests: VS Code's server, Chromium, and the packaged extension installed in it. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import manifest from '../../../package.json' with { type: 'json' };
import { findChromium } from '../../../scripts/chromium.ts';
import { installExtension, installServer } from '../../../scripts/vscode-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** VS Code's folder inside code-server. */
    vscode: string;
    chromium: string;
    /** The folder in which the VSIX is installed. */
    extensions: string;
    /** A folder for user data and workspaces, removed at the end. */
    scratch: string;
  }
}

/** The archive under test: `KERASCOPE_VSIX`, else what `npm run package` wrote. */
function packagedExtension(): string {
  const vsix = process.env.KERASCOPE_VSIX || `${manifest.name}-${manifest.version}.vsix`;
  if (existsSync(vsix)) return path.resolve(vsix);
  throw new Error(`There is no ${vsix}: run "npm run package" before the end-to-end tests.`);
}

export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const vsix = packagedExtension();
  const chromium = findChromium();
  const vscode = await installServer();
  const scratch = await mkdtemp(path.join(tmpdir(), 'kerascope-e2e-'));
  const extensions = path.join(scratch, 'extensions');
  await installExtension(vscode, vsix, { extensions, data: path.join(scratch, 'install') });
  project.provide('vscode', vscode);
  project.provide('chromium', chromium);
  project.provide('extensions', extensions);
  project.provide('scratch', scratch);
  return () => rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}
