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
    private volatile LinkState state;

    Link(HubTime time, Announcer announcer) {
        this.time = time;
        this.announcer = announcer;
        this.state = new LinkState.Connecting(time.instant());
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

    void signedOut(Ended ended) {
        set(new LinkState.SignedOut(time.instant(), ended));
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

    /** The hub is well, but what it says cannot be kept. */
    void unwritable(String detail) {
        set(new LinkState.Refused(since(LinkState.Refused.class), LinkState.Unusable.DISK, detail));
    }

    private Instant since(Class<? extends LinkState> sort) {
        return Optional.of(state).filter(sort::isInstance).map(LinkState::since).orElseGet(time::instant);
    }

    private void set(LinkState next) {
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
