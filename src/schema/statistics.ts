import type { Resolvers } from '../generated/graphql.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import type { ValueState } from '../graph/queries/statistics.ts';
import { dimensionDefinition } from '../graph/queries/statisticsDimensions.ts';
import { preferredName } from '../graph/rows/entities.ts';
import { words as english } from '../registry/words/en.ts';
import { words as french } from '../registry/words/fr.ts';
import { meanings as frenchMeanings } from '../registry/words/meanings.fr.ts';
import { toEntityFilter } from './filter.ts';
import { entityRow, loadEntity } from './load.ts';
import type { BucketKeyModel } from './models.ts';

export const statisticsResolvers = {
  Query: {
    statistics: (_, { filter, count, by, bucket, measure, first }, { graph, signal }) =>
      mapMaybePromise(toEntityFilter(graph, filter?.kinds ?? undefined, filter), (asked) =>
        graph.statistics(signal, {
          filter: asked,
          counted: count,
          by,
          bucket: bucket ?? undefined,
          measure:
            measure === undefined || measure === null
              ? undefined
              : { of: measure.of, unit: measure.unit ?? undefined, asOf: measure.asOf ?? undefined },
          first: first ?? undefined,
        }),
      ),
  },
  Statistics: {
    truncated: ({ bucketCount, buckets }) => bucketCount > buckets.length,
    undatedCount: ({ undatedCount }, _, { signal }) => undatedCount(signal),
  },
  BucketTime: { label: ({ key, state }, { language }) => key ?? reasons[language ?? 'EN'][state] },
  BucketKey: {
    label: (value, { language }, { graph }) => {
      const { dimension, key, state } = value;
      if (key === null) return reasons[language][state];
      const id = entityId(value);
      if (id !== null) return mapMaybePromise(entityRow(graph, { id }), (row) => preferredName(row, lower[language]));
      const { kinds, terms } = words[language];
      return (dimension === 'KIND' ? kinds[key]?.[0] : terms[key]) ?? key.toLowerCase().replaceAll('_', ' ');
    },
    description: ({ meanings }, { language }) => {
      const said = language === 'FR' ? meanings.map((meaning) => frenchMeanings[meaning] ?? meaning) : meanings;
      return said.length === 0 ? null : said.join(' / ');
    },
    entity: (value, _, { graph }) => {
      const id = entityId(value);
      return id === null ? null : loadEntity(graph, id);
    },
  },
} satisfies Resolvers;

const words = { EN: english, FR: french };
const lower = { EN: 'en', FR: 'fr' } as const;

/** Why there is no value, to show. */
const reasons: Record<keyof typeof words, Record<ValueState, string>> = {
  EN: {
    VALUE: '',
    UNCERTAIN: 'uncertain',
    HEARSAY: 'hearsay',
    NOT_STATED: 'not stated',
    NONE: 'none',
    DOES_NOT_APPLY: 'does not apply',
  },
  FR: {
    VALUE: '',
    UNCERTAIN: 'incertain',
    HEARSAY: 'ouï-dire',
    NOT_STATED: 'non précisé',
    NONE: 'aucun',
    DOES_NOT_APPLY: 'sans objet',
  },
};

const entityId = ({ dimension, key }: BucketKeyModel): string | null =>
  dimensionDefinition(dimension).keys === 'entities' ? key : null;
