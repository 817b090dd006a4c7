/** The regularizer `OrthogonalRegularizer`. */
import { ops } from '../../../graph/index.ts';
import { formatShape } from '../../../graph/shapes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { type RegularizerDefinition, strength } from './definition.ts';

export const orthogonalRegularizer: RegularizerDefinition = {
  name: 'OrthogonalRegularizer',
  aliases: ['orthogonal_regularizer'],
  parameters: 'factor=0.01, mode="rows"',
  documentation: 'Pushes the rows (or columns) of a matrix to be orthogonal to each other.',
  source: 'https://keras.io/api/layers/regularizers/',
  init: args => {
    const factor = strength(args, 'factor');
    const mode = args.oneOf('mode', ['rows', 'columns'], given => ({
      3: `Invalid value for argument \`mode\`. Expected one of {"rows", "columns"}. Received: mode=${given}`,
    }));
    return value => {
      if (value.shape.length !== 2) {
        throw raise(
          ValueError,
          `Inputs to OrthogonalRegularizer must have rank 2. Received: inputs.shape=${formatShape(value.shape)}`,
        );
      }
      const rows = mode === 'rows';
      const length = ops.sqrt(ops.sum(ops.square(value), [rows ? 1 : 0], true));
      const unit = ops.div(value, ops.maximum(length, 1e-12));
      const products = ops.matmul(unit, unit, { transposeA: !rows, transposeB: rows });
      const size = value.shape[rows ? 0 : 1] ?? 1;
      const others = ops.sub(products, ops.tril(ops.triu(products)));
      return ops.mul(factor * 0.5, ops.div(ops.sum(ops.abs(others)), Math.max(1, (size * (size - 1)) / 2)));
    };
  },
};
