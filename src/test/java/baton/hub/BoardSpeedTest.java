// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.NumberId;
import baton.store.Arrivals;
import baton.store.Check;
import baton.store.Database;
import baton.store.Journal;
import baton.store.Reconciliation;
import baton.store.Statements;
import baton.whatsapp.NotJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a look at the board costs after many deliveries; {@code -Dbaton.board.deliveries=100000} for the figure in
 * docs/api.md. The count of statements says that nothing is counted anew.
 */
final class BoardSpeedTest {
    private static final int DELIVERIES = Integer.getInteger("baton.board.deliveries", 2_000);
    private static final NumberId LINE = new NumberId(OpenDoor.NUMBER);

    @TempDir
    private Path folder;

    @Test
    void aLookAtTheBoardReadsThreeSmallTablesHoweverMuchWasDelivered() throws Exception {
        try (Database database = Database.embedded(folder);
                Journal journal = Journal.open(database, InstantSource.system())) {
            Intake intake = new Intake(journal, new IntakeRules(Set.of(LINE), Duration.ofHours(24), journal.id()));
            deliver(intake);
            Reconciliation board = new Reconciliation(database);
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            var days = board.days(today.minusDays(6), today);
            assertThat(days.stream().mapToLong(day -> day.shown()).sum()).isEqualTo(DELIVERIES);
            assertThat(days).allMatch(day -> day.missing() == 0);
            var asked = Statements.during(database, () -> board.days(today.minusDays(6), today));
            assertThat(asked.values().stream().mapToInt(Integer::intValue).sum())
                    .isLessThanOrEqualTo(3);
            Duration look = median(() -> board.days(today.minusDays(6), today));
            Duration silence = median(
                    () -> new SilenceWatch(new Arrivals(database), Set.of(LINE), InstantSource.system(), ZoneOffset.UTC)
                            .look());
            System.out.printf(
                    "board after %,d deliveries: %.2f ms, silence: %.2f ms%n",
                    DELIVERIES, look.toNanos() / 1e6, silence.toNanos() / 1e6);
            assertThat(look).isLessThan(Duration.ofMillis(100));
            assertThat(new Check(database, Files.createDirectory(folder.resolve("check"))).firstDifference())
                    .isEmpty();
        }
    }

    private static void deliver(Intake intake) throws NotJson {
        List<CompletableFuture<Intake.Result>> taken = new ArrayList<>();
        for (int i = 0; i < DELIVERIES; i++) {
            taken.add(intake.take(message(i).getBytes(StandardCharsets.UTF_8)));
            if (taken.size() == 500) {
                taken.forEach(CompletableFuture::join);
                taken.clear();
            }
        }
        taken.forEach(CompletableFuture::join);
    }

    private static String message(int number) {
        return """
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"%s"},
            "contacts":[{"profile":{"name":"Bo"},"wa_id":"49170%06d"}],
            "messages":[{"from":"49170%06d","id":"wamid.%d","timestamp":"%d","type":"text","text":{"body":"hello"}}]}}]}]}
            """.formatted(
                        OpenDoor.NUMBER,
                        number % 1000,
                        number % 1000,
                        number,
                        InstantSource.system().instant().getEpochSecond());
    }

    private static Duration median(Runnable look) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            long begun = System.nanoTime();
            look.run();
            times.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        return times.stream().sorted().toList().get(4);
    }
}
