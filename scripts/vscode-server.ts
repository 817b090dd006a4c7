/** A real VS Code without a desktop: installs code-server's VS Code once per machine and starts it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The npm release of code-server whose VS Code we use (VS Code 1.139). */
const serverVersion = '4.139.1';

/** Where downloads live, outside the checkout so that a fresh clone finds them again. */
export const cacheFolder = path.join(
  process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
  'kerascope',
);

/** A logger to a file in place of the native `@vscode/spdlog`, which would need a compiler. */
const loggerStandIn = `const fs = require('fs');
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(file) { this.file = file; this.level = 2; }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
levels.forEach((name, index) => {
  Logger.prototype[name] = function (message) {
    if (index < this.level) return;
    try { fs.appendFileSync(this.file, new Date().toISOString() + ' [' + name + '] ' + message + '\\n'); } catch {}
  };
});
const create = async (name, file) => new Logger(file);
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;

const watchdogStandIn = `exports.start = () => {};
exports.exit = code => process.exit(code || 0);
`;

async function npmInstall(folder: string, ...rest: string[]): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const args = ['install', '--ignore-scripts', '--engine-strict=false', ...quiet, ...rest];
  // npm hands its own settings to scripts; those of the outer call (a prefix, a package) must not reach this one.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name),
    ),
  );
  try {
    await run('npm', args, { cwd: folder, env: environment, maxBuffer: 1 << 26 });
  } catch (error) {
    const reason = (error as { stderr?: string }).stderr?.trim() || String(error);
    throw new Error(
      `The VS Code server could not be installed from the npm registry. Check that "npm ping" works, then try again.\n${reason}`,
    );
  }
}

/**
 * Makes sure that the VS Code server is there, installing it on first use (about 620 MB).
 * @returns the folder of VS Code inside the code-server package.
 * @throws Error with a sentence for people when npm cannot install it.
 */
export async function installServer(report: (line: string) => void = console.log): Promise<string> {
  const home = path.join(cacheFolder, `code-server-${serverVersion}`);
  const inside = 'node_modules/code-server/lib/vscode';
  if (existsSync(path.join(home, 'complete'))) return path.join(home, inside);
  report(`Installing the VS Code server ${serverVersion} into ${home} (once per machine) ...`);
  await mkdir(cacheFolder, { recursive: true });
  const temporary = await mkdtemp(`${home}.`);
  try {
    await writeFile(path.join(temporary, 'package.json'), '{"private":true}');
    await npmInstall(temporary, `code-server@${serverVersion}`);
    const vscode = path.join(temporary, inside);
    // "npm install", not "npm ci": the lock file inside the package is out of step with its package.json.
    await npmInstall(vscode, '--omit=dev');
    await npmInstall(path.join(vscode, 'extensions'), '--omit=dev');
    await writeFile(path.join(vscode, 'node_modules/@vscode/spdlog/index.js'), loggerStandIn);
    await writeFile(path.join(vscode, 'node_modules/@vscode/native-watchdog/index.js'), watchdogStandIn);
    await writeFile(path.join(temporary, 'complete'), '');
    await rename(temporary, home).catch(error => {
      // Somebody else finished the same installation first.
      if (!existsSync(path.join(home, 'complete'))) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return path.join(home, inside);
}

/** Settings that keep a VS Code quiet: no welcome page, AI features, telemetry, updates or git. */
export const quietSettings: Record<string, unknown> = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.editor.enablePreview': false,
  'workbench.reduceMotion': 'on',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.layoutControl.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'json.schemaDownload.enable': false,
  'remote.autoForwardPorts': false,
  'terminal.integrated.enablePersistentSessions': false,
  'window.commandCenter': false,
  'files.hotExit': 'off',
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.inlayHints.enabled': 'on',
  'editor.accessibilitySupport': 'off',
  'editor.hover.delay': 100,
  'editor.cursorBlinking': 'solid',
};

export interface ServerFolders {
  /** Installed extensions; may be shared by several servers. */
  readonly extensions: string;
  /** User data, server data and the log of one server. */
  readonly data: string;
}

function folderArguments({ extensions, data }: ServerFolders): string[] {
  return [
    ...['--server-data-dir', path.join(data, 'server')],
    ...['--user-data-dir', path.join(data, 'user')],
    ...['--extensions-dir', extensions],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
  ];
}

/**
 * Installs a VSIX into the extensions folder.
 * @param vscode the folder that `installServer` returned.
 */
export async function installExtension(vscode: string, vsix: string, folders: ServerFolders): Promise<void> {
  const main = path.join(vscode, 'out/server-main.js');
  const args = [main, '--install-extension', path.resolve(vsix), '--force', ...folderArguments(folders)];
  const { stdout, stderr } = await run(process.execPath, args, { maxBuffer: 1 << 24 });
  if (!/successfully installed/.test(stdout))
    throw new Error(`${vsix} was not installed:\n${stdout}${stderr}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}

