import { messages } from '../language.ts';

export const association = messages({
  ja: {
    title: '参加している会社と担当者',
    lead: '団体に分かるのは、会社の名前と参加した日、それに会社が自社の判断で加わった集計だけです。どの会社の回答や状態も、担当者には見えません。',
    nav: {
      members: '参加状況',
      figures: '分布',
      publications: '集計の公表',
      campaign: '会員への案内',
    },
    contributing: (quarter: string, range: string) =>
      `集計に加わった会社は${range}です（${quarter}の公表）。`,
    contributingHidden: (quarter: string) =>
      `集計に加わった会社の数は公表していません（${quarter}の公表）。`,
    contributingNone: '公表した集計はまだありません。',
    previous: '前へ',
    next: '次へ',
    participants: '参加している会社',
    participation: (joined: number, waiting: number) =>
      `参加した会社は${joined}社、招待や案内を送って返事を待っている宛先は${waiting}件です。`,
    none: '参加している会社はまだありません。',
    company: '会社',
    joined: '参加した日',
    remove: '外す',
    removeFor: (name: string) => `${name}を外す`,
    inviteCompany: '会社を招待する',
    inviteCompanyLead: '会社の責任者が招待を受けると、参加となります。',
    officers: '担当者',
    inviteOfficer: '担当者を招待する',
    create: {
      title: '団体を登録する',
      lead: '会員の会社を持つ団体です。会社の回答や状態は見えません。',
      name: '団体の名前',
      nameHelp: '例：見本工業会',
      submit: '登録する',
    },
  },
  en: {
    title: 'Member companies and officers',
    lead: 'The association knows the names of companies, when they joined, and the figures that companies took part in by their own act. Officers see no answer and no state of any company.',
    nav: {
      members: 'Members',
      figures: 'Figures',
      publications: 'Publishing',
      campaign: 'Message to members',
    },
    contributing: (quarter: string, range: string) =>
      `Companies that take part in the figures: ${range} (as published for ${quarter}).`,
    contributingHidden: (quarter: string) =>
      `How many companies take part in the figures is not published (${quarter}).`,
    contributingNone: 'No figures have been published yet.',
    previous: 'Previous',
    next: 'Next',
    participants: 'Member companies',
    participation: (joined: number, waiting: number) =>
      `${joined === 1 ? '1 company has' : `${joined} companies have`} joined. ${waiting === 1 ? '1 recipient has' : `${waiting} recipients have`} been written to and not answered.`,
    none: 'No company takes part yet.',
    company: 'Company',
    joined: 'Joined',
    remove: 'Remove',
    removeFor: (name: string) => `Remove ${name}`,
    inviteCompany: 'Invite a company',
    inviteCompanyLead: 'The company takes part once its owner accepts the invitation.',
    officers: 'Officers',
    inviteOfficer: 'Invite an officer',
    create: {
      title: 'Register an association',
      lead: 'A body with member companies. It sees no answer and no state of any company.',
      name: 'Name of the association',
      nameHelp: 'For example: Mihon Industry Association',
      submit: 'Register',
    },
  },
});
