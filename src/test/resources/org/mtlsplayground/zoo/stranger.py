"""Writes certificates and keys as Python's libraries do, and says of each file what is in it, one a line:
name|password|what we must see|SHA-256 fingerprints of its certificates. Runs in the folder of the zoo."""

import datetime
import hashlib
import ssl


def tell(name, password, content, *certificates):
    print("|".join([name, password, content, " ".join(hashlib.sha256(der).hexdigest() for der in certificates)]))


def standard_library():
    with open("rsa.crt.der", "rb") as file:
        der = file.read()
    with open("python.pem", "w") as file:
        file.write(ssl.DER_cert_to_PEM_cert(der))
    tell("python.pem", "", "PEM: certificate rsa", der)


def cryptography_library():
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, PublicFormat, pkcs7, pkcs12)
    from cryptography.x509.oid import NameOID

    def certificate(name, key, issuer, issuer_key):
        start = datetime.datetime(2025, 1, 1)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer or subject)
        builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
        builder = builder.not_valid_before(start).not_valid_after(start + datetime.timedelta(days=9999))
        algorithm = None if isinstance(issuer_key, ed25519.Ed25519PrivateKey) else hashes.SHA384()
        return builder.sign(issuer_key, algorithm)

    root_key = ed25519.Ed25519PrivateKey.generate()
    root = certificate("Python Root", root_key, None, root_key)
    key = ec.generate_private_key(ec.SECP384R1())
    leaf = certificate("pythonista", key, root.subject, root_key)
    ders = [one.public_bytes(Encoding.DER) for one in (leaf, root)]
    best = BestAvailableEncryption(b"secret")

    def write(name, content):
        with open(name, "wb") as file:
            file.write(content)

    def store(name, *arguments):
        write(name, pkcs12.serialize_key_and_certificates(*arguments))

    store("python.p12", "gr\u00fc\u00dfe".encode(), key, leaf, [root], best)
    tell("python.p12", "secret", "PKCS#12: key EC P-384, PKCS#8, PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-256, "
         "named gr\u00fc\u00dfe, chain pythonista, Python Root", *ders)
    old = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(5000).hmac_hash(hashes.SHA1())
    old = old.key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC).build(b"secret")
    store("python-old.p12", b"old", key, leaf, None, old)
    tell("python-old.p12", "secret", "PKCS#12: key EC P-384, PKCS#8, PKCS#12 SHA-1 3DES-CBC, named old, "
         "chain pythonista", ders[0])
    store("python-open.p12", None, key, leaf, None, NoEncryption())
    tell("python-open.p12", "", "PKCS#12: key EC P-384, PKCS#8, chain pythonista", ders[0])
    store("python-trust.p12", None, None, None, [root, leaf], best)
    tell("python-trust.p12", "secret", "PKCS#12: certificate Python Root; certificate pythonista", *ders)
    write("python.p7", pkcs7.serialize_certificates([leaf, root], Encoding.DER))
    tell("python.p7", "", "PKCS#7: certificate pythonista; certificate Python Root", *ders)

    def private(name, encoding, form, encryption, password, content):
        write(name, key.private_bytes(encoding, form, encryption))
        tell(name, password, content)

    private("python.pkcs8", Encoding.DER, PrivateFormat.PKCS8, best, "secret",
            "DER: key EC P-384, PKCS#8, PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-256")
    private("python.old", Encoding.PEM, PrivateFormat.TraditionalOpenSSL, best, "secret",
            "PEM: key EC P-384, SEC1, AES-256-CBC")
    private("python.ssh", Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption(), "", "PEM: SSH_PRIVATE_KEY")
    write("python.sshpub", key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH))
    tell("python.sshpub", "", ": SSH_PUBLIC_KEY")


standard_library()
try:
    import cryptography
except ImportError:
    cryptography = None
if cryptography:
    cryptography_library()
