/**
 * Apollo, Prisma and DataLoader as a competent developer writes them: a schema for what is asked, a loader for each
 * kind of list, rows by `findMany`. On the same tables, through the same generated client, and without a cache beyond
 * one request.
 *
 * Call: node --import tsx apollo.ts <database URL> <port>
 */
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { PrismaPg } from '@prisma/adapter-pg';
import DataLoader from 'dataloader';
import express from 'express';
import {
  type Entity,
  type Evidence,
  type Name,
  PrismaClient,
  type Relationship,
} from '../../src/generated/prisma/client.ts';

const typeDefs = `
  type Query {
    entities(ids: [ID!]!): [Entity!]!
    entity(id: ID!): Entity
    disputes(status: String!, type: String!, first: Int!): DisputeList!
    timeline(of: ID!, first: Int!): [Entry!]!
  }
  type Entity {
    id: ID!
    kind: String!
    name: String!
    status: String
    start: String
    summary: String!
    names: [Name!]!
    parties: [Party!]!
    offices: [Entity!]!
    holders(asOf: String): [Entity!]!
    relationships(first: Int!): [Relationship!]!
  }
  type Name { text: String! language: String! type: String! }
  type Party { side: String! actor: Entity! }
  type Relationship { id: ID! type: String! object: Entity! evidence: [Evidence!]! }
  type Evidence { articleId: ID paragraph: Int basis: String! cues: [String!]! }
  type DisputeList { total: Int! items: [Entity!]! }
  type Entry { date: String! moment: String! about: ID! name: String! }`;

const [connectionString, port] = process.argv.slice(2);
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 10 }) });

function grouped<Row>(ids: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string | null): Row[][] {
  const groups = new Map<string | null, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}

/** Loaders live as long as a request. */
function openLoaders() {
  const incoming = (type: string): DataLoader<string, Relationship[]> =>
    new DataLoader(async (ids) => {
      const rows = await prisma.relationship.findMany({ where: { type, objectId: { in: [...ids] } } });
      return grouped(ids, rows, (row) => row.objectId);
    });
  return {
    entity: new DataLoader<string, Entity>(async (ids) => {
      const rows = await prisma.entity.findMany({ where: { id: { in: [...ids] } } });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? new Error(`there is no ${id}`));
    }),
    names: new DataLoader<string, Name[]>(async (ids) => {
      const rows = await prisma.name.findMany({ where: { entityId: { in: [...ids] } } });
      return grouped(ids, rows, (row) => row.entityId);
    }),
    evidence: new DataLoader<string, Evidence[]>(async (ids) => {
      const where = { relationshipId: { in: [...ids] } };
      const rows = await prisma.evidence.findMany({ where, orderBy: { ordinal: 'asc' } });
      return grouped(ids, rows, (row) => row.relationshipId);
    }),
    parties: incoming('PARTY_TO'),
    offices: incoming('OFFICE_OF'),
    holders: incoming('HOLDS'),
  };
}

type Loaders = ReturnType<typeof openLoaders>;

const holdsOn = ({ validFromEarliest, validToLatest }: Relationship, day: Date): boolean =>
  (validFromEarliest === null || validFromEarliest <= day) && (validToLatest === null || validToLatest >= day);

const resolvers = {
  Query: {
    entities: async (_: unknown, { ids }: { ids: string[] }, loaders: Loaders) => await loaders.entity.loadMany(ids),
    entity: async (_: unknown, { id }: { id: string }, loaders: Loaders) => await loaders.entity.load(id),
    disputes: async (_: unknown, { status, type, first }: { status: string; type: string; first: number }) => {
      const where = { kind: 'DISPUTE', status, type };
      const [total, items] = await Promise.all([
        prisma.entity.count({ where }),
        prisma.entity.findMany({ where, orderBy: [{ startEarliest: 'desc' }, { id: 'desc' }], take: first }),
      ]);
      return { total, items };
    },
    timeline: async (_: unknown, { of, first }: { of: string; first: number }) =>
      await prisma.$queryRaw`SELECT * FROM bench_timeline(${of}) LIMIT ${first}`,
  },
  Entity: {
    name: async ({ id }: Entity, _: unknown, loaders: Loaders) => {
      const names = await loaders.names.load(id);
      return names.find(({ type, language }) => type === 'PREFERRED' && language === 'en')?.text ?? id;
    },
    names: async ({ id }: Entity, _: unknown, loaders: Loaders) => await loaders.names.load(id),
    parties: async ({ id }: Entity, _: unknown, loaders: Loaders) => {
      const rows = await loaders.parties.load(id);
      return rows.map(({ side, subjectId }) => ({ side, actor: loaders.entity.load(subjectId) }));
    },
    offices: async ({ id }: Entity, _: unknown, loaders: Loaders) => {
      const rows = await loaders.offices.load(id);
      return rows.map(({ subjectId }) => loaders.entity.load(subjectId));
    },
    holders: async ({ id }: Entity, { asOf }: { asOf?: string }, loaders: Loaders) => {
      const rows = await loaders.holders.load(id);
      const held = asOf === undefined ? rows : rows.filter((row) => holdsOn(row, new Date(asOf)));
      return held.map(({ subjectId }) => loaders.entity.load(subjectId));
    },
    relationships: async ({ id }: Entity, { first }: { first: number }) =>
      await prisma.relationship.findMany({ where: { subjectId: id }, take: first }),
  },
  Relationship: {
    object: async ({ objectId }: Relationship, _: unknown, loaders: Loaders) => await loaders.entity.load(objectId),
    evidence: async ({ id }: Relationship, _: unknown, loaders: Loaders) => await loaders.evidence.load(id),
  },
  Evidence: { cues: ({ anchors }: Evidence) => anchors },
};

const apollo = new ApolloServer<Loaders>({ typeDefs, resolvers });
await apollo.start();
const app = express();
app.use('/graphql', express.json(), expressMiddleware(apollo, { context: async () => openLoaders() }));
app.listen(Number(port), '127.0.0.1');
