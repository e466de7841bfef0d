// What is set seldom: where the tables go, iterations, the SSH proxy.

import { json } from './controls.js';
import { at, edit, put } from './document.js';
import { card, el } from './dom.js';
import { bound } from './form.js';
import { CONFIG, objectAt, RESERVED, userParameters } from './names.js';
import { otherSettings } from './other.js';
import { attempt, part, slot } from './part.js';
import { bin, rows } from './rows.js';

const ITERATIONS = '/parameters/iterations';
const SSH = '/parameters/sshProxy';

/** The card "Destination" of the base configuration. */
export function destinationCard() {
  return card('Destination',
    bound('text', 'Output Bucket', `${CONFIG}/outputBucket`, { help: 'Stands before the names of the tables: letters, digits, - and _.' }),
    bound('flag', 'Incremental Output', `${CONFIG}/incrementalOutput`, { unless: false, help: 'Add to the tables of earlier runs. A mapping with a primary key keeps rows from being added twice.' }),
    bound('flag', 'Keep all values (lossless)', `${CONFIG}/lossless`, { unless: false, help: 'Keeps what the original loses on the way to the tables.' }),
    bound('flag', 'Debug', `${CONFIG}/debug`, { unless: false, help: 'The log holds every request.' }));
}

/** Keys of `config` that no page shows. */
export function otherConfig() {
  const shown = RESERVED.filter((key) => key !== 'compatLevel');
  const own = Object.keys(objectAt(CONFIG) ?? {}).filter((key) => /^#?__/.test(key));
  return otherSettings(CONFIG, [...shown, ...own, ...userParameters()]);
}

export function iterationsScreen() {
  return [
    el('h1', {}, 'Iterations'),
    part((draw) => {
      const list = at(ITERATIONS);
      const fault = el('div', {});
      const act = (work) => attempt(fault, async () => { await work(); draw(); });
      if (list !== undefined && !Array.isArray(list)) {
        return card('Iterations', json(`Iterations: ${ITERATIONS}`, list, (value) => act(() => put(ITERATIONS, value))));
      }
      const count = list?.length ?? 0;
      return [
        card('Iterations',
          el('p', { class: 'help' }, 'The configuration runs once for each iteration, with its values laid over those of config. Without any it runs once.'),
          slot(ITERATIONS), fault,
          el('button', { type: 'button', class: 'primary', onclick: () => act(() => put(ITERATIONS, [...(list ?? []), {}])) }, 'New Iteration')),
        Array.from({ length: count }, (_, i) => card(`Iteration ${i + 1}`,
          rows({ title: `Values of iteration ${i + 1}`, pointer: `${ITERATIONS}/${i}`, add: 'Add Value' }),
          bin(`Remove iteration ${i + 1}`, () => act(() => edit([count === 1 ? { pointer: ITERATIONS, remove: true } : { pointer: `${ITERATIONS}/${i}`, remove: true }]))))),
      ];
    }),
  ];
}

export function sshScreen() {
  return [
    el('h1', {}, 'SSH proxy'),
    part((draw) => {
      const fault = el('div', {});
      return card('SSH proxy',
        el('p', { class: 'help' }, 'All requests leave from this server. For an API that only machines inside a network can reach.'),
        el('div', { class: 'pair' },
          bound('text', 'Host', `${SSH}/host`), bound('number', 'Port', `${SSH}/port`, { usual: 22 }), bound('text', 'User', `${SSH}/user`)),
        bound('secret', 'Private key', `${SSH}/#privateKey`, { tag: 'textarea', help: 'Without a pass phrase. It is never shown again.' }),
        fault,
        at(SSH) === undefined ? null : el('button', { type: 'button', onclick: () => attempt(fault, async () => { await put(SSH, undefined); draw(); }) }, 'Use no SSH proxy'));
    }),
    at(SSH) === undefined ? null : otherSettings(SSH, ['host', 'port', 'user', '#privateKey']),
  ];
}
