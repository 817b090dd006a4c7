/** Small companions of scripts: a progress bar that says at its end how far it came, and libraries that are known and not modelled. */
import { type LibraryModule, pythonModule } from '../python/modules.ts';

const tqdm = pythonModule(
  'tqdm',
  String.raw`
import sys

class tqdm:
    """Iterates without drawing a bar; tells once, at the end, how far it came."""

    def __init__(self, iterable=None, desc=None, total=None, disable=False, initial=0, leave=True, position=None, file=None, **options):
        self.iterable = iterable
        self.total = total
        self.n = initial
        self.desc = "" if desc is None else str(desc)
        self.disable = bool(disable)
        self.leave = leave
        self._postfix = ""
        self._file = file
        self._open = True

    def __iter__(self):
        for item in self.iterable:
            yield item
            self.n += 1
        self.close()

    def __len__(self):
        return self.total if self.iterable is None else len(self.iterable)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()
        return False

    def update(self, n=1):
        self.n += n

    def reset(self, total=None):
        self.n = 0
        self.total = self.total if total is None else total

    def set_description(self, desc=None, refresh=True): self.desc = "" if desc is None else str(desc)
    set_description_str = set_description

    def set_postfix(self, ordered_dict=None, refresh=True, **options):
        values = dict(ordered_dict or {}, **options)
        self._postfix = ", ".join(["%s=%s" % (name, "%.3g" % value if isinstance(value, float) else value) for name, value in values.items()])

    def set_postfix_str(self, s="", refresh=True): self._postfix = str(s)
    def refresh(self, *args, **options): pass
    def clear(self, *args, **options): pass
    def unpause(self): pass

    def close(self):
        if not self._open or self.disable or not self.leave:
            return
        self._open = False
        total = self.total
        if total is None and hasattr(self.iterable, "__len__"):
            total = len(self.iterable)
        front = self.desc + ": " if self.desc else ""
        if total:
            share = self.n / total
            text = "%s%3d%%|%s| %d/%d" % (front, round(share * 100), "#" * round(share * 10) + " " * (10 - round(share * 10)), self.n, total)
        else:
            text = "%s%dit" % (front, self.n)
        (sys.stderr if self._file is None else self._file).write(text + (" [%s]" % self._postfix if self._postfix else "") + "\n")

    @staticmethod
    def write(s, file=None, end="\n", **options):
        print(s, end=end)

def trange(*args, **options):
    return tqdm(range(*args), **options)
`,
  { aliases: ['tqdm.auto', 'tqdm.notebook', 'tqdm.std'] },
);

/** Importing these works; what is read from them is unknown under analysis and a clear error under run. */
const unmodelled = ['cv2', 'h5py', 'imageio', 'skimage', 'joblib', 'torch', 'plotly', 'plotly.express'];

export const otherModules: readonly LibraryModule[] = [
  tqdm,
  ...unmodelled.map((name): LibraryModule => ({ name, entries: () => [], unmodelled: 'all' })),
];
