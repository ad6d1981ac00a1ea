import { named, place, type Term } from './term.ts';

/** People, places and papers of the company. */
export const company: readonly Term[] = [
  {
    id: 'rules',
    ja: '規程',
    en: 'Protection rules',
    reading: 'きてい',
    text: {
      ja: '12の措置をどのように行うかを書いた、会社の決まりです。規程があることと、そのとおりに行えば情報を守れると認められることの両方が、政令の基準です。',
      en: 'The company’s rules on how it takes the twelve measures. The criterion has two limbs: that the rules exist, and that the information can be protected by following them.',
    },
    basis: 'law',
    places: [place('ORD', '16(1)')],
  },
  {
    id: 'staff',
    ja: '従業者',
    en: 'Staff',
    reading: 'じゅうぎょうしゃ',
    text: {
      ja: '代表者、代理人、使用人その他、会社のために働く人の全体です。役員も含みます。',
      en: 'All who work for the company: representatives, agents, employees and other workers, officers included.',
    },
    basis: 'law',
    places: [place('ACT', '10(3)i')],
  },
  {
    id: 'handler',
    ja: '取扱者',
    en: 'Handler',
    reading: 'とりあつかいしゃ',
    text: {
      ja: '情報の取扱いの業務を行う従業者を、この点検ではこう呼びます。適性評価を経た人に限られ、社長も例外ではありません。誰であるかは Junbi に入れず、人数と役割だけで答えます。',
      en: 'This self-check’s word for staff who do handling work. Only vetted persons may do it, and a president is no exception. Junbi never takes in who they are; answers give counts and roles.',
    },
    basis: 'law',
    places: [place('ACT', '11(1)')],
  },
  {
    id: 'protection-supervisor',
    ja: '保護責任者',
    en: 'Protection supervisor',
    reading: 'ほごせきにんしゃ',
    text: {
      ja: '会社全体で情報の保護に責任を負う人です。法律と施行令にこの言葉はなく、運用基準やガイドラインによるとされます。',
      en: 'The person with company-wide responsibility for protection (保護責任者). The word is not in the Act or the Cabinet Order; it is reported to come from the operating standard and the guideline.',
    },
    basis: 'secondary',
    places: [named('案の段階の報道', 'press report at the draft stage')],
  },
  {
    id: 'site-manager',
    ja: '業務管理者',
    en: 'Site manager',
    reading: 'ぎょうむかんりしゃ',
    text: {
      ja: '取扱場所ごとに、鍵や台帳、立入りなど日々の保護を管理する人です。施行令にあるのは「保護に関する業務を管理する者」の指名までで、呼び名は運用基準によるとされます。',
      en: 'The person who manages daily protection at a handling area: keys, ledger, entry (業務管理者). The Cabinet Order speaks only of naming “a person who manages protection work”; the name is understood to come from the operating standard.',
    },
    basis: 'unverified',
    places: [place('ORD', '16(1)', '11(1)i')],
  },
  {
    id: 'handling-area',
    ja: '取扱場所',
    en: 'Handling area',
    reading: 'とりあつかいばしょ',
    text: {
      ja: '情報を取り扱う場所です。立入りと機器の持込みを制限します。いくつかあるときは、いちばん進んでいない場所で答えます。',
      en: 'A place where information is handled; entry and devices are restricted. With several, answer for the one that is least advanced.',
    },
    basis: 'law',
    places: [place('ORD', '16(1)', '11(1)v')],
  },
  {
    id: 'facilities',
    ja: '施設設備',
    en: 'Facilities and equipment',
    reading: 'しせつせつび',
    text: {
      ja: '区画、保管庫、電子計算機など、情報の保護に必要なものです。何がどれだけ要るかは法令に書かれていません。行政機関の必要が見える前に工事や購入をしても、認定にはつながりません。',
      en: 'A separated area, containers, computers and whatever else protection needs. The law does not say how much. Building or buying before an agency’s need is visible does not lead to certification.',
    },
    basis: 'law',
    places: [place('ACT', '10(1)'), place('ORD', '16(1)', '11(1)iii')],
  },
  {
    id: 'handling-terminal',
    ja: '取扱端末',
    en: 'Handling terminal',
    reading: 'とりあつかいたんまつ',
    text: {
      ja: '情報を扱う電子計算機を、この点検ではこう呼びます。使用の制限は措置の一つです。インターネットにつながないことは、行政側の規則の例です。',
      en: 'This self-check’s word for a computer on which information is handled. Restricting its use is one of the measures; keeping it off the Internet is an example from the agency-side rule.',
    },
    basis: 'analogue',
    places: [place('ORD', '16(1)', '11(1)vi'), place('NPSC', '23(1)')],
  },
  {
    id: 'dispatched-worker',
    ja: '派遣労働者',
    en: 'Dispatched worker',
    reading: 'はけんろうどうしゃ',
    text: {
      ja: '派遣元に雇われ、自社で働く人です。適性評価の通知を受けた会社は、派遣元にも通知の内容を知らせます。',
      en: 'A person employed by a staffing company who works in this company. A company that has received a notice of vetting passes it on to the dispatching employer.',
    },
    basis: 'law',
    places: [place('ACT', '13(3)')],
  },
  {
    id: 'dry-run',
    ja: '模擬運用',
    en: 'Dry run',
    reading: 'もぎうんよう',
    text: {
      ja: '情報をまだ持っていない会社が、見本の書類で規程どおりに動いてみて、記録を残すことです。情報を受けた後の要件も、これで水準3と答えられます。',
      en: 'Following the rules with dummy papers, on record, while no information is held. It lets a company answer level 3 for requirements that only run once information has arrived.',
    },
    basis: 'ours',
  },
  {
    id: 'evidence',
    ja: '証跡',
    en: 'Evidence',
    reading: 'しょうせき',
    text: {
      ja: '実際に行っていることを示す文書や記録です。Junbi は文書そのものを預からず、名前・版・管理する役割・置き場所の種類だけを控えます。',
      en: 'Papers and records that show something is really done. Junbi does not take in the document itself: only its name, version, role in charge and kind of storage place are noted.',
    },
    basis: 'ours',
  },
];
