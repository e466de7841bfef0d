// The methods of pagination and their fields: key, label, kind of control, what holds when it is left out (undefined: required), help.

const URL_FIELDS = [
  ['urlKey', 'URL Key', 'text', 'next_page', 'Path to the address of the next page in the response.'],
  ['includeParams', 'Include Params', 'flag', false, 'Send the parameters of the endpoint along.'],
  ['paramIsQuery', 'URL Is Only a Query String', 'flag', false, 'The value is a query, not a whole address.'],
];

export const METHODS = {
  offset: {
    label: 'Offset',
    fields: [
      ['limit', 'Limit', 'number', undefined, 'How many records are on a page.'], ['limitParam', 'Limit Parameter', 'text', 'limit', ''],
      ['offsetParam', 'Offset Parameter', 'text', 'offset', ''], ['firstPageParams', 'First Page Parameters', 'flag', true, 'Send both with the first page, too.'],
      ['offsetFromJob', 'Offset From Job', 'flag', false, 'Begin at the offset that the endpoint has as a parameter.'],
    ],
    initial: { limit: 100, limitParam: 'limit', offsetParam: 'offset', firstPageParams: true, offsetFromJob: false },
  },
  pagenum: {
    label: 'Page number',
    fields: [
      ['limit', 'Limit', 'number', '', 'How many records are on a page; may be empty.'], ['limitParam', 'Limit Parameter', 'text', 'limit', 'Sent only with a limit.'],
      ['pageParam', 'Page Parameter', 'text', 'page', ''], ['firstPage', 'First Page', 'number', 1, ''],
      ['firstPageParams', 'First Page Parameters', 'flag', true, 'Send them with the first page, too.'],
    ],
    initial: { pageParam: 'page', firstPage: 1, firstPageParams: true },
  },
  'response.url': {
    label: 'Response URL',
    fields: [URL_FIELDS[0], ['delimiter', 'Path Delimiter', 'text', '.', 'Between the steps of the path.'], URL_FIELDS[1], URL_FIELDS[2]],
    initial: { urlKey: 'next_page', delimiter: '.', includeParams: false, paramIsQuery: false },
  },
  'response.param': {
    label: 'Response parameter',
    fields: [
      ['responseParam', 'Response Path', 'text', undefined, 'Path to the value in the response.'], ['queryParam', 'Query Parameter', 'text', undefined, 'The parameter that carries it.'],
      ['includeParams', 'Include Params', 'flag', false, 'Send the parameters of the endpoint along.'], ['scrollRequest', 'Scroll Request', 'object', '', ''],
    ],
    initial: { responseParam: '', queryParam: '', includeParams: false },
  },
  cursor: {
    label: 'Cursor',
    fields: [
      ['idKey', 'ID Key', 'text', undefined, 'Path to the ID in a record.'], ['param', 'Parameter', 'text', undefined, 'The parameter that carries the largest ID.'],
      ['increment', 'Increment', 'number', 0, 'Added to the ID.'], ['reverse', 'Reverse', 'flag', false, 'Take the smallest ID.'],
    ],
    initial: { idKey: '', param: '', increment: 0, reverse: false },
  },
  'zendesk.response.url': {
    label: 'Zendesk URL',
    fields: URL_FIELDS,
    initial: { urlKey: 'next_page', includeParams: false, paramIsQuery: false },
  },
};

export const STOPS = [
  ['nextPageFlag', 'A property of the response says whether there is more', [
    ['field', 'Field', 'text', 'A property in the root of the response.'], ['stopOn', 'Stop when it is true', 'flag', 'Otherwise when it is false.'], ['ifNotSet', 'What to take when it is missing', 'flag', ''],
  ]],
  ['forceStop', 'A budget is used up', [
    ['pages', 'Pages', 'number', ''], ['time', 'Time', 'text', 'In seconds, or such as 5 minutes.'], ['volume', 'Volume (bytes)', 'number', ''],
  ]],
  ['limitStop', 'There are enough records', [
    ['count', 'Count', 'number', 'A number of records …'], ['field', 'or Field', 'text', '… or the path to that number in the response.'],
  ]],
];

export function methodName(method) {
  return METHODS[method]?.label ?? String(method ?? 'none');
}

/** What a pagination of a method begins with: all keys, as the original writes them. */
export function initial(method) {
  return { method, ...METHODS[method]?.initial };
}
