/** An entity in short: the attributes of its kind, and what it is related to in the ways that matter most for it. */
import type { ReactNode } from 'react';
import { graphql } from '../../generated/operations/gql.ts';
import type { InShortQuery, RelationshipType } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { amountWords } from '../amounts.ts';
import { SafeLink } from '../evidence/drawer.tsx';
import { certaintyWith, presenceOn } from '../onDay.ts';
import { OurWords } from '../parts/inLanguage.tsx';
import { Panel } from '../parts/panel.tsx';
import { When } from '../parts/when.tsx';
import { attributeWord, termWord } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { type Lang, useLang, useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { Attribute, evidenceFor, Facts, TiesByWay } from './facts.tsx';
import { relatedThen } from './then.ts';

const InShortOf = graphql(`
  query InShort($of: ID!, $types: [RelationshipType!], $asOf: Date, $after: String, $language: Language!) {
    entity(id: $of) {
      ...Described
      relationships(types: $types, asOf: $asOf, first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          ...RelatedEdge
        }
      }
      ... on BargainingRound {
        agreementExpiry {
          ...Day
        }
        route
      }
      ... on BargainingUnit {
        size
        sizeAsOf {
          ...Day
        }
        occupations
      }
      ... on LegalChallenge {
        grounds
      }
      ... on Article {
        headline
        byline
        address
        retrieved {
          ...Day
        }
      }
      ... on Statement {
        subtype
        medium
      }
    }
  }
`);

type Found = NonNullable<InShortQuery['entity']>;

/** What the attributes of a kind are shown as; `text`: the same for a table. null: there is no value. */
interface Line {
  readonly attribute: string;
  readonly text: string | null;
  readonly shown: ReactNode;
}

function linesOf(entity: Found, day: string | null, words: Words, lang: Lang): Line[] {
  const line = (attribute: string, text: string | null | undefined, shown: ReactNode = text): Line => ({
    attribute,
    text: text ?? null,
    shown: text == null ? null : shown,
  });
  const own = (attribute: string, text: string | null | undefined): Line =>
    line(attribute, text, <OurWords>{text}</OurWords>);
  const term = (attribute: string, word: string | null): Line =>
    line(attribute, word, word !== null && termWord(words, word));
  const occupationsOf = ({ occupations }: { readonly occupations: readonly string[] | null }): Line =>
    own('occupations', occupations?.join(', '));
  if ('route' in entity) {
    const { agreementExpiry, route } = entity;
    return [line('agreementExpiry', agreementExpiry?.edtf, <When date={agreementExpiry} />), term('route', route)];
  }
  if ('size' in entity) {
    // A size that was counted only later is not that of the day.
    if (presenceOn(day, { id: entity.id, start: entity.sizeAsOf }) === 'LATER') return [occupationsOf(entity)];
    const { size, sizeAsOf } = entity;
    const people = size === null ? null : amountWords(size, 'PEOPLE', words, lang);
    return [
      line('size', people, <strong>{people}</strong>),
      line('sizeAsOf', sizeAsOf?.edtf, <When date={sizeAsOf} />),
      occupationsOf(entity),
    ];
  }
  if ('grounds' in entity) return [own('grounds', entity.grounds), line('court', null)];
  if ('byline' in entity) {
    const { headline, byline, address, retrieved } = entity;
    const link = address !== null && <SafeLink address={address} />;
    return [
      ...[line('headline', headline), line('byline', byline), line('address', address, link)],
      line('retrieved', retrieved?.edtf, <When date={retrieved} />),
    ];
  }
  if ('medium' in entity) return [term('type', entity.subtype), term('medium', entity.medium)];
  return [];
}

/** The attributes of a court are a relationship's: it counts as left open only where none is named. */
const isShown = (entity: Found, { attribute, text }: Line): boolean =>
  text !== null || entity.notStated.some((one) => one.attribute === attribute);

/** A panel that shows, beside the attributes, relationships of these types. */
export function inShort(...types: readonly RelationshipType[]) {
  return function InShort({ id }: { id: string }) {
    const words = useWords();
    const lang = useLang();
    const asOf = useAsOf();
    const shown = (entity: Found): Line[] => linesOf(entity, asOf, words, lang).filter((line) => isShown(entity, line));
    return (
      <Panel
        onDay
        name="in-short"
        title={words.entity.facts}
        query={InShortOf}
        variables={{ of: id, types: [...types], asOf, language: useLanguage() }}
        pageOf={({ entity }) => entity?.relationships}
        isEmpty={({ entity }) =>
          entity === null || shown(entity).length + relatedThen(asOf, entity.relationships.edges).length === 0
        }
        whenEmpty="hide"
        table={({ entity }) => ({
          head: ['what', 'value', 'according to', 'evidence', 'certainty'],
          rows:
            entity === null
              ? []
              : [
                  ...shown(entity).map(({ attribute, text }) => [
                    ...[attributeWord(words, attribute), text ?? 'not stated', null],
                    ...[cited(evidenceFor(entity.evidence, attribute)), null],
                  ]),
                  ...relatedThen(asOf, entity.relationships.edges).map(({ label, other, node, certainty }) => [
                    ...[label, other.id, node.accordingTo?.id],
                    ...[cited(node.evidence), certaintyWith(asOf, certainty, other)],
                  ]),
                ],
        })}
        className="wide"
      >
        {({ entity }) =>
          entity && (
            <Facts across>
              {shown(entity).map(({ attribute, shown: value }) => (
                <Attribute key={attribute} of={entity} attribute={attribute}>
                  {value}
                </Attribute>
              ))}
              <TiesByWay edges={entity.relationships.edges} />
            </Facts>
          )
        }
      </Panel>
    );
  };
}
