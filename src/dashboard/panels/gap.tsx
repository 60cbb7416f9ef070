/** What was asked, offered and imposed, by issue and year: drawn where there are values, and as a table. */
import { useState } from 'react';
import { graphql } from '../../generated/operations/gql.ts';
import type { GapQuery } from '../../generated/operations/graphql.ts';
import { amountWords } from '../amounts.ts';
import { GapChart, GapLegend } from '../charts/gap.tsx';
import { type Column, type GapTerm, type Side, sides, yearly } from '../charts/gapMarks.ts';
import { Sources } from '../evidence/sources.tsx';
import { Attributed, attributed, teller } from '../parts/attributed.tsx';
import { EntityLink } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { termWord } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { type Lang, useLang, useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { isSuperseded, sayingSo, TermValue, valueWords } from './terms.tsx';

const GapOf = graphql(`
  query Gap($of: ID!, $language: Language!) {
    entity(id: $of) {
      id
      ... on BargainingRound {
        ...GapLines
      }
      ... on Dispute {
        bargainingRounds(first: 2) {
          pageInfo {
            hasNextPage
          }
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
    proposalsWithoutTerms {
      proposedAs
      proposal {
        ...Linked
        ...Standing
        ...Told
        evidence {
          ...Sources
        }
      }
    }
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
type Term = Row[Side][number];
/** A proposal of which the sources do not say what is in it. */
type Open = Round['proposalsWithoutTerms'][number];

const sidesByWord: Readonly<Record<Open['proposedAs'], Side>> = { ASK: 'ask', OFFER: 'offer', IMPOSED: 'imposed' };
const sideOf = ({ proposedAs }: Open): Side => sidesByWord[proposedAs];

/** A row of the table: one year, several together, or none. */
type Line = Row & Column;

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
      onDay={false}
      name="gap"
      title={story.gap}
      hint={story.gapHint}
      query={GapOf}
      variables={{ of: id, language: useLanguage() }}
      isEmpty={({ entity }) => roundsOf(entity).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({ head: headOfGap, rows: roundsOf(entity).flatMap(rowsOf) })}
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
              <IssueGap key={issue} rows={rows} open={new Set(round.proposalsWithoutTerms.map(sideOf))} />
            ))}
            <WithoutTerms of={round.proposalsWithoutTerms} />
          </div>
        ))
      }
    </Panel>
  );
}

const headOfGap = [
  ...['round', 'issue', 'year', 'years', 'side', 'value', 'unit', 'text'],
  ...['proposal', 'status', 'according to', 'evidence'],
];

/** A round's rows in the file: one for each term, then one for each proposal without terms. */
function rowsOf({ id, gap, proposalsWithoutTerms }: Round) {
  return [
    ...eachOnce(gap).flatMap(({ issue, year, ...terms }) =>
      sides.flatMap((side) =>
        terms[side].map((term) => [
          ...[id, issue.id, year, term.years, side, saidValue(term), term.unit, term.text],
          ...[term.proposal.id, term.proposal.statusCode, sayingSo(term)?.id, cited(term.evidence)],
        ]),
      ),
    ),
    ...proposalsWithoutTerms.map((open) => [
      ...[id, null, null, null, sideOf(open), 'not stated', null, null],
      ...[open.proposal.id, open.proposal.statusCode, teller(open.proposal)?.id, cited(open.proposal.evidence)],
    ]),
  ];
}

/** Terms for several years together stand in the row of each of these: here in a row of their own, once. */
function eachOnce(rows: readonly Row[]): Line[] {
  const terms = new Map(
    rows.flatMap((row) => sides.flatMap((side) => row[side].map((term) => [term.id, { side, term, row }] as const))),
  );
  const keyOf = ({ year, years, issue }: Term): string => `${issue.id} ${year} ${years ?? 1}`;
  const together = [...Map.groupBy(terms.values(), ({ term }) => keyOf(term)).values()].flatMap((members) => {
    const [one] = members;
    if (one === undefined) return [];
    const { term, row } = one;
    const of = (wanted: Side): Term[] => members.filter(({ side }) => side === wanted).map(({ term }) => term);
    const years = term.year === null ? 1 : (term.years ?? 1);
    return { issue: row.issue, year: term.year, years, ask: of('ask'), offer: of('offer'), imposed: of('imposed') };
  });
  const place = ({ year, years }: { year: number | null; years: number }): number =>
    year === null ? 1e6 : years > 1 ? year - 1e3 : year;
  return together.sort((a, b) => place(a) - place(b));
}

/** Never zero, and never a word of ours where the source has no figure. */
const saidValue = ({ value, stated }: Term): number | string =>
  value ?? (stated === 'NO_FIGURE' ? 'no figure' : 'not stated');

/** @param open the sides that put forward what no term is told of. */
function IssueGap({ rows, open }: { rows: readonly Row[]; open: ReadonlySet<Side> }) {
  const words = useWords();
  const lang = useLang();
  const { story } = words;
  const [byYear, setByYear] = useState(false);
  const issue = rows[0]?.issue;
  if (issue === undefined) return null;
  const lines = eachOnce(rows);
  const stated = termsOf(lines, words, lang);
  const unit =
    rows.flatMap((row) => sides.flatMap((side) => row[side])).find((term) => term.unit !== null)?.unit ?? null;
  const average = (value: number): string => story.average(amountWords(value, unit, words, lang));
  const terms = byYear ? yearly(stated, average) : stated;
  const hasTogether = stated.some(({ years, value }) => years > 1 && value !== null);
  return (
    <section className="issue-gap">
      <h3>
        <EntityLink entity={issue} />
      </h3>
      {terms.some(({ value }) => value !== null) && (
        <>
          <GapLegend words={story} open={story.notStated} />
          {hasTogether && (
            <label className="check">
              <input type="checkbox" checked={byYear} onChange={(event) => setByYear(event.target.checked)} />
              {story.byYear}
            </label>
          )}
          <GapChart
            terms={terms}
            label={words.labelled(`${story.gap}, ${issue.name}`, terms.map(({ said }) => said).join('; '))}
            columnWord={(column) => columnWord(column, words)}
            tickWord={(value) => amountWords(value, unit, words, lang)}
          />
        </>
      )}
      <GapTable rows={lines} open={open} />
    </section>
  );
}

const columnWord = ({ year, years }: Column, { story }: Words): string =>
  year === null ? story.noYear : years > 1 ? story.yearsTogether(year, year + years - 1) : `${story.year} ${year}`;

/** What has no figure at all is in the table alone. */
function termsOf(lines: readonly Line[], words: Words, lang: Lang): GapTerm[] {
  const { story } = words;
  return lines.flatMap(({ year, years, ...cells }) =>
    sides.flatMap((side) =>
      cells[side]
        .filter(({ stated }) => stated !== 'NO_FIGURE')
        .map((term) => {
          const value = valueWords(term, words, lang);
          const from = attributed(term.proposal.name, sayingSo(term), words);
          const superseded = isSuperseded(term);
          const state = superseded ? `, ${termWord(words, 'SUPERSEDED')}` : '';
          return {
            ...{ id: term.id, side, year, years, value: term.value, superseded },
            label: `${value ?? words.labelled(story[side], story.notStated)}${state}`,
            aside: from,
            said: words.labelled(
              `${story[side]}, ${columnWord({ year, years }, words)}`,
              `${value ?? story.notStated}${state} (${from})`,
            ),
          };
        }),
    ),
  );
}

/** Without years, where no term is tied to one. */
function GapTable({ rows, open }: { rows: readonly Line[]; open: ReadonlySet<Side> }) {
  const words = useWords();
  const { story } = words;
  const dated = rows.some(({ year }) => year !== null);
  const shown = dated ? sides : sides.filter((side) => open.has(side) || rows.some((row) => row[side].length > 0));
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
          <tr key={columnWord(row, words)}>
            {dated && <th scope="row">{columnWord(row, words)}</th>}
            {shown.map((side) => (
              <Cell key={side} side={side} terms={row[side]} isOpen={open.has(side)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ side, terms, isOpen }: { side: Side; terms: Row[Side]; isOpen: boolean }) {
  const { story } = useWords();
  return (
    <td data-side={side} data-label={story[side]}>
      {terms.map((term) => (
        <TermValue key={term.id} term={term} from />
      ))}
      {terms.length === 0 && isOpen && <small>{story.termsNotStated}</small>}
      {terms.length === 0 && !isOpen && (
        <span className="nothing">
          <span aria-hidden="true">–</span>
          <span className="unseen">{story.nothingReported}</span>
        </span>
      )}
    </td>
  );
}

/** What was put forward on nobody knows what: by side, with who says so. */
function WithoutTerms({ of }: { of: readonly Open[] }) {
  const { story, labelled } = useWords();
  return of.map((open) => (
    <p key={open.proposal.id} className="without-terms" data-side={sideOf(open)}>
      {labelled(story[sideOf(open)], '')}
      <EntityLink entity={open.proposal} /> <Attributed to={teller(open.proposal)} />{' '}
      <small>{story.termsNotStated}</small>{' '}
      <Sources fact={open.proposal.id} of={open.proposal.name} evidence={open.proposal.evidence} />
    </p>
  ));
}
