import { ApolloServerValidationErrorCode } from '@apollo/server/errors';
import { GraphQLError, type ValidationRule } from 'graphql';

/** Where the schema may not be asked for, it is not given to the router of a federated graph either. */
export const noServiceSdl: ValidationRule = (context) => ({
  Field: (node) => {
    if (node.name.value !== '_service') return;
    const extensions = { validationErrorCode: ApolloServerValidationErrorCode.INTROSPECTION_DISABLED };
    context.reportError(new GraphQLError('The schema is hidden.', { nodes: node, extensions }));
  },
});
