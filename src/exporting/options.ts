/** What can be asked of an export: the same by query string and by the command line. */

import { messageOf } from '../database/thrown.ts';
import type { KnownAt } from '../graph/knownAt.ts';
import { checkText } from '../records/inputText.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import { parseMoment } from '../records/moment.ts';
import { parseDay } from '../records/partialDates.ts';
import { isKind, type Kind, kindNames } from '../registry/index.ts';
import type { DataVersion } from '../store/version.ts';
import type { LeftOut } from './leftOut.ts';

export interface Options {
  /** Entities of these kinds, and relationships both of whose ends are of them; none: all. */
  readonly kinds?: readonly Kind[] | undefined;
  /** One entity, with its parts and its relationships; none: all. */
  readonly entity?: string | undefined;
  /** Relationships that hold on that day, for certain or possibly. */
  readonly asOf?: Date | undefined;
  readonly bucket?: Bucket | undefined;
  /** What ids are appended to where they must be IRIs. */
  readonly base: string;
  /** Where the JSON-LD context is published; none: it is written into the document. */
  readonly context?: string | undefined;
  /** Of what data it is. */
  readonly data: DataVersion;
  /** Whether these are of the past, even if they are the last: what it tells of a version then never changes. */
  readonly ofPast: boolean;
  /** Rows that cannot be told are noted here. */
  readonly leftOut: LeftOut;
  /** Told of each batch that has been written. */
  readonly onRows?: ((rows: number) => void) | undefined;
}

const buckets = ['month', 'year'] as const;
type Bucket = (typeof buckets)[number];

/** The base of IRIs where there is no address that they could be made from. */
export const defaultBase = 'urn:labourgraph:';

interface Parameter {
  readonly description: string;
  readonly allowed: string;
}

export const parameters = {
  kinds: {
    description: 'Only entities of these kinds, and relationships between them.',
    allowed: `${kindNames.join(', ')}; several are separated by commas`,
  },
  asOf: {
    description: 'Only relationships that hold on this day, with their certainty.',
    allowed: 'a day as YYYY-MM-DD',
  },
  bucket: {
    description: 'The length of the spans of time that are counted (default: month).',
    allowed: buckets.join(', '),
  },
  knownAt: {
    description: 'The graph as it was: in a version, or at a moment.',
    allowed: 'the number of a version, or a moment with its offset from UTC, such as 2026-11-24T12:00:00Z',
  },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof parameters;

type Given = Pick<Options, Exclude<ParameterName, 'knownAt'>> & { readonly knownAt?: KnownAt | undefined };

/**
 * Reads what was asked for.
 * @param taken the parameters that the export has.
 * @param given each parameter's text, or texts where it was given more than once.
 * @throws InvalidArgument that names the parameter and what is allowed.
 */
export function readOptions(taken: readonly ParameterName[], given: Readonly<Record<string, unknown>>): Given {
  const names: readonly string[] = taken;
  for (const [name, value] of Object.entries(given)) {
    if (!names.includes(name)) throw new InvalidArgument([name], 'this export has no such parameter', taken.join(', '));
    for (const text of wordsOf(value)) checkText([name], text);
  }
  return {
    kinds: readKinds(given['kinds']),
    asOf: readDay(given['asOf']),
    bucket: readBucket(given['bucket']),
    knownAt: readKnownAt(given['knownAt']),
  };
}

/**
 * Reads what the graph is asked as of: a whole number is a version, anything else a moment.
 * @throws InvalidArgument
 */
export function readKnownAt(value: unknown): KnownAt | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return { version: Number(value) };
  try {
    return { time: parseMoment(value) };
  } catch (error) {
    throw new InvalidArgument(['knownAt'], messageOf(error), parameters.knownAt.allowed);
  }
}

function readKinds(value: unknown): Kind[] | undefined {
  if (value === undefined) return undefined;
  const kinds = wordsOf(value).map((word) => {
    if (!isKind(word)) throw new InvalidArgument(['kinds'], `"${word}" is no kind`, parameters.kinds.allowed);
    return word;
  });
  return [...new Set(kinds)];
}

/** The words of a parameter that may be given more than once, each time with several words. */
const wordsOf = (value: unknown): string[] => [value].flat().flatMap((text) => String(text).split(','));

function readDay(value: unknown): Date | undefined {
  if (value === undefined) return undefined;
  try {
    return parseDay(String(value));
  } catch (error) {
    throw new InvalidArgument(['asOf'], messageOf(error), parameters.asOf.allowed);
  }
}

function readBucket(value: unknown): Bucket | undefined {
  if (value === undefined) return undefined;
  const bucket = buckets.find((one) => one === value);
  if (bucket === undefined) throw new InvalidArgument(['bucket'], `"${value}" is no bucket`, parameters.bucket.allowed);
  return bucket;
}
