/** Whether variables that are made now may be cut into several, as `ParameterServerStrategy` does. */
import { StateKey } from '../../../../python/state.ts';

export const shardingKey = new StateKey<{ depth: number }>('keras.sharding', () => ({ depth: 0 }));
