import type { Resolvers, StatisticsFilter } from '../generated/graphql.ts';
import { BadInput } from '../graph/badInput.ts';
import { type Language, preferredName } from '../graph/entities.ts';
import type { EntityFilter } from '../graph/list.ts';
import { chain } from '../graph/maybe.ts';
import { type Kind, kindDefinition, kindNames, openAttributes } from '../graph/registry.ts';
import type { ValueState } from '../graph/statistics.ts';
import { dimensionDefinition } from '../graph/statisticsDimensions.ts';
import { loadEntity } from './load.ts';
import type { BucketKeyModel } from './models.ts';

export const statisticsResolvers = {
  Query: {
    statistics: (_, { filter, by, bucket, measure, first }, { graph }) =>
      graph.statistics({
        filter: toFilter(filter ?? {}),
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
      return chain(loadEntity(graph, id), (entity) => preferredName(entity, inLanguage));
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

function toFilter(input: StatisticsFilter): EntityFilter {
  const { kinds, type, status, notStated } = input;
  const of = kinds ?? kindNames;
  checkWords('type', type, wordsOf(of, 'types'));
  checkWords('status', status, wordsOf(of, 'statuses'));
  checkWords('notStated', notStated === undefined || notStated === null ? [] : [notStated], of.flatMap(openAttributes));
  return {
    kinds: kinds ?? undefined,
    types: type ?? undefined,
    statuses: status ?? undefined,
    jurisdiction: input.jurisdiction ?? undefined,
    issue: input.issue ?? undefined,
    party: input.party ?? undefined,
    from: input.from ?? undefined,
    to: input.to ?? undefined,
    text: input.text ?? undefined,
    notStated: notStated ?? undefined,
  };
}

const wordsOf = (kinds: readonly Kind[], part: 'types' | 'statuses'): string[] =>
  kinds.flatMap((kind) => Object.keys(kindDefinition(kind)[part] ?? {}));

/** Types and statuses are words of each kind's own, which the input cannot name as one enumeration. */
function checkWords(field: string, words: readonly string[] | null | undefined, known: readonly string[]): void {
  const wrong = words?.find((word) => !known.includes(word));
  if (wrong === undefined) return;
  const allowed = [...new Set(known)].sort().join(', ');
  throw new BadInput(['filter', field], `"${wrong}" is none of these kinds'`, allowed === '' ? 'none' : allowed);
}
