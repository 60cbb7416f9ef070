/** Names of people, organizations, laws and places, in made-up sentences. */
import { describe, expect, it } from 'vitest';
import { known, names, nothing, read } from './recognised.ts';

/** A sentence, and whom it names. */
type Row = readonly [text: string, ...expected: string[]];
const table = (rows: readonly Row[]) => {
  it.each(rows)('%s', (text, ...expected) => {
    expect(names(text)).toEqual(expected);
  });
};

describe('people', () => {
  table([
    ['The offer is thin, Ana Ruiz said.', 'PERSON Ana Ruiz'],
    ['Ana Ruiz said the offer is thin. Ruiz then left.', 'PERSON Ana Ruiz = Ruiz'],
    ['Ruiz said no.\nThe offer is thin, said Ana Ruiz.', 'PERSON Ruiz = Ana Ruiz'],
    ['Marie-Claude Vella said the offer is thin.', 'PERSON Marie-Claude Vella'],
    ['Ana Ruiz-Camilleri said the offer is thin.', 'PERSON Ana Ruiz-Camilleri'],
    ['The offer is thin, said J.P. Vella.', 'PERSON J.P. Vella'],
    ['The offer is thin, said Peter van der Berg.', 'PERSON Peter van der Berg'],
    ['The offer is thin, said Maria de la Cruz.', 'PERSON Maria de la Cruz'],
    ["The offer is thin, said Kevin O'Dowd.", "PERSON Kevin O'Dowd"],
    ['The offer is thin, said Angus McPhee. McPhee then left.', 'PERSON Angus McPhee = McPhee'],
    ['The offer is thin, said Zdenka Wrzesniak, a nurse.', 'PERSON Zdenka Wrzesniak'],
    ['The offer is thin, said Dr. Ana Ruiz.', 'PERSON Ana Ruiz'],
    ['Ana Ruiz’s offer is thin. Ruiz’s colleagues agree.', 'PERSON Ana Ruiz = Ruiz'],
    ['Ana Ruiz and Tom Vella met at noon.', 'PERSON Ana Ruiz', 'PERSON Tom Vella'],
    ['Talks between Ana Ruiz and Tom Vella went on all night.', 'PERSON Ana Ruiz', 'PERSON Tom Vella'],
  ]);
});

describe('organizations, by their words', () => {
  table([
    ['The offer came from the Ferry Workers Union.', 'UNION Ferry Workers Union'],
    ['The offer went to the Union of Harbour Dockers.', 'UNION Union of Harbour Dockers'],
    ['The offer went to the Harbour Teachers’ Federation.', 'UNION Harbour Teachers’ Federation'],
    ["The offer went to the Harbour Nurses' League.", "UNION Harbour Nurses' League"],
    ["The Nurses' League refused the offer.", "UNION Nurses' League"],
    ['The offer went to the Harbour Firefighters Association.', 'UNION Harbour Firefighters Association'],
    ['The offer went to Deckhands Local 77.', 'UNION Deckhands Local 77'],
    ['The offer came from the Ministry of Ferries.', 'PUBLIC_BODY Ministry of Ferries'],
    ['The offer came from the Ferries Ministry.', 'PUBLIC_BODY Ferries Ministry'],
    ['The offer came from the Harbour School Board.', 'PUBLIC_BODY Harbour School Board'],
    ['The offer came from the University of Larkhaven.', 'PUBLIC_BODY University of Larkhaven'],
    ['The offer came from Larkhaven General Hospital.', 'PUBLIC_BODY Larkhaven General Hospital'],
    ['The offer came from Larkhaven Ferries Ltd.', 'PUBLIC_BODY Larkhaven Ferries Ltd'],
    ['The case went to the Larkhaven Labour Relations Board.', 'COURT Larkhaven Labour Relations Board'],
    ['The case went to the Larkhaven Supreme Court.', 'COURT Larkhaven Supreme Court'],
    ['The case went to the Court of Appeal for Larkhaven.', 'COURT Court of Appeal for Larkhaven'],
    ['The story was in the Larkhaven Gazette.', 'NEWS_OUTLET Larkhaven Gazette'],
    ['The Parliament of Larkhaven sat until dawn.', 'PUBLIC_BODY Parliament of Larkhaven'],
  ]);
});

