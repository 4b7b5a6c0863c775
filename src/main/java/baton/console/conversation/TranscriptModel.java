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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages of the open conversation, read page by page and kept up to date row by row. Screen's thread only. */
public final class TranscriptModel {
    private static final Logger LOG = LoggerFactory.getLogger(TranscriptModel.class);
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

    /** What came while the first page was read: it is newer than the page. Empty when that is here. */
    private Optional<List<Changes>> meanwhile = Optional.empty();

    private final MissedPage missed;

    public TranscriptModel(Seat seat) {
        this.seat = seat;
        this.workspace = seat.workspace();
        this.missed = new MissedPage(workspace.link(), this::fetch);
        seat.ticker().nowProperty().subscribe(missed::tick);
    }

    /** Empty while nothing is open; what was open before for the moment it takes to read the first page, unless that fails. */
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
        meanwhile = Optional.of(new ArrayList<>());
        missed.forget();
        int asked = opening;
        var page = CompletableFuture.supplyAsync(
                () -> workspace.messages(row.id(), Optional.empty(), PAGE), seat.background());
        var _ = page.thenAcceptAsync(first -> first(asked, row, first), seat.screen());
        var _ = page.whenCompleteAsync((_, broken) -> failed(asked, broken), seat.screen());
    }

    public void close() {
        opening++;
        open = Optional.empty();
        shown.set(Optional.empty());
    }

    /** The reader came near the oldest row: what is before it follows, from here or from the hub. */
    public void older() {
        if (older != MessagePage.Older.NONE && !rows.isEmpty()) {
            fetch(rows.keySet().stream().findFirst());
        }
    }

    private void fetch(Optional<MessageId> before) {
        int asked = opening;
        open.ifPresent(id -> {
            var page = workspace.fetchMessages(id, before, PAGE);
            var _ = page.thenAcceptAsync(found -> fetched(asked, before, found), seat.screen());
            var _ = page.whenCompleteAsync((_, broken) -> notFetched(asked, before, broken), seat.screen());
        });
    }

    public Optional<Message> message(MessageId id) {
        return Optional.ofNullable(rows.get(id)).map(BubbleRow::message);
    }

    public void changed(Changes changes) {
        changes.link().ifPresent(missed::linked);
        if (open.isPresent() && meanwhile.isPresent() && !changes.reload()) {
            meanwhile.get().add(changes);
        } else {
            open.ifPresent(id -> changed(id, changes));
        }
    }

    private void changed(ConversationId id, Changes changes) {
        changes.rows().stream().filter(row -> row.id().equals(id)).forEach(this::rename);
        Optional.ofNullable(changes.messages().get(id)).ifPresent(this::follow);
        Optional.ofNullable(changes.outgoing().get(id)).ifPresent(left -> outgoing = left);
        if (changes.reload()) {
            workspace.row(id).ifPresent(this::open);
            return;
        }
        if (concerns(changes, id)) {
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
        List<Changes> since = meanwhile.orElse(List.of());
        meanwhile = Optional.empty();
        since.forEach(changes -> changed(row.id(), changes));
        if (older == MessagePage.Older.AT_HUB && page.messages().size() < PAGE) {
            fetch(Optional.empty());
        }
    }

    /** The messages of another conversation must not stand under this one's name. */
    private void failed(int asked, @Nullable Throwable broken) {
        if (asked == opening && broken != null) {
            LOG.error("The messages of {} could not be read", open, broken);
            meanwhile = Optional.empty();
            older = MessagePage.Older.AT_HUB;
            missed.put(Optional.empty(), workspace.now());
            shown.set(Optional.empty());
        }
    }

    private void fetched(int asked, Optional<MessageId> before, MessagePage page) {
        if (asked == opening) {
            int known = rows.size();
            older = page.older();
            take(page.messages());
            publish();
            missed.forget();
            if (older == MessagePage.Older.AT_HUB && rows.size() == known) {
                missed.put(before, workspace.now());
            }
        }
    }

    private void notFetched(int asked, Optional<MessageId> before, @Nullable Throwable broken) {
        if (asked == opening && broken != null) {
            LOG.warn("Older messages of {} could not be fetched", open, broken);
            missed.put(before, workspace.now());
        }
    }

    /** What changed before the first row that is here would leave a gap after it; it comes with its page. */
    private void follow(List<Message> messages) {
        take(messages.stream()
                .filter(message -> older == MessagePage.Older.NONE || isWithin(message))
                .toList());
    }

    private boolean isWithin(Message message) {
        return rows.keySet().stream()
                .findFirst()
                .map(first -> first.compareTo(message.id()) <= 0)
                .orElseGet(() -> message.id().value() == message.version());
    }

    /** A page may have been read before what is here came. */
    private void take(List<Message> messages) {
        List<Message> newer = messages.stream()
                .filter(message -> message(message.id())
                        .filter(known -> known.version() > message.version())
                        .isEmpty())
                .toList();
        newer.forEach(message -> message.wamid().ifPresent(wamid -> byWamid.put(wamid, message)));
        newer.forEach(message -> rows.put(message.id(), row(message)));
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
