/** Events: sentences that tell of one, and sentences that seem to. All are made up. */
import { describe, expect, it } from 'vitest';
import { eventRules, findEvents } from '../../src/reading/events/index.ts';
import { sentencesOf } from '../../src/reading/sentences.ts';
import type { Article, DateFound, EventFound, Mention, Named, Statement } from '../../src/reading/types.ts';

const named = (key: string, kind: Named['kind'], ...names: string[]): Named => ({
  key,
  kind,
  known: true,
  names,
  candidates: [],
  rule: 'test',
});
const entities = [
  named('league', 'UNION', 'Ferry League'),
  named('guild', 'UNION', 'Deckhands Guild'),
  named('government', 'GOVERNMENT', 'Government of Malta'),
  named('treasury', 'PUBLIC_BODY', 'Maltese Treasury'),
  named('tribunal', 'COURT', 'Work Tribunal'),
  named('greens', 'POLITICAL_PARTY', 'Greens'),
  named('ana-ruiz', 'PERSON', 'Ana Ruiz'),
  named('leo-vella', 'PERSON', 'Leo Vella'),
  named('harbour-post', 'NEWS_OUTLET', 'Harbour Post'),
  named('island-morning', 'NEWS_OUTLET', 'Island Morning'),
];

/** An article of some paragraphs, with its names where they stand. */
function read(
  texts: readonly string[],
  more: { dates?: readonly [string, string][]; speaker?: string; role?: 'BODY' | 'HEADLINE' | 'BOILERPLATE' } = {},
): EventFound[] {
  const article: Article = {
    published: '2019-06-12',
    outlet: undefined,
    paragraphs: texts.map((text, at) => ({
      number: at + 1,
      text,
      start: 0,
      end: text.length,
      role: more.role ?? 'BODY',
      sentences: sentencesOf(text),
    })),
  };
  const places = (word: string) =>
    texts.flatMap((text, at) => {
      const start = text.indexOf(word);
      return start < 0 ? [] : [{ p: at + 1, start, end: start + word.length, text: word, rule: 'test' }];
    });
  const mentions: Mention[] = entities.flatMap(({ key, names }) =>
    names.flatMap((name) => places(name).map((place) => ({ ...place, entity: key, proper: true }))),
  );
  const dates: DateFound[] = (more.dates ?? []).flatMap(([word, edtf]) =>
    places(word).map((place) => ({ ...place, edtf, derivation: undefined })),
  );
  const statements: Statement[] =
    more.speaker === undefined
      ? []
      : texts.map((_, at) => ({
          p: at + 1,
          start: 0,
          end: 1,
          speaker: { entity: more.speaker ?? '' },
          type: 'PARAPHRASE',
          verb: 'said',
          rule: 'test',
        }));
  return findEvents(article, { entities, mentions, dates, statements });
}

const typesOf = (text: string): string[] => read([text]).map(({ type }) => type);

