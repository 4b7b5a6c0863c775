// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.sync.LinkState.Ended;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The one place that knows how the desk stands to its hub, and tells when that changes. Safe from any thread. */
final class Link {
    private final HubTime time;
    private final Announcer announcer;
    private final CopyOnWriteArrayList<Consumer<LinkState>> watchers = new CopyOnWriteArrayList<>();
    private LinkState hub;
    private Optional<LinkState> disk = Optional.empty();
    private volatile LinkState state;

    Link(HubTime time, Announcer announcer) {
        this.time = time;
        this.announcer = announcer;
        this.hub = new LinkState.Connecting(time.instant());
        this.state = hub;
    }

    LinkState state() {
        return state;
    }

    boolean isOnline() {
        return state instanceof LinkState.Online;
    }

    /** Called with each change of sort, on the thread that noticed it: be quick. */
    void watch(Consumer<LinkState> watcher) {
        watchers.add(watcher);
    }

    void connecting() {
        set(new LinkState.Connecting(time.instant()));
    }

    void loading(int conversations) {
        set(new LinkState.Loading(since(LinkState.Loading.class), conversations));
    }

    void online(Latencies latencies) {
        set(new LinkState.Online(since(LinkState.Online.class), latencies.newest(), latencies.p95()));
    }

    /** How long the last customer message took is known now, which is after it was shown. */
    synchronized void measured(Latencies latencies) {
        if (hub instanceof LinkState.Online) {
            online(latencies);
        }
    }

    void signedOut(Ended ended) {
        set(new LinkState.SignedOut(since(LinkState.SignedOut.class), ended));
    }

    /** What an answer that was none says of the link. */
    void down(HubReply<?> reply) {
        switch (reply) {
            case HubReply.Failed<?> failed ->
                set(new LinkState.Offline(since(LinkState.Offline.class), failed.trouble(), failed.detail()));
            case HubReply.Wrong<?> wrong ->
                set(new LinkState.Refused(since(LinkState.Refused.class), wrong.why(), wrong.detail()));
            case HubReply.Rejected<?> rejected ->
                set(new LinkState.Refused(
                        since(LinkState.Refused.class), LinkState.Unusable.NO_HUB, rejected.sentence()));
            case HubReply.Refused<?> refused ->
                set(new LinkState.Refused(
                        since(LinkState.Refused.class),
                        LinkState.Unusable.NO_HUB,
                        refused.refused().why()));
            case HubReply.Denied<?> _ -> signedOut(Ended.BY_HUB);
            case HubReply.Answered<?> _ -> throw new IllegalArgumentException("An answer is no trouble");
        }
    }

    synchronized boolean isWritable() {
        return disk.isEmpty();
    }

    /** Neither what the hub says nor what is typed can be kept, however the hub is; so it stays until {@link #writable()}. */
    synchronized void unwritable(String detail) {
        if (disk.isEmpty()) {
            disk = Optional.of(new LinkState.Refused(time.instant(), LinkState.Unusable.DISK, detail));
            show();
        }
    }

    /** The desk's files can be written; how it stands to the hub shows again. */
    synchronized void writable() {
        if (disk.isPresent()) {
            disk = Optional.empty();
            show();
        }
    }

    private synchronized Instant since(Class<? extends LinkState> sort) {
        return Optional.of(hub).filter(sort::isInstance).map(LinkState::since).orElseGet(time::instant);
    }

    private synchronized void set(LinkState next) {
        hub = next;
        show();
    }

    private void show() {
        LinkState next = disk.orElse(hub);
        LinkState before = state;
        state = next;
        if (!next.equals(before)) {
            announcer.announce(Changes.of(next));
        }
        if (next.getClass() != before.getClass()) {
            watchers.forEach(watcher -> watcher.accept(next));
        }
    }
}
