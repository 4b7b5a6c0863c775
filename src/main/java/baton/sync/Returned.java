// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.CommandId;
import baton.domain.Refusal;
import java.time.Instant;
import java.util.Optional;

/** A text that was written and did not go out: it is kept beside the draft until the person has dealt with it. */
public record Returned(CommandId id, String text, boolean note, Why why, Optional<Refusal> refusal, Instant at) {

    /** Why it came back. */
    public enum Why {
        /** The gate said no, here or in the hub; {@code refusal} says why. */
        REFUSED,
        /** One written before it in the same conversation came back, and this one must not go without it. */
        AFTER_ANOTHER,
        /** The hub was restored from a backup: what this was an answer to may never have happened; it may have gone out. */
        HUB_RESTORED,
        /** The person took it back before it was on its way. */
        TAKEN_BACK
    }
}
