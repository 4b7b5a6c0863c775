// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

/** The body of a delivery is no JSON object at all: the one thing a signed delivery is refused for (SPEC.md C1, status 400). */
public final class NotJson extends Exception {
    private static final long serialVersionUID = 1;

    NotJson(String why) {
        super(why);
    }
}
