import { defineConfig } from 'vitest/config';

const setupFiles = ['tests/setup/console.ts'];
const globalSetup = ['tests/setup/postgres.ts'];
const withPages = [...globalSetup, 'tests/setup/build.ts'];

export default defineConfig({
  test: {
    // Two cores: more workers would only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'assessments/**/*.test.ts',
            'emails/**/*.test.ts',
            'app/**/*.test.{ts,tsx}',
            'tests/cli/**/*.test.ts',
          ],
          setupFiles,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          setupFiles,
          globalSetup,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'routes',
          include: ['tests/routes/**/*.test.{ts,tsx}'],
          setupFiles,
          globalSetup: withPages,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          setupFiles,
          globalSetup: withPages,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'attack',
          include: ['tests/attack/**/*.test.ts'],
          setupFiles,
          globalSetup: withPages,
          testTimeout: 5_400_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
