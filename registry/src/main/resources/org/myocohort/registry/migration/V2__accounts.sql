-- Who may sign in. The id is random and names nobody: it is what the audit holds.
CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  -- JSON list of names, or empty for all centres.
  centres TEXT NOT NULL,
  -- Hash of the password with its parameters, empty until one is chosen.
  password TEXT NOT NULL,
  enabled BIGINT NOT NULL,
  -- A session begun under another generation is over.
  generation BIGINT NOT NULL,
  created_at TEXT NOT NULL
);

-- One-time links for choosing a password; of each only the hash of its secret.
CREATE TABLE account_link (
  hash TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  expires_at TEXT NOT NULL
);
CREATE INDEX account_link_account ON account_link (account);

-- Public keys of passkeys. Binary values stand in base64url.
CREATE TABLE passkey (
  id TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  label TEXT NOT NULL,
  public_key TEXT NOT NULL,
  signature_count BIGINT NOT NULL,
  user_verified BIGINT NOT NULL,
  transports TEXT NOT NULL,
  backup_eligible BIGINT NOT NULL,
  backed_up BIGINT NOT NULL,
  attestation TEXT NOT NULL,
  client_data TEXT NOT NULL,
  created_at TEXT NOT NULL,
  last_used_at TEXT NOT NULL
);
CREATE INDEX passkey_account ON passkey (account);
