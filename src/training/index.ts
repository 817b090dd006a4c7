// The training engine's public face.
export { AutoEngine, type Timing } from './auto-engine.ts';
export { type Checkpoint, restoreCheckpoint, saveCheckpoint } from './checkpoint.ts';
export { findNonFinite, type NonFinite } from './non-finite.ts';
export { type EngineOptions, openBackend, openEngine, possibleBackends } from './open-engine.ts';