const told: readonly [type: string, ...sentences: string[]][] = [
  [
    'TALKS',
    'Negotiators worked through the night at a hotel.',
    'They bargained until 3 a.m.',

    'The deal came after a 17-hour session with a mediator.',
    'Deckhands have been in contract talks with the board since May.',
    'Negotiators were to be back at the hotel on Friday.',
    'The talks took nine months and ended after six sessions.',

    'Talks are to pick up again on Friday.',
    'Both parties are due back before her on Oct. 16.',
    'The last session ended on Feb. 19.',
    'Talks between the league and the ferry operator resumed in Valletta on Tuesday.',
    'The two sides met for nine hours at a hotel near the harbour.',
    'Bargaining sessions are scheduled for the first week of July.',
    'The deckhands have been negotiating since the autumn.',
    '“We will be back at the table,” said the league.',
    'Both sides returned to the bargaining table this morning.',
  ],
  [
    'WALK_AWAY',
    'The company pulled its negotiators.',
    'Talks reached a dead end on Friday.',

    'The league’s negotiator left the room after 40 minutes.',
    'The Ferry League walked away from the bargaining table before lunch.',
    'Contract talks broke off late on Sunday.',
    'Negotiations between the crews and the company, which cover 1,150 deckhands, fell apart.',
    'Management stormed out of the talks.',
    "She said the league hadn't left the table for good.",
  ],
  ['IMPASSE', 'The guild declared an impasse in May.', 'Negotiations are at an impasse over pensions.'],
  ['NOTICE_TO_BARGAIN', 'The league served notice to bargain in March.', 'Notice to begin bargaining went out in May.'],
  ['MEDIATION', 'A mediator was appointed on Monday.', 'The sides spent two days in mediation.'],
  [
    'CONCILIATION',
    'A conciliation officer has met both sides.',
    'The public interest commission will report in the fall.',
    'The minister issued a no-board report.',
  ],
  [
    'ARBITRATION',
    'The law takes away the unions’ right to go to arbitration.',
    'An arbitrator awarded the crews 4 per cent.',
    'The dispute was sent to binding arbitration.',
    "The cabinet revoked the guild's right to go to arbitration.",
  ],
  [
    'PROPOSAL_TABLED',
    'Its opening position was 8 per cent.',
    'The union is calling for a cap on caseloads.',
    'Management has proposed to contract out cleaning.',

    'The operator wants to use part-time crews on night boats.',
    'The board is asking deckhands to pay more into the fund.',
    'The company offered 2 per cent in May, then withdrew the proposal.',

    'Ferry board seeks two-tier sick pay',
    'The operator’s latest: one per cent now, two per cent later.',
    'The league opened at 5 per cent.',
    'The company held out for 14%.',
    'The board countered with a one-time payment.',
    'The league will ask the operators for 1.9 per cent.',
    'The company offered a raise of 2 per cent.',
    "The employer's latest offer includes a lump sum.",
    'The league is asking for 9 per cent over two years.',
    'The government wants to replace the pension plan.',
    'The union tabled a counter-offer on Friday.',
  ],
  [
    'CONCESSION',
    'The league asked for 5 per cent. It lowered that to 3 per cent in May.',

    'The league had asked for 5%, then came down to 3.5%.',
    'The league opened at 3 per cent and is now asking for 2.25.',
    'It is a retreat from its earlier refusal to pay more.',
    'His side has moved as well, Vella pointed out.',
    'The league has lowered its wage demands.',
    'The company dropped its plan to cut meal breaks.',
    'The minister backed down over pensions.',
    '“We made significant movement,” he said.',
  ],
  [
    'STRIKE_VOTE',
    'Members have authorized their leaders to call a strike.',

    'Deckhands voted 91 per cent in favour of a strike.',
    'Members gave the executive a strike mandate.',
    'Engineers will vote next week on whether to walk out.',
    'The league is balloting its members.',
  ],
  [
    'STRIKE_NOTICE',
    'The guild served 72-hour strike notice on Friday.',
    'The company issued a lockout notice.',
    'Deckhands have given notice that they will walk off the job.',
  ],
  [
    'STRIKE',
    'Deckhands hit the picket lines on Monday.',

    'The tribunal said crews cannot take part in a strike that was due to begin on Friday.',
    'Members vote yes after a summer of rotating strikes',

    'The league says 82% of those called out took part.',
    'Deckhands put down their tools at noon.',
    'Crews must keep ferries running in strike: tribunal',
    'Ferry crews walked off the job at dawn.',
    'Deckhands have been on strike since April.',
    'The strike entered its third week.',
    'Nurses strike over pay',
    'The crews returned to work on Friday.',
    'Striking deckhands gathered at the gates.',
    'A one-day walkout is planned for Friday.',
  ],
  [
    'LOCKOUT',
    'Deckhands were kept off their ships on Tuesday.',
    'The company carried out its threat to close the gates on its crews.',
    'Only crews who accept the terms would be allowed aboard.',
    'The company locked out 300 deckhands.',
    'The lockout is in its second month.',
    'Shore crews have been locked out since May.',
  ],
  [
    'JOB_ACTION',
    'Hundreds gathered outside the ministry with signs.',

    'An earlier ban on after-school meetings was dropped.',
    'Teachers are working to rule.',
    'Hundreds of members rallied outside the ministry.',
    'The guild has imposed an overtime ban.',
    'Deckhands picketed the terminal.',
  ],
  [
    'TENTATIVE_AGREEMENT',
    'The board and the league shook hands on a four-year deal.',
    'The deal, reached Sunday night, covers 900 crew.',

    'The proposed agreement includes raises of 2 per cent.',

    'The sides reached a tentative agreement overnight.',
    'A deal was reached early on Monday.',
    'The operator and the guild have an agreement in principle.',
  ],
  [
    'RATIFICATION_VOTE',
    'Nurses OK deal',
    'Members will vote on the deal next week.',
    'Deckhands rejected the contract by 60 per cent.',
    'The executive recommended that members accept the offer.',
    'Ratification votes are planned for July.',
  ],
  [
    'AGREEMENT_RATIFIED',
    'Deckhands in Gozo ratify three-year deal',
    '“They accepted it because they are tired.”',

    'Members ratified the contract on Sunday.',
    'Deckhands voted to accept the agreement.',
    'The council approved the contract.',
    'The sides signed a new collective agreement.',
  ],
  [
    'AGREEMENT_EXPIRED',
    'The agreement is in place until 2021.',

    'The contract covers the period up to June 2020.',

    'Their contract expired in March.',
    'The crews have been without a contract since 2017.',
    'The collective agreement ran out on New Year’s Eve.',
  ],
  [
    'BILL_INTRODUCED',
    'The wage bill is before the legislature.',

    'The government introduced legislation Monday that would freeze pay.',
    'Wage bill lands in legislature',
    'She read of the bill an hour before it was tabled.',

    'It was hastened by Bill 64, the Ferry Pension Act, which the minister introduced in May.',
    'The government introduced a bill on Thursday.',
    'Legislation to cap wages was tabled on Monday.',
    'Bill 12, introduced in May, would end it.',
  ],
  [
    'LAW_PASSED',
    'The government used its majority to push the bill through.',

    'It passed with the support of the Greens.',
    'The cabinet wrote a new contract into law.',
    'Rules on essential crews were added to the Ferries Act in 2010.',

    'The governor signs bill that ends bargaining',
    'Bill 212 cleared the Senate by a vote of 26-24.',
    'Parliament passed a law last month.',
    'The act was adopted in 1998.',
    'The bill received royal assent.',
    'It imposed its own terms when the law took effect.',
  ],
  [
    'LAW_REPEALED',
    'The act was struck from the books in 2016.',

    'The Greens repealed the law in 2016.',
    'The act was later repealed.',
    'The minister withdrew the bill.',
  ],
  [
    'BACK_TO_WORK_LAW',
    'The bill would order deckhands to work at noon.',
    'She tabled legislation that would send 900 pursers back to their posts.',

    'Strikes by deckhands have been forbidden by law since 1979.',
    'Parliament passed back-to-work legislation.',
    'The crews were ordered back to work.',
    'A law banning strikes on ferries was used.',
    'The province legislated an end to a strike in 2007.',
  ],
  [
    'COURT_FILING',
    'The province is appealing.',

    'The company had asked the board to declare half of the crews essential.',
    'The guild’s lawyers will be in the Court of Appeal on Monday.',
    '“We will see them in court.”',

    'The league went to the Labour Relations Board on Friday.',
    'The minister said the government would appeal.',
    'The act was challenged by a coalition of 29 unions.',
    'The minister would not comment, noting that the matter is before a judge.',
    'The league is taking the province to court.',
    'The guild filed a complaint with the labour board.',
    'It is suing the operator.',
    'The union launched a constitutional challenge.',
  ],
  [
    'COURT_RULING',
    'Judge Vella said the act went too far.',
    'The High Court declined to hear the case.',

    'Deckhands cannot strike, labour board rules',
    'Pilots must keep boats moving: tribunal',
    'The cap held until a court struck it down.',
    '“A judge has finally said so.”',

    'The 5-2 decision gives the island a year to rewrite its law.',
    'What did the judges decide?',
    'In a dissent, two judges warned of chaos.',
    'The law was found unconstitutional.',
    'The league won at trial.',
    'The act is of no force, a judge ruled.',
    'The Supreme Court ruled that the law is void.',
    'A judge granted an injunction against the pickets.',
    'The labour board dismissed the complaint.',
    'A tribunal later struck that law down.',
  ],
  [
    'DEADLINE',
    'The court gave the government a year to mend the law.',

    'The deadline is July 1.',
    'The sides have until midnight to settle.',
    'A contract will be imposed on Jan. 31.',
    'The arbitrator was asked to report by May 31.',
  ],
  [
    'ELECTION',
    'The Greens promised during the 2015 election campaign to mend the boats.',
    'Her Greens won 40 of the 57 seats in April.',

    'The Greens, elected in 2016, were silent.',
    'Since the election, little has changed.',
    'The newly elected government has been silent.',
    'The Greens took office in 2016.',
  ],
  ['BUDGET', "In last spring's budget, the money was gone.", 'The minister tabled a budget on Tuesday.'],
  [
    'LAYOFF',
    'Their jobs will be gone by Nov. 29.',
    'The company let 20 deckhands go.',
    'The company laid off 40 engineers.',
    'The ministry cut 300 jobs.',
    'The plant will close in June.',
    'Layoffs began in May.',
  ],
  [
    'HIRING',
    'The company has brought in replacement workers.',

    'The board is to hire 41 specialists.',
    'Some departments have started hiring.',
    'The hospital hired 40 nurses.',
  ],
  ['CABINET_MEETING', 'A decision is due when cabinet meets Wednesday.', 'Cabinet will discuss the deal on Friday.'],
  [
    'STATEMENT_MADE',
    '“I have earplugs,” he told a breakfast of the Ferry Chamber.',

    '“It is mean,” he told listeners.',
    'She said so on Vella at Breakfast, a radio show, on Friday.',
    'The mayor told a news conference that money is short.',
    'Ruiz wrote in a message to members that she is calm.',
    'Speaking on Island Morning, the minister was brief.',
  ],
];

