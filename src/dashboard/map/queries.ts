/** What a map asks of the public API. */
import { graphql } from '../../generated/operations/gql.ts';

/** A relationship with all that qualifies it, and why it is believed. */
export const Said = graphql(`
  fragment Said on Relationship {
    id
    type
    label
    inverseLabel
    subject {
      ...Linked
    }
    object {
      ...Linked
    }
    side
    position
    ...Tie
  }
`);

/** A page of all entities, each with the relationships of which it is the subject. */
export const WholeGraph = graphql(`
  query WholeGraph($kinds: [Kind!], $asOf: Date, $after: String, $language: Language!) {
    entities(filter: { kinds: $kinds }, orderBy: { field: ID }, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        name(language: $language)
        nameLanguage(language: $language)
        ...Began
        relationships(direction: OUT, asOf: $asOf, first: 100) {
          pageInfo {
            hasNextPage
          }
          edges {
            certainty
            node {
              id
              type
              label
              inverseLabel
              accordingTo {
                ...Linked
              }
            }
            other {
              id
            }
          }
        }
      }
    }
  }
`);

/** How many entities there are of each kind. */
export const KindCounts = graphql(`
  query KindCounts {
    statistics(by: [KIND]) {
      truncated
      bucketCount
      buckets {
        count
        keys {
          key
        }
      }
    }
  }
`);

/** What some entities are related to: for those that are opened up on a map. */
export const OpenedUp = graphql(`
  query OpenedUp(
    $ids: [ID!]!
    $kinds: [Kind!]
    $types: [RelationshipType!]
    $asOf: Date
    $language: Language!
  ) {
    nodes(ids: $ids) {
      id
      ... on Entity {
        kind
        name(language: $language)
        nameLanguage(language: $language)
        ...Began
        relationships(kinds: $kinds, types: $types, asOf: $asOf, first: 100) {
          pageInfo {
            hasNextPage
          }
          edges {
            certainty
            direction
            node {
              id
              type
              label
              inverseLabel
              accordingTo {
                ...Linked
              }
            }
            other {
              ...Linked
              ...Began
            }
          }
        }
      }
    }
  }
`);

/** An entity, or relationships, that are chosen on a map. */
export const Chosen = graphql(`
  query ChosenOnMap($ids: [ID!]!, $language: Language!) {
    nodes(ids: $ids) {
      id
      ... on Entity {
        kind
        name(language: $language)
        nameLanguage(language: $language)
        summary
        subtype
        ...Standing
        ...Told
        evidence {
          ...Sources
        }
      }
      ... on Relationship {
        ...Said
      }
    }
  }
`);
