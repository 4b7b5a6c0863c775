// SPDX-License-Identifier: Apache-2.0
package baton.store;

/** A database that one program alone may open is open in another. */
public final class InUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    InUse(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