const none: readonly [type: string, ...sentences: string[]][] = [
  [
    'TALKS',
    'The law lets the two sides talk, and no more.',
    '“I would encourage both parties to get back to bargaining.”',

    '“Stay at the table, folks.”',
    'The ministry hopes talks resume soon.',
    'Tempers frayed during negotiations.',
  ],
  [
    'WALK_AWAY',
    'Talks at the hotel ended without agreement.',
    'The league has not walked away from the table.',
    'She could walk away from the talks.',
  ],
  ['IMPASSE', 'A deadlocked contract will go to the governor.', 'Nobody has declared an impasse.'],
  ['NOTICE_TO_BARGAIN', 'Neither side has given notice to bargain.'],
  ['MEDIATION', 'The league called for mediation.', 'There is no mediator.'],
  ['CONCILIATION', 'He struck a tone of conciliation.'],
  ['ARBITRATION', 'The sides may go to arbitration.'],
  [
    'PROPOSAL_TABLED',
    'Its opening position was firm.',

    'Passengers were looking for another way to work.',

    'The union claims 82% took part.',
    'Both sides have accepted 2 per cent a year.',
    'Neither would offer comment.',
    'There is no new offer.',
    'He had a job offer elsewhere.',
  ],
  [
    'CONCESSION',
    'The board offered 2 per cent, and then withdrew the proposal.',
    'The company is demanding concessions.',
    'There were no concessions.',
    'Nobody backed down.',
  ],
  ['STRIKE_VOTE', 'Members voted on Sunday to accept the deal.'],
  ['STRIKE_NOTICE', 'A union must give notice of a strike.', 'She resigned without notice.'],
  [
    'STRIKE',
    '“It is cold,” she said, on the picket line outside the terminal.',

    'The officers have used arbitration in place of strikes since 2006.',
    'Most of those who took part backed a walkout.',
    '“We gave up the strike in 1977.”',

    'Each day of a hospital strike costs the island money.',
    'If they strike, ferries will stop.',
    'Passengers fear a strike.',
    'A strike would shut the port.',
    'The strike fund is full.',
    'The league does not plan to go on strike.',
    'The sides hope to strike a deal.',
  ],
  [
    'LOCKOUT',
    'Passengers were turned away at the gates.',
    'A lockout could follow.',
    'The union wants to avoid a lockout.',
  ],
  ['JOB_ACTION', 'She demonstrated that the sums are wrong.', 'There could be pickets.'],
  [
    'TENTATIVE_AGREEMENT',
    'Management has proposed to contract out cleaning.',
    'The proposed contract language is vague.',
    'The sides failed to reach a deal.',
    'Both hope for a tentative agreement.',
  ],
  ['RATIFICATION_VOTE', 'Members voted to strike.'],
  ['AGREEMENT_RATIFIED', 'The deal must still be ratified.', "Smith won't sign a contract like that."],
  ['AGREEMENT_EXPIRED', 'They broke off without a deal.'],
  [
    'BILL_INTRODUCED',
    'Second reading of the bill is expected in May.',

    'Ana Ruiz, who drafted the law, maintains that it was needed.',
    'The minister would not introduce a bill.',
  ],
  [
    'LAW_PASSED',
    'They will sue on the day the bill becomes law.',
    'The league will act as soon as the law receives assent.',
    'The act imposed two years of zero increases.',
    'The league fears the house might pass a law.',
  ],
  ['LAW_REPEALED', 'The guild wants parliament to repeal the law.'],
  ['BACK_TO_WORK_LAW', 'The minister has ruled out back-to-work legislation.'],
  [
    'COURT_FILING',
    'The union is appealing to the public for calm.',

    'The league says it will challenge the law in court if it passes.',
    'A charter challenge takes years.',

    'The league has the right to appeal.',
    'The minister may sue.',
    'The guild is considering a lawsuit.',
  ],
  ['COURT_RULING', 'The school board decided to wait for spring.', 'The board may rule in July.'],
  ['DEADLINE', 'The harbour was quiet by evening.'],
  ['ELECTION', 'Ana Ruiz was elected president of the league.'],
  [
    'BUDGET',
    "It goes to the governor's budget office.",
    'Half of the operating budget goes on fuel.',
    'The state struggles with budget deficits.',
  ],
  ['LAYOFF', 'There will be no layoffs.', 'Crews fear layoffs.'],
  ['HIRING', 'A hiring freeze is in place.'],
  ['CABINET_MEETING', 'The shadow cabinet met on Friday.'],
  [
    'STATEMENT_MADE',
    '“It is late,” the minister told reporters.',
    '“It is late,” Vella said in an interview.',

    'The minister said Friday that he is calm.',
    'She told the Harbour Post in an email that it is late.',
  ],
];

