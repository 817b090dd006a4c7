/** A parser over the WebAssembly files of the installed package. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createParser, type Parser } from '../../../src/python/parse/parser.ts';

const require = createRequire(import.meta.url);

export function wasmBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(require.resolve(`@vscode/tree-sitter-wasm/wasm/${name}`)));
}

export function loadParser(): Promise<Parser> {
  return createParser({
    runtimeWasm: wasmBytes('tree-sitter.wasm'),
    pythonWasm: wasmBytes('tree-sitter-python.wasm'),
  });
}
