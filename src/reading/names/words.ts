/** The words by which the names of organizations, laws and places are known: those of the field, and of no one text. */
import type { Kind } from '../../registry/index.ts';
import { isJurisdiction } from '../lexicon.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words of an organization's name, by what it makes of it. The first list that has one of its words decides. */
const heads: readonly (readonly [Kind, ReadonlySet<string>])[] = [
  ['COURT', set('Court Tribunal Cour')],
  ['LEGISLATION', set('Act Code Charter Loi Statute Regulations Regulation')],
  [
    'NEWS_OUTLET',
    set(
      'News Press Post Times Star Journal Gazette Herald Globe Tribune Chronicle Broadcasting Radio Telegraph Guardian ' +
        'Courier Wire Pictures Images Observer Sentinel Examiner Citizen Mirror Echo Dispatch Reporter Daily Television TV FM Presse Nouvelles Mail',
    ),
  ],
  [
    'UNION',
    set(
      'Union Unions Federation Alliance Brotherhood Guild Syndicat Fédération Centrale Confédération Teamsters Local ' +
        'Congress Workers Employees Teachers Nurses Firefighters Machinists Steelworkers Longshoremen Steelworker ' +
        'Pilots Professors Labourers Carpenters Electricians Operators Drivers Dockers Travailleurs Travailleuses ' +
        'Employés Enseignants Infirmières Syndicats Boilermakers Paramedics Educators Faculty Seafarers Clerks Officers',
    ),
  ],
  ['POLITICAL_PARTY', set('Party Parti Bloc')],
  ['GOVERNMENT', set('Government Gouvernement')],
  [
    'PUBLIC_BODY',
    set(
      'Ministry Department Board Agency Commission Authority Office Service Services Secretariat Treasury Hospital University ' +
        'College District School Schools Police City Council Legislature Parliament Senate Cabinet Assembly Commons Crown ' +
        'Centre Center Institute Ministère Conseil Commission Agence Hôpital Université Cégep Collège Ville Région ' +
        'Municipality Township Transit Library Museum Corps Force Forces Region House Committee Bureau Inspectorate Branch ' +
        'Academy Trust Administration Reserve Registry Mint Rail Post Pharmacare Commissioner Ombudsman Directorate',
    ),
  ],
  [
    'PUBLIC_BODY',
    set(
      'Association League Society Coalition Confederation Association Inc Ltd Corp Corporation Company Co Group Airlines Airways ' +
        'Air Railway Railways Lines Line Mines Mining Steel Motors Foods Industries Holdings Partners Energy Power Hydro ' +
        'Electric Bank Banks Insurance Logistics Terminals Terminal Ferries Shipping Marine Systems Technologies ' +
        'Manufacturing Paper Pulp Forest Chemicals Brewing Brewery Breweries Packers Mills Mill Stores Markets Market Foundation Network ' +
        'Capital Research Consulting LLP LLC PLC plc Employers Chamber Manufacturers Retail Resources Health Housing Care ' +
        'Operations Works Freight Express Transport Transportation Telecom Communications Media Solutions Enterprises ' +
        'Cooperative Co-operative Society Club Collective Forum Roundtable Partnership Laboratory Initiative Consortium Lobby Movement Campaign Organization Organisation Program Fund Plan',
    ),
  ],
];

const members = set(
  'Workers Employees Teachers Nurses Firefighters Pilots Professors Drivers Dockers Educators Faculty Paramedics Officers Instructors Professionals Residents Physicians Interns Clerks Guards Librarians Musicians Journalists Actors Players ' +
    'Troopers Inspectors Scientists Technicians Mechanics Seafarers Dockworkers Cleaners Lecturers Midwives Staff Academics Deckhands Stewards Attendants Researchers',
);

