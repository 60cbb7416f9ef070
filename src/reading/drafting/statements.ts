/** What was said, by whom, how and when. The gist is left to a person. */
import type { Quotation } from '../../generated/prisma/enums.ts';
import { blank } from '../../records/blanks.ts';
import type { Kind } from '../../registry/index.ts';
import type { Plain } from '../knowledge.ts';
import type { Speaker, Statement } from '../types.ts';
import { dateBeside, dateValue, dayOfArticle } from './dates.ts';
import type { Drafts } from './drafts.ts';
import { eventsOf, type Matter, type Told } from './events.ts';
import { officeOf } from './offices.ts';
import type { Piece } from './pieces.ts';
import { capitalised, slugOf, slugWith } from './slug.ts';

const quotations: Readonly<Record<Statement['type'], Quotation>> = {
  DIRECT_QUOTATION: 'QUOTED',
  MIXED: 'PARTLY_QUOTED',
  PARAPHRASE: 'TOLD',
};

/** The medium by the words of the sentence that says who speaks, the first that fits. */
const media: readonly (readonly [words: RegExp, medium: string])[] = [
  [/\b(?:message|letter|note|bulletin|memo) to (?:\S+ )?members\b/i, 'MESSAGE_TO_MEMBERS'],
  [/\be-?mails?(?:ed)?\b/i, 'EMAIL'],
  [/\b(?:press|news|media) conference\b|\btold reporters\b/i, 'PRESS_CONFERENCE'],
  [/\b(?:press|news|media) release\b/i, 'NEWS_RELEASE'],
  [/\b(?:in|by) an? (?:\S+ )?statement\b|\bwritten statement\b/i, 'MEDIA_STATEMENT'],
  [/\b(?:tweet(?:ed)?|twitter|facebook|social media|instagram)\b/i, 'SOCIAL_MEDIA'],
  [/\b(?:on|told) (?:\S+ ){0,3}radio\b|\bradio interview\b|\bon the air\b/i, 'RADIO_INTERVIEW'],
  [/\binterview\b/i, 'NEWS_INTERVIEW'],
  [/\b(?:in court|testified|affidavit|the court heard)\b/i, 'IN_COURT'],
  [/\b(?:in the (?:house|legislature|senate)|question period|told the (?:legislature|committee))\b/i, 'IN_LEGISLATURE'],
];

/** So many paragraphs after an interview begins, its speaker still speaks in it. */
const furthest = 6;

/** Drafts the statements: a quotation that goes on is one with what it goes on from. */
export function draftStatements(drafts: Drafts, matter: Matter): void {
  const told = eventsOf(drafts).filter(({ id }) => drafts.has(id));
  const events = [...told];
  for (const run of runsOf(drafts.text.reading.statements)) {
    const [first] = run;
    const speaker = first === undefined ? undefined : speakerOf(drafts, first);
    if (first === undefined || speaker === undefined) continue;
    const id = draftStatement(drafts, run, speaker);
    relateMaking(drafts, run, speaker, id);
    const own = [speaker.id, ...bodiesOf(drafts, speaker.id)];
    relateMatter(drafts, run, id, own);
    relateEvents(drafts, run, id, events);
    relateTold(drafts, run, id, matter, events);
    draftHeld(drafts, run, speaker, id);
    events.push(...draftOccasion(drafts, run, speaker, events));
    relateOccasion(drafts, run, speaker, id, events);
  }
}

/** "Smith said Friday": there was an occasion, where no other event tells of it. */
function draftOccasion(drafts: Drafts, run: readonly Statement[], speaker: Said, events: readonly Told[]): Told[] {
  const [first] = run;
  const date = first === undefined ? undefined : dateBeside(drafts, first);
  const isTold = events.some(({ type, parties }) => type === 'STATEMENT_MADE' && parties.includes(speaker.id));
  if (first === undefined || date === undefined || isTold || !/^\d{4}-\d\d-\d\d$/.test(date.edtf)) return [];
  if (drafts.kindOf(speaker.id) !== 'PERSON' || drafts.text.cueOf(speaker.id, first.p) === undefined) return [];
  const { p, start, end, rule } = first;
  const id = drafts.newId(slugWith(date.edtf, 'statement made', speaker.id));
  const fields: Plain = {
    ...{ type: 'STATEMENT_MADE', status: 'OCCURRED' },
    names: { en: { preferred: `Remarks of ${speaker.name}, ${date.edtf}` } },
    summary: `${speaker.name} speaks on a day that the article gives.`,
    start: dateValue(date),
  };
  const naming = { p, cues: [speaker.cue(p) ?? ''] };
  drafts.add({ id, kind: 'EVENT', fields, evidence: [{ p, cues: [...naming.cues, date.text] }], file: 'story', rule });
  drafts.relate({ subject: speaker.id, type: 'TAKES_PART_IN', object: id, evidence: [naming], rule });
  const found = { ...{ p, start, end, rule, date }, type: 'STATEMENT_MADE', parties: [speaker.id] };
  const event = { ...found, status: 'OCCURRED' } as const;
  return [{ id, type: event.type, status: event.status, parties: event.parties, date, found: [event] }];
}

