// Opens an engine on the backend that was asked for, or on the best one for the model.
import type { BackendName, Engine } from '../graph/engine.ts';
import { AutoEngine } from './auto-engine.ts';
import { HostEngine } from './host/engine.ts';
import type { Measurements } from './measurements.ts';
import { supportsSimd } from './wasm/assembler.ts';
import { WasmCompiler } from './wasm/compiler.ts';

export interface EngineOptions {
  /** 'auto' starts on the CPU and measures the others when a program is large enough to repay it. */
  readonly backend?: BackendName | 'auto';
  /** Backends that 'auto' may choose from; by default all that this place can have. */
  readonly candidates?: readonly BackendName[];
  /** What earlier engines measured here; 'auto' does not measure those programs again, and adds its own. */
  readonly measurements?: Measurements;
}

/** Backends that could work here, before trying them. */
export function possibleBackends(): BackendName[] {
  const found: BackendName[] = supportsSimd() ? ['wasm'] : ['cpu'];
  if (typeof navigator !== 'undefined' && 'gpu' in navigator) found.push('webgpu');
  if ('OffscreenCanvas' in globalThis) found.push('webgl');
  return found;
}

/** Opens one backend; throws where it does not work. */
export async function openBackend(backend: BackendName, reason: string): Promise<Engine> {
  switch (backend) {
    case 'cpu':
      return new HostEngine('cpu', reason, null);
    case 'wasm':
      if (!supportsSimd()) throw new Error('this machine has no WebAssembly with SIMD');
      return new HostEngine('wasm', reason, memory => new WasmCompiler(memory));
    case 'webgl':
      return (await import('./tfjs/open.ts')).openWebgl(reason);
    case 'webgpu':
      return (await import('./tfjs/open.ts')).openWebgpu(reason);
  }
}

export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const backend = options.backend ?? 'auto';
  if (backend !== 'auto') {
    const chosen = await openBackend(backend, 'chosen in the settings');
    if (backend === 'cpu' || backend === 'wasm') return chosen;
    const side = await openBackend(supportsSimd() ? 'wasm' : 'cpu', 'graphics devices have no doubles');
    return new AutoEngine(chosen, [], openBackend, undefined, side);
  }
  const candidates = options.candidates ?? possibleBackends();
  const [first, ...others] = candidates;
  const opened = await openBackend(first, 'small models run fastest on the CPU');
  return new AutoEngine(opened, others, openBackend, options.measurements);
}
