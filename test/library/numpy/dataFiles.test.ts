/** Arrays in files: what analysis knows of them from what it is shown, and what a run reads. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import { allLibraries } from '../../../src/library/index.ts';
import { NdArray } from '../../../src/library/numpy/ndarray.ts';
import type { FileGlimpse } from '../../../src/python/policy.ts';
import { memoryFiles } from '../../corpus/memoryFiles.ts';
import { runPython, testParser } from '../../python/run.ts';

type Files = Readonly<Record<string, string | Uint8Array | FileGlimpse>>;

const whole = (bytes: Uint8Array): FileGlimpse => ({ head: bytes, size: bytes.length });

async function analysed(text: string, files: Files) {
  const { program, policy } = followProgram(await testParser(), `import numpy as np\n${text}`, 'script.py', {
    kerasVersion: 'auto',
    glimpse(path) {
      const file = files[path];
      if (file === undefined) return 'missing';
      if (typeof file === 'string') return whole(strToU8(file));
      return file instanceof Uint8Array ? whole(file) : file;
    },
  });
  expect(policy.faults).toEqual([]);
  const arrays = new Map<string, NdArray>();
  for (const { node, value } of policy.bindings)
    if (node.kind === 'Name' && value instanceof NdArray) arrays.set(node.id, value);
  return { arrays, raises: program.findings.map(finding => finding.raises), program };
}

/** The bytes of an array that a script saves. */
async function saved(expression: string): Promise<Uint8Array> {
  const files = memoryFiles();
  await runPython(`import numpy as np\nnp.save('a.npy', ${expression})\n`, {
    libraries: allLibraries(),
    files,
  });
  return files.read('a.npy');
}

describe('array files under analysis', () => {
  it('knows shape, type and facts of an .npy file', async () => {
    const labels = await saved('np.arange(6000) % 7');
    const { arrays } = await analysed("y = np.load('y.npy')\nsmall = np.load('s.npy')\n", {
      'y.npy': labels,
      's.npy': await saved("np.array([[1, 2], [3, 4]], dtype='uint8')"),
    });
    expect(arrays.get('y')).toMatchObject({ shape: [6000], dtype: 'int64' });
    expect(arrays.get('y')!.facts).toMatchObject({ integers: true, minimum: 0, maximum: 6, distinct: 7 });
    expect(arrays.get('small')!.data).not.toBeNull();
  });

  it('knows the shape of a long .npy file from its beginning', async () => {
    const bytes = await saved("np.zeros((900, 28, 28), dtype='uint8')");
    const glimpse = { head: bytes.slice(0, 4000), size: bytes.length };
    const { arrays } = await analysed("x = np.load('x.npy')\n", { 'x.npy': glimpse });
    expect(arrays.get('x')).toMatchObject({ shape: [900, 28, 28], dtype: 'uint8', data: null });
  });

  it.each([0, 6] as const)('opens an archive packed at level %i', async level => {
    const archive = zipSync(
      { 'x.npy': await saved("np.zeros((9000, 784), dtype='uint8')"), 'y.npy': await saved('np.arange(9)') },
      { level },
    );
    const { arrays } = await analysed(
      "with np.load('d.npz') as data:\n    x, y = data['x'], data['y']\nnames = np.array(data.files)\n",
      { 'd.npz': archive },
    );
    expect(arrays.get('x')).toMatchObject({ shape: [9000, 784], dtype: 'uint8', data: null });
    expect(arrays.get('y')).toMatchObject({ shape: [9], dtype: 'int64' });
    expect(arrays.get('names')!.shape).toEqual([2]);
  });

  it('says that an archive is damaged, at the call', async () => {
    const archive = zipSync({ 'x.npy': await saved('np.arange(30)') });
    const { raises, program } = await analysed("x = 1\ndata = np.load('d.npz')\n", {
      'd.npz': archive.slice(0, 60),
    });
    expect(raises).toEqual(['BadZipFile: File is not a zip file']);
    expect(program.findings[0].span.start.line).toBe(3);
  });

  it('says which name an archive lacks', async () => {
    const archive = zipSync({ 'x.npy': await saved('np.arange(3)') });
    const { raises } = await analysed("y = np.load('d.npz')['y']\n", { 'd.npz': archive });
    expect(raises).toEqual(["KeyError: 'y is not a file in the archive'"]);
  });

  it('reads text files whole, and the columns of long ones', async () => {
    const rows = '1.5,2,0\n2.5,3,1\n';
    const { arrays } = await analysed(
      "d = np.loadtxt('d.csv', delimiter=',', skiprows=1)\nX = d[:, :2]\nlong = np.genfromtxt('l.csv', delimiter=',')\na, b = np.loadtxt('p.csv', delimiter=',', usecols=(0, 2), unpack=True)\n",
      {
        'd.csv': `a,b,c\n${rows}`,
        'l.csv': { head: strToU8(rows.repeat(3) + '1.5,2'), size: 1 << 24 },
        'p.csv': rows,
      },
    );
    expect(arrays.get('X')!.shape).toEqual([2, 2]);
    expect(arrays.get('long')).toMatchObject({ shape: [null, 3], dtype: 'float64', data: null });
    expect(arrays.get('b')!.shape).toEqual([2]);
  });

  it('finds text where numbers are read', async () => {
    const { raises } = await analysed("d = np.loadtxt('d.csv', delimiter=',')\n", { 'd.csv': 'a,b\n1,2\n' });
    expect(raises).toEqual(["ValueError: could not convert string 'a' to float64 at row 0, column 1."]);
  });
});

describe('missing files', () => {
  const missing = "FileNotFoundError: [Errno 2] No such file or directory: 'x.npy'";

  it('are found before the run', async () => {
    expect((await analysed("x = np.load('x.npy')\n", {})).raises).toEqual([missing]);
  });

  it.each([
    ['saved before', "np.save('x', np.zeros(3))\nx = np.load('x.npy')\n"],
    ['written before', "with open('x.npy', 'wb') as f:\n    f.write(b'')\nx = np.load('x.npy')\n"],
    ['fetched by something unknown', "import wget\nwget.download('u')\nx = np.load('x.npy')\n"],
    ['asked for', "import os\nif os.path.exists('x.npy'):\n    x = np.load('x.npy')\n"],
    ['handled', "try:\n    x = np.load('x.npy')\nexcept FileNotFoundError:\n    x = None\n"],
    ['named by the user', "import sys\nx = np.load(input('file? '))\n"],
  ])('are no finding where they are %s', async (_, text) => {
    expect((await analysed(text, {})).raises).toEqual([]);
  });

  it('say nothing of a file that the script overwrites', async () => {
    const text = "np.save('x.npy', np.zeros((4, 4)))\nx = np.load('x.npy')\n";
    expect((await analysed(text, { 'x.npy': await saved('np.zeros(3)') })).arrays.get('x')).toBeUndefined();
  });
});