/** The occasion on which it is said: one that the paragraph tells, or the last of this speaker before it. */
function relateOccasion(
  drafts: Drafts,
  run: readonly Statement[],
  speaker: Said,
  statement: string,
  events: readonly Told[],
): void {
  const [first] = run;
  if (first === undefined) return;
  const { p, rule } = first;
  const near = events.flatMap(({ id, type, parties, found }) => {
    const event = found.findLast((one) => one.p <= p && p - one.p <= furthest);
    const isOwn = event?.p === p || parties.includes(speaker.id);
    return type === 'STATEMENT_MADE' && event !== undefined && isOwn ? [{ id, event }] : [];
  });
  const occasion = near.sort((a, b) => a.event.p - b.event.p).at(-1);
  if (occasion === undefined) return;
  const cue = drafts.text.cueAt(occasion.event);
  const evidence = [
    pieceOf(drafts, first, speaker),
    ...(cue === undefined ? [] : [{ p: occasion.event.p, cues: [cue] }]),
  ];
  drafts.relate({ subject: statement, type: 'MADE_IN', object: occasion.id, evidence, rule });
}

const speakerKey = (speaker: Speaker): string =>
  'entity' in speaker ? speaker.entity : `${speaker.unnamed} ${speaker.of}`;

/** Statements, each with the paragraphs in which it goes on without a word of who speaks. */
function runsOf(statements: readonly Statement[]): Statement[][] {
  const runs: Statement[][] = [];
  for (const one of [...statements].sort((a, b) => a.p - b.p || a.start - b.start)) {
    const last = runs.find((run) => {
      const end = run.at(-1);
      if (end === undefined || speakerKey(end.speaker) !== speakerKey(one.speaker)) return false;
      return end.p === one.p || (end.p + 1 === one.p && one.verb === '');
    });
    if (last === undefined) runs.push([one]);
    else last.push(one);
  }
  return runs;
}

interface Said {
  readonly id: string;
  readonly name: string;
  /** How a paragraph tells who speaks. */
  readonly cue: (p: number) => string | undefined;
}

/** Who speaks; an unnamed one through the office, or as a group of people. */
function speakerOf(drafts: Drafts, { speaker, p, rule }: Statement): Said | undefined {
  const { text, has } = drafts;
  if ('entity' in speaker) {
    const { entity } = speaker;
    return has(entity) ? { id: entity, name: text.shortName(entity), cue: (n) => text.cueOf(entity, n) } : undefined;
  }
  const post = speaker.unnamed.replace(/^unnamed-/, '').replaceAll('-', ' ');
  const cue = (n: number): string | undefined => {
    const paragraph = text.paragraph(n) ?? '';
    const at = paragraph.toLowerCase().indexOf(post.toLowerCase());
    return at === -1 ? text.cueOf(speaker.of, n) : text.cueAt({ p: n, start: at, end: at + post.length });
  };
  const cues = [cue(p), text.cueOf(speaker.of, p)].filter((one) => one !== undefined);
  const evidence = [{ p, cues: cues.length > 0 ? cues : [text.anyCue(p) ?? ''] }];
  const id = /(?<!s)s$/.test(post)
    ? groupOf(drafts, post, speaker.of, evidence, rule)
    : officeOf(drafts, post, speaker.of, evidence, rule);
  return id === undefined || !has(id)
    ? undefined
    : { id, name: `${capitalised(post)} of ${text.shortName(speaker.of)}`, cue };
}

/** "union officials": people who speak as one. */
function groupOf(drafts: Drafts, post: string, of: string, evidence: readonly Piece[], rule: string): string {
  const id = slugOf(post, 'of', of);
  const name = `${capitalised(post)} of ${drafts.text.shortName(of)}`;
  if (drafts.has(id)) drafts.support(id, evidence, rule);
  else {
    const fields = {
      names: { en: { preferred: name } },
      summary: `${name}, who speak as a group; the article names none of them.`,
    };
    drafts.add({ id, kind: 'OCCUPATIONAL_GROUP', fields, evidence, file: 'actors', rule });
  }
  return id;
}

function pieceOf({ text }: Drafts, { p, verb }: Statement, { cue }: Said): Piece {
  const [issue] = text.issuesIn(p);
  const all = [cue(p), issue?.cue].filter((one) => one !== undefined);
  return { p, cues: all.length > 0 ? all : [verb === '' ? (text.anyCue(p) ?? '') : verb] };
}

