// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/**
 * One mark by which Meta names a customer. The business-scoped user id is the stable key; a phone number is an attribute
 * that may be missing, appear or change (SPEC.md C9, WHATSAPP.md 0.1).
 */
public record Identity(Kind kind, String value) {

    /** The kinds, strongest first: an earlier one wins when two disagree. */
    public enum Kind {
        BSUID,
        PHONE,
        PARENT_BSUID,
        GROUP
    }

    /** Refuses blank values and values over 256 characters with an {@link IllegalArgumentException}. */
    public Identity {
        Words.bounded("An identity", value, 256);
    }

    public static Identity phone(String digits) {
        return new Identity(Kind.PHONE, digits);
    }

    public static Identity bsuid(String userId) {
        return new Identity(Kind.BSUID, userId);
    }
}
