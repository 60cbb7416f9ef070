/** Whom the sources give something to: who makes a statement or a proposal, asserts a claim, writes or publishes an article. */
import type { Relationship } from '../generated/prisma/client.ts';
import type { RelationshipType } from '../registry/index.ts';
import { groupBy } from '../store/groupBy.ts';
import type { Reader } from './reading.ts';

/** That something is somebody's; `accordingToId`: by the word of another. */
export interface Attribution {
  readonly actorId: string;
  readonly accordingToId: string | null;
}

type Ends = Pick<Relationship, 'type' | 'subjectId' | 'subjectKind' | 'objectId' | 'accordingToId'>;

const ends = { type: true, subjectId: true, subjectKind: true, objectId: true, accordingToId: true } as const;
/** Their subject is an actor, or a statement of one. */
const saying = ['MAKES', 'ASSERTS'] as const satisfies readonly RelationshipType[];
/** Their object is an actor. */
const publishing = ['WRITTEN_BY', 'PUBLISHED_BY'] as const satisfies readonly RelationshipType[];

/** Reads to whom entities are attributed, each actor once for each that says so. */
export async function readAttributions(
  reader: Reader,
  ids: readonly string[],
): Promise<(id: string) => readonly Attribution[]> {
  const read = async (where: object): Promise<Ends[]> =>
    await reader.relationship.findMany({ where, select: ends, orderBy: { id: 'asc' } });
  const said = await read({ type: { in: [...saying] }, objectId: { in: [...ids] } });
  const published = await read({ type: { in: [...publishing] }, subjectId: { in: [...ids] } });
  const statements = said.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'STATEMENT' ? [subjectId] : []));
  const speakersOf = groupBy(await read({ type: 'MAKES', objectId: { in: statements } }), ({ objectId }) => objectId);
  const [saidOf, publishedOf] = [
    groupBy(said, ({ objectId }) => objectId),
    groupBy(published, ({ subjectId }) => subjectId),
  ];
  const sayers = ({ subjectKind, subjectId, accordingToId }: Ends): Attribution[] =>
    subjectKind === 'STATEMENT'
      ? speakersOf(subjectId).map((speaker) => ({
          actorId: speaker.subjectId,
          // What reaches us within another's words is told by them, whatever it says.
          accordingToId: accordingToId ?? speaker.accordingToId,
        }))
      : [{ actorId: subjectId, accordingToId }];
  return (id) => {
    const found = [
      ...saidOf(id).flatMap(sayers),
      ...publishedOf(id).map(({ objectId, accordingToId }) => ({ actorId: objectId, accordingToId })),
    ];
    return [...new Map(found.map((one) => [`${one.actorId} ${one.accordingToId}`, one])).values()];
  };
}