function draftStatement(drafts: Drafts, run: readonly Statement[], speaker: Said): string {
  const { text, about } = drafts;
  const [first] = run;
  const p = first?.p ?? 0;
  const id = drafts.newId(slugWith(`${about.id} ${p}`, 'statement', speaker.name));
  const date = first === undefined ? undefined : dateBeside(drafts, first);
  const medium = run.flatMap((one) => mediumOf(drafts, one) ?? [])[0];
  const verb = run.find((one) => one.verb !== '')?.verb;
  const [issue] = run.flatMap((one) => text.issuesIn(one.p));
  const fields: Plain = {
    names: { en: { preferred: nameOf(drafts, speaker, issue?.id) } },
    summary: blank('what is said, in one sentence of your own'),
    start: date === undefined ? dayOfArticle(drafts) : dateValue(date),
    ...(medium === undefined ? (verb === undefined ? {} : { medium: 'not stated' }) : { medium: medium.medium }),
  };
  const whole = run.map((one) => ({ ...pieceOf(drafts, one, speaker), quotation: quotations[one.type] }));
  const dated = date === undefined ? [] : [{ p: date.p, cues: [date.text], for: ['start'] }];
  const saying = run.find((one) => one.verb !== '');
  const open =
    medium === undefined && saying !== undefined ? [{ p: saying.p, cues: [saying.verb], for: ['medium'] }] : [];
  const said = medium === undefined ? [] : [{ p: medium.p, cues: [medium.cue], for: ['medium'] }];
  drafts.add({
    ...{ id, kind: 'STATEMENT', fields, file: 'story', rule: first?.rule ?? '' },
    evidence: [...whole, ...dated, ...open, ...said],
  });
  return id;
}

function nameOf({ text }: Drafts, { name }: Said, issue: string | undefined): string {
  return issue === undefined ? `Statement by ${name}` : `${name} on ${text.fullName(issue).toLowerCase()}`;
}

function mediumOf({ text }: Drafts, one: Statement) {
  const sentence = text.sentence(one);
  const said = (text.paragraph(one.p) ?? '').slice(sentence.start, sentence.end);
  for (const [words, medium] of media) {
    const found = words.exec(said);
    if (found === null) continue;
    const start = sentence.start + found.index;
    const cue = text.cueAt({ p: one.p, start, end: start + found[0].length });
    if (cue !== undefined) return { medium, cue, p: one.p };
  }
  return undefined;
}

/** Who makes it: where a paragraph does not name the speaker, the one before that does is evidence too. */
function relateMaking(drafts: Drafts, run: readonly Statement[], speaker: Said, statement: string): void {
  const evidence = makingPieces(drafts, run, speaker);
  drafts.relate({ subject: speaker.id, type: 'MAKES', object: statement, evidence, rule: run[0]?.rule ?? '' });
}

function makingPieces({ text }: Drafts, run: readonly Statement[], speaker: Said): Piece[] {
  return run.flatMap((one): Piece[] => {
    const cue = speaker.cue(one.p);
    if (cue !== undefined) return [{ p: one.p, cues: [cue] }];
    const before = text.namedBefore(speaker.id, one.p);
    const name = before === undefined ? undefined : text.cueOf(speaker.id, before);
    if (before === undefined || name === undefined) return [];
    const word = one.verb === '' ? text.issuesIn(one.p)[0]?.cue : one.verb;
    return [
      { p: before, cues: [name], rule: `who is named in paragraph ${before} goes on in paragraph ${one.p}` },
      ...(word === undefined ? [] : [{ p: one.p, cues: [word] }]),
    ];
  });
}

/** Whoever speaks for an organization names it to say who speaks. */
function bodiesOf({ text, relationships, kindOf }: Drafts, speaker: string): string[] {
  const held = text.reading.offices.filter(({ person }) => person === speaker).map(({ of }) => of);
  const own = relationships().filter(({ type, subject }) => type === 'OFFICE_OF' && subject === speaker);
  const bodies = [...held, ...own.map(({ object }) => object)];
  // Whoever speaks for a body of a government speaks of "the government" as of their own side.
  const isEmployer = bodies.some((id) => kindOf(id) === 'PUBLIC_BODY' || kindOf(id) === 'GOVERNMENT');
  const governments = text.reading.mentions.map(({ entity }) => entity).filter((id) => kindOf(id) === 'GOVERNMENT');
  return isEmployer ? [...bodies, ...governments] : bodies;
}

