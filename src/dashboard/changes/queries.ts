/** What the pages of changes ask. */
import { graphql } from '../../generated/operations/gql.ts';

export const HeadOfChangeset = graphql(`
  fragment HeadOfChangeset on Changeset {
    version
    origin
    author
    message
    at
    reverts {
      version
    }
    revertedBy {
      version
    }
  }
`);

export const ChangeOfFact = graphql(`
  fragment ChangeOfFact on FactChange {
    sort
    fact
    kind
    of
    fields(first: 15) {
      field
      before
      after
    }
  }
`);

export const Changesets = graphql(`
  query Changesets($first: Int, $after: String, $last: Int, $before: String) {
    changesets(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasPreviousPage
        startCursor
        hasNextPage
        endCursor
      }
      nodes {
        ...HeadOfChangeset
      }
    }
  }
`);

/** Of each changeset the first facts; how many there are is told with it, and not of the page as a whole. */
export const Corrections = graphql(`
  query Corrections($first: Int, $after: String, $last: Int, $before: String) {
    changesets(
      filter: { origins: [EDIT, REVERT, FILES] }
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasPreviousPage
        startCursor
        hasNextPage
        endCursor
      }
      nodes {
        version
        author
        message
        at
        changes(first: 15) {
          count: totalCount
          nodes {
            ...ChangeOfFact
          }
        }
      }
    }
  }
`);

export const OneChangeset = graphql(`
  query Changeset($version: Int!) {
    changeset(version: $version) {
      ...HeadOfChangeset
      digest
    }
  }
`);

export const FactsOfChangeset = graphql(`
  query FactsOfChangeset($version: Int!, $first: Int, $after: String, $last: Int, $before: String) {
    changeset(version: $version) {
      changes(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          hasPreviousPage
          startCursor
          hasNextPage
          endCursor
        }
        nodes {
          ...ChangeOfFact
        }
      }
    }
  }
`);

export const History = graphql(`
  query History($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    history(id: $id, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasPreviousPage
        startCursor
        hasNextPage
        endCursor
      }
      nodes {
        changeset {
          ...HeadOfChangeset
        }
        changes {
          ...ChangeOfFact
        }
      }
    }
  }
`);

/** What changed as it is called now; what is gone is null. */
export const NamesOfFacts = graphql(`
  query NamesOfFacts($ids: [ID!]!, $language: Language!) {
    nodes(ids: $ids) {
      id
      ... on Entity {
        ...Linked
      }
      ... on Relationship {
        type
        subject {
          ...Linked
        }
        object {
          ...Linked
        }
        accordingTo {
          ...Linked
        }
      }
      ... on Term {
        of {
          ...Linked
        }
        issue {
          ...Linked
        }
        unit
      }
      ... on LegislationStage {
        legislation {
          ...Linked
        }
        stage
      }
      ... on Provision {
        legislation {
          ...Linked
        }
        effect
      }
    }
  }
`);
