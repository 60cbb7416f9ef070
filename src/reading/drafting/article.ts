/** The record of the article itself, and of its outlet where the graph does not know it. */
import { createHash } from 'node:crypto';
import { blank } from '../../records/blanks.ts';
import { kindDefinition } from '../../registry/index.ts';
import type { Plain } from '../knowledge.ts';
import { typeOf } from './actors.ts';
import type { Drafts } from './drafts.ts';
import type { Piece } from './pieces.ts';
import { capitalised, slugOf } from './slug.ts';

/** Drafts the article's record. The paragraphs that nothing rests on by now are left to a person. */
export function draftArticle(drafts: Drafts): void {
  const { text, about, known } = drafts;
  const { outlet } = text.reading.article;
  const held = known.entities.get(about.id);
  // An article that the graph holds is as it is; a changed text of it is moved by moved.ts.
  if (held !== undefined) return;
  const source = sourceOf(drafts);
  if (outlet !== undefined && !drafts.has(outlet)) draftOutlet(drafts, outlet, source);
  const dated = text.reading.dates.find(
    ({ p, edtf }) => edtf === text.published && text.reading.article.paragraphs[p - 1]?.role === 'DATELINE',
  );
  const first = text.reading.mentions.find(({ proper }) => proper);
  const firstCue = text.anyCue(first?.p ?? 1);
  const naming = outlet === undefined ? [] : namingOf(drafts, outlet);
  const fields: Plain = {
    names: {
      en: { preferred: blank('the article in words of your own, such as its outlet, its matter and its month') },
    },
    summary: blank('what it tells, in one sentence of your own'),
    start: dated === undefined ? { date: text.published, external: source.external } : text.published,
    file: about.file,
    sha256: about.sha256,
    paragraphs: paragraphsOf(drafts, [
      ...(firstCue === undefined ? [] : [first?.p ?? 1]),
      ...(dated === undefined ? [] : [dated.p]),
      ...naming.map(({ p }) => p),
    ]),
  };
  const evidence: Piece[] = [
    ...(firstCue === undefined ? [] : [{ p: first?.p ?? 1, cues: [firstCue] }]),
    ...(dated === undefined
      ? [{ ...source, for: ['start'] }]
      : [{ p: dated.p, cues: [dated.text], for: ['start'] }, source]),
  ];
  drafts.add({ id: about.id, kind: 'ARTICLE', fields, evidence, file: 'article', rule: 'the text and the call' });
  if (outlet === undefined) return;
  drafts.relate({
    subject: about.id,
    type: 'PUBLISHED_BY',
    object: outlet,
    fields: { role: 'publisher' },
    evidence: [...naming, source],
    rule: 'the outlet that the call names',
  });
}

/** Where the day and the outlet are known from, which no paragraph need say. */
function sourceOf(drafts: Drafts): { readonly external: string } {
  const { text } = drafts;
  const { outlet } = text.reading.article;
  const by = outlet === undefined ? '' : ` by ${drafts.has(outlet) ? text.fullName(outlet) : nameOf(drafts, outlet)}`;
  return { external: `Said of the text when it was taken in: published${by}, ${text.published}` };
}

function draftOutlet(drafts: Drafts, outlet: string, source: Piece): void {
  const name = nameOf(drafts, outlet);
  const kinds = Object.keys(kindDefinition('NEWS_OUTLET').types ?? {}).join(', ');
  drafts.add({
    id: outlet,
    kind: 'NEWS_OUTLET',
    fields: {
      type: typeOf('NEWS_OUTLET', [name]) ?? blank(`one of ${kinds}; remove this line if none fits`),
      names: { en: { preferred: name } },
      summary: 'An outlet that published the article.',
    },
    evidence: [source],
    file: 'actors',
    rule: 'an outlet that the graph does not know',
  });
}

/** As the text or the call writes it; an id that the call gives is no name yet. */
function nameOf({ text, about }: Drafts, outlet: string): string {
  const said = about.outletName === slugOf(about.outletName) ? undefined : about.outletName;
  return said ?? text.named(outlet)?.names[0] ?? capitalised(outlet.replaceAll('-', ' '));
}

/** The first paragraph that names the outlet. */
function namingOf({ text }: Drafts, outlet: string): { readonly p: number; readonly cues: readonly string[] }[] {
  return text.paragraphs
    .flatMap(({ number }) => {
      const cue = text.cueOf(outlet, number);
      return cue === undefined ? [] : [{ p: number, cues: [cue] }];
    })
    .slice(0, 1);
}

/** @param own paragraphs that the record of the article itself rests on. */
function paragraphsOf(drafts: Drafts, own: readonly number[]): Plain[] {
  const cited = new Set([...drafts.cited(), ...own]);
  return drafts.text.paragraphs.map(({ number, role, text }) => {
    const carries = cited.has(number) || (role !== 'BODY' && role !== 'CAPTION');
    return {
      role,
      sha256: createHash('sha256').update(text).digest('hex'),
      ...(carries ? {} : { without: blank('why it carries no fact, where you find none to add') }),
    };
  });
}
