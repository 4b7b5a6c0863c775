// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.Actor;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Role;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class AnnouncementsTest {
    private static void append(Journal journal, String name) {
        PersonId person = new PersonId(name);
        journal.submit(turn -> turn.record(new Actor.Hub(), new PersonEvent.PersonAdded(person, name, Role.AGENT)))
                .join();
    }

    @Test
    void whatAnotherHubWroteIsHeardAlsoAfterTheLineBroke() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Database here = Database.open(postgres.getJdbcUrl("postgres", "postgres"));
                Database there = Database.open(postgres.getJdbcUrl("postgres", "postgres"));
                Journal ours = Journal.open(here, InstantSource.system());
                Journal theirs = Journal.open(there, InstantSource.system());
                Announcements announcements = new Announcements(here, ours)) {
            AtomicLong heard = new AtomicLong();
            ours.listen(heard::set);
            announcements.step();
            append(theirs, "mina");
            announcements.step();
            assertThat(heard).hasValue(1);
            long broken = there.with(
                    "Breaking the line",
                    connection -> Sql.first(
                                    connection,
                                    "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE"
                                            + " 'LISTEN%'",
                                    row -> row.getLong(1))
                            .orElseThrow());
            assertThat(broken).isEqualTo(1);
            assertThatThrownBy(announcements::step).isInstanceOf(StoreException.class);
            append(theirs, "joon");
            announcements.step();
            assertThat(heard).hasValue(2);
        }
    }

    @Test
    void aDatabaseThatIsGoneIsSaid() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        try (Database here = Database.open(postgres.getJdbcUrl("postgres", "postgres"));
                Journal ours = Journal.open(here, InstantSource.system());
                Announcements announcements = new Announcements(here, ours)) {
            announcements.step();
            postgres.close();
            assertThatThrownBy(announcements::step).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void anEmbeddedStoreHasNobodyToListenTo() {
        try (Database here = Database.inMemory("announcements");
                Journal ours = Journal.open(here, InstantSource.system());
                Announcements announcements = new Announcements(here, ours)) {
            assertThat(announcements.step()).isEqualTo(Duration.ofHours(1));
        }
    }
}
