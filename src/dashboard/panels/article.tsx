/** An article paragraph by paragraph: the facts that each carries, and what carries none. */
import { graphql } from '../../generated/operations/gql.ts';
import type { SourceCoverageQuery } from '../../generated/operations/graphql.ts';
import { marked } from '../evidence/marked.ts';
import { Attributed } from '../parts/attributed.tsx';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
import { Panel } from '../parts/panel.tsx';
import { attributeWord, capital, relationshipWord, termWord } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { useLanguage, useWords } from '../words.ts';

const SourceCoverageOf = graphql(`
  query SourceCoverage($id: ID!, $after: String, $language: Language!) {
    sourceCoverage(article: $id) {
      verification
      bodyParagraphs
      coveredParagraphs
      paragraphs(first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          uncoveredReason
          passage {
            number
            role
            text
          }
          evidence(first: 80) {
            totalCount
            nodes {
              basis
              attribute
              anchors
              fact {
                __typename
                ... on Entity {
                  ...Linked
                }
                ... on Relationship {
                  id
                  type
                  label
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
                  id
                  text
                  proposal: of {
                    ...Linked
                  }
                }
                ... on Provision {
                  id
                  effect
                  legislation {
                    ...Linked
                  }
                }
                ... on LegislationStage {
                  id
                  stage
                  legislation {
                    ...Linked
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

type Paragraph = NonNullable<SourceCoverageQuery['sourceCoverage']>['paragraphs']['nodes'][number];
type Carried = Paragraph['evidence']['nodes'][number];

export function SourceCoverage({ id }: { id: string }) {
  const words = useWords();
  const { article, overview } = words;
  return (
    <Panel
      onDay={false}
      name="coverage"
      title={article.paragraphs}
      query={SourceCoverageOf}
      variables={{ id, language: useLanguage() }}
      pageOf={({ sourceCoverage }) => sourceCoverage?.paragraphs}
      isEmpty={({ sourceCoverage }) => (sourceCoverage?.paragraphs.nodes ?? []).length === 0}
      table={({ sourceCoverage }) => ({
        head: ['paragraph', 'role', 'fact', 'attribute', 'basis', 'anchors', 'according to', 'carries none because'],
        rows: (sourceCoverage?.paragraphs.nodes ?? []).flatMap(
          ({ passage: { number, role }, evidence: { nodes: evidence }, uncoveredReason }) =>
            evidence.length === 0
              ? [[number, role, null, null, null, null, null, uncoveredReason]]
              : evidence.map(({ fact, attribute, basis, anchors }) => [
                  ...[number, role, fact.id, attribute, basis],
                  ...[anchors.join(' | '), 'accordingTo' in fact ? fact.accordingTo?.id : null, null],
                ]),
        ),
      })}
      className="wide"
    >
      {({ sourceCoverage }) =>
        sourceCoverage && (
          <>
            <div className="coverage">
              <progress
                aria-label={article.covers}
                value={sourceCoverage.coveredParagraphs}
                max={Math.max(1, sourceCoverage.bodyParagraphs)}
              />
              <p>{overview.covered(sourceCoverage.coveredParagraphs, sourceCoverage.bodyParagraphs)}</p>
            </div>
            {sourceCoverage.paragraphs.nodes.every(({ passage }) => passage.text === null) && (
              <p className="hint">
                {sourceCoverage.verification === 'DIFFERS'
                  ? words.evidence.differs
                  : `${article.noText} ${words.evidence.howToSupply}`}
              </p>
            )}
            <ol className="paragraphs">
              {sourceCoverage.paragraphs.nodes.map((paragraph) => (
                <li key={paragraph.passage.number} id={`paragraph-${paragraph.passage.number}`}>
                  <OneParagraph paragraph={paragraph} />
                </li>
              ))}
            </ol>
          </>
        )
      }
    </Panel>
  );
}

function OneParagraph({ paragraph }: { paragraph: Paragraph }) {
  const { passage, uncoveredReason } = paragraph;
  const evidence = paragraph.evidence.nodes;
  const words = useWords();
  const { number, role, text } = passage;
  const anchors = [...new Set(evidence.flatMap((one) => one.anchors))];
  return (
    <>
      <div>
        <h3>
          {capital(words.evidence.paragraph(number))} <small>{termWord(words, role)}</small>
        </h3>
        {text === null ? (
          anchors.length > 0 && (
            <p className="anchors">
              {words.evidence.anchors}{' '}
              {anchors.map((anchor) => (
                <q key={anchor}>{anchor}</q>
              ))}
            </p>
          )
        ) : (
          <blockquote>
            {marked(text, anchors).map((piece) =>
              piece.anchor ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
            )}
          </blockquote>
        )}
      </div>
      {evidence.length === 0 ? (
        <p className="empty">
          {words.article.carriesNone} <OurWords>{uncoveredReason}</OurWords>
        </p>
      ) : (
        <Carries evidence={evidence} />
      )}
    </>
  );
}

/** What a paragraph carries: what it knows by name, and, to be unfolded, what it says of that. */
function Carries({ evidence }: { evidence: readonly Carried[] }) {
  const words = useWords();
  const named = evidence.filter(({ fact }) => 'kind' in fact);
  const said = evidence.filter(({ fact }) => !('kind' in fact));
  return (
    <div>
      <p className="carried">
        {named.map((one, index) => (
          <span key={keyOf(one)}>
            {index > 0 && ' · '}
            <FactLine fact={one.fact} />
            {'kind' in one.fact && (
              <>
                {' '}
                <KindLabel kind={one.fact.kind} />
              </>
            )}
            <Basis of={one} words={words} />
          </span>
        ))}
      </p>
      {said.length > 0 && (
        <details>
          <summary>
            {words.article.said} ({words.article.facts(said.length)})
          </summary>
          <ul className="ties">
            {said.map((one) => (
              <li key={keyOf(one)}>
                <FactLine fact={one.fact} />
                <Basis of={one} words={words} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const keyOf = ({ fact, attribute }: Carried): string => `${fact.id} ${attribute}`;

function FactLine({ fact }: { fact: Carried['fact'] }) {
  const words = useWords();
  switch (fact.__typename) {
    case 'Relationship':
      return (
        <>
          <EntityLink entity={fact.subject} /> {relationshipWord(words, fact.type, 'OUT', fact.label)}{' '}
          <EntityLink entity={fact.object} /> <Attributed to={fact.accordingTo} />
        </>
      );
    case 'Term':
      return (
        <>
          <EntityLink entity={fact.proposal} /> – <OurWords>{fact.text}</OurWords>
        </>
      );
    case 'Provision':
      return (
        <>
          <EntityLink entity={fact.legislation} /> – <OurWords>{fact.effect}</OurWords>
        </>
      );
    case 'LegislationStage':
      return (
        <>
          <EntityLink entity={fact.legislation} /> – {termWord(words, fact.stage)}
        </>
      );
    default:
      return <EntityLink entity={fact} />;
  }
}

/** What it is evidence for, if for one attribute only, and that it is not stated but derived. */
function Basis({ of: { attribute, basis }, words }: { of: Carried; words: Words }) {
  const said = [
    attribute === null ? null : attributeWord(words, attribute),
    basis === 'STATED' ? null : termWord(words, basis),
  ].filter((word) => word !== null);
  return said.length === 0 ? null : <small> ({said.join(', ')})</small>;
}
