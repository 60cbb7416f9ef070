/** Whom the sources give something to: who makes a statement or a proposal, asserts a claim, writes or publishes an article. */
import type { Relationship } from '../generated/prisma/client.ts';
import type { RelationshipType } from '../registry/index.ts';
import { groupBy } from '../store/groupBy.ts';
import { readRelationshipsOf } from '../store/relationship.ts';
import type { Reader } from './reading.ts';

/** That something is somebody's; `accordingToId`: by the word of another. */
export interface Attribution {
  readonly actorId: string;
  readonly accordingToId: string | null;
}

type Ends = Pick<Relationship, 'type' | 'subjectId' | 'subjectKind' | 'objectId' | 'accordingToId'>;

/** Their subject is an actor, or a statement of one. */
const saying = ['MAKES', 'ASSERTS'] as const satisfies readonly RelationshipType[];
/** Their object is an actor. */
const publishing = ['WRITTEN_BY', 'PUBLISHED_BY'] as const satisfies readonly RelationshipType[];

/** Reads to whom entities are attributed, each actor once for each that says so. */
export async function readAttributions(
  { read }: Reader,
  ids: readonly string[],
): Promise<(id: string) => readonly Attribution[]> {
  const said = await readRelationshipsOf(read, { objects: ids, types: saying });
  const published = await readRelationshipsOf(read, { subjects: ids, types: publishing });
  const statements = said.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'STATEMENT' ? [subjectId] : []));
  const making = await readRelationshipsOf(read, { objects: statements, types: ['MAKES'] });
  const speakersOf = groupBy(making, ({ objectId }) => objectId);
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
