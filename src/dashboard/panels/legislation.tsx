/** A law or bill: its number and title, the stages that it reached, what it provides, who brought it in. */
import { graphql } from '../../generated/operations/gql.ts';
import type { LegislationQuery } from '../../generated/operations/graphql.ts';
import { Sources } from '../evidence/sources.tsx';
import { EntityLink } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
import { Panel } from '../parts/panel.tsx';
import { When } from '../parts/when.tsx';
import { attributeWord, capital, termWord } from '../vocabulary.ts';
import { useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { Attribute, Facts, TiesByWay } from './facts.tsx';

const LegislationItself = graphql(`
  query Legislation($id: ID!, $language: Language!) {
    legislation(id: $id) {
      ...Described
      number
      title
      stages(first: 100) {
        id
        stage
        date {
          ...Day
        }
        evidence {
          ...Sources
        }
      }
      provisions(first: 100) {
        id
        effect
        condition
        affects {
          ...Linked
        }
        evidence {
          ...Sources
        }
      }
      relationships(types: [INTRODUCES, ENACTS, IMPOSES, CHALLENGES], first: 50) {
        pageInfo {
          hasNextPage
        }
        edges {
          ...RelatedEdge
        }
      }
    }
  }
`);

type Law = NonNullable<LegislationQuery['legislation']>;

export function Legislation({ id }: { id: string }) {
  const words = useWords();
  const { story } = words;
  return (
    <Panel
      onDay={false}
      name="legislation"
      title={words.entity.facts}
      query={LegislationItself}
      variables={{ id, language: useLanguage() }}
      isEmpty={({ legislation }) => legislation === null}
      table={({ legislation }) => ({
        head: ['id', 'stage', 'date', 'effect', 'condition', 'affects', 'evidence'],
        rows: [
          ...(legislation?.stages ?? []).map(({ id: stage, stage: reached, date, evidence }) => [
            ...[stage, reached, date?.edtf, null, null, null],
            cited(evidence),
          ]),
          ...(legislation?.provisions ?? []).map(({ id: provision, effect, condition, affects, evidence }) => [
            ...[provision, null, null, effect, condition],
            ...[affects.map((one) => one.id).join(' '), cited(evidence)],
          ]),
        ],
      })}
      className="wide"
    >
      {({ legislation: law }) =>
        law && (
          <>
            <Facts across>
              <Attribute of={law} attribute="number">
                {law.number}
              </Attribute>
              <Attribute of={law} attribute="title">
                {law.title}
              </Attribute>
              <TiesByWay edges={law.relationships.edges} />
            </Facts>
            {law.stages.length > 0 && (
              <>
                <h3>{story.stages}</h3>
                <Stages law={law} />
              </>
            )}
            {law.provisions.length > 0 && (
              <>
                <h3>{story.provisions}</h3>
                <Provisions law={law} />
              </>
            )}
          </>
        )
      }
    </Panel>
  );
}

function Stages({ law }: { law: Law }) {
  const words = useWords();
  return (
    <ol className="stages">
      {law.stages.map(({ id, stage, date, evidence }) => (
        <li key={id}>
          <strong>{capital(termWord(words, stage))}</strong> <When date={date} />{' '}
          <Sources fact={id} of={words.labelled(law.name, termWord(words, stage))} evidence={evidence} />
        </li>
      ))}
    </ol>
  );
}

function Provisions({ law }: { law: Law }) {
  const words = useWords();
  const name = (attribute: string): string => capital(attributeWord(words, attribute));
  return (
    <ol className="provisions">
      {law.provisions.map(({ id, effect, condition, affects, evidence }) => (
        <li key={id}>
          <p>
            <OurWords>{effect}</OurWords>{' '}
            <Sources fact={id} of={words.labelled(law.name, effect)} evidence={evidence} />
          </p>
          {condition !== null && (
            <p className="condition">
              <small>{name('condition')}</small> <OurWords>{condition}</OurWords>
            </p>
          )}
          {affects.length > 0 && (
            <p>
              <small>{name('affects')}</small>{' '}
              {affects.map((one, index) => (
                <span key={one.id}>
                  {index > 0 && ' · '}
                  <EntityLink entity={one} />
                </span>
              ))}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
