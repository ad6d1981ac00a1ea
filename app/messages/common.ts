import { messages } from '../language.ts';

/** The sentence that stands on every screen and every printed page (gap-model.md). */
export const DISCLAIMER = {
  ja: '本結果は自己点検であり、行政機関の判断を示すものではありません。認定は行政機関の長が行います。',
  en: 'This is a self-assessment and not the judgement of any government agency. Only the head of an agency certifies.',
} as const;

export const common = messages({
  ja: {
    siteName: '準備 Junbi',
    skip: '本文へ移動',
    otherLanguage: 'English',
    signIn: 'サインイン',
    signUp: '登録する',
    signOut: 'サインアウト',
    companies: '会社を選ぶ',
    mainPages: '主なページ',
    footer: {
      method: 'この点検の考え方',
      glossary: '用語',
      privacy: '個人情報と記録の扱い',
      terms: '利用の条件',
      contact: '問い合わせ',
    },
    required: '必須',
    refusedTitle: '保存していません',
    refusedLead: '入力した内容は、この画面に残っています。次のところを直してください。',
    save: '保存する',
    back: '戻る',
  },
  en: {
    siteName: 'Junbi 準備',
    skip: 'Skip to the content',
    otherLanguage: '日本語',
    signIn: 'Sign in',
    signUp: 'Register',
    signOut: 'Sign out',
    companies: 'Choose a company',
    mainPages: 'Main pages',
    footer: {
      method: 'How this self-check works',
      glossary: 'Glossary',
      privacy: 'Privacy and records',
      terms: 'Terms of use',
      contact: 'Contact',
    },
    required: 'required',
    refusedTitle: 'Not saved',
    refusedLead: 'What you typed is still on this page. Please correct the following.',
    save: 'Save',
    back: 'Back',
  },
});
