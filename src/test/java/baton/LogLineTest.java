// SPDX-License-Identifier: Apache-2.0
package baton;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LogLineTest {
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("baton.hub.HubServer");

    @Test
    void tellsWhenHowGraveWhoAndWhat() {
        assertThat(new LogLine().doLayout(event(Level.WARN, null)))
                .isEqualTo(
                        "2026-11-27T07:05:00.120Z WARN  [desk-1] HubServer - Number 7 waits" + System.lineSeparator());
        assertThat(new LogLine().doLayout(event(Level.ERROR, null))).contains(" ERROR [desk-1] ");
    }

    /** Logback's own pattern says the same, down to the causes. */
    @Test
    void tellsWhatWasThrownAsLogbackDoes() {
        PatternLayoutEncoder pattern = new PatternLayoutEncoder();
        pattern.setContext(context);
        pattern.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level [%thread] %logger{0} - %msg%n%ex{full}");
        pattern.start();
        LoggingEvent event = event(
                Level.ERROR,
                new IllegalStateException("It broke", new IllegalArgumentException("since 3 is too many")));
        assertThat(new LogLine().doLayout(event))
                .contains("Caused by: java.lang.IllegalArgumentException: since 3 is too many")
                .isEqualTo(new String(pattern.encode(event), StandardCharsets.UTF_8));
    }

    private LoggingEvent event(Level level, @Nullable Throwable thrown) {
        LoggingEvent event = new LoggingEvent(
                LogLineTest.class.getName(), logger, level, "Number {} waits", thrown, new Object[] {7});
        event.setInstant(Instant.parse("2026-11-27T07:05:00.120Z"));
        event.setThreadName("desk-1");
        return event;
    }
}
