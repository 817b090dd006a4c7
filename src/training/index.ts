// The training engine's public face.
export { AutoEngine } from './auto-engine.ts';
export { type Checkpoint, restoreCheckpoint, saveCheckpoint } from './checkpoint.ts';
export { type Measurement, Measurements, type Timing } from './measurements.ts';
export { findNonFinite, type NonFinite } from './non-finite.ts';
export { type EngineOptions, openBackend, openEngine, possibleBackends } from './open-engine.ts';
