/** The SciPy modules that scripts around Keras use. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';
import { distanceModule } from './distance.ts';
import { optimizeModule } from './optimize.ts';
import { preciseModule } from './precise.ts';
import { sparseModule } from './sparse.ts';
import { specialModule } from './special.ts';
import { statsModule } from './stats.ts';

/** Packages of SciPy that are not modelled. */
const unmodelled = [
  'io',
  'signal',
  'ndimage',
  'linalg',
  'interpolate',
  'integrate',
  'spatial',
  'cluster',
  'fft',
  'misc',
];

export const scipyModules: readonly LibraryModule[] = [
  pythonModule('scipy', '__version__ = "1.10.1"\n'),
  preciseModule,
  specialModule,
  statsModule,
  optimizeModule,
  sparseModule,
  distanceModule,
  ...unmodelled.map(
    (name): LibraryModule => ({ name: `scipy.${name}`, entries: () => [], unmodelled: 'all' }),
  ),
];
