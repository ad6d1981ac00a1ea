import type { Library, LibraryFile } from '../library.ts';
import type { Draw } from '../oracle/drawing.ts';

// For the tests: faults as an author makes them, each planted somewhere in the documents that edition
// 2026-12 pins. A mutant says what the refusal has to name.

export interface Mutant {
  library: Library;
  /** Must stand in the sentence that refuses it. */
  names: string;
}

type Node = Record<string, unknown>;

const EDITION = 'editions/2026-12';
const QUESTIONNAIRES = ['governance', 'facility', 'personnel'].map(
  (id) => `questionnaires/${id}@2`,
);
const MAPPINGS = ['governance', 'facility', 'personnel'].map((id) => `mappings/${id}-1-2@1`);
const OVERLAYS = ['critical-infrastructure', 'critical-goods'].map((id) => `overlays/${id}@1`);
const MODEL = 'gap-models/core@2';
const ACTIONS = 'actions/core@2';
const RULES = 'contradictions/core@1';

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The contents of a document, to be changed in place, and where it stands. */
class Copy {
  readonly files: LibraryFile[];
  constructor(library: Library) {
    this.files = structuredClone([...library.files]);
  }
  document(key: string): Node {
    const content = this.files.find((one) => one.key === key)?.content;
    if (!isNode(content)) throw new Error(`There is no ${key}.`);
    return content;
  }
  list(key: string, name: string): Node[] {
    return nodes(this.document(key)[name]);
  }
  same(key: string): string[] {
    return strings(this.document(key)['same']);
  }
}

/** A question of version 2 whose mapping says that nothing of it changed. */
function unchanged(copy: Copy, draw: Draw) {
  const at = draw([0, 1, 2]);
  const same = copy.same(MAPPINGS[at] ?? '');
  const question = draw(
    copy.list(QUESTIONNAIRES[at] ?? '', 'questions').filter(({ id }) => same.includes(text(id))),
  );
  return { question, id: text(question['id']) };
}

const changeOf = (copy: Copy, key: string, type: string) => {
  const found = copy.list(key, 'changes').find((one) => one['type'] === type);
  if (!found) throw new Error(`${key} has no change of type ${type}.`);
  return found;
};

