/** What was said: by an actor, on an issue, about a matter, on an occasion; quoted or not, where, when. */
import { graphql } from '../../generated/operations/gql.ts';
import type { StatementLineFragment, StatementsQuery } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { Sources } from '../evidence/sources.tsx';
import { certaintyOf, onDay, presenceOn } from '../onDay.ts';
import { Attributed, attributed } from '../parts/attributed.tsx';
import { EntityLink } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
import { Panel } from '../parts/panel.tsx';
import { Undated } from '../parts/undated.tsx';
import { When } from '../parts/when.tsx';
import { termWord } from '../vocabulary.ts';
import { useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';

export const LineOfStatement = graphql(`
  fragment StatementLine on Statement {
    ...Linked
    subtype
    summary
    medium
    start {
      ...Day
    }
    speaker {
      ...Linked
    }
    accordingTo {
      ...Linked
    }
    evidence {
      ...Sources
    }
  }
`);

const StatementsOf = graphql(`
  query Statements($of: ID!, $after: String, $language: Language!) {
    entity(id: $of) {
      id
      relationships(types: [MAKES, ABOUT, CONCERNS, MADE_IN], kinds: [STATEMENT], first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
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
  const found = (entity?.relationships.edges ?? []).flatMap(({ other }) => ('summary' in other ? [other] : []));
  const day = ({ start }: Statement): string => start?.latest ?? start?.earliest ?? '';
  return [...new Map(found.map((one) => [one.id, one])).values()].toSorted((a, b) => (day(a) < day(b) ? 1 : -1));
}

export function Statements({ id }: { id: string }) {
  const words = useWords();
  const asOf = useAsOf();
  const shown = (entity: StatementsQuery['entity']): Statement[] =>
    statementsOf(entity).filter((one) => presenceOn(asOf, one) !== 'LATER');
  const list = (statements: readonly Statement[]) => (
    <ul className="statements">
      {statements.map((one) => (
        <li key={one.id}>
          <Line statement={one} by={id} />
        </li>
      ))}
    </ul>
  );
  return (
    <Panel
      onDay
      name="statements"
      title={words.entity.statements}
      query={StatementsOf}
      variables={{ of: id, language: useLanguage() }}
      pageOf={({ entity }) => entity?.relationships}
      isEmpty={({ entity }) => shown(entity).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({
        head: ['id', 'speaker', 'summary', 'subtype', 'medium', 'date', 'according to', 'evidence', 'certainty'],
        rows: shown(entity).map((one) => [
          ...[one.id, one.speaker?.id, one.summary, one.subtype, one.medium, one.start?.edtf],
          ...[one.accordingTo?.id, cited(one.evidence), certaintyOf(asOf, one)],
        ]),
      })}
    >
      {({ entity }) => {
        const { there, undated } = onDay(asOf, statementsOf(entity), (one) => one);
        return (
          <>
            {list(there)}
            <Undated count={undated.length}>{list(undated)}</Undated>
          </>
        );
      }}
    </Panel>
  );
}

/** `by`: whose page it is, so that the speaker is not named again on it. */
function Line({ statement, by }: { statement: Statement; by: string }) {
  const words = useWords();
  const { id, name, summary, subtype, medium, start, speaker, accordingTo, evidence } = statement;
  return (
    <>
      <p>
        {speaker !== null && speaker.id !== by && (
          <>
            <EntityLink entity={speaker} />
            {' – '}
          </>
        )}
        <EntityLink entity={statement}>
          <OurWords>{summary}</OurWords>
        </EntityLink>{' '}
        <Attributed to={accordingTo} />
        <Sources fact={id} of={attributed(name, accordingTo, words)} evidence={evidence} />
      </p>
      <small>
        {words.story.ourSummary}{' '}
        {[subtype, medium]
          .filter((word) => word !== null)
          .map((word) => termWord(words, word))
          .join(' · ')}
        {(subtype ?? medium) !== null && ' · '}
        <When date={start} />
      </small>
    </>
  );
}
