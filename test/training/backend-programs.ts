/** Programs computed on every backend: in Node, or in headless Chromium where the backend needs graphics. */
import { join } from 'node:path';
import { type BackendName, collectStreams, type Engine, type Tensor } from '../../src/graph/index.ts';
import { openEngine } from '../../src/training/open-engine.ts';
import { hasChromium, type OpenPage, openPage } from './chromium/page.ts';
import type { Computed } from './chromium/programs.ts';
import { type SerializedProgram, serialize } from './chromium/serialized-program.ts';

declare global {
  function computed(
    backend: string,
    programs: readonly SerializedProgram[],
  ): Promise<(readonly Computed[] | string)[]>;
}

/** The backends that this machine has. */
export const backends: readonly BackendName[] = [
  'cpu',
  'wasm',
  ...(hasChromium ? (['webgl', 'webgpu'] as const) : []),
];

/** Programs that go to the page in one message. */
const BATCH = 50;

export interface NamedProgram {
  readonly name: string;
  readonly roots: readonly Tensor[];
}

/** What the roots of each program are, or what went wrong. */
export type Results = readonly (readonly Computed[] | string)[];

export class BackendPrograms {
  readonly #page: OpenPage | null;

  private constructor(page: OpenPage | null) {
    this.#page = page;
  }

  static async start(): Promise<BackendPrograms> {
    return new BackendPrograms(
      hasChromium ? await openPage(join(import.meta.dirname, 'chromium/programs.ts')) : null,
    );
  }

  async stop(): Promise<void> {
    await this.#page?.close();
  }

  async compute(backend: BackendName, programs: readonly NamedProgram[]): Promise<Results> {
    if (backend === 'cpu' || backend === 'wasm') return computedHere(backend, programs);
    const { page } = this.#page as OpenPage;
    const results: (readonly Computed[] | string)[] = [];
    for (let start = 0; start < programs.length; start += BATCH) {
      const batch = programs.slice(start, start + BATCH).map(({ name, roots }) => serialize(name, roots));
      results.push(
        ...(await page.evaluate(([where, some]) => computed(where, some), [backend, batch] as [
          string,
          SerializedProgram[],
        ])),
      );
    }
    return results;
  }
}

async function computedHere(backend: 'cpu' | 'wasm', programs: readonly NamedProgram[]): Promise<Results> {
  const results: (readonly Computed[] | string)[] = [];
  for (const { roots } of programs) {
    const engine = await openEngine({ backend });
    results.push(await rootsOn(engine, roots));
    engine.close();
  }
  return results;
}

async function rootsOn(engine: Engine, roots: readonly Tensor[]): Promise<readonly Computed[] | string> {
  for (const stream of collectStreams(roots)) stream.position = 0;
  try {
    const values = await engine.readMany(engine.compile({ inputs: [], outputs: roots, updates: [] }).run([]));
    return values.map(({ shape, data }) => ({ shape, data: Array.from(data) }));
  } catch (error) {
    return (error as Error).message;
  }
}
