// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.PersonId;
import java.time.InstantSource;

/** The parts of a desk that need no file: they can be looked at from the first moment on. */
record Surface(HubTime time, Announcer announcer, Link link, Presence presence, Board board, Latencies latencies) {

    static Surface of(PersonId me, InstantSource clock) {
        HubTime time = new HubTime(clock);
        Announcer announcer = new Announcer();
        Presence presence = new Presence();
        return new Surface(
                time, announcer, new Link(time, announcer), presence, new Board(me, presence), new Latencies());
    }
}
