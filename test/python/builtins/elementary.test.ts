/** Elementary functions give the digits that CPython prints (glibc 2.36, x86-64). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acos,
  asin,
  atan,
  atan2,
  cos,
  exp,
  log,
  pow,
  sin,
  tan,
} from '../../../src/python/builtins/elementary.ts';

const elementary = { acos, asin, atan, atan2, cos, exp, log, pow, sin, tan };

/** Recorded from CPython's math module, where JavaScript's own functions are one unit off (`pow`: any values). */
const recorded: readonly [keyof typeof elementary, readonly [number, number?], number][] = [
  ['exp', [-4.432793134272201], 0.011881257336143454],
  ['exp', [-27.361165796075284], 1.3097749385939498e-12],
  ['exp', [0.35441692557879545], 1.4253493272082804],
  ['exp', [-298.43187458569554], 2.4699243027995262e-130],
  ['sin', [-0.9689228647930168], -0.8242763309041802],
  ['sin', [4.013791277954187], -0.7657448198780256],
  ['sin', [0.1495359856799783], 0.14897931246296897],
  ['sin', [-0.040892601789821174], -0.040881205941286664],
  ['cos', [-0.942258986518496], 0.5879622588714916],
  ['cos', [-0.7783828304869287], 0.7120499299488762],
  ['cos', [-4.049742870570089], -0.615205109241873],
  ['cos', [-4.912554398134197], 0.19883144848389772],
  ['tan', [124.25346145283824], -6.1749163491305765],
  ['tan', [-0.07718383912130278], -0.07733747549087916],
  ['tan', [1.7627356840580974], -5.145841416054268],
  ['tan', [-8.73574586723522], 0.8237101789405646],
  ['atan', [-21.68320594307266], -1.5247103407255762],
  ['atan', [3.7697886686565614], 1.311501264093396],
  ['atan', [-0.11293124411025385], -0.1124547963897526],
  ['atan', [-2.618663925513446], -1.2060126866544285],
  ['log', [0.15939993976228117], -1.8363388905289721],
  ['log', [0.20050713755973448], -1.6069054340674673],
  ['log', [0.40028165620510625], -0.9155868391520076],
  ['log', [0.2107310427885838], -1.5571726373271193],
  ['asin', [-0.8871152419070336], -1.0910569475834702],
  ['asin', [0.8942080148266152], 1.1066588649077966],
  ['asin', [0.47455717439303347], 0.4944608809815793],
  ['asin', [-0.5177217088391175], -0.5441858405974412],
  ['acos', [0.34985479464439884], 1.2133802284315427],
  ['acos', [0.47063570267927535], 1.0807852033995282],
  ['acos', [-0.6308291868503513], 2.253417722272062],
  ['acos', [-0.6441766665873656], 2.270742695177121],
  ['atan2', [0.29109316728236323, 17.984034514927387], 0.016184785987486173],
  ['atan2', [0.35371473631297484, 10.122614010796553], 0.03492881163521414],
  ['atan2', [-0.4287947127316388, 1.361545758045816], -0.3050992182672881],
  ['atan2', [-0.835188769403271, 2.273323763279347], -0.3520792909227419],
  ['pow', [472.74908866546684, 45], 2.2823461612897912e120],
  ['pow', [211.1249836755983, 25], 1.2986458289564686e58],
  ['pow', [9.798862775249708, 39], 4.527425948336267e38],
  ['pow', [589.3769566757738, -7], 4.0480692813232256e-20],
];

describe('elementary functions', () => {
  for (const [name, args, expected] of recorded) {
    it(`${name}(${args.join(', ')})`, () => {
      expect(elementary[name](args[0], args[1] ?? 0)).toBe(expected);
    });
  }

  it('are never further than one unit from JavaScript', () => {
    const close = (ours: number, theirs: number) => {
      if (Object.is(ours, theirs)) return;
      expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(Math.max(Math.abs(theirs) * 2 ** -51, 5e-324));
    };
    fc.assert(
      fc.property(fc.double({ min: -800, max: 800, noNaN: true }), fc.double({ noNaN: true }), (x, y) => {
        for (const name of ['exp', 'sin', 'cos', 'tan', 'atan'] as const)
          close(elementary[name](x), Math[name](x));
        close(elementary.log(Math.abs(y)), Math.log(Math.abs(y)));
        close(elementary.atan2(x, y), Math.atan2(x, y));
        close(elementary.asin(x / 800), Math.asin(x / 800));
        close(elementary.acos(x / 800), Math.acos(x / 800));
        close(elementary.pow(Math.abs(y), x / 40), Math.abs(y) ** (x / 40));
      }),
      { numRuns: 400 },
    );
  });
});
