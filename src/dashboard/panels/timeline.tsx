/** What happened, in order of time: of one entity, or of all. */
import { graphql } from '../../generated/operations/gql.ts';
import type { TimelineQuery } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { Sources } from '../evidence/sources.tsx';
import { Attributed, attributed, teller } from '../parts/attributed.tsx';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { Standing } from '../parts/standing.tsx';
import { When } from '../parts/when.tsx';
import { termWord } from '../vocabulary.ts';
import { useLanguage, useWords } from '../words.ts';

const TimelineOf = graphql(`
  query Timeline($of: ID!, $to: Date, $after: String, $language: Language!) {
    timeline(of: $of, to: $to, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      undatedCount
      nodes {
        moment
        date {
          ...Day
        }
        entity {
          ...Linked
          subtype
          ...Standing
          ...Told
        }
        relationship {
          id
          object {
            ...Linked
          }
          accordingTo {
            ...Linked
          }
        }
        stage {
          stage
          legislation {
            ...Linked
          }
        }
        evidence {
          ...Sources
        }
      }
    }
  }
`);

type Entry = TimelineQuery['timeline']['nodes'][number];

const isOwnDate = ({ relationship, moment }: Entry): boolean => relationship === null && moment !== 'REACHED_STAGE';

/** The law or bill that an event is a stage of. */
const lawOf = ({ moment, stage }: Entry) => (moment === 'REACHED_STAGE' ? null : (stage?.legislation ?? null));

/** With a day chosen, only what had happened by then. */
export function Timeline({ of }: { of: string }) {
  const words = useWords();
  const language = useLanguage();
  const to = useAsOf();
  return (
    <Panel
      onDay
      name="timeline"
      title={words.entity.timeline}
      query={TimelineOf}
      variables={{ of, to, language }}
      pageOf={({ timeline }) => timeline}
      // The head of its page says when the entity itself began, ended or happened.
      isEmpty={({ timeline }) => timeline.nodes.every((entry) => entry.entity.id === of && isOwnDate(entry))}
      whenEmpty="hide"
      table={({ timeline }) => ({
        head: ['date', 'moment', 'id', 'kind', 'name', 'status', 'law or office', 'according to'],
        rows: timeline.nodes.map((entry) => [
          entry.date.edtf,
          entry.moment,
          entry.entity.id,
          entry.entity.kind,
          entry.entity.name,
          entry.entity.statusCode,
          (entry.relationship?.object ?? lawOf(entry))?.id,
          (entry.relationship?.accordingTo ?? teller(entry.entity))?.id,
        ]),
      })}
    >
      {({ timeline }) => (
        <>
          <ol className="timeline">
            {timeline.nodes.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one entity can stand twice on one day
              <Moment key={index} entry={entry} />
            ))}
          </ol>
          {timeline.undatedCount > 0 && <p className="hint undated">{words.asOf.undated(timeline.undatedCount)}</p>}
        </>
      )}
    </Panel>
  );
}

function Moment({ entry }: { entry: Entry }) {
  const words = useWords();
  const { date, moment, entity, relationship, stage, evidence } = entry;
  const other = relationship?.object ?? lawOf(entry);
  const accordingTo = relationship?.accordingTo ?? teller(entity);
  const fact = relationship?.id ?? `${entity.id}.${stage?.stage ?? moment}`;
  return (
    <li data-kind={entity.kind}>
      <span className="date">
        <When date={date} />
      </span>
      <span>
        <EntityLink entity={entity} />
        {other && (
          <>
            {' '}
            · <EntityLink entity={other} />
          </>
        )}{' '}
        <KindLabel kind={entity.kind} />{' '}
        {moment !== 'HAPPENED' && <small>{termWord(words, stage?.stage ?? moment)}</small>}{' '}
        {moment === 'HAPPENED' && entity.statusCode !== 'OCCURRED' && <Standing of={entity} />}{' '}
        <Attributed to={accordingTo} />
        <Sources fact={fact} of={attributed(entity.name, accordingTo, words)} evidence={evidence} />
      </span>
    </li>
  );
}
