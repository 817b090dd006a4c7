/** Small companions of scripts: progress bars, and libraries that are known and not modelled. */
import type { LibraryModule } from '../python/modules.ts';
import { module as tqdm } from './tqdm.ts';

/** Importing these works; what is read from them is unknown under analysis and a clear error under run. */
const unmodelled = ['cv2', 'h5py', 'imageio', 'skimage', 'joblib', 'torch', 'plotly', 'plotly.express'];

export const otherModules: readonly LibraryModule[] = [
  tqdm,
  ...unmodelled.map((name): LibraryModule => ({ name, entries: () => [], unmodelled: 'all' })),
];
