import type { CodegenConfig } from '@graphql-codegen/cli';
import { preset as clientPreset } from '@graphql-codegen/client-preset';
import { type DocumentNode, Kind, print, visit } from 'graphql';
import { buildSdl, kindTypes } from './src/schema/sdl.ts';
import { connectedTypes } from './src/schema/vocabulary.ts';

const mapped = (types: readonly string[], to: string): Record<string, string> =>
  Object.fromEntries(types.map((type) => [type, `../schema/models.ts#${to}`]));

const { document } = buildSdl();

/** The schema as a client has it that takes an answer with an error for none: what is null only then is never null. */
const withoutErrors = (schema: DocumentNode): DocumentNode =>
  visit(schema, {
    FieldDefinition: (field) =>
      field.type.kind !== Kind.NON_NULL_TYPE && field.directives?.some(({ name }) => name.value === 'semanticNonNull')
        ? { ...field, type: { kind: Kind.NON_NULL_TYPE, type: field.type } }
        : undefined,
  });

/**
 * The preset `client`, which hands on only some of the settings: with each type that an interface stands for written out,
 * the operations' types come to thirty times as much.
 */
const operationsPreset: typeof clientPreset = {
  ...clientPreset,
  buildGeneratesSection: async (options) =>
    (await clientPreset.buildGeneratesSection(options)).map((section) => ({
      ...section,
      config: { ...section.config, mergeFragmentTypes: true },
    })),
};

const clientScalars = { Date: 'string', DateTime: 'string', ID: 'string', _Any: 'unknown' };

// Resolver types. Every kind is handed on as the entity's row; what a field adds is loaded by that field.
const config: CodegenConfig = {
  generates: {
    'src/generated/graphql.ts': {
      schema: print(document),
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../schema/context.ts#Context',
        useTypeImports: true,
        enumsAsTypes: true,
        addInterfaceFieldResolverTypes: true,
        // They follow from the registry: see src/schema/derived.ts.
        optionalResolveType: true,
        scalars: { Date: 'Date', DateTime: 'Date', ID: 'string', _Any: 'unknown' },
        mappers: {
          ...mapped(['Node', '_Entity'], 'NodeModel'),
          ...mapped(
            ['Entity', 'Dated', 'Actor', 'Organization', 'BargainingParty', 'HasParties', 'Contestable', ...kindTypes],
            'EntityModel',
          ),
          ...mapped(
            connectedTypes.map((type) => `${type}Edge`),
            'EntityEdgeModel',
          ),
          ...mapped(
            connectedTypes.map((type) => `${type}Connection`),
            'EntityConnectionModel',
          ),
          ...mapped(['RelationshipConnection'], 'RelationshipConnectionModel'),
          ...mapped(['RelationshipEdge'], 'RelationshipEdgeModel'),
          ...mapped(['RelationshipListConnection'], 'RelationshipListConnectionModel'),
          ...mapped(['RelationshipListEdge'], 'RelationshipListEdgeModel'),
          ...mapped(['EvidenceConnection'], 'EvidenceConnectionModel'),
          ...mapped(['EvidenceEdge'], 'EvidenceEdgeModel'),
          ...mapped(['Changeset'], 'ChangesetModel'),
          ...mapped(['ChangesetEdge'], 'ChangesetEdgeModel'),
          ...mapped(['ChangesetConnection'], 'ChangesetConnectionModel'),
          ...mapped(['FactChange'], 'FactChangeModel'),
          ...mapped(['FactChangeEdge'], 'FactChangeEdgeModel'),
          ...mapped(['FactChangeConnection'], 'ChangedFactsModel'),
          ...mapped(['Revision'], 'RevisionModel'),
          ...mapped(['RevisionEdge'], 'RevisionEdgeModel'),
          ...mapped(['RevisionConnection'], 'RevisionConnectionModel'),
          ...mapped(['SearchConnection'], 'SearchConnectionModel'),
          ...mapped(['SearchEdge'], 'SearchEdgeModel'),
          ...mapped(['Match'], 'MatchModel'),
          ...mapped(['TimelineConnection'], 'TimelineConnectionModel'),
          ...mapped(['TimelineEdge'], 'TimelineEdgeModel'),
          ...mapped(['TimelineEntry'], 'TimelineEntryModel'),
          ...mapped(['Relationship'], 'RelationshipModel'),
          ...mapped(['Evidence'], 'EvidenceModel'),
          ...mapped(['Passage'], 'PassageModel'),
          ...mapped(['SourceCoverage'], 'SourceCoverageModel'),
          ...mapped(['ParagraphCoverage'], 'ParagraphModel'),
          ...mapped(['ParagraphCoverageConnection'], 'ParagraphConnectionModel'),
          ...mapped(['ParagraphCoverageEdge'], 'ParagraphEdgeModel'),
          ...mapped(['PartialDate'], 'PartialDateModel'),
          ...mapped(['Name'], 'NameModel'),
          ...mapped(['Identifier'], 'IdentifierModel'),
          ...mapped(['Null'], 'NullModel'),
          ...mapped(['NotStated'], 'NotStatedModel'),
          ...mapped(['Term'], 'TermModel'),
          ...mapped(['Provision'], 'ProvisionModel'),
          ...mapped(['LegislationStage'], 'StageModel'),
          ...mapped(['Extension'], 'ExtensionModel'),
          ...mapped(['Fact'], 'FactModel'),
          ...mapped(['GapRow'], 'GapRowModel'),
          ...mapped(['ProposalWithoutTerms'], 'ProposalWithoutTermsModel'),
          ...mapped(['PartyOnSide', 'OfficeHolder'], 'RelatedModel'),
          ...mapped(['Attribution'], 'AttributionModel'),
          ...mapped(['Saying'], 'SayingModel'),
          ...mapped(['Statistics'], 'StatisticsModel'),
          ...mapped(['BucketKey'], 'BucketKeyModel'),
          ...mapped(['BucketTime'], 'BucketTimeModel'),
          ...mapped(['Path'], 'PathModel'),
          ...mapped(['PathStep'], 'PathStepModel'),
          ...mapped(['PathSearch'], 'PathSearchModel'),
          ...mapped(['Neighborhood'], 'NeighborhoodModel'),
          ...mapped(['NeighborhoodNode'], 'NeighborhoodNodeModel'),
          ...mapped(['NeighborhoodEdge'], 'NeighborhoodEdgeModel'),
          ...mapped(['Ranked'], 'RankedModel'),
          ...mapped(['GraphInfo'], 'GraphInfoModel'),
        },
      },
    },
    // What the package for clients has: the schema's types, and the dashboard's operations as examples.
    'src/generated/client/schema.ts': {
      schema: print(document),
      plugins: ['typescript'],
      config: { enumsAsTypes: true, scalars: clientScalars },
    },
    'src/generated/client/documents.ts': {
      schema: print(document),
      documents: ['src/dashboard/**/*.{ts,tsx}'],
      plugins: ['typescript-operations', 'typed-document-node'],
      // Of the types that an interface stands for, those that give the same are one.
      config: { useTypeImports: true, enumType: 'string-literal', mergeFragmentTypes: true, scalars: clientScalars },
    },
    // The dashboard's operations, typed by what they ask for.
    'src/generated/operations/': {
      schema: print(withoutErrors(document)),
      preset: operationsPreset,
      documents: ['src/dashboard/**/*.{ts,tsx}'],
      presetConfig: { fragmentMasking: false },
      config: { useTypeImports: true, enumsAsTypes: true, scalars: clientScalars },
    },
  },
};

export default config;
