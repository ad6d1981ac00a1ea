import { said, shownBy, type Chapter } from './story.ts';

/** 施設・設備: nothing is ordered before an agency's need is visible; the ordinary IT stands better. */
export const facility: Chapter = {
  'C-01.level': {
    said: [
      said('tanaka', 16, '13:10', 0),
      said('sato', 8, '17:05', 1, '共用の会議室を想定。必要が見えるまで設計も発注もしない方針。'),
    ],
  },
  'C-02.level': { said: [said('tanaka', 16, '13:18', 1)] },
  'C-03.level': { said: [said('tanaka', 16, '13:24', 0)] },
  'C-05.level': {
    said: [
      said(
        'tanaka',
        16,
        '13:31',
        1,
        '検査室では以前から呼びかけている。決まりとしては書いていない。',
      ),
    ],
  },
  'C-10.level': {
    said: [
      said('tanaka', 16, '13:40', 'unknown'),
      said('sato', 8, '17:11', {
        notApplicable: '工事も調達も予定していないため。予定が立った時点で答え直す。',
      }),
    ],
  },
  'F-01.level': { said: [said('sato', 13, '10:08', 1)] },
  'F-02.level': {
    said: [
      said('sato', 13, '10:15', 1, '図面管理だけは個人のID。ほかは部署の共用が残る。'),
      said('sato', 3, '14:33', 2, '共用のIDをやめる計画と、権限の設計書を作った。'),
    ],
    shownBy: [
      shownBy('sato', 3, '14:38', {
        title: '権限の設計書',
        version: '第1.1版',
        dated: 4,
        owner: 'it',
        location: 'file-server',
      }),
    ],
  },
  'F-03.level': {
    said: [
      said('sato', 13, '10:24', 3, '登録した媒体のほかは接続できない設定。半年ごとに棚卸し。'),
    ],
    shownBy: [
      shownBy('sato', 13, '10:30', {
        title: '媒体の台帳の様式',
        version: '第4版',
        dated: '2025-07-07',
        owner: 'it',
        location: 'document-system',
      }),
      shownBy('sato', 13, '10:31', {
        title: '棚卸しの記録（実施日）',
        dated: '2026-09-30',
        endsIn: 25,
        owner: 'it',
        location: 'file-server',
      }),
    ],
  },
  'F-04.level': {
    said: [
      said(
        'sato',
        13,
        '10:40',
        'unknown',
        'パソコンの保守を頼んでいる会社に、設定を問い合わせ中。',
      ),
    ],
  },
  'F-05.level': { said: [said('sato', 13, '10:46', 'unknown', '複合機に記録が残るかを確認中。')] },
};
