/** How texts write days, months and years: each form once, the fullest first. */
import { holidays } from './calendar.ts';

export type FormName =
  | 'none'
  | 'iso'
  | 'numeric'
  | 'monthDay'
  | 'dayMonth'
  | 'monthYear'
  | 'monthRelative'
  | 'weekday'
  | 'holiday'
  | 'relativeDay'
  | 'relativePeriod'
  | 'ago'
  | 'month'
  | 'ordinal'
  | 'year';

const either = (words: string): string => `(?:${words.split(' ').join('|')})`;
/** As a name is written, and in capitals. */
const named = (words: string): string =>
  either(
    words
      .split(' ')
      .flatMap((word) => [word, word.toUpperCase()])
      .join(' '),
  );

const longMonth = named('January February March April May June July August September October November December');
const shortMonth = named('Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec');
const frenchMonth =
  '(?:[Jj]anvier|[Ff][ée]vrier|[Mm]ars|[Aa]vril|[Mm]ai|[Jj]uin|[Jj]uillet|[Aa]o[ûu]t|[Ss]eptembre|[Oo]ctobre|[Nn]ovembre|[Dd][ée]cembre)';
const wordEnd = '(?![\\p{L}\\p{N}])';
const englishMonth = `(?<month>${longMonth}|${shortMonth}\\.?)`;
const anyMonth = `(?<month>${longMonth}|${shortMonth}\\.?|${frenchMonth}|janv\\.|f[ée]vr\\.|juill\\.)`;
const month = `${anyMonth}${wordEnd}`;
const longWeekday = named('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
const frenchWeekday = '[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche';
const shortWeekday = '(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)';
const weekday = `(?<weekday>${longWeekday}|${frenchWeekday})${wordEnd}`;
/** Before a day that is given in full: there the short forms are no words of their own. */
const leading = `(?:(?<weekday>${longWeekday}|${frenchWeekday}|${shortWeekday}\\.?),? (?:the )?)?`;

const ordinalEnd = '(?:st|nd|rd|th|ST|ND|RD|TH|er)?';
/** Not the beginning of a larger number, a time or a percentage. */
const oneDay = `(?:3[01]|[12]\\d|0?[1-9])${ordinalEnd}(?![\\p{L}\\d%]|[,.:]\\d)`;
const yearDigits = '(?<year>(?:18|19|20)\\d\\d)';
const yearEnd = '(?![\\p{L}\\d]|,\\d{3}|\\.\\d)';
const year = `${yearDigits}${yearEnd}`;
/** That the year is told by way of the article's. */
const whichYear = "(?:,? (?:of )?(?<which>(?:last|this|next) year|(?:de )?l[’']an (?:dernier|prochain)|cette année))";
/** After the second of two numbers, so that "May 12 and 14 workers" is one day. */
const afterList =
  '$|[.,;:)”"—–]|[’\']s |\\s(?:[—–-]|in|at|on|for|to|of|and|as|after|before|with|when|from|but|or|by|if|until|while|because|was|were|will|is|are|that|over|outside|across|inside|this|last|next|than|since|during|vote|walkout|strike|hearing|meeting|session|talks)(?![\\p{L}])';
const joint = '(?: ?[-–] ?| (?:and|or|to|through|until|et|au|ou) )';
const start = '(?<![\\p{L}\\p{N}]|\\d[.,/]|[$£€#])';

/** Names of months that are also first names or verbs; there a word has to lead to them. */
const leads =
  'in|since|by|until|till|of|from|for|to|through|before|after|during|late|early|mid|last|this|next|and|or|between|early-|mid-|late-|back in|' +
  "past|coming|the|for|as|IN|SINCE|BY|UNTIL|en|de|depuis|d[’']ici|fin|début|mi-|coming|both|around|about|ending|expired|expires|on|that";

/** What is no date: fiscal and school years, decades, numbers that look like years, days that come again and again. */
const none = [
  `(?:19|20)\\d\\d ?[-–/] ?(?:\\d\\d)(?![\\p{N}]|[-–/]\\d)`,
  `(?:19|20)\\d\\d ?[-–/] ?(?:19|20)\\d\\d(?= (?:fiscal|school|academic|budget|season))`,
  `(?:19|20)\\d\\ds`,
  `(?:fiscal|Fiscal|FY)(?: year)? ?(?:19|20)\\d\\d`,
  `(?:Local|Locals|Bill|Bills|Section|Article|No\\.|Number|Highway|Route|Room|Branch|Lodge|Unit|Order|Convention|Suite|Flight|Box|Agenda|Vision|section|local|bill|projet de loi|loi|article) (?:19|20)\\d\\d(?![\\d])`,
  `(?:19|20)\\d\\d(?= (?:workers|employees|members|people|nurses|teachers|jobs|staff|drivers|hours|students|delegates|units|km|metres|votes))`,
  `(?:[Ee]very|[Ee]ach|[Aa]lternate|[Oo]ther|[Mm]ost|[Aa]ny|chaque|tous les)(?: other)? (?:${longWeekday}|${longMonth}|${frenchWeekday})`,
  `(?<![Ff]rom )(?:${longWeekday})[- ](?:to|through|thru)[- ](?:${longWeekday})`,
  `(?:${longWeekday}) (?:Times|Star|Herald|Mail|Post|Telegraph|Mirror|Sun|Independent|World|Edition|Magazine|Night (?=\\p{Lu}))`,
  `(?:Black|Cyber|Bloody|Super|Red|Giving|Ash|Shrove|Fat|Pancake|Maundy|Palm|Holy) (?:${longWeekday})`,
  `(?:${holidays.map(({ names }) => names).join('|')})(?= (?:break|season|holidays?|bonus|bonuses|shopping|party|parties|tree|rush|period|week|weekend|long weekend|dinner|cards?|gifts?|presents?|lights|concert|recess|sale|sales|travel|trip|turkey|parade|vacation))`,
  `Christmas (?:Island|Carol|Seals)`,
];

/** Of a march that is walked, and of a law's name. */
const march =
  '(?=M)(?<!(?:[Ii]n|[Ss]ince|[Bb]y|[Oo]f|[Uu]ntil|[Ll]ast|[Tt]his|[Ff]rom|[Nn]ext|[Bb]efore|[Aa]fter|during|late|early|[Mm]id|[Ee]nd|to) )' +
  'March (?:on|for|of|against|through|to|down) (?=\\p{L})(?!the \\d)';
const ofLaw = '(?=[12])(?<=Act(?:,| \\()\\s?)(?:19|20)\\d\\d';

const forms: readonly (readonly [FormName, string])[] = [
  ['iso', `${start}${yearDigits}[-/](?<month>0[1-9]|1[0-2])[-/](?<day>[0-3]\\d)(?=$|[^\\d-]|T\\d)`],
  ['numeric', `${start}(?<first>\\d{1,2})(?<mark>[-/.])(?<second>\\d{1,2})\\k<mark>${year}`],
  [
    'monthDay',
    `${start}(?<head>${leading}${anyMonth} ?(?:the )?)(?<days>${oneDay}(?:(?:, ${oneDay}){0,4},?${joint}${oneDay}(?=,? (?:19|20)\\d\\d|${afterList}))?)(?:(?:,? (?:of )?${year}(?!-\\d))|${whichYear})?`,
  ],
  [
    'dayMonth',
    `(?=[\\d\\p{Lu}ldtmjvs])${start}(?<head>${leading}(?:[Ll]e |[Dd]u |the )?)(?<days>${oneDay}(?:(?:, ${oneDay}){0,4}${joint}${oneDay})?)(?: of)? ${month}(?:(?:,? (?:of )?${year}(?!-\\d))|${whichYear})?`,
  ],
  ['none', `(?=[12\\p{Lu}fslbaepcot])${start}(?:${none.join('|')})|${march}|${ofLaw}`],
  ['monthYear', `${start}${month},?(?: of| de)? ${year}(?![-–/]\\d\\d(?!\\d))`],
  ['monthRelative', `${start}${month}${whichYear}`],
  [
    'holiday',
    `${start}(?:(?<side>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming) )?(?<holiday>${holidays.map(({ names }) => names).join('|')})(?![\\p{L}\\p{N}])(?:(?:,? (?:of |in )?${year})|${whichYear})?`,
  ],
  [
    'weekday',
    `${start}(?:(?<side>[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Tt]his|[Pp]ast|[Cc]oming|LAST|NEXT) )?${weekday}(?:,? (?:of )?(?<which>(?:last|next|this) week)| (?<sideAfter>dernier|prochain|last|next)(?! \\p{L}))?`,
  ],
  [
    'monthRelative',
    `${start}(?<side>[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Tt]his|[Pp]ast|LAST|NEXT) ${englishMonth}${wordEnd}`,
  ],
  [
    'relativeDay',
    `${start}(?:(?<earlier>[Aa]vant-hier|[Tt]he day before yesterday)|(?<yesterday>[Yy]esterday|YESTERDAY|[Ll]ast night|[Hh]ier)|(?<later>[Aa]près-demain|[Tt]he day after tomorrow)|(?<tomorrow>[Tt]omorrow|TOMORROW|[Dd]emain)|(?<today>[Tt]oday|TODAY|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Aa]ujourd[’']hui|[Cc]e (?:matin|soir)))(?![\\p{L}\\p{N}]|[’']s (?:world|economy|society|market|workplace|workers|youth))`,
  ],
  [
    'relativePeriod',
    `${start}(?<side>[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|LAST|NEXT) (?:calendar )?(?<period>month|year)(?![\\p{L}\\p{N}])(?!-)`,
  ],
  [
    'relativePeriod',
    `${start}(?:[Ll]e (?<period>month|mois)|[Ll][’'](?:an|année)) (?<side>dernier|dernière|prochain|prochaine|passé)(?![\\p{L}])`,
  ],
  [
    'ago',
    `${start}(?<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}) (?<unit>day|month|year)s? ago${wordEnd}`,
  ],
  [
    'month',
    `${start}(?<month>${named('January February July September October November December')}|(?:Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\\.)${wordEnd}`,
  ],
  [
    'month',
    `(?<=(?:^|[\\s(“"-])(?:${leads}|${leads.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => letter.toUpperCase())})[ -]|^mid-|Mid-)(?<month>${named('March April May June August')})(?![\\p{L}\\p{N}])(?! (?!(?:${longWeekday}|${longMonth}))\\p{Lu}\\p{Ll})`,
  ],
  ['month', `${start}(?<month>${named('April June August')})(?![\\p{L}\\p{N}]| \\p{Lu}\\p{Ll})`],
  [
    'month',
    `(?<=(?:^|[\\s(“«’'])(?:[Ee]n|[Dd]epuis|[Mm]ois de|[Mm]ois d[’']|[Ff]in|[Dd]ébut|[Mm]i-|[Dd][’']ici|de|à) ?)(?<month>${frenchMonth})${wordEnd}`,
  ],
  [
    'ordinal',
    `(?<=(?:on|by|until|before|since|from|of|to|and|for) the )(?<day>3[01]st|2[1-9](?:st|nd|rd|th)|30th|1\\dth|20th|[1-9](?:st|nd|rd|th))(?=$|[.,;:)”"—–]|\\s(?:in|at|to|and|for|with|but|of (?:this|the) month|when|if|as|after|because|or|was|were|will)(?!\\p{L}))`,
  ],
  [
    'year',
    `${start}(?<!\\p{Lu}{2,8} |[Gg]rade |[Rr]oom |[Ss]treet |[’'])(?<year>(?:19|20)\\d\\d)${yearEnd}(?! ?(?:%|per cent|percent|million|billion|dollars|\\$|hours|km|kilomet|words|tonnes|pages))(?!-(?!\\d|level|era|themed|style|\\p{L}))`,
  ],
];

export const dateForms: readonly { readonly name: FormName; readonly pattern: RegExp }[] = forms.map(
  ([name, pattern]) => ({
    name,
    pattern: new RegExp(pattern, 'gu'),
  }),
);
