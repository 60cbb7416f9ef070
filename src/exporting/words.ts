/**
 * The words that this version knows. Rows are read as the database has them, and one that a later version wrote, or that
 * somebody wrote past the rules, may have others: what an export would say of it would be made up.
 */

import type { Prisma } from '../generated/prisma/client.ts';
import {
  Approximation,
  Basis,
  Likelihood,
  Medium,
  NameType,
  PassageRole,
  Position,
  Quotation,
  ResolutionRoute,
  Side,
  TextStatus,
  Unit,
  VoteResult,
} from '../generated/prisma/enums.ts';
import type { DetailModel } from '../registry/index.ts';

/** A table whose rows exports tell, as the Prisma client names it. */
export type Table =
  | 'entity'
  | 'name'
  | 'relationship'
  | 'term'
  | 'legislationStage'
  | 'provision'
  | 'passage'
  | 'evidence'
  | DetailModel;

type Scalars<One extends Table> = Prisma.TypeMap['model'][Capitalize<One>]['payload']['scalars'];

/** The words of a column that has an enumeration; `never` of text, which may be anything. */
type WordsOf<Value> = string extends Value ? never : Extract<Value, string>;

type Words<Row> = {
  readonly [Column in keyof Row as [WordsOf<Row[Column]>] extends [never] ? never : Column]: Readonly<
    Record<WordsOf<Row[Column]>, string>
  >;
};

/** The columns that have an enumeration, by table: the type makes the schema say which. */
const words: { readonly [One in Table]: Words<Scalars<One>> } = {
  entity: { startBasis: Basis, endBasis: Basis },
  name: { type: NameType },
  relationship: { side: Side, position: Position, validFromBasis: Basis, validToBasis: Basis },
  term: { unit: Unit, approximation: Approximation, effectiveBasis: Basis },
  legislationStage: { dateBasis: Basis },
  provision: {},
  passage: { role: PassageRole },
  evidence: { basis: Basis, quotation: Quotation },
  article: { textStatus: TextStatus, updatedBasis: Basis, retrievedBasis: Basis },
  bargainingRound: { route: ResolutionRoute, agreementExpiryBasis: Basis },
  bargainingUnit: {
    sizeApproximation: Approximation,
    sizeAsOfBasis: Basis,
    essentialShareApproximation: Approximation,
  },
  claim: { unit: Unit, approximation: Approximation },
  event: {
    extensionToBasis: Basis,
    extensionDecisionExpectedBasis: Basis,
    extensionLikelihood: Likelihood,
    result: VoteResult,
    inFavourApproximation: Approximation,
    turnoutApproximation: Approximation,
  },
  jurisdiction: {},
  legalChallenge: {},
  legislation: {},
  office: {},
  statement: { medium: Medium },
};

/**
 * The row itself.
 * @throws Error that names the column and the word, if the row has one that this version does not know.
 */
export function known<Row extends object>(table: Table, row: Row): Row {
  const columns: Readonly<Record<string, object>> = words[table];
  for (const [column, enumeration] of Object.entries(columns)) {
    const word: unknown = Reflect.get(row, column);
    if (typeof word === 'string' && !Object.hasOwn(enumeration, word))
      throw new Error(`${table}.${column}: '${word}' is not found in enum ${Object.keys(enumeration).join(', ')}`);
  }
  return row;
}
