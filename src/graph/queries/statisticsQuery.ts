/** What can be asked of statistics, and what cannot. */

import { InvalidArgument } from '../../records/invalidArgument.ts';
import { type Kind, kindNames, units } from '../../registry/index.ts';
import type { EntityFilter } from './entityFilter.ts';
import { datedKinds } from './filters.ts';
import { type Dimension, dimensionDefinition, dimensionNames, type TimeBucket } from './statisticsDimensions.ts';
import { type Measure, measureDefinition, measureNames, type Unit } from './statisticsMeasures.ts';

/** How many buckets an answer has at the most. */
export const mostBuckets = 1000;
const mostDimensions = 2;

type Counted = 'ENTITIES' | 'PARAGRAPHS';

export interface StatisticsQuery {
  readonly filter: EntityFilter;
  /** Entities unless told: a paragraph that bears out two of a bucket counts once. */
  readonly counted?: Counted | undefined;
  readonly by: readonly Dimension[];
  readonly bucket?: TimeBucket | undefined;
  readonly measure?: MeasureQuery | undefined;
  /** The most buckets to give. */
  readonly first?: number | undefined;
}

export interface MeasureQuery {
  readonly of: Measure;
  readonly unit?: Unit | undefined;
  readonly asOf?: Date | undefined;
}

/** The unit that the values of a measure are added up in. */
export function unitOf(measure: MeasureQuery): Unit {
  const unit = measureDefinition(measure.of).unit ?? measure.unit;
  if (unit !== undefined) return unit;
  const message = `the values of ${measure.of} are in several units, which do not add up`;
  throw new InvalidArgument(['measure', 'unit'], message, Object.keys(units).join(', '));
}

/**
 * Checks what is asked.
 * @throws InvalidArgument if a dimension or measure fits none of the kinds, or an argument is out of range.
 */
export function checkStatistics(query: StatisticsQuery): void {
  const { filter, counted, by, bucket, measure, first = mostBuckets } = query;
  const { kinds = kindNames } = filter;
  if (first < 1 || first > mostBuckets) {
    throw new InvalidArgument(['first'], `${first} is out of range`, `1 to ${mostBuckets}`);
  }
  // Of no kind at all there is nothing, which fits everything.
  const fits = ({ fits }: { readonly fits: readonly Kind[] }): boolean =>
    kinds.length === 0 || kinds.some((kind) => fits.includes(kind));
  if (by.length > mostDimensions)
    throw new InvalidArgument(['by'], `there are ${by.length}`, `at most ${mostDimensions}`);
  const fitting = dimensionNames.filter((name) => fits(dimensionDefinition(name)));
  for (const [index, dimension] of by.entries()) {
    const others = fitting.filter((name) => !by.slice(0, index).includes(name));
    if (others.includes(dimension)) continue;
    const wrong = fitting.includes(dimension) ? 'is there twice' : `does not fit ${kinds.join(', ')}`;
    throw new InvalidArgument(['by'], `${dimension} ${wrong}`, others.join(', '));
  }
  if (bucket !== undefined && !fits({ fits: datedKinds })) {
    throw new InvalidArgument(['bucket'], `${kinds.join(', ')} has no date`, `only with ${datedKinds.join(', ')}`);
  }
  if (measure === undefined) return;
  if (counted === 'PARAGRAPHS') throw new InvalidArgument(['count'], 'paragraphs measure nothing', 'ENTITIES');
  checkMeasure(measure, kinds, fits);
}

function checkMeasure(
  measure: MeasureQuery,
  kinds: readonly Kind[],
  fits: (one: { readonly fits: readonly Kind[] }) => boolean,
): void {
  const definition = measureDefinition(measure.of);
  if (!fits(definition)) {
    const allowed = measureNames.filter((name) => fits(measureDefinition(name)));
    const message = `${measure.of} does not fit ${kinds.join(', ')}`;
    throw new InvalidArgument(['measure', 'of'], message, allowed.length === 0 ? 'none' : allowed.join(', '));
  }
  const unit = unitOf(measure);
  if (measure.unit !== undefined && measure.unit !== unit) {
    throw new InvalidArgument(['measure', 'unit'], `${measure.of} is not in ${measure.unit}`, unit);
  }
  if (measure.asOf !== undefined && definition.isPeriod !== true) {
    const lasting = measureNames.filter((name) => measureDefinition(name).isPeriod === true);
    throw new InvalidArgument(['measure', 'asOf'], `${measure.of} has no end`, `only with ${lasting.join(', ')}`);
  }
}
