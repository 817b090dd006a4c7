/** Lets waiting messages in. A timer would be slowed down in a hidden panel; a message channel is not. */
export class Turns {
  readonly #channel = new MessageChannel();
  #waiting: (() => void)[] = [];

  constructor() {
    this.#channel.port1.onmessage = () => {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) {
        resolve();
      }
    };
  }

  /** Resolves behind the messages that are waiting now. */
  next(): Promise<void> {
    return new Promise(resolve => {
      this.#waiting.push(resolve);
      this.#channel.port2.postMessage(null);
    });
  }
}
