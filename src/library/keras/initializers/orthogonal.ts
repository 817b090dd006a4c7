/** The initializer `Orthogonal`. */
import { formatShape } from '../../../graph/shapes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { InitializerDefinition } from './definition.ts';
import { normal, seeded } from './scaling.ts';

export const orthogonal: InitializerDefinition = {
  name: 'OrthogonalInitializer',
  aliases: ['orthogonal', 'Orthogonal'],
  parameters: 'gain=1.0, seed=None',
  documentation: 'A matrix with orthonormal rows or columns (Saxe et al. 2014); leading axes are flattened.',
  source: 'https://keras.io/api/layers/initializers/',
  init: args => {
    const gain = args.number('gain');
    return seeded(args, (shape, seed) => {
      if (shape.length < 2) {
        const found = `shape=${formatShape(shape)} of rank ${shape.length}.`;
        throw raise(
          ValueError,
          `The tensor to initialize must be at least two-dimensional. Received: ${found}`,
        );
      }
      const columns = shape[shape.length - 1];
      const rows = shape.slice(0, -1).reduce((product, dim) => product * dim, 1);
      return orthonormal(normal(shape, seed, 0, 1), rows, columns, gain);
    });
  },
};

/** Gram and Schmidt on the shorter side, twice for accuracy; rows x columns, row-major. */
function orthonormal(random: Float32Array, rows: number, columns: number, gain: number): Float32Array {
  const [count, length] = [Math.min(rows, columns), Math.max(rows, columns)];
  const at = (vector: number, place: number) =>
    rows < columns ? vector * columns + place : place * columns + vector;
  const vectors = Array.from({ length: count }, (_, vector) =>
    Float64Array.from({ length }, (_unused, place) => random[at(vector, place)]),
  );
  vectors.forEach((vector, index) => {
    for (let pass = 0; pass < 2; pass++) {
      for (let other = 0; other < index; other++) subtractProjection(vector, vectors[other]);
      const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
      vector.forEach((value, place) => {
        vector[place] = value / norm;
      });
    }
  });
  const result = new Float32Array(rows * columns);
  vectors.forEach((vector, index) => {
    vector.forEach((value, place) => {
      result[at(index, place)] = gain * value;
    });
  });
  return result;
}

function subtractProjection(vector: Float64Array, unit: Float64Array): void {
  const along = vector.reduce((sum, value, place) => sum + value * unit[place], 0);
  vector.forEach((value, place) => {
    vector[place] = value - along * unit[place];
  });
}
