import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePath } from '../../src/editor/workspacePaths.ts';

const inside = (path: string, workingDirectory = '', root: string | null = '/home/ann/project') => {
  const resolved = resolvePath(path, workingDirectory, root);
  return resolved.ok ? resolved.segments.join('/') : resolved.reason;
};

describe('resolvePath', () => {
  it('follows relative paths from the working directory', () => {
    expect(inside('data.csv')).toBe('data.csv');
    expect(inside('./data//x.csv', 'examples')).toBe('examples/data/x.csv');
    expect(inside('../data.csv', 'examples')).toBe('data.csv');
    expect(inside('.')).toBe('');
  });

  it('refuses what lies outside', () => {
    expect(inside('../secret')).toBe('outside');
    expect(inside('data/../../secret', '')).toBe('outside');
    expect(inside('../../project/data.csv', 'examples')).toBe('outside');
    expect(inside('/etc/passwd')).toBe('outside');
    expect(inside('/home/ann/project-other/x')).toBe('outside');
    expect(inside('/home/ann/project/../x')).toBe('outside');
    expect(inside('/home/ann')).toBe('outside');
  });

  it('follows absolute paths that lie inside', () => {
    expect(inside('/home/ann/project/a/b')).toBe('a/b');
    expect(inside('/home/ann/./project/a/../b')).toBe('b');
    expect(inside('/home/ann/project')).toBe('');
  });

  it("knows Windows' paths where the workspace has one", () => {
    expect(inside('data\\x.csv', '', 'C:\\project')).toBe('data/x.csv');
    expect(inside('c:\\Project\\x.csv', '', 'C:\\project')).toBe('x.csv');
    expect(inside('C:/project/x.csv', '', 'C:\\project')).toBe('x.csv');
    expect(inside('D:\\project\\x.csv', '', 'C:\\project')).toBe('outside');
    expect(inside('..\\x.csv', '', 'C:\\project')).toBe('outside');
    expect(inside('\\\\server\\share', '', 'C:\\project')).toBe('outside');
    expect(inside('a\\b')).toBe('a\\b');
  });

  it('has no absolute paths in a virtual workspace', () => {
    expect(inside('/a', '', null)).toBe('outside');
    expect(inside('a', '', null)).toBe('a');
  });

  it('refuses what is no path', () => {
    expect(inside('')).toBe('invalid');
    expect(inside('a\0b')).toBe('invalid');
  });

  it('never leaves a name that leads up or nowhere', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b', 'home', 'ann', 'project', '\\..\\', '/');
    fc.assert(
      fc.property(
        fc.array(part),
        fc.constantFrom('', 'a', 'a/b', '..'),
        fc.constantFrom('/home/ann/project', 'C:\\project', null),
        (path, workingDirectory, root) => {
          const resolved = resolvePath(path.join('/'), workingDirectory, root);
          return (
            !resolved.ok ||
            resolved.segments.every(segment => segment !== '' && segment !== '.' && segment !== '..')
          );
        },
      ),
    );
  });
});
