// The benchmark inside a thread of Node, which nodePlace.ts can end.
import '@tensorflow/tfjs-backend-wasm';
import { parentPort } from 'node:worker_threads';
import { type Failed, measurePairing, type PairingOptions } from './pairing.ts';

parentPort?.on('message', async ({ options, failed }: { options: PairingOptions; failed: Failed }) => {
  const row = await measurePairing(options, failed, async part => parentPort?.postMessage({ part }));
  parentPort?.postMessage({ row });
});
