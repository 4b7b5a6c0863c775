// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.console.CustomerName;
import baton.domain.Claim;
import baton.domain.ConversationId;
import baton.domain.Line;
import baton.domain.Traffic;
import baton.sync.ConversationRow;
import baton.sync.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One line of the list as it is drawn, made once for each event; words in the reader's language are added when it is drawn. */
public record InboxRow(ConversationRow row, String name) {
    private static final Duration USUAL = Duration.ofMinutes(3);

    public static InboxRow of(ConversationRow row) {
        return new InboxRow(row, CustomerName.of(row.customer()));
    }

    /** Whether these letters, in lower case, stand in name, number or last words. */
    boolean has(String letters) {
        return has(name, letters)
                || row.customer().identities().stream().anyMatch(identity -> has(identity.value(), letters))
                || last().filter(line -> has(line.words(), letters)).isPresent();
    }

    private static boolean has(String text, String letters) {
        return text.toLowerCase(Locale.ROOT).contains(letters);
    }

    public ConversationId id() {
        return row.id();
    }

    public Optional<Line> last() {
        return traffic().last();
    }

    /** When something was said last; if never, when it was opened or changed. */
    public Instant lastAt() {
        return last().map(Line::at).orElse(row.conversation().changedAt());
    }

    public Optional<Instant> waitingSince() {
        return row.conversation().open() ? traffic().waitingSince() : Optional.empty();
    }

    public int unread() {
        return traffic().unread();
    }

    /** How long a hold without any input lasts: the whole of the ring. */
    public Duration wholeHold() {
        return whole(row);
    }

    /** The shorter of lease and patience of the hold there is, else three minutes. */
    public static Duration whole(ConversationRow row) {
        return row.conversation().claim() instanceof Claim.Held held
                ? (held.lease().compareTo(held.idle()) < 0 ? held.lease() : held.idle())
                : USUAL;
    }

    /** What is left of a hold at {@code now}; never more than the whole, since the screen's clock may be a second behind. */
    public static Duration left(ConversationRow row, Hold hold, Instant now) {
        Duration left = Duration.between(now, hold.until());
        return left.compareTo(whole(row)) < 0 ? left : whole(row);
    }

    private Traffic traffic() {
        return row.conversation().traffic();
    }
}
