// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Claim;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.domain.Wamid;
import baton.run.Loop;
import baton.store.Inbox;
import baton.store.Journal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Tells customers that they were read, and that somebody is typing (SPEC.md C3). Harmless to lose and to repeat, so it
 * is not part of the journal: it starts at the head and does what comes. Only the holder's look and answer count as read.
 */
public final class Courtesy implements Loop.Step {

    /** Blue ticks for this message and all before; {@code typing}: with the bubble, which lasts 25 s (WHATSAPP.md 4.11). */
    public interface Telling {
        void markRead(NumberId number, Wamid newest, boolean typing);
    }

    private record Target(NumberId number, Wamid newest) {}

    private static final Duration REST = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;

    private final Journal journal;
    private final Inbox inbox;
    private final Telling telling;
    private final BooleanSupplier leads;
    private long cursor;

    public Courtesy(Journal journal, Inbox inbox, Telling telling, BooleanSupplier leads) {
        this.journal = journal;
        this.inbox = inbox;
        this.telling = telling;
        this.leads = leads;
        this.cursor = journal.head();
    }

    @Override
    public Duration run() {
        List<Recorded> news = journal.news(cursor, AT_ONCE);
        if (news.isEmpty()) {
            return REST;
        }
        cursor = news.getLast().seq();
        if (leads.getAsBoolean()) {
            Set<ConversationId> read = new LinkedHashSet<>();
            news.forEach(
                    line -> line.conversation().filter(_ -> tellsReading(line)).ifPresent(read::add));
            read.forEach(id -> tell(id, Optional.empty(), false));
        }
        return Duration.ZERO;
    }

    private static boolean tellsReading(Recorded line) {
        return line.event() instanceof ConversationEvent.ConversationRead
                || line.event() instanceof MessageEvent.ReplyAccepted;
    }

    /** The holder is typing; nobody else's typing is told. Blocks for the call. */
    public void typing(ConversationId id, PersonId who) {
        tell(id, Optional.of(who), true);
    }

    private void tell(ConversationId id, Optional<PersonId> onlyIfHeldBy, boolean typing) {
        journal.kept(() -> target(id, onlyIfHeldBy))
                .ifPresent(found -> telling.markRead(found.number(), found.newest(), typing));
    }

    private Optional<Target> target(ConversationId id, Optional<PersonId> onlyIfHeldBy) {
        return inbox.conversation(id)
                .filter(conversation -> isHeld(conversation, onlyIfHeldBy))
                .filter(conversation -> conversation.traffic().lastInbound() > 0)
                .flatMap(conversation -> inbox.message(
                                new MessageId(conversation.traffic().lastInbound()))
                        .flatMap(Message::wamid)
                        .map(wamid -> new Target(conversation.number(), wamid)));
    }

    private static boolean isHeld(Conversation conversation, Optional<PersonId> by) {
        return conversation.claim() instanceof Claim.Held held
                && by.map(held.holder()::equals).orElse(true);
    }
}
