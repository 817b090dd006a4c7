// A backend for Node that refuses what graphics devices refuse.
import { doublesOf, missingDoubles } from '../../src/graph/doubles.ts';
import type { BackendName, Engine, Program } from '../../src/graph/index.ts';
import { openBackend } from '../../src/training/open-engine.ts';

/** An engine that has no doubles and lets nobody wait, as graphics devices do. */
export async function graphics(reason: string): Promise<Engine> {
  const engine = await openBackend('wasm', reason);
  const { compile, evaluateNow } = engine;
  const refuse = (program: Program): void => {
    if (doublesOf(program) !== null) throw new Error(missingDoubles('webgl'));
  };
  return Object.assign(engine, {
    backend: 'webgl',
    compile(program: Program) {
      refuse(program);
      return compile.call(engine, program);
    },
    async evaluate(...[tensors, updates = []]: Parameters<Engine['evaluate']>) {
      refuse({ inputs: [], outputs: tensors, updates });
      return evaluateNow.call(engine, tensors, updates);
    },
    evaluateNow: () => null,
  });
}

/** Opens that in place of WebGL. */
export const openStandIn = (backend: BackendName, reason: string): Promise<Engine> =>
  backend === 'webgl' ? graphics(reason) : openBackend(backend, reason);
