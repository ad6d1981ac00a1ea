import type { FreeTextReason } from '#assessments/free-text.ts';
import { messages } from '../language.ts';
import { plural } from '../print.ts';

/** What a refusal says: the word, the reason, how to write it instead. */
interface Refusal {
  /** 「…ためです。」 */
  because: string;
  rewrite: string;
}

interface FreeTextTexts {
  /** 「特定秘密」は書けません（13文字目から）。 `at` counts from 0. */
  refused: (found: string, at: number) => string;
  tooLong: (max: number) => string;
  summary: (field: string) => string;
  /** Before the text without its marking. */
  suggestion: string;
  notKept: string;
  reasons: Record<FreeTextReason, Refusal>;
}

export const freeText = messages<FreeTextTexts>({
  ja: {
    refused: (found, at) => `「${oneLine(found)}」は書けません（${at + 1}文字目から）。`,
    tooLong: (max) => `${max}文字までにしてください。`,
    summary: (field) => `${field}に、ここでは預かれない言葉があります。`,
    suggestion: '書きかえの例：',
    notKept: '書いた文は調べるだけで、どこにも残しません。',
    reasons: {
      'too-long': {
        because: '長い文には、預かれないことが紛れやすいためです。',
        rewrite: '要点だけを書いてください。',
      },
      marking: {
        because: '情報の名前や内容が分かるためです。',
        rewrite:
          '何についての情報かを書かず、「対象の情報」のように言いかえるか、その言葉を除いてください。法律や規程の名前は書けます。',
      },
      'vetting-content': {
        because:
          '人の病気・借金・犯罪・薬物・飲酒・家族や国籍などは、この自己点検で扱うものではなく、適性評価で行政機関が確かめる事柄であるためです。',
        rewrite:
          '人のことを除き、会社の決まりや手順だけを書いてください（例：上司が聞かない手順にした）。',
      },
      'vetting-result': {
        because:
          '誰が候補になり、同意したかは、この自己点検に要らないためです。会社が通知を受けた結果や、同意がなかったことは、重要経済安保情報の保護のほかの目的に使えません（法16条2項）。',
        rewrite:
          '人のことを除き、手順や人数だけを書いてください（例：結果を人事に使わない規程を作った）。',
      },
      'my-number': {
        because: 'マイナンバー（個人番号）に当たる数字のためです。',
        rewrite: '数字を除いてください。台帳の番号なら、文書の名前で書いてください。',
      },
      'identity-number': {
        because: '免許証・旅券など、人を特定する番号に当たるためです。',
        rewrite: '番号を除き、「本人確認書類」とだけ書いてください。',
      },
      names: {
        because: '人の名前が並ぶと、誰が関わるかの名簿になるためです。',
        rewrite: '名前の代わりに、役割や人数を書いてください（例：総務課長と工場長、2名）。',
      },
      person: {
        because:
          '特定の人の様子・経歴・結果は、会社も Junbi も持ってはならないことに触れやすいためです。',
        rewrite:
          '名前や人を指す言葉を除き、役割と手順だけを書いてください（例：業務管理者が記録を点検した）。',
      },
      address: {
        because: '人の住まいが分かるためです。',
        rewrite: '住所を除いてください。会社の所在地は、本社・工場などの名前で書いてください。',
      },
      disguised: {
        because: 'かなやローマ字に置きかえた文は、預かってよいかを確かめられないためです。',
        rewrite: 'ふつうの漢字かな交じり文か、英語で書いてください。',
      },
      unclear: {
        because:
          '人についてのこと、または保護された情報の中身のように読めるためです。見分けは確かではありません。',
        rewrite:
          '手順・役割・時期だけを書いてください。心当たりがないときは、短い言い方に変えてみてください。',
      },
      email: {
        because: '個人の連絡先に当たるためです。',
        rewrite: '役割や部署の名前を書いてください（例：総務課）。',
      },
      phone: {
        because: '電話番号に当たるためです。',
        rewrite: '役割や部署の名前を書いてください（例：総務課）。',
      },
      'facility-secret': {
        because: '扉や端末を開ける手がかりになるためです。',
        rewrite: '番号や所在を除き、「管理している」ことだけを書いてください。',
      },
    },
  },
  en: {
    refused: (found, at) =>
      `“${oneLine(found)}” cannot be written here (from character ${at + 1}).`,
    tooLong: (max) => `Keep it to ${plural(max, 'character')}.`,
    summary: (field) => `${field}: there are words that cannot be kept here.`,
    suggestion: 'For example: ',
    notKept: 'The text is only checked and is not kept anywhere.',
    reasons: {
      'too-long': {
        because: 'In a long text, things that must not be kept slip in easily.',
        rewrite: 'Write the point only.',
      },
      marking: {
        because: 'It would show the name or content of protected information.',
        rewrite:
          'Do not say what the information is about: write “the information concerned”, or leave the word out. Names of laws and rules can be written.',
      },
      'vetting-content': {
        because:
          'A person’s illness, debts, offences, drugs, drinking, family or nationality are not for this self-check; in a vetting they are a matter for the agency.',
        rewrite:
          'Leave the person out and write only the rule or procedure (for example: superiors do not ask about it).',
      },
      'vetting-result': {
        because:
          'Who was put forward or consented is not needed for this self-check. The results and the non-consents that a company is notified of must not be used for anything but protection of the information (Article 16(2) of the Act).',
        rewrite:
          'Leave the person out and write only procedures or counts (for example: a rule that results are not used in personnel decisions).',
      },
      'my-number': {
        because: 'These digits are a My Number (individual number).',
        rewrite: 'Leave the digits out. For a document number, write the name of the document.',
      },
      'identity-number': {
        because: 'It is the number of a licence, passport or the like and identifies a person.',
        rewrite: 'Leave the number out and write “identity document” only.',
      },
      names: {
        because: 'Several names in a row make a list of who is involved.',
        rewrite:
          'Write roles or a count instead of names (for example: two, the heads of general affairs and of the plant).',
      },
      person: {
        because:
          'What is said of one person easily touches what neither a company nor Junbi may hold.',
        rewrite:
          'Leave out names and words for a person and write only roles and procedures (for example: the security manager checked the record).',
      },
      address: {
        because: 'It shows where somebody lives.',
        rewrite:
          'Leave the address out. For a company’s place, write head office, plant and so on.',
      },
      disguised: {
        because:
          'A Japanese text spelled in kana or Latin letters cannot be checked well enough to be kept.',
        rewrite: 'Write it in ordinary Japanese or in English.',
      },
      unclear: {
        because:
          'It reads like something about a person, or like the content of protected information; the guard cannot always tell.',
        rewrite:
          'Write only procedures, roles and dates. If you meant neither, try shorter or plainer words.',
      },
      email: {
        because: 'It is the address of a person.',
        rewrite: 'Write the role or the department (for example: general affairs).',
      },
      phone: {
        because: 'It is a telephone number.',
        rewrite: 'Write the role or the department (for example: general affairs).',
      },
      'facility-secret': {
        because: 'It helps to open a door or a terminal.',
        rewrite: 'Leave numbers and places out and write only that it is managed.',
      },
    },
  },
});

function oneLine(found: string): string {
  return found.replaceAll(/\s+/g, ' ');
}
