// Arrays that runs send to WebGL when they first use them, as they would lie there behind runs that are only gone through.
import type { TensorInfo } from '@tensorflow/tfjs-core';

/** What the backend knows of a tensor: numbers on the host, or a texture and how they stand in it. */
interface TensorData {
  readonly dtype: string;
  values: unknown;
  texture?: object | null;
  texShape?: [number, number] | null;
  isPacked?: boolean;
  usage?: unknown;
  shape: number[];
}

type Place = Pick<TensorData, 'values' | 'texture' | 'texShape' | 'isPacked' | 'usage' | 'shape'>;

/** The part of the WebGL backend that sends; this file is compiled without the types of the DOM as well. */
export interface SendingBackend {
  readonly texData: { has(dataId: object): boolean; get(dataId: object): TensorData };
  numBytesInGPU: number;
  readonly textureManager: {
    releaseTexture(texture: object, shape: [number, number], usage: unknown, isPacked?: boolean): void;
  };
  computeBytes(shape: [number, number], dtype: string): number;
  uploadToGPU(dataId: object): void;
  runWebGLProgram(program: object, inputs: readonly TensorInfo[], ...rest: unknown[]): TensorInfo;
}

function placeOf({ values, texture, texShape, isPacked, usage, shape }: TensorData): Place {
  return { values, texture, texShape, isPacked, usage, shape };
}

/**
 * While shaders are only compiled, the backend keeps arrays on the host however often they are used; where they lie
 * decides about the shaders of all that reads them. Here they get textures with nothing in them, which no real run sees.
 */
export class StagedTextures {
  private readonly backend: SendingBackend;
  /** Where arrays are in truth. */
  private readonly real = new Map<object, Place>();
  /** Where they are while something is gone through. */
  private readonly staged = new Map<object, Place>();

  constructor(backend: SendingBackend) {
    this.backend = backend;
  }

  /** Goes through a body in which what was sent before is there. */
  within(body: () => void): void {
    const { backend, real, staged } = this;
    for (const [dataId, place] of staged) this.enter(dataId, place);
    const { runWebGLProgram, uploadToGPU } = backend;
    backend.runWebGLProgram = (program, inputs, ...rest) => {
      // Packed programs change what is known of their inputs before they send them.
      for (const { dataId } of inputs) this.note(dataId);
      return runWebGLProgram.call(backend, program, inputs, ...rest);
    };
    backend.uploadToGPU = dataId => {
      this.note(dataId);
      uploadToGPU.call(backend, dataId);
      const data = backend.texData.get(dataId);
      if (!real.has(dataId) || data.texture != null) return;
      // The shader that sends is known now: what it would leave is a texture.
      data.values = null;
      uploadToGPU.call(backend, dataId);
      staged.set(dataId, placeOf(data));
    };
    try {
      body();
    } finally {
      backend.runWebGLProgram = runWebGLProgram;
      backend.uploadToGPU = uploadToGPU;
      this.leave();
    }
  }

  private note(dataId: object): void {
    const data = this.backend.texData.get(dataId);
    const isOnHost = data.texture == null && data.values != null;
    if (isOnHost && !this.real.has(dataId)) this.real.set(dataId, placeOf(data));
  }

  private enter(dataId: object, place: Place): void {
    const { texData } = this.backend;
    // Meanwhile it may have been sent in truth, or be gone.
    if (!texData.has(dataId) || texData.get(dataId).texture != null) {
      this.release(place, texData.has(dataId) ? texData.get(dataId).dtype : 'float32');
      this.staged.delete(dataId);
      return;
    }
    const data = texData.get(dataId);
    this.real.set(dataId, placeOf(data));
    Object.assign(data, place);
  }

  private leave(): void {
    const { texData } = this.backend;
    for (const [dataId, place] of this.real) {
      // What was made and freed inside has given its texture back.
      if (texData.has(dataId)) Object.assign(texData.get(dataId), place);
      else this.staged.delete(dataId);
    }
    this.real.clear();
  }

  private release({ texture, texShape, usage, isPacked }: Place, dtype: string): void {
    if (texture == null || texShape == null) return;
    this.backend.numBytesInGPU -= this.backend.computeBytes(texShape, dtype);
    this.backend.textureManager.releaseTexture(texture, texShape, usage, isPacked);
  }

  dispose(): void {
    const { texData } = this.backend;
    for (const [dataId, place] of this.staged)
      this.release(place, texData.has(dataId) ? texData.get(dataId).dtype : 'float32');
    this.staged.clear();
  }
}
