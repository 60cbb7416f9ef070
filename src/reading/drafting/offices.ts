/** Posts, whose they are, and who holds them. */
import { blank } from '../../records/blanks.ts';
import { organizationKinds } from '../../registry/index.ts';
import { isPlain, itemsOf, type Plain, textOf, validityOf } from '../knowledge.ts';
import type { Office } from '../types.ts';
import { isNamed, typeOf } from './actors.ts';
import type { Drafts } from './drafts.ts';
import type { Piece } from './pieces.ts';
import { capitalised, slugOf } from './slug.ts';

/** Types by the words of a title, the first that fits. A prime minister has none. */
const types: readonly (readonly [words: RegExp, type: string | undefined])[] = [
  [/\bprime minister\b/i, undefined],
  [/\bdeputy premier\b/i, 'DEPUTY_PREMIER'],
  [/\bpremier\b/i, 'PREMIER'],
  [/\bvice[- ]president\b/i, 'VICE_PRESIDENT'],
  [/\bpresident\b/i, 'PRESIDENT'],
  [/\bdeputy minister\b/i, 'DEPUTY_MINISTER'],
  [/\bminister\b/i, 'MINISTER'],
  [/\bnegotiator\b/i, 'NEGOTIATOR'],
  [/\b(?:spokes(?:person|man|woman)|press secretary)\b/i, 'SPOKESPERSON'],
  [/\bmediator\b/i, 'MEDIATOR'],
  [/\barbitrator\b/i, 'ARBITRATOR'],
];

const typeOfTitle = (title: string): string | undefined => types.find(([words]) => words.test(title))?.[1];

/** Of these an organization has one at a time. */
const single = new Set(['PRESIDENT', 'PREMIER', 'MINISTER']);

/** Drafts the offices that the article gives to people. */
export function draftOffices(drafts: Drafts): void {
  for (const office of drafts.text.reading.offices) {
    const { text } = drafts;
    const [title, organization] = [titleCue(drafts, office), text.cueOf(office.of, office.p)];
    const cues = [...(title === undefined ? [] : [title]), ...(organization === undefined ? [] : [organization])];
    const id = officeOf(drafts, office.title, office.of, [{ p: office.p, cues }], office.rule);
    if (id !== undefined) draftHolder(drafts, office, id, title);
  }
}

function titleCue({ text }: Drafts, { p, title, start, end }: Office): string | undefined {
  const whole = text.paragraph(p)?.toLowerCase() ?? '';
  const at = whole.indexOf(title.toLowerCase(), Math.max(0, start - 200));
  return text.cueAt(at === -1 ? { p, start, end } : { p, start: at, end: at + title.length });
}

/**
 * The office of an organization by its title: the graph's, or a new one, with this evidence.
 * @param of the organization; undefined is answered where it is none.
 */
export function officeOf(
  drafts: Drafts,
  title: string,
  of: string,
  evidence: readonly Piece[],
  rule: string,
): string | undefined {
  const kind = drafts.kindOf(of) ?? drafts.text.kindOf(of);
  if (kind === undefined || !organizationKinds.includes(kind)) return undefined;
  const known = knownOffice(drafts, title, of);
  if (known !== undefined) drafts.support(known, evidence, rule);
  const id = known ?? draftOffice(drafts, title, of, evidence, rule);
  const object =
    isNamed(drafts, of) && !isOfOther(drafts, title, of) ? of : blank('the id of the organization whose office it is');
  drafts.relate({ subject: id, type: 'OFFICE_OF', object, evidence, rule });
  return id;
}

/** A premier is of a province, whoever was taken for the government. */
function isOfOther({ known, text }: Drafts, title: string, of: string): boolean {
  const type = known.entities.get(of)?.['type'] ?? typeOf('GOVERNMENT', text.named(of)?.names ?? []);
  return /PREMIER$/.test(typeOfTitle(title) ?? '') && type === 'FEDERAL';
}

/** A premier is of the province, a minister of its government. */
function whoseOf({ text }: Drafts, title: string, of: string): string {
  const name = text.shortName(of);
  if (!/^Government of\b/.test(name)) return name;
  return /\b(?:premier|prime minister)$/i.test(title) ? name.replace(/^Government of /, '') : `the ${name}`;
}

function draftOffice(drafts: Drafts, title: string, of: string, evidence: readonly Piece[], rule: string): string {
  const isWhose = isNamed(drafts, of) && !isOfOther(drafts, title, of);
  const name = whoseOf(drafts, title, of);
  const whose = isWhose ? ` of ${name}` : '';
  const id = slugOf(title, ...(isWhose ? ['of', name === drafts.text.shortName(of) ? of : name] : []));
  const type = typeOfTitle(title);
  const fields = {
    ...(type === undefined ? {} : { type }),
    names: { en: { preferred: `${capitalised(title)}${whose}` } },
    summary: `A post${whose}.`,
    singleSeat: type !== undefined && single.has(type),
  };
  drafts.add({ id, kind: 'OFFICE', fields, evidence, file: 'actors', rule });
  return id;
}

