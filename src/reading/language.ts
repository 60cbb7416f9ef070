/** Whether a text is in a language that the reader has rules for. */
import { franc } from 'franc';
import { UnreadableText } from './unreadable.ts';

export type Language = 'en' | 'fr';

/** Words without meaning that only one of the languages has, and the neighbours of both have not. */
const common: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the and of to said that with by be has are from it they will have at which its not this their'.split(' '),
  ),
  fr: new Set(
    'les des et est une dans pour qui sur avec du au aux ce sont été ses cette leurs nous mais selon'.split(' '),
  ),
};

/** Fewer letters than these leave the language open. */
const enough = 400;
/** So much of a text in English or French, though full of names, is these words; of no other language. */
const share = 0.1;

/**
 * The language of an article; undefined: it is too short to tell.
 * @throws UnreadableText if it is surely neither English nor French.
 */
export function languageOf(texts: readonly string[], where: string): Language | undefined {
  const text = texts.join(' ').slice(0, 20_000);
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.join('').length < enough) return undefined;
  const shareOf = (language: Language) => words.filter((word) => common[language].has(word)).length / words.length;
  const [english, french] = [shareOf('en'), shareOf('fr')];
  const likely = english >= french ? 'en' : 'fr';
  if (Math.max(english, french) >= share) return likely;
  const guess = franc(text);
  if (guess === 'eng') return 'en';
  if (guess === 'fra') return 'fr';
  // Lists and tables have few words of a language, and are guessed to be any.
  if (guess === 'und' || Math.max(english, french) >= share / 2) return undefined;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(guess) ?? guess;
  throw new UnreadableText(`${where}: its language seems to be ${name}; what is read is English, and French`);
}