/** What sort of organization a name speaks of; undefined: none that its words tell. */
export function kindOfName(name: string): Kind | undefined {
  const words = name.split(/[\s'’-]+/);
  const last = words.at(-1) ?? '';
  if (/\b(?:Labou?r|Employment|Relations|Arbitration)\b.*\b(?:Board|Tribunal|Commission|Court)\b/.test(name))
    return 'COURT';
  if (/\bUnions?$/.test(name)) return 'UNION';
  if (
    /\b(?:Business|Businesses|Employers?|Manufacturers|Contractors|Municipalities|Students|Taxpayers|Industries|Shippers|Hospitality)\b/.test(
      name,
    )
  )
    return 'PUBLIC_BODY';
  if (/^(?:Canada|Australia|An) Post$|^Royal Mail$/.test(name)) return 'PUBLIC_BODY';
  // "Educators' League": who its members are tells more than that it is a league.
  if (
    /^(?:League|Association|Society|Alliance|Organization|Institute|Council|Congress|College)$/.test(last) &&
    words.some((word) => members.has(word))
  )
    return 'UNION';
  // "Association of Nurses"; a college of them watches over the trade.
  if (
    members.has(last) &&
    words.some(
      (word, at) => /^(?:League|Association|Alliance|Organization|Society)$/.test(word) && words[at + 1] === 'of',
    )
  )
    return 'UNION';
  // "Union of …", or "… Union": the head stands at an end, and counts more than a word within.
  const head = words[words.findIndex((word) => /^(?:of|for|des|de|du|d)$/.test(word)) - 1];
  // "Association of Ferry Officers", "Deckhands Association of Malta".
  if (
    /^(?:League|Association|Society|Alliance|Organization|Institute)$/.test(head ?? '') &&
    words.some((word) => members.has(word))
  )
    return 'UNION';
  for (const one of [head, last]) {
    const found = heads.find(([, set]) => one !== undefined && set.has(one));
    if (found !== undefined) return found[0];
  }
  return heads.find(([, set]) => words.some((word) => set.has(word)))?.[0];
}

const anyHead = new Set(heads.flatMap(([, words]) => [...words]));
export const isHead = (word: string): boolean => anyHead.has(word);

/** "Malta Finance", "Transport Malta": a department as its letterhead has it. */
const fields =
  /^(?:Finance|Health|Education|Labour|Justice|Transport|Transportation|Environment|Agriculture|Housing|Infrastructure|Energy|Employment)$/;
export const isDepartment = (words: readonly string[]): boolean => {
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  return (
    (fields.test(last) && isJurisdiction(words.slice(0, -1).join(' '))) ||
    (fields.test(first) && isJurisdiction(words.slice(1).join(' ')))
  );
};

/** Words after which "of", "for" and "and" go on with the name. */
export const takesOf = (word: string): boolean =>
  anyHead.has(word) ||
  /^(?:Bank|Bill|Bourse|Brotherhood|Chamber|Conference|Council|Ordre|Port|Province|Society|Town|Village|Église|Church|Friends|Sons|Bureau|Regie|Régie)$/.test(
    word,
  );

const complete = set(
  'Union Association Federation Alliance Brotherhood Guild Board Council Commission Ministry Department University College Hospital ' +
    'Agency Authority League Congress Party Inc Ltd Corp Court Tribunal Syndicat Fédération Committee Act Code Society Institute',
);
/** Words with which a name is complete: what follows "and" is another. */
export const isComplete = (word: string): boolean => complete.has(word);

/** Ends of names of places, which only say where. */
export const placeEnds = set(
  'Street St Avenue Ave Road Rd Boulevard Blvd Drive Lane Highway Hwy Bay Lake River Hill Hills Island Islands County Valley ' +
    'Park Bridge Airport Hall Building Tower Harbour Harbor Beach Mountain Mountains Falls Creek Point Square Plaza Arena Stadium Cove Inlet Bank ' +
    'Heights Village Gardens Quay Wharf Pier Sound Peninsula Coast Shore Shores Plains Prairies Crossing Junction Mainland',
);

/** Parties as texts name them, by what the name in full begins with. Each is a name by itself. */
export const partyNames: Readonly<Record<string, string>> = {
  Liberal: 'Liberal Party',
  Liberals: 'Liberal Party',
  Conservative: 'Conservative Party',
  Conservatives: 'Conservative Party',
  Tory: 'Conservative Party',
  Tories: 'Conservative Party',
  'Progressive Conservative': 'Progressive Conservative Party',
  'Progressive Conservatives': 'Progressive Conservative Party',
  PC: 'Progressive Conservative Party',
  PCs: 'Progressive Conservative Party',
  NDP: 'New Democratic Party',
  'New Democrat': 'New Democratic Party',
  'New Democrats': 'New Democratic Party',
  'New Democratic': 'New Democratic Party',
  Green: 'Green Party',
  Greens: 'Green Party',
  'Bloc Québécois': 'Bloc Québécois',
  'Bloc Quebecois': 'Bloc Québécois',
  Bloc: 'Bloc Québécois',
  'Parti Québécois': 'Parti Québécois',
  'Parti Quebecois': 'Parti Québécois',
  PQ: 'Parti Québécois',
  CAQ: 'Coalition Avenir Québec',
  'Coalition Avenir Québec': 'Coalition Avenir Québec',
  'Québec solidaire': 'Québec solidaire',
  'United Conservative': 'United Conservative Party',
  'United Conservatives': 'United Conservative Party',
  UCP: 'United Conservative Party',
  'Saskatchewan Party': 'Saskatchewan Party',
  Wildrose: 'Wildrose Party',
  Democrats: 'Democratic Party',
  Republican: 'Republican Party',
  Republicans: 'Republican Party',
  'Labor Party': 'Labor Party',
  'Labour Party': 'Labour Party',
  'Liberal Democrats': 'Liberal Democrats',
  'Sinn Féin': 'Sinn Féin',
  'Fine Gael': 'Fine Gael',
  'Fianna Fáil': 'Fianna Fáil',
};

/** All capitals, and no name: times, places, things and posts. */
export const commonAcronyms = set(
  'TV CEO CFO COO EST EDT ET PST PDT PT CST CDT CT MST MDT MT AST ADT AT NST NDT GMT UTC BST AM PM HR PR ID GDP CPI COLA MP MPP MLA MNA MHA MPs MPPs MLAs MNAs ' +
    'MEP TD TDs VP COVID COVID-19 SARS HIV AIDS PPE ICU ER RN RNs LPN LPNs PSW PSWs EMS IT AI CAO OT FAQ Q&A PTO RRSP EI DNA LGBTQ BIPOC LNG II III IV ' +
    'PDF HTML OK Q1 Q2 Q3 Q4 SUV JST IST UK US EU ROI CPA MBA PhD Jr Sr STEM ESL EA EAs ECE ECEs QC SC TTC-only A B C D E F G H I J K L M N O P Q R S T U V W X Y Z',
);