describe('French organizations', () => {
  table([
    [
      'L’offre vient du ministère et de la Fédération des infirmières du port.',
      'UNION Fédération des infirmières du port',
    ],
    ['Members of the Syndicat des employés de bureau voted.', 'UNION Syndicat des employés de bureau'],
  ]);
});

describe('acronyms', () => {
  table([
    ["The Harbour Nurses' League (HNL) met. The HNL refused.", "UNION Harbour Nurses' League = HNL"],
    ["HNL (the Harbour Nurses' League) met.", "UNION HNL = Harbour Nurses' League"],
    ["The Harbour Nurses' League, or HNL, met.", "UNION Harbour Nurses' League = HNL"],
    ["The Harbour Nurses' League met.\nThe HNL refused.", "UNION Harbour Nurses' League = HNL"],
    ['The Ferry Masters Guild ("FMG") met. FMG refused.', 'UNION Ferry Masters Guild = FMG'],
    ['The Larkhaven Port Authority (LPA) met.', 'PUBLIC_BODY Larkhaven Port Authority = LPA'],
    ['The CEO and the CFO met on TV at 5 PM EST.'],
    ['The HR office has an ID for each RN.'],
  ]);
});

describe('what "and" joins', () => {
  table([
    ['The Ministry of Ferries and Harbours refused.', 'PUBLIC_BODY Ministry of Ferries and Harbours'],
    ['The Ferry and Dock Workers Union refused.', 'UNION Ferry and Dock Workers Union'],
    [
      'Talks between the Ferry Workers Union and the Port Authority ended.',
      'UNION Ferry Workers Union',
      'PUBLIC_BODY Port Authority',
    ],
    [
      'The Ferry Workers Union and Larkhaven Ferries Ltd refused.',
      'UNION Ferry Workers Union',
      'PUBLIC_BODY Larkhaven Ferries Ltd',
    ],
    ['Ontario and Quebec refused.', 'JURISDICTION Ontario', 'JURISDICTION Quebec'],
    ['The Globe and Mail told of it.', 'NEWS_OUTLET Globe and Mail'],
    ['The Ferry Workers Union and HNL refused.', 'UNION Ferry Workers Union', 'PUBLIC_BODY HNL'],
  ]);
});

describe('possessives', () => {
  table([
    ["The offer is from Canada's Treasury Board.", 'JURISDICTION Canada', 'PUBLIC_BODY Treasury Board'],
    ["The offer is from Malta's dockers.", 'JURISDICTION Malta'],
    ['The offer is from Ontario’s Ministry of Ferries.', 'JURISDICTION Ontario', 'PUBLIC_BODY Ministry of Ferries'],
    ["The Harbour Nurses' League's offer is thin.", "UNION Harbour Nurses' League"],
    ["The Women's Hospital refused.", "PUBLIC_BODY Women's Hospital"],
    ['The Association of Ferry Inspectors refused.', 'UNION Association of Ferry Inspectors'],
    ['The Association of Ferry Shippers refused.', 'PUBLIC_BODY Association of Ferry Shippers'],
    ["The Union of Malta Dockers met Malta's envoy.", 'UNION Union of Malta Dockers', 'JURISDICTION Malta'],
  ]);
});

describe('titles are no names', () => {
  table([
    ['Premier Ana Ruiz said no.', 'PERSON Ana Ruiz'],
    ['Ferries Minister Ana Ruiz said no.', 'PERSON Ana Ruiz'],
    ['Deputy Premier and Health Minister Ana Ruiz said no.', 'PERSON Ana Ruiz'],
    ['Treasury Board President Ana Ruiz said no.', 'PUBLIC_BODY Treasury Board', 'PERSON Ana Ruiz'],
    ['Ferries Ministry chief Ana Ruiz said no.', 'PUBLIC_BODY Ferries Ministry', 'PERSON Ana Ruiz'],
    ['HNL President Ana Ruiz said no.', 'PUBLIC_BODY HNL', 'PERSON Ana Ruiz'],
    ['Chief Executive Officer Ana Ruiz said no.', 'PERSON Ana Ruiz'],
    ['Mayor Vella said no.', 'PERSON Vella'],
    ['NDP Leader Ana Ruiz said no.', 'POLITICAL_PARTY NDP', 'PERSON Ana Ruiz'],
    ['Former Premier Ana Ruiz said no.', 'PERSON Ana Ruiz'],
    ['The Minister and the President said no.'],
    ['Ontario Premier Ana Ruiz said no.', 'JURISDICTION Ontario', 'PERSON Ana Ruiz'],
  ]);
});

