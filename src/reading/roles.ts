/**
 * What each paragraph of an article seems to be: its headline, its text, a caption, words of the site.
 *
 * A line is told by its words where these are those of a site, of a credit or of a day of publication; else by whether
 * it ends as a sentence does, and by where it stands: before the text, within it, or after it.
 */
import type { PassageRole } from '../generated/prisma/enums.ts';

/** Words of the site, wherever they stand and however they end. */
const ofTheSite: readonly RegExp[] = [
  /^(?:read|see|view|watch|listen|find out|learn) (?:more|also|next|here|now|the full)\b(?:[^.]*$|\s*[:|>–—-])/i,
  /^(?:also (?:on|read|see|in the news)|more (?:on|from|in|stories|coverage|news)|related|recommended|you may (?:also )?like)\b(?:[^.!]*$|\s*[:|>–—-])/i,
  /^(?:read|more|watch|listen|video|audio|related|gallery|photos|opinion|analysis|explainer|podcast)\s*[:|>]/i,
  /^read more\b|^photo gallery\b[^.]*$|\bsee gallery$|^(?:slideshow|in pictures)\b/i,
  /^(?:with|avec des?|includes?) (?:files|fichiers|reporting|informations?|material) (?:from|by|de|du)\b/i,
  /^\(?(?:additional |further )?(?:reporting|writing|editing) (?:by|from)\b/i,
  /^this (?:report|story|article|column|post|content|item|page)\b.{0,80}\b(?:published|updated|corrected|amended|clarified|produced|translated|appeared|edited|generated)\b/i,
  /^an? (?:previous|earlier|original) version of this\b/i,
  /^(?:first|originally) published\b/i,
  /^(?:editor[’']?s['’]? note|corrections?|clarifications?|note (?:to readers|de la rédaction)|rectificatif)\s*(?:[:–—-]|$)/i,
  /^(?:©|\(c\)|copyright\b)|\ball rights reserved\b|\btous droits réservés\b/i,
  /\b(?:use|uses|using|accept|utilisons) (?:of )?(?:des )?cookies\b|^cookies?\b|\b(?:privacy|cookie) policy\b/i,
  /^(?:sign up|subscribe|sign in|log in|register|abonnez-vous|inscrivez-vous)\b(?:[^.]*$|.*\b(?:newsletters?|inbox|account|alerts?|email|today|now|here|access|read)\b)/i,
  /^(?:get|join|receive|want|start|download|try|try out|enjoying|like)\b.{0,120}\b(?:inbox|newsletters?|our app|app store|free trial|this (?:story|article)|digital edition|alerts)\b/i,
  /^(?:follow|like|find|join|connect with|contact) (?:us|our|@\w+|\S+ on (?:twitter|facebook|x|instagram))\b/i,
  /^(?:have|got|do you have|want to share) (?:an? |any |your )?(?:story|news|tip|tips|question|questions|opinion|information)\b/i,
  /^(?:e-?mail|write to|contact|reach|tweet)\b.{0,80}(?:@|\bnewsroom\b)/i,
  /^(?:share|tweet|send|print|save|email|comment on|report an error in|report a typo in) (?:this|on|via|to|article|story|tips?)\b[^.]*$/i,
  /^(?:story|article|content|post) continues? (?:below|after)\b|^(?:skip|jump|back) to (?:main |the )?(?:content|top|navigation|article)\b/i,
  /^(?:advertisement|publicité|sponsored|paid content|promoted|trending|most (?:read|popular|viewed)|top stories|popular now|latest news|comments?|leave a comment|join the conversation|loading|menu|close|home|search|tags?|topics?|filed under)(?:\s*[:(…].*|\s*\d*\.{0,3})$/i,
  /^\d+ (?:min(?:ute)?s?[ -]read|comments?|shares?)\b|^(?:estimated )?reading time\b|^listen to this article\b/i,
  /^(?:support|help us|donate|become a member)\b.{0,60}\b(?:journalism|reporting|newsroom|newspaper)\b/i,
  /^-?\s?30\s?-?$|^[–—-]+\s?(?:the |la )?(?:\p{Lu}[\p{L}’'.-]*(?:[ ,]+|$)){1,8}$/u,
];

/** Headings over links to other pages: the lines without a full stop that follow are such links. */
const overLinks =
  /^(?:related (?:stories|articles|links|news|content|coverage)?|more stories|more (?:from|on|in) [^.!?]*|also (?:on|in) [^.!?]*|recommended[^.!?]*|trending[^.!?]*|most (?:read|popular|viewed)[^.!?]*|top stories|latest news|read (?:more|next|also)|you may (?:also )?like[^.!?]*)\s*:?$/i;

/** The reporter's own line at the end: "Jane Doe covers courts for the Examiner.", "Jane Doe, Radio One, Ottawa." */
const ofTheReporter: readonly RegExp[] = [
  /^(?:\p{Lu}[\p{L}’'.-]*\s){2,4}(?:covers?|reports?|writes?)\b.{0,80}\b(?:for|at|from|on|about)\b/u,
  /^(?:\p{Lu}[\p{L}’'.-]*\s){2,4}is (?:an?|the|our)\b.{0,60}\b(?:reporter|journalist|columnist|editor|correspondent|writer|producer|freelancer)\b/u,
  /^(?:\p{L}[\p{L}’'.-]*,?\s){1,3}(?:for |reporting for )?(?:\p{Lu}[\p{L}’'.-]*,?\s){1,4}(?:in )?\p{Lu}[\p{L}’'-]+\.$/u,
];

const names = String.raw`\p{Lu}[\p{L}\d’'.&-]*(?:[ ,]+(?:(?:of|the|de|la|le|du|des|via|for|and|et|pour)[ ]+){0,2}\p{Lu}[\p{L}\d’'.&-]*){0,7}`;

/** A caption's credit at the end of its line. */
const credits: readonly RegExp[] = [
  new RegExp(String.raw`[.!?…]["'”’]?\s+\(${names}(?:\s*[/|:–—-]\s*${names}){0,3}\)$`, 'u'),
  /\((?:submitted|supplied|provided|courtesy|contributed|handout|photo|file|archives?|getty|image|picture|screenshot)\b[^()]{0,80}\)$/iu,
  /\([^()]{0,80}\b(?:Press|Presse canadienne|Photo|Reuters|Getty(?: Images)?|AFP|CBC|Radio-Canada|via \p{L}+)\)$/u,
  new RegExp(String.raw`\(${names}\s*/\s*${names}[^()]{0,40}\)$`, 'u'),
  new RegExp(String.raw`(?:^|[.!?…]["'”’]?\s+)${names}\s*/\s*${names}(?:\s*/\s*${names})?$`, 'u'),
  /[.!?…]["'”’]?\s+(?:[–—|-]\s*)?(?:(?:file )?photos?|image|picture|credit|crédit)(?: credit| courtesy)?\s*(?::|by\b|par\b|of\b).{2,80}$/iu,
  /[.!?…]["'”’]?\s+(?:(?:THE )?(?:\p{Lu}{2,} ?){1,4}PHOTO|FILE PHOTO|HANDOUT)\b.{0,60}$/u,
];

const captionLike: readonly RegExp[] = [
  /^(?:file(?: photo)?|photo|image|picture|caption|pictured|crédit photo|photo credit)\s*(?:[:|]|[–—-]\s)/i,
  /\b(?:in|seen|shown|from) (?:in )?(?:this|an?)\b.{0,50}\b(?:file|handout|undated)\b.{0,12}\b(?:photo|image|photograph)\b/i,
];

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)';
const aDay = new RegExp(
  String.raw`\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{4}[-/]\d\d[-/]\d\d\b|\b${month}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b|\b\d{1,2}(?:er|st|nd|rd|th)? ${month}\.?,? \d{4}\b`,
  'iu',
);
const ofPublication =
  /\b(?:posted|published|updated|modified|publié|mis à jour|corrected)\b(?: (?:on|at|le))?.{0,24}\d/i;
const byline = /^(?:by|par|from|written by|story by|reporting by) (?:the )?\p{Lu}/iu;
const nameAlone = /^(?:\p{Lu}[\p{L}’'.-]*(?:\s|,\s|\s?[|·•/]\s?|$)(?:(?:of|de|the|and)\s)?){2,8}$/u;

const timeAlone = /^(?:updated?:? )?\d{1,2}(?:[:.h]\d\d)?\s*(?:[ap]\.?m\.?)?(?: \p{Lu}{2,4})?\s*[–—:-]?$/iu;
const bullet = /^(?:[•·*▪‣◦–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)/u;
const shareWords = new Set(
  'share tweet email e-mail print facebook twitter x whatsapp linkedin reddit pinterest copy link save comment comments sms text bookmark messenger instagram youtube rss'.split(
    ' ',
  ),
);

/** The most words that a heading has. */
const longest = { headline: 30, subheading: 14, dateline: 24 };

const wordsIn = (text: string): number => text.split(/\s+/).length;
const endsSentence = (text: string): boolean => /[.!?…]["'”’»)\]]*$/.test(text);
const endsWithTime = (text: string): boolean => /\d\s?[ap]\.m\.(?: \p{Lu}{1,3})?$/u.test(text);
const isOneOf = (rules: readonly RegExp[], text: string): boolean => rules.some((rule) => rule.test(text));

/** What a line is by its own words; TEXT ends as a sentence, SHORT does not. */
type Look = 'BOILERPLATE' | 'CAPTION' | 'DATELINE' | 'NAME' | 'TIME' | 'LIST' | 'QUESTION' | 'TEXT' | 'SHORT' | 'LINKS';

/** Beyond this no line is a heading, a credit or a menu, and no pattern is tried on all of it. */
const longestLine = 800;

function lookOf(line: string): Look {
  const text = line.length > longestLine ? line.slice(-longestLine) : line;
  if (overLinks.test(text)) return 'LINKS';
  if (isOneOf(ofTheSite, line.slice(0, longestLine)) || isMenu(text)) return 'BOILERPLATE';
  if (isCaption(text)) return 'CAPTION';
  if (timeAlone.test(text)) return 'TIME';
  const words = wordsIn(text);
  if (words <= longest.dateline && isDateline(text)) return 'DATELINE';
  if (bullet.test(text)) return 'LIST';
  if (/^[^"“”«]{3,80}\?$/.test(text) && words <= 10 && !/^(?:and|but|so|or)\b|[.?!] /i.test(text)) return 'QUESTION';
  if (endsSentence(text) || words > longest.headline || /[,;…]$/.test(text)) return 'TEXT';
  if (/:$/.test(text)) return words > 4 ? 'TEXT' : 'SHORT';
  if (words <= (/[|·•/,]/.test(text) ? 8 : 4) && words > 1 && nameAlone.test(text)) return 'NAME';
  return 'SHORT';
}

function isMenu(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[\s|·•,/]+/)
    .filter((word) => word !== '');
  if (words.length > 0 && words.every((word) => shareWords.has(word))) return true;
  const items = text.split(/\s*[|·•»]\s*|\s{3,}/).filter((item) => item !== '');
  return items.length >= 4 && items.every((item) => wordsIn(item) <= 4) && !/\d/.test(text);
}

const isCaption = (text: string): boolean =>
  (isOneOf(credits, text.slice(-240)) && !/["”][.,]?$/.test(text)) || isOneOf(captionLike, text);

function isDateline(text: string): boolean {
  const ends = endsSentence(text) && !endsWithTime(text);
  if (byline.test(text)) return !ends;
  if (!aDay.test(text) && !ofPublication.test(text)) return false;
  // A headline may name a day too; it has words of its own.
  const own = text.match(/(?<![\p{L}\d’'.])\p{Ll}[\p{L}’'-]*/gu) ?? [];
  return (
    !ends &&
    own.filter((word) => !/^(?:[ap]m|at|on|and|by|le|à|et|last|first|updated|posted|published|corrected)$/.test(word))
      .length <= 3
  );
}

/** What each paragraph seems to be, for a person to look over. */
export function guessRoles(paragraphs: readonly string[]): PassageRole[] {
  const looks = paragraphs.map(lookOf);
  inLists(paragraphs, looks);
  const roles: PassageRole[] = [];
  const [first, last] = [firstOfText(looks), lastOfText(paragraphs, looks)];
  const headline = headlineOf(paragraphs, looks, first);
  let links = false;
  looks.forEach((look, index) => {
    links =
      look === 'LINKS' ||
      (links && (look === 'SHORT' || look === 'NAME' || look === 'QUESTION' || look === 'BOILERPLATE'));
    const role = links
      ? 'BOILERPLATE'
      : roleOf(look, index < first ? 'head' : index > last ? 'tail' : 'text', index - headline);
    roles.push(role);
  });
  return roles;
}

function roleOf(look: Look, part: 'head' | 'text' | 'tail', afterHeadline: number): PassageRole {
  if (look === 'BOILERPLATE' || look === 'LINKS') return 'BOILERPLATE';
  if (look === 'CAPTION') return 'CAPTION';
  if (part === 'tail') return 'BOILERPLATE';
  if (part === 'head') {
    if (look === 'DATELINE' || look === 'TIME') return 'DATELINE';
    if (afterHeadline === 0) return 'HEADLINE';
    if (look === 'NAME') return 'DATELINE';
    return afterHeadline < 0 ? 'BOILERPLATE' : 'SUBHEADING';
  }
  if (look === 'TEXT' || look === 'LIST') return 'BODY';
  return look === 'DATELINE' ? 'BOILERPLATE' : 'SUBHEADING';
}

/** The headline is the first line of more than a few words; what stands before it names the page's section. */
function headlineOf(paragraphs: readonly string[], looks: readonly Look[], first: number): number {
  const heads = looks.flatMap((look, index) =>
    index < first && ['SHORT', 'QUESTION', 'NAME', 'TEXT'].includes(look) ? [index] : [],
  );
  return heads.find((index) => wordsIn(paragraphs[index] ?? '') >= 4) ?? heads[0] ?? -1;
}

/**
 * Where the text begins: at the first line that ends as a sentence does, but after a line of publication. What stands
 * between a headline and that line is a heading, even with a full stop.
 */
function firstOfText(looks: readonly Look[]): number {
  const text = looks.findIndex((look, index) => look === 'TEXT' || (look === 'LIST' && index > 0));
  if (text === -1) return looks.length;
  const headed = looks.slice(0, text).some((look) => look === 'SHORT' || look === 'QUESTION' || look === 'NAME');
  const published = looks.slice(0, text + 3).lastIndexOf('DATELINE');
  return headed && published > text ? published + 1 : text;
}

/** Where the text ends: what follows without a full stop is the site's, and so is the reporter's own line. */
function lastOfText(paragraphs: readonly string[], looks: readonly Look[]): number {
  const isText = (look: Look | undefined) => look === 'TEXT' || look === 'LIST';
  for (let index = looks.length - 1; index > 0; index -= 1) {
    if (!isText(looks[index])) continue;
    const line = paragraphs[index] ?? '';
    if (line.length > 200 || !isOneOf(ofTheReporter, line)) return index;
  }
  return 0;
}

/** Lines that belong to a list, such as one of offers: figures after a colon, or beside others of the same form. */
function inLists(paragraphs: readonly string[], looks: Look[]): void {
  const figured = looks.map((look, index) => look === 'SHORT' && isRow(paragraphs[index] ?? ''));
  const led = (index: number) => /:$/.test(paragraphs[index] ?? '') && looks[index] === 'TEXT';
  looks.forEach((look, index) => {
    if (look !== 'SHORT') return;
    const before = index > 0 && (led(index - 1) || looks[index - 1] === 'LIST');
    if (figured[index] === true && (before || figured[index - 1] === true || figured[index + 1] === true))
      looks[index] = 'LIST';
    else if (before && led(index - 1)) looks[index] = 'LIST';
  });
}

const longestRow = 300;

/** A label and a figure, or columns with figures. A time before a dash is that of a live report. */
const isRow = (text: string): boolean =>
  text.length <= longestRow &&
  !/^\d{1,2}[:.]\d\d\b/.test(text) &&
  /\D(?::|\t| {2}|\||\s[–—-]\s).*[\d%$]|[\d%$].*(?:\t|\|)/.test(text);
