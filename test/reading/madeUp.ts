/** A made-up report with what the recognisers give, and a made-up graph beside it. */
import { knowledgeOf, knownFactsOf, plainOf } from '../../src/reading/knowledge.ts';
import { propose } from '../../src/reading/proposals.ts';
import { readSource } from '../../src/seeding/read.ts';
import { type Gold, readingOf } from './fromGold.ts';

export const text = [
  'Ferry nurses head back to the table',
  'The Harbour Nurses’ League (HNL), which represents about 4,200 nurses, said Monday that talks with the Ferry Board resume on June 14.',
  '“We have waited for a year,” said Ana Ruiz, president of the league.',
  '“Our members want a raise of 12.5 per cent.”',
  'A spokesperson for the Ferry Board said in an email that wages are frozen.',
  'Ben Okafor, the board’s chief negotiator, did not call back.',
  'The sun shone over the harbour.',
].join('\n');

export const gold: Gold = {
  article: { published: '2019-06-12' },
  entities: [
    { key: 'hnl', kind: 'UNION', names: ['Harbour Nurses’ League', 'HNL', 'the league'] },
    { key: 'ferry-board', kind: 'PUBLIC_BODY', names: ['Ferry Board'] },
    { key: 'ana-ruiz', kind: 'PERSON', names: ['Ana Ruiz', 'Ruiz'] },
    { key: 'ben-okafor', kind: 'PERSON', names: ['Ben Okafor'] },
  ],
  roles: [{ p: 1, role: 'HEADLINE' }],
  mentions: [
    { p: 2, text: 'Harbour Nurses’ League', entity: 'hnl' },
    { p: 2, text: 'HNL', entity: 'hnl' },
    { p: 2, text: 'Ferry Board', entity: 'ferry-board' },
    { p: 3, text: 'Ana Ruiz', entity: 'ana-ruiz' },
    { p: 5, text: 'Ferry Board', entity: 'ferry-board' },
    { p: 6, text: 'Ben Okafor', entity: 'ben-okafor' },
  ],
  offices: [
    { p: 3, person: 'ana-ruiz', title: 'president', of: 'hnl' },
    { p: 6, person: 'ben-okafor', title: 'chief negotiator', of: 'ferry-board' },
  ],
  statements: [
    { p: 2, speaker: 'hnl', type: 'PARAPHRASE' },
    { p: 3, speaker: 'ana-ruiz', type: 'DIRECT_QUOTATION' },
    { p: 4, speaker: 'ana-ruiz', type: 'DIRECT_QUOTATION' },
    { p: 5, speaker: 'unnamed-spokesperson', of: 'ferry-board', type: 'PARAPHRASE' },
  ],
  dates: [{ p: 2, text: 'June 14', edtf: '2019-06-14' }],
  figures: [
    { p: 2, text: '4,200 nurses', value: 4200, unit: 'PEOPLE' },
    { p: 4, text: '12.5 per cent', value: 12.5, unit: 'PERCENT' },
  ],
  events: [{ p: 2, type: 'TALKS', parties: ['hnl', 'ferry-board'] }],
};

/** The graph has the union and its president as she was a year ago, and an outlet; nothing of the board. */
export const seeds = `
- id: old-report
  kind: ARTICLE
  names: {en: {preferred: "Harbour Post on the league, June 2018"}}
  summary: The league has a president.
  start: 2018-06-01
  file: old.txt
  sha256: ${'0'.repeat(64)}
  evidence: [{external: "The Harbour Post of 2018-06-01"}]
  paragraphs: [{role: BODY, sha256: ${'1'.repeat(64)}}]
- id: harbour-post
  kind: NEWS_OUTLET
  names: {en: {preferred: Harbour Post}}
  summary: A paper of the harbour.
  evidence: [{external: "The Harbour Post of 2018-06-01"}]
- id: hnl
  kind: UNION
  names: {en: {preferred: Harbour Nurses’ League, acronym: [HNL]}}
  summary: A union of nurses.
  evidence: [{at: old-report/1, cues: [Harbour Nurses’ League, HNL]}]
  relationships:
    - {PARTY_TO: nurses-dispute, side: EMPLOYEE, evidence: [{at: old-report/1, cues: [HNL]}]}
- id: nurses-dispute
  kind: DISPUTE
  names: {en: {preferred: Dispute over the nurses}}
  summary: The league and the board disagree.
  evidence: [{at: old-report/1, cues: [HNL]}]
- id: wages
  kind: ISSUE
  names: {en: {preferred: Wages, alias: [Raise]}}
  summary: What is paid.
  evidence: [{external: "The Harbour Post of 2018-06-01"}]
- id: president-of-hnl
  kind: OFFICE
  type: PRESIDENT
  names: {en: {preferred: President of the HNL}}
  summary: The head of the league.
  singleSeat: true
  evidence: [{at: old-report/1, cues: [president, HNL]}]
  relationships:
    - {OFFICE_OF: hnl, evidence: [{at: old-report/1, cues: [president, HNL]}]}
- id: ana-ruiz
  kind: PERSON
  names: {en: {preferred: Ana Ruiz}}
  summary: President of the HNL.
  evidence: [{at: old-report/1, cues: [Ana Ruiz]}]
  relationships:
    - {HOLDS: president-of-hnl, asOf: 2018-06-01, evidence: [{at: old-report/1, cues: [Ana Ruiz, president]}]}
`;

/** The same graph, in which somebody else is president. */
export const otherSeeds = (asOf: string): string =>
  seeds.replaceAll('ana-ruiz', 'ida-berg').replaceAll('Ana Ruiz', 'Ida Berg').replace('asOf: 2018-06-01', asOf);

export const about = { id: 'harbour-post-2019-06-12', file: 'ferry.txt', sha256: 'f'.repeat(64) };

/** What is proposed of the report beside a graph. */
export function proposed(yaml = seeds, change: (gold: Gold) => Gold = (same) => same) {
  const source = readSource('seeds.yaml', yaml);
  const known = knownFactsOf(source.records.map(plainOf));
  const reading = readingOf(text, change(gold), 'harbour-post', (key) => known.entities.has(key));
  return { source, reading, ...propose(reading, knowledgeOf(known), known, about) };
}
