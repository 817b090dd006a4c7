/** `keras.callbacks.RemoteMonitor`, which sends to a server: refused, since a run does not reach the network. */
import { NotImplementedError, raise } from '../../../python/errors.ts';
import { method } from '../../../python/functions.ts';
import { kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';

export const remoteMonitorClass = kerasClass<null>({
  name: 'RemoteMonitor',
  base: callbackClass,
  module: 'keras.src.callbacks.remote_monitor',
  parameters:
    'root="http://localhost:9000", path="/publish/epoch/end/", field="data", headers=None, send_as_json=False',
  documentation: 'Sends the metrics of each epoch to a server; refused when it would send.',
  init: () => null,
  methods: [
    method('on_epoch_end(self, epoch, logs=None)', () => {
      throw raise(
        NotImplementedError,
        'keras.callbacks.RemoteMonitor is not supported by Kerascope: a run does not reach the network. Use CSVLogger to keep the metrics in a file.',
        { code: 'not-supported' },
      );
    }),
  ],
});
