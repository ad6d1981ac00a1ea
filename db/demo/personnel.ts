import { said, shownBy, type Chapter } from './story.ts';

/** 適性評価の準備: early. Procedures only; nothing here is about a person (never.md N1–N3). */
export const personnel: Chapter = {
  'D-01.level': {
    said: [
      said('tanaka', 12, '09:30', 2, '加工・検査・出荷の流れから4つのポストを挙げた。承認はまだ。'),
    ],
    shownBy: [
      shownBy('tanaka', 12, '09:36', {
        title: '業務の流れの資料',
        version: '第1版',
        dated: 13,
        owner: 'quality',
        location: 'document-system',
      }),
    ],
  },
  'D-02.level': {
    said: [
      said('sato', 12, '10:02', 1),
      said('sato', 2, '10:25', 2, '業務上の必要性だけで選ぶことを文書にした。'),
    ],
    shownBy: [
      shownBy('sato', 2, '10:29', {
        title: '選定の基準',
        version: '初版',
        dated: 3,
        owner: 'hr',
        location: 'personnel-system',
      }),
    ],
  },
  'D-03.level': { said: [said('sato', 12, '10:14', 1)] },
  'D-05.level': {
    said: [
      said(
        'sato',
        12,
        '10:27',
        'unknown',
        '手続の時間を仕事として扱えるか、社会保険労務士に相談中。',
      ),
    ],
  },
  // Level 3 without a reference: what the list 「証跡なし」 is for.
  'D-10.level': {
    said: [
      said(
        'sato',
        12,
        '10:35',
        3,
        '退職時の確認表に、返却と権限の削除の欄がある。記録は総務で保管。',
      ),
    ],
  },
  'G-01.level': {
    said: [said('tanaka', 9, '15:20', 1, '年1回の情報セキュリティ研修だけ。')],
  },
  // Answered too quickly, then taken back until the work rules have been read.
  'L-01.level': { said: [said('sato', 7, '13:50', 1), said('sato', 7, '14:32', 'cleared')] },
  'L-02.level': {
    said: [said('sato', 7, '13:58', 'unknown', '就業規則の見直しと一緒に確かめる。')],
  },
  'L-05.level': {
    said: [
      said('sato', 7, '14:06', 2),
      said('sato', 1, '11:08', 3, '面接の手引に入れ、面接官4人に説明した。募集要項も確認済み。'),
    ],
    shownBy: [
      shownBy('sato', 1, '11:12', {
        title: '尋ねてはならない事項の一覧',
        version: '第2版',
        dated: '2025-12-01',
        owner: 'hr',
        location: 'personnel-system',
      }),
      shownBy('sato', 1, '11:13', {
        title: '面接の手引',
        version: '2026年度版',
        dated: 2,
        owner: 'hr',
        location: 'personnel-system',
      }),
    ],
  },
  'L-07.level': { said: [said('sato', 7, '14:18', 1)] },
};
