/** What resolvers hand on, for each type of the schema: rows as the graph gives them, loaded no further than needed. */

import type { FactChange } from '../curation/changeset.ts';
import type { Neighborhood } from '../graph/index/network.ts';
import type { RelatedEdge, RelatedStep, Relationship, RelationshipRef } from '../graph/index/relationships.ts';
import type { OpenDate } from '../graph/nulls.ts';
import type { ChangedFacts, Changeset } from '../graph/queries/changesets.ts';
import type { ListConnection } from '../graph/queries/list.ts';
import type { ListPage } from '../graph/queries/listPage.ts';
import type { Connection, Edge } from '../graph/queries/page.ts';
import type { Match, SearchEdge } from '../graph/queries/search.ts';
import type { BucketKey, BucketTime, Statistics } from '../graph/queries/statistics.ts';
import type { Entry, TimelineConnection } from '../graph/queries/timeline.ts';
import type { RelatedRow } from '../graph/relatedTo.ts';
import type { Entity, EntityRef } from '../graph/rows/entities.ts';
import type { LegislationStage, Provision, Term } from '../graph/rows/entityParts.ts';
import type { Evidence, Paragraph, Passage } from '../graph/rows/evidence.ts';
import type { PartialDate } from '../records/partialDates.ts';
import type { Detail } from '../store/detail.ts';

/** The row if it has been read; a field that is more than id and kind asks `entityRow` for it. */
export type EntityModel = Entity | EntityRef;
export type NameModel = Entity['names'][number];
export type IdentifierModel = Entity['identifiers'][number];
export type NotStatedModel = Entity['notStated'][number] | OpenDate;
/** The row if it has been read; a field that is more than the type and the ends asks `relationshipRow` for it. */
export type RelationshipModel = Relationship | RelationshipRef;
/** Whatever has an id, with the name of its type: the rows of the parts share columns. */
export type NodeModel = FactModel | (Evidence & { readonly __typename: 'Evidence' });
export type EvidenceModel = Evidence;
export type PassageModel = Passage;
export type ParagraphModel = Paragraph;
export type TermModel = Term;
export type ProvisionModel = Provision;
export type StageModel = LegislationStage;
export type TimelineEntryModel = Entry;

/** What evidence hangs on, with the name of its type: the rows of the parts share columns. */
export type FactModel =
  | EntityModel
  | (Relationship & { readonly __typename: 'Relationship' })
  | (Term & { readonly __typename: 'Term' })
  | (Provision & { readonly __typename: 'Provision' })
  | (LegislationStage & { readonly __typename: 'LegislationStage' });

/** A partial date with how it is known. */
export interface PartialDateModel extends PartialDate {
  readonly basis: 'STATED' | 'DERIVED' | 'EXTERNAL';
  readonly note: string | null;
}

/** A line of a page of entities: the node is an id, loaded with its neighbours on the page. */
export type EntityEdgeModel = Edge<string> | RelatedEdge;
/** True if the entity was reached by a relationship, and is not merely listed. */
export const isRelated = (edge: EntityEdgeModel): edge is RelatedEdge => 'seq' in edge;
/** A page of a list, or of what an entity is related to, which asks for no days. */
export interface EntityConnectionModel extends Connection<EntityEdgeModel> {
  readonly undatedCount?: ListConnection['undatedCount'];
}
export type RelationshipEdgeModel = RelatedEdge;
export type RelationshipConnectionModel = Connection<RelatedEdge>;
export type RelationshipListEdgeModel = Edge<{ readonly seq: number }>;
export type RelationshipListConnectionModel = Connection<RelationshipListEdgeModel>;
export type ChangesetModel = Changeset;
export type ChangesetEdgeModel = Edge<Changeset>;
export type ChangesetConnectionModel = Connection<Edge<Changeset>>;
export type FactChangeModel = FactChange;
export type FactChangeEdgeModel = Edge<FactChange>;
export type ChangedFactsModel = ChangedFacts;
/** A version that an entity or a relationship changed in, and how. */
export interface RevisionModel {
  readonly version: number;
  readonly changes: readonly FactChange[];
}
export type RevisionEdgeModel = Edge<RevisionModel>;
export type RevisionConnectionModel = ListPage<RevisionModel>;
export type EvidenceEdgeModel = Edge<Evidence>;
export type EvidenceConnectionModel = ListPage<Evidence>;
export type SearchEdgeModel = SearchEdge;
export type MatchModel = Match;
export type SearchConnectionModel = Connection<SearchEdge>;
export type TimelineEdgeModel = Edge<Entry>;
export type TimelineConnectionModel = TimelineConnection;

/** An entity reached by a relationship: a party, a holder. */
export type RelatedModel = RelatedRow;

export interface SourceCoverageModel {
  readonly articleId: string;
  readonly paragraphs: readonly Paragraph[];
}
export type ParagraphEdgeModel = Edge<Paragraph>;
export type ParagraphConnectionModel = ListPage<Paragraph>;

/** The row of a deadline. */
export type ExtensionModel = Detail<'event'>;
export type StatisticsModel = Statistics;
export type BucketKeyModel = BucketKey;
export type BucketTimeModel = BucketTime;
export type { Attribution as AttributionModel, Saying as SayingModel } from '../graph/attributions.ts';
export type { GapRow as GapRowModel, ProposalWithoutTerms as ProposalWithoutTermsModel } from '../graph/gap.ts';
export type {
  Neighborhood as NeighborhoodModel,
  Path as PathModel,
  PathsFound as PathSearchModel,
} from '../graph/index/network.ts';
export type { Ranked as RankedModel } from '../graph/index/ranking.ts';
/** An entity on a way, and the step that leads to it: none, at the beginning. */
export interface PathStepModel {
  readonly node: string;
  readonly step: RelatedStep | null;
}
export type NeighborhoodNodeModel = Neighborhood['nodes'][number];
export type NeighborhoodEdgeModel = RelatedStep;

export type { Null as NullModel } from '../graph/nulls.ts';
export type { DataVersion as GraphInfoModel } from '../store/version.ts';
