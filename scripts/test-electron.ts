/** Runs test/electron in a desktop VS Code (`VSCODE_EXECUTABLE`) through @vscode/test-electron. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE;

if (!vscodeExecutablePath) {
  console.error(
    'Set VSCODE_EXECUTABLE to the program of a desktop VS Code (the binary itself, not its "code" script) and try again.',
  );
  process.exitCode = 1;
} else {
  const scratch = await mkdtemp(path.join(tmpdir(), 'kerascope-electron-'));
  try {
    const extensionTestsPath = path.join(scratch, 'index.cjs');
    await esbuild.build({
      entryPoints: [path.join(root, 'test/electron/index.ts')],
      outfile: extensionTestsPath,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      logLevel: 'warning',
    });
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath,
      launchArgs: [
        path.join(root, 'examples'),
        ...['--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
        `--user-data-dir=${path.join(scratch, 'data')}`,
        ...asRoot,
      ],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
