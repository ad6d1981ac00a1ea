import { z } from 'zod';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { isDay } from '#assessments/plan/calendar.ts';
import { PERMISSIONS } from '#db/campaigns.ts';
import { narrow } from '../forms.ts';
import { guardText } from '../free-text.server.ts';
import { readAddresses } from './addresses.server.ts';

/** More than 200 addresses of any length. */
const ADDRESSES_MAX = 60_000;
const MESSAGE_MAX = 1000;

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const fields = {
  addresses: z
    .string('addresses')
    .max(ADDRESSES_MAX, 'too-many')
    .transform((text, issues) => {
      const read = readAddresses(text);
      if (read.ok) return read.addresses;
      issues.addIssue({ code: 'custom', message: read.reason });
      return z.NEVER;
    }),
  message: guardText(
    z
      .string('message')
      .overwrite((text) => text.replaceAll('\r\n', '\n').trim())
      .min(1, 'message')
      .max(MESSAGE_MAX, 'message'),
    MESSAGE_MAX,
  ),
  senderName: z
    .string('sender-name')
    .overwrite(oneLine)
    .min(1, 'sender-name')
    .max(80, 'sender-name'),
  senderAddress: z
    .string('sender-address')
    .overwrite(oneLine)
    .min(1, 'sender-address')
    .max(200, 'sender-address'),
  permission: z.enum(PERMISSIONS, 'permission'),
  since: z
    .string('since')
    .transform(narrow)
    .refine((day) => isDay(day) && day <= dayInJapan(new Date()), 'since'),
};

/** Looking at a campaign, or sending what was looked at: `id` is made with the preview. */
export const campaignForm = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({ intent: z.literal('preview'), ...fields }),
    z.strictObject({ intent: z.literal('send'), id: z.uuidv4('form'), ...fields }),
  ],
  'form',
);
export type CampaignFields = z.infer<typeof campaignForm>;
