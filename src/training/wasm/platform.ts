// The part of WebAssembly's interface that the engine uses, typed here as host and worker builds differ in
// the platform types they have.

export interface AssemblyMemory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

interface Assembly {
  readonly Memory: new (size: { initial: number; maximum: number }) => AssemblyMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

/** Undefined where the platform has no WebAssembly. */
export const assembly: Assembly | undefined = (globalThis as unknown as { WebAssembly?: Assembly })
  .WebAssembly;

/** WebAssembly, or an error that says it is missing. */
export function requireAssembly(): Assembly {
  if (assembly === undefined) throw new Error('this machine has no WebAssembly');
  return assembly;
}
