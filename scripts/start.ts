/** `npm start`: builds and packages the extension, then opens the examples in whatever VS Code can be had. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import manifest from '../package.json' with { type: 'json' };
import { cacheFolder, installExtension, installServer, startServer } from './vscode-server.ts';

const root = path.resolve(import.meta.dirname, '..');
const examples = path.join(root, 'examples');

const say = (line: string): void => console.log(line);

function buildPackage(): void {
  say('Building and packaging the extension ...');
  const { status } = spawnSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed; its messages are above.');
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders
    .map(folder => path.join(folder, name))
    .find(file => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Whether a desktop program can show a window here. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Opens a desktop VS Code; false when it ends with an error. */
async function openDesktop(program: string): Promise<boolean> {
  say(`Opening ${program} with the extension and ${examples} ...`);
  // Chromium's sandbox refuses to run as root, and VS Code then wants a data folder by name.
  const asRoot =
    process.getuid?.() === 0 ? ['--no-sandbox', `--user-data-dir=${cacheFolder}/desktop-data`] : [];
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', ...asRoot, examples];
  const status = await new Promise<number | null>(resolve => {
    const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  if (status !== 0) say(`${program} ended with ${status ?? 'an error'}.`);
  return status === 0;
}

/** Tries the named VS Code, then one on the PATH, then a download. */
async function startDesktop(): Promise<boolean> {
  const named = process.env.VSCODE_PATH;
  if (named) return openDesktop(named);
  const code = onPath('code');
  if (code && (await openDesktop(code))) return true;
  if (!code) say('There is no "code" on the PATH and VSCODE_PATH is not set.');
  if (!hasDisplay()) {
    say('There is no display, so no desktop VS Code is downloaded.');
    return false;
  }
  say('Downloading VS Code with @vscode/test-electron ...');
  try {
    const cachePath = path.join(cacheFolder, 'desktop');
    const downloaded = await downloadAndUnzipVSCode({
      cachePath,
      timeout: 15_000,
      reporter: new SilentReporter(),
    });
    return await openDesktop(downloaded);
  } catch (error) {
    say(`VS Code could not be downloaded (${error instanceof Error ? error.message : String(error)}).`);
    return false;
  }
}

/** Resolves at SIGINT, SIGTERM or SIGHUP, or when the shell that npm starts us in has been ended. */
function interruption(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    // npm hands SIGTERM to its shell only, and that does not pass it on.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve();
    }, 250);
    watch.unref();
  });
}

/** Serves VS Code to a browser on this machine until it is interrupted. */
async function serve(): Promise<void> {
  say('Using the server build of VS Code instead.');
  const vscode = await installServer(say);
  const data = await mkdtemp(path.join(tmpdir(), 'kerascope-start-'));
  const interrupted = interruption();
  try {
    const folders = { data, extensions: path.join(data, 'extensions') };
    await installExtension(vscode, path.join(root, `${manifest.name}-${manifest.version}.vsix`), folders);
    const server = await startServer(vscode, { ...folders, port: Number(process.env.PORT) || 0 });
    say(
      `\nVS Code with Kerascope is ready. Open this address in a browser:\n\n    ${server.pageUrl(examples)}\n`,
    );
    say('It runs until you press Ctrl+C.');
    await interrupted;
    say('Stopping ...');
    await server.stop();
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  buildPackage();
  if (!(await startDesktop())) await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(
    'VS Code could not be opened. Install it from https://code.visualstudio.com and put "code" on the PATH, or set VSCODE_PATH to its program, then run "npm start" again.',
  );
  process.exitCode = 1;
}
