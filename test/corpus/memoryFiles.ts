/** Files in memory for programs that read and write. */
import type { HostFiles } from '../../src/python/policy.ts';

/** A fresh, empty folder. Paths are kept as the program wrote them, without a leading `./`. */
export function memoryFiles(): HostFiles {
  const files = new Map<string, Uint8Array>();
  const folders = new Set<string>(['', '.']);
  const clean = (path: string) => path.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
  const parent = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return {
    async read(path) {
      const data = files.get(clean(path));
      if (data === undefined) throw new Error(`no file ${path}`);
      return data;
    },
    async write(path, data) {
      files.set(clean(path), data.slice());
    },
    async list(path) {
      const own = (entry: string) =>
        parent(entry) === (clean(path) === '.' ? '' : clean(path)) && entry !== '' && entry !== '.';
      const name = (entry: string) => entry.slice(entry.lastIndexOf('/') + 1);
      return [
        ...[...files.keys()].filter(own).map(entry => ({ name: name(entry), kind: 'file' as const })),
        ...[...folders].filter(own).map(entry => ({ name: name(entry), kind: 'directory' as const })),
      ];
    },
    async stat(path) {
      const data = files.get(clean(path));
      if (data !== undefined) return { kind: 'file', size: data.length };
      return folders.has(clean(path)) ? { kind: 'directory', size: 0 } : null;
    },
    async makeDirectory(path) {
      folders.add(clean(path));
    },
    async remove(path) {
      files.delete(clean(path));
      folders.delete(clean(path));
    },
    async cached({ place }) {
      throw new Error(`no data set ${place}`);
    },
  };
}
