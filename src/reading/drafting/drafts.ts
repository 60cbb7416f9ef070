/**
 * The records that are being drafted. Evidence whose cues do not stand in their paragraph is left out, and so is what then
 * has none; what the registry does not allow is left out too.
 */
import { blanksOf, blankWord, isBlank } from '../../records/blanks.ts';
import { relationshipId } from '../../records/ids.ts';
import { rules as allowed, type Kind, type RelationshipType } from '../../registry/index.ts';
import { itemsOf, type KnownFacts, type Plain } from '../knowledge.ts';
import type { Difference, Proposal, ProposalFile } from '../proposals.ts';
import type { Rules } from '../rules.ts';
import type { Knowledge, Reading } from '../types.ts';
import { copiedWords } from './copied.ts';
import { addPiece, type Piece, pieceOf } from './pieces.ts';
import { type Text, textOfReading } from './text.ts';

/** What the text of an article does not say of it. */
export interface About {
  /** The id that the article has, or gets. */
  readonly id: string;
  /** The name of its file, and the file's SHA-256. */
  readonly file: string;
  readonly sha256: string;
  /** The outlet as the call or the page names it, by a name or an id. */
  readonly outletName?: string | undefined;
  /** The rules of the recognisers, to say in words by which one a record was made. */
  readonly rules?: Rules;
}

export interface EntityDraft {
  readonly id: string;
  readonly kind: Kind;
  /** What it says, without `id`, `kind` and `evidence`. */
  readonly fields: Plain;
  readonly evidence: readonly Piece[];
  readonly file: ProposalFile;
  readonly rule: string;
  readonly candidates?: readonly string[];
}

export interface RelationshipDraft {
  readonly subject: string;
  readonly type: RelationshipType;
  /** An id, or a blank. */
  readonly object: string;
  /** Dates and qualifiers. */
  readonly fields?: Plain;
  readonly evidence: readonly Piece[];
  readonly rule: string;
  readonly candidates?: readonly string[];
}

/** What is drafted so far. */
export interface Drafts {
  readonly text: Text;
  readonly known: KnownFacts;
  readonly about: About;
  /** An id that nothing has, made of this one. */
  readonly newId: (wanted: string) => string;
  readonly kindOf: (id: string) => Kind | undefined;
  readonly has: (id: string) => boolean;
  /** Whether the graph has it. */
  readonly isKnown: (id: string) => boolean;
  readonly add: (draft: EntityDraft) => void;
  /** Says more of an entity that is drafted. */
  readonly amend: (id: string, fields: Plain) => void;
  /** Adds evidence to an entity that the graph holds, or that is drafted. */
  readonly support: (id: string, pieces: readonly Piece[], rule: string) => void;
  readonly relate: (draft: RelationshipDraft) => void;
  readonly differ: (difference: Difference) => void;
  /** The relationships that are drafted. */
  readonly relationships: () => readonly RelationshipDraft[];
  /** The evidence that an entity has by now. */
  readonly piecesOf: (id: string) => readonly Piece[];
  /** The paragraphs that carry a fact. */
  readonly cited: () => ReadonlySet<number>;
  readonly finish: () => { readonly proposals: readonly Proposal[]; readonly differences: readonly Difference[] };
}

interface Slot<Draft> {
  readonly draft: Draft;
  readonly pieces: Piece[];
}

