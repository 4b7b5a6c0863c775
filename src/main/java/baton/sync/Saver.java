// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Loop;
import baton.store.StoreException;
import java.time.Duration;

/** Keeps what was typed, and looks whether there is room again while there was none. One step of a loop. */
final class Saver implements Loop.Step {
    private static final Duration UNTIL_ROOM = Duration.ofSeconds(1);

    private final DraftShelf drafts;
    private final Disk disk;
    private final Link link;
    private final Runnable roomAgain;

    /** {@code roomAgain} hears when the files can be written again. */
    Saver(DraftShelf drafts, Disk disk, Link link, Runnable roomAgain) {
        this.drafts = drafts;
        this.disk = disk;
        this.link = link;
        this.roomAgain = roomAgain;
    }

    @Override
    public Duration run() {
        try {
            Duration wait = drafts.step();
            return link.isWritable() ? wait : look(wait);
        } catch (StoreException full) {
            link.unwritable(String.valueOf(full.getMessage()));
            throw full;
        }
    }

    private Duration look(Duration wait) {
        if (!disk.hasRoom()) {
            return UNTIL_ROOM;
        }
        link.writable();
        roomAgain.run();
        return wait;
    }
}
