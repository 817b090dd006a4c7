/** Where a path that a script gives leads inside the workspace, or why it may not be followed. */

/** A place in the workspace: names of folders from the workspace folder down, then the file's own. */
export type ResolvedPath =
  | { readonly ok: true; readonly segments: readonly string[] }
  | { readonly ok: false; readonly reason: 'outside' | 'invalid' };

const DRIVE = /^[A-Za-z]:/;

/** Separators are `/`; on Windows' paths `\` as well. */
function parts(path: string, windows: boolean): string[] {
  return (windows ? path.replace(/\\/g, '/') : path).split('/');
}

function isAbsolute(path: string, windows: boolean): boolean {
  return path.startsWith('/') || (windows && (path.startsWith('\\') || DRIVE.test(path)));
}

/**
 * Resolves `path`, as a script gives it, against its working directory.
 *
 * @param workingDirectory relative to the workspace folder, with forward slashes; '' is the folder itself
 * @param root the workspace folder as the operating system names it (`/home/ann/project`, `C:\project`), or null where
 *   it has no such name (a virtual workspace): absolute paths are then outside
 */
export function resolvePath(path: string, workingDirectory: string, root: string | null): ResolvedPath {
  if (path === '' || path.includes('\0')) {
    return { ok: false, reason: 'invalid' };
  }
  const windows = root !== null && DRIVE.test(root);
  if (!isAbsolute(path, windows)) {
    return walk([...parts(workingDirectory, false), ...parts(path, windows)]);
  }
  if (root === null) {
    return { ok: false, reason: 'outside' };
  }
  const same = (first: string, second: string): boolean =>
    windows ? first.toLowerCase() === second.toLowerCase() : first === second;
  const base = parts(root, windows).filter(part => part !== '');
  const wanted = normalised(parts(path, windows));
  if (
    wanted === null ||
    base.length > wanted.length ||
    !base.every((part, index) => same(part, wanted[index]!))
  ) {
    return { ok: false, reason: 'outside' };
  }
  return { ok: true, segments: wanted.slice(base.length) };
}

function walk(path: readonly string[]): ResolvedPath {
  const segments = normalised(path);
  return segments === null ? { ok: false, reason: 'outside' } : { ok: true, segments };
}

/** Without `.`, `..` and empty names; null where `..` leads above the start. */
function normalised(path: readonly string[]): string[] | null {
  const segments: string[] = [];
  for (const part of path) {
    if (part === '' || part === '.') {
      continue;
    }
    if (part !== '..') {
      segments.push(part);
    } else if (segments.pop() === undefined) {
      return null;
    }
  }
  return segments;
}
