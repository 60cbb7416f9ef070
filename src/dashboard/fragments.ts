/** What panels, pages and maps ask alike: of whatever they link to, of a date, of an article, and of a relationship. */
import { graphql } from '../generated/operations/gql.ts';

export const LinkedEntity = graphql(`
  fragment Linked on Entity {
    id
    kind
    name(language: $language)
    nameLanguage(language: $language)
  }
`);

export const DayOfFact = graphql(`
  fragment Day on PartialDate {
    edtf
    earliest
    latest
    basis
    note
  }
`);

export const PublicationOfArticle = graphql(`
  fragment Publication on Article {
    publisher {
      ...Linked
    }
    published {
      ...Day
    }
  }
`);

export const TieOfEntities = graphql(`
  fragment Tie on Relationship {
    id
    validFrom {
      ...Day
    }
    validTo {
      ...Day
    }
    role
    acting
    note
    accordingTo {
      ...Linked
    }
    evidence {
      ...Sources
    }
  }
`);

/** When it began, of what has a time; a claim has that of the statements that make it. */
export const BeginningOfEntity = graphql(`
  fragment Began on Entity {
    id
    ... on Dated {
      start {
        ...Day
      }
    }
    ... on Claim {
      assertedBy {
        sayings {
          accordingTo {
            id
          }
          statement {
            start {
              earliest
              latest
            }
          }
        }
      }
    }
  }
`);

/** One edge of an entity's relationships: how, to what, and the relationship itself. */
export const EdgeOfEntity = graphql(`
  fragment RelatedEdge on RelationshipEdge {
    label
    direction
    certainty
    other {
      ...Linked
      ...Began
    }
    node {
      type
      ...Tie
    }
  }
`);

/** Who says so, of an event or proposal that one party alone tells, and of hearsay. */
export const ToldOfEntity = graphql(`
  fragment Told on Entity {
    ... on Event {
      accordingTo {
        ...Linked
      }
    }
    ... on Statement {
      accordingTo {
        ...Linked
      }
    }
    ... on Proposal {
      accordingTo {
        ...Linked
      }
    }
  }
`);

/** When it began and ended, or happened. */
export const SpanOfEntity = graphql(`
  fragment Lasting on Dated {
    isPeriod
    start {
      ...Day
    }
    end {
      ...Day
    }
  }
`);

/** An entity with the evidence for its attributes, and those that the sources leave open. */
export const DescribedEntity = graphql(`
  fragment Described on Entity {
    id
    kind
    name(language: $language)
    nameLanguage(language: $language)
    evidence {
      ...Sources
    }
    notStated {
      attribute
      evidence {
        ...Sources
      }
    }
  }
`);
