import { said, shownBy, type Chapter } from './story.ts';

/** 組織・ガバナンス: half done, because a board of five decides quickly once it is asked. */
export const governance: Chapter = {
  // Whatever concerns an agency carries a date alone, and no note (never.md N4).
  'A-01.level': {
    said: [said('sato', 24, '10:05', 1), said('sato', 8, '16:40', 2)],
    shownBy: [
      shownBy('sato', 8, '16:44', {
        title: '予算の資料',
        dated: 9,
        owner: 'management',
        location: 'document-system',
      }),
    ],
  },
  'A-02.level': {
    said: [
      said('sato', 24, '10:12', 1, '常務が担当する想定。書面はまだない。'),
      said('sato', 11, '11:20', 3, '取締役会で指名し、代行者も決めた。報告は四半期ごと。'),
    ],
    shownBy: [
      shownBy('sato', 11, '11:26', {
        title: '指名書（代行者を含む）',
        version: '初版',
        dated: 12,
        owner: 'management',
        location: 'locked-storage',
      }),
      shownBy('sato', 11, '11:28', {
        title: '職務の定め',
        version: '第2版',
        dated: 12,
        owner: 'management',
        location: 'document-system',
      }),
    ],
  },
  'A-03.level': {
    said: [
      said('sato', 24, '10:20', 1),
      said(
        'tanaka',
        10,
        '13:35',
        2,
        '製造部から正副の候補を挙げ、職務を文書にした。指名は取扱場所が決まってから。',
      ),
    ],
  },
  'A-04.level': {
    said: [
      said('sato', 24, '10:31', 1, '情報セキュリティ規程（2023年制定）だけがある。'),
      said('tanaka', 15, '17:02', 1, '品質マニュアルの文書管理の章を土台にできそう。'),
      said(
        'sato',
        6,
        '15:48',
        2,
        '規程案の第2稿まで。12の措置との対応表で抜けがないことを確かめた。',
      ),
    ],
    shownBy: [
      shownBy('sato', 6, '15:52', {
        title: '保護規程',
        version: '案・第2稿',
        dated: 7,
        owner: 'general-affairs',
        location: 'file-server',
        sha256: '5d8f1c0e3b7a94622f6e0ad19c8b7453e1f02a6d94c3b85701d2ef6a8b9c4e37',
      }),
      shownBy('sato', 6, '15:55', {
        title: '施行令との条項対応表',
        version: '案 0.3',
        dated: 7,
        owner: 'general-affairs',
        location: 'file-server',
      }),
    ],
  },
  'A-07.level': {
    said: [said('sato', 23, '14:10', 1, '契約のひな型を読んだところ。担当の割付けはこれから。')],
  },
  'A-08.level': {
    said: [
      said('sato', 23, '14:22', 2, 'ISO 9001の変更管理票に、登記・株主・施設・ITの欄を足した。'),
    ],
    shownBy: [
      shownBy('sato', 23, '14:27', {
        title: '変更管理票の様式',
        version: '第5版',
        dated: '2026-06-15',
        owner: 'quality',
        location: 'document-system',
      }),
    ],
  },
  'B-01.level': {
    said: [
      said('sato', 23, '15:03', 2),
      said('sato', 19, '10:44', 3, '司法書士と株主名簿を見直した。新株予約権の発行はない。'),
    ],
    shownBy: [
      shownBy('sato', 19, '10:50', {
        title: '株主名簿',
        version: '2026年6月末現在',
        dated: '2026-06-30',
        endsIn: -5,
        owner: 'general-affairs',
        location: 'locked-storage',
      }),
      shownBy('sato', 19, '10:52', {
        title: '資本関係図',
        version: '第1版',
        dated: '2026-07-14',
        owner: 'general-affairs',
        location: 'file-server',
      }),
    ],
  },
  'B-02.level': { said: [said('sato', 23, '15:15', 2)] },
  'B-06.level': { said: [said('sato', 23, '15:21', 1, '取締役会の後に総務が知ることが多い。')] },
  // Answered before the profile settled the question of a group: kept, hidden, not counted.
  'B-08.level': {
    said: [
      said('sato', 23, '15:30', {
        notApplicable: '親会社もグループ会社もなく、ITは自社だけで使っているため。',
      }),
    ],
  },
  'I-01.level': {
    said: [
      said('tanaka', 20, '09:18', 1),
      said('tanaka', 5, '16:05', 2, '内部監査の年間計画に、検査の間隔・項目・担当を入れた。'),
    ],
    shownBy: [
      shownBy('tanaka', 5, '16:09', {
        title: '検査の計画',
        version: '2026年度版・改訂1',
        dated: 6,
        owner: 'quality',
        location: 'document-system',
      }),
    ],
  },
  'J-01.level': {
    said: [
      said('tanaka', 20, '09:40', 1, '一般の情報漏えいの手順だけ。'),
      said('sato', 4, '11:12', 2, '専用の手順の案を作った。役割の表と教育はこれから。'),
    ],
    shownBy: [
      shownBy('sato', 4, '11:18', {
        title: '事故対応の手順書',
        version: '案・第1稿',
        dated: 5,
        owner: 'general-affairs',
        location: 'file-server',
      }),
    ],
  },
  'J-02.level': {
    said: [
      said('sato', 20, '10:02', 2, '防災の連絡網を土台にした。時間外の連絡はまだ試していない。'),
    ],
    shownBy: [
      shownBy('sato', 20, '10:06', {
        title: '連絡網の様式',
        version: '第2版',
        dated: '2025-04-10',
        owner: 'general-affairs',
        location: 'paper-files',
        withdrawn: { by: 'sato', workdaysAgo: 4, time: '11:30' },
      }),
      shownBy('sato', 4, '11:32', {
        title: '連絡網の様式',
        version: '第3版',
        dated: 5,
        owner: 'general-affairs',
        location: 'document-system',
      }),
    ],
  },
};
