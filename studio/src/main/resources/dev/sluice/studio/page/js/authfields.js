// The methods of authentication and the fields of their forms: name, label, kind of control, help. What they mean in JSON, the server knows.

export const METHODS = [
  ['none', 'None'], ['basic', 'Basic Authentication'], ['api-key', 'API Key Auth'], ['bearer', 'Bearer Token'], ['oauth2', 'OAuth2.0 Client Credentials'],
  ['query', 'Query Authentication'], ['login', 'Login'], ['oauth20.client-credentials', 'OAuth2.0 Client Credentials, all methods (Sluice only)'],
  ['oauth20', 'OAuth 2.0'], ['oauth20.login', 'OAuth 2.0 Login'], ['oauth10', 'OAuth 1.0'], ['aws', 'AWS Signature'], ['custom', 'Custom'],
];

const LOGIN = [
  ['url', 'Login URL', 'text', 'Relative to the base URL, or a whole address.'], ['method', 'Method', [['GET', 'GET'], ['POST', 'POST'], ['FORM', 'FORM']]],
  ['headers', 'Login headers', 'rows'], ['params', 'Login parameters', 'rows'],
  ['format', 'Response format', [['json', 'JSON'], ['text', 'Text']]],
  ['apiHeaders', 'Send with every request: headers', 'responses', 'Values may come from the login\'s response.'],
  ['apiQuery', 'Send with every request: query', 'responses'],
  ['expires', 'Token lifetime', 'expires'],
];
const STORED = [['clientId', 'Client ID'], ['clientSecret', 'Client Secret', 'secret']];
const DATA = ['data', 'Token response', 'secrets', 'What the authorization gave. It is never shown again.'];

export const FIELDS = {
  none: [],
  basic: [['username', 'Username'], ['password', 'Password', 'secret']],
  'api-key': [
    ['key', 'Key', 'text', 'The name of the header or parameter.'], ['token', 'Token', 'secret'],
    ['addTo', 'Add to', [['header', 'Header'], ['query', 'Query']]],
  ],
  bearer: [['token', 'Token', 'secret']],
  oauth2: [
    ['requestType', 'Login Request type', [['basic', 'Basic Auth'], ['form', 'Post Form']], 'How the credentials travel: in a header, or in the form.'],
    ['clientId', 'Client ID'], ['clientSecret', 'Client Secret', 'secret'],
    ['accessTokenUrl', 'Access Token URL'], ['', 'Issuer', 'discovery', 'Optional: finds the Access Token URL.'],
    ['scopes', 'Scopes', 'tags', 'Enter or space makes a tag; may be empty.'],
    ['encoded', 'Encode ID and secret', 'check', 'Only where a server asks for it (RFC 6749, §2.3.1).'],
    ['params', 'Additional token parameters', 'rows', 'Such as audience or resource.'], ['headers', 'Additional token headers', 'rows'],
    ['others', 'More of this login', 'json', 'What this form has no field for.'],
  ],
  query: [['parameters', 'Query', 'rows']],
  custom: [['authentication', 'Authentication', 'json', 'Values of keys that begin with # are kept secret.']],
  login: LOGIN,
  oauth10: [['clientId', 'Consumer key'], ['clientSecret', 'Consumer secret', 'secret'], ['', 'Token', 'tokens']],
  oauth20: [
    ...STORED, DATA, ['format', 'Token response is', [['json', 'JSON'], ['text', 'Text']]],
    ['headers', 'Headers', 'rows', 'Values may hold {"authorization": "data.access_token"}.'], ['query', 'Query', 'rows'], ['', 'Bearer', 'bearer'],
  ],
  'oauth20.login': [...STORED, DATA, ...LOGIN],
  'oauth20.client-credentials': [
    ['tokenUrl', 'Token URL'], ['issuer', 'or Issuer', 'text', 'Its metadata names the token URL.'], ['clientId', 'Client ID'],
    ['clientAuthentication', 'Client authentication', ['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'tls_client_auth', 'self_signed_tls_client_auth'].map((one) => [one, one])],
    ['clientSecret', 'Client Secret', 'secret'],
    ['basicEncoding', 'Encoding in the header', [['raw', 'as it is'], ['form', 'form (RFC 6749, §2.3.1)']], '', 'client_secret_basic'],
    ['privateKey', 'Private key', 'secrets', 'PEM without a pass phrase, or a JWK.', 'private_key_jwt'], ['keyId', 'Key ID', 'text', '', 'private_key_jwt'],
    ['signingAlgorithm', 'Signing algorithm', 'text', 'Empty: HS256, RS256, or what goes with the curve.', '_jwt'],
    ['certificate', 'Certificate', 'area', 'PEM; its fingerprint goes into the assertion.', 'private_key_jwt'],
    ['assertionAudience', 'Audience of the assertion', 'text', 'Empty: the token URL.', '_jwt'],
    ['scopes', 'Scopes', 'tags', 'Enter or space makes a tag; may be empty.'], ['audience', 'Audience'], ['resource', 'Resources', 'tags'],
    ['params', 'Additional token parameters', 'rows'], ['headers', 'Additional token headers', 'rows'],
    ['token', 'Where the token goes', 'json', 'Empty: Authorization: Bearer. Or {"header": "X-Token", "scheme": ""}, or {"query": "access_token"}.'],
  ],
  aws: [['accessKeyId', 'Access key ID'], ['secretKey', 'Secret key', 'secret'], ['serviceName', 'Service name'], ['regionName', 'Region name']],
};

/** What a method begins with, where it would not be known by an empty form. */
export const BEGUN = { aws: { accessKeyId: '', secretKey: '', serviceName: '', regionName: '' } };

/** Fields that few logins need: folded until one of them is set. */
export const SELDOM = {
  oauth2: ['', 'encoded', 'params', 'headers', 'others'],
  'oauth20.client-credentials': ['audience', 'resource', 'params', 'headers', 'token', 'assertionAudience', 'signingAlgorithm', 'certificate'],
};
