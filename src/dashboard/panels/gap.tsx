/** What was asked, offered and imposed, by issue and year: drawn where there are values, and as a table. */
import { graphql } from '../../generated/operations/gql.ts';
import type { GapQuery } from '../../generated/operations/graphql.ts';
import { amountWords } from '../amounts.ts';
import { GapChart, GapLegend } from '../charts/gap.tsx';
import { type GapTerm, type Side, sides } from '../charts/gapMarks.ts';
import { EntityLink } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import type { Words } from '../words/en.ts';
import { type Lang, useLang, useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { TermValue, valueWords } from './terms.tsx';

const GapOf = graphql(`
  query Gap($of: ID!, $language: Language!) {
    entity(id: $of) {
      id
      ... on BargainingRound {
        ...GapLines
      }
      ... on Dispute {
        bargainingRounds(first: 5) {
          nodes {
            ...GapLines
          }
        }
      }
    }
  }
`);

export const LinesOfGap = graphql(`
  fragment GapLines on BargainingRound {
    ...Linked
    gap {
      year
      issue {
        ...Linked
      }
      ask {
        ...TermLine
      }
      offer {
        ...TermLine
      }
      imposed {
        ...TermLine
      }
    }
  }
`);

type Found = NonNullable<GapQuery['entity']>;
type Round = Extract<Found, { gap: unknown }>;
type Row = Round['gap'][number];

/** A round's own gap; a dispute's: those of its rounds that have one. */
function roundsOf(entity: GapQuery['entity']): readonly Round[] {
  if (entity === null) return [];
  const rounds = 'gap' in entity ? [entity] : 'bargainingRounds' in entity ? entity.bargainingRounds.nodes : [];
  return rounds.filter(({ gap }) => gap.length > 0);
}

export function Gap({ id }: { id: string }) {
  const { story } = useWords();
  return (
    <Panel
      name="gap"
      title={story.gap}
      hint={story.gapHint}
      query={GapOf}
      variables={{ of: id, language: useLanguage() }}
      isEmpty={({ entity }) => roundsOf(entity).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({
        head: ['round', 'issue', 'year', 'years', 'side', 'value', 'unit', 'text', 'proposal', 'evidence'],
        rows: roundsOf(entity).flatMap((round) =>
          round.gap.flatMap(({ issue, year, ...terms }) =>
            sides.flatMap((side) =>
              terms[side].map(({ years, value, unit, text, proposal, evidence }) => [
                ...[round.id, issue.id, year, years, side, value ?? 'not stated', unit, text, proposal.id],
                cited(evidence),
              ]),
            ),
          ),
        ),
      })}
      className="wide"
    >
      {({ entity }) =>
        roundsOf(entity).map((round) => (
          <div key={round.id}>
            {round.id !== id && (
              <p>
                <EntityLink entity={round} />
              </p>
            )}
            {[...Map.groupBy(round.gap, ({ issue }) => issue.id)].map(([issue, rows]) => (
              <IssueGap key={issue} rows={rows} />
            ))}
          </div>
        ))
      }
    </Panel>
  );
}

function IssueGap({ rows }: { rows: readonly Row[] }) {
  const words = useWords();
  const lang = useLang();
  const { story } = words;
  const issue = rows[0]?.issue;
  if (issue === undefined) return null;
  const terms = termsOf(rows, words, lang);
  const unit = rows.flatMap((row) => sides.flatMap((side) => row[side])).find((term) => term.unit !== null)?.unit;
  return (
    <section className="issue-gap">
      <h3>
        <EntityLink entity={issue} />
      </h3>
      {terms.some(({ value }) => value !== null) && (
        <>
          <GapLegend words={story} open={story.notStated} />
          <GapChart
            terms={terms}
            label={`${story.gap}, ${issue.name}: ${terms.map(({ said }) => said).join('; ')}`}
            columnWord={(year) => (year === null ? story.noYear : `${story.year} ${year}`)}
            tickWord={(value) => amountWords(value, unit ?? null, words, lang)}
          />
        </>
      )}
      <GapTable rows={rows} />
    </section>
  );
}

/** Each term once: one for several years stands in the row of each. */
function termsOf(rows: readonly Row[], words: Words, lang: Lang): GapTerm[] {
  const terms = new Map<string, GapTerm>();
  for (const row of rows) {
    for (const side of sides) {
      for (const term of row[side]) {
        const value = valueWords(term, words, lang);
        const when = term.year === null ? words.story.noYear : `${words.story.year} ${term.year}`;
        terms.set(term.id, {
          id: term.id,
          side,
          year: term.year,
          years: term.year === null ? 1 : (term.years ?? 1),
          value: term.value,
          label: value ?? `${words.story[side]}: ${words.story.notStated}`,
          aside: term.proposal.name,
          said: `${words.story[side]}, ${when}: ${value ?? words.story.notStated} (${term.proposal.name})`,
        });
      }
    }
  }
  return [...terms.values()];
}

/** Without years, where no term is tied to one. */
function GapTable({ rows }: { rows: readonly Row[] }) {
  const { story } = useWords();
  const dated = rows.some(({ year }) => year !== null);
  const shown = dated ? sides : sides.filter((side) => rows.some((row) => row[side].length > 0));
  return (
    <table className="gap-table">
      <thead>
        <tr>
          {dated && (
            <th scope="col">
              <span className="unseen">{story.year}</span>
            </th>
          )}
          {shown.map((side) => (
            <th scope="col" key={side} data-side={side}>
              {story[side]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.year}>
            {dated && <th scope="row">{row.year === null ? story.noYear : `${story.year} ${row.year}`}</th>}
            {shown.map((side) => (
              <Cell key={side} side={side} terms={row[side]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ side, terms }: { side: Side; terms: Row[Side] }) {
  const { story } = useWords();
  return (
    <td data-side={side} data-label={story[side]}>
      {terms.map((term) => (
        <TermValue key={term.id} term={term} from />
      ))}
      {terms.length === 0 && (
        <span className="nothing">
          <span aria-hidden="true">–</span>
          <span className="unseen">{story.nothingReported}</span>
        </span>
      )}
    </td>
  );
}
