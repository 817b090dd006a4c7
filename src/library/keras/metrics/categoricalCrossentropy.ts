/** The metric `CategoricalCrossentropy`. */
import { categoricalCrossentropy as categoricalCrossentropyLoss } from '../losses/categoricalCrossentropy.ts';
import { sameRank } from '../losses/shapes.ts';
import { meanMetric } from './means.ts';

export const categoricalCrossentropy = meanMetric({
  name: 'CategoricalCrossentropy',
  parameters: 'from_logits=False, label_smoothing=0.0, axis=-1',
  defaultName: 'categorical_crossentropy',
  documentation: 'Mean of the loss `CategoricalCrossentropy`.',
  values: args => {
    const compute = categoricalCrossentropyLoss.compute(args);
    return (yTrue, yPred) => {
      const [target, output] = sameRank(yTrue, yPred);
      return compute(target, output);
    };
  },
});
