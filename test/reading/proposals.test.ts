/** What is proposed of an article: records that hold what the text says, and nothing that it does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withArticle } from '../../src/reading/drafting/slug.ts';
import { isPlain, itemsOf, knowledgeOf, knownFactsOf, plainOf, textOf } from '../../src/reading/knowledge.ts';
import { type Proposals, propose } from '../../src/reading/proposals.ts';
import { writeProposals } from '../../src/reading/written.ts';
import { holdsCue } from '../../src/records/cues.ts';
import { readSeeds } from '../../src/seeding/read.ts';
import { fillIn, problemsBeside } from './filled.ts';
import { articlesFolder, goldOf, isAtHand, readingOf, sources } from './fromGold.ts';
import { otherSeeds, proposed, text } from './madeUp.ts';

const schema = '../../seeds/schema.json';

/** Each cue that is proposed at a paragraph of the article. */
function cuesOf({ article, proposals }: Proposals): { at: number; cue: string }[] {
  const within = (value: unknown): { at: number; cue: string }[] => {
    if (Array.isArray(value)) return value.flatMap(within);
    if (!isPlain(value)) return [];
    const [of, number] = (textOf(value['at']) ?? '').split('/');
    const own = of === article ? itemsOf(value['cues']).map((cue) => ({ at: Number(number), cue: String(cue) })) : [];
    return [...own, ...Object.values(value).flatMap(within)];
  };
  return proposals.flatMap(({ record }) => within(record));
}

describe('a made-up report', () => {
  const all = proposed();
  const record = (id: string) => all.proposals.find((one) => one.id === id)?.record;

  it('makes no cue that does not stand in its paragraph', () => {
    const paragraphs = all.reading.article.paragraphs;
    const cues = cuesOf(all);
    expect(cues.length).toBeGreaterThan(20);
    expect(cues.filter(({ at, cue }) => !holdsCue(paragraphs[at - 1]?.text ?? '', cue))).toEqual([]);
  });

  it('describes the article, and says which paragraphs carry nothing yet', () => {
    const article = record('harbour-post-2019-06-12');
    expect(article).toMatchObject({ kind: 'ARTICLE', file: 'ferry.txt', start: { date: '2019-06-12' } });
    expect(itemsOf(article?.['paragraphs']).map((one) => isPlain(one) && 'without' in one)).toEqual([
      ...[false, false, false, false, false, false],
      true,
    ]);
    expect(record('harbour-post-2019-06-12.PUBLISHED_BY.harbour-post')).toBeDefined();
  });

  it('gives what the graph holds the new evidence, and does not write it again', () => {
    const union = all.proposals.filter(({ id }) => id === 'hnl');
    expect(union).toMatchObject([{ file: 'additions' }]);
    const at = itemsOf(record('hnl')?.['evidence']).map((piece) => (isPlain(piece) ? piece['at'] : undefined));
    expect(at).toEqual(['old-report/1', 'harbour-post-2019-06-12/2']);
    expect(record('president-of-hnl')).toMatchObject({ summary: 'The head of the league.' });
  });

  it('says that a president is still in office, and until when the graph knew it', () => {
    expect(record('ana-ruiz.HOLDS.president-of-hnl')).toMatchObject({ asOf: '2018-06-01/2019-06-12' });
    expect(all.differences).toMatchObject([{ type: 'OUTDATED', of: 'ana-ruiz.HOLDS.president-of-hnl', paragraph: 3 }]);
  });

  it('drafts new people and offices', () => {
    expect(record('ben-okafor')).toMatchObject({ kind: 'PERSON', names: { en: { preferred: 'Ben Okafor' } } });
    expect(record('chief-negotiator-of-ferry-board')).toMatchObject({ type: 'NEGOTIATOR', singleSeat: false });
    expect(record('ben-okafor.HOLDS.chief-negotiator-of-ferry-board')).toMatchObject({ asOf: '2019-06-12' });
    expect(record('ferry-board')).toMatchObject({ kind: 'PUBLIC_BODY', type: 'BOARD' });
  });

  it('drafts a quotation that goes on as one statement, told of its issues', () => {
    const id = 'statement-ruiz-harbour-post-2019-06-12-3';
    expect(record(id)).toMatchObject({
      evidence: [
        { at: 'harbour-post-2019-06-12/3', quotation: 'QUOTED' },
        { at: 'harbour-post-2019-06-12/4', quotation: 'QUOTED' },
        { cues: ['said'], for: ['medium'] },
      ],
    });
    expect(record(`ana-ruiz.MAKES.${id}`)).toBeDefined();
    expect(record(`${id}.CONCERNS.wages`)).toBeDefined();
  });

  it('leaves it to a person to say what is held to be so', () => {
    const claim = all.proposals.find(({ id }) => id === 'claim-ruiz-harbour-post-2019-06-12-3');
    expect(claim?.blanks).toEqual(expect.arrayContaining(['summary']));
  });

  it('lets an unnamed speaker speak through an office', () => {
    expect(record('spokesperson-of-ferry-board')).toMatchObject({ kind: 'OFFICE', type: 'SPOKESPERSON' });
    const statement = all.proposals.find(({ id }) => id.startsWith('statement-spokesperson'));
    expect(statement?.record).toMatchObject({ medium: 'EMAIL' });
  });

  it('drafts events with their parties, by whose word, and says which round of the graph it may be', () => {
    const event = all.proposals.find(({ record }) => record['kind'] === 'EVENT');
    expect(event?.record).toMatchObject({ type: 'TALKS', accordingTo: 'hnl' });
    expect(record(`ferry-board.TAKES_PART_IN.${event?.id}`)).toBeDefined();
    const round = all.proposals.find(({ record }) => record['kind'] === 'BARGAINING_ROUND');
    expect(record(`${event?.id}.OCCURS_IN.${round?.id}`)).toBeDefined();
    expect(record(`hnl.PARTY_TO.${round?.id}`)).toMatchObject({ side: 'EMPLOYEE' });
  });

  it('drafts how many a union speaks for', () => {
    expect(record('employees-represented-by-hnl')).toMatchObject({ kind: 'BARGAINING_UNIT', size: 4200 });
    expect(record('hnl.REPRESENTS.employees-represented-by-hnl')).toMatchObject({ asOf: '2019-06-12' });
  });

  it('writes files that are valid but for the blanks', () => {
    const files = writeProposals(all, schema);
    expect([...files.keys()]).toEqual(['article.yaml', 'actors.yaml', 'story.yaml', 'additions.yaml']);
    const { problems } = problemsBeside(all.source, files);
    expect(problems.length).toBeGreaterThan(3);
    for (const problem of problems)
      expect(problem).toMatch(/^\w+\.yaml:\d+:\d+ {2}"\w+" is still to be filled in: write /);
    const texts = new Map([[all.article, Buffer.from(text)]]);
    expect(problemsBeside(all.source, fillIn(files), texts).problems).toEqual([]);
  });

  it('copies no sentence', () => {
    for (const { warnings } of all.proposals) expect(warnings).toEqual([]);
  });
});

