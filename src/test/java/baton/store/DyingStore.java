// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Actor;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import java.nio.file.Path;
import java.time.Instant;

/** A program that writes some lines, says which the last one is, and dies on the spot. */
final class DyingStore {
    private DyingStore() {}

    public static void main(String[] words) {
        Journal journal = Journal.open(Database.embedded(Path.of(words[0])), () -> Instant.EPOCH);
        long last = 0;
        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
            PersonEvent event = new PersonEvent.PersonLeft(new PersonId("p" + i));
            last = journal.submit(turn -> turn.record(new Actor.Hub(), event))
                    .join()
                    .seq();
        }
        System.out.println("acknowledged " + last);
        System.out.flush();
        Runtime.getRuntime().halt(1);
    }
}
