/** `pandas.core`: Series and DataFrame as columns of NumPy arrays under row labels. */
import { pythonModule } from '../../python/modules.ts';
import { accessors } from './accessors.ts';
import { categories } from './categories.ts';
import { combining } from './combining.ts';
import { datedRows } from './datedRows.ts';
import { frameMethods } from './frameMethods.ts';
import { frameRows } from './frameRows.ts';
import { frameStatistics } from './frameStatistics.ts';
import { grouping } from './grouping.ts';
import { indexes } from './indexes.ts';
import { lacking } from './lacking.ts';
import { levels } from './levels.ts';
import { locating } from './locating.ts';
import { moments } from './moments.ts';
import { moreMethods } from './moreMethods.ts';
import { querying } from './querying.ts';
import { resampling } from './resampling.ts';
import { seriesGaps } from './seriesGaps.ts';
import { seriesMethods } from './seriesMethods.ts';
import { seriesStatistics } from './seriesStatistics.ts';
import { tableMaking } from './tableMaking.ts';
import { values } from './values.ts';
import { windows } from './windows.ts';

export const framesModule = pythonModule(
  'pandas.core',
  [
    lacking,
    values,
    moments,
    indexes,
    levels,
    categories,
    locating,
    accessors,
    windows,
    querying,
    moreMethods,
    seriesStatistics,
    seriesGaps,
    seriesMethods,
    frameStatistics,
    frameRows,
    frameMethods,
    tableMaking,
    grouping,
    datedRows,
    resampling,
    combining,
  ].join('\n'),
);