describe('the type of an event', () => {
  it.each(told.flatMap(([type, ...sentences]) => sentences.map((sentence) => [type, sentence])))(
    '%s: %s',
    (type, sentence) => {
      expect(typesOf(sentence)).toContain(type);
    },
  );
  it.each(none.flatMap(([type, ...sentences]) => sentences.map((sentence) => [type, sentence])))(
    'no %s: %s',
    (type, sentence) => {
      expect(typesOf(sentence)).not.toContain(type);
    },
  );
  it('is tried both ways for each', () => {
    expect(none.map(([type]) => type)).toEqual(told.map(([type]) => type));
    expect(told.filter(([, ...sentences]) => sentences.length < 2)).toEqual([]);
  });
});

describe('the status', () => {
  it.each([
    ['TALKS', 'OCCURRED', 'The two sides met on Monday.'],
    ['TALKS', 'SCHEDULED', 'Talks are to resume on Monday.'],
    ['TALKS', 'POSTPONED', 'Bargaining sessions set for July were delayed.'],
    ['STRIKE', 'SCHEDULED', 'Deckhands will strike on Friday.'],
    ['STRIKE', 'POSTPONED', 'The planned strike was called off.'],
    ['DEADLINE', 'POSSIBLE', 'The minister may move the July 1 deadline.'],
  ])('%s %s: %s', (type, status, sentence) => {
    expect(read([sentence]).find((event) => event.type === type)?.status).toBe(status);
  });
  it('follows from a date that is yet to come', () => {
    const [event] = read(['Talks resume Monday.'], { dates: [['Monday', '2019-06-17']] });
    expect(event).toMatchObject({ type: 'TALKS', status: 'SCHEDULED', date: { edtf: '2019-06-17' } });
  });
});

