/** Rules for words that refer to an event which the article tells of elsewhere: "the vote", "the ruling", "the offer". */
import type { EventRule } from './rule.ts';

export const referenceRules: readonly EventRule[] = [
  {
    name: 'the-vote',
    type: '',
    says: 'A vote that the article tells of elsewhere: ballots, a turnout, a result.',
    confidence: 0.82,
    parties: 'UNION',
    follows: ['RATIFICATION_VOTE', 'STRIKE_VOTE'],
    patterns: [
      '(?:ballots?|votes) (?:{few})(?:cast|counted|being|are due)\\b',
      'cast (?:{few})ballots?\\b',
      'voting (?:closed|closes|opened|opens|began|begins|ended|ends|runs|starts|takes|will|is|was|continues|wraps)\\b',
      'voted (?:yes|no|against|in favou?r|for it)\\b',
      '(?:the|this|that) (?:[\\w-]+ )?(?:vote|ballot|turnout|referendum)\\b',
      '(?:result|results|outcome|closeness) of (?:the|that|this) (?:[\\w-]+ )?(?:vote|ballot)',
      'in (?:a|the) (?:postal |online |secret |electronic )?ballot\\b',
      'turnout (?:of|was)\\b',
    ],
    unless: ['election|candidate|parliament|mps|commons|council(?:lors)? vot'],
    despite: ['IF', 'MODAL', 'WISHED'],
  },
  {
    name: 'the-notice',
    type: '',
    says: 'A notice of a strike or lockout that the article tells of elsewhere.',
    confidence: 0.7,
    parties: 'BOTH',
    follows: ['STRIKE_NOTICE'],
    patterns: ['(?:the|its|their|that|this) notice\\b(?! to bargain| period)'],
  },
  {
    name: 'the-ruling',
    type: '',
    says: 'A ruling that the article tells of elsewhere.',
    confidence: 0.7,
    parties: 'HELPED',
    follows: ['COURT_RULING'],
    patterns: [
      '(?:the|this|that|its) (?:\\w+ )?(?:decision|ruling|judgment|judgement|verdict|injunction)\\b(?! to (?:walk|strike|leave|close|cut|table|call))',
    ],
  },
];
