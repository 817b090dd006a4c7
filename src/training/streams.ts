// The seed streams that a graph draws from.
import { topologicalOrder } from '../graph/program.ts';
import type { SeedStream } from '../graph/random.ts';
import { attributesOf, type Tensor } from '../graph/tensor.ts';

export function collectStreams(roots: readonly Tensor[]): SeedStream[] {
  const streams = new Set<SeedStream>();
  for (const tensor of topologicalOrder(roots)) {
    if (
      tensor.op === 'randomUniform' ||
      tensor.op === 'randomNormal' ||
      tensor.op === 'randomTruncatedNormal'
    ) {
      streams.add(attributesOf(tensor, tensor.op).stream);
    }
  }
  return [...streams];
}
