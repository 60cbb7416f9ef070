import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realign } from '../../src/reading/realign.ts';

const cases = [
  { what: 'the same text', former: 'abc', now: 'abc', moved: '1:1 2:2 3:3', changed: '', gone: '', added: '' },
  { what: 'a line put before', former: 'abc', now: 'xabc', moved: '1:2 2:3 3:4', changed: '', gone: '', added: '1' },
  { what: 'other words in one', former: 'abc', now: 'axc', moved: '1:1 3:3', changed: '2:2', gone: '', added: '' },
  { what: 'one left out', former: 'abc', now: 'ac', moved: '1:1 3:2', changed: '', gone: '2', added: '' },
  {
    what: 'two that changed places',
    former: 'abc',
    now: 'bac',
    moved: '1:2 2:1 3:3',
    changed: '',
    gone: '',
    added: '',
  },
  {
    what: 'twins, of which one stays in its place',
    former: 'aab',
    now: 'bab',
    moved: '2:2 3:3',
    changed: '1:1',
    gone: '',
    added: '',
  },
  {
    what: 'other words after a line put before',
    former: 'ab',
    now: 'xay',
    moved: '1:2',
    changed: '2:3',
    gone: '',
    added: '1',
  },
  { what: 'nothing left', former: 'ab', now: '', moved: '', changed: '', gone: '1 2', added: '' },
];

describe('a changed text of a known article', () => {
  it.each(cases)('$what', ({ former, now, moved, changed, gone, added }) => {
    const found = realign([...former], [...now]);
    expect([...found.moved].map(([from, to]) => `${from}:${to}`).join(' ')).toBe(moved);
    expect(found.changed.map(({ from, to }) => `${from}:${to}`).join(' ')).toBe(changed);
    expect(found.gone.join(' ')).toBe(gone);
    expect(found.added.join(' ')).toBe(added);
  });

  it('accounts for each paragraph once, on either side', () => {
    const hashes = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
    fc.assert(
      fc.property(hashes, hashes, (former, now) => {
        const { moved, changed, gone, added } = realign(former, now);
        const sorted = (numbers: number[]) => numbers.sort((one, other) => one - other);
        const upTo = (length: number) => Array.from({ length }, (_, index) => index + 1);
        expect(sorted([...moved.keys(), ...changed.map(({ from }) => from), ...gone])).toEqual(upTo(former.length));
        expect(sorted([...moved.values(), ...changed.map(({ to }) => to), ...added])).toEqual(upTo(now.length));
        for (const [from, to] of moved) expect(now[to - 1]).toBe(former[from - 1]);
      }),
    );
  });

  it('takes no long time over many lines that are the same', () => {
    const start = performance.now();
    realign(Array(100_000).fill('a'), ['b', ...Array(100_000).fill('a')]);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
