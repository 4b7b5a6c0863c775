// SPDX-License-Identifier: Apache-2.0
package baton.wire;

/** What arrived is not what the wire speaks; the message says which part and why, in words for its sender. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Malformed(String message) {
        super(message);
    }
}
