/** The scikit-learn modules that scripts around Keras use: splits, encoders, scalers, data sets, metrics. */
import type { LibraryModule } from '../../python/modules.ts';
import { calibrationModule } from './calibration.ts';
import { clusterFunctionsModule } from './clusterFunctions.ts';
import { clusterModule } from './clusters.ts';
import { compositionModules } from './composition.ts';
import { datasetModules } from './datasets.ts';
import { adaptiveBoostingModule } from './ensembles/adaptiveBoosting.ts';
import { baggingModule } from './ensembles/bagging.ts';
import { combinationsModule } from './ensembles/combinations.ts';
import { estimatorModules } from './estimators.ts';
import { featureSelectionModule } from './featureSelection.ts';
import { isotonicModule } from './isotonic.ts';
import { labelsModule, multiclassModule } from './labels.ts';
import { logisticFunctionsModule } from './linear/logistic.ts';
import { logisticRegressionModule } from './linear/logisticRegression.ts';
import { metricModules } from './metrics.ts';
import { modelSelectionModule } from './modelSelection.ts';
import { dummyModule, naiveBayesModule } from './naiveBayes.ts';
import { neighbourFunctionsModule } from './neighbours/neighbourFunctions.ts';
import { neighboursModule } from './neighbours/neighbours.ts';
import { encoderModules } from './oneHotEncoder.ts';
import { refusalModules } from './refusals.ts';
import { scalersModule } from './scalers.ts';
import { supportModule } from './support.ts';
import { boostingModule } from './trees/boosting.ts';
import { decisionTreesModule } from './trees/decisionTrees.ts';
import { forestsModule } from './trees/forests.ts';
import { treeFunctionsModule } from './trees/treeFunctions.ts';
import { validationModules } from './validation.ts';
import { linearMachinesModule, svmModule } from './vectors/linearMachines.ts';
import { vectorMachinesModule } from './vectors/svm.ts';
import { vectorFunctionsModule } from './vectors/vectorFunctions.ts';

/** Packages of scikit-learn that are not modelled: estimators, mostly. Importing from them is unknown or refused. */
const unmodelled = [
  'discriminant_analysis',
  'feature_extraction',
  'gaussian_process',
  'inspection',
  'mixture',
  'multiclass',
  'multioutput',
  'random_projection',
  'semi_supervised',
];

export const sklearnModules: readonly LibraryModule[] = [
  { name: 'sklearn', entries: () => [['__version__', '1.2.1']], unmodelled: 'all' },
  supportModule,
  ...validationModules,
  multiclassModule,
  labelsModule,
  scalersModule,
  ...encoderModules,
  modelSelectionModule,
  ...datasetModules,
  ...metricModules,
  isotonicModule,
  calibrationModule,
  logisticFunctionsModule,
  logisticRegressionModule,
  ...estimatorModules,
  neighbourFunctionsModule,
  neighboursModule,
  ...compositionModules,
  naiveBayesModule,
  dummyModule,
  clusterFunctionsModule,
  clusterModule,
  featureSelectionModule,
  treeFunctionsModule,
  decisionTreesModule,
  forestsModule,
  boostingModule,
  adaptiveBoostingModule,
  baggingModule,
  combinationsModule,
  vectorFunctionsModule,
  vectorMachinesModule,
  linearMachinesModule,
  svmModule,
  ...refusalModules,
  ...unmodelled.map(
    (name): LibraryModule => ({ name: `sklearn.${name}`, entries: () => [], unmodelled: 'all' }),
  ),
];
