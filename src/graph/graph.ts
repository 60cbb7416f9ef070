/** The graph as one request sees it: everything is read through here, in batches, and each row once. */
import type DataLoader from 'dataloader';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { type Detail, type DetailModel, detailLoader, type Entity, entityLoader } from './entities.ts';
import { evidenceLoader, mentionLoader, paragraphLoader, passageLoader } from './evidence.ts';
import { factLoaders } from './facts.ts';
import { listEntities } from './list.ts';
import type { PageArgs } from './page.ts';
import { type RelatedQuery, related, relatedAll, relatedLoaders, relationshipLoader } from './relationships.ts';
import { search } from './search.ts';
import { timeline } from './timeline.ts';
import { type DataVersion, readVersion } from './version.ts';

/** Opens the graph for one request. */
export function openGraph(prisma: PrismaClient) {
  const details = new Map<DetailModel, unknown>();
  const relatedBy = relatedLoaders(prisma);
  const detailsOf = <Model extends DetailModel>(model: Model): DataLoader<string, Detail<Model> | null> => {
    if (!details.has(model)) details.set(model, detailLoader(prisma, model));
    // The map holds under each model's name the loader of that model.
    return details.get(model) as DataLoader<string, Detail<Model> | null>;
  };
  return {
    entities: entityLoader(prisma),
    relationships: relationshipLoader(prisma),
    evidence: evidenceLoader(prisma),
    passages: passageLoader(prisma),
    paragraphs: paragraphLoader(prisma),
    mentions: mentionLoader(prisma),
    facts: factLoaders(prisma),
    /** The row of an entity in its detail table. */
    detail: async <Model extends DetailModel>(model: Model, id: string): Promise<Detail<Model> | null> =>
      await detailsOf(model).load(id),
    related: async (id: string, query: RelatedQuery, page: PageArgs) => await related(relatedBy, id, query, page),
    relatedAll: async (id: string, query: RelatedQuery) => await relatedAll(relatedBy, id, query),
    list: listEntities.bind(null, prisma),
    search: search.bind(null, prisma),
    timeline: timeline.bind(null, prisma),
    /** Of what data this is. */
    version: async (): Promise<DataVersion> => await readVersion(prisma),
    counts: async (): Promise<{ entities: number; relationships: number; evidence: number; articles: number }> => {
      const [entities, relationships, evidence, articles] = await Promise.all([
        prisma.entity.count(),
        prisma.relationship.count(),
        prisma.evidence.count(),
        prisma.article.count(),
      ]);
      return { entities, relationships, evidence, articles };
    },
  };
}

export type Graph = ReturnType<typeof openGraph>;
export type { Entity };