/** Begins with nothing. */
export function openDrafts(reading: Reading, knowledge: Knowledge, known: KnownFacts, about: About): Drafts {
  const text = textOfReading(reading, knowledge);
  const entities = new Map<string, Slot<EntityDraft>>();
  const supported = new Map<string, Slot<{ readonly rule: string }>>();
  const relationships = new Map<string, Slot<RelationshipDraft>>();
  const differences: Difference[] = [];
  const kinds = new Map(knowledge.entities.map(({ id, kind }) => [id, kind]));
  const kindOf = (id: string): Kind | undefined => entities.get(id)?.draft.kind ?? kinds.get(id) ?? text.kindOf(id);
  const has = (id: string): boolean => entities.has(id) || kinds.has(id);
  const put = <Draft>(slots: Map<string, Slot<Draft>>, id: string, draft: Draft, more: readonly Piece[]): void =>
    putInto(
      slots,
      id,
      draft,
      more.flatMap((piece) => standing(piece, text) ?? []),
    );
  /** Those relationships whose ends there are. */
  const whole = () =>
    [...relationships.values()].filter(
      ({ draft: { subject, object } }) => has(subject) && (isBlank(object) || has(object)),
    );
  const everything = () => [...entities.values(), ...supported.values(), ...whole()];
  return {
    ...{ text, known, about, kindOf, has },
    isKnown: (id) => kinds.has(id),
    newId: (wanted) => freeId(wanted, (id) => has(id) || id === about.id),
    add: (draft) => put(entities, draft.id, draft, draft.evidence),
    amend: (id, fields) => {
      const slot = entities.get(id);
      if (slot === undefined) return;
      entities.set(id, { ...slot, draft: { ...slot.draft, fields: { ...slot.draft.fields, ...fields } } });
    },
    support: (id, pieces, rule) => {
      const drafted = entities.get(id);
      if (drafted !== undefined) put(entities, id, drafted.draft, pieces);
      else if (kinds.has(id)) put(supported, id, { rule }, pieces);
    },
    relate: (draft) => {
      const { subject, type, object, evidence } = draft;
      if (!isAllowed(kindOf(subject), type, isBlank(object) ? null : kindOf(object))) return;
      if (subject !== object) put(relationships, idOf(draft), draft, evidence);
    },
    differ: (difference) => void differences.push(difference),
    relationships: () => [...relationships.values()].map(({ draft }) => draft),
    piecesOf: (id) => (entities.get(id) ?? supported.get(id))?.pieces ?? [],
    cited: () => new Set(everything().flatMap(({ pieces }) => pieces.flatMap(({ p }) => p ?? []))),
    finish: () => ({
      proposals: proposalsOf({ text, about, known, entities, supported, related: whole() }),
      differences,
    }),
  };
}

interface Drafted {
  readonly text: Text;
  readonly about: About;
  readonly known: KnownFacts;
  readonly entities: ReadonlyMap<string, Slot<EntityDraft>>;
  readonly supported: ReadonlyMap<string, Slot<{ readonly rule: string }>>;
  readonly related: readonly Slot<RelationshipDraft>[];
}

/** New entities and relationships, and what the graph has with its new evidence. */
function proposalsOf({ text, about, known, entities, supported, related }: Drafted): Proposal[] {
  const describe = describer(text, about);
  const additions = [...supported].flatMap(([id, { draft, pieces }]) =>
    addition(id, known.entities.get(id), pieces, describe({ ...draft, candidates: [] }), about),
  );
  const drafted = [...entities.values()].map(({ draft, pieces }) => entityProposal(draft, pieces, describe, about));
  const relationships = related.flatMap(({ draft, pieces }) => {
    const id = idOf(draft);
    const held = known.relationships.get(id);
    const described = describe(draft);
    if (held !== undefined) return addition(id, { ...held, ...draft.fields }, pieces, described, about);
    return relationshipProposal(id, draft, pieces, described, about, entities.get(draft.subject)?.draft.file);
  });
  return [...drafted, ...relationships, ...additions];
}

/** Adds evidence to a draft, which begins with its first piece. */
function putInto<Draft>(slots: Map<string, Slot<Draft>>, id: string, draft: Draft, sound: readonly Piece[]): void {
  const slot = slots.get(id) ?? { draft, pieces: [] };
  for (const piece of sound) addPiece(slot.pieces, piece);
  if (slot.pieces.length > 0) slots.set(id, slot);
}

/** An id that nothing has: `vote-2` where `vote` is taken. */
function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!isTaken(`${wanted}-${n}`)) return `${wanted}-${n}`;
}

