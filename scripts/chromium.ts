/** Finds a Chromium to drive, or installs Debian's where that is possible. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** What to start Chromium with: no network of its own, and WebGL and WebGPU in software (SwiftShader). */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-webgpu',
];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/usr/bin');
  return names.flatMap(name => folders.map(folder => path.join(folder, name))).find(isExecutable);
}

/**
 * The path of a Chromium: `CHROMIUM_PATH`, else one on the PATH, else Debian's package, installed now when
 * this process is root.
 * @throws Error saying what to install where none can be had.
 */
export function findChromium(report: (line: string) => void = console.log): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which cannot be executed.`);
  }
  const found = installed();
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    report('Installing Chromium with apt-get ...');
    const stdio = ['ignore', 'ignore', 'inherit'] as const;
    const packages = ['chromium', 'fonts-noto-cjk'];
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: [...stdio], env: environment });
    const options = { stdio: [...stdio], env: environment };
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
    const now = installed();
    if (now) return now;
  }
  throw new Error(
    'The end-to-end tests need Chromium: install it (on Debian "sudo apt-get install chromium fonts-noto-cjk") or set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}
