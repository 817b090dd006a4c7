// The tensor graph's public face: types, leaves, operations (as `ops`), differentiation, programs, engine.
export * from './attributes.ts';
export * from './autodiff.ts';
export * from './dtypes.ts';
export * from './engine.ts';
export * from './loop.ts';
export * as ops from './operations/index.ts';
export * from './origin.ts';
export * from './precision.ts';
export * from './program.ts';
export * from './random.ts';
export * from './shapes.ts';
export * from './simplify.ts';
export * from './streams.ts';
export * from './tensor.ts';
export * from './variable.ts';
