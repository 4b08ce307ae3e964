package org.mtlsplayground.ca;

import java.security.PrivateKey;

/**
 * A certificate request and its key. {@link #toString()} does not show the key.
 *
 * @param request what goes to the CA
 * @param key what stays here
 */
public record NewRequest(SigningRequest request, PrivateKey key) {
    @Override
    public String toString() {
        return "NewRequest[" + request.subject() + "]";
    }
}
