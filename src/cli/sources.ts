/** Reads the scripts named on the command line, with a clear word for each way in which that can fail. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CommandEnvironment, UsageError } from './environment.ts';

/** Python's declaration of a file's encoding, in its first or second line (PEP 263). */
const DECLARED_ENCODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/** @throws UsageError when there is no such file, or when it is a folder, unreadable or no text */
export async function readScript(file: string, environment: CommandEnvironment): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path.resolve(environment.workingDirectory, file));
  } catch (error) {
    throw new UsageError(`${file}: ${reason(error)}`);
  }
  return decodeScript(file, bytes);
}

function reason(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file';
    case 'EISDIR':
      return 'is a folder; name a Python file in it';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read (permission denied)';
    default:
      return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Decodes as Python does: UTF-8, unless one of the first two lines says otherwise. */
export function decodeScript(file: string, bytes: Uint8Array): string {
  const encoding = declaredEncoding(bytes) ?? 'utf-8';
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UsageError(`${file}: unknown encoding ${encoding}`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    const { line, byte } = firstFault(bytes);
    throw new UsageError(
      `${file}: line ${line} is not ${encoding} (byte 0x${byte.toString(16)}). Save the file as UTF-8, or ` +
        'declare its encoding in the first line: # -*- coding: latin-1 -*-',
    );
  }
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const lines = new TextDecoder('latin1').decode(bytes.subarray(0, 1000)).split(/\r\n|\r|\n/, 2);
  for (const line of lines) {
    const name = DECLARED_ENCODING.exec(line)?.[1];
    if (name !== undefined) return standardName(name.toLowerCase().replaceAll('_', '-'));
    // The second line counts only behind an empty one or a comment.
    if (!/^[ \t\f]*(#|$)/.test(line)) return null;
  }
  return null;
}

/** Python's names for encodings that the web's standard calls otherwise. */
function standardName(name: string): string {
  if (/^(latin-1|iso-latin-1|iso8859-1)(-|$)/.test(name)) return 'latin1';
  return name.replace(/^cp(?=125\d$)/, 'windows-').replace(/^utf-8-.*$/, 'utf-8');
}

/** Where the bytes stop being UTF-8. */
function firstFault(bytes: Uint8Array): { line: number; byte: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (let index = 0; index <= bytes.length; index++) {
    if (index < bytes.length && bytes[index] !== 10) continue;
    try {
      decoder.decode(bytes.subarray(start, index));
    } catch {
      const byte = bytes.subarray(start, index).find(value => value >= 0x80) ?? 0;
      return { line, byte };
    }
    line++;
    start = index + 1;
  }
  return { line, byte: 0 };
}

/** The bytes of a file beside the bundle. */
export async function readAsset(name: string, environment: CommandEnvironment): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(new URL(name, environment.assets)));
  } catch (error) {
    throw new Error(
      `${name} is missing beside the program: ${error instanceof Error ? error.message : error}`,
    );
  }
}
