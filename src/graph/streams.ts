// The seed streams that a graph draws from.
import { topologicalOrder } from './program.ts';
import type { SeedStream } from './random.ts';
import { attributesOf, type Tensor } from './tensor.ts';

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
