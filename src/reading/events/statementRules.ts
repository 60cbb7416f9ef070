/** Rules for occasions on which somebody speaks. */
import type { EventRule } from './rule.ts';

export const statementRules: readonly EventRule[] = [
  {
    name: 'occasion',
    type: 'STATEMENT_MADE',
    says: 'Somebody speaks on an occasion that is named: a programme, a press conference, a message to members.',
    confidence: 0.99,
    parties: 'SPEAKER',
    patterns: [
      '(?:press|news|media) (?:conference|briefing|scrum|availability|event)s?\\b',
      '(?:speaking|spoke|speaks|appearing|appeared|interviewed) (?:[^;,]{0,30}?)(?:on|with|to|by) (?:[^;,]{0,30}?){outlet}',
      '(?:speaking|spoke|spoken|addressed|addressing|addresses) (?:[^;,]{0,40}?)\\b(?:a|the|an|at|to|outside) {few}(?:reporters|journalists)\\b',
      '(?:speaking|spoke|spoken|told(?! (?:reporters|journalists))|telling(?! (?:reporters|journalists))|tells(?! (?:reporters|journalists))|addressed|addressing|addresses) (?:[^;,]{0,40}?)\\b(?:a|the|an|at|to|outside|hundreds of|thousands of) {few}(?:rally|crowd|conference|convention|luncheon|lunch|breakfast|dinner|forum|panel|summit|audience|committee|meeting|town hall|gathering|assembly|congress|legislature|delegates|supporters|news conference|house of commons|mps|senators|hearing|members|picket line|strikers)\\b',
      '(?:in|during|at) (?:a|an|the|her|his|their|its|that) {few}(?:interview(?! *[.;"]| *$)|speech|address|town hall|webinar|livestream|podcast|broadcast|message|memo|memorandum|open letter|letter|bulletin|newsletter|video|note|circular|debate|briefing|question period)\\b',
      '(?:wrote|writes|write|writing|written) (?:[^;,]{0,30}?)to {few}(?:members|staff|students|employees|workers|parents|faculty|residents|the (?:union|minister|premier|mayor|board|government)|all)\\b',
      '(?:message|letter|memo|note|bulletin|video|email|e-mail|update|address) (?:sent )?(?:to|for) {few}(?:members|staff|employees|workers|students|parents|faculty|membership|residents|customers|teachers|nurses)\\b',
      '(?:open letter|town hall|question period|scrum|teleconference|webcast)\\b',
      'told (?:the )?(?:(?:radio|television|TV|morning|current affairs|breakfast|news|talk) )?(?:program(?:me)?|show|podcast|phone-in)\\b',
      '(?:told|tells|on|to) (?:[^;,]{0,20}?){programme}',
      'on {outlet}',
      '(?:told|tells|telling) (?:listeners|viewers|delegates|shareholders)\\b',
      'on (?:a|the|her|his|their|an) {few}(?:radio|television|tv|call-in|phone-in|talk|breakfast) {few}(?:show|program(?:me)?|phone-in|podcast)\\b',
      '(?:told|tells|on|to|with) [^;,."]{2,40}, (?:a|an|the) {few}(?:radio|television|tv|talk|current[- ]affairs|breakfast|news|morning) {few}(?:show|program(?:me)?|podcast)\\b',
      'in (?:an|the) interview(?! *(?:[.;"]|, (?:where|adding)|$))',
    ],
    unless: [
      'bargaining (?:session|meeting)',
      '(?:into|before|after|pressed in|heading to) question period',
      'letter of (?:understanding|agreement)',
      'declined (?:an )?interview',
      'not be interviewed',
      'interview request',
      'requests? for (?:an )?interview',
      'in an? (?:brief |short )?(?:e-?mail|written)',
      'job interview',
      'in a (?:text )?message:',
    ],
    despite: ['WISHED', 'FEARED', 'IF', 'MODAL'],
  },
];
