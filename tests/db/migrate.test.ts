import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAdministrator, withDatabase, withLogin } from '#db/administrator.ts';
import { migrate, migrationFiles, type Migration } from '#db/migrate.ts';
import type { Passwords } from '#db/roles.ts';
import { lintSchema, lintServer } from '#db/schema-lint.ts';
import { scramVerifier } from '#db/scram.ts';
import { freshDatabase, type FreshDatabase } from '../setup/postgres.ts';

let given: FreshDatabase;
let passwords: Passwords;
let files: Migration[];
beforeAll(async () => {
  given = await freshDatabase();
  files = await migrationFiles();
  // Roles are shared by the whole server: the passwords stay what the set-up gave them.
  passwords = {
    appPassword: decodeURIComponent(new URL(given.appUrl).password),
    authPassword: decodeURIComponent(new URL(given.authUrl).password),
    workerPassword: decodeURIComponent(new URL(given.workerUrl).password),
    assocPassword: decodeURIComponent(new URL(given.assocUrl).password),
    aggPassword: decodeURIComponent(new URL(given.aggUrl).password),
  };
});
afterAll(() => given.drop());

/** An empty database, dropped after `work`. */
async function inEmptyDatabase<T>(work: (ownerUrl: string) => Promise<T>, options = '') {
  const name = `${given.name}_${randomBytes(4).toString('hex')}`;
  const create = (sql: string) =>
    asAdministrator(given.adminUrl, async (client) => {
      await client.query(sql);
    });
  await create(`create database ${name} ${options}`);
  try {
    return await work(withDatabase(given.adminUrl, name));
  } finally {
    await create(`drop database ${name} with (force)`);
  }
}

const freshOf = (result: Awaited<ReturnType<typeof migrate>>) =>
  result.applied.filter((one) => one.fresh).map((one) => one.name);

describe('migrating', () => {
  it('applies every file once, in order, and a second time nothing', () =>
    inEmptyDatabase(async (ownerUrl) => {
      const first = await migrate(ownerUrl, passwords);
      expect(freshOf(first)).toEqual(files.map((file) => file.name));
      expect(freshOf(first)).toEqual(freshOf(first).toSorted());
      expect(freshOf(await migrate(ownerUrl, passwords))).toEqual([]);
    }));

  it('started three times at once applies every file once', () =>
    inEmptyDatabase(async (ownerUrl) => {
      const results = await Promise.all([1, 2, 3].map(() => migrate(ownerUrl, passwords)));
      const applied = results.map((result) => freshOf(result)).filter((names) => names.length > 0);
      expect(applied).toEqual([files.map((file) => file.name)]);
    }));

  it('refuses a file that changed after it was applied, with its name', async () => {
    const changed = files.map((file, i) => (i === 1 ? { ...file, sha256: 'other' } : file));
    await expect(migrate(given.ownerUrl, passwords, changed)).rejects.toThrow(
      'The migration 0002_context.sql was applied with other contents',
    );
    await expect(migrate(given.ownerUrl, passwords, files)).resolves.toBeTruthy();
  });

  it('refuses a database that is newer than the program', async () => {
    await expect(migrate(given.ownerUrl, passwords, files.slice(0, -1))).rejects.toThrow(
      'which this version does not know',
    );
  });

  it('refuses a new file that sorts before an applied one', async () => {
    const late = { name: '0000_late.sql', sql: 'select 1', sha256: 'x' };
    await expect(migrate(given.ownerUrl, passwords, [late, ...files])).rejects.toThrow(
      'give it the next number',
    );
  });

  it('leaves nothing of a file that fails, and continues there when it is mended', () =>
    inEmptyDatabase(async (ownerUrl) => {
      const failing = {
        name: '9000_failing.sql',
        sql: 'create table junbi.half (company_id uuid); select 1 / 0',
        sha256: 'a',
      };
      await expect(migrate(ownerUrl, passwords, [...files, failing])).rejects.toThrow('zero');
      const mended = { ...failing, sql: 'create table junbi.half (company_id uuid)', sha256: 'b' };
      const result = await migrate(ownerUrl, passwords, [...files, mended]);
      expect(freshOf(result)).toEqual(['9000_failing.sql']);
    }));

  it('refuses a database that is not UTF-8, with a sentence', () =>
    inEmptyDatabase(async (ownerUrl) => {
      await expect(migrate(ownerUrl, passwords)).rejects.toThrow(
        `The database is encoded in SQL_ASCII: create it anew with ENCODING 'UTF8'`,
      );
    }, `encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`));

  it('leaves the holes of the lint closed after every run', async () => {
    await asAdministrator(given.ownerUrl, async (client) => {
      await client.query(
        `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`,
      );
      expect(await lintSchema(client)).toHaveLength(5);
      await migrate(given.ownerUrl, passwords);
      expect(await lintSchema(client)).toEqual([]);
      expect(await lintServer(client)).toEqual([]);
    });
  });

  it('works as an owner without superuser rights, and says what such an owner cannot close', async () => {
    const login = `owner_${randomBytes(4).toString('hex')}`;
    await asAdministrator(given.adminUrl, async (client) => {
      await client.query(`create role ${login} login createrole password 'p'`);
      // On a server where this login makes the roles itself it has these rights on them already.
      await client.query(
        `grant owner_ddl, app, auth, app_worker, app_assoc, agg to ${login} with admin option`,
      );
    });
    try {
      await inEmptyDatabase(async (adminUrl) => {
        const result = await migrate(withLogin(adminUrl, login, 'p'), passwords);
        expect(freshOf(result)).toHaveLength(files.length);
        expect(result.warnings.join(' ')).toContain('ALTER ROLE app SET track_activities = off');
        expect(result.warnings.join(' ')).toContain('Large objects');
        await asAdministrator(adminUrl, async (client) => {
          expect(await lintSchema(client)).toEqual([]);
          const open = new Set((await lintServer(client)).map((hole) => hole.rule));
          expect([...open]).toEqual(['L14']);
        });
      }, `owner ${login}`);
    } finally {
      await asAdministrator(given.adminUrl, async (client) => {
        await client.query(`drop owned by ${login}; drop role ${login}`);
      });
    }
  });

  it('never writes a password into a statement', async () => {
    expect(scramVerifier('ひみつの合言葉')).not.toContain('ひみつ');
    const client = new Client({ connectionString: given.appUrl });
    await client.connect(); // by the password that the verifier was made from
    await client.end();
    const wrong = new Client({ connectionString: withLogin(given.appUrl, 'app', 'wrong') });
    await expect(wrong.connect()).rejects.toThrow(/authentication failed/);
  });
});
