import { createContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { treeSitterPlugin } from '../../../scripts/treeSitterPlugin.ts';
import { wasmBytes } from './loadParser.ts';

describe('a bundle of the parser', () => {
  it('runs in a worker, which has neither Node nor a document', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "export { createParser } from './src/python/parse/parser.ts';",
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'bundle',
      platform: 'browser',
      plugins: [treeSitterPlugin],
    });
    const code = outputFiles[0]!.text;
    expect(code).not.toMatch(/import\.meta|require\("fs|import\("fs/);
    const worker: Record<string, unknown> = {
      WebAssembly,
      TextDecoder,
      URL,
      console,
      performance,
      importScripts: () => undefined,
      location: { href: 'blob:x' },
    };
    worker.self = worker;
    const context = createContext(worker);
    context.runtimeWasm = wasmBytes('tree-sitter.wasm');
    context.pythonWasm = wasmBytes('tree-sitter-python.wasm');
    // Bytes that belong to the worker's own realm, as those of a message do.
    const start = `${code};
      bundle.createParser({ runtimeWasm: new Uint8Array(runtimeWasm), pythonWasm: new Uint8Array(pythonWasm) })
        .then(parser => parser.parse('x = 1').module.body.map(statement => statement.kind).join())`;
    expect(await new Script(start).runInContext(context)).toBe('Assign');
  });
});
