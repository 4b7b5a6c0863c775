// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Refusal;
import java.util.Map;
import java.util.Optional;

/** What a note for the team may be: 1 to 300 characters as a person counts code points (SPEC.md T9, limit). */
public final class NotePolicy {

    public static final int LONGEST = 300;

    private NotePolicy() {}

    /** Why this text cannot be a note, if so: {@code TOO_LONG} over 300 code points, {@code EMPTY} without anything to see. */
    public static Optional<Refusal> refuse(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            return Optional.of(Refusal.because(
                    Refusal.Reason.TOO_LONG,
                    Map.of("characters", Integer.toString(length), "most", Integer.toString(LONGEST))));
        }
        return ReplyGate.refuseText(text, Integer.MAX_VALUE);
    }
}
