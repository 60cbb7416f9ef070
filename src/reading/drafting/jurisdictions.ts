/** Under whose law something stands, where a name says it: of a union, a body, and what lies between them. */
import { holdsCue } from '../../records/cues.ts';
import type { Kind } from '../../registry/index.ts';
import { textOf } from '../knowledge.ts';
import type { Drafts } from './drafts.ts';
import type { Piece } from './pieces.ts';

/** A jurisdiction, the government that governs it, and where the article names them. */
interface Place {
  readonly id: string;
  readonly name: string;
  readonly government: string;
  /** The words by which a paragraph tells of it, its name first. */
  readonly words: readonly string[];
}

const organizations: readonly Kind[] = ['UNION', 'PUBLIC_BODY', 'COURT'];
const matters: readonly Kind[] = ['BARGAINING_ROUND', 'DISPUTE', 'LEGISLATION', 'LEGAL_CHALLENGE'];

/** Relates what is drafted so far to the jurisdictions that the article names. */
export function draftJurisdictions(drafts: Drafts): void {
  const places = placesOf(drafts);
  for (const place of places) draftGoverns(drafts, place);
  const related = drafts.relationships();
  for (const { key, kind } of drafts.text.reading.entities)
    if (organizations.includes(kind)) draftOrganization(drafts, places, key);
  for (const { subject, type, object } of related) {
    const kind = drafts.kindOf(object);
    const place = places.find(({ government }) => government === subject);
    // What a government is a party to, or makes law, stands under the law of its jurisdiction.
    if (place !== undefined && kind !== undefined && matters.includes(kind) && sides.has(type))
      relate(drafts, object, place, drafts.piecesOf(object));
    const whose = places.find((one) => one.government === object || namesPlace(drafts, object, one));
    if (whose !== undefined && type === 'OFFICE_OF') relate(drafts, subject, whose, drafts.piecesOf(subject));
  }
}

const sides = new Set(['PARTY_TO', 'ENACTS', 'INTRODUCES']);

/** The jurisdictions whose governments the article names, or that are named in the names of these. */
function placesOf({ text, known, kindOf, has }: Drafts): Place[] {
  const jurisdictions = [
    ...text.reading.entities.filter(({ kind }) => kind === 'JURISDICTION').map(({ key }) => key),
    ...[...known.entities].filter(([, record]) => record['kind'] === 'JURISDICTION').map(([id]) => id),
  ];
  const mentioned = new Set(text.reading.mentions.map(({ entity }) => entity));
  const governments = [...mentioned].filter((key) => kindOf(key) === 'GOVERNMENT');
  return [...new Set(jurisdictions)].flatMap((id) => {
    const name = text.fullName(id);
    const governs = [...known.relationships.values()].find((record) => record['GOVERNS'] === id);
    const own = governments.find(
      (key) => key === textOf(governs?.['subject']) || text.fullName(key) === `Government of ${name}`,
    );
    const isFederal = own !== undefined && known.entities.get(own)?.['type'] === 'FEDERAL';
    const words = [name, ...(isFederal ? ['federal'] : [])];
    return own === undefined || !has(id) ? [] : [{ id, name, government: own, words }];
  });
}

function draftGoverns(drafts: Drafts, place: Place): void {
  const { text } = drafts;
  const naming = text.paragraphs.filter(({ number }) => text.cueOf(place.government, number) !== undefined);
  const told = (naming.find(({ number }) => wordIn(drafts, place, number) !== undefined) ?? naming[0])?.number;
  const cue = told === undefined ? undefined : text.cueOf(place.government, told);
  if (told === undefined || cue === undefined) return;
  const word = wordIn(drafts, place, told);
  const other = word === undefined ? namingPieces(drafts, place) : [{ p: told, cues: [word] }];
  const evidence = [{ p: told, cues: [cue] }, ...other];
  const rule = 'the government of a jurisdiction that its name says';
  drafts.relate({ subject: place.government, type: 'GOVERNS', object: place.id, evidence, rule });
}

/** Its name says of which jurisdiction it is, or stands beside it: "Malta's largest union". */
function draftOrganization(drafts: Drafts, places: readonly Place[], key: string): void {
  const { text } = drafts;
  for (const place of places) {
    const pieces = text.paragraphs.flatMap(({ number: p, text: words }): Piece[] => {
      const naming = text
        .mentionsIn(p)
        .find(
          (one) =>
            one.entity === key && holdsCue(one.text, place.name) && /\s/.test(one.text) && holdsCue(words, one.text),
        );
      return naming === undefined ? [] : [{ p, cues: [naming.text] }];
    });
    if (pieces.length > 0) relate(drafts, key, place, pieces.slice(0, 1));
  }
}

const namesPlace = ({ text, kindOf }: Drafts, key: string, { name }: Place): boolean =>
  organizations.includes(kindOf(key) ?? 'EVENT') && holdsCue(text.fullName(key), name);

/** Its own paragraph, and the one that names the jurisdiction. */
function relate(drafts: Drafts, subject: string, place: Place, own: readonly Piece[]): void {
  const pieces = own.flatMap(({ p, cues = [] }) => (p === undefined ? [] : [{ p, cues }]));
  const first = pieces.find(({ p }) => wordIn(drafts, place, p) !== undefined) ?? pieces[0];
  if (first === undefined) return;
  const word = wordIn(drafts, place, first.p);
  const naming = word === undefined ? namingPieces(drafts, place) : [{ p: first.p, cues: [word] }];
  if (naming.length === 0) return;
  const evidence = [first, ...naming];
  const rule = 'it is of a jurisdiction that a name says';
  drafts.relate({ subject, type: 'IN_JURISDICTION', object: place.id, evidence, rule });
}

const wordIn = ({ text }: Drafts, { words }: Place, p: number): string | undefined =>
  words.find((word) => holdsCue(text.paragraph(p) ?? '', word));

function namingPieces({ text }: Drafts, { name }: Place): Piece[] {
  const found = text.paragraphs.find(({ role, text: words }) => role === 'BODY' && holdsCue(words, name));
  return found === undefined ? [] : [{ p: found.number, cues: [name] }];
}
