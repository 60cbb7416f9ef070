/** What becomes of a file: a folder written whole, nothing twice, and evidence that moves with a changed text. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { draft, outletId, outletOf, unknownOutlet } from '../../src/commands/draft.ts';
import { knowledgeOf, knownFactsOf, plainOf } from '../../src/reading/knowledge.ts';
import { realign } from '../../src/reading/realign.ts';
import { sha256 } from '../../src/records/paragraphs.ts';
import { readSource } from '../../src/seeding/read.ts';
import { fillIn, problemsBeside } from './filled.ts';
import { readingOf } from './fromGold.ts';
import { gold, seeds, text } from './madeUp.ts';

const graphOf = (yaml: string) => {
  const facts = knownFactsOf(readSource('seeds.yaml', yaml).records.map(plainOf));
  return { facts, knowledge: knowledgeOf(facts) };
};

/** A text as it is read beside a graph. */
const readOf = (words: string, graph = graphOf(seeds)) => {
  const reading = readingOf(words, gold, 'harbour-post', (key) => graph.facts.entities.has(key));
  const bytes = Buffer.from(words);
  const hashes = reading.article.paragraphs.map((paragraph) => sha256(paragraph.text));
  return { reading, text: bytes, file: 'ferry.txt', sha256: sha256(bytes), hashes, isPage: false };
};

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'proposals-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const optionsIn = (out: string) => ({ out, schema: 'seeds/schema.json', rules: {}, realign });

const filesIn = (path: string) =>
  new Map(
    readdirSync(path)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(join(path, name), 'utf8')]),
  );

describe('a new article', () => {
  it('gets a folder by its outlet and day, with no part of it left beside', async () => {
    const out = folder();
    const outcome = await draft(readOf(text), graphOf(seeds), optionsIn(out));
    expect(outcome).toMatchObject({ type: 'DRAFTED', id: 'harbour-post-2019-06-12' });
    expect(readdirSync(out)).toEqual(['harbour-post-2019-06-12']);
    expect(readdirSync(join(out, 'harbour-post-2019-06-12'))).toEqual([
      ...['actors.yaml', 'additions.yaml', 'article.yaml', 'story.yaml'],
    ]);
  });

  it('is written once', async () => {
    const out = folder();
    await draft(readOf(text), graphOf(seeds), optionsIn(out));
    const again = await draft(readOf(text), graphOf(seeds), optionsIn(out));
    expect(again).toMatchObject({
      type: 'KNOWN',
      id: 'harbour-post-2019-06-12',
      folder: join(out, 'harbour-post-2019-06-12'),
    });
    expect(readdirSync(out)).toHaveLength(1);
  });

  it('gets a number if another text has its id', async () => {
    const out = folder();
    await draft(readOf(text), graphOf(seeds), optionsIn(out));
    const other = await draft(readOf(`${text}\nOne more line of words.`), graphOf(seeds), optionsIn(out));
    expect(other).toMatchObject({ type: 'DRAFTED', id: 'harbour-post-2019-06-12-2' });
  });

  it('leaves nothing where it cannot be written', async () => {
    const out = join(folder(), 'file');
    writeFileSync(out, 'in the way');
    await expect(draft(readOf(text), graphOf(seeds), optionsIn(out))).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(readFileSync(out, 'utf8')).toBe('in the way');
  });
});

/** The graph once the report was applied. */
async function applied() {
  const out = folder();
  await draft(readOf(text), graphOf(seeds), optionsIn(out));
  const files = fillIn(filesIn(join(out, 'harbour-post-2019-06-12')));
  const parts = [...files].filter(([name]) => name !== 'additions.yaml').map(([, part]) => part);
  return [seeds, ...parts].join('\n');
}

describe('an article that the graph has', () => {
  it('is told by its text, whatever the call would name it', async () => {
    const graph = graphOf((await applied()).replaceAll('harbour-post-2019-06-12', 'ferry-report'));
    const outcome = await draft(readOf(text, graph), graph, optionsIn(folder()));
    expect(outcome).toEqual({
      type: 'KNOWN',
      id: 'ferry-report',
      wanted: 'harbour-post-2019-06-12',
      folder: undefined,
    });
  });

  it('has its evidence moved with a changed text, and tells which cues are lost', async () => {
    const yaml = await applied();
    const graph = graphOf(yaml);
    const words = `A new line at the head of it.\n${text.replace('Ben Okafor, the board’s', 'Bea Okafor, the board’s')}`;
    const out = folder();
    const outcome = await draft(readOf(words, graph), graph, optionsIn(out));
    expect(outcome).toMatchObject({ type: 'MOVED', id: 'harbour-post-2019-06-12', added: [1] });
    const lost = outcome.type === 'MOVED' ? outcome.lost : [];
    expect(lost).toContainEqual({ of: 'ben-okafor', paragraph: 6, cue: 'Ben Okafor' });
    const files = filesIn(join(out, 'harbour-post-2019-06-12-changed'));
    expect([...files.keys()]).toEqual(['additions.yaml']);
    expect(files.get('additions.yaml')).toContain('harbour-post-2019-06-12/4');
    const { problems } = problemsBeside(
      readSource('seeds.yaml', yaml),
      files,
      new Map([['harbour-post-2019-06-12', Buffer.from(words)]]),
    );
    for (const problem of problems) expect(problem).toMatch(/is still to be filled in|carries no fact/);
    expect(problems.some((problem) => problem.includes('a name or figure of the changed paragraph'))).toBe(true);
  });
});

describe('the outlet', () => {
  const graph = graphOf(seeds);

  it('is found by its id and its name', () => {
    expect([outletOf(graph, 'harbour-post'), outletOf(graph, 'HARBOUR POST'), outletOf(graph, 'Post')]).toEqual([
      ...['harbour-post', 'harbour-post'],
      undefined,
    ]);
  });

  it('that is new is told, with the one that may be meant', () => {
    expect(unknownOutlet(graph, 'harbor-post')).toContain('did you mean harbour-post?');
    expect(unknownOutlet(graph, 'harbor-post')).toContain('a record of it is in actors.yaml: check its name and type');
    expect(outletId(graph, 'The Bay Gazette')).toBe('the-bay-gazette');
  });

  it.each([
    ['The BAY Gazette', 'the-bay-gazette', 'The BAY Gazette', 'TODO one of BROADCASTER'],
    ['bay-radio', 'bay-radio', 'Bay radio', 'BROADCASTER'],
  ])('that is new keeps the name that is given: %s', async (outletName, id, name, type) => {
    const out = folder();
    const known = (key: string) => graph.facts.entities.has(key);
    const read = { ...readOf(text), reading: readingOf(text, gold, id, known), outletName };
    await draft(read, graph, optionsIn(out));
    const actors = filesIn(join(out, `${id}-2019-06-12`)).get('actors.yaml');
    expect(actors).toContain(`- id: ${id}\n  kind: NEWS_OUTLET\n  type: ${type}`);
    expect(actors).toContain(`preferred: ${name}`);
  });
});
