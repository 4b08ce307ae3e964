package org.mtlsplayground.ca;

/** What a certificate is made for. */
public enum Role {
    CLIENT,
    SERVER,
    CA
}
