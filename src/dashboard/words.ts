/** The interface's words in the language of the visit. What the sources and the data say is not translated. */
import { createContext, useContext } from 'react';
import type { Language } from '../generated/operations/graphql.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';
import type { Words } from './words/words.ts';

export type Lang = 'en' | 'fr';
export const languages: Readonly<Record<Lang, Words>> = { en, fr };

export const LangContext = createContext<Lang>('en');

export const useLang = (): Lang => useContext(LangContext);
export const useWords = (): Words => languages[useContext(LangContext)];

/** The language of names, as the API spells it. */
export const languageOf = (lang: Lang): Language => (lang === 'fr' ? 'FR' : 'EN');
export const useLanguage = (): Language => languageOf(useLang());

/** The language of a visit: the address's, else the last chosen one, else the browser's. */
export function chooseLang(inAddress: string | null): Lang {
  const wanted = inAddress ?? remembered() ?? navigator.language;
  return wanted.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** Keeps the choice for the next visit. */
export const rememberLang = (lang: Lang): void => localStorage.setItem('lang', lang);
const remembered = (): string | null => localStorage.getItem('lang');
