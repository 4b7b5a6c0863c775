// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How much of our allowance the last call found used, as the answer's headers tell (WHATSAPP.md 9): the worst of all figures in per
 * cent, and how long until calls are taken again. Slow down above 75, stop above 95.
 */
public record RateUsage(int percent, Duration untilRegain) {
    private static final String[] FIGURES = {"call_count", "total_time", "total_cputime"};
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    /** Empty when the answer has no such header, or none that can be read. */
    static Optional<RateUsage> of(Headers headers) {
        return Stream.concat(
                        object(headers.get("X-App-Usage")),
                        object(headers.get("X-Business-Use-Case-Usage")).flatMap(RateUsage::perAccount))
                .map(RateUsage::read)
                .reduce(RateUsage::worse);
    }

    private static RateUsage read(Fields usage) {
        int worst =
                Stream.of(FIGURES).mapToInt(name -> number(usage, name)).max().orElse(0);
        return new RateUsage(worst, Duration.ofMinutes(number(usage, "estimated_time_to_regain_access")));
    }

    private static RateUsage worse(RateUsage a, RateUsage b) {
        Duration longest = a.untilRegain.compareTo(b.untilRegain) >= 0 ? a.untilRegain : b.untilRegain;
        return new RateUsage(Math.max(a.percent, b.percent), longest);
    }

    private static Stream<Fields> perAccount(Fields usages) {
        return usages.node().propertyNames().stream().flatMap(account -> usages.items(account).stream());
    }

    private static int number(Fields usage, String name) {
        return usage.decimal(name)
                .map(value -> value.max(BigDecimal.ZERO).min(MOST).intValue())
                .orElse(0);
    }

    private static Stream<Fields> object(@Nullable String header) {
        if (header == null) {
            return Stream.empty();
        }
        try {
            return BodyParser.parse(header.getBytes(StandardCharsets.UTF_8)).stream();
        } catch (NotJson _) {
            return Stream.empty();
        }
    }
}
