/**
 * The panel's HTML shell: nothing but links, a nonce and a configuration; the page builds the rest.
 */

export interface PanelPageOptions {
  /** `webview.cspSource`. */
  cspSource: string;
  /** Random, new for each page. */
  nonce: string;
  locale: string;
  title: string;
  /** Webview URIs of the bundles. */
  scriptUri: string;
  styleUri: string;
  workerUri: string;
  /** Webview URIs of the files that the worker needs, by the name under which it asks for them. */
  assetUris: Record<string, string>;
  /** Those of the files that it asks for when a run needs them. */
  lateAssetUris: Record<string, string>;
}

/**
 * The policy of the page: nothing inline without the nonce, no network beyond its own files. The controls ask the
 * browser for `:focus-visible` with a style element; they take its nonce from the `csp-nonce` property below.
 */
export function contentSecurityPolicy(cspSource: string, nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src ${cspSource} 'nonce-${nonce}' 'wasm-unsafe-eval' blob:`,
    'worker-src blob:',
    `connect-src ${cspSource} blob:`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    `img-src ${cspSource} data: blob:`,
  ].join('; ');
}

/** The page as text. */
export function panelPage(options: PanelPageOptions): string {
  const { workerUri, assetUris, lateAssetUris } = options;
  const configuration = { worker: { script: workerUri, assets: assetUris, lateAssets: lateAssetUris } };
  // In a script element only `<` could end it early; \u003c is the same to JSON.
  const json = JSON.stringify(configuration).replaceAll('<', '\\u003c');
  const policy = contentSecurityPolicy(options.cspSource, options.nonce);
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(options.locale)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta property="csp-nonce" content="${escapeAttribute(options.nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(options.title)}</title>
<link rel="stylesheet" href="${escapeAttribute(options.styleUri)}">
</head>
<body>
<div id="panel-root"></div>
<script type="application/json" id="panel-configuration">${json}</script>
<script nonce="${escapeAttribute(options.nonce)}" src="${escapeAttribute(options.scriptUri)}"></script>
</body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
