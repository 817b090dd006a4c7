/** Paths as text: the rules of posixpath, without touching any file. */

/** `os.path.join`. */
export function joinPaths(parts: readonly string[]): string {
  let path = '';
  for (const part of parts) {
    if (part.startsWith('/')) path = part;
    else if (path === '' || path.endsWith('/')) path += part;
    else path += `/${part}`;
  }
  return path;
}

/** `os.path.normpath`. */
export function normalizePath(path: string): string {
  if (path === '') return '.';
  const root = path.startsWith('//') && !path.startsWith('///') ? '//' : path.startsWith('/') ? '/' : '';
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (root === '' && kept.length === 0) || kept.at(-1) === '..') kept.push(part);
    else if (kept.length > 0) kept.pop();
  }
  return root + kept.join('/') || '.';
}

/** `os.path.split`. */
export function splitPath(path: string): [string, string] {
  const at = path.lastIndexOf('/') + 1;
  const head = path.slice(0, at);
  return [/[^/]/.test(head) ? head.replace(/\/+$/, '') : head, path.slice(at)];
}

/** `os.path.splitext`. */
export function splitExtension(path: string): [string, string] {
  const [, name] = splitPath(path);
  const lead = /^\.*/.exec(name)![0].length;
  const dot = name.lastIndexOf('.');
  if (dot < lead) return [path, ''];
  const cut = path.length - name.length + dot;
  return [path.slice(0, cut), path.slice(cut)];
}

/** `os.path.relpath` of two absolute, normalised paths. */
export function relativePath(path: string, start: string): string {
  const from = start.split('/').filter(Boolean);
  const to = path.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...new Array<string>(from.length - shared).fill('..'), ...to.slice(shared)].join('/') || '.';
}
