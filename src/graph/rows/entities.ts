/** Entities by id, and the rows of the detail tables. */
import type { Read } from '../../database/read.ts';
import { type DetailModel, isKind, type Kind, kindDefinition, kindNames } from '../../registry/index.ts';
import { type Detail, readDetails } from '../../store/detail.ts';
import { type EntityRow, readEntities } from '../../store/entity.ts';
import { type CachedLoader, cachedLoader } from './cache.ts';
import type { Memory } from './memory.ts';

/** An entity with its names: what all kinds share. */
export interface Entity extends Omit<EntityRow, 'kind'> {
  readonly kind: Kind;
}

/** An entity as the adjacency index knows it: enough to point at it, and to say of what type it is. */
export type EntityRef = Pick<Entity, 'id' | 'kind'>;

export type Language = 'en' | 'fr';

/** The entities by id, kept: read with their names in one statement. */
export function entityRows(read: Read, memory: Memory): CachedLoader<string, Entity> {
  return cachedLoader(memory, async (ids) =>
    (await readEntities(read, ids)).map((row) => (row === null ? null : toEntity(row))),
  );
}

function toEntity(row: EntityRow): Entity {
  const { kind } = row;
  if (!isKind(kind)) throw new Error(`the entity ${row.id} is of the kind ${kind}, which the registry does not have`);
  return { ...row, kind };
}

/** The detail tables that the registry names. */
export const detailModels = kindNames.flatMap((kind) => {
  const model = kindDefinition(kind).details?.model;
  return model === undefined ? [] : [model];
});

/** The rows of one detail table by the id of their entity, kept. */
export function detailRows<Model extends DetailModel>(
  read: Read,
  memory: Memory,
  model: Model,
): CachedLoader<string, Detail<Model>> {
  return cachedLoader(memory, async (ids) => await readDetails(read, model, ids));
}

/** The preferred name in a language; where there is none, in the other. Asked of every entity of every answer: a plain loop. */
function preferred(names: Entity['names'], language: Language): Entity['names'][number] | undefined {
  let other: Entity['names'][number] | undefined;
  for (const name of names) {
    if (name.type !== 'PREFERRED') continue;
    if (name.language === language) return name;
    other ??= name;
  }
  return other;
}

/** The name to show in a language. */
export const preferredName = ({ id, names }: Entity, language: Language): string =>
  preferred(names, language)?.text ?? id;

/** The language of the name that is shown in a language. */
export const languageOfName = ({ names }: Entity, language: Language): string =>
  preferred(names, language)?.language ?? language;
