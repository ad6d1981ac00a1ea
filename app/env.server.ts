import { z } from 'zod';

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  APP_ORIGIN: z.url().optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  JUNBI_PROXIES: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((one) => one !== ''))
    .pipe(
      z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'is not a list of addresses')),
    )
    .default([]),
  JUNBI_DEMO: z.enum(['', '0', '1']).optional(),
});

export interface Environment {
  port: number;
  host: string;
  /** The one origin that pages are served under; forms from any other are refused. */
  origin: string;
  production: boolean;
  secureCookies: boolean;
  /** Reached from this machine alone and not in production: `/dev/outbox` and the demo may exist. */
  isLocal: boolean;
  /** The proxies whose word on a visitor's address is believed; attempts are counted for that address. */
  proxies: readonly string[];
}

/** @throws ZodError naming the variable that is wrong. */
export function readEnvironment(
  source: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const env = environmentSchema.parse(source);
  const production = env.NODE_ENV === 'production';
  const origin = new URL(env.APP_ORIGIN ?? `http://localhost:${env.PORT}`).origin;
  return {
    port: env.PORT,
    host: env.HOST,
    origin,
    production,
    secureCookies: origin.startsWith('https:'),
    isLocal: !production && isLoopback(env.HOST) && isLoopback(new URL(origin).hostname),
    proxies: env.JUNBI_PROXIES,
  };
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
