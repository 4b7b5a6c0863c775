// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void showsAtMostAHundredAndSixtyUnitsAndNeverHalfACharacter() {
        assertThat(words("x".repeat(160))).hasSize(160);
        assertThat(words("x".repeat(161))).hasSize(160);
        assertThat(words("x".repeat(159) + "👍x")).isEqualTo("x".repeat(159));
        assertThat(words("x".repeat(158) + "👍x")).isEqualTo("x".repeat(158) + "👍");
    }

    @Test
    void namesTheKindOfWhatWasSaid() {
        Line line = line(new Content.CallPermission(true, false));

        assertThat(line.kind()).isEqualTo("CallPermission");
        assertThat(line.words()).isEmpty();
    }

    @Test
    void aDeletedLineStaysSilent() {
        Line revoked = line(new Content.Text("secret")).revoked();

        assertThat(revoked.words()).isEmpty();
        assertThat(revoked.kind()).isEqualTo(Line.REVOKED);
        assertThat(revoked.reworded(new Content.Text("secret again"), revoked.at()))
                .isEqualTo(revoked);
    }

    private static String words(String text) {
        return line(new Content.Text(text)).words();
    }

    private static Line line(Content content) {
        Recorded recorded = new Recorded(
                7,
                Instant.parse("2026-11-22T14:00:00Z"),
                Optional.of(new ConversationId(2)),
                new Actor.Hub(),
                new UnknownEvent("Said", "{}"));
        return Line.of(recorded, new Author.Customer(), false, content);
    }
}
