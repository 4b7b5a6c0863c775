// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.CustomerName;
import baton.console.Seat;
import baton.domain.Author;
import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Wamid;
import baton.sync.Changes;
import baton.sync.ConversationRow;
import baton.sync.MessagePage;
import baton.sync.Outgoing;
import baton.sync.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The messages of the open conversation, read page by page and kept up to date row by row. Screen's thread only. */
public final class TranscriptModel {
    private static final int PAGE = 100;

    private final Seat seat;
    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<Optional<Transcript>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<MessageId, BubbleRow> rows = new TreeMap<>();
    private final Map<Wamid, Message> byWamid = new HashMap<>();
    private Optional<ConversationId> open = Optional.empty();
    private List<Outgoing> outgoing = List.of();
    private MessagePage.Older older = MessagePage.Older.NONE;
    private Names names = new Names("", Map.of());
    private int opening;

    public TranscriptModel(Seat seat) {
        this.seat = seat;
        this.workspace = seat.workspace();
    }

    /** Empty while nothing is open, and for the moment it takes to read the first page. */
    public ReadOnlyObjectProperty<Optional<Transcript>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public void open(ConversationRow row) {
        opening++;
        open = Optional.of(row.id());
        rows.clear();
        byWamid.clear();
        outgoing = List.of();
        names = names(row);
        int asked = opening;
        CompletableFuture<Void> _ = CompletableFuture.supplyAsync(
                        () -> workspace.messages(row.id(), Optional.empty(), PAGE), seat.background())
                .thenAcceptAsync(page -> first(asked, row, page), seat.screen());
    }

    public void close() {
        opening++;
        open = Optional.empty();
        shown.set(Optional.empty());
    }

    /** The reader came near the oldest row: what is before it follows, from here or from the hub. */
    public void older() {
        if (older == MessagePage.Older.NONE || rows.isEmpty()) {
            return;
        }
        Optional<MessageId> before = rows.keySet().stream().findFirst();
        int asked = opening;
        open.ifPresent(id -> {
            CompletableFuture<Void> _ = workspace
                    .fetchMessages(id, before, PAGE)
                    .thenAcceptAsync(page -> before(asked, page), seat.screen());
        });
    }

    public Optional<Message> message(MessageId id) {
        return Optional.ofNullable(rows.get(id)).map(BubbleRow::message);
    }

    public void changed(Changes changes) {
        if (open.isEmpty()) {
            return;
        }
        ConversationId id = open.get();
        changes.rows().stream().filter(row -> row.id().equals(id)).forEach(this::rename);
        Optional.ofNullable(changes.messages().get(id)).ifPresent(this::take);
        Optional.ofNullable(changes.outgoing().get(id)).ifPresent(left -> outgoing = left);
        if (changes.reload()) {
            workspace.row(id).ifPresent(this::open);
        } else if (concerns(changes, id)) {
            publish();
        }
    }

    private static boolean concerns(Changes changes, ConversationId id) {
        return changes.messages().containsKey(id)
                || changes.outgoing().containsKey(id)
                || changes.rows().stream().anyMatch(row -> row.id().equals(id));
    }

    private void rename(ConversationRow row) {
        Names next = names(row);
        if (!next.equals(names)) {
            names = next;
            rows.replaceAll((_, before) -> row(before.message()));
        }
    }

    private void first(int asked, ConversationRow row, MessagePage page) {
        if (asked != opening) {
            return;
        }
        outgoing = page.outgoing();
        older = page.older();
        take(page.messages());
        publish(firstUnread(row));
        if (older == MessagePage.Older.AT_HUB && page.messages().size() < PAGE) {
            CompletableFuture<Void> _ = workspace
                    .fetchMessages(row.id(), Optional.empty(), PAGE)
                    .thenAcceptAsync(more -> before(asked, more), seat.screen());
        }
    }

    private void before(int asked, MessagePage page) {
        if (asked == opening) {
            older = page.older();
            take(page.messages());
            publish();
        }
    }

    private void take(List<Message> messages) {
        messages.forEach(message -> message.wamid().ifPresent(wamid -> byWamid.put(wamid, message)));
        messages.forEach(message -> rows.put(message.id(), row(message)));
    }

    private BubbleRow row(Message message) {
        return BubbleRow.of(message, names, wamid -> Optional.ofNullable(byWamid.get(wamid)));
    }

    private void publish() {
        publish(shown.get().flatMap(Transcript::unread));
    }

    private void publish(Optional<MessageId> unread) {
        var all = new ArrayList<>(rows.values());
        for (int place = 0; place < outgoing.size(); place++) {
            Outgoing each = outgoing.get(place);
            if (each.message().map(rows::containsKey).orElse(false)) {
                continue;
            }
            all.add(row(OutgoingBubble.of(each, workspace.me(), place)));
        }
        open.ifPresent(id -> shown.set(Optional.of(new Transcript(opening, id, all, unread))));
    }

    private Optional<MessageId> firstUnread(ConversationRow row) {
        int unread = row.conversation().traffic().unread();
        List<MessageId> theirs = rows.values().stream()
                .filter(each -> each.message().author() instanceof Author.Customer)
                .map(BubbleRow::id)
                .toList();
        return unread == 0 || theirs.isEmpty()
                ? Optional.empty()
                : Optional.of(theirs.get(Math.max(0, theirs.size() - unread)));
    }

    private Names names(ConversationRow row) {
        Map<PersonId, String> people = workspace.people().stream()
                .collect(Collectors.toMap(person -> person.id(), person -> person.displayName()));
        return new Names(CustomerName.of(row.customer()), people);
    }
}
