// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Author;
import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.store.DeskFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What was written and is not in the conversation yet, in the order written. Every change of it is in the desk file, together
 * with the draft it came from or goes back to, before anybody hears of it. Safe from any thread; {@link Courier} carries it.
 */
final class Outbox {
    private final DeskFile file;
    private final DraftShelf drafts;
    private final Announcer announcer;
    private final InstantSource time;
    private final PersonId me;
    private final TreeMap<Long, OutboxEntry> entries = new TreeMap<>();
    private long cursor;

    Outbox(DeskFile file, DraftShelf drafts, Surface surface, PersonId me) {
        this.file = file;
        this.drafts = drafts;
        this.announcer = surface.announcer();
        this.time = surface.time();
        this.me = me;
        file.all(OutboxEntry.KIND).forEach((name, body) -> {
            OutboxEntry entry = OutboxEntry.read(name, body);
            entries.put(entry.order(), entry);
        });
    }

    /** Keeps it; the draft it was typed in is cleared with it. Returns when both are on the disk. */
    synchronized OutboxEntry add(CommandId id, Command command) {
        long order = entries.isEmpty() ? 1 : entries.lastKey() + 1;
        OutboxEntry entry = new OutboxEntry(order, id, command, time.instant(), false, Optional.empty(), false);
        List<Draft> changed =
                drafts.change(Map.of(entry.conversation(), draft -> cleared(draft, entry)), List.of(entry.put()));
        entries.put(order, entry);
        tell(Set.of(entry.conversation()), changed);
        return entry;
    }

    /** A draft that says something else (a quick reply was sent beside it) stays. */
    private static Draft cleared(Draft draft, OutboxEntry entry) {
        if (!entry.text().strip().equals(draft.text(entry.isNote()).strip())) {
            return draft;
        }
        return entry.isNote() ? draft.withNote("") : draft.withReply("").quoting(Optional.empty());
    }

    /** What the hub has not taken yet, in order. */
    synchronized List<OutboxEntry> waiting() {
        return entries.values().stream()
                .filter(entry -> entry.message().isEmpty())
                .toList();
    }

    /** From here on the hub may hear of it; empty when it was taken back meanwhile. */
    synchronized Optional<OutboxEntry> ask(OutboxEntry waiting) {
        Optional<OutboxEntry> known = known(waiting);
        if (known.filter(entry -> !entry.isAsked()).isPresent()) {
            OutboxEntry asked = known.get().asked();
            file.write(List.of(asked.put()));
            entries.put(asked.order(), asked);
            return Optional.of(asked);
        }
        return known;
    }

    /** As it is now, if it is here still: its place may be another one's. */
    private Optional<OutboxEntry> known(OutboxEntry seen) {
        return Optional.ofNullable(entries.get(seen.order()))
                .filter(entry -> entry.id().equals(seen.id()));
    }

    /** The hub has taken it under this number; it leaves when the feed has brought it. */
    synchronized void taken(OutboxEntry asked, MessageId number) {
        known(asked).ifPresent(entry -> take(entry.taken(number), number));
    }

    private void take(OutboxEntry taken, MessageId number) {
        if (number.value() <= cursor) {
            file.write(List.of(taken.remove()));
            entries.remove(taken.order());
        } else {
            file.write(List.of(taken.put()));
            entries.put(taken.order(), taken);
        }
        tell(Set.of(taken.conversation()), List.of());
    }

    /** It does not go: its text returns, and with a reply all that were to follow it in the conversation and were not asked yet. */
    synchronized List<OutboxEntry> giveBack(OutboxEntry refused, Refusal refusal) {
        List<OutboxEntry> back = known(refused).stream()
                .flatMap(entry -> entries.tailMap(entry.order()).values().stream())
                .filter(entry -> entry.order() == refused.order() || follows(entry, refused))
                .toList();
        Instant now = time.instant();
        returning(
                back,
                entry -> entry.returned(
                        entry.order() == refused.order() ? Returned.Why.REFUSED : Returned.Why.AFTER_ANOTHER,
                        Optional.of(refusal),
                        now));
        return back;
    }

    private static boolean follows(OutboxEntry entry, OutboxEntry refused) {
        return !refused.isNote()
                && !entry.isNote()
                && !entry.isAsked()
                && entry.conversation().equals(refused.conversation());
    }