describe('parties', () => {
  table([
    ['The Liberals said no.', 'POLITICAL_PARTY Liberals'],
    ['A Conservative spokesman and the Conservatives said no.', 'POLITICAL_PARTY Conservative = Conservatives'],
    ['The Green government refused.', 'POLITICAL_PARTY Green'],
    ['The NDP refused.\nThe New Democrats walked out.', 'POLITICAL_PARTY NDP = New Democrats'],
    ['The Harbour Party refused.', 'POLITICAL_PARTY Harbour Party'],
    ['The Parti Québécois refused.', 'POLITICAL_PARTY Parti Québécois'],
    ['The paint is green, and they are liberal with it.'],
  ]);
});

describe('laws', () => {
  table([
    ['The house passed Bill 12.', 'LEGISLATION Bill 12'],
    ['The senate passed Bill C-59.', 'LEGISLATION Bill C-59'],
    ['They passed Bill 12, the Ferries Act, at dawn.', 'LEGISLATION Bill 12 = Ferries Act'],
    [
      'They passed Bill 12, the Keeping Ferries in Service Act, at dawn.',
      'LEGISLATION Bill 12 = Keeping Ferries in Service Act',
    ],
    ['They broke the Labour Code.', 'LEGISLATION Labour Code'],
    ['They broke the Ferry Workers Act and Bill 7.', 'LEGISLATION Ferry Workers Act', 'LEGISLATION Bill 7'],
    ['They broke the Charter of Rights and Freedoms.', 'LEGISLATION Charter of Rights and Freedoms'],
    ['The bill is late, and so is the act; the charter is not.'],
  ]);
});

describe('places', () => {
  table([
    ['Ontario refused.', 'JURISDICTION Ontario'],
    ['Nurses in British Columbia refused.', 'JURISDICTION British Columbia'],
    ['Nurses in B.C. refused.', 'JURISDICTION B.C.'],
    ['Les infirmières du Québec ont refusé.', 'JURISDICTION Québec'],
    ['Nurses in Valletta refused.'],
    ['VALLETTA - Maltese nurses refused.'],
    ['HALIFAX, N.S. - The nurses refused.'],
    ['TORONTO (The Larkhaven Press) - The nurses refused.', 'NEWS_OUTLET Larkhaven Press'],
    ['Canadian nurses and Ontarians refused.'],
    ['Nurses on Harbour Street and in Larkhaven Valley refused.'],
    ['Ottawa refused.', 'GOVERNMENT Ottawa'],
    ['They met in Ottawa.'],
    ['The city, the union, cabinet and the charter are none.'],
  ]);
});

describe('capitals that name nobody', () => {
  table([
    ['In May and June, on Mondays and at Christmas, they met.'],
    ['Monday was quiet. Tuesday was not.'],
    ["I'll go. We've met. They're late. It's over. Don't stop."],
    ['Meanwhile, nurses refused. However, talks went on. Yet nobody came.'],
    ['Striking nurses refused. Talks ended. Workers went home.'],
    ['"Offers come and go," the nurse thought.'],
  ]);
});