describe('the parties', () => {
  const partiesOf = (texts: readonly string[], speaker?: string): readonly string[] | undefined =>
    read(texts, speaker === undefined ? {} : { speaker })[0]?.parties;
  it('are both sides of talks, an employer with its board', () => {
    expect(
      partiesOf(['Talks between the Ferry League, the Government of Malta and the Maltese Treasury resumed.']),
    ).toEqual(['league', 'government', 'treasury']);
  });
  it('are the side that acts', () => {
    expect(partiesOf(['The Deckhands Guild walked away from talks with the Government of Malta.'])).toEqual(['guild']);
  });
  it('are whom a pronoun means that begins the sentence', () => {
    const texts = ['The Maltese Treasury is calm. It is asking deckhands to pay more into the fund.'];
    expect(partiesOf(texts)).toEqual(['treasury', 'government']);
  });
  it('are not those of an insertion', () => {
    expect(
      read(['Members vote on the deal.', 'The Maltese Treasury, which pays the Ferry League, will hold its own vote.'])
        .find(({ p }) => p === 2)
        ?.parties.includes('treasury'),
    ).toBe(true);
    expect(partiesOf(['The Ferry League, affiliated with the Deckhands Guild, broke off talks.'])).toEqual(['league']);
  });
  it('are whose offer it is', () => {
    const [event] = read(["The Ferry League rejected the Maltese Treasury's offer of 2 per cent."]);
    expect(event?.parties).toContain('treasury');
    expect(event?.parties).not.toContain('league');
  });
  it('are whom a speaker speaks for', () => {
    const events = read(['Ana Ruiz of the Ferry League spoke.', '“We have dropped our demand for parity,” she said.'], {
      speaker: 'ana-ruiz',
    });
    expect(events.find(({ type }) => type === 'CONCESSION')?.parties).toContain('league');
  });
  it('are a mediator, too', () => {
    expect(partiesOf(['Mediator Leo Vella met the Ferry League.'])).toContain('leo-vella');
  });
  it('are the court that the article names, and its judge, where a ruling is alluded to', () => {
    const events = read(['Justice Leo Vella sits at the Work Tribunal.', 'The 5-2 decision was long.']);
    const ruling = events.find(({ p, type }) => p === 2 && type === 'COURT_RULING');
    expect(ruling?.parties).toEqual(expect.arrayContaining(['tribunal', 'leo-vella']));
  });
  it('are a conciliator, whose talks are conciliation', () => {
    const events = read([
      'The conciliator, Leo Vella, is patient.',
      'Both parties are due back before him on Oct. 16.',
    ]);
    const conciliation = events.find(({ p, type }) => p === 2 && type === 'CONCILIATION');
    expect(conciliation?.parties).toContain('leo-vella');
  });
  it('are an arbitrator’s whom the article names, where he is named or decides, if no court does', () => {
    const events = read([
      'Arbitrator Leo Vella gave the crews 4 per cent.',
      'The Ferry League said that the decision is fair.',
      'Talks broke off in June, and Vella is tired.',
      'The crews went before Leo Vella in May.',
    ]);
    expect(events.filter(({ type }) => type === 'ARBITRATION').map(({ p }) => p)).toEqual([1, 2, 4]);
    expect(events.find(({ p, type }) => p === 4 && type === 'ARBITRATION')?.parties).toContain('leo-vella');
  });
  it('are the article’s where the sentence names nobody', () => {
    expect(read(['The Ferry League is tired.', 'The strike began on Monday.'])[0]?.parties).toEqual([
      'league',
      'government',
      'treasury',
    ]);
  });
});

