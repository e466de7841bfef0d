// Endpoints as a tree: what they are called, where they stand, and how they are made, moved and taken away.

import { at, edit, undo } from './document.js';
import { notice } from './dialog.js';
import { CONFIG, free } from './names.js';
import { redraw } from './part.js';

const JOBS = `${CONFIG}/jobs`;
let copied = null;

/** The pointer of an endpoint: `0_1` is the second child of the first one. */
export function pointer(place) {
  return JOBS + '/' + place.split('_').join('/children/');
}

/** What an endpoint is called: its own name, that of its table, or the end of its path. */
export function name(job) {
  const last = typeof job?.endpoint === 'string' ? job.endpoint.split(/[?#]/)[0].split('/').filter(Boolean) : [];
  const given = [job?.__NAME, job?.dataType, last.findLast((one) => !one.startsWith('{')), last.at(-1)].find((one) => typeof one === 'string' && one !== '');
  return given ?? 'endpoint';
}

/** All endpoints with their places, parents before their children. */
export function all() {
  return below(at(JOBS), '');
}

function below(jobs, prefix) {
  return (Array.isArray(jobs) ? jobs : []).map((job, i) =>
    ({ place: prefix + i, job, children: below(job?.children, `${prefix}${i}_`) }));
}

/** The same in one list, from top to bottom. */
export function flat(list = all()) {
  return list.flatMap((one) => [one, ...flat(one.children)]);
}

export function parentOf(place) {
  return place.includes('_') ? place.slice(0, place.lastIndexOf('_')) : '';
}

function listOf(parent) {
  return parent === '' ? JOBS : `${pointer(parent)}/children`;
}

function count(parent) {
  const list = at(listOf(parent));
  return Array.isArray(list) ? list.length : 0;
}

function placeIn(parent, index) {
  return parent === '' ? String(index) : `${parent}_${index}`;
}

function listThere(parent) {
  return Array.isArray(at(listOf(parent))) ? [] : [{ pointer: listOf(parent), value: [] }];
}

/** Adds an endpoint and goes to it. */
export async function add(job, parent = '') {
  let index = 0;
  await edit(() => {
    index = count(parent);
    return [...listThere(parent), { pointer: `${listOf(parent)}/-`, value: job }];
  });
  go(placeIn(parent, index));
}

/** What the original makes of a path. */
export function made(path) {
  const last = path.split(/[?#]/)[0].split('/').filter((part) => part !== '' && !part.startsWith('{')).pop() ?? path;
  const placeholders = Object.fromEntries([...path.matchAll(/\{([^{}]+)\}/g)].map(([, key]) => [key, 'id']));
  return {
    __NAME: last, endpoint: path, method: 'GET', dataType: last.replaceAll(/[^A-Za-z0-9_-]+/g, '_'), dataField: { path: '.', delimiter: '.' },
    ...(Object.keys(placeholders).length ? { placeholders } : {}),
  };
}

function go(place) {
  const hash = `#endpoint/${place}`;
  if (location.hash === hash) {
    redraw();
  } else {
    location.hash = hash;
  }
}

export async function remove(place) {
  const parent = parentOf(place);
  const called = name(at(pointer(place)));
  await edit(() => [count(parent) === 1 && parent !== '' ? { pointer: listOf(parent), remove: true } : { pointer: pointer(place), remove: true }]);
  go(parent === '' ? '0' : parent);
  if (parent === '' && count('') === 0) {
    location.hash = '#base';
  }
  notice(`${called} was deleted.`, 'Undo', () => { undo(); go(place); });
}

export async function duplicate(place) {
  const job = at(pointer(place));
  const names = flat().map((one) => name(one.job));
  const parent = parentOf(place);
  const end = count(parent);
  await edit(() => [{ pointer: `${listOf(parent)}/-`, value: { ...job, __NAME: free(`${name(job)}-copy`, names) } }, ...turned(parent, end, indexOf(place) + 1, end + 1)]);
  go(placeIn(parent, indexOf(place) + 1));
}

export function indexOf(place) {
  return Number(place.slice(place.lastIndexOf('_') + 1));
}

/** Moves an endpoint among its siblings; those on the way make room. */
export async function reorder(place, to) {
  const parent = parentOf(place);
  if (to < 0 || to >= count(parent) || to === indexOf(place)) {
    return;
  }
  await edit(() => turned(parent, indexOf(place), to, count(parent)));
  go(placeIn(parent, to));
}

export function siblings(place) {
  return count(parentOf(place));
}

/** Edits that put each endpoint from the first changed place on to the end, in the new order: values stay what they are, to the letter. */
function turned(parent, from, to, length) {
  const list = listOf(parent);
  const now = [...Array(length).keys()];
  const order = [...now];
  order.splice(to, 0, ...order.splice(from, 1));
  return order.slice(Math.min(from, to)).map((item) => {
    const index = now.indexOf(item);
    now.push(...now.splice(index, 1));
    return { pointer: `${list}/-`, from: `${list}/${index}` };
  });
}

/** Moves an endpoint with its children below another one, or to the top. */
export async function moveBelow(place, parent) {
  if (parent === parentOf(place) || parent === place || parent.startsWith(`${place}_`)) {
    return;
  }
  const after = afterRemoval(parent, place);
  let index = 0;
  await edit(() => {
    index = count(parent);
    const old = parentOf(place);
    const isLast = old !== '' && count(old) === 1;
    return [
      ...listThere(parent),
      { pointer: `${listOf(after)}/-`, from: pointer(place) },
      ...(isLast ? [{ pointer: listOf(old), remove: true }] : []),
    ];
  });
  go(placeIn(after, index));
}

/** Where an endpoint stands when one in front of it is gone. */
function afterRemoval(place, gone) {
  const steps = place.split('_');
  const depth = gone.split('_').length - 1;
  const isSibling = place !== '' && steps.length > depth && parentOf(gone) === steps.slice(0, depth).join('_');
  if (isSibling && Number(steps[depth]) > indexOf(gone)) {
    steps[depth] = String(Number(steps[depth]) - 1);
  }
  return steps.join('_');
}

export function copy(place) {
  copied = at(pointer(place));
  navigator.clipboard?.writeText(JSON.stringify(copied, null, 2)).catch(() => {});
}

export function hasCopy() {
  return copied !== null;
}

export function paste(parent = '') {
  return copied === null ? Promise.resolve() : add(copied, parent);
}

/** The address that a path makes with the base URL, as the engine joins them; functions are shown as such. */
export function address(endpoint) {
  const base = at('/parameters/api/baseUrl');
  const path = typeof endpoint === 'string' ? endpoint : '‹fn›';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) {
    return path;
  }
  if (typeof base !== 'string') {
    return base === undefined ? path : `‹fn›${path}`;
  }
  try {
    return new URL(path, base).href.replaceAll('%7B', '{').replaceAll('%7D', '}').replaceAll('%E2%80%B9', '‹').replaceAll('%E2%80%BA', '›');
  } catch {
    return base + path;
  }
}