/** The issues of which a statement or a claim speaks, and whom else its paragraphs name. */
function relateMatter(drafts: Drafts, run: readonly Statement[], subject: string, but: readonly string[]): void {
  const { text } = drafts;
  for (const { p, rule } of run) {
    for (const { id, cue } of text.issuesIn(p))
      drafts.relate({ subject, type: 'CONCERNS', object: id, evidence: [{ p, cues: [cue] }], rule });
    for (const entity of new Set(text.mentionsIn(p).map((mention) => mention.entity))) {
      const [cue, kind] = [text.cueOf(entity, p), drafts.kindOf(entity)];
      if (cue === undefined || but.includes(entity) || kind === undefined || notAbout.has(kind)) continue;
      drafts.relate({ subject, type: 'ABOUT', object: entity, evidence: [{ p, cues: [cue] }], rule });
    }
  }
}

/** These date what is said, or are what is said. */
const seldomMeant = new Set(['STATEMENT_MADE', 'ELECTION', 'BUDGET', 'COURT_FILING']);

/** The events that its paragraphs tell of. */
function relateEvents(drafts: Drafts, run: readonly Statement[], subject: string, events: readonly Told[]): void {
  for (const { p, rule } of run)
    for (const event of events) {
      const found = event.found.find((one) => one.p === p);
      const cue = found === undefined ? undefined : drafts.text.cueAt(found);
      if (cue !== undefined && !seldomMeant.has(event.type))
        drafts.relate({ subject, type: 'ABOUT', object: event.id, evidence: [{ p, cues: [cue] }], rule });
    }
}

/** Words for the round of bargaining, and for laws of which the article has told. */
const rounds = /\b(?:negotiat(?:ions?|e|ing)|bargain(?:ing)?|talks|at the table|to the table|discussions)\b/i;
const lawWords = /\b(?:(?:these|both|two|new|the) laws|legislation)\b/i;

/** The round and the laws of which its paragraphs speak. */
function relateTold(
  { text, relate }: Drafts,
  run: readonly Statement[],
  subject: string,
  matter: Matter,
  events: readonly Told[],
): void {
  const { round, laws } = matter;
  for (const { p, rule } of run) {
    const words = text.paragraph(p) ?? '';
    // An event of it says more.
    const isEvent = events.some(({ type, found }) => type !== 'STATEMENT_MADE' && found.some((one) => one.p === p));
    const cue = isEvent ? undefined : rounds.exec(words)?.[0];
    if (round !== undefined && cue !== undefined)
      relate({ subject, type: 'ABOUT', object: round, evidence: [{ p, cues: [cue] }], rule });
    const word = lawWords.exec(words)?.[0];
    for (const object of word === undefined ? [] : laws)
      relate({ subject, type: 'ABOUT', object, evidence: [{ p, cues: [word ?? ''] }], rule });
  }
}

/** Who prints what is said is seldom what it is about. */
const notAbout: ReadonlySet<Kind> = new Set(['NEWS_OUTLET', 'ISSUE', 'JURISDICTION']);

/** The type of a claim by the words of its paragraph, the first that fits. */
const claims: readonly (readonly [words: RegExp, type: string])[] = [
  [
    /\b(?:accus\w+|illegal\w*|unlawful\w*|bad faith|broke(?:n)? (?:the|its) (?:law|promise)|violat\w+|disrespect\w*|betray\w*)\b/i,
    'ACCUSATION',
  ],
  [/\b(?:will|won[’']t|we[’']ll|promis\w+|commit(?:s|ted|ment)?|pledg\w+|vow\w*)\b/i, 'COMMITMENT'],
];

/** What is held to be so by a statement: one claim, whose wording is a person's. */
function draftHeld(drafts: Drafts, run: readonly Statement[], speaker: Said, statement: string): void {
  const { text, about } = drafts;
  const [first] = run;
  if (first === undefined) return;
  const words = run.map(({ p }) => text.paragraph(p) ?? '').join(' ');
  const id = drafts.newId(slugWith(`${about.id} ${first.p}`, 'claim', speaker.name));
  const fields: Plain = {
    type: claims.find(([pattern]) => pattern.test(words))?.[1] ?? 'PROPOSITION',
    names: {
      en: { preferred: blank('what is held to be so, in a few words of your own; divide it if it is several') },
    },
    summary: blank('what is held to be so, in one sentence of your own'),
  };
  const { rule } = first;
  const evidence = run.map((one) => pieceOf(drafts, one, speaker));
  drafts.add({ id, kind: 'CLAIM', fields, evidence, file: 'story', rule });
  relateMatter(drafts, run, id, [speaker.id, ...bodiesOf(drafts, speaker.id)]);
  drafts.relate({ subject: statement, type: 'ASSERTS', object: id, evidence, rule });
  drafts.relate({
    subject: speaker.id,
    type: 'ASSERTS',
    object: id,
    evidence: makingPieces(drafts, run, speaker),
    rule,
  });
}
