/** The esbuild plugin that lets tree-sitter's script be bundled for browsers, workers and Node alike. */

import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Replaces `text` once; a package that changed under the plugin must not go unnoticed. */
function replaced(script: string, text: string, by: string): string {
  if (!script.includes(text)) throw new Error(`@vscode/tree-sitter-wasm no longer contains: ${text}`);
  return script.replaceAll(text, by);
}

/**
 * tree-sitter's script asks for its own address when it loads, which throws in a worker, and imports Node's
 * modules to read files. We hand it bytes, so that it needs neither.
 */
export const treeSitterPlugin: Plugin = {
  name: 'tree-sitter',
  setup(build) {
    build.onLoad({ filter: /tree-sitter-wasm[\\/]wasm[\\/]tree-sitter\.js$/ }, async ({ path }) => {
      let script = await readFile(path, 'utf8');
      script = replaced(
        script,
        'function getCurrentScriptUrl() {',
        "function getCurrentScriptUrl() {\n        return 'file:///';",
      );
      script = replaced(
        script,
        'typeof process == "object" && typeof process.versions == "object"',
        'false && typeof process == "object"',
      );
      script = replaced(script, 'await import("fs/promises")', 'null');
      script = replaced(script, 'await import("module")', '{}');
      script = script.replace(/require\("(?:fs|path|url)"\)/g, 'null').replace(/require\('url'\)/g, 'null');
      return { contents: script, loader: 'js' };
    });
  },
};
