/** Small companions of scripts: a progress bar that stays silent, and libraries that are known and not modelled. */
import { type LibraryModule, pythonModule } from '../python/modules.ts';

const tqdm = pythonModule(
  'tqdm',
  String.raw`
class tqdm:
    """Iterates without drawing a bar."""

    def __init__(self, iterable=None, desc=None, total=None, **options):
        self.iterable = iterable
        self.total = total
        self.n = 0

    def __iter__(self):
        return iter(self.iterable)

    def __len__(self):
        return self.total if self.iterable is None else len(self.iterable)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False

    def update(self, n=1):
        self.n += n

    def set_description(self, *args, **options): pass
    def set_postfix(self, *args, **options): pass
    def refresh(self): pass
    def close(self): pass

    @staticmethod
    def write(text, **options):
        print(text)

def trange(*args, **options):
    return tqdm(range(*args), **options)
`,
  { aliases: ['tqdm.auto', 'tqdm.notebook'] },
);

/** Importing these works; what is read from them is unknown under analysis and a clear error under run. */
const unmodelled = ['cv2', 'h5py', 'imageio', 'skimage', 'joblib', 'torch', 'plotly', 'plotly.express'];

export const otherModules: readonly LibraryModule[] = [
  tqdm,
  ...unmodelled.map((name): LibraryModule => ({ name, entries: () => [], unmodelled: 'all' })),
];
