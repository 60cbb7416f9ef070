/** What the panels of a story ask alike: of whatever they link to, of a date, and of a relationship. */
import { graphql } from '../../generated/operations/gql.ts';
import type { Language } from '../../generated/operations/graphql.ts';
import { useLang } from '../words.ts';

export const LinkedEntity = graphql(`
  fragment Linked on Entity {
    id
    kind
    name(language: $language)
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
      ...Source
    }
  }
`);

/** An entity with the evidence for its attributes, and those that the sources leave open. */
export const DescribedEntity = graphql(`
  fragment Described on Entity {
    id
    kind
    name(language: $language)
    evidence {
      ...Source
    }
    notStated {
      attribute
      evidence {
        ...Source
      }
    }
  }
`);

/** The language of names, as the API spells it. */
export const useLanguage = (): Language => (useLang() === 'fr' ? 'FR' : 'EN');
