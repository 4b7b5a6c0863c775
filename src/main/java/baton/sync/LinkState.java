// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How this desk stands to its hub. Whatever the state, everything in the replica can be read. */
public sealed interface LinkState {

    /** Times are by {@link Workspace#now()}. */
    Instant since();

    /** The first call is under way. */
    record Connecting(Instant since) implements LinkState {}

    /** The replica is being filled; {@code conversations} are there so far. */
    record Loading(Instant since, int conversations) implements LinkState {}

    /**
     * News arrive as they happen. {@code latency}: from the hub's journal to the listener for the newest customer message,
     * {@code p95}: 95 of 100 today were as fast (SPEC.md B15); empty until one was measured.
     */
    record Online(Instant since, Optional<Duration> latency, Optional<Duration> p95) implements LinkState {}

    /** The hub does not answer; it is tried again and again. {@code detail}: the technical words, for whoever helps. */
    record Offline(Instant since, Trouble trouble, String detail) implements LinkState {}

    /** Nobody is signed in: {@link Workspace#signIn} goes on from here without losing anything. */
    record SignedOut(Instant since, Ended ended) implements LinkState {}

    /** Trying again would not help until somebody changes something. It is tried again all the same, once a minute. */
    record Refused(Instant since, Unusable why, String detail) implements LinkState {}

    /** What keeps the hub from answering. */
    enum Trouble {
        /** There is no such host, or no network. */
        NO_NETWORK,
        /** The host is there, but nothing listens. */
        NOT_RUNNING,
        /** It listens, but did not answer in time, or the connection broke. */
        NO_ANSWER,
        /** It answered that it cannot now: starting, stopping, too busy. */
        BUSY
    }

    /** Why nobody is signed in. */
    enum Ended {
        /** There is no remembered sign-in. */
        NEVER,
        /** The hub ended it: too long unused, another role, a new password, no longer in the team. */
        BY_HUB,
        /** The person signed out. */
        BY_PERSON
    }

    /** What cannot be mended by waiting. */
    enum Unusable {
        /** Its certificate is not the pinned one, or nobody vouches for it. */
        CERTIFICATE,
        /** Something answers, but it is no hub, or one of another release. */
        NO_HUB,
        /** The hub is well, but this desk cannot write its own files: the disk is full or gone. */
        DISK
    }
}
