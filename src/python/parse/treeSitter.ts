/**
 * Loads tree-sitter and its Python grammar from bytes: the one place that imports `@vscode/tree-sitter-wasm`.
 *
 * For esbuild: the package's script looks for its own address when it is loaded, and throws in a worker.
 * `scripts/treeSitterPlugin.ts` replaces that and its Node-only imports; every browser-side bundle that
 * reaches this module (webview worker, web extension host) needs the plugin, and Node bundles profit from it.
 */

import treeSitter from '@vscode/tree-sitter-wasm';

export type {
  Language,
  Node as TreeSitterNode,
  ParseOptions,
  Parser as TreeSitterParser,
  Point,
  Tree,
  TreeCursor,
} from '@vscode/tree-sitter-wasm';

import type { Language, Parser } from '@vscode/tree-sitter-wasm';

export interface ParserBytes {
  /** `@vscode/tree-sitter-wasm/wasm/tree-sitter.wasm` */
  readonly runtimeWasm: Uint8Array;
  /** `@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm` */
  readonly pythonWasm: Uint8Array;
}

let runtime: Promise<void> | null = null;

/** The runtime is one for the whole program; the first bytes count. */
export async function loadPython(bytes: ParserBytes): Promise<{ language: Language; parser: Parser }> {
  // Emscripten's option, which the package's types leave out.
  const options = { wasmBinary: bytes.runtimeWasm, locateFile: (name: string) => name };
  runtime ??= treeSitter.Parser.init(options);
  await runtime;
  const language = await treeSitter.Language.load(bytes.pythonWasm);
  const parser = new treeSitter.Parser();
  parser.setLanguage(language);
  return { language, parser };
}
