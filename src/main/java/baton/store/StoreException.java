// SPDX-License-Identifier: Apache-2.0
package baton.store;

/** The database could not do what was asked; the message says what Baton was doing. Thrown at this room's border, on any thread. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreException(String doing, Throwable cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
