// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Secret;

/** Where a computer keeps its person's keys, and what it says when it is asked for the key of a desk. May wait for the person. */
interface KeyRing {

    /** That a ring is silent does not say that it has no key. */
    sealed interface Answer {
        /** This is the key. */
        record Here(Secret key) implements Answer {}

        /** The ring answers that it has no such key. */
        record NotThere() implements Answer {}

        /** There is no ring to ask, or it is locked, failed or took too long. */
        record Silence() implements Answer {}
    }

    Answer find(String desk);

    /** Keeps it, in place of any that is there, if the ring answers; ask {@link #find} whether it did. */
    void keep(String desk, Secret key);
}
