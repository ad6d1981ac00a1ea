import { messages } from '../language.ts';

/** What a person is in a company, a consultancy, an association. */
export const roles = messages({
  ja: {
    owner: '責任者',
    preparer: '作成者',
    respondent: '回答者',
    declarer: '署名者',
    viewer: '閲覧者',
    consultant: 'コンサルタント',
    member: 'メンバー',
  },
  en: {
    owner: 'owner',
    preparer: 'preparer',
    respondent: 'respondent',
    declarer: 'declarer',
    viewer: 'viewer',
    consultant: 'consultant',
    member: 'member',
  },
});