describe('events', () => {
  it('are one for each paragraph and type', () => {
    const events = read(['The strike began in May. The strike ended in June.', 'The strike was long over.']);
    expect(events.map(({ p, type }) => `${p} ${type}`)).toEqual(['1 STRIKE', '2 STRIKE']);
  });
  it('stand where the words by which they are known stand', () => {
    const text = 'It is late. Ferry crews walked off the job.';
    const [event] = read([text]);
    expect(text.slice(event?.start, event?.end)).toBe('walked off the job');
    expect(Object.keys(eventRules)).toContain(event?.rule);
  });
  it('are taken from references to what is told elsewhere', () => {
    const types = (first: string) => read([first, 'Ballots will be counted on Sunday.'])[1]?.type;
    expect(types('Members vote next week on the deal.')).toBe('RATIFICATION_VOTE');
    expect(types('Members gave a strike mandate.')).toBe('STRIKE_VOTE');
    expect(types('The sea is calm.')).toBeUndefined();
  });
  it('are taken from references whatever is wished or denied of what took place', () => {
    const events = read(['A court ruled in May.', 'The minister would respect the ruling.']);
    expect(events.map(({ p, type }) => `${p} ${type}`)).toEqual(['1 COURT_RULING', '2 COURT_RULING']);
  });
  it('are not looked for in boilerplate', () => {
    expect(read(['The strike began on Monday.'], { role: 'BOILERPLATE' })).toEqual([]);
    expect(read(['Ferry strike begins'], { role: 'HEADLINE' })).toHaveLength(1);
  });
  it('take time in proportion to the text, whatever it is', { timeout: 60_000 }, () => {
    const time = (text: string): number => {
      const start = performance.now();
      read([text]);
      return performance.now() - start;
    };
    for (const unit of [
      'strike ',
      'talks between the ',
      'offer offer-',
      'a, ',
      "union's ",
      '"we ',
      '. A',
      'x',
      '\u{1f6a2}\ud800',
      '(((',
      'if ',
      'The Ferry League went on strike. ',
      'A vote. Members vote on the deal, ',
    ]) {
      time(unit.repeat(2_000));
      const [short, long] = [20_000, 80_000].map((length) => time(unit.repeat(length / unit.length)));
      expect(long ?? 0, unit).toBeLessThan(20 * (short ?? 0) + 1_000);
    }
  });
});
