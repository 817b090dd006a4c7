/** A minimal client of a language server over standard input and output: opens a file, edits it, awaits diagnostics. */
import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly version?: number; readonly items?: readonly unknown[] };
  readonly result?: unknown;
}

const headerEnd = '\r\n\r\n';

export class LanguageServer {
  private readonly server: ChildProcess;
  private readonly uri: string;
  private buffer = Buffer.alloc(0);
  private nextId = 1;
  private version = 0;
  private readonly answers = new Map<number, (result: unknown) => void>();
  private awaited: { readonly version: number; resolve(count: number): void } | null = null;

  private constructor(command: string, args: readonly string[], folder: string, file: string) {
    this.uri = pathToFileURL(`${folder}/${file}`).href;
    this.server = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    this.server.stdout!.on('data', (data: Buffer) => this.received(data));
  }

  /** Starts the server on a folder and opens a file with this text; resolves after its first diagnostics. */
  static async open(
    command: string,
    args: readonly string[],
    folder: string,
    file: string,
    text: string,
  ): Promise<LanguageServer> {
    const client = new LanguageServer(command, args, folder, file);
    const rootUri = pathToFileURL(folder).href;
    await client.request('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'bench' }],
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
    });
    client.notify('initialized', {});
    const first = client.diagnosticsOf(0);
    client.notify('textDocument/didOpen', {
      textDocument: { uri: client.uri, languageId: 'python', version: 0, text },
    });
    await first;
    return client;
  }

  /** Replaces a stretch of one line; resolves with the milliseconds until the diagnostics of the new text. */
  async edit(line: number, start: number, end: number, text: string): Promise<number> {
    this.version++;
    const diagnostics = this.diagnosticsOf(this.version);
    const began = performance.now();
    this.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [{ range: { start: { line, character: start }, end: { line, character: end } }, text }],
    });
    await diagnostics;
    return performance.now() - began;
  }

  close(): void {
    this.server.kill();
  }

  private diagnosticsOf(version: number): Promise<number> {
    return new Promise(resolve => {
      this.awaited = { version, resolve };
    });
  }

  private request(method: string, params: unknown): Promise<unknown> {
    const id = this.nextId++;
    this.send({ id, method, params });
    return new Promise(resolve => this.answers.set(id, resolve));
  }

  private notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  private send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.server.stdin!.write(`Content-Length: ${body.length}${headerEnd}`);
    this.server.stdin!.write(body);
  }

  private received(data: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const end = this.buffer.indexOf(headerEnd);
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.buffer.toString('utf8', 0, end))?.[1]);
      const start = end + headerEnd.length;
      if (this.buffer.length < start + length) return;
      const message = JSON.parse(this.buffer.toString('utf8', start, start + length)) as Message;
      this.buffer = this.buffer.subarray(start + length);
      this.handle(message);
    }
  }

  private handle({ id, method, params, result }: Message): void {
    if (method === undefined) {
      if (id !== undefined) this.answers.get(id)?.(result);
    } else if (method === 'textDocument/publishDiagnostics') {
      const { awaited } = this;
      if (params?.uri !== this.uri || awaited === null || params.version !== awaited.version) return;
      this.awaited = null;
      awaited.resolve(0);
    } else if (id !== undefined) {
      // Requests of the server: configuration gets one null for each item, everything else a plain null.
      this.send({ id, result: method === 'workspace/configuration' ? params?.items?.map(() => null) : null });
    }
  }
}
