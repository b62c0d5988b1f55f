import { describe, expect, test } from 'vitest';
import { choosePass, chosenIn, iterationKeyOf, iterationsOf, passesOf, textOfChosen } from './iterations.ts';

const outer = 'root.steps[1]';
const inner = 'root.steps[1].body.steps[0]';
const leaf = 'root.steps[1].body.steps[0].body.steps[2]';
const passes = passesOf([
  { iterationKey: '' },
  { iterationKey: `${outer}#0` },
  { iterationKey: `${outer}#0/${inner}#0` },
  { iterationKey: `${outer}#0/${inner}#11` },
  { iterationKey: `${outer}#0/${inner}#2` },
  { iterationKey: `${outer}#1/${inner}#0` },
]);

describe('passes of a loop', () => {
  test('are those that began, in the order of the items', () => {
    expect(iterationsOf(outer, passes, new Map())).toEqual([0, 1]);
    expect(iterationsOf(inner, passes, new Map([[outer, 0]]))).toEqual([0, 2, 11]);
    expect(iterationsOf(inner, passes, new Map([[outer, 1]]))).toEqual([0]);
  });

  test('where none is chosen the last one is looked at', () => {
    expect(iterationKeyOf(leaf, passes, new Map())).toBe(`${outer}#1/${inner}#0`);
    expect(iterationKeyOf(leaf, passes, new Map([[outer, 0]]))).toBe(`${outer}#0/${inner}#11`);
  });

  test('a pass that did not begin is not looked at', () => {
    expect(iterationKeyOf(leaf, passes, new Map([[outer, 7]]))).toBe(`${outer}#1/${inner}#0`);
    expect(iterationKeyOf('root.steps[4].body.steps[0]', passes, new Map())).toBe('root.steps[4]#none');
  });
});

describe('the passes that are looked at', () => {
  test('are kept in the address as iteration keys are written', () => {
    const chosen = chosenIn(`${outer}#0/${inner}#11`);
    expect(iterationKeyOf(leaf, passes, chosen)).toBe(`${outer}#0/${inner}#11`);
    expect(textOfChosen(chosen)).toBe(`${outer}#0/${inner}#11`);
  });

  test('another pass of a loop forgets what was chosen inside the one before, and nothing else', () => {
    const chosen = chosenIn(`${outer}#0/${inner}#11/root.steps[9]#3`);
    expect(textOfChosen(choosePass(chosen, outer, 1))).toBe(`root.steps[9]#3/${outer}#1`);
  });

  test('an address that says nothing of the kind chooses nothing', () => {
    expect(chosenIn('nonsense').size).toBe(0);
    expect(chosenIn('').size).toBe(0);
  });
});
