/** What was said: by an actor, on an issue, about a matter, on an occasion; quoted or not, where, when. */
import { graphql } from '../../generated/operations/gql.ts';
import type { StatementLineFragment, StatementsQuery } from '../../generated/operations/graphql.ts';
import { Sources } from '../evidence/sources.tsx';
import { EntityLink } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { When } from '../parts/when.tsx';
import { termWord } from '../vocabulary.ts';
import { useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';

export const LineOfStatement = graphql(`
  fragment StatementLine on Statement {
    ...Linked
    sort
    gist
    medium
    start {
      ...Day
    }
    speaker {
      ...Linked
    }
    evidence {
      ...Source
    }
  }
`);

const StatementsOf = graphql(`
  query Statements($of: ID!, $language: Language!) {
    entity(id: $of) {
      id
      relationships(types: [MAKES, ABOUT, CONCERNS, MADE_IN], kinds: [STATEMENT], first: 100) {
        pageInfo {
          hasNextPage
        }
        edges {
          other {
            id
            ... on Statement {
              ...StatementLine
            }
          }
        }
      }
    }
  }
`);

type Statement = StatementLineFragment;

/** Each statement once, the latest first. */
function statementsOf(entity: StatementsQuery['entity']): readonly Statement[] {
  const found = (entity?.relationships.edges ?? []).flatMap(({ other }) => ('gist' in other ? [other] : []));
  const day = ({ start }: Statement): string => start?.latest ?? start?.earliest ?? '';
  return [...new Map(found.map((one) => [one.id, one])).values()].toSorted((a, b) => (day(a) < day(b) ? 1 : -1));
}

export function Statements({ id }: { id: string }) {
  const words = useWords();
  return (
    <Panel
      name="statements"
      title={words.entity.statements}
      query={StatementsOf}
      variables={{ of: id, language: useLanguage() }}
      isEmpty={({ entity }) => statementsOf(entity).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({
        head: ['id', 'speaker', 'gist', 'sort', 'medium', 'date', 'evidence'],
        rows: statementsOf(entity).map((one) => [
          ...[one.id, one.speaker?.id, one.gist, one.sort, one.medium, one.start?.edtf],
          cited(one.evidence),
        ]),
      })}
    >
      {({ entity }) => (
        <>
          <ul className="statements">
            {statementsOf(entity).map((one) => (
              <li key={one.id}>
                <Line statement={one} by={id} />
              </li>
            ))}
          </ul>
          {entity?.relationships.pageInfo.hasNextPage === true && <p className="hint">{words.story.cut}</p>}
        </>
      )}
    </Panel>
  );
}

/** `by`: whose page it is, so that the speaker is not named again on it. */
function Line({ statement, by }: { statement: Statement; by: string }) {
  const words = useWords();
  const { id, name, gist, sort, medium, start, speaker, evidence } = statement;
  return (
    <>
      <p>
        {speaker !== null && speaker.id !== by && (
          <>
            <EntityLink entity={speaker} />
            {' – '}
          </>
        )}
        <EntityLink entity={statement}>{gist}</EntityLink> <Sources fact={id} of={name} evidence={evidence} />
      </p>
      <small>
        {[sort, medium]
          .filter((word) => word !== null)
          .map((word) => termWord(words, word))
          .join(' · ')}
        {(sort ?? medium) !== null && ' · '}
        <When date={start} />
      </small>
    </>
  );
}
