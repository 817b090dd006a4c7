/** Runs a command in this process, with its output kept and files in a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandLine } from '../../src/cli/commandLine.ts';

export interface CommandResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const assets = new URL('../../node_modules/@vscode/tree-sitter-wasm/wasm/', import.meta.url);

export interface CommandOptions {
  readonly workingDirectory?: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** Called with each piece of standard output, and with what Ctrl+C does. */
  readonly onOutput?: (text: string, interrupt: () => void) => void;
}

export async function command(
  words: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  let stdout = '';
  let stderr = '';
  let interrupt = (): void => {};
  const status = await commandLine(words, {
    stdout: {
      write: text => {
        stdout += text;
        options.onOutput?.(text, interrupt);
      },
    },
    stderr: { write: text => (stderr += text) },
    workingDirectory: options.workingDirectory ?? process.cwd(),
    variables: options.variables ?? {},
    assets,
    onInterrupt: listener => {
      interrupt = listener;
      return () => {};
    },
  });
  return { status, stdout, stderr };
}

/** A new folder with these files, and its removal. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  readonly folder: string;
  remove(): void;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'kerascope-cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