    /** Replies were written for a journal that is no more; notes harm nobody and go on. */
    synchronized void hubRestored() {
        cursor = 0;
        Instant now = time.instant();
        returning(
                entries.values().stream()
                        .filter(entry -> !entry.isNote() || entry.message().isPresent())
                        .toList(),
                entry -> entry.returned(Returned.Why.HUB_RESTORED, Optional.empty(), now));
    }

    private void returning(List<OutboxEntry> back, Function<OutboxEntry, Returned> returned) {
        if (back.isEmpty()) {
            return;
        }
        Map<ConversationId, UnaryOperator<Draft>> how = new HashMap<>();
        back.forEach(entry -> how.merge(
                entry.conversation(),
                draft -> with(draft, returned.apply(entry)),
                (before, then) -> draft -> then.apply(before.apply(draft))));
        List<Draft> changed =
                drafts.change(how, back.stream().map(OutboxEntry::remove).toList());
        back.forEach(entry -> entries.remove(entry.order()));
        tell(how.keySet(), changed);
    }

    private static Draft with(Draft draft, Returned text) {
        List<Returned> texts = new ArrayList<>(draft.returned());
        texts.add(text);
        return draft.withReturned(texts);
    }

    /** Takes back what was never asked for: into the draft if nothing is typed there, else beside it. */
    synchronized boolean takeBack(CommandId id) {
        Optional<OutboxEntry> found = entries.values().stream()
                .filter(entry -> entry.id().equals(id) && !entry.isAsked())
                .findFirst();
        found.ifPresent(entry -> {
            List<Draft> changed = drafts.change(
                    Map.of(entry.conversation(), draft -> takenBack(draft, entry)), List.of(entry.remove()));
            entries.remove(entry.order());
            tell(Set.of(entry.conversation()), changed);
        });
        return found.isPresent();
    }

    private Draft takenBack(Draft draft, OutboxEntry entry) {
        if (draft.text(entry.isNote()).isBlank()) {
            return entry.isNote()
                    ? draft.withNote(entry.text())
                    : draft.withReply(entry.text()).quoting(entry.quote());
        }
        return with(draft, entry.returned(Returned.Why.TAKEN_BACK, Optional.empty(), time.instant()));
    }

    /**
     * The feed has come so far: what the hub has taken and the feed has brought leaves. A message that comes before the hub's
     * answer hides its bubble, so that it is never seen twice. Returns the bubbles left in each conversation that changed.
     */
    synchronized Map<ConversationId, List<Outgoing>> arrived(long upTo, List<Message> messages) {
        cursor = upTo;
        Set<ConversationId> changed = new HashSet<>();
        List<OutboxEntry> gone = entries.values().stream()
                .filter(entry ->
                        entry.message().filter(id -> id.value() <= upTo).isPresent())
                .toList();
        file.write(gone.stream().map(OutboxEntry::remove).toList());
        gone.forEach(entry -> {
            entries.remove(entry.order());
            changed.add(entry.conversation());
        });
        messages.forEach(message -> hidden(message).ifPresent(entry -> {
            entries.put(entry.order(), entry);
            changed.add(entry.conversation());
        }));
        return bubbles(changed);
    }

    private Optional<OutboxEntry> hidden(Message message) {
        boolean isMine =
                message.author().equals(new Author.Person(me)) && message.id().value() == message.version();
        return entries.values().stream()
                .filter(entry -> isMine && entry.isAsked() && !entry.isShown())
                .filter(entry -> entry.message().isEmpty() && entry.isNote() == message.note())
                .filter(entry -> entry.conversation().equals(message.conversation()) && entry.says(message.content()))
                .findFirst()
                .map(OutboxEntry::shown);
    }

    synchronized List<Outgoing> bubbles() {
        return entries.values().stream()
                .filter(entry -> !entry.isShown())
                .map(OutboxEntry::bubble)
                .toList();
    }

    List<Outgoing> bubbles(ConversationId conversation) {
        return bubbles().stream()
                .filter(bubble -> bubble.conversation().equals(conversation))
                .toList();
    }

    private Map<ConversationId, List<Outgoing>> bubbles(Set<ConversationId> conversations) {
        Map<ConversationId, List<Outgoing>> left = new HashMap<>();
        conversations.forEach(id -> left.put(id, bubbles(id)));
        return left;
    }

    OutboxCounts counts() {
        return new OutboxCounts(waiting().size(), drafts.returned());
    }

    private void tell(Set<ConversationId> conversations, List<Draft> changed) {
        announcer.announce(Changes.of(bubbles(conversations), changed, counts()));
    }
}
