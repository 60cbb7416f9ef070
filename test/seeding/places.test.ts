/** Where a cue stands in a text: whatever its typography, in Unicode characters, and only where the cue is held. */
import { expect, test } from 'vitest';
import { findCue, holdsCue } from '../../src/records/cues.ts';

test.each([
  ['a “Wage   Freeze” now', '"wage freeze"', [2, 17]],
  ['😀 L’école', "l'école", [2, 9]],
  ['of 22,000 and 22', '22', [14, 16]],
  ['Wages rise', 'wage', [0, 4]],
  ['e\u0301cole', 'école', [0, 5]],
  ['  x — y', 'x - y', [2, 7]],
  ['of 22,000', '22', undefined],
  ['Smith', 'Smit', undefined],
])('in "%s": %s', (text, cue, place) => {
  const found = findCue(text, cue);
  expect(found && [found.start, found.end]).toEqual(place);
  expect(holdsCue(text, cue)).toBe(place !== undefined);
  if (found) expect(found.exact).toBe([...text.normalize('NFC')].slice(found.start, found.end).join(''));
});
