/** Nouns for people, as news counts them, in the plural; and jobs, which stand for those who hold them. */

/** Those whom the endings below do not tell, and some that they do. */
const people = new Set(
  (
    'people persons men women staff staffers personnel nurses aides police crew guards clerks cooks maids pilots cops ' +
    'members rank-and-file volunteers students kids children pupils patients adults teens youth youths toddlers babies seniors residents ' +
    'scientists faculty academics doctors physicians medics paramedics mechanics professionals ' +
    'officials judges delegates candidates graduates associates inmates apprentices interns temps retirees hires recruits ' +
    'troops soldiers individuals citizens civilians immigrants newcomers refugees guests folks souls ' +
    'executives representatives reps stewards attendants assistants consultants accountants servants ' +
    'tenants participants applicants inhabitants claimants pensioners postdocs fellows colleagues comrades ' +
    'part-timers full-timers journalists electricians technicians librarians physicians vets veterinarians custodians musicians ' +
    'guardians politicians historians actors actresses conductors doctors editors ' +
    'professors instructors educators inspectors operators directors supervisors janitors counsellors counselors advisors auditors ' +
    'prosecutors tutors solicitors doctors donors protesters mentors sailors councillors councilors tailors mayors senators visitors ' +
    'investigators administrators assessors surveyors translators orators survivors ' +
    'mps mlas mpps victims engineers specialists therapists psychologists dockers longshoremen firefighters lifeguards ' +
    'dispatchers loggers miners welders painters plumbers carpenters bakers butchers millwrights ' +
    'ftes equivalents jobs positions posts layoffs roles vacancies seasonals casuals temporaries substitutes ' +
    'travellers travelers voters parents mothers fathers commuters riders passengers customers shoppers tourists ' +
    'supporters demonstrators picketers strikers marchers onlookers bystanders readers listeners viewers ' +
    'subscribers taxpayers ratepayers homeowners ' +
    // In French.
    'travailleurs travailleuses employés employées salariés salariées membres enseignants enseignantes infirmières infirmiers ' +
    'fonctionnaires personnes syndiqués syndiquées postes emplois élèves étudiants étudiantes chauffeurs préposés préposées ' +
    'professeurs professeures agents agentes policiers pompiers débardeurs ouvriers ouvrières grévistes manifestants éducatrices ' +
    'ambulanciers usagers hommes femmes enfants'
  ).split(' '),
);

/** Endings of nouns for people, and things whose names end so. */
const doers = /(?:[a-z]{2}(?:ers|eers|ors|ists|icians|ees|women|men|workers))$/;
const things = new Set(
  (
    'coffees checklists harbors colors flavors honors favors metaphors chargers bunkers covers takeovers layovers handovers turnovers waivers ' +
    'disclaimers fibers cylinders binders genders cancers chambers timbers mergers dangers ledgers bulldozers gutters heaters sweaters ' +
    'timers hammers bombers scooters razors sponsors anchors rotors tumors rumors incubators ventilators respirators escalators excavators ' +
    'refrigerators simulators regulators encounters rosters prayers stoppers shippers growers refiners wholesalers ' +
    'automakers carmakers tiers offers numbers quarters letters papers computers others orders matters centers chapters trailers boilers freezers towers meters ' +
    'kilometers centimeters millimeters liters containers freighters cruisers carriers posters flyers servers errors factors sectors doors ' +
    'floors motors tractors reactors indicators corridors mirrors monitors elevators fees committees degrees trees guarantees layers ' +
    'answers powers rivers bumpers fingers winters summers retailers employers suppliers insurers manufacturers producers publishers ' +
    'broadcasters headquarters semesters registers buffers propellers tankers partners newspapers shelters headers folders counters corners ' +
    'borders charters barriers ladders helicopters routers printers scanners trackers shutters wrappers beers ciders dinners ' +
    'suppers showers flowers acres hectares dollars collars pillars cellars hangars stickers banners buzzers burners boosters loaders ' +
    'steamers streamers trawlers liners specimens regimens lists twists fists mists levees knees bees ' +
    'parameters diameters perimeters theaters masters disasters clusters filters factors ' +
    'contractors subcontractors vendors creditors competitors distributors processors conveyors ' +
    'generators calculators detectors projectors vectors tensors sensors censors boulders feeders rollers coolers ' +
    'recorders reminders transfers triggers tenders blowers mowers diners drawers openers'
  ).split(' '),
);

export const isPeople = (word: string): boolean => {
  const plain = word.toLowerCase().replace(/[’']s?$/, '');
  if (people.has(plain)) return true;
  const last = plain.slice(plain.lastIndexOf('-') + 1);
  return people.has(last) || (doers.test(last) && !things.has(last));
};

/** In the singular, before what is made of them: "a 3,500-member local". */
export const isPerson = (word: string): boolean => isPeople(`${word}s`) || /^(?:person|woman|man)$/.test(word);

/** Words that may not stand between a number and those whom it counts: there another thing is counted, or nothing. */
const others = new Set(
  (
    'of in on at for from to by with without per a an the this that these those is are was were be been has have had will would could ' +
    'can may might must when who whom which if as than then but not no its their his her our my your it they he she we you i hours hour ' +
    'weeks week months month years year days day times time minutes minute seconds second percent cent dollars dollar points point million ' +
    'billion km kilometres metres tonnes after before during until since between about over under around while because so said says ' +
    'de des du dans sur pour par et aux sont ont par les le la heures semaines mois ans jours fois ' +
    'did do does went took met walked voted told began left made held called asked against among across into out off up down where what how'
  ).split(' '),
);

/**
 * Where the noun ends that says which people a number counts: "government workers" of "22,000 government workers in".
 * @param after the text after the number.
 */
export function endOfPeople(after: string): number | undefined {
  const words = [...after.slice(0, 90).matchAll(/[ \u00a0]((?:[\p{L}][\p{L}&/]*[’'-]?){1,4})(,?)/guy)].slice(0, 6);
  for (const [index, { 1: word = '', 2: comma, index: at }] of words.entries()) {
    if (isPeople(word)) return at + 1 + word.replace(/[’']s?$/, '').length;
    if (others.has(word.toLowerCase())) return undefined;
    if (comma === ',' && !/(?:ed|al|time|ent|y)$/.test(word)) return undefined;
    // "200 corrections officers", and not "20 buses and drivers".
    if (/[^s’']s$/.test(word) && !isPeople(words[index + 1]?.[1] ?? '')) return undefined;
  }
  return undefined;
}
