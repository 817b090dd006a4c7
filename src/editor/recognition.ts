/** Recognises Keras model-definition files from their text alone, cheaply enough to ask for every Python file. */

/**
 * Comments and string literals, whose words must not count. Three quotes that are never closed silence only their own
 * line: they are being typed, or stand in one cell of a notebook.
 */
const SILENT =
  /#[^\n]*|[rRbBuUfF]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?)/g;

const IMPORTS_KERAS =
  /^[ \t]*(?:from[ \t]+(?:keras|tf_keras|tensorflow)(?:[.\w]*)[ \t]+import\b|import[ \t]+(?:[^\n]*,[ \t]*)?(?:keras|tf_keras|tensorflow)\b)/m;

/** A model is made, subclassed, loaded or compiled. `re.compile` is somebody else's. */
const BUILDS_MODEL =
  /\b(?:Sequential|Model|Functional)[ \t]*\(|\bclass[ \t]+\w+[ \t]*\([^)\n]*\bModel\b[^)\n]*\)|\b(?:load_model|model_from_json|clone_model|model_from_config)[ \t]*\(|\bapplications\.\w+(?:\.\w+)*[ \t]*\(|(?<!\bre)(?<!\bregex)\.compile[ \t]*\(/;

/** `Sequential(…)` as a bare name … */
const BARE_MODEL = /(?<![\w.])Sequential[ \t]*\(/;
/** … with a layer as a bare name … */
const BARE_LAYER = /(?<![\w.])(?:Dense|Conv[123]D|LSTM|GRU|Embedding|Flatten|Dropout|MaxPooling2D)[ \t]*\(/;
/** … and nothing that says whose `Sequential` it is. */
const OWN_SEQUENTIAL =
  /\bimport[ \t]+(?:[^\n]*\bSequential\b|\([^)]*\bSequential\b|\*)|\b(?:class|def)[ \t]+Sequential\b|^[ \t]*Sequential[ \t]*=/m;

/**
 * Whether a Python text imports Keras and builds, loads or compiles a model with it, or would if it did not lack the
 * import, which is then offered.
 *
 * A file without these words costs two substring searches; the rest is linear in the text.
 */
export function isKerasModelFile(text: string): boolean {
  if (!text.includes('keras') && !text.includes('Sequential')) {
    return false;
  }
  const code = text.replace(SILENT, matched => (matched.startsWith('#') ? '' : '""'));
  return code.includes('keras') && IMPORTS_KERAS.test(code) ? BUILDS_MODEL.test(code) : lacksImport(code);
}

function lacksImport(code: string): boolean {
  return BARE_MODEL.test(code) && BARE_LAYER.test(code) && !OWN_SEQUENTIAL.test(code);
}
