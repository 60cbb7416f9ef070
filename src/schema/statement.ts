import type { Resolvers } from '../generated/graphql.ts';
import { entityColumn } from './entity.ts';

export const statementResolvers = {
  Statement: { gist: entityColumn('summary') },
} satisfies Resolvers;
