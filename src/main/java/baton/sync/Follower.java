// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.Recorded;
import baton.store.Replica;
import baton.store.Replica.Position;
import baton.store.StoreException;
import baton.wire.Answers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes what the hub says into replica, rows and listeners, in that order: what a listener hears is on the disk already. It can
 * follow before all rows are on the board: a large copy takes seconds to read, and news need not wait for old rows. Called by
 * the poller's thread, but for what brings all rows and for who may see them.
 */
final class Follower {
    private static final Replica.Changed NOTHING = new Replica.Changed(List.of(), List.of(), List.of(), List.of());

    private final Replica replica;
    private final Outbox outbox;
    private final DraftShelf drafts;
    private final Surface surface;
    private final Owners owners;
    /** The outbox has not heard how far it is: nothing came since the start, or there was no room. */
    private boolean isUnheard = true;

    /** What came while the rows were read; kept until they are on the board. */
    private final List<Replica.Changed> meanwhile = new ArrayList<>();

    private final CompletableFuture<Void> loaded = new CompletableFuture<>();

    /** Everything that was in the replica a moment ago. {@code generation}: of the replica before it was read. */
    record Copy(Replica.Changed rows, int generation) {}

    Follower(Replica replica, Outbox outbox, DraftShelf drafts, Surface surface) {
        this.replica = replica;
        this.outbox = outbox;
        this.drafts = drafts;
        this.surface = surface;
        this.owners = new Owners(outbox, drafts, surface.board());
    }

    Position position() {
        return replica.position();
    }

    int rows() {
        return surface.board().size();
    }

    /** Whether the copy has all there is to follow from, so that it can be followed while its rows are read. */
    boolean isWhole() {
        return position().filled();
    }

    /** How often the copy was begun anew; to be asked before anything can happen to it. */
    int generation() {
        return replica.generation();
    }

    /** Reads all rows, beside whatever comes. Nothing, if the copy is thrown away meanwhile. {@code generation}: the one to be read. */
    Copy read(int generation) {
        try {
            surface.board().take(new Replica.Changed(List.of(), List.of(), List.of(), replica.people()));
            return new Copy(replica.rows(), generation);
        } catch (StoreException broken) {
            if (isStill(generation)) {
                throw broken;
            }
            return new Copy(NOTHING, generation);
        }
    }

    private synchronized boolean isStill(int generation) {
        return generation == replica.generation();
    }

    /** Puts all rows on the board, for a screen that has only seen the first page; what came since they were read is newer. */
    synchronized void complete(Copy copy) {
        if (isStill(copy.generation())) {
            surface.board()
                    .begin(Stream.concat(Stream.of(copy.rows()), meanwhile.stream())
                            .toList());
            OldMessages.forget(replica, surface);
        }
        meanwhile.clear();
        loaded.complete(null);
        surface.announcer().announce(Changes.everything());
    }

    /** The rows cannot be read: whoever waits for them is told so. */
    void giveUp(Throwable broken) {
        loaded.completeExceptionally(broken);
    }

    /** Begins with nothing. */
    synchronized void restart() {
        owners.keep();
        replica.restart();
        surface.board().clear();
        meanwhile.clear();
        surface.announcer().announce(Changes.everything());
    }

    /** The person may see something else from now on; another scope empties the copy and the board. */
    synchronized void belongTo(Replica.Owner owner) {
        if (replica.belongTo(owner)) {
            owners.keep();
            surface.board().clear();
            meanwhile.clear();
            surface.announcer().announce(Changes.everything());
        }
    }

    /** The hub does not remember what this desk does: what it was told and what was written for that are worth nothing. */
    void restored() {
        loaded.join(); // whose drafts they are, the rows tell
        outbox.hubRestored();
        owners.keepAll();
        restart();
    }

    /** Keeps what was typed and for whom: the next copy may be a fresh one. */
    synchronized void leave() {
        drafts.flush();
        owners.keep();
    }

