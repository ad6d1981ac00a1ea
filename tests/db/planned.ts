import type { Plan } from '#assessments/plan.ts';
import type { ScenarioWish } from '#db/plan-json.ts';

// A what-if and the plan that it was made to, as small as they can be.

export const wish: ScenarioWish = {
  goal: 'ready-soonest',
  capacityDays: 4,
  budget: 3_000_000,
  by: '2027-06-30',
  leaveOut: [],
  assumeMet: ['A-02'],
  support: ['P11'],
};

const yen = { lo: 0, hi: 300_000 };
const personDays = { lo: 2, hi: 5 };
const answer: Plan = {
  status: 'optimal',
  goal: 'ready-soonest',
  weeksToReady: { best: 1, worst: 2 },
  totals: { yen, personDays },
  actions: [
    {
      id: 'M001',
      start: 0,
      finish: 2,
      personDays,
      yen,
      critical: true,
      slackDays: 0,
      because: ['A-01'],
      after: [],
      waitsForNeed: false,
    },
  ],
  left: [],
  trace: { capacityDays: 4, open: [], tasks: [], leastWeeks: 2 },
};

export const promoted = {
  answer,
  today: '2026-11-26',
  items: [{ actionId: 'M001', ownerRole: 'management', dueOn: '2026-12-10' }],
} as const;