/** Each plants one fault and answers what the refusal must name. */
export const MUTATIONS: Readonly<Record<string, (copy: Copy, draw: Draw) => string>> = {
  'a level that moved': (copy, draw) => {
    const { question, id } = unchanged(copy, draw);
    const levels = nodes(question['levels']);
    const at = draw([0, 1, 2]);
    question['levels'] = levels.map((one, level) =>
      level === at ? levels[at + 1] : level === at + 1 ? levels[at] : one,
    );
    return `${id}: says same, but the words of its levels changed`;
  },
  "an option's meaning that was swapped": (copy, draw) => {
    const { question, id } = unchanged(copy, draw);
    const other = unchanged(copy, draw).question;
    const at = draw([0, 1, 2]);
    question['levels'] = nodes(question['levels']).map((one, level) =>
      level === at ? { ja: '何もしていない', en: 'Nothing is done' } : one,
    );
    return other === question ? id : `${id}: says same, but the words of its levels changed`;
  },
  'a condition that was widened': (copy, draw) => {
    const { question, id } = unchanged(copy, draw);
    question['condition'] = { fact: 'employees', gte: draw([1, 100, 300]) };
    return `question ${id}: its condition differs from that of requirement`;
  },
  'a condition on a fact that is not asked': (copy, draw) => {
    const { question, id } = unchanged(copy, draw);
    question['condition'] = { fact: 'exports', eq: true };
    return `question ${id}: there is no fact exports`;
  },
  'a translation that is missing': (copy, draw) => {
    const { question } = unchanged(copy, draw);
    const field = draw(['text', 'why', 'todo']);
    const node = question[field];
    if (isNode(node)) delete node['en'];
    return `${field}.en`;
  },
  'a translation in the wrong language': (copy, draw) => {
    const { question, id } = unchanged(copy, draw);
    const node = question[draw(['why', 'todo'])];
    if (isNode(node)) node['en'] = node['ja'];
    return `question ${id}`;
  },
  'a question that no mapping names': (copy, draw) => {
    const key = draw(MAPPINGS);
    const id = draw(copy.same(key));
    copy.document(key)['same'] = copy.same(key).filter((one) => one !== id);
    return `question ${id} of version 1 has no place in the mapping`;
  },
  'a question that a mapping names twice': (copy, draw) => {
    const key = draw(MAPPINGS);
    const id = draw(copy.same(key));
    copy.document(key)['same'] = [...copy.same(key), id];
    return `question ${id} has two places`;
  },
  'a change that was forgotten': (copy, draw) => {
    const key = draw(MAPPINGS);
    const changes = copy.list(key, 'changes');
    const dropped = draw(changes);
    copy.document(key)['changes'] = changes.filter((one) => one !== dropped);
    const [named = ''] = [dropped['question'], dropped['from'], dropped['to']].flatMap((one) => [
      ...strings(one),
      ...(typeof one === 'string' ? [one] : []),
    ]);
    return `question ${named} of version`;
  },
  'a change of meaning said to be one of wording': (copy) => {
    changeOf(copy, 'mappings/personnel-1-2@1', 'meaning')['type'] = 'wording';
    return 'D-03.level: says wording, but the words of its levels changed';
  },
  'a change of wording said to be none': (copy) => {
    const key = 'mappings/facility-1-2@1';
    copy.document(key)['changes'] = copy
      .list(key, 'changes')
      .filter((one) => one['type'] !== 'wording');
    copy.document(key)['same'] = [...copy.same(key), 'C-01.level'];
    return 'C-01.level: says same, but its texts changed';
  },
  'a reason in one language': (copy, draw) => {
    const key = draw(MAPPINGS);
    const index = draw(copy.list(key, 'changes').map((_, at) => at));
    const reason = copy.list(key, 'changes')[index]?.['reason'];
    if (isNode(reason)) delete reason['en'];
    return `changes.${index}.reason.en`;
  },
  'a text that changed after the review': (copy) => {
    const one = copy
      .list('questionnaires/facility@2', 'questions')
      .find(({ id }) => id === 'C-01.level');
    if (one)
      one['text'] = {
        ja: '取扱場所を分けないようにしていますか。',
        en: 'Is separating the handling area avoided?',
      };
    return 'C-01.level: was changed since somebody compared both versions';
  },
  'a requirement that a question stopped giving': (copy) => {
    const one = copy
      .list('questionnaires/personnel@2', 'questions')
      .find(({ id }) => id === 'D-06.papers');
    if (one) one['requirements'] = ['D-06'];
    return 'requirement L-07: is asked by no question';
  },
  'a requirement of another section': (copy, draw) => {
    const { question, id } = unchanged(copy, draw);
    question['requirements'] = [...strings(question['requirements']), 'Z-01'];
    return `question ${id}: there is no requirement Z-01`;
  },
  'a mode that asks less than a smaller one': (copy, draw) => {
    const { question, id } = unchanged(copy, draw);
    question['modes'] = ['quick'];
    return `question ${id}: a smaller mode asks it`;
  },
  '該当しない where it is not allowed': (copy) => {
    const one = copy
      .list('questionnaires/governance@2', 'questions')
      .find(({ id }) => id === 'A-04.level');
    if (one) one['allowsNotApplicable'] = true;
    return 'question A-04.level: allows "not applicable"';
  },
  'a question that vanished': (copy, draw) => {
    const key = draw(QUESTIONNAIRES);
    const questions = copy.list(key, 'questions');
    const gone = text(draw(questions)['id']);
    copy.document(key)['questions'] = questions.filter(({ id }) => id !== gone);
    return gone.replace(/\..*/, '');
  },
  'a question that stands twice': (copy, draw) => {
    const key = draw(QUESTIONNAIRES);
    const questions = copy.list(key, 'questions');
    const again = draw(questions);
    copy.document(key)['questions'] = [...questions, again];
    return `question ${text(again['id'])} stands there twice`;
  },
  'a retired question that no list names': (copy, draw) => {
    const key = draw(QUESTIONNAIRES);
    const retired = strings(copy.document(key)['retired']);
    delete copy.document(key)['retired'];
    return `question ${retired[0] ?? ''} of version 1 has vanished`;
  },
  'a mapping that the edition does not pin': (copy, draw) => {
    const dropped = draw(MAPPINGS);
    const follows = copy.document(EDITION)['follows'];
    if (isNode(follows))
      follows['mappings'] = strings(follows['mappings']).filter((one) => one !== dropped);
    return `${EDITION}.yaml: ${dropped.replace('mappings/', 'questionnaires/').replace('-1-2@1', '@2')} is not in 2026-11`;
  },
  'a mapping that is not there': (copy) => {
    const follows = copy.document(EDITION)['follows'];
    if (isNode(follows))
      follows['mappings'] = [...strings(follows['mappings']), 'mappings/facility-1-2@9'];
    return 'pins mappings/facility-1-2@9, but there is no such document of kind mappings';
  },
  'a mapping between other versions': (copy) => {
    copy.document('mappings/facility-1-2@1')['from'] = 'questionnaires/governance@1';
    return 'is called facility-1-2 but maps questionnaires/governance@1';
  },
  'a mapping whose name lies': (copy, draw) => {
    const key = draw(MAPPINGS);
    copy.document(key)['version'] = 2;
    return `is filed as ${key}`;
  },
  'a split into one': (copy) => {
    const one = changeOf(copy, 'mappings/facility-1-2@1', 'split');
    one['to'] = ['C-04.log'];
    return 'changes.1.to';
  },
  'a half of a split under the old id': (copy) => {
    const question = copy
      .list('questionnaires/facility@2', 'questions')
      .find(({ id }) => id === 'C-04.log');
    if (question) question['id'] = 'C-04.level';
    changeOf(copy, 'mappings/facility-1-2@1', 'split')['to'] = ['C-04.level', 'C-04.visitors'];
    return 'takes the id C-04.level, which stood for another question before';
  },
  'a change of nothing': (copy) => {
    const key = 'mappings/facility-1-2@1';
    copy.document(key)['same'] = copy.same(key).filter((one) => one !== 'C-02.level');
    const wording = changeOf(copy, key, 'wording');
    copy.document(key)['changes'] = [
      ...copy.list(key, 'changes'),
      { ...wording, question: 'C-02.level' },
    ];
    return 'C-02.level: says wording, but nothing changed';
  },
  'an edition that follows none': (copy) => {
    const follows = copy.document(EDITION)['follows'];
    if (isNode(follows)) follows['edition'] = '2020-01';
    return 'follows 2020-01, which is no edition';
  },
  'a requirement that slipped out of the gate': (copy, draw) => {
    const one = draw(
      copy.list(MODEL, 'requirements').filter((each) => each['obligation'] === 'mandatory'),
    );
    one['countsInGate'] = false;
    return `requirement ${text(one['id'])}: countsInGate is false`;
  },
  'an obligation that was softened': (copy, draw) => {
    const one = draw(
      copy.list(MODEL, 'requirements').filter((each) => each['obligation'] === 'mandatory'),
    );
    one['obligation'] = 'recommended';
    return `requirement ${text(one['id'])}: countsInGate is true`;
  },
  'a source that is not listed': (copy, draw) => {
    const one = draw(copy.list(MODEL, 'requirements'));
    one['citations'] = [{ source: 'HEARSAY', at: '1' }];
    return `requirement ${text(one['id'])}, citation 1: there is no source HEARSAY`;
  },
  'a citation that claims more than its source': (copy, draw) => {
    const one = draw(copy.list(MODEL, 'requirements'));
    one['citations'] = [{ source: 'KPMG2', note: { ja: '解説', en: 'commentary' }, basis: 'law' }];
    return `requirement ${text(one['id'])}, citation 1: claims the basis law`;
  },
  'a requirement that no action raises': (copy) => {
    copy.document(ACTIONS)['actions'] = copy
      .list(ACTIONS, 'actions')
      .filter(({ id }) => id !== 'M101' && id !== 'M102');
    return 'requirement A-09 (recommended): no action raises it';
  },
  'an action that waits for itself': (copy, draw) => {
    const one = draw(
      copy.list(ACTIONS, 'actions').filter((each) => nodes(each['raises']).length === 1),
    );
    one['after'] = one['raises'];
    return text(one['id']);
  },
  'a purchase that does not wait for an agency': (copy) => {
    const one = copy.list(ACTIONS, 'actions').find(({ id }) => id === 'M101');
    if (one) Object.assign(one, { yen: { lo: 0, hi: 100_000 }, costCategories: ['FAC'] });
    return 'action M101: buys rooms or equipment without waiting for A-01';
  },
  'a rule about a question that is not asked': (copy, draw) => {
    const one = draw(copy.list(RULES, 'rules'));
    one['all'] = [
      { question: 'C-04.level', atLeast: 3 },
      { question: 'C-01.level', atMost: 1 },
    ];
    return `rule ${text(one['id'])}: there is no question C-04.level`;
  },
  'a rule that points at its silent case': (copy, draw) => {
    const one = draw(copy.list(RULES, 'rules'));
    one['silent'] = one['points'];
    return `rule ${text(one['id'])}: points at the case in which it should be silent`;
  },
  'a rule that is silent at its own case': (copy, draw) => {
    const one = draw(copy.list(RULES, 'rules'));
    one['points'] = one['silent'];
    return `rule ${text(one['id'])}: does not point at the case that it gives`;
  },
  'an overlay that takes a common place': (copy, draw) => {
    const key = draw(OVERLAYS);
    const one = copy.list(key, 'requirements')[0];
    if (one) one['id'] = 'A-01';
    return 'requirements.0.id';
  },
  'an overlay that lowers a target': (copy, draw) => {
    copy.document(draw(OVERLAYS))['targets'] = { pre: { application: 1, holding: 1 } };
    return '"targets"';
  },
  'guidance beside a question that is not asked': (copy, draw) => {
    const one = draw(copy.list(draw(OVERLAYS), 'guidance'));
    one['question'] = 'J-05.level';
    return 'there is no question J-05.level';
  },
  'two overlays with one requirement': (copy) => {
    const [one] = copy.list('overlays/critical-goods@1', 'requirements');
    const question = one?.['question'];
    if (one && isNode(question))
      Object.assign(one, { id: 'E-91', question: { ...question, id: 'E-91.level' } });
    return 'requirement E-91: stands in critical-infrastructure too';
  },
  'a question that asks for names': (copy, draw) => {
    const { question, id } = unchanged(copy, draw);
    question['text'] = {
      ja: '取扱者の氏名の一覧を登録していますか。',
      en: 'Is a list of names of the handling staff recorded?',
    };
    return `question ${id}, text: asks for the names of persons`;
  },
  'a word that only an agency may say': (copy, draw) => {
    const { question, id } = unchanged(copy, draw);
    question['todo'] = {
      ja: 'これで適合とみなされる。',
      en: 'With this the company is compliant with the Act.',
    };
    return `question ${id}, todo: says "適合"`;
  },
  'a figure without its basis': (copy, draw) => {
    const { question, id } = unchanged(copy, draw);
    question['todo'] = { ja: '年に2回は点検する。', en: 'Check at least 2 times a year.' };
    return `question ${id}, todo: a figure without its basis`;
  },
  'a published document that changed': (copy) => {
    const one = copy.list('questionnaires/separation@1', 'questions')[0];
    if (one) one['minutes'] = 9;
    return 'questionnaires/separation@1 was published with hash';
  },
};

/** One mutant of a kind. */
export function mutate(library: Library, kind: string, draw: Draw): Mutant {
  const plant = MUTATIONS[kind];
  if (!plant) throw new Error(`There is no kind of mutant ${kind}.`);
  const copy = new Copy(library);
  const names = plant(copy, draw);
  return { library: { files: copy.files, lock: library.lock }, names };
}
