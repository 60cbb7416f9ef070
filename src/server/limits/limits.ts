/** Refuses what goes beyond the limits before anything is executed. */
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { ServerContext } from '../context.ts';
import { tooMuch } from '../gate.ts';
import type { Settings } from '../settings.ts';
import { costs } from './cost.ts';
import { refusal } from './refusal.ts';
import { valueBeyond } from './variables.ts';

/** What of a request is known only once its operation is: its variables and its cost. The text is looked at before. */
export function operationLimits(schema: GraphQLSchema, settings: Settings): ApolloServerPlugin<ServerContext> {
  const costOf = costs(schema);
  const { maxCost } = settings;
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request: { variables = {} }, contextValue }) => {
        if (operation === undefined) return;
        const bad = valueBeyond(variables, settings);
        if (bad !== undefined) throw bad;
        if (schema.getRootType(operation.operation) === undefined) throw noSuchOperation(operation.operation);
        const cost = costOf(document, operation, variables);
        if (cost === undefined) return;
        contextValue.cost = cost;
        if (cost > maxCost) {
          const message = `The query may cost ${cost}, which is more than ${maxCost}: ask for shorter pages or fewer levels.`;
          throw refusal('COST_LIMIT', message, { limit: maxCost, requested: cost });
        }
        if (!contextValue.admit(cost)) throw new GraphQLError(tooMuch, { extensions: { code: 'OVERLOADED' } });
      },
    }),
  };
}

const noSuchOperation = (operation: string): GraphQLError =>
  new GraphQLError(`Nothing here is asked by a ${operation}.`, {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });
