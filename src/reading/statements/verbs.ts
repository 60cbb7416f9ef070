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
  remind reminds reminded reminding  muse muses mused musing boast boasts boasted boasting opine opines
  opined surmise surmised proclaim proclaims proclaimed proclaiming rebut rebuts rebutted refute refutes refuted object objects
  objected objecting comment comments commented commenting clarify clarifies clarified elaborate elaborates elaborated indicate
  indicates indicated indicating imply implies implied implying hint hints hinted hinting inform informs informed informing advise
  advises advised advising decry decries decried decrying brag brags bragged plead pleads pleaded doubt doubts doubted doubting
  wonder wonders wondered wondering affirm affirms affirmed affirming post posts posted email emailed texted signal signals
  signalled signaled protest protests protested regret regrets regretted recommend recommended
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
  object objects objected objecting comment comments commented commenting indicate indicates indicated indicating
  hint hints hinted hinting inform informs informed informing advise advises advised advising doubt doubts doubted doubting
  wonder wonders wondered wondering signal signals signalled signaled protest protests protested post posts posted email emailed text texted
  decry decries decried decrying imply implies implied implying clarify clarifies clarified elaborate elaborates elaborated
  affirm affirms affirmed affirming regret regrets regretted rebut rebuts rebutted refute refutes refuted boast boasts boasted boasting
  recommend recommended plead pleads pleaded
  declare declares declared declaring shot dispute disputes disputed disagree disagrees disagreed figure figures answer answers answered
`);

/** What courts and boards do, which is speech with what they decide. */
const decisions = forms('held hold holds found find finds ruled rule rules decided decides determined determines');

/** Others, that are speech only where they stand with a quotation of their own. */
const quoting = forms(`
  deride derides derided deriding mock mocks mocked mocking ridicule ridiculed chide chides chided rebuke rebukes rebuked
  brand brands branded branding dub dubs dubbed term terms termed hail hails hailed hailing welcome welcomes welcomed welcoming
  thank thanks thanked thanking credit credits credited compare compares compared comparing fear fears feared venture ventured
  volunteer volunteered shrug shrugs shrugged laugh laughs laughed smile smiled sniff sniffed growl growled chuckle chuckled crow crowed
  gush gushed echo echoes echoed echoing pronounce pronounced lecture lectured demand demands demanded implore implored tease teased
  exclaim exclaimed yell yelled continue continues continued begin began offer offered read reads paint paints painted
  portray portrays portrayed challenge challenges challenged deem deems deemed tout touts touted summarize summarized
  trumpet trumpeted rail railed taunt taunted whisper whispered snap snaps snapped mutter mutters muttered grumble grumbles grumbled
  lambaste lambastes lambasted bemoan bemoans bemoaned counsel counselled counseled apologize apologizes apologized apologizing
  apologise apologises apologised
`);

export const isSpeechVerb = (word: string): boolean => speaking.has(word.toLowerCase());
export const isDoubtfulVerb = (word: string): boolean => doubtful.has(word.toLowerCase());
export const isQuotingVerb = (word: string): boolean => quoting.has(word.toLowerCase());
export const isDecision = (word: string): boolean => decisions.has(word.toLowerCase());
/** Any of them. */
export const isVerbOfSaying = (word: string): boolean => isSpeechVerb(word) || isQuotingVerb(word) || isDecision(word);
