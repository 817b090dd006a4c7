// Measures in a thread of Node.
import { Worker } from 'node:worker_threads';
import type { Place } from './deadline.ts';
import type { Part, Row } from './pairing.ts';

type Said = { readonly part: Part } | { readonly row: Row };

export function nodePlace(): Place {
  let worker: Worker | null = null;
  const end = async () => {
    await worker?.terminate();
    worker = null;
  };
  return {
    name: 'Node',
    end,
    run(options, failed, hear) {
      worker ??= new Worker(new URL('./nodeWorker.ts', import.meta.url));
      const thread = worker;
      return new Promise((resolve, reject) => {
        const onMessage = (said: Said) => {
          if ('part' in said) hear(said.part);
          else resolve(said.row);
        };
        thread.removeAllListeners();
        thread.on('message', onMessage);
        thread.on('error', reject);
        thread.on('exit', () => reject(new Error('the thread ended')));
        thread.postMessage({ options, failed });
      });
    },
  };
}
