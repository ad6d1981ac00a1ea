import type { Bilingual } from '../bilingual.ts';
import type { Dimension, Lattice } from './lattice.ts';

/** A group that a member says it belongs to. */
export interface Group {
  id: string;
  title: Bilingual;
}

/** The groups of every association: fixed, so that figures of one quarter can stand beside another's. */
export const STANDARD_GROUPS: Readonly<Record<Dimension, readonly Group[]>> = {
  industry: [
    { id: 'machining', title: { ja: '機械加工・金属', en: 'Machining and metals' } },
    {
      id: 'electronics',
      title: { ja: '電子部品・半導体', en: 'Electronic parts and semiconductors' },
    },
    { id: 'instruments', title: { ja: '計測・光学', en: 'Instruments and optics' } },
    { id: 'materials', title: { ja: '素材・化学', en: 'Materials and chemicals' } },
    { id: 'transport', title: { ja: '航空宇宙・船舶・車両', en: 'Aerospace, ships and vehicles' } },
    { id: 'energy', title: { ja: '電気機器・エネルギー', en: 'Electrical equipment and energy' } },
    { id: 'software', title: { ja: '情報通信・ソフトウェア', en: 'Communications and software' } },
    { id: 'construction', title: { ja: '建設・設備', en: 'Construction and installations' } },
    { id: 'logistics', title: { ja: '物流・保守', en: 'Logistics and maintenance' } },
    { id: 'elsewhere', title: { ja: '上のどれでもない業種', en: 'None of these industries' } },
  ],
  region: [
    { id: 'hokkaido', title: { ja: '北海道', en: 'Hokkaido' } },
    { id: 'tohoku', title: { ja: '東北', en: 'Tohoku' } },
    { id: 'kanto', title: { ja: '関東', en: 'Kanto' } },
    { id: 'chubu', title: { ja: '中部', en: 'Chubu' } },
    { id: 'kinki', title: { ja: '近畿', en: 'Kinki' } },
    { id: 'chugoku', title: { ja: '中国', en: 'Chugoku' } },
    { id: 'shikoku', title: { ja: '四国', en: 'Shikoku' } },
    { id: 'kyushu', title: { ja: '九州・沖縄', en: 'Kyushu and Okinawa' } },
  ],
  size: [
    { id: 'below-50', title: { ja: '49人以下', en: 'Up to 49 people' } },
    { id: 'from-50', title: { ja: '50〜99人', en: '50 to 99 people' } },
    { id: 'from-100', title: { ja: '100人以上', en: '100 people or more' } },
  ],
};

const idsOf = (dimension: Dimension) => STANDARD_GROUPS[dimension].map(({ id }) => id);

/** Their ids, as a lattice names them. */
export const standardIds = (): Omit<Lattice, 'association'> => ({
  industry: idsOf('industry'),
  region: idsOf('region'),
  size: idsOf('size'),
});

export const standardLattice = (association: string): Lattice => ({
  association,
  ...standardIds(),
});

/** The title of a group; null for one that is none of these. */
export function groupTitle(dimension: Dimension, id: string): Bilingual | null {
  return STANDARD_GROUPS[dimension].find((one) => one.id === id)?.title ?? null;
}
