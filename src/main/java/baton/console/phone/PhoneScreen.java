// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import java.time.Instant;
import java.util.List;

/** What a phone shows at one moment. {@code typing}: the business is seen to type. {@code lines}: oldest first. */
public record PhoneScreen(boolean typing, List<Line> lines) {
    static final PhoneScreen EMPTY = new PhoneScreen(false, List.of());

    public PhoneScreen {
        lines = List.copyOf(lines);
    }

    /** How far the owner's own message got; the phone shows no tick on what the business wrote. */
    public enum Tick {
        NONE,
        DELIVERED,
        READ
    }

    /**
     * One message. {@code own}: the phone's owner wrote it. {@code quoted}: the words it answers, or empty. {@code reactions}: emoji, or
     * empty.
     */
    public record Line(String id, boolean own, String text, String quoted, Instant at, Tick tick, String reactions) {}
}
