// What is known of the machine and the browser that compute: what was measured on one says nothing of another.

/** The parts of a browser's worker that tell of its graphics; this file is compiled without the types of the DOM. */
interface Surroundings {
  readonly navigator?: {
    readonly userAgent?: string;
    readonly hardwareConcurrency?: number;
    readonly gpu?: {
      requestAdapter(): Promise<{
        readonly info?: { vendor?: string; architecture?: string; device?: string; description?: string };
      } | null>;
    };
  };
  readonly OffscreenCanvas?: new (
    width: number,
    height: number,
  ) => { getContext(name: 'webgl2'): WebglContext | null };
}

interface WebglContext {
  readonly RENDERER: number;
  getExtension(name: 'WEBGL_debug_renderer_info'): { readonly UNMASKED_RENDERER_WEBGL: number } | null;
  getExtension(name: 'WEBGL_lose_context'): { loseContext(): void } | null;
  getParameter(name: number): unknown;
}

/** The browser with its version, the processor's cores, and what draws for WebGL and computes for WebGPU. */
export async function machineFacts(): Promise<string> {
  const place = globalThis as unknown as Surroundings;
  const { userAgent = '', hardwareConcurrency = 0 } = place.navigator ?? {};
  return [userAgent, hardwareConcurrency, webglRenderer(place), await webgpuAdapter(place)].join('\n');
}

function webglRenderer({ OffscreenCanvas }: Surroundings): string {
  const context = OffscreenCanvas && new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!context) return 'no WebGL';
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
  // Browsers keep few contexts at a time.
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return renderer;
}

async function webgpuAdapter({ navigator }: Surroundings): Promise<string> {
  const adapter = await navigator?.gpu?.requestAdapter().catch(() => null);
  if (!adapter) return 'no WebGPU';
  const { vendor, architecture, device, description } = adapter.info ?? {};
  return [vendor, architecture, device, description].join(' ');
}
