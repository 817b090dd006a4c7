/** What of NumPy is written in Python on top of its own functions, so that analysis follows it by what it calls. */
import type { LibraryModule } from '../../../python/modules.ts';
import { businessDayNames, businessDaysModule } from './businessDays.ts';
import { callableNames, callablesModule } from './callables.ts';
import { charactersModule } from './characters.ts';
import { distributionNames, distributionsModule } from './distributions.ts';
import { fftModule } from './fft.ts';
import { derivedFunctionNames, derivedFunctionsModule } from './functions.ts';
import { iteratorNames, iteratorsModule } from './iterators.ts';
import { maskedModule } from './masked.ts';
import { maskedFunctionsModule } from './maskedFunctions.ts';
import { matrixModule, matrixNames } from './matrix.ts';
import { paddingModule } from './padding.ts';
import { polynomialPackage } from './polynomialPackage.ts';
import { polynomialModule, polynomialNames } from './polynomials.ts';
import { recordModules, recordTextNames } from './records.ts';
import { spreadNames, spreadsModule } from './spreads.ts';
import { strideTricksModule } from './strideTricks.ts';
import { windowNames, windowsModule } from './windows.ts';

const libraryModule: LibraryModule = { name: 'numpy.lib', entries: () => [], unmodelled: 'all' };

export const derivedModules: readonly LibraryModule[] = [
  fftModule,
  polynomialModule,
  derivedFunctionsModule,
  callablesModule,
  windowsModule,
  spreadsModule,
  distributionsModule,
  charactersModule,
  businessDaysModule,
  paddingModule,
  libraryModule,
  strideTricksModule,
  maskedModule,
  maskedFunctionsModule,
  matrixModule,
  iteratorsModule,
  ...recordModules,
  ...polynomialPackage,
];

/** Names of NumPy's top level by the module that defines them. */
export const definedElsewhere: ReadonlyMap<string, string> = new Map([
  ...polynomialNames.map(name => [name, polynomialModule.name] as const),
  ...derivedFunctionNames.map(name => [name, derivedFunctionsModule.name] as const),
  ...callableNames.map(name => [name, callablesModule.name] as const),
  ...businessDayNames.map(name => [name, businessDaysModule.name] as const),
  ...recordTextNames.map(name => [name, 'numpy._record_text'] as const),
  ...matrixNames.map(name => [name, matrixModule.name] as const),
  ...iteratorNames.map(name => [name, iteratorsModule.name] as const),
  ...spreadNames.map(name => [name, spreadsModule.name] as const),
  ...windowNames.map(name => [name, windowsModule.name] as const),
  ...distributionNames.map(name => [name, distributionsModule.name] as const),
  ['pad', paddingModule.name],
]);
