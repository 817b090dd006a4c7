/** `pandas.core`: Series and DataFrame as columns of NumPy arrays under row labels. */
import { pythonModule } from '../../python/modules.ts';
import { accessors } from './accessors.ts';
import { combining } from './combining.ts';
import { frameMethods } from './frameMethods.ts';
import { frameRows } from './frameRows.ts';
import { frameStatistics } from './frameStatistics.ts';
import { grouping } from './grouping.ts';
import { indexes } from './indexes.ts';
import { lacking } from './lacking.ts';
import { locating } from './locating.ts';
import { seriesMethods } from './seriesMethods.ts';
import { seriesStatistics } from './seriesStatistics.ts';
import { values } from './values.ts';

export const framesModule = pythonModule(
  'pandas.core',
  [
    lacking,
    values,
    indexes,
    locating,
    accessors,
    seriesStatistics,
    seriesMethods,
    frameStatistics,
    frameRows,
    frameMethods,
    grouping,
    combining,
  ].join('\n'),
);
