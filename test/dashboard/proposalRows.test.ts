/** The table of proposals: none is missing from it because nobody says what is in it. */
import { expect, test } from 'vitest';
import { headOfProposals, proposalRows } from '../../src/dashboard/panels/proposalRows.ts';

type Proposal = Parameters<typeof proposalRows>[0][number];

const proposal = (id: string, terms: readonly object[]): Proposal =>
  ({
    ...{ id, subtype: 'OFFER', statusCode: 'TABLED', terms, evidence: { nodes: [], totalCount: 0 } },
    start: { edtf: '[..2014-01-24]', earliest: null, latest: '2014-01-24' },
    relationships: {
      edges: [
        { node: { type: 'MAKES', accordingTo: { id: 'dave-hancock' } }, other: { id: 'government-of-alberta' } },
        { node: { type: 'SUPERSEDES', accordingTo: null }, other: { id: 'another' } },
      ],
    },
  }) as unknown as Proposal;
const term = (year: number, value: number | null) => ({
  ...{ issue: { id: 'wages' }, year, years: 1, value, unit: value === null ? null : 'PERCENT', text: 'a raise' },
  evidence: { nodes: [], totalCount: 0 },
});

test('each term has a row, and so has a proposal of which no term is told', () => {
  const rows = proposalRows([proposal('with', [term(1, 0), term(2, null)]), proposal('without', [])], '2014-02-01');
  const cells = rows.map((row) => Object.fromEntries(headOfProposals.map((name, at) => [name, row[at]])));
  expect(cells.map(({ proposal: id, issue, year, value }) => [id, issue, year, value])).toEqual([
    ['with', 'wages', 1, 0],
    ['with', 'wages', 2, 'not stated'],
    ['without', null, null, 'not stated'],
  ]);
  for (const [at, row] of rows.entries()) {
    expect(row).toHaveLength(headOfProposals.length);
    expect(cells[at]).toMatchObject({
      'proposed by': 'government-of-alberta',
      'according to': 'dave-hancock',
      certainty: 'CERTAIN',
    });
  }
});
