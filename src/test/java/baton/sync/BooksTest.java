// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.DeliveryId;
import baton.domain.Silence;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk asks a real hub for its books. */
final class BooksTest {
    private final RunningClock clock = new RunningClock();

    @TempDir
    private Path folder;

    @Test
    void aDeskReadsTheBooksReplaysAndIsToldWhenTheHubIsGone() {
        try (RunningHub hub = new RunningHub(folder.resolve("hub"), clock);
                Cable cable = new Cable(hub.port());
                Workspace admin = Desks.inMemory(cable.address(), "admin", clock)) {
            Desks.online(admin);
            assertThat(admin.books(7).join()).isInstanceOfSatisfying(BooksAnswer.Told.class, told -> {
                assertThat(told.books().platform().works()).isEmpty();
                assertThat(told.books().numbers())
                        .singleElement()
                        .satisfies(
                                line -> assertThat(line.silence().state()).isEqualTo(Silence.State.NOT_ENOUGH_HISTORY));
                assertThat(told.books().setAside()).isEmpty();
            });
            assertThat(admin.replay(new DeliveryId("20261122-1")).join()).isInstanceOf(CommandAnswer.Refused.class);
            assertThat(admin.books(99).join())
                    .isInstanceOfSatisfying(
                            BooksAnswer.NotTold.class,
                            no -> assertThat(no.detail()).contains("1 to 31"));
            hub.stop();
            assertThat(admin.books(7).join()).isInstanceOf(BooksAnswer.NotTold.class);
        }
    }
}
