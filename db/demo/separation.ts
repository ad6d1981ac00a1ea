import { said, shownBy, type Chapter } from './story.ts';

/** 情報の区分・遮断: quality assurance knows document control; the rest is not reached yet. */
export const separation: Chapter = {
  'H-01.level': {
    said: [said('tanaka', 9, '16:02', 2, '図面の複製承認の様式を、そのまま使える形に直した。')],
  },
  'H-02.level': {
    said: [
      said('tanaka', 9, '16:10', 1, '図面の管理番号はある。付け方を流用できるか検討中。'),
      said('tanaka', 2, '17:24', 2),
    ],
    shownBy: [
      shownBy('tanaka', 2, '17:28', {
        title: '管理簿の様式',
        version: '第2版',
        dated: 3,
        owner: 'quality',
        location: 'document-system',
      }),
    ],
  },
  'H-05.level': { said: [said('tanaka', 9, '16:21', 'unknown')] },
  'H-07.level': {
    said: [said('tanaka', 9, '16:26', 'unknown', 'ウェブ会議の扱いを含めて、ITの担当に確認する。')],
  },
  'H-10.level': {
    said: [
      said('sato', 9, '16:40', 1),
      said('sato', 1, '15:37', 2, '規程案に、禁止と例外、求めがあったときの手続を書いた。'),
    ],
  },
  'K-01.level': {
    said: [
      said(
        'tanaka',
        9,
        '16:48',
        1,
        '熱処理とめっきは外注。直接渡せないことは購買の担当も知っている。',
      ),
    ],
  },
  'K-03.level': {
    said: [said('sato', 6, '09:22', 2)],
    shownBy: [
      shownBy('sato', 6, '09:26', {
        title: '立会いの手順',
        version: '第1版',
        dated: '2025-10-03',
        owner: 'general-affairs',
        location: 'paper-files',
      }),
    ],
  },
  'K-04.level': {
    said: [
      said('sato', 6, '09:34', 1),
      said(
        'tanaka',
        1,
        '17:46',
        2,
        '外部の専門家に渡してよい範囲を1枚にまとめた。周知はこれから。',
      ),
    ],
  },
};
