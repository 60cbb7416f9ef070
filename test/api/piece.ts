import { attributeOfScheme, identifierSchemeNames } from '../../src/registry/index.ts';

/** A piece of evidence, as tests of filters read it from the API. */
export interface Piece {
  readonly article: {
    readonly id: string;
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

/** Its fields, in a query. */
export const pieceFields = 'article { id outlets { nodes { id } } } paragraph basis verification quotation attribute';
