// Shaders compiled before the first step: the driver works on all of them at once, and whoever waits can be stopped.
import * as tf from '@tensorflow/tfjs-core';

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
  };
  getUniformLocations(): void;
}

/** The part of the WebGPU backend that compiles. */
interface WebgpuShaders {
  readonly pipelineCache: Record<string, object | Promise<object>>;
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

/**
 * Compiles what `body` draws with, and draws nothing. Resolves when all of it is compiled; what could not be is
 * compiled again where it is used, and told there.
 */
export async function compileForWebgl(body: () => void): Promise<void> {
  const backend = tf.backend() as unknown as WebglShaders;
  rehearse('ENGINE_COMPILE_ONLY', body);
  const fresh = Object.entries(backend.binaryCache).filter(
    ([, shader]) => shader.variablesLocations === null,
  );
  const { gl, parallelCompilationExtension: parallel } = backend.gpgpu;
  gl.flush();
  const isUnderWay = ([, { webGLProgram }]: [string, Binary]): boolean =>
    parallel !== null && gl.getProgramParameter(webGLProgram, parallel.COMPLETION_STATUS_KHR) === false;
  // Its state changes only between tasks; frames are none in a hidden panel.
  while (fresh.some(isUnderWay)) await new Promise(resolve => setTimeout(resolve));
  const compiled: Record<string, Binary> = {};
  for (const [key, shader] of fresh) {
    if (gl.getProgramParameter(shader.webGLProgram, gl.LINK_STATUS) === false)
      delete backend.binaryCache[key];
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
}

/** The same for WebGPU. */
export async function compileForWebgpu(body: () => void): Promise<void> {
  const { pipelineCache } = tf.backend() as unknown as WebgpuShaders;
  rehearse('WEBGPU_ENGINE_COMPILE_ONLY', body);
  const settle = async ([key, pipeline]: [string, object | Promise<object>]): Promise<void> => {
    try {
      pipelineCache[key] = await pipeline;
    } catch {
      delete pipelineCache[key];
    }
  };
  await Promise.all(Object.entries(pipelineCache).map(settle));
}
