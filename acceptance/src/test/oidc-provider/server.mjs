// An authorization server for tests: oidc-provider with the clients that a file names.
// Prints the address of its token endpoint, and ends with its standard input.

import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import Provider from 'oidc-provider';

const setup = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const certificate = (context) => {
  const { raw } = context.socket.getPeerCertificate();
  return raw ? new X509Certificate(raw) : undefined;
};

const server = https.createServer({
  key: setup.key,
  cert: setup.certificate,
  ca: setup.authority,
  requestCert: true,
  rejectUnauthorized: false,
});

server.listen(0, '127.0.0.1', () => {
  const issuer = `https://localhost:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: setup.clients,
    clientAuthMethods: [
      'client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'tls_client_auth',
      'self_signed_tls_client_auth',
    ],
    enabledJWA: { clientAuthSigningAlgValues: ['HS256', 'RS256', 'PS256', 'ES256'] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      mTLS: {
        enabled: true,
        tlsClientAuth: true,
        selfSignedTlsClientAuth: true,
        getCertificate: certificate,
        certificateAuthorized: (context) => context.socket.authorized,
        certificateSubjectMatches: (context, property, expected) =>
          property === 'tls_client_auth_subject_dn' && certificate(context)?.subject === expected,
      },
    },
  });
  server.on('request', provider.callback());
  console.log(`token endpoint: ${issuer}/token`);
});

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
