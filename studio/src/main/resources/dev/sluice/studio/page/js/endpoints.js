// Endpoints: what is read. A child stands below the endpoint whose rows it runs for.

import { check, choice, json, text } from './controls.js';
import { at, edit } from './document.js';
import { box, card, el, words } from './dom.js';
import { testButton } from './test.js';

const JOBS = '/parameters/config/jobs';

/** The pointer of an endpoint: `0_1` is the second child of the first one. */
export function pointer(place) {
  return JOBS + '/' + place.split('_').join('/children/');
}

export function name(job) {
  return job?.dataType || job?.endpoint || 'endpoint';
}

/** All endpoints with their places, parents before their children. */
export function all() {
  return below(at(JOBS), '');
}

function below(jobs, prefix) {
  return (Array.isArray(jobs) ? jobs : []).map((job, i) =>
    ({ place: prefix + i, job, children: below(job?.children, `${prefix}${i}_`) }));
}

export async function create(place = '') {
  const list = place === '' ? JOBS : `${pointer(place)}/children`;
  const siblings = at(list);
  const index = Array.isArray(siblings) ? siblings.length : 0;
  const fresh = place === '' ? { endpoint: 'endpoint' } : { endpoint: 'endpoint/{id}', placeholders: { id: 'id' } };
  await edit([index === 0 ? { pointer: list, value: [fresh] } : { pointer: `${list}/-`, value: fresh }]);
  location.hash = `#endpoint/${place === '' ? '' : `${place}_`}${index}`;
}

export function endpointScreen(place) {
  const here = pointer(place);
  const job = at(here);
  if (!job) {
    return [el('h1', {}, 'Endpoint'), box('warning', 'There is no such endpoint any more.')];
  }
  const fault = el('div', {});
  const set = (key) => async (value) => {
    try {
      fault.replaceChildren();
      const isEmpty = value === undefined || value === '';
      await edit([isEmpty ? { pointer: `${here}/${key}`, remove: true } : { pointer: `${here}/${key}`, value }]);
    } catch (error) {
      fault.replaceChildren(box('error', words(error)));
    }
  };
  const base = at('/parameters/api/baseUrl');
  const fields = [
    text('URL Path', job.endpoint, set('endpoint'), typeof base === 'string' ? `Below ${base}` : ''),
    choice('Method', job.method ?? 'GET', [['GET', 'GET'], ['POST', 'POST (JSON)'], ['FORM', 'POST (form)']], set('method')),
    text('Result Name', job.dataType, set('dataType'), 'The name of the table. Empty: the path.'),
    text('Data Selector', typeof job.dataField === 'object' ? job.dataField.path : job.dataField, set('dataField'), 'Where the rows are in a response, such as data.items. Empty: found by itself.'),
    json('Parameters', job.params, set('params'), 'Values may be functions.'),
    json('Headers', job.headers, set('headers')),
  ];
  if (place.includes('_')) {
    fields.push(json('Placeholders', job.placeholders, set('placeholders'), 'The name between braces in the path, and its path in the row of the parent.'));
  }
  return [
    el('h1', {}, name(job)),
    card('Request', fields, fault, el('div', { class: 'row' }, testButton(place))),
    el('div', { class: 'row' },
      el('button', { type: 'button', onclick: () => create(place) }, 'Add child endpoint'),
      el('button', { type: 'button', onclick: async () => { await edit([{ pointer: here, remove: true }]); location.hash = '#base'; } }, 'Delete endpoint')),
  ];
}

const PAGING = [
  ['', 'none'], ['offset', 'offset and limit'], ['pagenum', 'page numbers'], ['response.url', 'address in the response'],
  ['response.param', 'value in the response'], ['cursor', 'largest ID of the rows'], ['zendesk.response.url', 'Zendesk'], ['multiple', 'several'],
];

export function pagingScreen() {
  const here = '/parameters/api/pagination';
  const paging = at(here) ?? {};
  const { method, ...options } = paging;
  const set = (value) => edit([value ? { pointer: here, value } : { pointer: here, remove: true }]).catch((error) => fault.replaceChildren(box('error', words(error))));
  const fault = el('div', {});
  return [
    el('h1', {}, 'Pagination'),
    card('How further pages are found',
      choice('Method', method ?? '', PAGING, (chosen) => set(chosen ? { method: chosen, ...(chosen === 'offset' ? { limit: 100 } : {}) } : null)),
      json('Options', options, (value) => set(method ? { method, ...value } : null), 'For instance {"limit": 100}. See docs/paging.md.'),
      fault),
  ];
}

export function settingsScreen() {
  const here = '/parameters/config';
  const { jobs, mappings, ...rest } = at(here) ?? {};
  const set = (key) => (value) => edit([value === undefined || value === '' || value === false ? { pointer: `${here}/${key}`, remove: true } : { pointer: `${here}/${key}`, value }]);
  const attributes = Object.keys(rest).filter((key) => !['outputBucket', 'incrementalOutput', 'lossless', 'debug', 'userData', 'http'].includes(key));
  return [
    el('h1', {}, 'Destination and parameters'),
    card('Destination',
      text('Output Bucket', rest.outputBucket, set('outputBucket'), 'Stands before the names of the tables.'),
      check('Add to the tables of earlier runs (incremental)', rest.incrementalOutput, set('incrementalOutput')),
      check('Keep all values (lossless)', rest.lossless, set('lossless')),
      json('Mappings', mappings, set('mappings'), 'Which columns tables have. Empty: made by themselves.')),
    card('User parameters and data',
      el('p', { class: 'help' }, attributes.length ? `Attributes: ${attributes.join(', ')}. Their values are edited as JSON.` : 'No attributes yet.'),
      json('User Data', rest.userData, set('userData'), 'Extra columns of all tables.')),
  ];
}
