/**
 * Words of the field that mean the same to whoever searches, in English and French. A line is one meaning; any
 * of its words finds all of them, below what has the word itself. Accents, case and a final s or x do not matter.
 */
const synonyms: readonly (readonly string[])[] = [
  // Pay and time
  ['wage', 'pay', 'salary', 'salaries', 'earnings', 'remuneration', 'salaire', 'paie', 'paye', 'traitement'],
  ['raise', 'increase', 'hike', 'augmentation', 'hausse', 'majoration'],
  ['pay cut', 'wage cut', 'rollback', 'baisse de salaire', 'reduction de salaire'],
  ['wage freeze', 'pay freeze', 'salary freeze', 'gel des salaires', 'gel salarial'],
  ['benefit', 'avantage sociaux', 'avantage social'],
  ['sick leave', 'sick day', 'congé de maladie', 'congé maladie'],
  ['disability', 'invalidité'],
  ['pension', 'retirement', 'retraite'],
  ['savings', 'économies', 'épargne'],
  ['per cent', 'percent', 'pour cent', '%'],
  ['billion', 'milliard'],
  // Bargaining
  ['bargaining', 'negotiation', 'negotiating', 'négociation'],
  ['talks', 'pourparlers', 'discussion'],
  ['offer', 'proposal', 'offre', 'proposition'],
  ['demand', 'ask', 'revendication', 'demande'],
  ['agreement', 'contract', 'deal', 'settlement', 'entente', 'accord', 'contrat', 'règlement'],
  ['collective agreement', 'agreement', 'contract', 'convention collective'],
  ['good faith', 'bonne foi'],
  ['deadline', 'échéance', 'date limite'],
  ['mandate', 'mandat'],
  ['arbitration', 'arbitrage'],
  ['mediation', 'médiation'],
  ['working conditions', 'conditions de travail'],
  // Action
  ['strike', 'walkout', 'work stoppage', 'job action', 'grève', 'débrayage', 'arrêt de travail', 'débrayer'],
  ['lockout', 'lock out', 'mise en lock out'],
  ['walk away', 'walked away', 'leave the table', 'quitter la table'],
  ['layoff', 'lay off', 'laid off', 'job cut', 'job loss', 'mise à pied', 'licenciement', "suppression d'emploi"],
  ['hiring', 'recruitment', 'embauche', 'recrutement'],
  // Law
  ['bill', 'law', 'act', 'statute', 'legislation', 'projet de loi', 'loi', 'législation'],
  ['court', 'tribunal', 'tribunaux', 'cour'],
  ['legal challenge', 'lawsuit', 'court challenge', 'contestation judiciaire', 'recours'],
  ['charter', 'charte'],
  ['fine', 'penalty', 'penalties', 'amende', 'pénalité', 'sanction'],
  ['illegal', 'unlawful', 'illégal', 'illégale', 'illégaux'],
  ['right', 'droit'],
  ['election', 'élection'],
  // Who
  ['union', 'syndicat', 'syndicale', 'syndical'],
  ['federal', 'fédéral', 'fédérale', 'fédéraux'],
  ['provincial', 'provinciale', 'provinciaux'],
  ['employer', 'employeur'],
  ['worker', 'employee', 'travailleur', 'travailleuse', 'employé', 'employée', 'salarié'],
  ['public servant', 'civil servant', 'federal worker', 'fonctionnaire'],
  ['public service', 'civil service', 'fonction publique'],
  ['government', 'gouvernement'],
  ['premier', 'prime minister', 'premier ministre', 'première ministre'],
  ['deputy premier', 'vice premier ministre', 'vice première ministre'],
  ['minister', 'ministre'],
  ['cabinet', 'conseil des ministres'],
  ['president', 'président', 'présidente'],
  ['vice president', 'vice président', 'vice présidente'],
  ['spokesperson', 'spokesman', 'spokeswoman', 'porte parole'],
  ['negotiator', 'négociateur', 'négociatrice'],
  ['treasury board', 'conseil du trésor'],
  ['teacher', 'enseignant', 'enseignante'],
  ['doctor', 'physician', 'médecin'],
  ['refugee', 'réfugié', 'réfugiée'],
  ['Conservative', 'conservateur', 'conservatrice'],
  ['Liberal', 'libéral', 'libérale', 'libéraux'],
  // Numbers that are written either way
  ['two thirds', 'deux tiers'],
  ['two tier', 'deux paliers', 'deux vitesses'],
  ['half', 'moitié', 'demie'],
  ['2', 'two', 'deux'],
  ['3', 'three', 'trois'],
  ['4', 'four', 'quatre'],
  ['5', 'five', 'cinq'],
  ['6', 'six'],
  ['7', 'seven', 'sept'],
  ['8', 'eight', 'huit'],
  ['9', 'nine', 'neuf'],
  ['10', 'ten', 'dix'],
];

/** The other words for it, of each word and expression, folded. */
const others = new Map<string, readonly string[]>();
for (const words of synonyms) {
  for (const word of words.map(foldPlural)) others.set(word, [...(others.get(word) ?? []), ...words]);
}

/** The most words of an expression. */
export const longestExpression = Math.max(...[...others.keys()].map((words) => words.split(' ').length));

/** What else may be said for a word or expression; nothing, if it is not in the list. */
export function synonymsOf(expression: string): readonly string[] {
  const words = others.get(foldPlural(expression)) ?? [];
  return [...new Set(words)].filter((word) => foldPlural(word) !== foldPlural(expression));
}

/** Without accents and case. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Without accents, case, and the s or x of plurals; hyphens divide words. */
function foldPlural(expression: string): string {
  return fold(expression)
    .split(/[\s-]+/)
    .map((word) => word.replace(/[sx]$/, ''))
    .join(' ');
}
