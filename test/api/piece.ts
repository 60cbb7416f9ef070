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

/** Its fields, in a query. */
export const pieceFields = 'article { id outlets { nodes { id } } } paragraph basis verification quotation attribute';