const idOf = ({ subject, type, object, fields }: RelationshipDraft): string => {
  const key = fields?.['key'];
  const end = isBlank(object) ? blankWord : object;
  return relationshipId({ subjectId: subject, type, objectId: end }, typeof key === 'string' ? key : null);
};

/** @param object null: a blank, which may become whatever is allowed. */
function isAllowed(subject: Kind | undefined, type: RelationshipType, object: Kind | null | undefined): boolean {
  if (subject === undefined || object === undefined) return false;
  return allowed.some(
    (rule) => rule.type === type && rule.subjectKind === subject && (object === null || rule.objectKind === object),
  );
}

/** A piece with those of its cues that stand in its paragraph; nothing: none does. */
function standing(piece: Piece, text: Text): Piece | undefined {
  if (piece.p === undefined) return piece;
  const { p } = piece;
  const cues = [
    ...new Set(
      (piece.cues ?? []).filter(
        // What begins like a blank would be taken for one.
        (cue) => !isBlank(cue) && text.holds(p, cue),
      ),
    ),
  ];
  return cues.length === 0 ? undefined : { ...piece, cues };
}

type Described = Pick<Proposal, 'rule' | 'confidence' | 'candidates'>;
type Describe = (draft: { readonly rule: string; readonly candidates?: readonly string[] | undefined }) => Described & {
  readonly finished: (proposal: Pick<Proposal, 'id' | 'record' | 'file'>, described: Described) => Proposal;
};

/** A rule that no table has is told by its name, and trusted by half. */
function describer(text: Text, { rules = {} }: About): Describe {
  const finished = (proposal: Pick<Proposal, 'id' | 'record' | 'file'>, described: Described): Proposal => ({
    ...proposal,
    ...{ rule: described.rule, confidence: described.confidence, candidates: described.candidates },
    blanks: blanksOf(proposal.record),
    warnings: copiedWords(proposal.record, text.paragraphs),
  });
  return ({ rule, candidates = [] }) => ({
    rule: (rules[rule]?.says ?? rule).replace(/\.$/, ''),
    confidence: rules[rule]?.confidence ?? 0.5,
    candidates,
    finished,
  });
}

function entityProposal(draft: EntityDraft, pieces: readonly Piece[], describe: Describe, about: About): Proposal {
  const { id, kind, fields, file } = draft;
  const evidence = pieces.map((piece) => pieceOf(piece, about.id));
  const { paragraphs, ...own } = fields;
  const record = { id, kind, ...own, evidence, ...(paragraphs === undefined ? {} : { paragraphs }) };
  const described = describe(draft);
  return described.finished({ id, record, file }, described);
}

function relationshipProposal(
  id: string,
  { subject, type, object, fields = {} }: RelationshipDraft,
  pieces: readonly Piece[],
  described: ReturnType<Describe>,
  about: About,
  file: ProposalFile = 'story',
): Proposal {
  const evidence = pieces.map((piece) => pieceOf(piece, about.id));
  return described.finished({ id, record: { subject, [type]: object, ...fields, evidence }, file }, described);
}

/** What the graph holds, whole, with the evidence that it does not have yet; nothing, where it has it all. */
function addition(
  id: string,
  held: Plain | undefined,
  pieces: readonly Piece[],
  described: ReturnType<Describe>,
  about: About,
): Proposal[] {
  if (held === undefined) return [];
  const there = itemsOf(held['evidence']);
  const sourceOf = (piece: unknown): string => {
    const { at, for: attributes = null, rule } = Object(piece);
    return JSON.stringify([at, attributes, rule !== undefined]);
  };
  const sources = new Set(there.map(sourceOf));
  const more = pieces.map((piece) => pieceOf(piece, about.id)).filter((piece) => !sources.has(sourceOf(piece)));
  if (more.length === 0) return [];
  const record = { ...held, evidence: [...there, ...more] };
  return [described.finished({ id, record, file: 'additions' }, described)];
}
