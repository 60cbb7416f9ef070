/** French names of organizations and laws: after the first word, they go on in small letters. */
import { isCommon } from '../lexicon.ts';
import type { Token } from '../tokens.ts';

const heads =
  /^(?:Conseil|Parti|Tribunal|Code|Fédération|Syndicat|Réseau|Collectif|Confédération|Centrale|Association|Ministère|Commission|Alliance|Régie|Union|Ordre|Office|Société|Ville|Centre|Hôpital|Université|Loi|Cour|Coalition|Comité|Regroupement|Secrétariat|Assemblée|Bureau|Front|Institut|Agence|Groupe|Caisse|Conférence|Chambre|Mouvement|Corporation)$/;
const small = /^(?:de|du|des|la|le|les|et|à|au|aux|en|pour|sur|d|l)$/;
const adjective =
  /(?:iste|ique|oise?s?|aires?|ale?s?|aux|elles?|ifs?|ives?|ienne?s?|iens?|atif|ative|ante?s?|ées?|és?|ière?s?|icale?s?)$/;
const isFrench = (word: string): boolean =>
  /[àâçéèêëîïôûùœ]/i.test(word) || (adjective.test(word) && !isCommon(word)) || /^(?:du|des|d['’]|l['’])/.test(word);

/** The end of a French name that begins at a token; undefined: it is none. */
export function endOfFrench(tokens: readonly Token[], from: number): number | undefined {
  if (!heads.test(tokens[from]?.text ?? '')) return undefined;
  let to = from + 1;
  let french = false;
  while (to < tokens.length && to - from < 14) {
    const [token, next] = [tokens[to], tokens[to + 1]];
    if (token === undefined || !token.word || token.first) break;
    const afterSmall = small.test(tokens[to - 1]?.text ?? '');
    if (small.test(token.text) && next?.word && !/^(?:said|says|is|has|was|will)$/.test(next.text)) {
      french ||= token.text !== 'en' && token.text !== 'pour' && token.text !== 'sur' && token.text !== 'on';
    } else if (!(afterSmall || token.capital || isFrench(token.text))) break;
    else french ||= isFrench(token.text);
    to += 1;
  }
  while (to > from + 1 && small.test(tokens[to - 1]?.text ?? '')) to -= 1;
  return french && to > from + 1 ? to : undefined;
}
