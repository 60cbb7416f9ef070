import type { Resolvers } from '../generated/graphql.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import { shareOf } from './amount.ts';
import { partialDate } from './date.ts';

export const eventResolvers = {
  Event: {
    extension: ({ id }, _, { graph }) =>
      mapMaybePromise(graph.detail('event', id), (event) => {
        const said = [
          event?.extensionTo,
          event?.extensionDecidedById,
          event?.extensionDecisionExpected,
          event?.extensionLikelihood,
        ];
        return said.some((one) => one !== null) ? event : null;
      }),
    vote: ({ id }, _, { graph }) =>
      mapMaybePromise(graph.detail('event', id), (event) => {
        if (event === null) return null;
        const { question, result, inFavour, inFavourFraction, turnout, turnoutFraction } = event;
        if ([question, result, inFavour, turnout].every((one) => one === null)) return null;
        return {
          question,
          result,
          inFavour: shareOf(inFavour, inFavourFraction, event.inFavourApproximation),
          turnout: shareOf(turnout, turnoutFraction, event.turnoutApproximation),
        };
      }),
  },
  Extension: {
    to: (event) => partialDate(event, 'extensionTo'),
    decidedBy: ({ extensionDecidedById: id }, _, { graph }) => (id === null ? null : graph.entities.load(id)),
    decisionExpected: (event) => partialDate(event, 'extensionDecisionExpected'),
    accordingTo: ({ extensionAccordingToId: id }, _, { graph }) => (id === null ? null : graph.entities.load(id)),
    likelihood: ({ extensionLikelihood }) => extensionLikelihood,
  },
} satisfies Resolvers;
