/** Terms of proposals in words: a value, or that it is not stated; over how many years; what the source says of it. */
import { graphql } from '../../generated/operations/gql.ts';
import type { TermLineFragment } from '../../generated/operations/graphql.ts';
import { givenWords } from '../amounts.ts';
import { Sources } from '../evidence/sources.tsx';
import { Attributed, attributed, teller } from '../parts/attributed.tsx';
import { EntityLink, type Named } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
import { termWord } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { type Lang, useLang, useWords } from '../words.ts';
import { NotStated } from './facts.tsx';

export const LineOfTerms = graphql(`
  fragment TermLine on Term {
    id
    year
    years
    value
    fraction
    stated
    unit
    approximation
    text
    proposal: of {
      ...Linked
      ...Standing
      ...Told
      start {
        ...Day
      }
    }
    issue {
      ...Linked
    }
    evidence {
      ...Sources
    }
  }
`);

/** Who says that a term's proposal was put forward, where that is told at second hand. */
export const sayingSo = ({ proposal }: TermLineFragment): Named | null => teller(proposal);

/** Another proposal has taken its place: it is no longer what is asked or offered. */
export const isSuperseded = ({ proposal }: TermLineFragment): boolean => proposal.statusCode === 'SUPERSEDED';

/** `6% over 2 years together`; null: there is no value. */
export function valueWords(term: TermLineFragment, words: Words, lang: Lang): string | null {
  const amount = givenWords(term, words, lang);
  const { years } = term;
  if (amount === null) return null;
  return (years ?? 1) > 1 ? `${amount} ${words.story.together(years ?? 1)}` : amount;
}

/** A term's value and what it says. `from`: with the proposal that it stands in. */
export function TermValue({ term, from = false }: { term: TermLineFragment; from?: boolean }) {
  const words = useWords();
  const value = valueWords(term, words, useLang());
  return (
    <div className="term">
      {term.stated !== 'NO_FIGURE' && (
        <span className="value">{value === null ? <NotStated /> : <strong>{value}</strong>}</span>
      )}{' '}
      <Sources
        fact={term.id}
        of={attributed(
          words.labelled(
            `${term.proposal.name}, ${term.issue.name}`,
            value ?? (term.stated === 'NO_FIGURE' ? term.text : words.story.notStated),
          ),
          sayingSo(term),
          words,
        )}
        evidence={term.evidence}
      />
      <small>
        <OurWords>{term.text}</OurWords>
        {from && (
          <>
            {' · '}
            <EntityLink entity={term.proposal} />{' '}
            {isSuperseded(term) && <span className="status">{termWord(words, 'SUPERSEDED')}</span>}{' '}
            <Attributed to={sayingSo(term)} />
          </>
        )}
      </small>
    </div>
  );
}
