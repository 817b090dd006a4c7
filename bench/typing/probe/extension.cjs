/**
 * Sits in the extension host beside what is measured, and tells over HTTP how long the host was busy. Asked to echo, it
 * puts an error under a word as soon as it stands in the text: what VS Code itself needs to show a diagnostic.
 */
const http = require('node:http');
const { monitorEventLoopDelay, performance } = require('node:perf_hooks');
const vscode = require('vscode');

exports.activate = () => {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  let since = performance.eventLoopUtilization();
  let word = null;
  const echo = vscode.languages.createDiagnosticCollection('echo');
  vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
    if (word === null || change === undefined) return;
    const line = change.range.start.line;
    const at = document.lineAt(line).text.indexOf(word);
    const range = at < 0 ? null : new vscode.Range(line, at, line, at + word.length);
    echo.set(document.uri, range === null ? [] : [new vscode.Diagnostic(range, word)]);
  });
  const answer = url => {
    if (url.pathname === '/echo') word = url.searchParams.get('word');
    const { active } = performance.eventLoopUtilization(since);
    const found = { busy: active, longest: delays.max / 1e6 };
    since = performance.eventLoopUtilization();
    delays.reset();
    return found;
  };
  http
    .createServer((request, response) => {
      response.end(JSON.stringify(answer(new URL(request.url, 'http://probe'))));
    })
    .listen(Number(process.env.KERASCOPE_PROBE_PORT), '127.0.0.1');
};
