/** Verbs by which a text says that somebody speaks. */

const forms = (stems: string): ReadonlySet<string> => new Set(stems.split(/\s+/).filter(Boolean));

/** Verbs that tell of speech by themselves, in the forms in which news has them. */
const speaking = forms(`
  say says said saying tell tells told telling add adds added adding argue argues argued arguing accuse accuses accused accusing
  insist insists insisted insisting maintain maintains maintained maintaining claim claims claimed claiming state states stated stating
  write writes wrote written writing tweet tweets tweeted explain explains explained explaining note notes noted noting
  warn warns warned warning acknowledge acknowledges acknowledged acknowledging admit admits admitted admitting
  announce announces announced announcing confirm confirms confirmed confirming promise promises promised promising vow vows vowed vowing
  suggest suggests suggested suggesting contend contends contended contending allege alleges alleged alleging
  assure assures assured assuring assert asserts asserted asserting declare declares declared declaring deny denies denied denying
  reply replies replied replying respond responds responded responding counter counters countered countering
  complain complains complained complaining lament laments lamented recall recalls recalled recount recounts recounted
  describe describes described describing characterize characterizes characterized characterise characterises characterised
  dismiss dismisses dismissed dismissing concede concedes conceded conceding caution cautions cautioned cautioning
  stress stresses stressed stressing emphasize emphasizes emphasized emphasise emphasised reiterate reiterates reiterated reiterating
  remark remarks remarked observe observes observed point points pointed predict predicts predicted quip quips quipped
  joke joked explain estimate estimates estimated report reports reported pledge pledges pledged urge urges urged urging
  blame blames blamed blaming criticize criticizes criticized criticise criticises criticised slam slams slammed blast blasts blasted
  condemn condemns condemned condemning denounce denounces denounced denouncing call calls called calling
  label labels labelled labeled ask asks asked asking question questions questioned questioning believe believes think thinks thought
  agree agrees agreed speculate speculated swear swore testify testified testifies reveal reveals revealed
  conclude concludes concluded disclose disclosed refuse-to-say rule ruled find finds found hold held express expressed
  answer answers answered retort retorts retorted shoot shoots shot liken likens likened dispute disputes disputed disagree disagrees disagreed
  reckon reckons reckoned figure figures interject interjected fume fumed sigh sighed joke jokes shout shouted scoff scoffed
  ruling praise praises praised applaud applauded defend defends defended defending reject rejects rejected rejecting
`);

/** Of these, those that are speech only beside a quotation, or with what is said after them. */
const doubtful = forms(`
  announce announces announced announcing confirm report reports reported call calls called calling label labels labelled labeled
  ask asks asked asking question believe believes think thinks thought agree agrees agreed rule ruled find finds found hold held
  estimate estimates estimated point points pointed observe observes observed recall recalls recalled note state states
  express expressed praise praises praised applaud applauded defend defends defended defending reject rejects rejected rejecting
  urge urges urged urging dismiss dismisses dismissed dismissing describe describes described describing counter claim claims
  address promise question blame written writing add adds respond responds responded responding conclude concludes concluded
  slam slams slammed blast blasts blasted condemn condemns condemned condemning denounce denounces denounced denouncing predict
  predicts predicted characterize characterizes characterized characterise characterises characterised reveal reveals revealed disclose disclosed
  declare declares declared declaring shot dispute disputes disputed disagree disagrees disagreed figure figures answer answers answered
`);

export const isSpeechVerb = (word: string): boolean => speaking.has(word.toLowerCase());
export const isDoubtfulVerb = (word: string): boolean => doubtful.has(word.toLowerCase());
