// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import java.math.BigDecimal;
import java.time.Instant;

/** Meta's timestamps: seconds as string or number; milliseconds are taken too. */
final class Times {
    private static final BigDecimal YEAR_2100 = BigDecimal.valueOf(4_102_444_800L);
    private static final BigDecimal FIRST_MILLISECONDS = BigDecimal.valueOf(100_000_000_000L);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Times() {}

    /** The time of that name; {@link WebhookCodec#NO_TIME} when it is missing, no number, not after 1970 or after 2100. */
    static Instant read(Fields fields, String name) {
        return fields.decimal(name).map(Times::instant).orElse(WebhookCodec.NO_TIME);
    }

    private static Instant instant(BigDecimal number) {
        boolean inMilliseconds = number.compareTo(FIRST_MILLISECONDS) >= 0;
        BigDecimal seconds = inMilliseconds ? number.divide(THOUSAND) : number;
        boolean sane = seconds.signum() > 0 && seconds.compareTo(YEAR_2100) <= 0;
        return sane ? Instant.ofEpochSecond(seconds.longValue()) : WebhookCodec.NO_TIME;
    }
}