/** Starts each server as a process group, so that its extension hosts end with it. */
const liveGroups = new Set<number>();

function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}

process.once('exit', () => {
  for (const group of liveGroups) signalGroup(group, 'SIGKILL');
});

async function stopGroup(group: number): Promise<void> {
  signalGroup(group, 'SIGTERM');
  for (let attempt = 0; attempt < 50 && signalGroup(group, 0); attempt++) await pause(100);
  signalGroup(group, 'SIGKILL');
  liveGroups.delete(group);
}

async function answers(url: string, server: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const ready = await fetch(`${url}/version`).then(
      response => response.ok,
      () => false,
    );
    if (ready) return;
    if (server.exitCode !== null || Date.now() > deadline) {
      const tail = (await readFile(log, 'utf8')).split('\n').slice(-20).join('\n');
      throw new Error(`The VS Code server did not start.\n${tail}`);
    }
    await pause(50);
  }
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** The address of a file or folder on the server, as the workbench writes it. */
  uri(file: string): string;
  /**
   * The page that opens a folder, or a workspace by its `.code-workspace` file; `payload` are pairs that VS Code's web
   * workbench understands.
   */
  pageUrl(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** Ends the server and every process that it started. */
  stop(): Promise<void>;
}

export interface ServerOptions extends ServerFolders {
  /** User settings, over `quietSettings`. */
  readonly settings?: Record<string, unknown>;
  /** Offers `window.driver` in the workbench, which tests wait for. */
  readonly driver?: boolean;
  /** 0 or left out: any free port. */
  readonly port?: number;
  /** Workspaces are restricted until they are trusted. */
  readonly restricted?: boolean;
  /** Environment variables besides those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Starts a server that listens on this machine only and, unless told otherwise, trusts every workspace.
 * @param vscode the folder that `installServer` returned.
 */
export async function startServer(vscode: string, options: ServerOptions): Promise<RunningServer> {
  const userFolder = path.join(options.data, 'user/User');
  await mkdir(userFolder, { recursive: true });
  const settings = { ...quietSettings, ...options.settings };
  await writeFile(path.join(userFolder, 'settings.json'), JSON.stringify(settings));
  const port = options.port || (await freePort());
  const authority = `127.0.0.1:${port}`;
  const logFile = path.join(options.data, 'server.log');
  const log = openSync(logFile, 'w');
  const listen = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const flags = [
    ...(options.restricted ? [] : ['--disable-workspace-trust']),
    ...(options.driver ? ['--enable-smoke-test-driver'] : []),
  ];
  const main = path.join(vscode, 'out/server-main.js');
  const server = spawn(process.execPath, [main, ...listen, ...flags, ...folderArguments(options)], {
    stdio: ['ignore', log, log],
    env: { ...process.env, ...options.environment },
    detached: true,
  });
  closeSync(log);
  const group = server.pid;
  if (group === undefined) throw new Error('The VS Code server could not be spawned.');
  liveGroups.add(group);
  const url = `http://${authority}`;
  try {
    await answers(url, server, logFile);
  } catch (error) {
    await stopGroup(group);
    throw error;
  }
  return {
    url,
    uri: file => `vscode-remote://${authority}${file}`,
    pageUrl: (folder, payload = []) => {
      const query = new URLSearchParams({
        [folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: folder,
      });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `${url}/?${query}`;
    },
    stop: () => stopGroup(group),
  };
}
