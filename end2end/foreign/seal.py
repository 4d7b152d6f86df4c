"""What crates/seal writes as JWE, opened by jwcrypto, and the other way round. As seal.mjs, which says how jobs are passed."""

import base64
import json
import sys

from jwcrypto import jwe, jwk

# jwcrypto takes files of at most 256 kB by itself.
jwe.default_max_compressed_size = 16 * 1024 * 1024


def read(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def words(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def run(job):
    key = jwk.JWK(kty="oct", k=job["key"])
    if job["job"] == "jwe-open":
        token = jwe.JWE()
        token.deserialize(job["jwe"], key=key)
        return {"content": words(token.payload), "header": token.jose_header}
    header = {"alg": "dir", "enc": "A256GCM", **job.get("header", {})}
    token = jwe.JWE(plaintext=read(job["content"]), protected=json.dumps(header), recipient=key)
    return {"jwe": token.serialize(compact=True)}


def result(job):
    try:
        return run(job)
    except Exception as error:  # a job that fails is a result too
        return {"error": repr(error)}


json.dump([result(job) for job in json.load(sys.stdin)], sys.stdout)