    synchronized void fill(Position at, Answers.Snapshot page) {
        Replica.Mark upTo = LineMark.at(page.upTo(), page.last());
        if (at.page().isEmpty()) {
            replica.begin(page.journal(), upTo);
        }
        Replica.Changed changed =
                replica.fill(upTo, page.conversations(), page.customers(), page.people(), page.next());
        surface.announcer().announce(Changes.of(surface.board().take(changed), Map.of(), List.of(), changed.people()));
        if (page.next().isEmpty()) {
            outbox.arrived(replica.position().cursor(), List.of());
            owners.setStrangersAside();
            surface.announcer().announce(Changes.everything());
        }
    }

    /**
     * Takes in the lines after our cursor; {@code isLive}: they come as they happen, so their age is the latency. Tells whether
     * something about the people changed.
     */
    synchronized boolean take(Position at, Answers.Feed feed, boolean isLive) {
        if (loaded.isDone() && owners.isPending()) { // there was no room for it when the last page came
            owners.setStrangersAside();
            surface.announcer().announce(Changes.everything());
        }
        List<Answers.FeedEvent> fresh =
                feed.events().stream().filter(line -> line.seq() > at.cursor()).toList();
        List<Recorded> lines = fresh.stream().map(Answers.FeedEvent::recorded).toList();
        boolean isNothing = lines.isEmpty() && feed.upTo() <= at.cursor();
        if (isNothing && feed.touches().isEmpty() && !isUnheard) {
            return false;
        }
        Replica.Changed changed = isNothing
                ? NOTHING
                : whole(replica.follow(
                        lines, LineMark.at(feed.upTo(), fresh.stream().reduce((_, last) -> last))));
        try {
            announce(feed, changed, isLive ? newestInbound(lines) : List.of());
            isUnheard = false;
        } catch (StoreException full) { // the rows are here, though the outbox could not be written
            if (!isUnheard || !changed.conversations().isEmpty()) {
                surface.announcer().announce(Changes.everything());
            }
            isUnheard = true;
            throw full;
        }
        return !changed.people().isEmpty();
    }

    /** With the customers of these conversations, as long as they may be missing on the board. */
    private Replica.Changed whole(Replica.Changed changed) {
        if (loaded.isDone()) {
            return changed;
        }
        Set<CustomerId> customers =
                changed.conversations().stream().map(Conversation::customer).collect(Collectors.toSet());
        Replica.Changed whole = new Replica.Changed(
                changed.conversations(),
                changed.messages(),
                Stream.concat(changed.customers().stream(), replica.customers(customers).stream())
                        .distinct()
                        .toList(),
                changed.people());
        meanwhile.add(new Replica.Changed(whole.conversations(), List.of(), whole.customers(), whole.people()));
        return whole;
    }

    private void announce(Answers.Feed feed, Replica.Changed changed, List<Instant> inbound) {
        surface.presence().take(feed.touches(), surface.time().instant());
        List<ConversationRow> rows = new ArrayList<>(surface.board().take(changed));
        List<ConversationId> touched =
                feed.touches().stream().map(Answers.Seen::conversation).toList();
        rows.addAll(surface.board().refreshed(touched));
        Map<ConversationId, List<Message>> messages =
                changed.messages().stream().collect(Collectors.groupingBy(Message::conversation));
        Changes changes = Changes.of(
                newest(rows),
                messages,
                feed.touches().stream().map(Presence::atWork).toList(),
                changed.people().isEmpty() ? List.of() : surface.board().people());
        synchronized (outbox) { // what changes there next is told next
            Map<ConversationId, List<Outgoing>> bubbles = outbox.arrived(feed.upTo(), changed.messages());
            Changes all = bubbles.isEmpty() ? changes : changes.and(bubbles, outbox.counts());
            surface.announcer().announce(all, () -> inbound.forEach(this::shown));
        }
    }

    private void shown(Instant happened) {
        surface.latencies().note(happened, surface.time().instant());
        surface.link().measured(surface.latencies());
    }

    /** A row that a line and a touch both changed is told once, as it is now. */
    private static List<ConversationRow> newest(List<ConversationRow> rows) {
        return List.copyOf(rows.stream()
                .collect(Collectors.toMap(ConversationRow::id, row -> row, (_, later) -> later, TreeMap::new))
                .values());
    }

    private static List<Instant> newestInbound(List<Recorded> lines) {
        return lines.reversed().stream()
                .filter(line -> line.event() instanceof MessageEvent.InboundReceived)
                .limit(1)
                .map(Recorded::at)
                .toList();
    }
}
