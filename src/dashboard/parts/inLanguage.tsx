/**
 * Texts of the data, in the language that they are written in. Where that is not the page's, it is said: to the ear by
 * `lang`, to the eye by a mark beside the text, which a note on the page explains.
 */
import type { ReactNode } from 'react';
import type { Language } from '../../generated/operations/graphql.ts';
import { type Lang, useLang, useWords } from '../words.ts';
import type { Named } from './named.ts';

type NameOf = Pick<Named, 'name' | 'nameLanguage' | 'kind'>;

/** Kinds whose names are the same in every language. */
const namedAlike: readonly string[] = ['PERSON', 'NEWS_OUTLET'];

/** The language of a name, where it is not that of the page. */
export function otherLanguage({ nameLanguage, kind }: Omit<NameOf, 'name'>, lang: Lang): Lang | undefined {
  if (kind !== undefined && namedAlike.includes(kind)) return undefined;
  return other(nameLanguage, lang);
}

function other(language: Language, lang: Lang): Lang | undefined {
  const own = language === 'FR' ? 'fr' : 'en';
  return own === lang ? undefined : own;
}

/** The name of an entity. `children`: as it stands in a sentence. */
export function Name({ of, children }: { of: NameOf; children?: ReactNode }) {
  return <InLanguage language={otherLanguage(of, useLang())}>{children ?? of.name}</InLanguage>;
}

/** What the project says in words of its own: summaries, terms and provisions, which it writes in English. */
export function OurWords({ children }: { children: ReactNode }) {
  return <InLanguage language={other('EN', useLang())}>{children}</InLanguage>;
}

function InLanguage({ language, children }: { language: Lang | undefined; children: ReactNode }) {
  const { inOtherLanguage } = useWords();
  if (language === undefined) return children;
  return (
    <span className="other-language" lang={language} title={inOtherLanguage.hint}>
      {children}
    </span>
  );
}

/** What the mark means; shown where one stands on the page. */
export function LanguageNote() {
  const { inOtherLanguage } = useWords();
  return <aside className="language-note">{inOtherLanguage.note}</aside>;
}
