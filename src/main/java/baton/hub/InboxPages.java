// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Claim;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.Touch;
import baton.policy.ClaimPolicy;
import baton.policy.ServiceWindow;
import baton.store.Inbox;
import baton.store.Journal;
import baton.wire.Answers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands now, a page at a time: lists, messages, and the whole for a desk that starts empty. */
final class InboxPages {
    private static final int MOST = 200;
    private static final int MOST_OF_SNAPSHOT = 500;

    private final Inbox inbox;
    private final Journal journal;
    private final InstantSource clock;

    InboxPages(Inbox inbox, Journal journal, InstantSource clock) {
        this.inbox = inbox;
        this.journal = journal;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/snapshot", Access.SIGNED_IN, call -> page(() -> snapshot(call))),
                Route.get("/api/conversations", Access.SIGNED_IN, call -> page(() -> conversations(call))),
                Route.get("/api/conversations/{id}/messages", Access.SIGNED_IN, call -> page(() -> messages(call))));
    }

    private Reply page(Supplier<Object> read) {
        return Reply.json(journal.kept(read));
    }

    /** The head is read before the rows: whatever the rows miss, the feed brings; what they have already, folds pass over. */
    private Answers.Snapshot snapshot(Call call) {
        long upTo = journal.look();
        Scope scope = Scope.of(call.badge().person().role());
        int limit = (int) call.number("limit", MOST, 1, MOST_OF_SNAPSHOT);
        long page = call.number("page", 0, 0, Long.MAX_VALUE);
        SnapshotPage rows = SnapshotPage.read(inbox, upTo, page, limit);
        return new Answers.Snapshot(
                upTo,
                line(scope, upTo),
                clock.instant(),
                journal.id(),
                rows.conversations().stream().map(scope::shown).toList(),
                rows.customers(),
                page == 0 ? inbox.people() : List.of(),
                rows.next());
    }

    /** By it whoever keeps the page can tell later whether a hub still remembers the same. */
    private Optional<Answers.FeedEvent> line(Scope scope, long seq) {
        return journal.news(seq - 1, 1).stream()
                .filter(line -> line.seq() == seq)
                .map(line -> Answers.FeedEvent.of(scope.shown(line)))
                .findFirst();
    }

    private Answers.Conversations conversations(Call call) {
        long upTo = journal.look();
        Scope scope = Scope.of(call.badge().person().role());
        int limit = (int) call.number("limit", 50, 1, MOST);
        long before = call.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        List<Conversation> rows =
                inbox.conversations(view(call), call.badge().person().id(), before, limit);
        Map<CustomerId, Customer> customers = inbox.customersOf(rows);
        Instant now = clock.instant();
        return new Answers.Conversations(
                upTo,
                now,
                rows.stream().map(row -> row(scope, row, customers, now)).toList());
    }

    private static Inbox.View view(Call call) {
        String asked = Optional.ofNullable(call.query("view")).orElse("all");
        return Arrays.stream(Inbox.View.values())
                .filter(view -> view.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("'view' must be mine, unassigned, all or resolved."));
    }

    private Answers.Row row(Scope scope, Conversation conversation, Map<CustomerId, Customer> customers, Instant now) {
        return new Answers.Row(
                scope.shown(conversation),
                customer(customers, conversation.customer()),
                heldUntil(conversation, now),
                ServiceWindow.closesAt(conversation.traffic()).filter(now::isBefore));
    }

    /** Who it is, or whom they count as since they were merged. */
    private static Customer customer(Map<CustomerId, Customer> customers, CustomerId id) {
        Customer own = customers.get(id);
        if (own == null) {
            throw new IllegalStateException("Customer " + id + " is missing");
        }
        return own.mergedInto()
                .flatMap(kept -> Optional.ofNullable(customers.get(kept)))
                .orElse(own);
    }

    private Optional<Instant> heldUntil(Conversation conversation, Instant now) {
        if (!(conversation.claim() instanceof Claim.Held held)) {
            return Optional.empty();
        }
        Optional<Touch> touch = inbox.touch(conversation.id(), held.holder());
        return ClaimPolicy.heldAt(held, touch, now).map(hold -> hold.until(touch));
    }

    private Answers.Messages messages(Call call) {
        long upTo = journal.look();
        Scope scope = Scope.of(call.badge().person().role());
        ConversationId id = new ConversationId(call.numberPart("id"));
        int limit = (int) call.number("limit", 50, 1, MOST);
        long before = call.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        if (inbox.conversation(id).isEmpty()) {
            throw new Problem(404, "There is no conversation " + id + ".");
        }
        return new Answers.Messages(
                upTo,
                line(scope, upTo),
                inbox.messages(id, before, limit).stream().map(scope::shown).toList());
    }
}
