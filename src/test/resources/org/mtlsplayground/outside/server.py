"""A server on Python's ssl, for one connection: server.py CA CERTIFICATE KEY VERSION. It says which port it has got."""
import socket
import ssl
import sys

ca, certificate, key, version = sys.argv[1:]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.minimum_version = context.maximum_version = getattr(ssl.TLSVersion, version)
context.verify_mode = ssl.CERT_REQUIRED
context.load_cert_chain(certificate, key)
context.load_verify_locations(ca)

with socket.create_server(("127.0.0.1", 0)) as listening:
    listening.settimeout(30)
    print("listening on", listening.getsockname()[1], flush=True)
    raw, _ = listening.accept()
    raw.settimeout(20)
    with raw:
        try:
            with context.wrap_socket(raw, server_side=True) as tls:
                print("client:", dict(pair[0] for pair in tls.getpeercert()["subject"])["commonName"])
                print("received:", tls.recv(4096).decode())
                tls.sendall(b"Hello from Python")
        except ssl.SSLError as refused:
            print("refused:", refused)
            sys.exit(1)
