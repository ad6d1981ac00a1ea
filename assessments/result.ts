import type { Gate } from './gate.ts';
import type { Stage } from './gap-model.ts';
import type { Share } from './interval.ts';
import type { Progress } from './journey.ts';
import type { Mode } from './questionnaire.ts';
import type { RequirementResult } from './requirement-result.ts';

/** What the answers of a company come to: exact, plain data, each figure with its trace. */
export interface Result {
  edition: string;
  stage: Stage;
  mode: Mode;
  gate: Gate;
  /** Null where no applicable requirement is asked. */
  overall: Share | null;
  domains: { id: string; share: Share | null }[];
  /** A line of its own for each chosen overlay, in order of id; absent where none is chosen. */
  overlays?: { id: string; share: Share | null }[];
  requirements: RequirementResult[];
  questions: Progress;
}
