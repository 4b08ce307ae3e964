"""A client on Python's ssl: client.py PORT CA CERTIFICATE KEY VERSION, where CERTIFICATE may be "-" for none."""
import socket
import ssl
import sys

port, ca, certificate, key, version = sys.argv[1:]
context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cafile=ca)
context.minimum_version = context.maximum_version = getattr(ssl.TLSVersion, version)
if certificate != "-":
    context.load_cert_chain(certificate, key)

with socket.create_connection(("127.0.0.1", int(port)), timeout=20) as raw:
    try:
        with context.wrap_socket(raw, server_hostname="server.mtls.example.org") as tls:
            tls.sendall(b"Hello from client\n")
            print("version:", tls.version())
            print("server:", dict(pair[0] for pair in tls.getpeercert()["subject"])["commonName"])
            print("received:", tls.recv(4096).decode())
    except ssl.SSLError as refused:
        print("refused:", refused)
        sys.exit(1)
