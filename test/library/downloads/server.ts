/** A server on this machine for downloads under test: it answers, cuts off, damages, or says nothing. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = 'whole' | 'cut' | 'missing' | 'damaged' | 'silent' | 'half';

export class FileServer {
  /** What it does with the next request. */
  answer: Answer = 'whole';
  /** The paths that were asked for. */
  readonly asked: string[] = [];
  /** By the name at the end of the path; what is not here is eight digits. */
  readonly contents = new Map<string, Uint8Array>();
  readonly #server: Server;
  #began: () => void = () => {};
  #left: () => void = () => {};

  private constructor() {
    this.#server = createServer((request, response) => this.#respond(request.url!, response));
  }

  static async start(): Promise<FileServer> {
    const made = new FileServer();
    await new Promise<void>(resolve => made.#server.listen(0, '127.0.0.1', resolve));
    return made;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise(resolve => this.#server.close(() => resolve()));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Resolves when the next request has had its answer, or the part of it that it gets. */
  begun(): Promise<void> {
    return new Promise(resolve => {
      this.#began = resolve;
    });
  }

  /** Resolves when whoever asked next has gone away before the end. */
  left(): Promise<void> {
    return new Promise(resolve => {
      this.#left = resolve;
    });
  }

  /** A `fetch` that asks here for the last name of any address. */
  readonly fetch: typeof fetch = (address, options) =>
    fetch(`${this.address}/${String(address).replace(/^.*\//, '')}`, options);

  #respond(path: string, response: ServerResponse): void {
    this.asked.push(path);
    const content =
      this.contents.get(path.slice(path.lastIndexOf('/') + 1)) ?? new TextEncoder().encode('12345678');
    const half = content.subarray(0, content.length >> 1);
    response.on('close', () => !response.writableFinished && this.#left());
    const began = () => this.#began();
    if (this.answer === 'missing') {
      response.writeHead(404).end(began);
      return;
    }
    if (this.answer === 'silent') {
      began();
      return;
    }
    response.writeHead(200, {
      'content-length': content.length,
      'content-type': 'application/octet-stream',
      // As servers of public data sets do, for browsers.
      'access-control-allow-origin': '*',
    });
    if (this.answer === 'whole') response.end(content, began);
    else if (this.answer === 'damaged')
      response.end(
        content.map(byte => byte ^ 1),
        began,
      );
    else if (this.answer === 'half') response.write(half, began);
    else response.write(half, () => response.destroy());
  }
}
