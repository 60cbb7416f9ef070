/** What a map of one entity's neighbours asks of the public API. */
import { graphql } from '../../generated/operations/gql.ts';

export const Neighborhood = graphql(`
  query Neighborhood(
    $of: ID!
    $depth: Int
    $kinds: [Kind!]
    $types: [RelationshipType!]
    $asOf: Date
    $throughHubs: Boolean
    $first: Int
    $language: Language!
  ) {
    neighborhood(
      of: $of
      depth: $depth
      kinds: $kinds
      types: $types
      asOf: $asOf
      throughHubs: $throughHubs
      first: $first
    ) {
      truncated
      nodes {
        distance
        entity {
          ...Linked
          ...Began
        }
      }
      edges {
        certainty
        relationship {
          id
          type
          label
          inverseLabel
          subject {
            id
          }
          object {
            id
          }
          accordingTo {
            ...Linked
          }
        }
      }
    }
  }
`);
