// The benchmark inside Chromium: started by the page that chromiumPlace.ts opens.
import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { type Failed, measurePairing, type PairingOptions, type Part, type Row } from './pairing.ts';

setWasmPaths('/wasm/');

declare global {
  interface Window {
    benchBegins(part: Part): Promise<void>;
    runPairing(options: PairingOptions, failed: Failed): Promise<Row>;
  }
}

window.runPairing = (options, failed) => measurePairing(options, failed, part => window.benchBegins(part));
