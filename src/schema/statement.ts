import type { Resolvers } from '../generated/graphql.ts';

export const statementResolvers = {
  Statement: { gist: ({ summary }) => summary },
} satisfies Resolvers;
