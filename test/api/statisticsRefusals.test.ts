/** Statistics that cannot be asked for are refused, and it is said what can be. */
import { describe, expect, test } from 'vitest';
import { post } from '../ask.ts';
import { statistics } from './askStatistics.ts';

describe('what cannot be asked', () => {
  test.each([
    [
      'filter: { kinds: [EVENT] }, by: [MEDIUM]',
      ['by'],
      'KIND, TYPE, STATUS, ENTITY, JURISDICTION, ISSUE, PARTY, SIDE, OUTLET, ROUND',
    ],
    ['filter: { kinds: [PERSON] }, by: [STATUS]', ['by'], 'KIND, ENTITY, OUTLET'],
    [
      'filter: { kinds: [CLAIM] }, by: [KIND, MEDIUM]',
      ['by'],
      'TYPE, ENTITY, JURISDICTION, ISSUE, SPEAKER, OUTLET, CONTESTED',
    ],
    [
      'filter: { kinds: [CLAIM] }, by: [TYPE, TYPE]',
      ['by'],
      'KIND, ENTITY, JURISDICTION, ISSUE, SPEAKER, OUTLET, CONTESTED',
    ],
    ['by: [KIND, TYPE, STATUS]', ['by'], 'at most 2'],
    ['filter: { kinds: [PERSON, CLAIM] }, bucket: YEAR', ['bucket'], expect.stringContaining('EVENT')],
    ['filter: { kinds: [CLAIM] }, measure: { of: TERM_VALUE, unit: CAD }', ['measure', 'of'], 'FIGURE'],
    ['filter: { kinds: [PERSON] }, measure: { of: DURATION }', ['measure', 'of'], 'none'],
    ['measure: { of: TERM_VALUE }', ['measure', 'unit'], 'PERCENT, SHARE, CAD, DAYS, PEOPLE'],
    ['measure: { of: UNIT_SIZE, unit: CAD }', ['measure', 'unit'], 'PEOPLE'],
    [
      'measure: { of: UNIT_SIZE, asOf: "2015-01-01" }',
      ['measure', 'asOf'],
      'only with DAYS_WITHOUT_CONTRACT, DURATION',
    ],
    ['filter: { from: "2015-05-13", to: "2015-05-12" }', ['filter', 'from'], 'at the latest 2015-05-12'],
    [
      'filter: { kinds: [DISPUTE], statuses: ["OPEN", "AJAR"] }',
      ['filter', 'statuses'],
      'OPEN, SETTLED, TALKS_BROKEN_OFF, TALKS_RESUMING',
    ],
    ['filter: { kinds: [PERSON], types: ["STRIKE"] }', ['filter', 'types'], 'none'],
    ['filter: { kinds: [UNION], notStated: "court" }', ['filter', 'notStated'], 'type'],
    ['first: 0', ['first'], '1 to 1000'],
    ['first: 1001', ['first'], '1 to 1000'],
  ])('%s', async (args, argument, allowed) => {
    const { body } = await post(`{ statistics(${args}) { total } }`);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument, allowed } }]);
  });

  test('a dimension that there is not', async () => {
    const { body } = await post('query ($by: [Dimension!]!) { statistics(by: $by) { total } }', { by: ['COLOUR'] });
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('of no kinds there is nothing', async () => {
    const found = await statistics('filter: { kinds: [] }, by: [COURT, KIND], bucket: DAY, measure: { of: DURATION }');
    expect(found).toEqual({ total: 0, bucketCount: 0, truncated: false, buckets: [] });
  });
});
