import type { Resolvers } from '../generated/graphql.ts';
import { type Language, preferredName } from '../graph/entities.ts';
import { chain } from '../graph/maybe.ts';
import type { ValueState } from '../graph/statistics.ts';
import { dimensionDefinition } from '../graph/statisticsDimensions.ts';
import { toFilter } from './filter.ts';
import { entityRow, loadEntity } from './load.ts';
import type { BucketKeyModel } from './models.ts';

export const statisticsResolvers = {
  Query: {
    statistics: (_, { filter, by, bucket, measure, first }, { graph }) =>
      graph.statistics({
        filter: toFilter(graph, filter?.kinds ?? undefined, filter),
        by,
        bucket: bucket ?? undefined,
        measure:
          measure === undefined || measure === null
            ? undefined
            : { of: measure.of, unit: measure.unit ?? undefined, asOf: measure.asOf ?? undefined },
        first: first ?? undefined,
      }),
  },
  Statistics: { cut: ({ bucketCount, buckets }) => bucketCount > buckets.length },
  BucketTime: { label: ({ key, state }) => key ?? reasons[state] },
  BucketKey: {
    label: (value, { language }, { graph }) => {
      const { key, state } = value;
      if (key === null) return reasons[state];
      const id = entityId(value);
      if (id === null) return key.toLowerCase().replaceAll('_', ' ');
      const inLanguage: Language = language === 'FR' ? 'fr' : 'en';
      return chain(entityRow(graph, { id }), (row) => preferredName(row, inLanguage));
    },
    entity: (value, _, { graph }) => {
      const id = entityId(value);
      return id === null ? null : loadEntity(graph, id);
    },
  },
} satisfies Resolvers;

/** Why there is no value, to show. */
const reasons: Record<ValueState, string> = {
  VALUE: '',
  SPREAD: 'uncertain',
  NOT_STATED: 'not stated',
  NONE: 'none',
  DOES_NOT_APPLY: 'does not apply',
};

const entityId = ({ dimension, key }: BucketKeyModel): string | null =>
  dimensionDefinition(dimension).keys === 'entities' ? key : null;
