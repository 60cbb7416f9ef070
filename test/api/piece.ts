import { attributeOfScheme, identifierSchemeNames } from '../../src/registry/index.ts';

/** A piece of evidence, as tests of filters read it from the API. */
export interface Piece {
  readonly article: {
    readonly id: string;
    readonly start: { readonly latest: string | null } | null;
    readonly outlets: { readonly nodes: readonly { readonly id: string }[] };
  } | null;
  readonly paragraph: number | null;
  readonly basis: string;
  readonly verification: string | null;
  readonly quotation: string | null;
  readonly attribute: string | null;
}

const identifying = new Set<string | null>(identifierSchemeNames.map(attributeOfScheme));

/** Those that bear a fact out: what is said for an identifier tells only which one is meant. */
export const bearing = <One extends Pick<Piece, 'attribute'>>(pieces: readonly One[]): One[] =>
  pieces.filter(({ attribute }) => !identifying.has(attribute));

/** Whether it certainly had been published by a day: an article of which nobody knows the day, at the last it may be. */
export const isPublishedBy = ({ article }: Pick<Piece, 'article'>, day: string): boolean =>
  (article?.start?.latest ?? '9999') <= day;

/** Its fields, in a query. */
export const pieceFields =
  'article { id start { latest } outlets { nodes { id } } } paragraph basis verification quotation attribute';
