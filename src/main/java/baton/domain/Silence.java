// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a number has fallen silent (SPEC.md B2). {@code last}: when the last new message came, {@code since}: where the stretch
 * that was judged begins, {@code came} in it and {@code usual} for it.
 */
public record Silence(State state, Optional<Instant> last, Instant since, long came, long usual) {

    /** {@code LOW}: a tenth of the usual or less; {@code SILENT}: nothing at all where there always was something. */
    public enum State {
        NOT_ENOUGH_HISTORY,
        USUAL,
        LOW,
        SILENT
    }

    /** Whether somebody should look. */
    public boolean needsALook() {
        return state == State.LOW || state == State.SILENT;
    }
}
