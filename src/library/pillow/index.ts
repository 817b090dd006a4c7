/** Pillow: the part of it that scripts around Keras use. */
import type { LibraryModule } from '../../python/modules.ts';
import { image } from './image.ts';
import { pixels } from './pixels.ts';

export const pillowModules: readonly LibraryModule[] = [
  { name: 'PIL', entries: () => [['__version__', '10.2.0']], unmodelled: 'all' },
  image,
  pixels,
];
