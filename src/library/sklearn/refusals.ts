/** Estimators that scikit-learn has and Kerascope has not: each is named with the reason when a run asks for it. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';

function refusedClasses(name: string, reason: string, classes: string): string {
  const body = classes
    .split(' ')
    .map(
      each => `
class ${each}:
    def __init__(self, *args, **options):
        if running():
            raise NotImplementedError("${name}.${each} is not supported by Kerascope: ${reason}")

    def __new__(cls, *args, **options):
        return object.__new__(cls) if running() else unknown("${each} is not modelled")
`,
    )
    .join('');
  return `from sklearn._support import running, unknown\n${body}`;
}

function refused(name: string, reason: string, classes: string): LibraryModule {
  return pythonModule(name, refusedClasses(name, reason, classes));
}

const ensemble = pythonModule(
  'sklearn.ensemble',
  `from sklearn.ensemble._forest import ExtraTreesClassifier, ExtraTreesRegressor, RandomForestClassifier, RandomForestRegressor
from sklearn.ensemble._gb import GradientBoostingClassifier, GradientBoostingRegressor
from sklearn.ensemble._weight_boosting import AdaBoostClassifier, AdaBoostRegressor
from sklearn.ensemble._bagging import BaggingClassifier, BaggingRegressor
from sklearn.ensemble._combined import StackingClassifier, StackingRegressor, VotingClassifier, VotingRegressor
${refusedClasses(
  'sklearn.ensemble',
  'its choices by chance inside of scikit-learn are not part of it; use a random forest or gradient boosting',
  'HistGradientBoostingClassifier HistGradientBoostingRegressor IsolationForest',
)}`,
);

export const refusalModules: readonly LibraryModule[] = [
  ensemble,
  refused(
    'sklearn.manifold',
    'its places depend on the order of rounding in its descent; use PCA to look at features',
    'TSNE MDS Isomap LocallyLinearEmbedding SpectralEmbedding',
  ),
  refused(
    'sklearn.neural_network',
    'build the network with Keras',
    'MLPClassifier MLPRegressor BernoulliRBM',
  ),
];
