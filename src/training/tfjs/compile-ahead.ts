// Shaders compiled before they draw: the driver works on all of them at once, and whoever waits can be stopped.
import * as tf from '@tensorflow/tfjs-core';
import { nextTask } from '../next-task.ts';
import { type SendingBackend, StagedTextures } from './staged-textures.ts';
import type { Rehearsal } from './tensor-backend.ts';

/** Milliseconds for which shaders are handed to the driver in one go: behind that a Stop is heard. */
const PART_MILLISECONDS = 30;

/** A shader of the WebGL backend; `variablesLocations` is null until it was found to be compiled. */
interface Binary {
  readonly webGLProgram: object;
  readonly variablesLocations: object | null;
}

/** The part of the WebGL backend that compiles; this file is compiled without the types of the DOM as well. */
interface WebglShaders {
  binaryCache: Record<string, Binary>;
  readonly gpgpu: {
    /** Null where drivers compile one after the other. */
    readonly parallelCompilationExtension: { readonly COMPLETION_STATUS_KHR: number } | null;
    readonly gl: {
      readonly LINK_STATUS: number;
      flush(): void;
      getProgramParameter(program: object, parameter: number): unknown;
    };
    deleteProgram(program: object): void;
  };
  readonly texData: { get(dataId: object): { readonly values: unknown; readonly slice?: unknown } };
  getUniformLocations(): void;
  /** What reads numbers out of a texture begins with. */
  decode(dataId: object): tf.TensorInfo;
  disposeIntermediateTensorInfo(tensor: tf.TensorInfo): void;
}

/** The part of the WebGPU backend that compiles. */
interface WebgpuShaders {
  readonly pipelineCache: Record<string, object | Promise<object>>;
}

/** What is under way, by backend: it stays out of the backend's own lists, so that training may go on meanwhile. */
const underWay = new WeakMap<object, Map<string, object>>();

function waitingOf<T extends object>(backend: object): Map<string, T> {
  const known = underWay.get(backend) ?? new Map<string, object>();
  underWay.set(backend, known);
  return known as Map<string, T>;
}

/** Goes through all of them in parts, each in a task of its own. @throws the signal's reason */
async function inParts(
  rehearsals: readonly Rehearsal[],
  stop: AbortSignal | undefined,
  gatherPart: (part: () => void) => void,
): Promise<void> {
  for (const [index, rehearsal] of rehearsals.entries()) {
    let until = 0;
    const way = rehearsal(() => performance.now() >= until);
    try {
      for (let [isDone, isFirst] = [false, index === 0]; !isDone; isFirst = false) {
        if (!isFirst) await nextTask();
        stop?.throwIfAborted();
        until = performance.now() + PART_MILLISECONDS;
        gatherPart(() => {
          isDone = way.next().done === true;
        });
      }
    } finally {
      way.return();
    }
  }
}

function rehearse(flag: string, body: () => void): void {
  tf.env().set(flag, true);
  try {
    body();
  } catch {
    // What cannot run says so where it is run.
  } finally {
    tf.env().set(flag, false);
  }
}

/** Goes through a body that knows what is under way, and takes out of the cache what is from now on. */
function gather<T extends object>(
  cache: Record<string, T>,
  waiting: Map<string, T>,
  isUnderWay: (made: T) => boolean,
  body: () => void,
): void {
  for (const [key, made] of waiting) cache[key] ??= made;
  body();
  for (const [key, made] of Object.entries(cache)) {
    if (!isUnderWay(made)) continue;
    waiting.set(key, made);
    delete cache[key];
  }
}

/**
 * Compiles what the runs draw with, and draws nothing. Resolves when all of it is compiled; what could not be is compiled
 * again where it is used, and told there.
 */
export async function compileForWebgl(rehearsals: readonly Rehearsal[], stop?: AbortSignal): Promise<void> {
  const backend = tf.backend() as unknown as WebglShaders;
  const waiting = waitingOf<Binary>(backend);
  const { gl, parallelCompilationExtension: parallel } = backend.gpgpu;
  const textures = new StagedTextures(tf.backend() as unknown as SendingBackend);
  try {
    await inParts(rehearsals, stop, part => {
      gather(
        backend.binaryCache,
        waiting,
        shader => shader.variablesLocations === null,
        () => rehearse('ENGINE_COMPILE_ONLY', () => textures.within(part)),
      );
      gl.flush();
    });
  } finally {
    textures.dispose();
  }
  const mine = [...waiting];
  const isUnderWay = ([, { webGLProgram }]: readonly [string, Binary]): boolean =>
    parallel !== null && gl.getProgramParameter(webGLProgram, parallel.COMPLETION_STATUS_KHR) === false;
  while (mine.some(isUnderWay)) {
    await nextTask();
    stop?.throwIfAborted();
  }
  takeIn(
    backend,
    mine.filter(([key, shader]) => waiting.get(key) === shader),
  );
  for (const [key] of mine) waiting.delete(key);
}

/** Hands compiled shaders to the backend, with the places of their uniforms. */
function takeIn(backend: WebglShaders, shaders: readonly (readonly [string, Binary])[]): void {
  const { gl } = backend.gpgpu;
  const compiled: Record<string, Binary> = {};
  for (const [key, shader] of shaders) {
    if (gl.getProgramParameter(shader.webGLProgram, gl.LINK_STATUS) === false) continue;
    if (key in backend.binaryCache) backend.gpgpu.deleteProgram(shader.webGLProgram);
    else compiled[key] = shader;
  }
  // The backend looks up the places of uniforms in all that it has; those it had before are known.
  const known = backend.binaryCache;
  backend.binaryCache = compiled;
  try {
    backend.getUniformLocations();
  } finally {
    backend.binaryCache = known;
  }
  Object.assign(known, compiled);
}

/** Goes through what reads the numbers of a tensor draws with. */
export function rehearseReadingForWebgl(value: tf.Tensor): void {
  const backend = tf.backend() as unknown as WebglShaders;
  const { values, slice } = backend.texData.get(value.dataId);
  // What lies on the host is read without a shader; a part of a texture is copied first, by one that has no name here.
  if (values != null || slice != null) return;
  backend.disposeIntermediateTensorInfo(backend.decode(value.dataId));
}

/** What a promise gives, unless the signal comes before. @throws its reason */
function unlessStopped<T>(work: Promise<T>, stop: AbortSignal | undefined): Promise<T> {
  if (stop === undefined) return work;
  return new Promise((resolve, reject) => {
    const end = () => reject(stop.reason);
    stop.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => stop.removeEventListener('abort', end));
  });
}

/** Does for WebGPU what `compileForWebgl` does. */
export async function compileForWebgpu(rehearsals: readonly Rehearsal[], stop?: AbortSignal): Promise<void> {
  const backend = tf.backend() as unknown as WebgpuShaders;
  const { pipelineCache } = backend;
  const waiting = waitingOf<object | Promise<object>>(backend);
  await inParts(rehearsals, stop, part =>
    gather(
      pipelineCache,
      waiting,
      pipeline => pipeline instanceof Promise,
      () => rehearse('WEBGPU_ENGINE_COMPILE_ONLY', part),
    ),
  );
  const settle = async ([key, pipeline]: [string, object | Promise<object>]): Promise<void> => {
    try {
      pipelineCache[key] ??= await pipeline;
    } catch {
      // It is compiled again where it is used, and told there.
    } finally {
      waiting.delete(key);
    }
  };
  await unlessStopped(Promise.all([...waiting].map(settle)), stop);
}