describe('headings and lines of the page', () => {
  const body =
    "\nThe Harbour Nurses' League refused the offer on Monday, Ana Ruiz said.\nIts members meet again today.";
  const whole = ["UNION Harbour Nurses' League", 'PERSON Ana Ruiz'];
  it.each([
    ['Nurses Refuse New Offer From Ministry', whole],
    ['Nurses refuse new offer', whole],
    ['Harbour Nurses’ League Refuses New Offer', ["UNION Harbour Nurses’ League = Harbour Nurses' League", whole[1]]],
    ['By Leo Vella', ['PERSON Leo Vella', ...whole]],
    [
      'Ferry Offer Refused\nBy Leo Vella, Larkhaven Gazette',
      ['PERSON Leo Vella', 'NEWS_OUTLET Larkhaven Gazette', ...whole],
    ],
    ['ANA RUIZ REFUSES THE OFFER', ['PERSON ANA RUIZ = Ana Ruiz', whole[0]]],
  ])('%s', (heading, expected) => {
    expect(names(heading + body)).toEqual(expected);
  });

  it('names the outlet of a picture', () => {
    const text = `Nurses refuse new offer${body}\nAna Ruiz at the gate on Monday. (Larkhaven Post)`;
    expect(names(text)).toEqual([...whole, 'NEWS_OUTLET Larkhaven Post']);
  });
});

describe('names that the graph knows', () => {
  const graph = {
    ...nothing,
    entities: [
      known('comhar', 'UNION', 'Comhar', 'CMR'),
      known('malta', 'JURISDICTION', 'Malta'),
      known('dockers', 'UNION', 'Union of Malta Dockers', 'UMD'),
      known('ruiz', 'PERSON', 'Ana Ruiz'),
      known('comhar-malta', 'UNION', 'Comhar Malta'),
      known('striking-distance', 'NEWS_OUTLET', 'Striking Distance'),
    ],
  };
  it.each([
    ['The offer is from Comhar.', ['UNION Comhar']],
    ['Comhar Malta refused; so did Comhar.', ['UNION Comhar Malta', 'UNION Comhar']],
    ['CMR refused. Comhar is firm.', ['UNION CMR = Comhar']],
    ['The Union of Malta Dockers refused; so did Malta.', ['UNION Union of Malta Dockers', 'JURISDICTION Malta']],
    ['The UMD refused. The Union of Malta Dockers is firm.', ['UNION UMD = Union of Malta Dockers']],
    ['Ana Ruiz refused. Ruiz is firm.', ['PERSON Ana Ruiz = Ruiz']],
    ['Striking Distance reported it.', ['NEWS_OUTLET Striking Distance']],
    ['COMHAR REFUSES', ['UNION COMHAR']],
    ['The comharsa met; the comhar is small.', []],
    ['Comharsa refused.', []],
  ])('%s', (text, expected) => {
    expect(names(text, graph)).toEqual(expected);
  });

  it('gives the graph’s own ids', () => {
    const { entities } = read('CMR refused, and so did Ana Ruiz and Tom Vella.', graph);
    expect(new Map(entities.map(({ key, known: ofGraph }) => [key, ofGraph]))).toEqual(
      new Map([
        ['comhar', true],
        ['ruiz', true],
        ['tom-vella', false],
      ]),
    );
  });
});

describe('names that run on', () => {
  table([
    ['The offer went to the Union of Ferry and Port Staff (UFPS).', 'UNION Union of Ferry and Port Staff = UFPS'],
    ['The offer came from Ontario Finance.', 'PUBLIC_BODY Ontario Finance'],
    ['The offer came from the Office of the Harbour Auditor.', 'PUBLIC_BODY Office of the Harbour Auditor'],
    ['The offer was shared on Facebook.', 'PUBLIC_BODY Facebook'],
  ]);
});

describe('what an organization is for', () => {
  table([
    [
      'Ana Ruiz of the Larkhaven Court of Justice ruled on Monday.',
      'PERSON Ana Ruiz',
      'COURT Larkhaven Court of Justice',
    ],
    ['In the ruling Justice Ana Ruiz said no.', 'PERSON Ana Ruiz'],
  ]);
});

describe('an association of those who do a work', () => {
  table([
    [
      'The offer went to the Larkhaven Association of Support Workers.',
      'UNION Larkhaven Association of Support Workers',
    ],
    ['The offer went to the Larkhaven College of Nurses.', 'PUBLIC_BODY Larkhaven College of Nurses'],
    [
      'The offer went to the Larkhaven Association of Ferry Owners.',
      'PUBLIC_BODY Larkhaven Association of Ferry Owners',
    ],
  ]);
});
