/** Recognises Keras model-definition files from their text alone, cheaply enough to ask for every Python file. */

/** Comments and string literals, whose words must not count. */
const SILENT =
  /#[^\n]*|[rRbBuUfF]{0,2}(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?)/g;

const IMPORTS_KERAS =
  /^[ \t]*(?:from[ \t]+(?:keras|tf_keras|tensorflow)(?:[.\w]*)[ \t]+import\b|import[ \t]+(?:[^\n]*,[ \t]*)?(?:keras|tf_keras|tensorflow)\b)/m;

/** A model is made, subclassed, loaded or compiled. `re.compile` is somebody else's. */
const BUILDS_MODEL =
  /\b(?:Sequential|Model|Functional)[ \t]*\(|\bclass[ \t]+\w+[ \t]*\([^)\n]*\bModel\b[^)\n]*\)|\b(?:load_model|model_from_json|clone_model|model_from_config)[ \t]*\(|\bapplications\.\w+(?:\.\w+)*[ \t]*\(|(?<!\bre)(?<!\bregex)\.compile[ \t]*\(/;

/**
 * Whether a Python text imports Keras and builds, loads or compiles a model with it.
 *
 * A file without the word "keras" costs one substring search; the rest is linear in the text.
 */
export function isKerasModelFile(text: string): boolean {
  if (!text.includes('keras')) {
    return false;
  }
  const code = text.replace(SILENT, matched => (matched.startsWith('#') ? '' : '""'));
  return code.includes('keras') && IMPORTS_KERAS.test(code) && BUILDS_MODEL.test(code);
}
