/**
 * One seed for every property test, so that the same commit gives the same result each time. To look for new
 * counterexamples: `FAST_CHECK_SEED=$RANDOM npx vitest run test/…`.
 */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FAST_CHECK_SEED ?? 20261122) });
