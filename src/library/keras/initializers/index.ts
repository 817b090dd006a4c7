/** Every initializer. */
import { constant } from './constant.ts';
import type { InitializerDefinition } from './definition.ts';
import { glorotNormal } from './glorotNormal.ts';
import { glorotUniform } from './glorotUniform.ts';
import { heNormal } from './heNormal.ts';
import { heUniform } from './heUniform.ts';
import { identity } from './identity.ts';
import { lecunNormal } from './lecunNormal.ts';
import { lecunUniform } from './lecunUniform.ts';
import { ones } from './ones.ts';
import { orthogonal } from './orthogonal.ts';
import { randomNormal } from './randomNormal.ts';
import { randomUniform } from './randomUniform.ts';
import { truncatedNormal } from './truncatedNormal.ts';
import { varianceScaling } from './varianceScaling.ts';
import { zeros } from './zeros.ts';

/** The registry. */
export const initializers: readonly InitializerDefinition[] = [
  glorotUniform,
  glorotNormal,
  heNormal,
  heUniform,
  lecunNormal,
  lecunUniform,
  zeros,
  ones,
  constant,
  randomNormal,
  truncatedNormal,
  randomUniform,
  varianceScaling,
  identity,
  orthogonal,
];
