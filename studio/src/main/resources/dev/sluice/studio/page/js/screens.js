// The screens of the forms and their fragments, and their entries in the sidebar.

import { at } from './document.js';
import { endpointScreen } from './endpoint.js';
import { httpScreen } from './http.js';
import { iterationsScreen, sshScreen } from './more.js';
import { objectAt, userParameters } from './names.js';
import { paginationNames, paginationsScreen } from './paginations.js';
import { parametersScreen, userDataScreen } from './parameters.js';

const SCREENS = {
  endpoint: (rest) => endpointScreen(rest ?? '0'),
  http: httpScreen,
  paginations: paginationsScreen,
  parameters: parametersScreen,
  data: userDataScreen,
  iterations: iterationsScreen,
  ssh: sshScreen,
};

/** The screen at a fragment, or null when it is none of the forms. */
export function formScreen(place, rest) {
  return Object.hasOwn(SCREENS, place) ? SCREENS[place](rest).flat(Infinity).filter((one) => one !== null && one !== undefined) : null;
}

/** The entries of the group "API settings" behind the base configuration: fragment and label. */
export function apiEntries() {
  return [['#http', 'Advanced HTTP Settings'], ['#paginations', counted('Paginations', paginationNames().length)]];
}

export function userEntries() {
  return [['#parameters', counted('User Parameters', userParameters().length)], ['#data', counted('User Data', Object.keys(objectAt('/parameters/config/userData') ?? {}).length)]];
}

export function moreEntries() {
  const iterations = at('/parameters/iterations');
  return [['#iterations', counted('Iterations', Array.isArray(iterations) ? iterations.length : 0)], ['#ssh', at('/parameters/sshProxy') === undefined ? 'SSH' : 'SSH (on)']];
}

function counted(label, count) {
  return count > 0 ? `${label} (${count})` : label;
}