it.each(['a union', 'an outlet', 'a European body', 'an issue', 'a government'])('says %s', (words) => {
  expect(withArticle(words.replace(/^an? /, ''))).toBe(words);
});

describe('a graph in which somebody else holds the office', () => {
  it('lists whom the article makes outdated, and writes the new holder', () => {
    const { proposals, differences } = proposed(otherSeeds('asOf: 2018-06-01'));
    expect(differences).toMatchObject([{ type: 'OUTDATED', of: 'ida-berg.HOLDS.president-of-hnl' }]);
    expect(proposals.some(({ id }) => id === 'ana-ruiz.HOLDS.president-of-hnl')).toBe(true);
  });

  it('lists whom the article contradicts, and writes nothing that could not be seeded', () => {
    const { proposals, differences, source, ...all } = proposed(otherSeeds('from: 2018-06-01'));
    expect(differences).toMatchObject([{ type: 'CONTRADICTS', of: 'ida-berg.HOLDS.president-of-hnl' }]);
    expect(proposals.some(({ id }) => id === 'ana-ruiz.HOLDS.president-of-hnl')).toBe(false);
    const files = writeProposals({ ...all, proposals, differences }, schema);
    expect(files.get('additions.yaml')).toContain('# Contradicts ida-berg.HOLDS.president-of-hnl, by paragraph 3');
    expect(problemsBeside(source, fillIn(files)).problems).toEqual([]);
  });
});

describe.runIf(isAtHand)('the source articles as they were recognised by hand', () => {
  it.each(Object.entries(sources))('%s comes to records that can be seeded beside the facts', async (id, file) => {
    const source = await readSeeds(join(import.meta.dirname, '..', '..', 'seeds'));
    const known = knownFactsOf(source.records.map(plainOf));
    const bytes = readFileSync(join(articlesFolder, file));
    const reading = readingOf(bytes.toString(), goldOf(id), 'cbc-news', (key) => known.entities.has(key));
    const about = { id: `${id}-again`, file, sha256: 'f'.repeat(64) };
    const proposals = propose(reading, knowledgeOf(known), known, about);
    const cues = cuesOf(proposals);
    expect(cues.length).toBeGreaterThan(50);
    expect(cues.filter(({ at, cue }) => !holdsCue(reading.article.paragraphs[at - 1]?.text ?? '', cue))).toEqual([]);
    expect(problemsBeside(source, fillIn(writeProposals(proposals, schema))).problems).toEqual([]);
  });
});
