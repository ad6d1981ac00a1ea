import { afterAll, expect, test } from 'vitest';
import { asAdministrator } from '#db/administrator.ts';
import { runningEmbedded } from '#db/embedded.ts';
import { supervise } from '#db/supervisor.ts';
import { listener } from './listener.ts';
import { temporaryPlace } from './temporary-place.ts';

const place = temporaryPlace();
afterAll(place.remove);

test('a killed server comes back on the same port, with what was committed and without what was not', async () => {
  const heard = listener();
  const server = await supervise({ ...place, log: heard.log });
  try {
    await asAdministrator(server.adminUrl, (client) => client.query('create table kept (n int)'));
    for (const round of [1, 2, 3]) {
      await asAdministrator(server.adminUrl, async (client) => {
        await client.query('insert into kept values ($1)', [round]);
        // A session in the middle of a statement is what outlives the postmaster for a while.
        const open = client.query('begin; insert into kept values (-1); select pg_sleep(60)');
        const outcome = open.then(
          () => 'answered',
          () => 'lost',
        );
        const former = server.pid();
        process.kill(former, 'SIGKILL');
        expect(await outcome).toBe('lost');
        await heard.next('The database server is back.');
        expect(server.pid()).not.toBe(former);
      });
    }
    const { rows } = await asAdministrator(server.adminUrl, (client) =>
      client.query('select n from kept order by n'),
    );
    expect(rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  } finally {
    await server.stop();
  }
  expect(heard.lines.filter((line) => line.includes('has ended'))).toHaveLength(3);
});

test('a stop right after a kill leaves no server behind', async () => {
  const server = await supervise(place);
  process.kill(server.pid(), 'SIGKILL');
  await server.stop();
  expect(runningEmbedded(place.dataDir, place.keysDir)).toBeUndefined();
  const again = await supervise(place);
  await again.stop();
  expect(runningEmbedded(place.dataDir, place.keysDir)).toBeUndefined();
});