/** An office of the organization that has this title, or is its only one of a type that it has once. */
function knownOffice({ known }: Drafts, title: string, of: string): string | undefined {
  const offices = [...known.relationships.values()].flatMap((record) => {
    const id = record['OFFICE_OF'] === of ? textOf(record['subject']) : undefined;
    const office = id === undefined ? undefined : known.entities.get(id);
    return id === undefined || office === undefined ? [] : [{ id, office }];
  });
  const names = new Set(namesOf(known.entities.get(of)).flatMap(wordsOf));
  const wanted = wordsOf(title).join(' ');
  const titled = offices.find(({ office }) =>
    namesOf(office).some((name) => {
      const words = wordsOf(name).filter((word) => !names.has(word));
      return words.join(' ') === wanted;
    }),
  );
  const type = typeOfTitle(title);
  const typed = offices.filter(({ office }) => type !== undefined && single.has(type) && office['type'] === type);
  return titled?.id ?? (typed.length === 1 ? typed[0]?.id : undefined);
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^(?:of|the|for|and)$/.test(word));

function namesOf(record: Plain | undefined): string[] {
  const names = record?.['names'];
  if (!isPlain(names)) return [];
  return Object.values(names).flatMap((of) =>
    isPlain(of)
      ? Object.values(of).flatMap((name) => [name, ...itemsOf(name)].flatMap((one) => textOf(one) ?? []))
      : [],
  );
}

function draftHolder(drafts: Drafts, office: Office, id: string, title: string | undefined): void {
  const { text } = drafts;
  const { person, p, rule, former, acting } = office;
  const name = text.cueOf(person, p);
  const cues = [...(name === undefined ? [] : [name]), ...(title === undefined ? [] : [title])];
  const evidence = [{ p, cues }];
  const held = heldAs(drafts, person, id, p);
  if (!former && (taken(drafts, office, id) || sharedIn(drafts, person, id))) return;
  const by = { date: `[..${text.published}]`, rule: 'by the day of the article' };
  const time = former ? { until: by } : { asOf: text.published };
  drafts.relate({
    subject: person,
    type: 'HOLDS',
    object: id,
    fields: held ?? { ...time, ...(acting ? { acting: true } : {}) },
    evidence,
    rule,
  });
}

/** Posts that several people hold at once. */
const ofMany =
  /spokes|vice|member|officer|negotiator|counsel|lawyer|representative|organi[sz]er|steward|director|critic/;

/** Whether the article has had somebody else hold a post of one seat: the first is drafted, and a person decides. */
const sharedIn = (drafts: Drafts, person: string, office: string): boolean =>
  !ofMany.test(office) &&
  drafts
    .relationships()
    .some(
      ({ type, object, subject, fields }) =>
        type === 'HOLDS' && object === office && subject !== person && fields?.['until'] === undefined,
    );

/** What is to change of the time for which the graph has it: the day of the article may be a later one. */
function heldAs({ known, text, differ }: Drafts, person: string, office: string, p: number): Plain | undefined {
  const record = known.relationships.get(`${person}.HOLDS.${office}`);
  if (record === undefined) return undefined;
  const [first, last] = [/^\[\.\.(.+)\]$/, /^\[(.+)\.\.\]$/].map((form, index) => {
    const { from, until } = validityOf(record);
    return form.exec((index === 0 ? from : until) ?? '')?.[1];
  });
  if (first === undefined || last === undefined || text.published.slice(0, last.length) <= last) return {};
  const says = `held as far as the graph knew until ${last}, and still on ${text.published}`;
  differ({ type: 'OUTDATED', of: `${person}.HOLDS.${office}`, paragraph: p, says });
  return 'asOf' in record ? { asOf: `${first}/${text.published}` } : { until: `[${text.published}..]` };
}

/** Whether somebody else has the only seat on the day of the article; who had it before is told. */
function taken({ known, text, differ, kindOf }: Drafts, { person, p }: Office, office: string): boolean {
  if (kindOf(office) !== 'OFFICE' || known.entities.get(office)?.['singleSeat'] !== true) return false;
  let isTaken = false;
  for (const [of, record] of known.relationships) {
    const holder = textOf(record['subject']);
    if (record['HOLDS'] !== office || holder === person || holder === undefined) continue;
    const { from, until } = validityOf(record);
    const [first, last] = [/(\d[\d-]*)\]?$/.exec(from ?? '')?.[1], /^\[?(\d[\d-]*)/.exec(until ?? '')?.[1]];
    const day = text.published;
    if (last !== undefined && day.slice(0, last.length) > last) {
      differ({
        type: 'OUTDATED',
        of,
        paragraph: p,
        says: `the graph knows it until ${last}; ${person} holds ${office} on ${day}`,
      });
    } else if (first !== undefined && day >= first.slice(0, day.length)) {
      isTaken = true;
      differ({
        type: 'CONTRADICTS',
        of,
        paragraph: p,
        says: `the graph has ${holder} in ${office} on ${day}, and the article ${person}`,
      });
    }
  }
  return isTaken;
}
