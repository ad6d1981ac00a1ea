import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';
import { namedInEnglish } from './people.ts';
import { sentencesOf } from './sentences.ts';

const ITEMS =
  /\b(?:criminal records?|convict(?:ed|ions?)|arrest(?:ed|s)?|indicted|prison|theft|embezzl\w{1,8}|debts?|loan shark|bankrupt(?:cy)?|gambl(?:es?|ing|ers?)|mental(?:ly)? (?:illness|ill|disorder|health)|depress(?:ion|ed)|bipolar|schizophreni\w{1,3}|psychiatr\w{1,6}|medical history|epilep\w{1,4}|drug (?:use|abuse|addict\w{0,4}|habit)|drugs|cannabis|addict(?:ed|ion)?|alcoholic|alcoholism|drinking (?:problem|habit)|drinks too much|drunk|embassy|foreign (?:government|intelligence|agency|army|military)|drinking|drinks|hangover|antidepress\w{1,5}|medication|therap(?:y|ist)|panic attacks?|suicid\w{1,3}|rehab\w{0,10}|anxiety|breakdown|insomnia|owes|overdue|repossess\w{1,3}|garnish\w{1,5}|loans?|mortgage|divorc\w{1,3}|fraud|assault|smuggl\w{1,3}|police|jail(?:ed)?|court case|charged with|fined|suspended|leaked|did time|gambles|treated for|alcohol abuse|took home|lost a laptop|disciplinary (?:action|record|measure))\b/gu;
const ORIGINS =
  /\b(?:nationality|citizen(?:ship)?|naturali[sz]ed|(?:chinese|korean|russian|foreign|vietnamese|iranian|taiwanese|american|brazilian|indian|filipino|ukrainian) (?:national|citizen|passport|wife|husband|spouse))\b/gu;
const RESULTS =
  /\b(?:vetting|clearance) (?:result )?(?:of \w{2,4}\.? ?\w{2,20} )?(?:was|is) (?:negative|positive|refused|denied)\b|\b(?:fail(?:ed|s)?|pass(?:ed|es)?|did not pass|declined|refused|turned down|withdrew from|dropped out of) (?:his |her |their |the |a |in )?(?:security )?(?:vetting|clearance)\b|\b(?:was|were|is|are|got) (?:not |never )?(?:security[- ])?cleared\b|\b(?:was|were|been|got) (?:denied|refused|granted|given) (?:security )?clearance\b|\bclearance (?:was |were )?(?:denied|refused|withdrawn|revoked)\b|\b(?:refused|declined|withdrew|did not give|gave no|refuses) (?:his |her |their |the |to )?consent\b|\bdid not consent\b|\b(?:was|were|is) (?:not |never )?(?:found (?:un)?suitable|found unfit)\b|\b(?:was|were|is) (?:not |never )?(?:approved|rejected|turned down|found (?:un)?suitable) (?:by|for|in)\b|\b(?:get|got|come|came|make|made) (?:it )?through (?:the )?(?:screening|check|vetting|clearance)|\b(?:screening|background check|assessment) (?:came back|was|is) (?:negative|positive|bad|clean|adverse)|\bwould not sign\b|\brefused to sign\b|\bnon-?consenting (?:employees?|persons?|candidates?|staff)\b/gu;
const LISTED =
  /\b(?:candidates? (?:for (?:the )?vetting )?(?:is|are|:)|listed (?:for|as a candidate)|handlers?(?: is| are|:))/gu;

const SOMEBODY =
  /\b(?:he|she|his|her|him|employees?|engineers?|candidates?|colleagues?|staff members?|workers?|managers?|drivers?|operators?|guards?|technicians?|supervisors?|foremen|foreman|directors?|officers?|accountants?|secretar(?:y|ies)|trainees?|contractors?|applicants?|subordinates?|clerks?|designers?|buyers?|programmers?|developers?|welders?|inspectors?|cleaners?|receptionists?|analysts?|scientists?|researchers?|foreperson|colleague|persons?|people|one of (?:us|them)|the (?:boss|president|director|wife|husband)|wife|husband|spouse|son|daughter|brother|sister|father|mother)\b/u;
const POINTED =
  /\b(?:he|she|his|her|him)\b|\bemployee (?:no\.?|number|id)\W{0,3}[a-z]?\d{2,}|\bdate of birth\W{0,3}\d/u;
const POLICY =
  /\b(?:never|not (?:ask|asked|record|recorded|store|stored|collect|collected|used|use|requested?|kept|treated|held)|must not|may not|do not|does not|no questions?|without asking|nobody|rules?|polic(?:y|ies)|procedures?|training|guideline|if|whether|prohibit(?:s|ed)?|forb[ia]d(?:s|den)?|regulation|says that)\b/u;

/** The English counterpart of `vetting`. */
export function vettingInEnglish(words: Folded): Hit[] {
  const hits: Hit[] = [];
  let named = false;
  for (const { text, start } of sentencesOf(words.text)) {
    const here = namedInEnglish(text).length > 0 || POINTED.test(text);
    const policy = POLICY.test(text);
    const add = (reason: Hit['reason'], found: RegExpExecArray) =>
      hits.push(hitAt(reason, words, start + found.index, start + found.index + found[0].length));
    for (const item of text.matchAll(ITEMS)) {
      if (policy ? false : here || named || SOMEBODY.test(text)) add('vetting-content', item);
    }
    for (const origin of here || named || SOMEBODY.test(text) ? text.matchAll(ORIGINS) : []) {
      if (!policy) add('vetting-content', origin);
    }
    for (const result of text.matchAll(RESULTS)) {
      if (!policy) add('vetting-result', result);
    }
    for (const listed of here ? text.matchAll(LISTED) : []) {
      if (!policy) add('vetting-result', listed);
    }
    named ||= here;
  }
  return hits;
}
