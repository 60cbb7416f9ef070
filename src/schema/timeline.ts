import type { Resolvers } from '../generated/graphql.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import type { Moment } from '../graph/queries/timeline.ts';
import type { FactRef } from '../graph/rows/evidence.ts';
import { partialDate } from './date.ts';
import { evidencePage } from './evidencePage.ts';
import { checkId } from './filter.ts';
import { loadEntity } from './load.ts';
import type { TimelineEntryModel } from './models.ts';

export const timelineResolvers = {
  Query: {
    timeline: (_, { of, from, to, kinds, ...page }, { graph, signal }) => {
      checkId(graph, ['of'], of);
      return graph.timeline(
        signal,
        { of: of ?? undefined, from: from ?? undefined, to: to ?? undefined, kinds: kinds ?? undefined },
        page,
      );
    },
  },
  TimelineConnection: {
    nodes: ({ edges }) => edges.map(({ node }) => node),
    undatedCount: ({ undatedCount }, _, { signal }) => undatedCount(signal),
  },
  TimelineEntry: {
    date: (entry) => {
      const date = partialDate(entry, 'date');
      if (date === null) throw new Error(`an entry of ${entry.entityId} has no date`);
      return date;
    },
    entity: ({ entityId }, _, { graph }) => loadEntity(graph, entityId),
    relationship: ({ relationshipId }, _, { graph }) =>
      relationshipId === null ? null : graph.relationshipsById.load(relationshipId),
    stage: ({ stageId }, _, { graph }) => (stageId === null ? null : graph.facts.stage.load(stageId)),
    evidence: (entry, page, { graph }) => {
      const { moment } = entry;
      const bearing = mapMaybePromise(graph.evidence.load(factOf(entry)), (all) =>
        all.filter(({ attribute }) => attribute === null || attribute === datedBy[moment]),
      );
      return evidencePage(bearing, page, moment);
    },
  },
} satisfies Resolvers;

/** The fact that an entry tells. */
function factOf({ moment, entityId, relationshipId, stageId }: TimelineEntryModel): FactRef {
  if (relationshipId !== null) return { column: 'relationshipId', id: relationshipId };
  const ofStage = moment === 'REACHED_STAGE' && stageId !== null;
  return ofStage ? { column: 'stageId', id: stageId } : { column: 'entityId', id: entityId };
}

/** The attribute that says when: evidence for others is not to the point. */
const datedBy: Record<Moment, string> = {
  HAPPENED: 'start',
  BEGAN: 'start',
  ENDED: 'end',
  REACHED_STAGE: 'date',
  TOOK_OFFICE: 'from',
  LEFT_OFFICE: 'until',
};
