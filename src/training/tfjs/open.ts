// Opens WebGL and WebGPU through TensorFlow.js; loaded only when one of them is wanted.

import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { SOFTWARE_GRAPHICS } from '../auto-engine.ts';
import { nextTask } from '../next-task.ts';
import { compileForWebgl, compileForWebgpu, rehearseReadingForWebgl } from './compile-ahead.ts';
import { TensorEngine } from './engine.ts';
import { fuseForWebgl } from './glsl.ts';
import type { TensorBackend } from './tensor-backend.ts';
import { fuseForWebgpu } from './wgsl.ts';

/** Backends whose device was lost; they are made anew when opened again. */
const lostBackends = new Set<string>();

async function activate(name: string): Promise<void> {
  if (lostBackends.has(name)) {
    const factory = tf.findBackendFactory(name);
    tf.removeBackend(name);
    tf.registerBackend(name, factory);
    lostBackends.delete(name);
  }
  const working = await tf.setBackend(name);
  if (!working) throw new Error(`${name} does not work on this machine`);
  await tf.ready();
}

/** Graphics computed by the processor are never faster than WebAssembly, and slow to try. */
function refuseSoftware(renderer: string): void {
  if (/swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer)) {
    throw new Error(SOFTWARE_GRAPHICS);
  }
}

/** The part of a WebGL context that tells what draws; this file is compiled without the types of the DOM as well. */
interface Renderer {
  readonly RENDERER: number;
  getExtension(name: string): { readonly UNMASKED_RENDERER_WEBGL: number } | null;
  getParameter(name: number): unknown;
}

function rendererOfWebgl(context: unknown): string {
  const gl = context as Renderer;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(names === null ? gl.RENDERER : names.UNMASKED_RENDERER_WEBGL));
}

function rendererOfWebgpu(): string {
  const { adapterInfo } = tf.backend() as unknown as {
    adapterInfo?: { vendor?: string; architecture?: string; description?: string };
  };
  return [adapterInfo?.vendor, adapterInfo?.architecture, adapterInfo?.description].join(' ');
}

/**
 * Fused programs read one value a texel; slices and joins between them keep to that, since each change of form is a
 * draw of its own.
 */
function unpackedArrays<T>(body: () => T): T {
  const before = tf.env().getBool('WEBGL_PACK_ARRAY_OPERATIONS');
  tf.env().set('WEBGL_PACK_ARRAY_OPERATIONS', false);
  try {
    return body();
  } finally {
    tf.env().set('WEBGL_PACK_ARRAY_OPERATIONS', before);
  }
}

/** Matrix products read four values a texel: weights of a recurrent layer are put into that form once a step. */
function packForProducts(value: tf.Tensor): tf.Tensor {
  const backend = tf.backend() as MathBackendWebGL;
  backend.uploadToGPU(value.dataId);
  if (backend.texData.get(value.dataId).isPacked) return tf.clone(value);
  return tf.engine().makeTensorFromTensorInfo(backend.packTensor(value));
}

/** The fences of WebGL 2; this file is compiled without the types of the DOM as well. */
interface Fences {
  readonly SYNC_GPU_COMMANDS_COMPLETE: number;
  readonly TIMEOUT_EXPIRED: number;
  fenceSync(condition: number, flags: number): object | null;
  clientWaitSync(sync: object, flags: number, timeout: number): number;
  deleteSync(sync: object): void;
  flush(): void;
}

/** Resolves when the commands so far have run, or when the context is lost. */
async function passFence(gl: Fences): Promise<void> {
  const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (sync === null) return;
  gl.flush();
  do await nextTask();
  while (gl.clientWaitSync(sync, 0, 0) === gl.TIMEOUT_EXPIRED);
  gl.deleteSync(sync);
}

export async function openWebgl(reason: string): Promise<TensorEngine> {
  await import('@tensorflow/tfjs-backend-webgl');
  await activate('webgl');
  if (reason === 'measured') refuseSoftware(rendererOfWebgl((tf.backend() as MathBackendWebGL).gpgpu.gl));
  const { gl } = (tf.backend() as MathBackendWebGL).gpgpu;
  const backend: TensorBackend = {
    registered: 'webgl',
    isLost() {
      if (gl.isContextLost()) lostBackends.add('webgl');
      return gl.isContextLost();
    },
    limitBytes: 1024 ** 3,
    fuse: fuseForWebgl,
    compileAhead: compileForWebgl,
    rehearseReading: rehearseReadingForWebgl,
    within: unpackedArrays,
    packed: packForProducts,
    finish: () => passFence(gl as unknown as Fences),
    watch(lost) {
      const context: unknown = gl;
      const { canvas } = context as {
        canvas: { addEventListener(type: string, listener: () => void): void };
      };
      canvas.addEventListener('webglcontextlost', () => {
        lostBackends.add('webgl');
        lost('the WebGL context went away');
      });
    },
  };
  return new TensorEngine('webgl', reason, backend);
}

/** The part of tfjs's WebGPU backend that hands over what it has gathered. */
interface WebgpuQueue {
  readonly device: { readonly queue: { onSubmittedWorkDone(): Promise<void> } };
  /** Null when nothing waits to be handed over. */
  readonly commandEncoder: object | null;
  endComputePassEncoder(): void;
  submitQueue(): void;
}

/** The part of a WebGPU device that tells of errors; this file is compiled without the types of the DOM as well. */
interface WebgpuErrors {
  addEventListener(type: 'uncapturederror', listener: (event: { error: { message: string } }) => void): void;
}

/** The first error of the device since it was asked last: its programs give zeros from there on and say nothing else. */
function errorsOf(device: WebgpuErrors): () => string | null {
  let first: string | null = null;
  device.addEventListener('uncapturederror', ({ error }) => {
    first ??= error.message.split('\n')[0];
  });
  return () => {
    const told = first;
    first = null;
    return told;
  };
}

export async function openWebgpu(reason: string): Promise<TensorEngine> {
  await import('@tensorflow/tfjs-backend-webgpu');
  await activate('webgpu');
  if (reason === 'measured') refuseSoftware(rendererOfWebgpu());
  const { device } = tf.backend() as unknown as { device: WebgpuErrors };
  const backend: TensorBackend = {
    registered: 'webgpu',
    refused: errorsOf(device),
    limitBytes: 1024 ** 3,
    fuse: fuseForWebgpu,
    compileAhead: compileForWebgpu,
    async finish() {
      const backend = tf.backend() as unknown as WebgpuQueue;
      backend.endComputePassEncoder();
      if (backend.commandEncoder !== null) backend.submitQueue();
      await backend.device.queue.onSubmittedWorkDone();
    },
    watch(lost) {
      const { device } = tf.backend() as unknown as { device: { lost: Promise<{ message: string }> } };
      void device.lost.then(({ message }) => {
        lostBackends.add('webgpu');
        lost(message);
      });
    },
  };
  return new TensorEngine('webgpu', reason, backend);
}
