import type { Resolvers } from '../generated/graphql.ts';
import { partialDate } from './date.ts';

export const eventResolvers = {
  Event: {
    extension: async ({ id }, _, { graph }) => {
      const event = await graph.detail('event', id);
      const said = [event?.extensionTo, event?.extensionDecidedById, event?.extensionDecisionExpected];
      return said.some((one) => one !== null) ? event : null;
    },
  },
  Extension: {
    to: (event) => partialDate(event, 'extensionTo'),
    decidedBy: async ({ extensionDecidedById: id }, _, { graph }) =>
      id === null ? null : await graph.entities.load(id),
    decisionExpected: (event) => partialDate(event, 'extensionDecisionExpected'),
  },
} satisfies Resolvers;
