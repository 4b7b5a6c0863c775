// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.util.Map;

/**
 * A business "no": why, and the facts a person needs to act on it (who holds it, until when, what changed). The sentence
 * is made from the reason's key where it is shown, in the reader's language.
 */
public record Refusal(Reason reason, Map<String, String> facts) {

    /** Every reason there is. */
    public enum Reason {
        HELD_BY_OTHER,
        NOT_HELD,
        STALE_CLAIM,
        NEWER_MESSAGE,
        WINDOW_CLOSED,
        NOT_OPEN,
        ALREADY_OPEN,
        ANOTHER_IS_OPEN,
        NO_SUCH_CONVERSATION,
        NO_SUCH_MESSAGE,
        NO_SUCH_CUSTOMER,
        NO_SUCH_PERSON,
        NO_SUCH_DELIVERY,
        NOT_SET_ASIDE,
        PERSON_EXISTS,
        LAST_ADMIN,
        NOT_ALLOWED,
        EMPTY,
        TOO_LONG,
        NOT_QUOTABLE,
        NOT_SENDABLE,
        ALREADY_ON_ITS_WAY,
        NOT_UNCERTAIN,
        NOT_MERGED,
        SAME_CUSTOMER
    }

    public Refusal {
        facts = Map.copyOf(facts);
    }

    public static Refusal because(Reason reason) {
        return new Refusal(reason, Map.of());
    }

    public static Refusal because(Reason reason, Map<String, String> facts) {
        return new Refusal(reason, facts);
    }
}
