// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Iso8601Test {

    private static final long YEAR_1 = -62_135_596_800L;
    private static final long YEAR_9999 = 253_402_300_799L;

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll @LongRange(min = YEAR_1, max = YEAR_9999) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos,
            @ForAll @IntRange(max = 9) int digits) {
        int step = (int) Math.pow(10, 9 - digits);
        Instant at = Instant.ofEpochSecond(seconds, nanos - nanos % step);
        assertThat(Iso8601.read(at.toString())).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T14:22:07.5Z",
                "2026-11-22T14:22:07.Z",
                "2026-11-22T14:22:07.12345678Z",
                "2026-11-22T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-11-22T14:22:07+09:00",
                "+12026-11-22T14:22:07Z",
                "-0001-11-22T14:22:07Z",
                "2024-02-29T00:00:00Z"
            })
    void everyFormIsReadAsJavaReadsIt(String text) {
        assertThat(Iso8601.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "yesterday",
                "2026-11-22",
                "2026-11-22T14:22:07",
                "2026-11-22T14:22:07.1234567890Z",
                "2026-02-30T14:22:07Z",
                "2026-13-01T14:22:07Z",
                "2026-11-22T14:60:07Z",
                "2026-11-22 14:22:07Z",
                "2026-11-22T14:22:0\u0667Z",
                "2026-11-22T14:22:07.12a456Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> Iso8601.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ISO 8601");
    }
}
