// Opens an engine on the backend that was asked for.
import type { BackendName, Engine } from '../graph/engine.ts';
import { HostEngine } from './host/engine.ts';
import { supportsSimd } from './wasm/assembler.ts';
import { WasmCompiler } from './wasm/compiler.ts';

export interface EngineOptions {
  readonly backend?: BackendName | 'auto';
}

export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const backend = options.backend ?? 'auto';
  if (backend === 'cpu') return new HostEngine('cpu', 'chosen by the user', null);
  if (!supportsSimd()) throw new Error('this machine has no WebAssembly with SIMD');
  return new HostEngine('wasm', `chosen: ${backend}`, memory => new WasmCompiler(memory));
}
