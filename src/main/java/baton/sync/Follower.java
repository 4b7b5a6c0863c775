// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.Recorded;
import baton.store.Replica;
import baton.store.Replica.Position;
import baton.wire.Answers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes what the hub says into replica, rows and listeners, in that order: what a listener hears is on the disk already. Called
 * by the poller's thread alone.
 */
final class Follower {
    private final Replica replica;
    private final Outbox outbox;
    private final DraftShelf drafts;
    private final Surface surface;
    private final Map<ConversationId, String> owners = new HashMap<>();

    Follower(Replica replica, Outbox outbox, DraftShelf drafts, Surface surface) {
        this.replica = replica;
        this.outbox = outbox;
        this.drafts = drafts;
        this.surface = surface;
    }

    Position position() {
        return replica.position();
    }

    int rows() {
        return surface.board().size();
    }

    /** All rows from the replica, for a screen that has only seen the first page. */
    void load() {
        Replica.Changed all =
                new Replica.Changed(replica.conversations(), List.of(), replica.customers(), replica.people());
        surface.board().clear();
        surface.board().take(all);
        surface.announcer().announce(Changes.everything());
    }

    /** Begins with nothing. */
    void restart() {
        replica.restart();
        surface.board().clear();
        surface.announcer().announce(Changes.everything());
    }

    /** The hub does not remember what this desk does: what it was told and what was written for that are worth nothing. */
    void restored() {
        outbox.hubRestored();
        drafts.all().forEach(id -> owners.putIfAbsent(id, surface.board().ownerOf(id)));
        restart();
    }

    /** What was written for one customer must never stand in the composer of another. */
    private void setStrangersAside() {
        owners.entrySet()
                .removeIf(entry -> entry.getValue().equals(surface.board().ownerOf(entry.getKey())));
        drafts.setAside(owners);
        owners.clear();
    }

    void fill(Position at, Answers.Snapshot page) {
        if (at.page().isEmpty()) {
            replica.begin(page.journal(), page.upTo());
        }
        Replica.Changed changed = replica.fill(page.conversations(), page.customers(), page.people(), page.next());
        surface.announcer().announce(Changes.of(surface.board().take(changed), Map.of(), List.of(), changed.people()));
        if (page.next().isEmpty()) {
            outbox.arrived(replica.position().cursor(), List.of());
            setStrangersAside();
            surface.announcer().announce(Changes.everything());
        }
    }

    /**
     * Whether the hub's line at our cursor is the one we took in; asked with the line before the cursor. It is not when the hub
     * was restored from an older backup and has gone on since.
     */
    boolean agrees(Position at, Answers.Feed feed) {
        if (at.cursor() == 0) {
            return true;
        }
        return feed.events().stream()
                .findFirst()
                .map(first -> first.seq() != at.cursor() || isSame(at, first))
                .orElse(false);
    }

    private boolean isSame(Position at, Answers.FeedEvent line) {
        if (at.mark().isEmpty()) {
            replica.mark(mark(line));
            return true;
        }
        return at.mark().equals(mark(line));
    }

    /**
     * Takes in the lines after our cursor; {@code isLive}: they come as they happen, so their age is the latency. Tells whether
     * something about the people changed.
     */
    boolean take(Position at, Answers.Feed feed, boolean isLive) {
        List<Answers.FeedEvent> fresh =
                feed.events().stream().filter(line -> line.seq() > at.cursor()).toList();
        List<Recorded> lines = fresh.stream().map(Answers.FeedEvent::recorded).toList();
        if (lines.isEmpty() && feed.upTo() <= at.cursor() && feed.touches().isEmpty()) {
            return false;
        }
        Replica.Changed changed = lines.isEmpty() && feed.upTo() <= at.cursor()
                ? new Replica.Changed(List.of(), List.of(), List.of(), List.of())
                : replica.follow(lines, feed.upTo(), mark(fresh, feed.upTo()));
        announce(feed, changed, isLive ? newestInbound(lines) : List.of());
        return !changed.people().isEmpty();
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
        Map<ConversationId, List<Outgoing>> bubbles = outbox.arrived(feed.upTo(), changed.messages());
        Changes all = bubbles.isEmpty() ? changes : changes.and(bubbles, outbox.counts());
        surface.announcer()
                .announce(
                        all,
                        () -> inbound.forEach(at ->
                                surface.latencies().note(at, surface.time().instant())));
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

    private static String mark(List<Answers.FeedEvent> lines, long upTo) {
        return lines.isEmpty() || lines.getLast().seq() != upTo ? "" : mark(lines.getLast());
    }

    private static String mark(Answers.FeedEvent line) {
        try {
            String text = Stream.of(line.seq(), line.at(), line.kind(), line.body())
                    .map(String::valueOf)
                    .collect(Collectors.joining("|"));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
