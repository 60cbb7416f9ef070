/** The words of which posts are made: "national executive vice president", and the sides that they are of. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words of a post. A run of them, with their modifiers, is a title. */
const titleHeads = set(
  'president presidents chair chairs chairman chairwoman chairperson premier minister mayor leader chief commissioner secretary treasurer ' +
    'director spokesperson spokesman spokeswoman spokesmen spokespeople justice judge senator mp mpp mla mna mha dr mr ms mrs coun councillor ' +
    'councilor prof professor steward negotiator mediator arbitrator conciliator governor superintendent ceo cfo coo head ' +
    'manager critic coordinator co-ordinator organizer organiser representative rep officer executive principal dean provost rector ' +
    'chancellor vice-president vice-chair vice-chancellor lawyer economist analyst adviser advisor ambassador speaker sergeant constable reeve ' +
    'solicitor auditor member delegate trustee counsel vice-principal attorney founder owner administrator ombudsman whip warden agent president-elect ' +
    'président présidente ministre porte-parole mme capt cpt gen col lt maj cmdr insp supt vice-président vice-présidente taoiseach tánaiste baroness lord sir dame reverend rev undersecretary ' +
    'scientist historian scholar fellow researcher sociologist strategist barrister adjudicator registrar magistrate boss shadow deputy predecessor successor',
);
const titleModifiers = set(
  'deputy vice acting interim national executive regional general first former senior assistant prime attorney local provincial ' +
    'federal lead past associate outgoing incoming managing financial operating bargaining union parliamentary house chief new then-president ' +
    'co honorary communications media recording corresponding second newly elected long-time longtime current opposition finance labour labor shop ' +
    'elected solicitor human resources public relations affairs business services policy operations head area divisional district staff ' +
    'shadow negotiating industrial research political press law history science economics',
);

export const isTitleHead = (word: string): boolean => {
  const plain = word.toLowerCase().replace(/\.$/, '');
  // "secretary-treasurer", "president-elect"
  return (
    titleHeads.has(plain) ||
    (plain.includes('-') &&
      plain.split('-').every((part) => titleHeads.has(part) || titleModifiers.has(part) || part === 'elect'))
  );
};
/** "Attorney General": the second word is of the title, and begins no name. */
export const isGeneral = (before: string, word: string): boolean =>
  /^general$/i.test(word) &&
  /^(?:attorney|solicitor|governor|auditor|surgeon|inspector|postmaster|secretary|director)$/i.test(before);

export const isTitleModifier = (word: string): boolean => titleModifiers.has(word.toLowerCase());

/** A minister's field: "Labour Minister". It is no name. */
export const takesPortfolio = (title: string): boolean => /\b(?:minister|secretary|critic|ministre)\b/i.test(title);

/** Forms of address: they are of nobody's office. */
export const isAddress = (title: string): boolean =>
  /^(?:dr|mr|ms|mrs|m|mme|me|prof|professor|sir|dame|lord|baroness|rev|reverend|fr|sr|coun|sgt|capt|cpt|gen|col|lt|maj|cmdr|insp|supt|const)\.?$/i.test(
    title,
  );

/** Posts of several people: nobody's name stands beside them. */
export const plural =
  /^(?:officials?|executives?|leaders?|representatives?|negotiators?|spokespeople|sources?|lawyers|organizers|stewards|managers?|ministers|presidents|councillors|trustees|administrators|bosses|aides?|insiders?|staffers?|envoys?|delegates?|(?:vice-?)?(?:presidents|chairs)|co-(?:chairs|leaders|presidents|directors)|directors|secretaries|mayors|premiers|senators|judges|justices|professors|economists|mps|mpps|mlas|governors|commissioners|critics)$/i;
export const isHead = (word: string): boolean => isTitleHead(word) || plural.test(word);

/** Words for an organization that stand before a post: "union president", "a ministry spokesperson". */
export const sides =
  /^(?:union|company|government|ministry|department|hospital|university|college|league|federation|association|city|school|board|employer|airline|railway|party|local|agency|council|alliance|corporation|province|police|transit|library|port|industry|authority|commission|district|division|trust|tribunal|service|society|congress|institute|guild|brotherhood|cabinet|management)$/i;
