// Certificates with which PayPal could have signed, made by openssl: a root, and others that are not to be trusted.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './webox.mjs';

const name = 'messageverificationcerts.sandbox.paypal.com';

export class CertificateAuthority {
  #folder = temporaryFolder('certificates');
  #made = 0;

  constructor(subject = 'Test Root') {
    this.key = this.#newKey();
    this.root = path.join(this.#folder, 'root.pem');
    openssl('req', '-x509', '-new', '-key', this.key, '-subj', `/CN=${subject}`, '-days', '30', '-out', this.root);
  }

  /** A certificate and its private key, as PEM. */
  issue({ subject = name, days = '30' } = {}) {
    const key = this.#newKey();
    const file = key.replace('.key', '');
    fs.writeFileSync(`${file}.ext`, `subjectAltName=DNS:${subject}\nbasicConstraints=CA:FALSE\n`);
    openssl('req', '-new', '-key', key, '-subj', `/CN=${subject}`, '-out', `${file}.csr`);
    openssl(
      'x509', '-req', '-in', `${file}.csr`, '-CA', this.root, '-CAkey', this.key, '-CAcreateserial', '-days', days, '-extfile', `${file}.ext`,
      '-out', `${file}.pem`);
    return { certificate: fs.readFileSync(`${file}.pem`, 'utf8'), key: fs.readFileSync(key, 'utf8') };
  }

  #newKey() {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const file = path.join(this.#folder, `${++this.#made}.key`);
    fs.writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    return file;
  }
}

function openssl(...options) {
  execFileSync('openssl', options, { stdio: ['ignore', 'ignore', 'pipe'] });
}
